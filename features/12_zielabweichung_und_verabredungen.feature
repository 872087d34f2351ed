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
      Wenn der Landkreis zu "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit die Abweichung "quote-maerz" festhält: "Weniger offene Stellen im Gastgewerbe"
      Dann wird das festgehalten ohne Feststellung
      Und lautet der letzte Eintrag der Geschichte:
        | was      | Zielabweichung festgehalten           |
        | für      | heidekreis                            |
        | Ursachen | Weniger offene Stellen im Gastgewerbe |

    Szenariogrundriss: Eine Abweichung, die nicht errechnet ist, wird festgehalten und fällt auf
      Wenn der Landkreis zu "<Zeile>" zum Ladestand März 2026 ohne Wartezeit die Abweichung "maerz" festhält: "Unklar"
      Dann wird das festgehalten mit der Feststellung "no-deviation"
      Und die Feststellung nennt "<Stand>"

      Beispiele:
        | Zeile                                    | Stand             |
        | Bestand an Langzeitleistungsbeziehenden  | nicht beurteilbar |
        | Summe der Leistungen zum Lebensunterhalt | wird beobachtet   |

    Szenario: Zu einer Zeile, die es nicht gibt, gibt es keine Abweichung
      Wenn der Landkreis zu "Erreichbarkeit" zum Ladestand März 2026 ohne Wartezeit die Abweichung "maerz" festhält: "Unklar"
      Dann wird das abgelehnt nach der Regel "unknown-line"

    Szenario: Eine Abweichung behält ihre Kennung für sich
      Angenommen der Landkreis hat zu "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit die Abweichung "maerz" festgehalten: "Weniger offene Stellen"
      Wenn das Ministerium zu "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit die Abweichung "maerz" festhält: "Zu wenige Vermittlungen"
      Dann wird das abgelehnt nach der Regel "note-id-used"

    Szenario: Der Ausschuss hält keine Abweichung fest
      Wenn der Ausschuss zu "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit die Abweichung "maerz" festhält: "Unklar"
      Dann wird das abgelehnt nach der Regel "not-permitted"

  @III.3.1
  Regel: Bei einer Zielabweichung kann ein weiteres Gespräch geführt werden; es nennt die Abweichung.

    Grundlage:
      Angenommen der Landkreis hat zu "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit die Abweichung "quote-maerz" festgehalten: "Weniger offene Stellen"
      Und der Dialog "abweichung" ist wegen einer Zielabweichung für den 20.05.2026 angesetzt
      Und der Ausschuss hat am 12.05.2026 den Dialog "abweichung" vorbereitet
      Und heute ist der 20.05.2026

    Szenario: Nachlesbar ist, wegen welcher Abweichung gesprochen wurde
      Wenn das Ministerium den Dialog "abweichung" vom 20.05.2026 festhält:
        | wegen | quote-maerz |
      Dann wird das festgehalten ohne Feststellung
      Und lautet der letzte Eintrag der Geschichte:
        | was   | Dialog geführt |
        | wegen | quote-maerz    |

    Szenario: Nennt das Gespräch keine Abweichung, fällt es auf
      Wenn das Ministerium den Dialog "abweichung" vom 20.05.2026 festhält
      Dann wird das festgehalten mit der Feststellung "deviation-not-named"

    Szenario: Eine Abweichung, die niemand festgehalten hat, ist kein Anlass
      Wenn das Ministerium den Dialog "abweichung" vom 20.05.2026 festhält:
        | wegen | quote-april |
      Dann wird das abgelehnt nach der Regel "unknown-note"

  @III.3.1
  Regel: Was aus einer Verabredung geworden ist, wird berichtet.

    Grundlage:
      Angenommen der Dialog "fruehjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 12.05.2026
      Und das Ministerium hat den Dialog "fruehjahr" vom 12.05.2026 festgehalten, mit der Verabredung "gastgewerbe"

    Szenario: Der Landkreis berichtet, dass die Verabredung erledigt ist
      Angenommen heute ist der 28.08.2026
      Wenn der Landkreis die Verabredung "gastgewerbe" als erledigt berichtet: "Zwölf Betriebe besucht"
      Dann ist die Verabredung "gastgewerbe" erledigt
      Und lautet der letzte Eintrag der Geschichte:
        | was     | Verabredung berichtet  |
        | Bericht | Zwölf Betriebe besucht |

    Szenario: Über eine Verabredung, die niemand getroffen hat, wird nicht berichtet
      Wenn der Landkreis die Verabredung "handwerk" als erledigt berichtet: "Alle angesprochen"
      Dann wird das abgelehnt nach der Regel "unknown-agreed-measure"

    Szenario: Der Ausschuss berichtet nicht über Verabredungen der Partner
      Wenn der Ausschuss die Verabredung "gastgewerbe" als erledigt berichtet: "Alle angesprochen"
      Dann wird das abgelehnt nach der Regel "not-permitted"

  @III.1
  Regel: Das Land unterstützt die Zielerreichung durch fachliche Beratung, die festgehalten wird.

    Szenario: Eine Beratung ist nachlesbar
      Wenn das Ministerium eine Beratung zu Ziel 2 festhält: "Austausch mit zwei anderen Jobcentern vermittelt"
      Dann lautet der letzte Eintrag der Geschichte:
        | was     | Beratung gegeben                                 |
        | für     | ni-ms                                            |
        | Ziele   | 2                                                |
        | Bericht | Austausch mit zwei anderen Jobcentern vermittelt |

    Szenario: Zu einem Ziel, das es nicht gibt, wird nicht beraten
      Wenn das Ministerium eine Beratung zu Ziel 7 festhält: "Austausch mit zwei anderen Jobcentern vermittelt"
      Dann wird das abgelehnt nach der Regel "unknown-goal"

    Szenario: Beraten hat das Land, nicht der Landkreis
      Wenn der Landkreis eine Beratung zu Ziel 2 festhält: "Austausch mit zwei anderen Jobcentern vermittelt"
      Dann wird das abgelehnt nach der Regel "not-permitted"
