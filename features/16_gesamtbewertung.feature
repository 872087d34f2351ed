# language: de
Funktionalität: Gesamtbewertung
  Die Gesamtbewertung ist die Festlegung, die später geprüft wird. Ein Urteil auf unvollständiger Grundlage, ein Umstand,
  den niemand gewürdigt hat, oder ein „erreicht“, das sich nur auf die eigene Verfehlung beruft: jedes davon macht sie
  angreifbar. Darum nennt der Dienst auf einmal, was fehlt, und der errechnete Wert bleibt immer neben dem Urteil sichtbar.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
    Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
    Und die Zieldialoge vom 12.05.2026 und vom 10.11.2026 sind vorbereitet und geführt
    Und alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt
    Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
      | Größe                                 | 2025         | 2026         |
      | Integrationsquote                     | 3.000/10.000 | 3.170/10.000 |
      | Integrationsquote, Frauen             | 1.000/5.000  | 1.050/5.000  |
      | Integrationsquote, Männer             | 2.000/5.000  | 2.120/5.000  |
      | Langzeitleistungsbeziehende im Mittel | 4.000        | 3.880        |
    Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
    Und heute ist der 27.04.2027

  @III.3.3 @III.2.1.2 @III.2.1.2-G @III.2.1.3 @III.2.1.4 @III.2.1.5
  Regel: Bewertet wird, was auf Grundlage der Jahresendwerte ohne Wartezeit errechnet ist.

    Szenario: Erreicht, nicht erreicht: jedes Ziel hat sein eigenes Urteil
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das festgehalten ohne Feststellung
      Und die Vereinbarung ist "bewertet"
      Und die Gesamtbewertung lautet:
        | Urteil                                  | errechnet      | geurteilt      |
        | Integrationsquote                       | erreicht       | erreicht       |
        | geschlechterspezifisches Ziel           | nicht erreicht | nicht erreicht |
        | Bestand an Langzeitleistungsbeziehenden | erreicht       | erreicht       |
        | Ziel 4                                  | erreicht       | erreicht       |
        | Ziel 5                                  | erreicht       | erreicht       |

    Szenario: Der Rechenweg steht in der Gesamtbewertung selbst
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann nennt die Herleitung in der Gesamtbewertung für "Integrationsquote" eine Veränderung um 5,7 Prozent
      Und die Herleitung in der Gesamtbewertung nennt für "Bestand an Langzeitleistungsbeziehenden" eine Veränderung um -3,0 Prozent

    Szenariogrundriss: Ein individualisiertes Ziel ist nur erreicht, wenn alle Schritte umgesetzt und alle Kriterien erfüllt sind
      Angenommen <Änderung>
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil | <Ziel>: nicht erreicht |
      Dann heißt es in der Gesamtbewertung:
        | Urteil | errechnet      | geurteilt      |
        | <Ziel> | nicht erreicht | nicht erreicht |

      Beispiele:
        | Ziel   | Änderung                                                                                             |
        | Ziel 4 | das Ministerium hat das Kriterium "Die Beratungsqualität" als nicht erfüllt gewürdigt                |
        | Ziel 4 | der Landkreis hat den Schritt "Sensibilisierung der Integrationsfachkräfte" als aufgegeben berichtet |
        | Ziel 5 | das Ministerium hat das Kriterium "Die rechtlichen Änderungen" als nicht erfüllt gewürdigt           |
        | Ziel 5 | der Landkreis hat den Schritt "Durchführung von Workshops und Schulungen" als aufgegeben berichtet   |

    Szenario: Gereifte Werte entscheiden nicht
      Angenommen zum Ladestand Dezember 2026 mit 3 Monaten Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann nennt die Herleitung in der Gesamtbewertung für "Integrationsquote" eine Veränderung um 5,7 Prozent

    Szenario: Die Gesamtbewertung ist mit ihren Urteilen nachlesbar
      Wenn das Ministerium die Gesamtbewertung trifft
      Und der Landkreis unter "Gesamtbewertung" nachliest
      Dann steht dort "geschlechterspezifisches Ziel"
      Und dort steht "Zusammenfassung der Ergebnisse"


  @III.2.1.1 @III.2.1.6
  Regel: Über beobachtete und berichtete Ziele wird auch am Jahresende nicht geurteilt.

    Szenario: Ziel 1 und Ziel 6 kommen in den Urteilen nicht vor
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann urteilt die Gesamtbewertung nur über:
        | Integrationsquote                       |
        | geschlechterspezifisches Ziel           |
        | Bestand an Langzeitleistungsbeziehenden |
        | Ziel 4                                  |
        | Ziel 5                                  |

    Szenariogrundriss: Ein Urteil über etwas anderes wird nicht angenommen
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil | <Urteil>: erreicht |
      Dann wird das abgelehnt, weil darüber nicht zu urteilen ist

      Beispiele:
        | Urteil                                   |
        | Ziel 1                                   |
        | Ziel 6                                   |
        | Summe der Leistungen zum Lebensunterhalt |

  @III.3.3
  Regel: Bewertet wird im Abschlussdialog, vollständig, einmal und vom Land.

    Szenario: Alles, was fehlt, wird auf einmal genannt
      Angenommen der Landkreis hat den Umstand "Standort" festgehalten
      Wenn das Ministerium die Gesamtbewertung trifft:
        | im Dialog      | vom 10.11.2026    |
        | ohne Urteil    | Integrationsquote |
        | ohne Urteil    | Ziel 5            |
        | ohne Würdigung | Umstand Standort  |
        | Landkreis      | keine Angabe      |
      Dann wird das abgelehnt, weil der genannte Dialog kein geführter Abschlussdialog ist, und weil zweimal ein Urteil fehlt, und weil etwas nicht gewürdigt ist, und weil die Haltung des Landkreises fehlt
      Und die Begründung nennt "Ein großer Arbeitgeber hat geschlossen."
      Und die Vereinbarung ist "in Kraft"

    Szenario: Ein unterjähriger Dialog ist kein Abschlussdialog
      Wenn das Ministerium die Gesamtbewertung trifft:
        | im Dialog | vom 10.11.2026 |
      Dann wird das abgelehnt, weil der genannte Dialog kein geführter Abschlussdialog ist

    Szenario: Zu jedem Ziel mit Zielwert gehört ein Urteil
      Wenn das Ministerium die Gesamtbewertung trifft:
        | ohne Urteil | geschlechterspezifisches Ziel |
      Dann wird das abgelehnt, weil ein Urteil fehlt

    Szenario: Zu jedem Ziel gehört nur ein Urteil
      Wenn das Ministerium die Gesamtbewertung trifft:
        | weiteres Urteil | Integrationsquote: erreicht |
      Dann wird das abgelehnt, weil über dasselbe mehrmals geurteilt ist

    Szenario: Ohne die Haltung des Landkreises wird nicht bewertet
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Landkreis | keine Angabe |
      Dann wird das abgelehnt, weil die Haltung des Landkreises fehlt

    Szenariogrundriss: Die Haltung des Landkreises steht in der Bewertung
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Landkreis | <Haltung> am 26.04.2027 |
      Dann heißt es in der Gesamtbewertung zum Landkreis "<Haltung>", am 26.04.2027

      Beispiele:
        | Haltung                 |
        | stimmt zu               |
        | widerspricht            |
        | hat sich nicht geäußert |

    Szenario: Der Landkreis hat sich bis zum Tag der Bewertung geäußert, nicht danach
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Landkreis | stimmt zu am 28.04.2027 |
      Dann wird das abgelehnt, weil die Haltung des Landkreises nach dem Tag der Bewertung liegt
      Und die Begründung nennt "28.04.2027"

    Szenario: Der Landkreis bewertet nicht
      Wenn der Landkreis die Gesamtbewertung trifft
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

    Szenario: Ein zweites Mal wird nicht bewertet, sondern neu gefasst
      Angenommen das Ministerium hat die Gesamtbewertung getroffen
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das abgelehnt, weil der Stand der Vereinbarung es nicht zulässt

    Szenario: Bewertet wird nicht vor dem Tag des Abschlussdialogs
      Wenn das Ministerium die Gesamtbewertung mit dem Tag 19.04.2027 trifft
      Dann wird das abgelehnt, weil es an diesem Tag noch nicht geschehen sein kann

  @III.3.5 @III.3.4
  Regel: Jeder Umstand und jede Neuregelung wird gewürdigt; der errechnete Wert bleibt daneben sichtbar.

    Szenario: Ein Umstand, der nicht gewürdigt ist, hält die Bewertung auf
      Angenommen der Landkreis hat den Umstand "Standort" festgehalten
      Wenn das Ministerium die Gesamtbewertung trifft:
        | ohne Würdigung | Umstand Standort |
      Dann wird das abgelehnt, weil etwas nicht gewürdigt ist
      Und die Begründung nennt den Umstand "Standort"

    Szenario: Eine Neuregelung, die nicht gewürdigt ist, hält die Bewertung auf
      Angenommen das Ministerium hat die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt
      Wenn das Ministerium die Gesamtbewertung trifft:
        | ohne Würdigung | Gesetzesänderung 13. SGB II-Änderungsgesetz |
      Dann wird das abgelehnt, weil etwas nicht gewürdigt ist
      Und die Begründung nennt "BGBl. 2026 I Nr. 107"

    Szenario: Mit oder ohne Auswirkung: gewürdigt ist gewürdigt
      Angenommen der Landkreis hat den Umstand "Standort" festgehalten
      Und das Ministerium hat die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt
      Wenn das Ministerium die Gesamtbewertung trifft:
        | gewürdigt | Umstand Standort: ohne Auswirkung                           |
        | gewürdigt | Gesetzesänderung 13. SGB II-Änderungsgesetz: mit Auswirkung |
      Dann ist in der Gesamtbewertung gewürdigt "Umstand Standort" ohne Auswirkung
      Und in der Gesamtbewertung ist gewürdigt "Gesetzesänderung 13. SGB II-Änderungsgesetz" mit Auswirkung
      Und in der Gesamtbewertung heißt es:
        | Urteil                        | errechnet      | geurteilt      |
        | geschlechterspezifisches Ziel | nicht erreicht | nicht erreicht |

    Szenario: Zweimal gewürdigt, einmal mit und einmal ohne Auswirkung: dann gilt keines
      Angenommen der Landkreis hat den Umstand "Standort" festgehalten
      Wenn das Ministerium die Gesamtbewertung trifft:
        | gewürdigt          | Umstand Standort: ohne Auswirkung |
        | nochmals gewürdigt | Umstand Standort: mit Auswirkung  |
      Dann wird das abgelehnt, weil dasselbe zweimal gewürdigt ist
      Und die Begründung nennt den Umstand "Standort"

    Szenario: Was nicht zur Würdigung ansteht, wird nicht gewürdigt
      Wenn das Ministerium die Gesamtbewertung trifft:
        | gewürdigt | Umstand Hochwasser: mit Auswirkung |
      Dann wird das abgelehnt, weil es nicht zur Würdigung ansteht

    Szenario: Ein anderes Urteil als errechnet stützt sich auf einen Umstand und sagt warum
      Angenommen der Landkreis hat den Umstand "Standort" festgehalten
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil       | geschlechterspezifisches Ziel: erreicht                   |
        | weil         | Der geschlossene Betrieb beschäftigte überwiegend Frauen. |
        | gestützt auf | Umstand Standort                                          |
      Dann heißt es in der Gesamtbewertung:
        | Urteil                        | errechnet      | geurteilt |
        | geschlechterspezifisches Ziel | nicht erreicht | erreicht  |
      Und die Herleitung in der Gesamtbewertung nennt für "Integrationsquote der Frauen" eine Veränderung um 5,0 Prozent

    Szenario: Auch eine Neuregelung kann ein anderes Urteil tragen
      Angenommen das Ministerium hat die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil       | Integrationsquote: nicht erreicht                          |
        | weil         | Der Anstieg beruht auf der geänderten Zählung ab Juli 2026 |
        | gestützt auf | Gesetzesänderung 13. SGB II-Änderungsgesetz                |
      Dann heißt es in der Gesamtbewertung:
        | Urteil            | errechnet | geurteilt      |
        | Integrationsquote | erreicht  | nicht erreicht |

    Szenario: Ohne Anlass wird nicht anders geurteilt als errechnet
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil | geschlechterspezifisches Ziel: erreicht |
      Dann wird das abgelehnt, weil ein anderes Urteil als errechnet Anlass und Begründung braucht

    Szenario: Eine Begründung ohne Anlass trägt kein anderes Urteil
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil | geschlechterspezifisches Ziel: erreicht                   |
        | weil   | Der geschlossene Betrieb beschäftigte überwiegend Frauen. |
      Dann wird das abgelehnt, weil ein anderes Urteil als errechnet Anlass und Begründung braucht

    Szenario: Ein anderes Urteil ohne Begründung trägt auch mit einem Umstand nicht
      Angenommen der Landkreis hat den Umstand "Standort" festgehalten
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil       | geschlechterspezifisches Ziel: erreicht |
        | gestützt auf | Umstand Standort                        |
      Dann wird das abgelehnt, weil ein anderes Urteil als errechnet Anlass und Begründung braucht

    Szenario: Eine Zielverfehlung entschuldigt sich nicht selbst
      Angenommen der Landkreis hat zu "Integrationsquote der Frauen" zum Ladestand Dezember 2026 ohne Wartezeit die Abweichung "Frauen" festgehalten: "Weniger Arbeitsaufnahmen"
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil       | geschlechterspezifisches Ziel: erreicht |
        | weil         | Die Abweichung war bekannt.             |
        | gestützt auf | Abweichung Frauen                       |
      Dann wird das abgelehnt, weil darauf kein anderes Urteil gestützt werden kann

    Szenariogrundriss: Worauf sich ein Urteil nicht stützen kann
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil       | geschlechterspezifisches Ziel: erreicht |
        | weil         | Es lag nicht am Landkreis.              |
        | gestützt auf | <Grund>                                 |
      Dann wird das abgelehnt, weil darauf kein anderes Urteil gestützt werden kann

      Beispiele:
        | Grund                   |
        | Umstand Hochwasser      |
        | Lieferung Gibt es nicht |
        | Lieferung Jahr 2026     |

    Szenario: Ein belegter Fehler der Daten kann ein anderes Urteil tragen
      Angenommen wegen eines Übermittlungsfehlers in "Jahr 2026" ist die Integrationsquote der Frauen mit 1.051/5.000 neu geliefert und freigegeben, alles andere wie zuvor (erfundene Werte)
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil       | geschlechterspezifisches Ziel: nicht beurteilbar           |
        | weil         | Die Aufteilung nach Geschlecht ist weiterhin nicht belegt. |
        | gestützt auf | Lieferung Jahr 2026 berichtigt                             |
      Dann heißt es in der Gesamtbewertung:
        | Urteil                                  | errechnet      | geurteilt         |
        | geschlechterspezifisches Ziel           | nicht erreicht | nicht beurteilbar |
        | Bestand an Langzeitleistungsbeziehenden | erreicht       | erreicht          |

    Szenario: Eine Revision der Statistik ist kein Fehler der Daten und trägt kein anderes Urteil
      Angenommen als Revision "Revision 2027" der Statistik sind zu "Jahr 2026" dieselben Zahlen neu geliefert und freigegeben (erfundene Werte)
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil       | geschlechterspezifisches Ziel: erreicht |
        | weil         | Die Statistik wurde revidiert.          |
        | gestützt auf | Lieferung Revision 2027                 |
      Dann wird das abgelehnt, weil darauf kein anderes Urteil gestützt werden kann


  @III.3.1 @III.3.6 @III.3.2-I
  Regel: Auch was im Verfahren auffiel, wird gewürdigt.

    Szenario: Ein Umstand des Verfahrens, der nicht gewürdigt ist, hält die Bewertung auf
      Angenommen der Zieldialog vom 26.04.2027 ist ohne den Ausschuss geführt
      Wenn das Ministerium die Gesamtbewertung trifft:
        | ohne Würdigung | Feststellung, dass der Ausschuss an der Vorbereitung nicht beteiligt war |
      Dann wird das abgelehnt, weil etwas nicht gewürdigt ist
      Und die Begründung nennt "Der Ausschuss für Zielvereinbarungen war an der Vorbereitung"

    Szenario: Ein Dialog ohne die individualisierten Ziele ist zu würdigen
      Angenommen der Zieldialog vom 26.04.2027 ist ohne die individualisierten Ziele geführt
      Wenn das Ministerium die Gesamtbewertung trifft:
        | ohne Würdigung | Feststellung, dass ein individualisiertes Ziel nicht besprochen wurde |
      Dann wird das abgelehnt, weil etwas nicht gewürdigt ist

    Szenario: Verspätete Einträge werden einmal für alle gewürdigt
      Angenommen der Landkreis hat den Umstand "Standort" vom 02.03.2027 festgehalten mit dem Grund "Der Bericht kam erst jetzt."
      Wenn der Landkreis den Umstand "Nachfrage" vom 02.03.2027 festhält mit dem Grund "Der Bericht kam erst jetzt."
      Dann steht genau einmal zur Würdigung an, dass etwas verspätet festgehalten ist, für 2 Einträge
