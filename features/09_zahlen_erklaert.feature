# language: de
Funktionalität: Zahlen erklärt und verglichen
  Eine Quote allein steuert nichts. Erst wer sieht, was dieselben Monate früher hießen, was die Zahl nicht sagen kann, was
  der Rest des Jahres noch bringen muss und wo die anderen stehen, kann im Dialog darüber reden. Wird dabei Ungleiches
  nebeneinandergestellt, redet man über den falschen Rückstand. Alle Zahlen dieser Seite sind erfundene Werte.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft

  @III.2.2
  Regel: Es gelten alle Kennzahlen und Ergänzungsgrößen der vereinbarten Fassung, und nur diese.

    Szenario: Die vereinbarte Fassung kennt jede Kennzahl mit ihren Ergänzungsgrößen
      Wenn die Vereinbarung gelesen wird
      Dann kennt die vereinbarte Kennzahlenfassung "2019" diese Kennzahlen und Ergänzungsgrößen:
        | Kennzahl | Ergänzungsgrößen       |
        | K1       | K1E1, K1E2, K1E3, K1E4 |
        | K2       | K2E1, K2E2, K2E3, K2E4 |
        | K3       | K3E1, K3E2, K3E3, K3E4 |

    Szenario: Eine spätere Fassung ändert nichts an einer Vereinbarung, die eine frühere nennt
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und der Stand für März 2026 ist notiert
      Wenn später eine Kennzahlenfassung "2026" hinzukommt, nach der die Integrationsquote anders gebildet wird
      Dann ist der Stand für März 2026 unverändert der notierte

  @III.3.2-W
  Regel: Aus den Werten ohne Wartezeit ergibt sich, was der Rest des Jahres im Monat bringen muss.

    Szenario: Für die Integrationsquote ist ein Bestand wie zuletzt geladen angenommen
      Angenommen zum Ladestand Dezember 2025 ohne Wartezeit ist die Integrationsquote mit 30,0 geliefert und freigegeben (erfundene Werte)
      Und zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 60       | 60       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Wenn der Stand für März 2026 gelesen wird
      Dann verlangt "Integrationsquote" in den verbleibenden 9 Monaten mindestens 50,2 Integrationen im Monat
      Und angenommen ist bei "Integrationsquote" ein Bestand von 2.000 in jedem verbleibenden Monat

    Szenario: Für einen durchschnittlichen Bestand braucht es keine Annahme
      Angenommen zum Ladestand Dezember 2025 ohne Wartezeit sind diese Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):
        | Größe                       | Wert  |
        | Langzeitleistungsbeziehende | 4.000 |
      Und zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                       | Jan 2026 | Feb 2026 | Mär 2026 |
        | Langzeitleistungsbeziehende | 4.000    | 3.960    | 3.920    |
      Wenn der Stand für März 2026 gelesen wird
      Dann verlangt "Bestand an Langzeitleistungsbeziehenden" in den verbleibenden 9 Monaten höchstens 3.880 Personen im Monat
      Und angenommen ist bei "Bestand an Langzeitleistungsbeziehenden" nichts

    Szenario: Ohne Jahresendwert des Vorjahres gibt es keinen Ausblick, und der Grund ist gesagt
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn der Stand für März 2026 gelesen wird
      Dann gibt es zu "Integrationsquote" keinen Ausblick, weil zum Ladestand Dezember 2025 ohne Wartezeit keine Lieferung freigegeben ist

  @III.3.2-L
  Regel: Was jede Lieferung über einen Monat sagt, bleibt nebeneinander stehen; verglichen wird nur gleicher Ladestand.

    Szenario: Ein später anders geladener Monat ist gekennzeichnet, der frühere Wert bleibt
      Angenommen zum Ladestand Januar 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe         | Jan 2026 |
        | Integrationen | 55       |
      Und zum Ladestand Februar 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe         | Jan 2026 |
        | Integrationen | 60       |
      Wenn die Matrix der Integrationen gelesen wird
      Dann zeigt die Matrix:
        | Monat    | Januar 2026 ohne Wartezeit | Februar 2026 ohne Wartezeit |
        | Jan 2026 | 55                         | 60, geändert                |

    Szenariogrundriss: Eine Matrix gibt es nur von Zahlen, die es gibt
      Wenn die Matrix von <Zahl> gelesen wird
      Dann wird das abgelehnt, weil <Grund>

      Beispiele:
        | Zahl                                                            | Grund                                           |
        | "Erreichbarkeit"                                                | die Vereinbarung diese Zahl nicht kennt         |
        | "Langzeitleistungsbeziehende" im Abstand von Männern und Frauen | eine Anzahl keinen Abstand der Geschlechter hat |

    Szenario: Ein Jobcenter mit anderem Ladestand wird gezeigt und nicht eingereiht
      Angenommen zu den Ladeständen Februar 2025 und Februar 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und eine Vereinbarung für 2026 mit dem Landkreis Friesland ist in Kraft, in der steht:
        | Zeile | Kennzahl          | gemessen wird | vereinbart             |
        | Quote | Integrationsquote | Veränderung   | mindestens 4,0 Prozent |
      Und zu den Ladeständen Januar 2025 und Januar 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn das Ministerium die Integrationsquoten zum Ladestand Februar 2026 ohne Wartezeit vergleicht
      Dann zeigt der Vergleich:
        | Jobcenter            | wie               | Rang | Zielwert |
        | Landkreis Heidekreis | verglichen        | 1    | ja       |
        | Landkreis Friesland  | anderer Ladestand |      | nein     |

    Szenario: Ein Landkreis sieht von den anderen die freigegebenen Zahlen und nicht, was mit ihnen vereinbart ist
      Angenommen zu den Ladeständen Februar 2025 und Februar 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und eine Vereinbarung für 2026 mit dem Landkreis Friesland ist in Kraft, in der steht:
        | Zeile | Kennzahl          | gemessen wird | vereinbart             |
        | Quote | Integrationsquote | Veränderung   | mindestens 4,0 Prozent |
      Und zu den Ladeständen Februar 2025 und Februar 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn der Landkreis die Integrationsquoten zum Ladestand Februar 2026 ohne Wartezeit vergleicht
      Dann zeigt der Vergleich:
        | Jobcenter            | wie        | Rang | Zielwert |
        | Landkreis Heidekreis | verglichen | 1    | ja       |
        | Landkreis Friesland  | verglichen | 1    | nein     |

    Szenario: Was nur mit anderen vereinbart ist und wovon nichts freigegeben ist, sieht ein Landkreis im Vergleich nicht
      Angenommen zu den Ladeständen Februar 2025 und Februar 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und eine Vereinbarung für 2026 mit dem Landkreis Friesland ist in Kraft, in der steht:
        | Zeile                   | Kennzahl                                         | gemessen wird | vereinbart             |
        | Geförderte Beschäftigte | Eintritte in öffentlich geförderte Beschäftigung | Veränderung   | mindestens 4,0 Prozent |
      Wenn der Landkreis die Integrationsquoten zum Ladestand Februar 2026 ohne Wartezeit vergleicht
      Dann kommt "Eintritte in öffentlich geförderte Beschäftigung" im Vergleich nicht vor
      Wenn das Ministerium die Integrationsquoten zum Ladestand Februar 2026 ohne Wartezeit vergleicht
      Dann kommt "Eintritte in öffentlich geförderte Beschäftigung" im Vergleich vor

    Szenario: Was freigegeben ist, wird bei jedem Jobcenter verglichen, gleich bei wem es vereinbart ist
      Angenommen die Integrationsquote der Alleinerziehenden ist bis Februar mit 3,0 und im Jahr darauf mit 3,2 Prozent geliefert (erfundene Werte)
      Und eine Vereinbarung für 2026 mit dem Landkreis Friesland ist in Kraft, in der steht:
        | Zeile            | Kennzahl                                | gemessen wird | vereinbart             |
        | Alleinerziehende | Integrationsquote der Alleinerziehenden | Veränderung   | mindestens 4,0 Prozent |
      Und die Integrationsquote der Alleinerziehenden ist bis Februar mit 3,0 und im Jahr darauf mit 3,6 Prozent geliefert (erfundene Werte)
      Wenn der Landkreis die Integrationsquoten zum Ladestand Februar 2026 ohne Wartezeit vergleicht
      Dann zeigt der Vergleich zu "Integrationsquote der Alleinerziehenden":
        | Jobcenter            | wie        | Rang | Zielwert |
        | Landkreis Friesland  | verglichen | 1    | nein     |
        | Landkreis Heidekreis | verglichen | 2    | nein     |

  @I.2 @III.2.2
  Regel: Neben jedem Ziel stehen seine Ergänzungsgrößen und der Abstand der Geschlechter, wo sie geliefert sind.

    Szenario: Neben der Integrationsquote stehen die der Alleinerziehenden und der Abstand von Männern und Frauen
      Angenommen zum Ladestand Februar 2026 ohne Wartezeit sind diese Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):
        | Größe                                   | Wert     |
        | Integrationsquote, Frauen               | 40/1.000 |
        | Integrationsquote, Männer               | 60/1.000 |
        | Integrationsquote der Alleinerziehenden | 15/500   |
      Wenn der Stand für Februar 2026 gelesen wird
      Dann steht neben Ziel 2:
        | Größe                                   | Geschlecht | Wert |
        | Integrationsquote der Alleinerziehenden | insgesamt  | 3,0  |
        | Integrationsquote                       | Abstand    | 2,0  |

    Szenario: Was neben der Integrationsquote stünde und nicht geliefert ist, ist genannt
      Angenommen die Integrationsquote der Alleinerziehenden ist bis Februar mit 3,0 und im Jahr darauf mit 3,2 Prozent geliefert (erfundene Werte)
      Wenn der Stand für Februar 2026 gelesen wird
      Dann ist neben Ziel 2 als nicht geliefert genannt:
        | Eintritte in geringfügige Beschäftigung          |
        | Eintritte in öffentlich geförderte Beschäftigung |
        | Kontinuierliche Beschäftigung nach Integration   |
        | Anteil der Frauen in Maßnahmen                   |
        | Integrationsquote, Abstand                       |

    Szenario: Neben Ziel 6 steht der Anteil der Frauen in Maßnahmen
      Angenommen zum Ladestand Februar 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                              | Jan 2026 | Feb 2026 |
        | Teilnahmen an Maßnahmen            | 400      | 400      |
        | Teilnahmen von Frauen an Maßnahmen | 180      | 180      |
      Wenn der Stand für Februar 2026 gelesen wird
      Dann steht neben Ziel 6:
        | Größe                          | Geschlecht | Wert |
        | Anteil der Frauen in Maßnahmen | insgesamt  | 45,0 |
      Und Ziel 6 hat kein Urteil

    Szenario: Neben Ziel 6 stehen die Zahlen der Frauen zu Integration und Bestand
      Angenommen zum Ladestand Februar 2026 ohne Wartezeit sind diese Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):
        | Größe                               | Wert     |
        | Integrationsquote, Frauen           | 40/1.000 |
        | Langzeitleistungsbeziehende, Frauen | 600      |
      Wenn der Stand für Februar 2026 gelesen wird
      Dann steht neben Ziel 6:
        | Größe                       | Geschlecht | Wert |
        | Integrationsquote           | Frauen     | 4,0  |
        | Langzeitleistungsbeziehende | Frauen     | 600  |


  @N.3
  Regel: Zu jeder Zahl ist gesagt, wie sie geprüft ist, woher sie kommt, wie genau sie ist, was sie nicht sagt und was das ausgleicht.

    Grundlage:
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und als Lieferung "März 2026" sind zum Ladestand März 2026 ohne Wartezeit diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026          |
        | Integrationen        |          | 57       | 61       | 59, hochgerechnet |
        | Leistungsberechtigte | 2.100    | 2.000    | 1.900    | 1.000             |

    Szenario: Die Angaben zur Qualität nennen nur, was festgehalten ist
      Wenn der Stand für März 2026 gelesen wird
      Dann lauten die Angaben zur Qualität von "Integrationsquote":
        | Angabe      | enthält                                                               |
        | Geprüft     | von einer zweiten Person freigegeben (Referat Controlling)            |
        | Quelle      | geladen am 15.04.2026, ohne Datei erfasst                             |
        | Genauigkeit | ohne Wartezeit, also vorläufig; Integrationen März 2026 hochgerechnet |
        | Grenzen     | nichts festgehalten                                                   |
        | Ausgleich   | verglichen ist nur mit gleichem Ladestand des Vergleichsjahres        |

  @III.2.2 @III.3.1
  Regel: Eine Zeile nennt ihre Form und wird in ihr gebildet; daneben stehen die Kennzahlen in der Form der Verordnung.

    Szenariogrundriss: Dieselben Zahlen ergeben in verschiedenen Formen verschiedene Werte
      Angenommen eine Vereinbarung für 2026 mit dem Landkreis Friesland ist in Kraft, in der steht:
        | Zeile             | Kennzahl          | Form   | gemessen wird | vereinbart             |
        | Integrationsquote | Integrationsquote | <Form> | Höhe          | mindestens 9,0 Prozent |
      Und zum Ladestand Februar 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 |
        | Integrationen        |          | 40       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    |
      Wenn der Stand für Februar 2026 gelesen wird
      Dann steht "Integrationsquote" bei <Wert> Prozent
      Und der Rechenweg zu "Integrationsquote" nennt "hier als <Form>"

      Beispiele:
        | Form                   | Wert |
        | Jahresfortschrittswert | 5,0  |
        | Monatswert             | 3,0  |

    Szenario: Alle Kennzahlen der Verordnung sind nachlesbar, und was nicht geliefert ist, sagt es
      Angenommen zum Ladestand Februar 2025 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                       | Feb 2025 |
        | Langzeitleistungsbeziehende | 1.000    |
      Und zum Ladestand Februar 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                       | Feb 2026 |
        | Langzeitleistungsbeziehende | 975      |
      Wenn der Stand für Februar 2026 gelesen wird
      Dann stehen 15 Kennzahlen und Ergänzungsgrößen der Verordnung daneben
      Und "K3" steht dort als Monatswert bei -2,5 Prozent
      Und "K2" ist dort als gleitender Jahreswert nicht gebildet, mit Grund

    Szenario: Was die Statistik für einen Monat veröffentlicht, steht neben dem Errechneten
      Angenommen zu den Ladeständen Februar 2025 und Februar 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand Februar 2026 mit 3 Monaten Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                                                    | Feb 2026 |
        | Veränderung des Bestands an Langzeitleistungsbeziehenden | -2,1     |
      Wenn der Stand für Februar 2026 gelesen wird
      Dann stehen 15 Kennzahlen und Ergänzungsgrößen der Verordnung daneben
      Und "K3" steht dort als Monatswert bei 0,0 Prozent
      Und als veröffentlicht steht bei "K3" -2,1 zum Ladestand Februar 2026 mit 3 Monaten Wartezeit
