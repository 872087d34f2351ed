# language: de
Funktionalität: Was der Stand zeigt
  Wer den Stand liest, muss sehen, worauf er beruht, und darf nichts darin finden, das niemand vereinbart oder geliefert
  hat. Ein gereifter Wert an der Stelle des vereinbarten, ein errechnetes Urteil über ein Ziel aus Schritten oder eine
  erfundene Zahl der Männer sähe aus wie eine Tatsache. Alle Zahlen dieser Seite sind erfundene Werte.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft

  @III.2.1.6
  Regel: Zu Ziel 6 wird berichtet, nicht geurteilt.

    Szenario: Ziel 6 hat zu keinem Stand ein Urteil
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn der Stand für März 2026 gelesen wird
      Dann hat Ziel 6 kein Urteil
      Und Ziel 6 nennt 3 Themen

  @III.2.1.4 @III.2.1.5
  Regel: Individualisierte Ziele stehen mit Schritten und Kriterien im Stand; Kennzahlen entscheiden nicht über sie.

    Szenariogrundriss: Der Stand nennt Schritte und Kriterien der individualisierten Ziele und kein errechnetes Urteil
      Wenn der Stand für März 2026 gelesen wird
      Dann nennt Ziel <Ziel> 3 Schritte und 3 Kriterien, darunter "<Schritt>"
      Und Ziel <Ziel> hat kein Urteil

      Beispiele:
        | Ziel | Schritt                                     |
        | 4    | Sensibilisierung der Integrationsfachkräfte |
        | 5    | Durchführung von Workshops und Schulungen   |

  @I.2
  Regel: Jede Kennzahl ist, wo sie geliefert wird, auch nach Geschlecht zu zeigen.

    Szenario: Neben dem Bestand insgesamt stehen Frauen und Männer, auch ohne eigenen Zielwert
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                         | 2025  | 2026  |
        | Langzeitleistungsbeziehende im Mittel         | 4.000 | 3.900 |
        | Langzeitleistungsbeziehende im Mittel, Frauen | 2.100 | 2.100 |
        | Langzeitleistungsbeziehende im Mittel, Männer | 1.900 | 1.800 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann sind zu "Bestand an Langzeitleistungsbeziehenden" nach Geschlecht gezeigt:
        | Geschlecht | 2026  | 2025  | Veränderung in Prozent |
        | Frauen     | 2.100 | 2.100 | 0,0                    |
        | Männer     | 1.800 | 1.900 | -5,3                   |

    Szenario: Was nicht nach Geschlecht geliefert wurde, wird nicht erfunden
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                         | 2025  | 2026  |
        | Langzeitleistungsbeziehende im Mittel         | 4.000 | 3.900 |
        | Langzeitleistungsbeziehende im Mittel, Frauen | 2.100 | 2.100 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann sind zu "Bestand an Langzeitleistungsbeziehenden" nach Geschlecht gezeigt:
        | Geschlecht | 2026  | 2025  | Veränderung in Prozent |
        | Frauen     | 2.100 | 2.100 | 0,0                    |

    Szenario: Auch eine nur beobachtete Zeile zeigt Frauen und Männer
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                  | 2025       | 2026       |
        | Leistungen zum Lebensunterhalt         | 12.000.000 | 12.000.000 |
        | Leistungen zum Lebensunterhalt, Frauen | 6.000.000  | 6.600.000  |
        | Leistungen zum Lebensunterhalt, Männer | 6.000.000  | 5.400.000  |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann sind zu "Summe der Leistungen zum Lebensunterhalt" nach Geschlecht gezeigt:
        | Geschlecht | 2026      | 2025      | Veränderung in Prozent |
        | Frauen     | 6.600.000 | 6.000.000 | 10,0                   |
        | Männer     | 5.400.000 | 6.000.000 | -10,0                  |


  @III.3.2-W
  Regel: Grundlage sind die Jahresfortschrittswerte ohne Wartezeit.

    Szenario: Ein gereifter Wert ersetzt den Wert ohne Wartezeit nie
      Angenommen zum Ladestand März 2025 ohne Wartezeit ist die Integrationsquote mit 150/2.000 geliefert und freigegeben (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit ist die Integrationsquote mit 150/2.000 geliefert und freigegeben (erfundene Werte)
      Und zum Ladestand März 2026 mit 3 Monaten Wartezeit ist die Integrationsquote mit 240/2.000 geliefert und freigegeben (erfundene Werte)
      Wenn der aktuelle Stand gelesen wird
      Dann steht "Integrationsquote" bei 7,5 Prozent, im Vorjahr bei 7,5 Prozent
      Und "Integrationsquote" ist nicht auf Kurs

    Szenario: Der aktuelle Stand ist der letzte freigegebene Berichtsmonat ohne Wartezeit
      Angenommen zum Ladestand Februar 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand April 2026 mit 3 Monaten Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn der aktuelle Stand gelesen wird
      Dann ist es der Stand für März 2026

    Szenario: Ohne jede freigegebene Lieferung ist nichts beurteilbar
      Wenn der aktuelle Stand gelesen wird
      Dann ist "Integrationsquote" nicht beurteilbar
      Und als Grund ist genannt "Es ist noch keine Lieferung des Jahres mit der vereinbarten Wartezeit freigegeben."

    Szenario: Gezählt wird ab Januar, nicht über zwölf Monate
      Angenommen zum Ladestand Januar 2025 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Nov 2024 | Dez 2024 | Jan 2025 |
        | Integrationen        | 90       | 90       | 50       |
        | Leistungsberechtigte | 3.000    | 2.000    | 2.000    |
      Und zum Ladestand Januar 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Nov 2025 | Dez 2025 | Jan 2026 |
        | Integrationen        | 10       | 10       | 60       |
        | Leistungsberechtigte | 3.000    | 2.000    | 2.000    |
      Wenn der Stand für Januar 2026 gelesen wird
      Dann steht "Integrationsquote" bei 3,0 Prozent, im Vorjahr bei 2,5 Prozent
