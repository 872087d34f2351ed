# language: de
Funktionalität: Entwurf und Bedingungen
  Die Vereinbarung ist der Maßstab, an dem ein ganzes Jahr gemessen wird. Steht ein Betrag, ein Zielwert oder eine
  Fassung anders im Dienst als im Dokument, dann ist jede spätere Aussage zur Zielerreichung falsch, ohne dass es
  jemand bemerkt. Darum hält der Dienst die Bedingungen so, wie sie im Dokument stehen, und nimmt keine an, die sich
  selbst widersprechen.

  @P
  Regel: Land und Landkreis schließen für ein Jahr eine Zielvereinbarung nach § 48b Abs. 1 S. 1 Nr. 4 SGB II.

    Szenario: Der Entwurf nennt Partner, Jahr und Rechtsgrundlage
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann ist die Vereinbarung "entworfen"
      Und sie gilt für das Jahr 2026 auf der Grundlage "§ 48b Abs. 1 S. 1 Nr. 4 SGB II"
      Und ihre Partner sind:
        | Seite   | Name                                                                                   |
        | Land    | Niedersächsisches Ministerium für Soziales, Arbeit, Gesundheit und Gleichstellung (MS) |
        | Kommune | Landkreis Heidekreis                                                                   |

    Szenario: Nur das Land legt einen Entwurf vor
      Wenn der Landkreis die Vereinbarung Heidekreis 2026 entwirft
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

    Szenario: Eine zweite Vereinbarung derselben Partner für dasselbe Jahr gibt es nicht
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann wird das abgelehnt, weil es für diese Partner und dieses Jahr schon eine Vereinbarung gibt

    Szenario: Nach einem zurückgezogenen Entwurf kann neu begonnen werden
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Und das Ministerium hat den Entwurf zurückgezogen mit dem Grund "Die Werte werden neu geplant."
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann ist die Vereinbarung "entworfen"
      Und es ist die zweite Vereinbarung dieser Partner für dieses Jahr

    Szenario: Wer einen Entwurf zurückzieht, sagt warum
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn das Ministerium den Entwurf zurückzieht
      Dann wird das abgelehnt, weil der Grund fehlt

    Szenario: Ein zurückgezogener Entwurf wird nicht mehr geändert
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Und das Ministerium hat den Entwurf zurückgezogen mit dem Grund "Die Werte werden neu geplant."
      Wenn das Ministerium den Entwurf so ändert, dass die Integrationsquote um mindestens 5,0 % steigen soll
      Dann wird das abgelehnt, weil der Stand der Vereinbarung es nicht zulässt

    Szenariogrundriss: Partner, Jahr und Art einer Vereinbarung stehen fest
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn das Ministerium den Entwurf so ändert, dass <Änderung>
      Dann wird das abgelehnt, weil Partner, Jahr und Art der Vereinbarung feststehen

      Beispiele:
        | Änderung                                                         |
        | er für das Jahr 2027 gilt                                        |
        | statt des Landkreises Heidekreis der Landkreis Celle Partner ist |
        | er nach § 48b Abs. 1 S. 1 Nr. 2 SGB II geschlossen wird          |

    Szenario: Aus der Vereinbarung eines Jahres wird der Entwurf für ein späteres
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn das Ministerium die Vereinbarung in einen Entwurf für 2027 übernimmt
      Dann ist die Vereinbarung "entworfen"
      Und sie gilt für das Jahr 2027 auf der Grundlage "§ 48b Abs. 1 S. 1 Nr. 4 SGB II"
      Und dabei ist als neu zu entscheiden genannt "8.575.980 Euro"

    Szenario: Übernommen wird nur in ein späteres Jahr
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn das Ministerium die Vereinbarung in einen Entwurf für 2026 übernimmt
      Dann wird das abgelehnt, weil das Jahr nicht nach dem der Vereinbarung liegt

    Szenariogrundriss: Widersprüchliche Angaben zu Partnern und Namen werden nicht angenommen
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn das Ministerium den Entwurf so ändert, dass <Widerspruch>
      Dann wird das abgelehnt, weil <Grund>

      Beispiele:
        | Widerspruch                                   | Grund                              |
        | beide Partner auf der Seite des Landes stehen | auf einer Seite ein Partner fehlt  |
        | zwei Eckwerte denselben Namen tragen          | derselbe Name zweimal vergeben ist |

    Szenario: Alle Widersprüche werden auf einmal genannt
      Wenn das Ministerium einen Entwurf vorlegt, in dem zwei Eckwerte denselben Namen tragen und das Gesamtbudget mit 15,9 Mio. Euro angegeben ist
      Dann wird das abgelehnt, weil derselbe Name zweimal vergeben ist, und weil die Haushaltszeilen das genannte Gesamtbudget nicht ergeben
      Und festgehalten ist nichts

  @P
  Regel: Der Wortlaut der Vereinbarung ist Satz für Satz mit seiner Stelle nachlesbar.

    Szenariogrundriss: Ein Satz steht, wo er im Papier steht
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann steht im Wortlaut an der Stelle "<Stelle>" "<Satz>"

      Beispiele:
        | Stelle                         | Satz                                                                                                                                  |
        | Eingang                        | hinsichtlich der Leistungserbringung durch die Kommunalen Jobcenter                                                                   |
        | I. Absatz 4 Satz 3             | Die Eingliederung in Arbeit bleibt das prioritäre Ziel.                                                                               |
        | II. Absatz 2 Satz 1            | unterschiedliche Trends auf dem Arbeitsmarkt                                                                                          |
        | III. § 2 Abs. 1 Nr. 2 Absatz 2 | Das Ziel ist im Jahr 2026 erreicht, wenn die Integrationsquote des Landkreises Heidekreis um 5,3 % im Vergleich zum Jahr 2025 steigt. |
        | III. § 3 Abs. 2 Satz 2         | werden jeweils die Jahresfortschrittswerte mit den gleichen Ladeständen verglichen                                                    |

    Szenariogrundriss: Eine Vereinbarung zählt ihre Stellen, wie ihr Papier sie zählt
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn das Ministerium die Stelle des ersten Grundsatzes in "<Stelle>" ändert
      Dann ist die Vereinbarung "entworfen"
      Und die Stelle des ersten Grundsatzes ist "<Stelle>"

      Beispiele:
        | Stelle                   |
        | Präambel                 |
        | § 2 Abs. 1               |
        | III. § 2 Abs. 1 Nr. 2 a) |

  @I.1 @I.2 @I.3
  Regel: Die Grundsätze stehen in der Vereinbarung und bleiben nachlesbar; sie entscheiden nichts.

    Szenariogrundriss: Ein Grundsatz ist im Wortlaut nachlesbar
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann enthält der Grundsatz "<Grundsatz>" den Wortlaut "<Wortlaut>"

      Beispiele:
        | Grundsatz                                | Wortlaut                                                                                     |
        | Ziele der Grundsicherung                 | die Vermeidung von langfristigem Leistungsbezug sowie die Verbesserung der sozialen Teilhabe |
        | Bedeutung der Ziele                      | Die Eingliederung in Arbeit bleibt das prioritäre Ziel                                       |
        | Gleichstellung als durchgängiges Prinzip | ist in der Grundsicherung für Arbeitsuchende als durchgängiges Prinzip zu berücksichtigen    |
        | Geflüchtete                              | Spracherwerb und bei der qualifikationsadäquaten Einmündung in den Arbeitsmarkt              |

    Szenariogrundriss: Die Grundsätze stehen bei den Zielen ohne Kennzahlen, zu denen berichtet werden kann
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn die Prüfung unter "Individualisierte Ziele" nachliest
      Dann steht dort "<Grundsatz>"

      Beispiele:
        | Grundsatz                                |
        | Ziele der Grundsicherung                 |
        | Gleichstellung als durchgängiges Prinzip |
        | Geflüchtete                              |


  @II.1
  Regel: Die gesamtwirtschaftlichen Eckwerte sind die Vergleichsgröße für spätere Abweichungen.

    Szenario: Die Eckwerte stehen mit Quelle und Vorzeichen in der Vereinbarung
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann lauten die Eckwerte:
        | Eckwert                                                    | Quelle                  | Veränderung in Prozent |
        | Sozialversicherungspflichtig Beschäftigte in Niedersachsen | IAB, Erwartung für 2026 | +0,1                   |
        | Arbeitslosigkeit insgesamt in Niedersachsen                | IAB, Erwartung für 2026 | +0,5                   |
        | Arbeitslosigkeit im Rechtskreis SGB II in Niedersachsen    | IAB, Erwartung für 2026 | +2,2                   |

  @II.2
  Regel: Die Haushaltsmittel sind Zeile für Zeile genannt und ergeben das genannte Gesamtbudget.

    Szenario: Die Haushaltszeilen ergeben rund 15,6 Mio. Euro
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann lauten die Haushaltszeilen:
        | Zeile                                  | Euro      |
        | Verwaltungskosten                      | 8.575.980 |
        | Leistungen zur Eingliederung in Arbeit | 7.025.036 |
      Und das genannte Gesamtbudget ist 15.600.000 Euro, gerundet auf 100.000 Euro
      Und bundesweit enthalten sind:
        | Zeile                               | Euro        |
        | Mittel aus Ausgaberesten, bis zu    | 350.000.000 |
        | Ausgleichsbetrag nach § 459 SGB III | 87.000.000  |

    Szenariogrundriss: Woraus die Mittel stammen, ist nachlesbar
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann beruhen die Haushaltsmittel auf "<Grundlage>"

      Beispiele:
        | Grundlage                       |
        | Bundeshaushalt                  |
        | Eingliederungsmittel-Verordnung |

    Szenario: Ein Gesamtbudget, das die Zeilen nicht ergeben, wird nicht angenommen
      Wenn das Ministerium einen Entwurf vorlegt, in dem das Gesamtbudget mit 15,9 Mio. Euro angegeben ist
      Dann wird das abgelehnt, weil die Haushaltszeilen das genannte Gesamtbudget nicht ergeben
      Und die Begründung nennt "15.601.016 Euro"

  @III.1
  Regel: Die Verpflichtung beider Seiten steht in der Vereinbarung.

    Szenariogrundriss: Wozu sich beide verpflichten, ist nachlesbar
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann enthält die Verpflichtung "Verpflichtung der Vereinbarungspartner" den Wortlaut "<Wortlaut>"

      Beispiele:
        | Wortlaut                                                                                         |
        | setzen sich dafür ein, dass die in § 2 vereinbarten Ziele erreicht werden.                       |
        | Die Maßnahmen des Landkreises zur Zielerreichung erfolgen wirkungsorientiert und wirtschaftlich. |
        | Das Land Niedersachsen unterstützt die Zielerreichung des Landkreises durch fachliche Beratung.  |

  @III.2.1.1 @III.2.1.2 @III.2.1.2-G @III.2.1.3
  Regel: Jedes Ziel nennt, was gemessen wird, und nur ein Zielwert entscheidet.

    Szenario: Die Zielwerte stehen mit Richtung und Einheit in der Vereinbarung
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann lauten die Zeilen der Ziele:
        | Ziel | Zeile                                      | Art        | Zielwert                            |
        | 1    | Summe der Leistungen zum Lebensunterhalt   | Monitoring | keiner                              |
        | 1    | Anteil bedarfsdeckender Integrationen      | Monitoring | keiner                              |
        | 1    | Langzeitleistungsbeziehende ab vier Jahren | Monitoring | keiner                              |
        | 2    | Integrationsquote                          | Zielwert   | Veränderung mindestens +5,3 Prozent |
        | 2    | Integrationsquote der Frauen               | Zielwert   | Veränderung mindestens +6,2 Prozent |
        | 2    | Integrationsquote der Männer               | Zielwert   | Veränderung mindestens +4,6 Prozent |
        | 3    | Bestand an Langzeitleistungsbeziehenden    | Zielwert   | Veränderung höchstens -2,5 Prozent  |

    Szenario: Ziel 2 hat zwei eigene Urteile, eines für die Gesamtquote und eines für Frauen und Männer
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann hat Ziel 2 diese Urteile:
        | Urteil                        | entscheidende Zeilen                                       |
        | Integrationsquote             | Integrationsquote                                          |
        | geschlechterspezifisches Ziel | Integrationsquote der Frauen, Integrationsquote der Männer |

    Szenariogrundriss: Zielwerte, die sich widersprechen, werden nicht angenommen
      Wenn das Ministerium einen Entwurf vorlegt, in dem <Widerspruch>
      Dann wird das abgelehnt, weil <Grund>

      Beispiele:
        | Widerspruch                                                       | Grund                                                        |
        | die Integrationsquote zwei Zielwerte derselben Art hat            | zwei Zielwerte derselben Art vereinbart wären                |
        | der Zielwert der Integrationsquote fehlt                          | der Zielwert fehlt                                           |
        | der Zielwert der Integrationsquote in Prozentpunkten steht        | der Zielwert in einer anderen Einheit steht als die Zeile    |
        | die beobachtete Summe der Leistungen einen Zielwert trägt         | eine nur beobachtete Zeile keinen Zielwert trägt             |
        | ein Urteil über eine nur beobachtete Zeile entscheiden soll       | das Urteil eine Zeile ohne Zielwert nennt                    |
        | über die Quote der Männer kein Urteil entscheidet                 | über einen Zielwert kein Urteil entscheidet                  |
        | der Abstand der Geschlechter beim Bestand gemessen werden soll    | es den Abstand der Geschlechter nur bei Quoten gibt          |
        | der Korridor für die Integrationsquote leer ist                   | zwischen den Zielwerten kein Wert liegt                      |
        | vom geschlechterspezifischen Ziel drei Zeilen erfüllt sein sollen | das Urteil mehr Zeilen verlangt, als es hat                  |
        | die Integrationsquote mit dem Jahr 2027 verglichen werden soll    | das Vergleichsjahr nicht vor dem Jahr der Vereinbarung liegt |
        | neben dem Zielwert des Bestands eine Zahl in Prozent genannt ist  | die genannte Zahl in einer anderen Einheit steht             |
        | Ziel 3 die Veränderung einer Veränderung misst                    | die Kennzahl selbst schon eine Veränderung ist               |

    Szenario: Land und Landkreis schlagen Zielwerte vor, bevor unterzeichnet wird
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn der Landkreis für "Integrationsquote" mindestens +4,8 Prozent vorschlägt, weil "Der Bestand sinkt langsamer als erwartet."
      Und das Ministerium für "Integrationsquote" mindestens +5,3 Prozent vorschlägt, weil "Der Landesdurchschnitt liegt höher."
      Dann stehen in der Geschichte die Vorschläge:
        | von         | Zielwert | Begründung                                |
        | Landkreis   | 4,8      | Der Bestand sinkt langsamer als erwartet. |
        | Ministerium | 5,3      | Der Landesdurchschnitt liegt höher.       |
      Und der vereinbarte Zielwert für "Integrationsquote" ist weiterhin mindestens +5,3 Prozent

    Szenario: Für eine Zeile, die es nicht gibt, wird nichts vorgeschlagen
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn der Landkreis für "Erreichbarkeit" mindestens +4,8 Prozent vorschlägt, weil "Das wäre auch wichtig."
      Dann wird das abgelehnt, weil die Vereinbarung die Zeile nicht kennt

    Szenario: Auch ein Vorschlag steht in der Einheit, in der die Zeile gemessen wird
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn der Landkreis für "Integrationsquote" mindestens +5,3 Prozentpunkte vorschlägt, weil "Prozentpunkte sind anschaulicher."
      Dann wird das abgelehnt, weil der Zielwert in einer anderen Einheit steht als die Zeile

    Szenario: Solange niemand unterzeichnet hat, kann das Land den Entwurf ändern
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn das Ministerium den Entwurf so ändert, dass die Integrationsquote um mindestens 5,0 % steigen soll
      Dann ist der vereinbarte Zielwert für "Integrationsquote" mindestens +5,0 Prozent
      Und die Bedingungen haben den Stand 2

    Szenario: Eine Zeile bedeutet für immer dasselbe
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn das Ministerium den Entwurf so ändert, dass die Zeile der Frauen künftig die Männer meint und umgekehrt
      Dann wird das abgelehnt, weil die Zeile schon etwas anderes bedeutet

    Szenario: Ein ungefährer Zielwert wird angenommen und festgestellt
      Wenn das Ministerium einen Entwurf vorlegt, in dem der Bestand um rund 2,5 % sinken soll
      Dann wird das festgehalten mit der Feststellung, dass ein Zielwert nur ungefähr genannt ist

    Szenario: Eine Änderung, die nichts ändert, wird nicht festgehalten
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Wenn das Ministerium den Entwurf so ändert, dass alles bleibt, wie es ist
      Dann wird das abgelehnt, weil nichts anders wäre


  @III.2.1.4 @III.2.1.5
  Regel: Ein individualisiertes Ziel nennt seine Umsetzungsschritte und Erfolgskriterien.

    Szenario: Ziel 4 hält drei Schritte und drei Erfolgskriterien fest
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann nennt Ziel 4 diese Umsetzungsschritte:
        | Überarbeitung und Erweiterung der Kundenstrukturanalyse sowie Überprüfung der Angebotsinhalte hinsichtlich der gewonnenen Erkenntnisse aus der Kundenstrukturanalyse                              |
        | Sensibilisierung der Integrationsfachkräfte für die Bereiche Beschäftigungsfähigkeit und Soziale Teilhabe mittels gemeinsamer Workshops („Nicht jedes Hemmnis ist auch ein Vermittlungshemmnis!“) |
        | Qualitative Evaluation der Umsetzung der „Ganzheitlichen Betreuung (§ 16 k)“ und Erarbeitung von Kriterien zur quantitativen Erfolgsmessung                                                       |
      Und Ziel 4 nennt diese Erfolgskriterien:
        | Die Angebotsstruktur und deren Inhalte wurden verbessert             |
        | Weitere Erkenntnisse über die Kundenstruktur konnten gewonnen werden |
        | Die Beratungsqualität wurde verbessert                               |

    Szenario: Ziel 5 hält drei Schritte und drei Erfolgskriterien fest
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann nennt Ziel 5 diese Umsetzungsschritte:
        | Sichtung der Gesetzesänderungen zur „Neuen Grundsicherung“ und Abgleich mit dem Beratungskonzept und der Arbeitsabläufe |
        | Erarbeitung der notwendigen Änderungen im Rahmen einer Arbeitsgruppe                                                    |
        | Durchführung von Workshops und Schulungen                                                                               |
      Und Ziel 5 nennt diese Erfolgskriterien:
        | Die rechtlichen Änderungen wurden umgesetzt                |
        | Die bestehenden Arbeitsprozesse wurden überarbeitet        |
        | Der Fokus auf die Kernaufgabe „Vermittlung“ wurde gestärkt |

    Szenario: Die Ganzheitliche Betreuung wird durch eigenes Personal fortgeführt
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann enthält Ziel 4 den Wortlaut "durch eigenes Personal fortgeführt werden"

    Szenariogrundriss: Ein individualisiertes Ziel ohne Schritte oder ohne Kriterien ist unvollständig
      Wenn das Ministerium einen Entwurf vorlegt, in dem <Lücke>
      Dann wird das abgelehnt, weil das Ziel unvollständig ist
      Und die Begründung nennt "<fehlend>"

      Beispiele:
        | Lücke                                 | fehlend               |
        | Ziel 4 keine Umsetzungsschritte nennt | ein Umsetzungsschritt |
        | Ziel 5 keine Erfolgskriterien nennt   | ein Erfolgskriterium  |

  @III.2.1.6
  Regel: Ziel 6 nennt, worauf besonders geachtet wird, und kein Erfolgsmaß.

    Szenario: Ziel 6 hält drei Themen und keine Zeile fest
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann nennt Ziel 6 diese Themen:
        | Die Hilfebedürftigkeit von Frauen verringern                                         |
        | Die Integration von Frauen in Erwerbstätigkeit in den ersten Arbeitsmarkt verbessern |
        | Den Anteil der Frauen in Maßnahmen erhöhen                                           |
      Und Ziel 6 hat weder Zeilen noch Urteile

    Szenario: Ziel 6 kann weder Zielwert noch Urteil tragen
      Wenn das Ministerium einen Entwurf vorlegt, in dem Ziel 6 ein Urteil trägt
      Dann wird das abgelehnt, weil über das Ziel nur berichtet wird


  @III.2.2
  Regel: Die Kennzahlen gelten in der Fassung, an die die Vereinbarung gebunden ist.

    Szenario: Die Verordnung und ihre letzte Änderung stehen in der Vereinbarung
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann ist die Kennzahlenverordnung vom 12.08.2010 gebunden, "BGBl. I S. 1152", zuletzt geändert am 15.03.2019, "BGBl. I S. 339"

    Szenario: Was die vereinbarte Fassung nicht kennt, kann nicht vereinbart werden
      Wenn das Ministerium einen Entwurf vorlegt, in dem Ziel 3 an einer Kennzahl gemessen wird, die es nicht gibt
      Dann wird das abgelehnt, weil die vereinbarte Fassung die Kennzahl nicht kennt

    Szenario: Eine Fassung, die nicht hinterlegt ist, wird angenommen und festgestellt
      Wenn das Ministerium einen Entwurf vorlegt, in dem nach einer nicht hinterlegten Fassung von 2030 nur berichtet wird
      Dann wird das festgehalten mit der Feststellung, dass die Fassung der Kennzahlen nicht hinterlegt ist

    Szenario: Eine Fassung, die es im Jahr der Vereinbarung noch nicht gab, wird angenommen und festgestellt
      Wenn das Ministerium einen Entwurf vorlegt, in dem die Vereinbarung schon für 2018 gilt
      Dann wird das festgehalten mit der Feststellung, dass die Fassung erst nach dem Jahr der Vereinbarung gilt

  @III.3.1
  Regel: Zwischenwerte gelten für Monate des Vereinbarungsjahres.

    Szenario: Ein Zwischenwert für einen Monat außerhalb des Jahres wird nicht angenommen
      Wenn das Ministerium einen Entwurf vorlegt, in dem ein Zwischenwert für Februar 2027 steht
      Dann wird das abgelehnt, weil der Zwischenwert außerhalb des Jahres liegt

    Szenario: Zwei Zwischenwerte für denselben Monat werden nicht angenommen
      Wenn das Ministerium einen Entwurf vorlegt, in dem zwei Zwischenwerte für Februar 2026 stehen
      Dann wird das abgelehnt, weil es für diesen Monat schon einen Zwischenwert gibt

  @III.3.3
  Regel: Das Fenster der Gesamtbewertung liegt im Frühjahr nach dem Vereinbarungsjahr.

    Szenario: Als Frühjahr 2027 gilt der 1. März bis 30. Juni
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann liegt der Abschlussdialog zwischen dem 01.03.2027 und dem 30.06.2027

    Szenario: Ein Fenster im Vereinbarungsjahr selbst wird nicht angenommen
      Wenn das Ministerium einen Entwurf vorlegt, in dem der Abschlussdialog schon im Herbst 2026 liegt
      Dann wird das abgelehnt, weil der Abschlussdialog nicht nach dem Jahr läge
      Und die Begründung nennt "was zur Mitte des Jahres gilt, ist als Zwischenwert zu vereinbaren"

  @III.3.4 @III.3.5
  Regel: Dass Neuregelungen und abweichende Rahmenbedingungen berücksichtigt werden, steht in der Vereinbarung.

    Szenariogrundriss: Die Zusage, Umstände zu berücksichtigen, ist nachlesbar
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann enthält die Verpflichtung "<Titel>" den Wortlaut "<Wortlaut>"

      Beispiele:
        | Titel                         | Wortlaut                                       |
        | Gesetzliche Neuregelungen     | werden bei der Zielnachhaltung berücksichtigt  |
        | Abweichende Rahmenbedingungen | konjunkturelle und strukturelle Besonderheiten |
