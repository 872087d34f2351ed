# language: de
Funktionalität: Andere Vereinbarungen
  Vereinbarungen anderer Jahre und Länder sagen anderes zu: einen erlaubten Rückgang, eine feste Zahl von Personen, einen
  Betrag in Euro, Zwischenwerte im Jahr. Passte der Dienst nur zu einem Dokument, würde ein erlaubter Rückgang als
  verfehlt gezeigt. Alle Vereinbarungen und Zahlen dieser Seite sind erfunden.

  @III.2.1.2 @III.2.1.3
  Regel: Erlaubter Rückgang, feste Zahl und Betrag werden beurteilt, wie sie vereinbart sind.

    Szenariogrundriss: „Sinkt um höchstens 7,0 %“ ist ein erlaubter Rückgang
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile             | Kennzahl          | gemessen wird | vereinbart              |
        | Integrationsquote | Integrationsquote | Veränderung   | mindestens -7,0 Prozent |
      Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                          | 2025   | 2026            |
        | Integrationen                  | 3.000  | <Integrationen> |
        | Leistungsberechtigte im Mittel | 10.000 | 10.000          |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Integrationsquote" <Stand>

      Beispiele:
        | Integrationen | Stand          |
        | 3.100         | auf Kurs       |
        | 2.790         | auf Kurs       |
        | 2.789         | nicht auf Kurs |

    Szenariogrundriss: „Weniger als 151 Personen“ lässt 151 nicht zu
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile   | Kennzahl                    | gemessen wird | vereinbart               |
        | Bestand | Langzeitleistungsbeziehende | Höhe          | weniger als 151 Personen |
      Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                 | 2025 | 2026   |
        | Langzeitleistungsbeziehende im Mittel | 160  | <2026> |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Bestand" <Stand>
      Und bei "Bestand" beträgt der Rückstand in Personen <Rückstand>

      Beispiele:
        | 2026 | Stand          | Rückstand |
        | 150  | auf Kurs       | 0         |
        | 151  | nicht auf Kurs | 1         |
        | 152  | nicht auf Kurs | 2         |

    Szenariogrundriss: Ein Betrag in Euro, der höchstens ausgegeben werden soll
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile      | Kennzahl                       | gemessen wird | vereinbart               |
        | Leistungen | Leistungen zum Lebensunterhalt | Höhe          | höchstens 9.000.000 Euro |
      Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                          | 2025       | 2026   |
        | Leistungen zum Lebensunterhalt | 10.000.000 | <2026> |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Leistungen" <Stand>

      Beispiele:
        | 2026      | Stand          |
        | 9.000.000 | auf Kurs       |
        | 9.000.001 | nicht auf Kurs |

    Szenario: Eine Steigerung in Prozentpunkten ist etwas anderes als eine in Prozent
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile      | Kennzahl          | gemessen wird          | vereinbart                    |
        | in Punkten | Integrationsquote | Veränderung in Punkten | mindestens +5,3 Prozentpunkte |
        | in Prozent | Integrationsquote | Veränderung            | mindestens +5,3 Prozent       |
      Und zum Ladestand Dezember 2025 ohne Wartezeit ist die Integrationsquote mit 3.000/10.000 geliefert und freigegeben (erfundene Werte)
      Und zum Ladestand Dezember 2026 ohne Wartezeit ist die Integrationsquote mit 3.159/10.000 geliefert und freigegeben (erfundene Werte)
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "in Prozent" auf Kurs
      Und "in Punkten" ist nicht auf Kurs
      Und bei "in Punkten" beträgt der Rückstand in Integrationen 371

    Szenario: Ein Zielwert mit zwei Nachkommastellen wird nicht gerundet
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile   | Kennzahl                    | gemessen wird | vereinbart              |
        | Bestand | Langzeitleistungsbeziehende | Veränderung   | höchstens -0,25 Prozent |
      Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                 | 2025  | 2026 |
        | Langzeitleistungsbeziehende im Mittel | 1.000 | 998  |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Bestand" nicht auf Kurs
      Und bei "Bestand" beträgt der Rückstand in Personen 1

    Szenario: Ist die Rundung vereinbart, entscheidet der gerundete Wert
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der der gerundete Wert entscheidet und in der steht:
        | Zeile             | Kennzahl          | gemessen wird | vereinbart              |
        | Integrationsquote | Integrationsquote | Veränderung   | mindestens +5,3 Prozent |
      Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe             | 2025         | 2026         |
        | Integrationsquote | 3.000/10.000 | 3.158/10.000 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Integrationsquote" auf Kurs
      Und bei "Integrationsquote" ist vermerkt, dass die Rundung das Ergebnis ändern würde

  @III.3.1
  Regel: Während des Jahres gilt der vereinbarte Zwischenwert.

    Szenariogrundriss: Für den Februar gilt der Wert für den Februar
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile             | Kennzahl          | gemessen wird | vereinbart              | Zwischenwert                         |
        | Integrationsquote | Integrationsquote | Höhe          | mindestens 30,0 Prozent | Februar 2026: mindestens 3,3 Prozent |
      Und zum Ladestand Februar 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 |
        | Integrationen        |          | 33       | <Feb>    |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    |
      Wenn der Stand für Februar 2026 gelesen wird
      Dann ist "Integrationsquote" <Stand>

      Beispiele:
        | Feb | Stand          |
        | 33  | auf Kurs       |
        | 32  | nicht auf Kurs |

    Szenario: Ohne Zwischenwert sagt der Jahreswert im März noch nichts
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile             | Kennzahl          | gemessen wird | vereinbart              | Zwischenwert                         |
        | Integrationsquote | Integrationsquote | Höhe          | mindestens 30,0 Prozent | Februar 2026: mindestens 3,3 Prozent |
      Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" nicht beurteilbar
      Und als Grund ist genannt "kein Zwischenwert vereinbart"

    Szenario: Auch ohne Zwischenwert sind Wert, Herleitung und nötiges Monatstempo gesagt
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile             | Kennzahl          | gemessen wird | vereinbart              |
        | Integrationsquote | Integrationsquote | Höhe          | mindestens 30,0 Prozent |
      Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 40       | 50       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Wenn der Stand für März 2026 gelesen wird
      Dann steht "Integrationsquote" bei 7,5 Prozent
      Und "Integrationsquote" verlangt in den verbleibenden 9 Monaten mindestens 50,0 Integrationen im Monat

  @III.2.1.2-G
  Regel: Auch der Abstand zwischen Männern und Frauen kann Zielwert sein.

    Szenariogrundriss: Der Abstand soll auf höchstens 15 Prozentpunkte sinken
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile   | Kennzahl          | Geschlecht | gemessen wird | vereinbart                 |
        | Abstand | Integrationsquote | Abstand    | Höhe          | höchstens 15 Prozentpunkte |
      Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                  | 2025        | 2026        |
        | Integrationen, Frauen                  | 1.000       | <Frauen>    |
        | Leistungsberechtigte im Mittel, Frauen | 5.000       | 5.000       |
        | Integrationsquote, Männer              | 2.000/5.000 | 2.000/5.000 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Abstand" <Stand>

      Beispiele:
        | Frauen | Stand          |
        | 1.250  | auf Kurs       |
        | 1.249  | nicht auf Kurs |

  @III.2.1.2
  Regel: Ein Erwartungswert leitet, entscheidet aber nichts.

    Szenario: Ein Ziel mit Erwartungswert hat kein Urteil
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile             | Kennzahl          | gemessen wird | erwartet                |
        | Integrationsquote | Integrationsquote | Veränderung   | mindestens +1,0 Prozent |
      Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe             | 2025         | 2026         |
        | Integrationsquote | 3.000/10.000 | 3.000/10.000 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Integrationsquote" anders als erwartet
      Und kein Ziel hat ein Urteil

  @III.2.1.3
  Regel: Eine Zeile kann mit einem anderen Jahr vergleichen als dem Vorjahr und länger warten als die anderen.

    Szenariogrundriss: „Gegenüber 2019“ wird mit 2019 verglichen
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile   | Kennzahl                    | gemessen wird | vereinbart              | Vergleichsjahr |
        | Bestand | Langzeitleistungsbeziehende | Veränderung   | höchstens -10,0 Prozent | 2019           |
      Und diese Jahresfortschrittswerte ohne Wartezeit sind geliefert und freigegeben (erfundene Werte):
        | Größe                       | Dezember 2019 | Dezember 2025 | Dezember 2026 |
        | Langzeitleistungsbeziehende | 4.000         | 3.500         | <2026>        |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Bestand" <Stand>

      Beispiele:
        | 2026  | Stand          |
        | 3.600 | auf Kurs       |
        | 3.601 | nicht auf Kurs |

    Szenario: Eine Zeile mit drei Monaten Wartezeit wird an gewarteten Werten gemessen
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile    | Kennzahl                    | gemessen wird | vereinbart               | Monate Wartezeit |
        | gewartet | Langzeitleistungsbeziehende | Höhe          | höchstens 3.600 Personen | 3                |
        | sofort   | Leistungsberechtigte        | Höhe          | höchstens 9.000 Personen |                  |
      Und zum Ladestand Dezember 2026 ohne Wartezeit sind 3.700 Langzeitleistungsbeziehende geliefert und freigegeben (erfundene Werte)
      Und zum Ladestand Dezember 2026 mit 3 Monaten Wartezeit sind 3.600 Langzeitleistungsbeziehende geliefert und freigegeben (erfundene Werte)
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "gewartet" auf Kurs

    Szenario: Eine Zeile ohne eigene Wartezeit wird daneben an Werten ohne Wartezeit gemessen
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile    | Kennzahl                    | gemessen wird | vereinbart               | Monate Wartezeit |
        | gewartet | Langzeitleistungsbeziehende | Höhe          | höchstens 3.600 Personen | 3                |
        | sofort   | Leistungsberechtigte        | Höhe          | höchstens 9.000 Personen |                  |
      Und zum Ladestand Dezember 2026 ohne Wartezeit sind 9.000 Leistungsberechtigte geliefert und freigegeben (erfundene Werte)
      Und zum Ladestand Dezember 2026 mit 3 Monaten Wartezeit sind 9.100 Leistungsberechtigte geliefert und freigegeben (erfundene Werte)
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "sofort" auf Kurs

  @P @S
  Regel: Bei drei Partnern bindet erst die dritte Unterschrift.

    Szenario: Zwei Ministerien und ein Landkreis
      Angenommen eine Vereinbarung für 2026 mit zwei Ministerien ist entworfen
      Und das Ministerium hat am 29.01.2026 in "Hannover" unterzeichnet
      Und der Landkreis hat am 10.02.2026 in "Bad Fallingbostel" unterzeichnet
      Und die Vereinbarung ist "teilweise unterzeichnet"
      Und heute ist der 12.02.2026
      Wenn ein anderes Ministerium des Landes am 12.02.2026 in "Hannover" unterzeichnet
      Dann ist die Vereinbarung "in Kraft"
      Und sie bindet seit dem 12.02.2026

  @III.3.1
  Regel: Bei drei Partnern fällt auch auf, wer von einer Seite beim Dialog fehlte.

    Szenario: Das zweite Ministerium war nicht dabei
      Angenommen eine Vereinbarung für 2026 mit zwei Ministerien ist entworfen
      Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und der Ausschuss hat am 05.05.2026 den Dialog "Frühjahr" vorbereitet
      Und heute ist der 12.05.2026
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält
      Dann wird das festgehalten mit der Feststellung, dass ein Partner nicht teilnahm
      Und die Feststellung nennt "Niedersächsisches Ministerium für Wirtschaft"

  @III.2.2
  Regel: Eine eigene Kennzahl steht neben denen der Verordnung und widerspricht sich nicht.

    Szenariogrundriss: Eine Kennzahl, die so nicht zu bilden ist, wird nicht vereinbart
      Wenn das Ministerium einen Entwurf vorlegt, in dem <Widerspruch>
      Dann wird das abgelehnt, weil <Grund>

      Beispiele:
        | Widerspruch                                                   | Grund                                               |
        | die eigene Kennzahl eine Anzahl in Prozent nennt              | Rechenweg und Einheit der Kennzahl nicht passen     |
        | die eigene Kennzahl so heißt wie eine Kennzahl der Verordnung | die Verordnung diese Kennzahl schon anders bestimmt |

  @P
  Regel: Auf jeder Ebene des § 48b schließen die Partner, die es dort gibt, auch ohne amtlichen Schlüssel.

    Szenario: Bund und Bundesagentur, mit Zustimmung des Finanzministeriums
      Wenn der Bund mit der Bundesagentur eine Vereinbarung für 2026 entwirft, der das Bundesministerium der Finanzen zugestimmt hat
      Dann ist die Vereinbarung "entworfen"
      Und ihre Partner sind:
        | Seite         | Name                                      |
        | Bund          | Bundesministerium für Arbeit und Soziales |
        | Bundesagentur | Bundesagentur für Arbeit                  |
      Und zugestimmt hat, ohne zu unterzeichnen, "Bundesministerium der Finanzen"

    Szenario: Wer Partner ist, sieht sie; ein Land sieht sie nicht, weil sie in keinem liegt
      Angenommen der Bund hat mit der Bundesagentur eine Vereinbarung für 2026 entworfen
      Wenn das Ministerium die Vereinbarung liest
      Dann wird das abgelehnt, weil es die Vereinbarung hier nicht gibt

    Szenario: Zwei Vereinbarungen eines Jobcenters mit verschiedenen Partnern sind zwei
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn ein anderes Ministerium des Landes mit dem Landkreis Heidekreis eine eigene Vereinbarung für 2026 entwirft
      Dann ist die Vereinbarung "entworfen"
      Und sie ist eine andere als die erste

    Szenariogrundriss: Fehlt eine Seite, heißt sie wie auf ihrer Ebene
      Wenn das Ministerium einen Entwurf nach § 48b Abs. 1 S. 1 Nr. <Nr.> SGB II vorlegt, in dem beide Partner auf der ersten Seite stehen
      Dann wird das abgelehnt, weil auf einer Seite ein Partner fehlt
      Und die Begründung nennt "„<Seite>“"

      Beispiele:
        | Nr. | Seite                  |
        | 1   | Bundesagentur          |
        | 2   | gemeinsame Einrichtung |
        | 3   | Land                   |
        | 4   | Kommune                |
