# language: de
Funktionalität: Zielabweichung, Verabredungen und Beratung
  Ein Ziel verfehlt man nicht im Dezember, sondern im Laufe des Jahres, ohne darüber zu sprechen. Darum hält der Dienst
  fest, wer eine Abweichung wann bemerkt hat und woran sie lag, was verabredet wurde und was daraus geworden ist, und
  womit das Land beraten hat.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
    Und zum Ladestand März 2025 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
      | Größe                | Dez 2024 | Jan 2025 | Feb 2025 | Mär 2025 |
      | Integrationen        |          | 50       | 50       | 50       |
      | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
    Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
      | Größe                       | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
      | Integrationen               |          | 50       | 50       | 50       |
      | Leistungsberechtigte        | 2.000    | 2.000    | 2.000    | 2.000    |
      | Langzeitleistungsbeziehende |          | 1.200    | 1.200    | 1.200    |
    Und heute ist der 04.05.2026

  @III.3.1
  Regel: Eine Zielabweichung wird mit ihren Ursachen festgehalten.

    Szenario: Der Landkreis hält fest, warum die Quote zurückliegt
      Wenn der Landkreis zu "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit die Abweichung "Quote März" festhält: "Weniger offene Stellen im Gastgewerbe"
      Dann wird das festgehalten ohne Feststellung
      Und der letzte Eintrag der Geschichte sagt:
        | was      | Zielabweichung festgehalten           |
        | für      | Landkreis                             |
        | Ursachen | Weniger offene Stellen im Gastgewerbe |

    Szenariogrundriss: Eine Abweichung, die nicht errechnet ist, wird festgehalten und fällt auf
      Wenn der Landkreis zu "<Zeile>" zum Ladestand März 2026 ohne Wartezeit die Abweichung "März" festhält: "Unklar"
      Dann wird das festgehalten mit der Feststellung, dass keine Abweichung errechnet ist
      Und die Feststellung nennt "<Stand>"

      Beispiele:
        | Zeile                                    | Stand             |
        | Bestand an Langzeitleistungsbeziehenden  | nicht beurteilbar |
        | Summe der Leistungen zum Lebensunterhalt | wird beobachtet   |

    Szenario: Zu einer Zeile, die es nicht gibt, gibt es keine Abweichung
      Wenn der Landkreis zu "Erreichbarkeit" zum Ladestand März 2026 ohne Wartezeit die Abweichung "März" festhält: "Unklar"
      Dann wird das abgelehnt, weil die Vereinbarung die Zeile nicht kennt

    Szenario: Eine Abweichung behält ihren Namen für sich
      Angenommen der Landkreis hat zu "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit die Abweichung "März" festgehalten: "Weniger offene Stellen"
      Wenn das Ministerium zu "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit die Abweichung "März" festhält: "Zu wenige Vermittlungen"
      Dann wird das abgelehnt, weil der Name schon vergeben ist

    Szenario: Der Ausschuss hält keine Abweichung fest
      Wenn der Ausschuss zu "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit die Abweichung "März" festhält: "Unklar"
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

    Szenario: Die Abweichung steht mit ihren Ursachen in der Übersicht
      Wenn der Landkreis zu "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit die Abweichung "Quote März" festhält: "Weniger offene Stellen im Gastgewerbe"
      Und das Ministerium unter "Zielabweichungen" nachliest
      Dann steht dort "Weniger offene Stellen im Gastgewerbe"


  @III.3.1
  Regel: Bei einer Zielabweichung kann ein weiteres Gespräch geführt werden; es nennt die Abweichung.

    Grundlage:
      Angenommen der Landkreis hat zu "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit die Abweichung "Quote März" festgehalten: "Weniger offene Stellen"
      Und der Dialog "Abweichung" ist wegen einer Zielabweichung für den 20.05.2026 angesetzt
      Und der Ausschuss hat am 12.05.2026 den Dialog "Abweichung" vorbereitet
      Und heute ist der 20.05.2026

    Szenario: Nachlesbar ist, wegen welcher Abweichung gesprochen wurde
      Wenn das Ministerium den Dialog "Abweichung" vom 20.05.2026 festhält:
        | wegen | Quote März |
      Dann wird das festgehalten ohne Feststellung
      Und der letzte Eintrag der Geschichte sagt:
        | was   | Dialog geführt |
        | wegen | Quote März     |

    Szenario: Nennt das Gespräch keine Abweichung, fällt es auf
      Wenn das Ministerium den Dialog "Abweichung" vom 20.05.2026 festhält
      Dann wird das festgehalten mit der Feststellung, dass der Dialog keine festgehaltene Abweichung nennt

    Szenario: Eine Abweichung, die niemand festgehalten hat, ist kein Anlass
      Wenn das Ministerium den Dialog "Abweichung" vom 20.05.2026 festhält:
        | wegen | Quote April |
      Dann wird das abgelehnt, weil niemand es festgehalten hat

  @III.3.1
  Regel: Was aus einer Verabredung geworden ist, wird berichtet.

    Grundlage:
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 12.05.2026
      Und das Ministerium hat den Dialog "Frühjahr" vom 12.05.2026 festgehalten, mit der Verabredung "Gastgewerbe"

    Szenario: Der Landkreis berichtet, dass die Verabredung erledigt ist
      Angenommen heute ist der 28.08.2026
      Wenn der Landkreis die Verabredung "Gastgewerbe" als erledigt berichtet: "Zwölf Betriebe besucht"
      Dann ist die Verabredung "Gastgewerbe" erledigt
      Und der letzte Eintrag der Geschichte sagt:
        | was     | Verabredung berichtet  |
        | Bericht | Zwölf Betriebe besucht |

    Szenario: Über eine Verabredung, die niemand getroffen hat, wird nicht berichtet
      Wenn der Landkreis die Verabredung "Handwerk" als erledigt berichtet: "Alle angesprochen"
      Dann wird das abgelehnt, weil niemand diese Verabredung getroffen hat

    Szenario: Der Ausschuss berichtet nicht über Verabredungen der Partner
      Wenn der Ausschuss die Verabredung "Gastgewerbe" als erledigt berichtet: "Alle angesprochen"
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

    Szenario: Die Verabredung steht mit ihrem Bericht in der Übersicht
      Angenommen heute ist der 28.08.2026
      Wenn der Landkreis die Verabredung "Gastgewerbe" als erledigt berichtet: "Zwölf Betriebe besucht"
      Und das Ministerium unter "Verabredungen" nachliest
      Dann steht dort "Arbeitgeber ansprechen"
      Und dort steht "Zwölf Betriebe besucht"


  @III.1
  Regel: Das Land unterstützt die Zielerreichung durch fachliche Beratung, die festgehalten wird.

    Szenario: Eine Beratung ist nachlesbar
      Wenn das Ministerium eine Beratung zu Ziel 2 festhält: "Austausch mit zwei anderen Jobcentern vermittelt"
      Dann sagt der letzte Eintrag der Geschichte:
        | was     | Beratung gegeben                                 |
        | für     | Ministerium                                      |
        | Ziele   | 2                                                |
        | Bericht | Austausch mit zwei anderen Jobcentern vermittelt |

    Szenario: Zu einem Ziel, das es nicht gibt, wird nicht beraten
      Wenn das Ministerium eine Beratung zu Ziel 7 festhält: "Austausch mit zwei anderen Jobcentern vermittelt"
      Dann wird das abgelehnt, weil die Vereinbarung das Ziel nicht kennt

    Szenario: Beraten hat das Land, nicht der Landkreis
      Wenn der Landkreis eine Beratung zu Ziel 2 festhält: "Austausch mit zwei anderen Jobcentern vermittelt"
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

    Szenario: Die Beratung steht in der Übersicht
      Wenn das Ministerium eine Beratung zu Ziel 2 festhält: "Austausch mit zwei anderen Jobcentern vermittelt"
      Und der Landkreis unter "Beratung" nachliest
      Dann steht dort "Austausch mit zwei anderen Jobcentern vermittelt"
