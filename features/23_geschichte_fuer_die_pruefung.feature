# language: de
Funktionalität: Geschichte für die Prüfung
  Wer prüft, kennt die Vereinbarung nicht von innen. Er fragt quer: Was hat der Landkreis zu Ziel 2 festgehalten, was wurde
  zu § 3 Abs. 5 entschieden, was kam zu spät? Müsste er dafür alles lesen oder jemanden fragen, der dabei war, prüfte er
  nicht, sondern glaubte.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft

  @N.1
  Regel: Ein Eintrag sagt, was sich durch ihn änderte, mit dem Stand vorher und nachher.

    Szenario: Eine Berichtigung der Abschrift nennt den alten und den neuen Zielwert
      Angenommen heute ist der 12.02.2026
      Und das Ministerium hat die Abschrift so berichtigt, dass die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Zahlendreher bei der Eingabe"
      Wenn die Prüfung die Geschichte liest
      Dann änderte der Eintrag "Abschrift berichtigt":
        | was                                         | vorher                 | nachher                |
        | Ziel 2, Zeile „Integrationsquote“, Zielwert | mindestens 5,3 Prozent | mindestens 5,0 Prozent |

    Szenario: Eine vorgeschlagene Änderung ändert noch nichts, die letzte Unterschrift ändert
      Angenommen heute ist der 18.05.2026
      Und die Änderung "Quote" ab dem 01.07.2026, nach der die Integrationsquote um mindestens 5,0 % steigen soll, ist von beiden unterzeichnet
      Wenn die Prüfung die Geschichte liest
      Dann würde der Eintrag "Änderung vorgeschlagen" die Bedingungen erst ändern
      Und der letzte Eintrag "Änderung unterzeichnet" änderte die Bedingungen ab dem 01.07.2026

    Szenario: Wer nur etwas berichtet, ändert die Bedingungen nicht
      Angenommen der Landkreis hat den Umstand "Standort" festgehalten
      Wenn die Prüfung die Geschichte liest
      Dann änderte der Eintrag "Umstand festgehalten" an den Bedingungen nichts

  @N.1
  Regel: Die Geschichte ist nach Ziel, Fundstelle, Rolle, Vertragspartei, Art und Zeitraum lesbar.

    Grundlage:
      Angenommen heute ist der 04.05.2026
      Und der Landkreis hat den Umstand "Standort" festgehalten
      Und der Landkreis hat den Dialog "Zusatz" angefragt mit dem Grund "Die Vermittlung stockt seit April."
      Und heute ist der 21.05.2026
      Und das Ministerium hat die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt

    Szenariogrundriss: Gelesen wird, wonach gefragt ist
      Wenn die Prüfung die Geschichte liest, beschränkt auf <Frage>
      Dann stehen dort <Einträge>

      Beispiele:
        | Frage                           | Einträge                                                                      |
        | die Rolle Kommune               | "Vereinbarung unterzeichnet", "Umstand festgehalten", "Dialog angefragt"      |
        | die Vertragspartei Kommune      | "Vereinbarung unterzeichnet", "Umstand festgehalten", "Dialog angefragt"      |
        | die Fundstelle III.3.5          | "Umstand festgehalten"                                                        |
        | die Fundstelle III.3            | "Umstand festgehalten", "Dialog angefragt", "Gesetzesänderung berücksichtigt" |
        | die Art "Dialog angefragt"      | "Dialog angefragt"                                                            |
        | das Geschehen ab dem 20.05.2026 | "Gesetzesänderung berücksichtigt"                                             |
        | das Ziel 6                      | "Vereinbarung entworfen"                                                      |

    Szenario: Seite für Seite gelesen fehlt nichts, und nichts steht doppelt da
      Wenn die Prüfung die Geschichte in Seiten zu je 2 Einträgen liest
      Dann ergeben die Seiten zusammen die ganze Geschichte

    Szenario: Was damals noch nicht festgehalten war, steht nicht in der Geschichte von damals
      Wenn die Prüfung die Geschichte liest, wie sie am 10.05.2026 bekannt war
      Dann stehen dort "Vereinbarung entworfen", "Vereinbarung unterzeichnet", "Vereinbarung unterzeichnet", "Umstand festgehalten", "Dialog angefragt"

  @N.1
  Regel: Über alle Vereinbarungen liest jeder nur, was er sehen soll.

    Szenariogrundriss: Die eigenen Einträge und keine fremden
      Wenn <wer> die Geschichte liest
      Dann stehen dort <viele> Einträge der Vereinbarung

      Beispiele:
        | wer                                  | viele |
        | das Ministerium                      | 3     |
        | der Landkreis                        | 3     |
        | der Ausschuss                        | 3     |
        | die Prüfung                          | 3     |
        | ein anderer Landkreis                | 0     |
        | das Ministerium eines anderen Landes | 0     |
        | der Betrieb                          | 0     |

  @N.2
  Regel: Zu jedem Eintrag ist nachlesbar, was zu ihm führte.

    Szenario: Vom Protokoll zurück bis zur Anfrage
      Angenommen heute ist der 04.05.2026
      Und der Landkreis hat den Dialog "Zusatz" angefragt mit dem Grund "Die Vermittlung stockt seit April."
      Und das Ministerium hat den Dialog "Zusatz" auf Wunsch für den 12.05.2026 angesetzt
      Und heute ist der 12.05.2026
      Und das Ministerium hat den Dialog "Zusatz" vom 12.05.2026 festgehalten
      Und der Landkreis hat das Protokoll "Niederschrift" des Dialogs "Zusatz" bestätigt
      Wenn die Prüfung liest, was zum letzten Eintrag führte
      Dann stehen dort "Dialog angefragt", "Dialog angesetzt", "Dialog geführt", "Protokoll bestätigt"
      Und sie alle gehören zu einem Vorgang

    Szenario: Eine Freigabe führt auf die Lieferung zurück
      Angenommen zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn die Prüfung liest, was zum letzten Eintrag führte
      Dann stehen dort "Daten geliefert", "Daten freigegeben"

    Szenario: Wer etwas bestreitet, antwortet auf den bestrittenen Eintrag
      Angenommen heute ist der 04.05.2026
      Und der Landkreis hat den Umstand "Standort" festgehalten
      Wenn das Ministerium den Eintrag "Umstand festgehalten" bestreitet: "Das trifft nicht zu."
      Und die Prüfung liest, was zum letzten Eintrag führte
      Dann stehen dort "Umstand festgehalten", "Eintrag bestritten"

    Szenario: Wozu nichts führte, das steht für sich
      Angenommen heute ist der 04.05.2026
      Und der Landkreis hat den Umstand "Standort" festgehalten
      Wenn die Prüfung liest, was zum letzten Eintrag führte
      Dann stehen dort "Umstand festgehalten"

  @N.1
  Regel: Was zwischen zwei Ständen anders wurde, ist als Liste lesbar.

    Szenario: Von der ersten Unterschrift bis zum Umstand
      Angenommen heute ist der 04.05.2026
      Und der Landkreis hat den Umstand "Standort" festgehalten
      Wenn die Prüfung liest, was zwischen Stand 2 und Stand 4 anders wurde
      Dann nennt die Liste "Lage": vorher "teilweise unterzeichnet", nachher "in Kraft"
      Und die Liste nennt den Umstand "Standort" als neu zu würdigen

    Szenario: Auch was nur angesetzt oder geliefert ist, steht in der Liste
      Angenommen heute ist der 04.05.2026
      Und der Dialog "Frühjahr" ist für den 20.05.2026 angesetzt
      Und das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn die Prüfung liest, was zwischen Stand 3 und Stand 5 anders wurde
      Dann nennt die Liste als neu den Dialog "Frühjahr": "regelmäßig, angesetzt für den 20.05.2026"
      Und die Liste nennt als neu die Lieferung "März 2026": "nicht entschieden"
      Und die Liste nennt dazwischen die Einträge "Dialog angesetzt" und "Daten geliefert"

    Szenario: Eine Änderung nach der Unterschrift nennt den unterzeichneten und den neuen Zielwert
      Angenommen heute ist der 18.05.2026
      Und die Änderung "Quote" ab dem 01.07.2026, nach der die Integrationsquote um mindestens 5,0 % steigen soll, ist von beiden unterzeichnet
      Wenn die Prüfung liest, was seit der letzten Unterschrift anders wurde
      Dann nennt die Liste "Ziel 2, Zeile „Integrationsquote“, Zielwert": vorher "mindestens 5,3 Prozent", nachher "mindestens 5,0 Prozent"

    Szenario: Zwischen einem Stand und ihm selbst ist nichts anders
      Wenn die Prüfung liest, was zwischen Stand 3 und Stand 3 anders wurde
      Dann ist die Liste leer

    Szenario: Einen Stand, den es nicht gibt, kann man nicht vergleichen
      Wenn die Prüfung liest, was zwischen Stand 1 und Stand 99 anders wurde
      Dann wird das abgelehnt, weil es diesen Eintrag nicht gibt oder er nicht mehr zählt

  @N.1
  Regel: Auch zum ersten Eintrag ist nachlesbar, was bekannt war.

    Szenario: Vor dem Entwurf war nichts bekannt
      Wenn gelesen wird, was beim Eintrag 1 bekannt war
      Dann gab es die Vereinbarung damals noch nicht
