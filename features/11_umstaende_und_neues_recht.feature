# language: de
Funktionalität: Umstände und neues Recht
  Wird weniger Geld bereitgestellt als zugesagt, bricht die Wirtschaft ein oder ändert sich das Gesetz mitten im Jahr,
  dann erklärt das vielleicht ein verfehltes Ziel, vielleicht auch nicht. Wird es nicht festgehalten, solange man sich
  daran erinnert, steht am Jahresende nur die Zahl. Darum wird jeder Umstand und jede Neuregelung festgehalten und bleibt
  zur Würdigung stehen; die Zahl ändert sich dadurch nicht. Alle tatsächlichen Werte dieser Seite sind erfunden.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
    Und heute ist der 06.07.2026

  @III.3.5 @II.1 @II.2
  Regel: Abweichungen von Haushaltsmitteln und Eckwerten werden neben dem vereinbarten Wert festgehalten.

    Szenario: Weniger Eingliederungsmittel stehen neben dem vereinbarten Betrag
      Wenn der Landkreis den Umstand "eingliederungsmittel" festhält (erfundene Werte):
        | Art         | Haushaltsmittel                                 |
        | betrifft    | Leistungen zur Eingliederung in Arbeit          |
        | tatsächlich | 6.760.000 Euro                                  |
        | Zeilen      | Integrationsquote, Integrationsquote der Frauen |
      Dann steht der Umstand "eingliederungsmittel" zur Würdigung an
      Und lautet der letzte Eintrag der Geschichte:
        | was         | Umstand festgehalten |
        | für         | heidekreis           |
        | vereinbart  | 7.025.036            |
        | tatsächlich | 6.760.000            |

    Szenario: Ein Eckwert, der anders kam als erwartet, steht neben der Erwartung
      Wenn das Ministerium den Umstand "beschaeftigung" festhält (erfundene Werte):
        | Art         | Eckwert                                                    |
        | betrifft    | Sozialversicherungspflichtig Beschäftigte in Niedersachsen |
        | tatsächlich | -0,8 Prozent                                               |
      Dann steht der Umstand "beschaeftigung" zur Würdigung an
      Und lautet der letzte Eintrag der Geschichte:
        | was         | Umstand festgehalten |
        | für         | ni-ms                |
        | vereinbart  | 0,1                  |
        | tatsächlich | -0,8                 |

    Szenariogrundriss: Auch was niemand beziffert hat, wird festgehalten
      Wenn der Landkreis den Umstand "standort" festhält (erfundene Werte):
        | Art          | <Art>                                  |
        | Beschreibung | Ein großer Arbeitgeber hat geschlossen |
      Dann steht der Umstand "standort" zur Würdigung an

      Beispiele:
        | Art           |
        | konjunkturell |
        | strukturell   |

    Szenariogrundriss: Ein Umstand nennt, was zu seiner Art gehört
      Wenn der Landkreis den Umstand "unklar" festhält (erfundene Werte):
        | Art        | <Art>      |
        | <Angabe>   | <Inhalt>   |
        | <Angabe 2> | <Inhalt 2> |
      Dann wird das abgelehnt nach der Regel "<Regel>"

      Beispiele:
        | Art             | Angabe   | Inhalt                                 | Angabe 2     | Inhalt 2       | Regel               |
        | Haushaltsmittel | betrifft | Baukosten                              | tatsächlich  | 6.760.000 Euro | circumstance-about  |
        | Haushaltsmittel | Zeilen   | Integrationsquote                      | tatsächlich  | 6.760.000 Euro | circumstance-about  |
        | Eckwert         | betrifft | Leistungen zur Eingliederung in Arbeit | tatsächlich  | 1,0 Prozent    | circumstance-about  |
        | strukturell     | betrifft | Leistungen zur Eingliederung in Arbeit | Beschreibung | Es fehlt Geld  | circumstance-about  |
        | Haushaltsmittel | betrifft | Leistungen zur Eingliederung in Arbeit | Beschreibung | Es fehlt Geld  | circumstance-actual |
        | konjunkturell   | Zeilen   | Integrationsquote                      | tatsächlich  | 1,0 Prozent    | circumstance-actual |
        | strukturell     | Zeilen   | Erreichbarkeit                         | Beschreibung | Es fehlt Geld  | unknown-line        |

    Szenario: Eine Kennung bezeichnet nur einen Umstand
      Angenommen der Landkreis hat den Umstand "standort" festgehalten
      Wenn das Ministerium den Umstand "standort" festhält (erfundene Werte):
        | Art          | konjunkturell          |
        | Beschreibung | Die Nachfrage schwankt |
      Dann wird das abgelehnt nach der Regel "note-id-used"

    Szenariogrundriss: Umstände halten die Partner fest, niemand sonst
      Wenn <wer> den Umstand "standort" festhält (erfundene Werte):
        | Art | strukturell |
      Dann wird das abgelehnt nach der Regel "<Regel>"

      Beispiele:
        | wer                                | Regel         |
        | der Ausschuss                      | not-permitted |
        | die Prüfung                        | not-permitted |
        | ein anderes Ministerium des Landes | party-missing |

  @III.3.5
  Regel: Ein Umstand ändert keinen errechneten Wert.

    Szenario: Die Integrationsquote bleibt, wie sie errechnet ist
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und heute ist der 07.07.2026
      Und der Stand für März 2026 ist notiert
      Und heute ist der 08.07.2026
      Und der Landkreis hat den Umstand "eingliederungsmittel" festgehalten (erfundene Werte):
        | Art         | Haushaltsmittel                        |
        | betrifft    | Leistungen zur Eingliederung in Arbeit |
        | tatsächlich | 5.000.000 Euro                         |
        | Zeilen      | Integrationsquote                      |
      Wenn der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" nicht auf Kurs
      Und der Stand für März 2026, wie er am 08.07.2026 bekannt war, ist unverändert der notierte

  @III.3.4
  Regel: Gesetzliche Neuregelungen werden mit Fundstelle, Zeitraum und erwarteter Wirkung festgehalten.

    Szenario: Das 13. SGB II-Änderungsgesetz wird in die Zielnachhaltung aufgenommen
      Wenn das Ministerium die Gesetzesänderung "sgb2-aendg-13" berücksichtigt:
        | Vorschrift                                               | gilt ab    | wirkt auf                               | Richtung |
        | Vorrang der Vermittlung (§ 3a SGB II)                    | 01.07.2026 | Integrationsquote                       | steigend |
        | Leistungsende nach drei Meldeversäumnissen (§ 7b SGB II) | 01.07.2026 | Bestand an Langzeitleistungsbeziehenden | unklar   |
      Dann steht die Gesetzesänderung "sgb2-aendg-13" zur Würdigung an
      Und lautet der letzte Eintrag der Geschichte:
        | was          | Gesetzesänderung berücksichtigt                                                                 |
        | Gesetz       | 13. SGB II-Änderungsgesetz vom 16.04.2026                                                       |
        | Fundstelle   | BGBl. 2026 I Nr. 107                                                                            |
        | Vorschriften | Vorrang der Vermittlung (§ 3a SGB II), Leistungsende nach drei Meldeversäumnissen (§ 7b SGB II) |

    Szenario: Kein errechneter Wert ändert sich durch neues Recht
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und heute ist der 07.07.2026
      Und der Stand für März 2026 ist notiert
      Und heute ist der 08.07.2026
      Und das Ministerium hat die Gesetzesänderung "sgb2-aendg-13" berücksichtigt
      Wenn der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" nicht auf Kurs
      Und der Stand für März 2026, wie er am 08.07.2026 bekannt war, ist unverändert der notierte

    Szenario: Eine Vorschrift endet nicht vor ihrem Beginn
      Wenn das Ministerium die Gesetzesänderung "sgb2-aendg-13" berücksichtigt:
        | Vorschrift                            | gilt ab    | gilt bis   | wirkt auf         | Richtung |
        | Vorrang der Vermittlung (§ 3a SGB II) | 01.07.2026 | 30.06.2026 | Integrationsquote | steigend |
      Dann wird das abgelehnt nach der Regel "provision-period"

    Szenario: Auf eine Zeile, die es nicht gibt, wirkt keine Vorschrift
      Wenn das Ministerium die Gesetzesänderung "sgb2-aendg-13" berücksichtigt:
        | Vorschrift                            | gilt ab    | wirkt auf      | Richtung |
        | Vorrang der Vermittlung (§ 3a SGB II) | 01.07.2026 | Erreichbarkeit | steigend |
      Dann wird das abgelehnt nach der Regel "unknown-line"

    Szenario: Dieselbe Kennung bezeichnet nicht zwei Gesetzesänderungen
      Angenommen das Ministerium hat die Gesetzesänderung "sgb2-aendg-13" berücksichtigt
      Wenn das Ministerium die Gesetzesänderung "sgb2-aendg-13" berücksichtigt:
        | Vorschrift                            | gilt ab    | wirkt auf         | Richtung |
        | Vorrang der Vermittlung (§ 3a SGB II) | 01.07.2026 | Integrationsquote | sinkend  |
      Dann wird das abgelehnt nach der Regel "note-id-used"

    Szenario: Neues Recht nimmt das Land auf; der Landkreis schlägt es im Dialog vor
      Wenn der Landkreis die Gesetzesänderung "sgb2-aendg-13" berücksichtigt:
        | Vorschrift                            | gilt ab    | wirkt auf         | Richtung |
        | Vorrang der Vermittlung (§ 3a SGB II) | 01.07.2026 | Integrationsquote | steigend |
      Dann wird das abgelehnt nach der Regel "not-permitted"

  @III.3.4
  Regel: Die Auswirkungen neuen Rechts werden in den Zieldialogen besprochen.

    Grundlage:
      Angenommen das Ministerium hat die Gesetzesänderung "sgb2-aendg-13" berücksichtigt
      Und der Dialog "sommer" ist für den 13.07.2026 angesetzt
      Und heute ist der 13.07.2026

    Szenario: Nachlesbar ist, was zum neuen Recht gesagt wurde
      Wenn das Ministerium den Dialog "sommer" vom 13.07.2026 festhält:
        | neues Recht | sgb2-aendg-13: Mehr Vermittlungen ab dem Herbst erwartet |
      Dann lautet der letzte Eintrag der Geschichte:
        | was         | Dialog geführt                                           |
        | neues Recht | sgb2-aendg-13: Mehr Vermittlungen ab dem Herbst erwartet |

    Szenario: Über eine Gesetzesänderung, die niemand festgehalten hat, ist nicht gesprochen worden
      Wenn das Ministerium den Dialog "sommer" vom 13.07.2026 festhält:
        | neues Recht | wohngeld: Weniger Leistungsberechtigte erwartet |
      Dann wird das abgelehnt nach der Regel "unknown-note"
