# language: de
Funktionalität: Daten und Ladestand
  Alles, was über die Zielerreichung gesagt wird, ruht auf den gelieferten Daten. Werden Werte verglichen, die
  verschieden lange gereift sind, dann erscheint ein Rückstand, den es nicht gibt; wird eine Lieferung überschrieben,
  dann lässt sich eine frühere Aussage nicht mehr nachvollziehen. Darum zählt eine Lieferung erst, wenn eine zweite
  Person sie freigegeben hat, und jede bleibt stehen, wie sie kam.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
    Und heute ist der 20.04.2026

  @III.3.2-D
  Regel: Das MS stellt aufbereitete Daten bereit; sie zählen, sobald eine zweite Person sie freigegeben hat.

    Szenario: Die Zusage, Daten bereitzustellen, steht in der Vereinbarung
      Wenn die Vereinbarung gelesen wird
      Dann enthält die Verpflichtung "Aufbereitete Daten" den Wortlaut "regelmäßig aufbereitete Daten zur Bewertung der Zielerreichung"

    Szenario: Eine gelieferte, noch nicht freigegebene Lieferung zählt nicht
      Angenommen das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" nicht beurteilbar
      Und als Grund ist genannt, dass zum Ladestand März 2026 ohne Wartezeit keine Lieferung freigegeben ist

    Szenario: Nach der Freigabe durch eine zweite Person zählt sie
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn eine zweite Person im Ministerium die Lieferung "März 2026" freigibt
      Und der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" beurteilt

    Szenario: Wer geliefert hat, gibt nicht selbst frei
      Angenommen das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn das Ministerium die Lieferung "März 2026" freigibt
      Dann wird das abgelehnt, weil die Person selbst geliefert hat

    Szenario: Wer geliefert hat, weist auch nicht selbst zurück
      Angenommen das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn das Ministerium die Lieferung "März 2026" zurückweist mit dem Grund "Die Spalten sind vertauscht."
      Dann wird das abgelehnt, weil die Person selbst geliefert hat

    Szenario: Freigegeben wird nicht vor dem Tag der Lieferung
      Angenommen das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn eine zweite Person im Ministerium die Lieferung "März 2026" freigibt, mit dem Tag 19.04.2026
      Dann wird das abgelehnt, weil es an diesem Tag noch nicht geschehen sein kann

    Szenario: Eine zurückgewiesene Lieferung zählt nie
      Angenommen das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Und eine zweite Person im Ministerium hat die Lieferung "März 2026" zurückgewiesen mit dem Grund "Die Spalten sind vertauscht."
      Wenn der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" nicht beurteilbar

    Szenario: Wer zurückweist, sagt warum
      Angenommen das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn eine zweite Person im Ministerium die Lieferung "März 2026" zurückweist
      Dann wird das abgelehnt, weil der Grund fehlt

    Szenario: Über eine Lieferung wird nur einmal entschieden
      Angenommen das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Und eine zweite Person im Ministerium hat die Lieferung "März 2026" freigegeben
      Wenn eine zweite Person im Ministerium die Lieferung "März 2026" zurückweist mit dem Grund "Doch nicht richtig."
      Dann wird das abgelehnt, weil über die Lieferung schon entschieden ist

    Szenario: Über eine Lieferung, die es nicht gibt, wird nicht entschieden
      Wenn eine zweite Person im Ministerium die Lieferung "April 2026" freigibt
      Dann wird das abgelehnt, weil es die Lieferung nicht gibt

    Szenario: Eine Lieferung behält ihren Namen für sich
      Angenommen das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn das Ministerium die Lieferung "März 2026" zum Ladestand Februar 2026 ohne Wartezeit liefert (erfundene Werte)
      Dann wird das abgelehnt, weil es eine Lieferung dieses Namens schon gibt

    Szenario: Der Landkreis liefert nicht selbst
      Wenn der Landkreis die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit liefert (erfundene Werte)
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

    Szenario: Die Lieferung steht in der Übersicht
      Angenommen das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn der Landkreis unter "Datenlieferungen" nachliest
      Dann steht dort die Lieferung "März 2026"


  @III.3.2-D
  Regel: Was nicht stimmen kann, wird nicht als Lieferung angenommen.

    Szenariogrundriss: Eine fehlerhafte Lieferung wird nicht angenommen
      Wenn das Ministerium eine Lieferung zum Ladestand März 2026 ohne Wartezeit vorlegt, in der <Fehler>
      Dann wird das abgelehnt, weil <Grund>

      Beispiele:
        | Fehler                                                       | Grund                                            |
        | dieselbe Reihe zweimal steht                                 | dieselbe Reihe zweimal geliefert wäre            |
        | ein Wert ohne Kennzeichen fehlt                              | Wert und Kennzeichen einander widersprechen      |
        | ein vorhandener Wert als gesperrt gekennzeichnet ist         | Wert und Kennzeichen einander widersprechen      |
        | ein Monat gekennzeichnet ist, den die Reihe nicht umfasst    | Wert und Kennzeichen einander widersprechen      |
        | eine Kennzahl steht, die die vereinbarte Fassung nicht kennt | die vereinbarte Fassung die Kennzahl nicht kennt |
        | eine Anzahl unter null liegt                                 | eine Zahl so nicht vorkommen kann                |
        | eine halbe Person gezählt ist                                | eine Zahl so nicht vorkommen kann                |

    Szenario: Ein fehlender Wert wird mit Kennzeichen angenommen und nicht durch null ersetzt
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 60       | gesperrt | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Wenn der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" nicht beurteilbar
      Und als Grund ist genannt, dass ein Wert für Februar 2026 fehlt

  @III.3.2-L
  Regel: Eine Lieferung hat genau einen Ladestand: ihren Berichtsmonat und die abgewarteten Monate.

    Szenario: Eine Lieferung reicht nicht über ihren Berichtsmonat hinaus
      Wenn das Ministerium eine Lieferung zum Ladestand Februar 2026 ohne Wartezeit vorlegt, in der schon Werte für März 2026 stehen
      Dann wird das abgelehnt, weil die Werte über den Berichtsmonat hinausreichen

    Szenariogrundriss: Geladen wird nicht vor dem Berichtsmonat und nicht in der Zukunft
      Wenn das Ministerium eine Lieferung zum Ladestand März 2026 ohne Wartezeit vorlegt, in der <Ladetag>
      Dann wird das abgelehnt, weil der Ladetag vor dem Berichtsmonat oder in der Zukunft liegt

      Beispiele:
        | Ladetag                                |
        | als Ladetag der 27.02.2026 genannt ist |
        | als Ladetag der 21.04.2026 genannt ist |

    Szenario: Derselbe Ladestand wird nicht stillschweigend noch einmal geliefert
      Angenommen zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn das Ministerium die Lieferung "Noch einmal" zum Ladestand März 2026 ohne Wartezeit liefert (erfundene Werte)
      Dann wird das abgelehnt, weil es den Ladestand schon gibt und kein Anlass genannt ist

    Szenario: Solange über die frühere Lieferung nicht entschieden ist, kommt keine zweite
      Angenommen das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn das Ministerium die Lieferung "Noch einmal" zum Ladestand März 2026 ohne Wartezeit liefert (erfundene Werte)
      Dann wird das abgelehnt, weil über die frühere Lieferung noch nicht entschieden ist

    Szenario: Nach einer Zurückweisung wird derselbe Ladestand ohne besonderen Anlass geliefert
      Angenommen das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Und eine zweite Person im Ministerium hat die Lieferung "März 2026" zurückgewiesen mit dem Grund "Die Spalten sind vertauscht."
      Wenn das Ministerium die Lieferung "März 2026 b" zum Ladestand März 2026 ohne Wartezeit liefert (erfundene Werte)
      Dann wird das festgehalten ohne Feststellung

    Szenario: Die Daten der Frauen und der Männer dürfen einzeln kommen
      Angenommen zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                        | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen, Frauen        |          | 20       | 20       | 20       |
        | Leistungsberechtigte, Frauen | 1.000    | 1.000    | 1.000    | 1.000    |
      Wenn das Ministerium zum Ladestand März 2026 ohne Wartezeit diese Monatswerte liefert (erfundene Werte):
        | Größe                        | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen, Männer        |          | 30       | 30       | 30       |
        | Leistungsberechtigte, Männer | 1.000    | 1.000    | 1.000    | 1.000    |
      Dann wird das festgehalten ohne Feststellung

  @III.3.2-L
  Regel: Ein Übermittlungsfehler ersetzt die fehlerhafte Lieferung, eine Revision der Statistik steht daneben.

    Grundlage:
      Angenommen zum Ladestand März 2025 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2024 | Jan 2025 | Feb 2025 | Mär 2025 |
        | Integrationen        |          | 50       | 50       | 50       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Und als Lieferung "März 2026" sind zum Ladestand März 2026 ohne Wartezeit diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 60       | 60       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |

    Szenario: Nach der Freigabe gilt die Berichtigung des Übermittlungsfehlers
      Angenommen wegen eines Übermittlungsfehlers in "März 2026" sind diese Monatswerte neu geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 60       | 48       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Wenn der Stand für März 2026 gelesen wird
      Dann steht "Integrationsquote" bei 8,4 Prozent, im Vorjahr bei 7,5 Prozent
      Und die Veränderung von "Integrationsquote" beträgt +12,0 Prozent

    Szenario: Solange die Berichtigung nicht freigegeben ist, gilt die alte Lieferung
      Angenommen wegen eines Übermittlungsfehlers in "März 2026" sind diese Monatswerte neu geliefert (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 60       | 48       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Wenn der Stand für März 2026 gelesen wird
      Dann steht "Integrationsquote" bei 9,0 Prozent, im Vorjahr bei 7,5 Prozent

    Szenario: Eine Revision der Statistik ändert den vereinbarten Vergleich nicht
      Angenommen als Revision "Revision 2026" der Statistik sind zu "März 2026" diese Monatswerte neu geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 60       | 30       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Wenn der Stand für März 2026 gelesen wird
      Dann steht "Integrationsquote" bei 9,0 Prozent, im Vorjahr bei 7,5 Prozent
      Und zu "Integrationsquote" ist nichts festgestellt

    Szenario: Werte verschiedener Revisionen zu vergleichen fällt auf
      Angenommen als Revision "Revision 2026" der Statistik ist zum Ladestand Februar 2025 ohne Wartezeit die Integrationsquote mit 100/2.000 geliefert und freigegeben (erfundene Werte)
      Und zum Ladestand Februar 2026 ohne Wartezeit ist die Integrationsquote mit 120/2.000 geliefert und freigegeben (erfundene Werte)
      Wenn der Stand für Februar 2026 gelesen wird
      Dann ist "Integrationsquote" auf Kurs
      Und zu "Integrationsquote" ist festgestellt, dass Werte verschiedener Revisionen verglichen werden

    Szenario: Eine Berichtigung gilt demselben Ladestand wie die fehlerhafte Lieferung
      Wenn das Ministerium wegen eines Übermittlungsfehlers in "März 2026" Daten zum Ladestand Februar 2026 ohne Wartezeit liefert (erfundene Werte)
      Dann wird das abgelehnt, weil die fehlerhafte Lieferung einen anderen Ladestand hat

    Szenario: Eine Revision der Statistik trägt eine eigene Bezeichnung
      Wenn das Ministerium als Revision "original" der Statistik zu "März 2026" Daten neu liefert (erfundene Werte)
      Dann wird das abgelehnt, weil die Revision keine eigene Bezeichnung trägt

    Szenario: Berichtigt wird nur, was geliefert wurde
      Wenn das Ministerium wegen eines Übermittlungsfehlers in "Mai 2026" Daten zum Ladestand März 2026 ohne Wartezeit liefert (erfundene Werte)
      Dann wird das abgelehnt, weil es die Lieferung nicht gibt

    Szenario: Über Revisionen hinweg verglichen: das steht bei jeder Angabe zum Stand
      Angenommen als Revision "Revision 2026" der Statistik ist zum Ladestand Februar 2026 ohne Wartezeit die Integrationsquote mit 90/2.000 geliefert und freigegeben (erfundene Werte)
      Und zum Ladestand Februar 2025 ohne Wartezeit ist die Integrationsquote mit 100/2.000 geliefert und freigegeben (erfundene Werte)
      Wenn der Stand für Februar 2026 gelesen wird
      Dann ist "Integrationsquote" nicht auf Kurs
      Und die Lage von "Integrationsquote" lautet überall "nicht auf Kurs (über Revisionen der Statistik hinweg verglichen)"

    Szenario: Ein Fehler der Statistik selbst zählt nach seiner Berichtigung nicht mehr
      Angenommen wegen eines Fehlers der Statistik in "März 2026" sind diese Monatswerte neu geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 60       | 48       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Wenn der Stand für März 2026 gelesen wird
      Dann steht "Integrationsquote" bei 8,4 Prozent, im Vorjahr bei 7,5 Prozent
      Und zu "Integrationsquote" ist nichts festgestellt

    Szenario: Eine Berichtigung enthält alles, was sie ersetzt
      Wenn das Ministerium wegen eines Übermittlungsfehlers in "März 2026" nur diese Monatswerte liefert (erfundene Werte):
        | Größe         | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen | 60       | 48       | 60       |
      Dann wird das abgelehnt, weil die Berichtigung unvollständig ist

    Szenario: Berichtigt wird die Lieferung, die gilt, nicht eine schon berichtigte
      Angenommen wegen eines Übermittlungsfehlers in "März 2026" sind diese Monatswerte neu geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 60       | 48       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Wenn das Ministerium wegen eines Übermittlungsfehlers in "März 2026" nur diese Monatswerte liefert (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 60       | 50       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Dann wird das abgelehnt, weil die berichtigte Lieferung nicht mehr zählt


  @III.3.2-L
  Regel: Verglichen werden nur Werte mit gleichem Ladestand, der Vorjahreswert so, wie er damals geladen war.

    Grundlage:
      Angenommen zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)

    Szenariogrundriss: Ein Vergleich ungleicher Ladestände wird abgelehnt
      Angenommen zum Ladestand <Vorjahr> liegen freigegebene Daten vor (erfundene Werte)
      Wenn "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit mit dem Ladestand <Vorjahr> verglichen wird
      Dann wird das abgelehnt, weil die Ladestände ungleich sind

      Beispiele:
        | Vorjahr                           |
        | März 2025 mit 3 Monaten Wartezeit |
        | Februar 2025 ohne Wartezeit       |
        | März 2024 ohne Wartezeit          |

    Szenario: Ein später gereifter Vorjahreswert springt nicht für den fehlenden ein
      Angenommen zum Ladestand März 2025 mit 3 Monaten Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" nicht beurteilbar
      Und als Grund ist genannt, dass zum Ladestand März 2025 ohne Wartezeit keine Lieferung freigegeben ist

    Szenario: Liegt der gereifte Vorjahreswert neben dem damaligen, zählt der damalige
      Angenommen zum Ladestand März 2025 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2024 | Jan 2025 | Feb 2025 | Mär 2025 |
        | Integrationen        |          | 50       | 50       | 50       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Und zum Ladestand März 2025 mit 3 Monaten Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2024 | Jan 2025 | Feb 2025 | Mär 2025 |
        | Integrationen        |          | 60       | 60       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Wenn "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit mit dem Ladestand März 2025 ohne Wartezeit verglichen wird
      Dann steht "Integrationsquote" im Vorjahr bei 7,5 Prozent

  @III.2.2
  Regel: Geliefert wird nach der vereinbarten Fassung der Kennzahlen; eine spätere gilt nicht von selbst.

    Szenario: Eine Lieferung nach einer anderen Fassung wird festgehalten und fällt auf
      Wenn das Ministerium eine Lieferung zum Ladestand März 2026 ohne Wartezeit vorlegt, in der nach der Fassung von 2026 gezählt ist
      Dann wird das festgehalten mit der Feststellung, dass nach einer anderen Fassung der Kennzahlen geliefert ist

    Szenario: Auch beim Vergleich ist die andere Fassung genannt
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und eine freigegebene Lieferung zum Ladestand März 2026 ohne Wartezeit, in der nach der Fassung von 2026 gezählt ist
      Wenn der Stand für März 2026 gelesen wird
      Dann ist zu "Integrationsquote" festgestellt, dass nach einer anderen Fassung der Kennzahlen geliefert ist

  @III.3.2-W
  Regel: „Ohne Wartezeit“ heißt auch: bald nach dem Berichtsmonat geladen.

    Szenariogrundriss: Spät geladene Werte werden angenommen und fallen auf
      Angenommen heute ist der 20.07.2026
      Wenn das Ministerium eine Lieferung zum Ladestand März 2026 ohne Wartezeit vorlegt, in der als Ladetag der <Ladetag> genannt ist
      Dann <Ergebnis>

      Beispiele:
        | Ladetag    | Ergebnis                                                                                |
        | 30.06.2026 | wird das festgehalten ohne Feststellung                                                 |
        | 01.07.2026 | wird das festgehalten mit der Feststellung, dass Werte ohne Wartezeit spät geladen sind |
