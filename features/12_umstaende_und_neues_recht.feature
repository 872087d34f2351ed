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
      Wenn der Landkreis den Umstand "Eingliederungsmittel" festhält (erfundene Werte):
        | Art         | Haushaltsmittel                                 |
        | betrifft    | Leistungen zur Eingliederung in Arbeit          |
        | tatsächlich | 6.760.000 Euro                                  |
        | Zeilen      | Integrationsquote, Integrationsquote der Frauen |
      Dann sagt der letzte Eintrag der Geschichte:
        | für         | Landkreis                                       |
        | vereinbart  | 7.025.036                                       |
        | tatsächlich | 6.760.000                                       |
        | Zeilen      | Integrationsquote, Integrationsquote der Frauen |

    Szenario: Ein Eckwert, der anders kam als erwartet, steht neben der Erwartung
      Wenn das Ministerium den Umstand "Beschäftigung" festhält (erfundene Werte):
        | Art         | Eckwert                                                    |
        | betrifft    | Sozialversicherungspflichtig Beschäftigte in Niedersachsen |
        | tatsächlich | -0,8 Prozent                                               |
      Dann steht der Umstand "Beschäftigung" zur Würdigung an
      Und der letzte Eintrag der Geschichte sagt:
        | was         | Umstand festgehalten |
        | für         | Ministerium          |
        | vereinbart  | 0,1                  |
        | tatsächlich | -0,8                 |

    Szenariogrundriss: Auch was niemand beziffert hat, wird festgehalten
      Wenn der Landkreis den Umstand "Standort" festhält (erfundene Werte):
        | Art          | <Art>                                  |
        | Beschreibung | Ein großer Arbeitgeber hat geschlossen |
      Dann steht der Umstand "Standort" zur Würdigung an

      Beispiele:
        | Art           |
        | konjunkturell |
        | strukturell   |

    Szenariogrundriss: Ein Umstand nennt, was zu seiner Art gehört
      Wenn der Landkreis den Umstand "Unklar" festhält (erfundene Werte):
        | Art        | <Art>      |
        | <Angabe>   | <Inhalt>   |
        | <Angabe 2> | <Inhalt 2> |
      Dann wird das abgelehnt, weil <Grund>

      Beispiele:
        | Art             | Angabe   | Inhalt                                 | Angabe 2     | Inhalt 2       | Grund                                                                           |
        | Haushaltsmittel | betrifft | Baukosten                              | tatsächlich  | 6.760.000 Euro | die Angabe nicht zur Art des Umstands passt                                     |
        | Haushaltsmittel | Zeilen   | Integrationsquote                      | tatsächlich  | 6.760.000 Euro | die Angabe nicht zur Art des Umstands passt                                     |
        | Eckwert         | betrifft | Leistungen zur Eingliederung in Arbeit | tatsächlich  | 1,0 Prozent    | die Angabe nicht zur Art des Umstands passt                                     |
        | strukturell     | betrifft | Leistungen zur Eingliederung in Arbeit | Beschreibung | Es fehlt Geld  | die Angabe nicht zur Art des Umstands passt                                     |
        | Haushaltsmittel | betrifft | Leistungen zur Eingliederung in Arbeit | Beschreibung | Es fehlt Geld  | der tatsächliche Wert zu Haushaltsmitteln und Eckwerten gehört und nur zu ihnen |
        | konjunkturell   | Zeilen   | Integrationsquote                      | tatsächlich  | 1,0 Prozent    | der tatsächliche Wert zu Haushaltsmitteln und Eckwerten gehört und nur zu ihnen |
        | strukturell     | Zeilen   | Erreichbarkeit                         | Beschreibung | Es fehlt Geld  | die Vereinbarung die Zeile nicht kennt                                          |

    Szenario: Ein Name bezeichnet nur einen Umstand
      Angenommen der Landkreis hat den Umstand "Standort" festgehalten
      Wenn das Ministerium den Umstand "Standort" festhält (erfundene Werte):
        | Art          | konjunkturell          |
        | Beschreibung | Die Nachfrage schwankt |
      Dann wird das abgelehnt, weil der Name schon vergeben ist

    Szenariogrundriss: Umstände halten die Partner fest, niemand sonst
      Wenn <wer> den Umstand "Standort" festhält (erfundene Werte):
        | Art | strukturell |
      Dann wird das abgelehnt, weil <Grund>

      Beispiele:
        | wer                                | Grund                                          |
        | der Ausschuss                      | es dieser Stelle nicht zusteht                 |
        | die Prüfung                        | es dieser Stelle nicht zusteht                 |
        | ein anderes Ministerium des Landes | diese Stelle kein Partner der Vereinbarung ist |

    Szenariogrundriss: Auch Gesamtbudget, Ausgabereste und Ausgleichsbetrag können abweichen
      Wenn der Landkreis den Umstand "Mittel" festhält (erfundene Werte):
        | Art         | Haushaltsmittel |
        | betrifft    | <betrifft>      |
        | tatsächlich | <Betrag> Euro   |
      Dann sagt der letzte Eintrag der Geschichte:
        | was         | Umstand festgehalten |
        | vereinbart  | <vereinbart>         |
        | tatsächlich | <Betrag>             |

      Beispiele:
        | betrifft                            | vereinbart  | Betrag      |
        | Gesamtbudget                        | 15.600.000  | 14.900.000  |
        | Mittel aus Ausgaberesten, bis zu    | 350.000.000 | 200.000.000 |
        | Ausgleichsbetrag nach § 459 SGB III | 87.000.000  | 80.000.000  |

    Szenario: Der Umstand steht in der Übersicht, mit den Zeilen, die er betrifft
      Wenn der Landkreis den Umstand "Eingliederungsmittel" festhält (erfundene Werte):
        | Art          | Haushaltsmittel                        |
        | betrifft     | Leistungen zur Eingliederung in Arbeit |
        | tatsächlich  | 6.760.000 Euro                         |
        | Zeilen       | Integrationsquote                      |
        | Beschreibung | Die Mittel wurden im Mai gekürzt       |
      Und das Ministerium unter "Umstände" nachliest
      Dann steht dort "Die Mittel wurden im Mai gekürzt"
      Und dort steht die Zeile "Integrationsquote"


  @III.3.5
  Regel: Ein Umstand ändert keinen errechneten Wert.

    Szenario: Die Integrationsquote bleibt, wie sie errechnet ist
      Angenommen zu den Ladeständen März 2025 und März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und heute ist der 07.07.2026
      Und der Stand für März 2026 ist notiert
      Und heute ist der 08.07.2026
      Und der Landkreis hat den Umstand "Eingliederungsmittel" festgehalten (erfundene Werte):
        | Art    | strukturell       |
        | Zeilen | Integrationsquote |
      Wenn der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" nicht auf Kurs
      Und der Stand für März 2026, wie er am 08.07.2026 bekannt war, ist unverändert der notierte

  @III.3.4
  Regel: Gesetzliche Neuregelungen werden mit Fundstelle, Zeitraum und erwarteter Wirkung festgehalten.

    Szenario: Das 13. SGB II-Änderungsgesetz wird in die Zielnachhaltung aufgenommen
      Wenn das Ministerium die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt:
        | Vorschrift                                               | gilt ab    | wirkt auf                               | Richtung |
        | Vorrang der Vermittlung (§ 3a SGB II)                    | 01.07.2026 | Integrationsquote                       | steigend |
        | Leistungsende nach drei Meldeversäumnissen (§ 7b SGB II) | 01.07.2026 | Bestand an Langzeitleistungsbeziehenden | unklar   |
      Dann steht die Gesetzesänderung "13. SGB II-Änderungsgesetz" zur Würdigung an
      Und der letzte Eintrag der Geschichte sagt:
        | was          | Gesetzesänderung berücksichtigt                                                                 |
        | Gesetz       | 13. SGB II-Änderungsgesetz vom 16.04.2026                                                       |
        | Fundstelle   | BGBl. 2026 I Nr. 107                                                                            |
        | Vorschriften | Vorrang der Vermittlung (§ 3a SGB II), Leistungsende nach drei Meldeversäumnissen (§ 7b SGB II) |

    Szenario: Kein errechneter Wert ändert sich durch neues Recht
      Angenommen zu den Ladeständen März 2025 und März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und heute ist der 07.07.2026
      Und der Stand für März 2026 ist notiert
      Und heute ist der 08.07.2026
      Und das Ministerium hat die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt
      Wenn der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" nicht auf Kurs
      Und der Stand für März 2026, wie er am 08.07.2026 bekannt war, ist unverändert der notierte

    Szenario: Eine Vorschrift endet nicht vor ihrem Beginn
      Wenn das Ministerium die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt:
        | Vorschrift                            | gilt ab    | gilt bis   | wirkt auf         | Richtung |
        | Vorrang der Vermittlung (§ 3a SGB II) | 01.07.2026 | 30.06.2026 | Integrationsquote | steigend |
      Dann wird das abgelehnt, weil die Vorschrift vor ihrem Beginn endete

    Szenario: Auf eine Zeile, die es nicht gibt, wirkt keine Vorschrift
      Wenn das Ministerium die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt:
        | Vorschrift                            | gilt ab    | wirkt auf      | Richtung |
        | Vorrang der Vermittlung (§ 3a SGB II) | 01.07.2026 | Erreichbarkeit | steigend |
      Dann wird das abgelehnt, weil die Vereinbarung die Zeile nicht kennt

    Szenario: Derselbe Name bezeichnet nicht zwei Gesetzesänderungen
      Angenommen das Ministerium hat die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt
      Wenn das Ministerium die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt:
        | Vorschrift                            | gilt ab    | wirkt auf         | Richtung |
        | Vorrang der Vermittlung (§ 3a SGB II) | 01.07.2026 | Integrationsquote | sinkend  |
      Dann wird das abgelehnt, weil der Name schon vergeben ist

    Szenario: Neues Recht nimmt das Land auf; der Landkreis schlägt es im Dialog vor
      Wenn der Landkreis die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt:
        | Vorschrift                            | gilt ab    | wirkt auf         | Richtung |
        | Vorrang der Vermittlung (§ 3a SGB II) | 01.07.2026 | Integrationsquote | steigend |
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

    Szenario: Die Neuregelung steht in der Übersicht
      Angenommen das Ministerium hat die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt
      Wenn der Landkreis unter "Neues Recht" nachliest
      Dann steht dort "13. SGB II-Änderungsgesetz vom 16.04.2026"
      Und dort steht "Vorrang der Vermittlung (§ 3a SGB II)"


  @III.3.4
  Regel: Die Auswirkungen neuen Rechts werden in den Zieldialogen besprochen.

    Grundlage:
      Angenommen das Ministerium hat die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt
      Und der Dialog "Sommer" ist für den 13.07.2026 angesetzt
      Und heute ist der 13.07.2026

    Szenario: Nachlesbar ist, was zum neuen Recht gesagt wurde
      Wenn das Ministerium den Dialog "Sommer" vom 13.07.2026 festhält:
        | neues Recht | 13. SGB II-Änderungsgesetz: Mehr Vermittlungen ab dem Herbst erwartet |
      Dann sagt der letzte Eintrag der Geschichte:
        | was         | Dialog geführt                                                        |
        | neues Recht | 13. SGB II-Änderungsgesetz: Mehr Vermittlungen ab dem Herbst erwartet |

    Szenario: Über eine Gesetzesänderung, die niemand festgehalten hat, ist nicht gesprochen worden
      Wenn das Ministerium den Dialog "Sommer" vom 13.07.2026 festhält:
        | neues Recht | Wohngeld: Weniger Leistungsberechtigte erwartet |
      Dann wird das abgelehnt, weil niemand es festgehalten hat

    Szenario: War neues Recht bis zum Abschlussdialog in keinem Dialog Thema, fällt es auf
      Angenommen zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und der Dialog "Abschluss" ist als Abschlussdialog für den 20.04.2027 angesetzt
      Und der Ausschuss hat am 20.04.2027 den Dialog "Abschluss" vorbereitet
      Wenn das Ministerium den Dialog "Abschluss" vom 20.04.2027 festhält
      Dann wird das festgehalten mit der Feststellung, dass über neues Recht nie gesprochen wurde
