# language: de
Funktionalität: Was bekannt war
  Eine Entscheidung beurteilt man gerecht nur nach dem, was damals bekannt war. Zeigte der Dienst zu einem Eintrag vom
  Mai die Zahlen vom Oktober, sähe jede Prognose im Nachhinein falsch aus. Darum steht zu jeder Festlegung nachlesbar,
  was ihr zugrunde lag; und wer sie getroffen hat, bleibt in der Funktion erkennbar, in der er handelte.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft

  @N.1 @III.2.1.2
  Regel: Zu jeder Festlegung ist nachlesbar, welche Zahlen, Bedingungen und offenen Punkte ihr zugrunde lagen.

    Grundlage:
      Angenommen zum Ladestand März 2025 ohne Wartezeit ist die Integrationsquote mit 150/2.000 geliefert und freigegeben (erfundene Werte)
      Und als Lieferung "März 2026" ist zum Ladestand März 2026 ohne Wartezeit die Integrationsquote mit 180/2.000 geliefert und freigegeben (erfundene Werte)
      Und heute ist der 12.05.2026
      Und der Landkreis hat den Umstand "Standort" festgehalten
      Und der Zieldialog vom 12.05.2026 ist ohne den Ausschuss geführt

    Szenario: Beim Dialog im Mai war die Quote auf Kurs und ein Umstand bekannt
      Wenn gelesen wird, was beim Eintrag "Dialog geführt" bekannt war
      Dann war "Integrationsquote" damals auf Kurs
      Und "Integrationsquote" stand damals bei 9,0 Prozent
      Und damals galt der Stand 1 der Bedingungen
      Und der Umstand "Standort" war damals zu würdigen

    Szenario: Was später kam, ändert daran nichts
      Angenommen was beim Eintrag "Dialog geführt" bekannt war, ist notiert
      Und heute ist der 18.05.2026
      Und wegen eines Übermittlungsfehlers in "März 2026" ist die Integrationsquote mit 150/2.000 neu geliefert und freigegeben, alles andere wie zuvor (erfundene Werte)
      Und der Landkreis hat den Umstand "Hochwasser" festgehalten
      Und der Landkreis hat den Umstand "Standort" zurückgenommen mit dem Grund "Der Betrieb bleibt doch."
      Und die Änderung "Quote" ab dem 01.07.2026, nach der die Integrationsquote um mindestens 5,0 % steigen soll, ist von beiden unterzeichnet
      Wenn gelesen wird, was beim Eintrag "Dialog geführt" bekannt war
      Dann ist das unverändert das notierte
      Und der Umstand "Standort" war damals zu würdigen
      Und der Umstand "Hochwasser" war damals noch nicht bekannt

    Szenario: Was nur geliefert und noch nicht freigegeben war, lag nicht zugrunde
      Angenommen heute ist der 18.05.2026
      Und das Ministerium hat die Lieferung "April 2026" zum Ladestand April 2026 ohne Wartezeit geliefert (erfundene Werte)
      Und der Landkreis hat den Umstand "Hochwasser" festgehalten
      Wenn gelesen wird, was beim Eintrag "Umstand festgehalten" bekannt war
      Dann war "Integrationsquote" damals auf Kurs
      Und die Lieferung "April 2026" lag damals nicht zugrunde
      Und die Lieferung "März 2026" lag damals zugrunde

    Szenario: Was nie festgelegt wurde, dem lag auch nichts zugrunde
      Wenn gelesen wird, was beim Eintrag 99 bekannt war
      Dann wird das abgelehnt, weil es diesen Eintrag nicht gibt oder er nicht mehr zählt

  @N.1 @S
  Regel: Es handelt die Funktion, nicht die Person: Vertretung und Wechsel im Amt sind nachlesbar.

    Szenario: In Vertretung gehandelt
      Angenommen heute ist der 04.05.2026
      Wenn der Landkreis in Vertretung den Dialog "Zusatz" anfragt mit dem Grund "Die Vermittlung stockt seit April."
      Dann sagt der letzte Eintrag der Geschichte:
        | was    | Dialog angefragt |
        | Zusatz | In Vertretung    |

    Szenario: Nach einem Wechsel im Amt handelt eine andere Person in derselben Funktion für denselben Partner
      Angenommen heute ist der 04.05.2026
      Und der Landkreis hat den Dialog "Zusatz" angefragt mit dem Grund "Die Vermittlung stockt seit April."
      Und heute ist der 02.11.2026
      Wenn die neue Leitung im Landkreis den Dialog "Zusatz" absagt mit dem Grund "Das hat sich erledigt."
      Dann sagt der letzte Eintrag der Geschichte:
        | was      | Dialog abgesagt               |
        | wer      | die neue Leitung im Landkreis |
        | Funktion | Leitung Jobcenter Heidekreis  |
        | für      | Landkreis                     |

    Szenario: Wer vor und wer nach dem Wechsel handelte, ist der Reihe nach zu lesen
      Angenommen heute ist der 04.05.2026
      Und der Landkreis hat den Dialog "Zusatz" angefragt mit dem Grund "Die Vermittlung stockt seit April."
      Und heute ist der 02.11.2026
      Wenn die neue Leitung im Landkreis den Dialog "Zusatz" absagt mit dem Grund "Das hat sich erledigt."
      Dann nennen die Einträge für "Landkreis" der Reihe nach:
        | was                        | wer                           |
        | Vereinbarung unterzeichnet | der Landkreis                 |
        | Dialog angefragt           | der Landkreis                 |
        | Dialog abgesagt            | die neue Leitung im Landkreis |

    Szenario: Auch nach einem Wechsel im Amt bestätigt dieselbe Seite nicht zweimal
      Angenommen zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und der Zieldialog vom 12.05.2026 ist vorbereitet und geführt
      Und der Landkreis hat das Protokoll "Fassung A" des Dialogs "12.05.2026" bestätigt
      Wenn die neue Leitung im Landkreis das Protokoll "Fassung A" des Dialogs "12.05.2026" bestätigt
      Dann wird das abgelehnt, weil diese Seite das Protokoll schon bestätigt hat
