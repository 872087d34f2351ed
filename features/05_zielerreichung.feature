# language: de
Funktionalität: Zielerreichung
  Ob ein Ziel auf Kurs ist, entscheidet, worüber die Partner reden und was am Jahresende im Bericht steht. Ein falscher
  Nenner, Prozent statt Prozentpunkte oder ein Urteil, wo keines vereinbart ist, macht aus einem guten Jahr ein
  schlechtes oder umgekehrt. Alle Zahlen dieser Seite sind erfundene Werte; sie sind so gewählt, dass der jeweilige
  Fehler auffiele.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft

  @III.2.1.1
  Regel: Ziel 1 wird beobachtet; es gibt kein „erreicht“ und kein „verfehlt“.

    Szenariogrundriss: Die Summe der Leistungen wird gezeigt, aber nicht beurteilt
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                          | 2025       | 2026   |
        | Leistungen zum Lebensunterhalt | 12.000.000 | <2026> |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann wird "Summe der Leistungen zum Lebensunterhalt" nur beobachtet
      Und die Veränderung von "Summe der Leistungen zum Lebensunterhalt" beträgt <Veränderung> Prozent
      Und "Summe der Leistungen zum Lebensunterhalt" hat weder Zielwert noch Rückstand
      Und Ziel 1 hat kein Urteil

      Beispiele:
        | 2026       | Veränderung |
        | 18.000.000 | +50,0       |
        | 12.000.000 | 0,0         |
        | 6.000.000  | -50,0       |

    Szenario: Auch die Qualität der Integrationen wird beobachtet
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                         | 2025  | 2026  |
        | Integrationen                 | 3.000 | 3.000 |
        | bedarfsdeckende Integrationen | 1.200 | 1.344 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann wird "Anteil bedarfsdeckender Integrationen" nur beobachtet
      Und "Anteil bedarfsdeckender Integrationen" steht bei 44,8 Prozent
      Und der Rechenweg zu "Anteil bedarfsdeckender Integrationen" nennt "1.008 ÷ 2.250 = 44,8 %"

    Szenario: Auch der lange Leistungsbezug wird beobachtet
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                      | 2025  | 2026  |
        | Langzeitleistungsbeziehende ab vier Jahren | 2.400 | 2.350 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann wird "Langzeitleistungsbeziehende ab vier Jahren" nur beobachtet
      Und "Langzeitleistungsbeziehende ab vier Jahren" steht bei 2.350 Personen

    Szenario: Fehlen die Werte zu Ziel 1, ist es trotzdem nicht verfehlt
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann wird "Summe der Leistungen zum Lebensunterhalt" nur beobachtet

    Szenario: Was erst drei Monate später feststeht, zeigt die Monate, die feststehen, und sagt, welche
      Angenommen zum Ladestand Juni 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                         | Jan 2026 | Feb 2026 | Mär 2026 | Apr 2026 | Mai 2026 | Jun 2026 |
        | Integrationen                 | 100      | 100      | 100      | 100      | 100      | 100      |
        | bedarfsdeckende Integrationen | 50       | 50       | 50       |          |          |          |
      Wenn der Stand für Juni 2026 gelesen wird
      Dann steht "Anteil bedarfsdeckender Integrationen" bei 50,0 Prozent
      Und der Rechenweg zu "Anteil bedarfsdeckender Integrationen" nennt "Monate bis März 2026"

    Szenario: Steht noch kein Monat fest, ist gesagt, ab wann
      Angenommen zum Ladestand Februar 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                         | Jan 2026 | Feb 2026 |
        | Integrationen                 | 100      | 100      |
        | bedarfsdeckende Integrationen | 40       | 50       |
      Wenn der Stand für Februar 2026 gelesen wird
      Dann wird "Anteil bedarfsdeckender Integrationen" nur beobachtet
      Und "Anteil bedarfsdeckender Integrationen" hat keinen Wert, weil er erst ab dem Berichtsmonat April 2026 feststeht

    Szenario: Die Zahl der Langzeitleistungsbeziehenden ab vier Jahren ist das Mittel der Monate, nicht der letzte
      Angenommen zum Ladestand Februar 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                                      | Jan 2026 | Feb 2026 |
        | Langzeitleistungsbeziehende ab vier Jahren | 700      | 500      |
      Wenn der Stand für Februar 2026 gelesen wird
      Dann steht "Langzeitleistungsbeziehende ab vier Jahren" bei 600 Personen

    Szenario: Ohne Integrationen gibt es keinen Anteil der bedarfsdeckenden
      Angenommen zum Ladestand Juni 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                         | Jan 2026 | Feb 2026 | Mär 2026 | Apr 2026 | Mai 2026 | Jun 2026 |
        | Integrationen                 | 0        | 0        | 0        | 10       | 10       | 10       |
        | bedarfsdeckende Integrationen | 0        | 0        | 0        |          |          |          |
      Wenn der Stand für Juni 2026 gelesen wird
      Dann wird "Anteil bedarfsdeckender Integrationen" nur beobachtet
      Und als Grund zu "Anteil bedarfsdeckender Integrationen" ist genannt "null"


  @III.2.1.2
  Regel: Ziel 2 ist auf Kurs, wenn die Integrationsquote gegenüber 2025 um 5,3 Prozent steigt, nicht um 5,3 Prozentpunkte.

    Szenariogrundriss: Aus 30,0 Prozent müssen 31,59 Prozent werden
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                          | 2025   | 2026            |
        | Integrationen                  | 3.000  | <Integrationen> |
        | Leistungsberechtigte im Mittel | 10.000 | 10.000          |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann steht "Integrationsquote" im Vorjahr bei 30,0 Prozent
      Und "Integrationsquote" ist <Stand>
      Und bei "Integrationsquote" beträgt der Rückstand in Integrationen <Rückstand>

      Beispiele:
        | Integrationen | Stand                                | Rückstand |
        | 3.530         | auf Kurs                             | 0         |
        | 3.159         | auf Kurs                             | 0         |
        | 3.158         | nur durch die Rundung zu entscheiden | 1         |
        | 3.157         | nicht auf Kurs                       | 2         |
        | 3.053         | nicht auf Kurs                       | 106       |
        | 3.000         | nicht auf Kurs                       | 159       |

    Szenario: Reicht nur der gerundete Wert, ist nichts entschieden, weil keine Rundung vereinbart ist
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe             | 2025         | 2026         |
        | Integrationsquote | 3.000/10.000 | 3.158/10.000 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann beträgt die Veränderung von "Integrationsquote" +5,27 Prozent
      Und "Integrationsquote" ist nur durch die Rundung zu entscheiden
      Und als Grund ist genannt "eine Rundung ist nicht vereinbart"
      Und bei "Integrationsquote" ist vermerkt, dass die Rundung das Ergebnis ändern würde

    Szenario: Wo die Rundung nichts ändert, ist auch nichts vermerkt
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe             | 2025         | 2026         |
        | Integrationsquote | 3.000/10.000 | 3.159/10.000 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist bei "Integrationsquote" nicht vermerkt, dass die Rundung das Ergebnis ändern würde

    Szenario: Der Nenner ist der Bestand der Vormonate, Dezember bis Februar für den März
      Angenommen zum Ladestand März 2025 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2024 | Jan 2025 | Feb 2025 | Mär 2025 |
        | Integrationen        |          | 50       | 50       | 50       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 60       | 60       | 60       |
        | Leistungsberechtigte | 2.100    | 2.000    | 1.900    | 1.000    |
      Wenn der Stand für März 2026 gelesen wird
      Dann steht "Integrationsquote" bei 9,0 Prozent, im Vorjahr bei 7,5 Prozent

    Szenario: Ohne den Dezember des Vorjahres gibt es keine Integrationsquote
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        | 60       | 60       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    |
      Wenn der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" nicht beurteilbar
      Und als Grund ist genannt, dass ein Wert für Dezember 2025 fehlt

    Szenario: Auch im Vorjahr braucht es dessen Dezember davor
      Angenommen zum Ladestand März 2025 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Jan 2025 | Feb 2025 | Mär 2025 |
        | Integrationen        | 50       | 50       | 50       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    |
      Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" nicht beurteilbar
      Und als Grund ist genannt, dass ein Wert für Dezember 2024 fehlt

    Szenario: Ohne Vorjahreswert gibt es keinen Stand, sondern die Auskunft, was fehlt
      Angenommen zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" nicht beurteilbar
      Und als Grund ist genannt, dass zum Ladestand März 2025 ohne Wartezeit keine Lieferung freigegeben ist

    Szenario: Ein Monat außerhalb des Vereinbarungsjahres hat keinen Stand
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn der Stand für März 2025 gelesen wird
      Dann ist "Integrationsquote" nicht beurteilbar
      Und als Grund ist genannt "liegt nicht im Jahr der Vereinbarung"

    Szenario: Ein Vorjahreswert von null lässt keine Veränderung in Prozent zu
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe             | 2025     | 2026         |
        | Integrationsquote | 0/10.000 | 3.159/10.000 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Integrationsquote" nicht beurteilbar
      Und als Grund ist genannt "Der Vorjahreswert ist null"

    Szenario: Ein Bestand von null ergibt keine Quote
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe             | 2025         | 2026 |
        | Integrationsquote | 3.000/10.000 | 0/0  |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Integrationsquote" nicht beurteilbar
      Und als Grund ist genannt "Der Nenner von K2 ist null"

  @III.2.1.2-G
  Regel: Das geschlechterspezifische Ziel steht neben dem Gesamtwert und verlangt beides: Frauen +6,2 und Männer +4,6 Prozent.

    Szenario: Der Gesamtwert ist auf Kurs, die Frauen sind es nicht
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                     | 2025         | 2026         |
        | Integrationsquote         | 3.000/10.000 | 3.170/10.000 |
        | Integrationsquote, Frauen | 1.000/5.000  | 1.050/5.000  |
        | Integrationsquote, Männer | 2.000/5.000  | 2.120/5.000  |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist das Urteil "Integrationsquote" auf Kurs
      Und "Integrationsquote der Frauen" ist nicht auf Kurs
      Und "Integrationsquote der Männer" ist auf Kurs
      Und das Urteil "geschlechterspezifisches Ziel" ist nicht auf Kurs

    Szenario: Wie viele Integrationen den Frauen fehlen, ist gesagt
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                     | 2025        | 2026        |
        | Integrationsquote, Frauen | 1.000/5.000 | 1.050/5.000 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann beträgt bei "Integrationsquote der Frauen" der Rückstand in Integrationen 12

    Szenario: Frauen und Männer sind auf Kurs, der Gesamtwert ist es nicht
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                     | 2025         | 2026         |
        | Integrationsquote         | 3.000/10.000 | 3.154/10.000 |
        | Integrationsquote, Frauen | 1.000/5.000  | 1.062/5.000  |
        | Integrationsquote, Männer | 2.000/5.000  | 2.092/5.000  |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist das Urteil "geschlechterspezifisches Ziel" auf Kurs
      Und das Urteil "Integrationsquote" ist nicht auf Kurs

    Szenario: Die Veränderung der Gesamtquote ist nicht das Mittel der Veränderungen von Frauen und Männern
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                     | 2025         | 2026         |
        | Integrationsquote         | 3.000/10.000 | 2.751/10.000 |
        | Integrationsquote, Frauen | 1.000/5.000  | 1.491/7.000  |
        | Integrationsquote, Männer | 2.000/5.000  | 1.260/3.000  |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann beträgt die Veränderung von "Integrationsquote der Frauen" +6,5 Prozent
      Und die Veränderung von "Integrationsquote der Männer" beträgt +5,0 Prozent
      Und die Veränderung von "Integrationsquote" beträgt -8,3 Prozent
      Und das Urteil "Integrationsquote" ist nicht auf Kurs

    Szenario: Fehlen die Zahlen der Männer, ist das geschlechterspezifische Ziel nicht beurteilbar
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                     | 2025         | 2026         |
        | Integrationsquote         | 3.000/10.000 | 3.170/10.000 |
        | Integrationsquote, Frauen | 1.000/5.000  | 1.062/5.000  |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist das Urteil "Integrationsquote" auf Kurs
      Und "Integrationsquote der Frauen" ist auf Kurs
      Und das Urteil "geschlechterspezifisches Ziel" ist nicht beurteilbar

  @III.2.1.3
  Regel: Ziel 3 ist auf Kurs, wenn der durchschnittliche Bestand an Langzeitleistungsbeziehenden gegenüber 2025 um 2,5 Prozent sinkt.

    Szenariogrundriss: Aus 4.000 Langzeitleistungsbeziehenden dürfen höchstens 3.900 werden
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                 | 2025  | 2026   |
        | Langzeitleistungsbeziehende im Mittel | 4.000 | <2026> |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Bestand an Langzeitleistungsbeziehenden" <Stand>
      Und bei "Bestand an Langzeitleistungsbeziehenden" beträgt der Rückstand in Personen <Rückstand>

      Beispiele:
        | 2026  | Stand                                | Rückstand |
        | 3.600 | auf Kurs                             | 0         |
        | 3.900 | auf Kurs                             | 0         |
        | 3.901 | nur durch die Rundung zu entscheiden | 1         |
        | 3.903 | nicht auf Kurs                       | 3         |
        | 4.000 | nicht auf Kurs                       | 100       |
        | 4.100 | nicht auf Kurs                       | 200       |

    Szenario: Gemessen wird das Mittel der Monate, nicht der letzte Monat
      Angenommen zum Ladestand März 2025 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                       | Jan 2025 | Feb 2025 | Mär 2025 |
        | Langzeitleistungsbeziehende | 4.000    | 4.000    | 4.000    |
      Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                       | Jan 2026 | Feb 2026 | Mär 2026 |
        | Langzeitleistungsbeziehende | 4.200    | 4.000    | 3.800    |
      Wenn der Stand für März 2026 gelesen wird
      Dann steht "Bestand an Langzeitleistungsbeziehenden" bei 4.000 Personen
      Und "Bestand an Langzeitleistungsbeziehenden" ist nicht auf Kurs
