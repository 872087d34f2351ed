# language: de
Funktionalität: Individualisierte Ziele und Berichte
  Ziele ohne Kennzahl leben von ihren Nachweisen. Gälte ein Schritt als umgesetzt, weil es jemand sagt, wäre das Ziel
  nur eine Absichtserklärung; würde über ein Thema geurteilt, zu dem nur berichtet werden soll, wäre das ein Urteil ohne
  Maßstab.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
    Und heute ist der 18.08.2026

  @III.2.1.4 @III.2.1.5
  Regel: Ein Schritt ist umgesetzt, wenn ein Nachweis beiliegt.

    Szenariogrundriss: Ein umgesetzter Schritt wird mit seinem Nachweis festgehalten
      Wenn der Landkreis den Schritt "<Schritt>" als umgesetzt berichtet, mit dem Nachweis "Bericht der Arbeitsgruppe"
      Dann ist der Schritt "<Schritt>" umgesetzt
      Und der letzte Eintrag der Geschichte sagt:
        | was      | Umsetzungsschritt berichtet |
        | Nachweis | Bericht der Arbeitsgruppe   |

      Beispiele:
        | Schritt                                                 |
        | Überarbeitung und Erweiterung der Kundenstrukturanalyse |
        | Erarbeitung der notwendigen Änderungen                  |

    Szenariogrundriss: Ohne Nachweis gilt kein Schritt als umgesetzt
      Wenn der Landkreis den Schritt "<Schritt>" als umgesetzt berichtet
      Dann wird das abgelehnt, weil kein Nachweis beiliegt

      Beispiele:
        | Schritt                                     |
        | Sensibilisierung der Integrationsfachkräfte |
        | Sichtung der Gesetzesänderungen             |

    Szenario: Begonnen werden kann ohne Nachweis
      Wenn der Landkreis den Schritt "Sensibilisierung der Integrationsfachkräfte" als begonnen berichtet
      Dann ist der Schritt "Sensibilisierung der Integrationsfachkräfte" begonnen

    Szenario: Ein aufgegebener Schritt ist als solcher festgehalten
      Wenn der Landkreis den Schritt "Sensibilisierung der Integrationsfachkräfte" als aufgegeben berichtet
      Dann ist der Schritt "Sensibilisierung der Integrationsfachkräfte" aufgegeben

    Szenario: Einen Schritt, den niemand vereinbart hat, gibt es nicht
      Wenn der Landkreis den Schritt "Erreichbarkeit" als begonnen berichtet
      Dann wird das abgelehnt, weil niemand diesen Schritt vereinbart hat

    Szenario: Über die Umsetzung berichtet der Landkreis
      Wenn das Ministerium den Schritt "Sensibilisierung der Integrationsfachkräfte" als begonnen berichtet
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

    Szenario: Der Stand der Umsetzung steht mit seinem Nachweis in der Übersicht
      Wenn der Landkreis den Schritt "Qualitative Evaluation" als umgesetzt berichtet, mit dem Nachweis "Bericht der Arbeitsgruppe"
      Und das Ministerium unter "Individualisierte Ziele" nachliest
      Dann steht dort "Bericht der Arbeitsgruppe"


  @III.2.1.4 @III.2.1.5
  Regel: Erfolgskriterien werden gewürdigt, wenn die Schritte umgesetzt sind.

    Szenario: Nach den Schritten wird gewürdigt
      Angenommen der Landkreis hat den Schritt "Sichtung der Gesetzesänderungen" als umgesetzt berichtet, mit dem Nachweis "Vermerk"
      Und der Landkreis hat den Schritt "Erarbeitung der notwendigen Änderungen" als umgesetzt berichtet, mit dem Nachweis "Bericht"
      Und der Landkreis hat den Schritt "Durchführung von Workshops und Schulungen" als umgesetzt berichtet, mit dem Nachweis "Teilnahmelisten"
      Wenn das Ministerium das Kriterium "Die rechtlichen Änderungen" als erfüllt würdigt
      Dann wird das festgehalten ohne Feststellung
      Und das Kriterium "Die rechtlichen Änderungen" ist erfüllt

    Szenario: Eine Würdigung vor den Schritten wird festgehalten und fällt auf
      Angenommen der Landkreis hat den Schritt "Qualitative Evaluation" als umgesetzt berichtet, mit dem Nachweis "Bericht"
      Wenn der Landkreis das Kriterium "Die Beratungsqualität" als nicht erfüllt würdigt
      Dann wird das festgehalten mit der Feststellung, dass noch Schritte offen sind
      Und die Feststellung nennt zu Ziel 4 als offen 2 Schritte
      Und das Kriterium "Die Beratungsqualität" ist nicht erfüllt

    Szenario: Ein Kriterium, das niemand vereinbart hat, wird nicht gewürdigt
      Wenn das Ministerium das Kriterium "Zufriedenheit" als erfüllt würdigt
      Dann wird das abgelehnt, weil niemand dieses Kriterium vereinbart hat

    Szenario: Der Ausschuss würdigt nicht
      Wenn der Ausschuss das Kriterium "Die Beratungsqualität" als erfüllt würdigt
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

  @III.3.2-I
  Regel: Die Umsetzung kann durch gesonderte Auswertungen begleitet werden.

    Szenario: Eine gesonderte Auswertung liegt dem Bericht bei
      Wenn der Landkreis den Schritt "Qualitative Evaluation" als begonnen berichtet, mit der Auswertung "Auswertung der Ganzheitlichen Betreuung"
      Dann sagt der letzte Eintrag der Geschichte:
        | was      | Umsetzungsschritt berichtet             |
        | Nachweis | Auswertung der Ganzheitlichen Betreuung |

  @III.2.1.6 @I.1 @I.2 @I.3
  Regel: Zu den Themen der Gleichstellung und zu den Grundsätzen wird berichtet, nicht geurteilt.

    Szenariogrundriss: Ein Bericht ist nachlesbar
      Wenn der Landkreis zum Thema "<Thema>" berichtet: "<Bericht>"
      Dann sagt der letzte Eintrag der Geschichte:
        | was     | Thema berichtet |
        | für     | Landkreis       |
        | Bericht | <Bericht>       |
      Und der letzte Eintrag gilt dem Thema "<Thema>"

      Beispiele:
        | Thema                                      | Bericht                                       |
        | Den Anteil der Frauen in Maßnahmen erhöhen | Der Anteil stieg auf die Hälfte der Plätze.   |
        | Gleichstellung als durchgängiges Prinzip   | Alle Auswertungen liegen nach Geschlecht vor. |
        | Geflüchtete                                | Zwei Sprachkurse mit Betrieben eingerichtet.  |
        | Ziele der Grundsicherung                   | Soziale Teilhabe war Thema aller Gespräche.   |

    Szenario: Ein Bericht ist kein Urteil
      Angenommen der Landkreis hat zum Thema "Den Anteil der Frauen in Maßnahmen erhöhen" berichtet: "Der Anteil stieg."
      Wenn der Stand für März 2026 gelesen wird
      Dann hat Ziel 6 kein Urteil

    Szenario: Zu einem Thema, das niemand vereinbart hat, wird nicht berichtet
      Wenn der Landkreis zum Thema "Digitalisierung" berichtet: "Alles läuft."
      Dann wird das abgelehnt, weil niemand dieses Thema vereinbart hat

    Szenario: Berichtet wird vom Landkreis
      Wenn das Ministerium zum Thema "Geflüchtete" berichtet: "Zwei Sprachkurse eingerichtet."
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

    Szenariogrundriss: Der Bericht steht bei seinem Thema
      Wenn der Landkreis zum Thema "<Thema>" berichtet: "<Bericht>"
      Und das Ministerium unter "Individualisierte Ziele" nachliest
      Dann steht dort "<Bericht>"

      Beispiele:
        | Thema                                      | Bericht                                       |
        | Den Anteil der Frauen in Maßnahmen erhöhen | Der Anteil stieg auf die Hälfte der Plätze.   |
        | Gleichstellung als durchgängiges Prinzip   | Alle Auswertungen liegen nach Geschlecht vor. |
        | Geflüchtete                                | Zwei Sprachkurse mit Betrieben eingerichtet.  |
        | Ziele der Grundsicherung                   | Soziale Teilhabe war Thema aller Gespräche.   |
