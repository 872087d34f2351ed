# language: de
Funktionalität: Änderung und Kündigung
  Mitten im Jahr kann eine Planung überholt sein. Gälte der neue Zielwert auch für die Monate davor, würde ein gutes
  halbes Jahr im Nachhinein schlecht oder umgekehrt; gälte er ohne beide Unterschriften, hätte eine Seite allein
  entschieden. Darum gilt eine Änderung erst mit allen Unterschriften und nur für die Monate, für die sie vereinbart ist.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
    Und heute ist der 15.06.2026

  @S
  Regel: Eine Änderung gilt erst, wenn alle sie unterzeichnet haben.

    Szenario: Mit beiden Unterschriften gilt der neue Zielwert
      Angenommen das Ministerium hat die Änderung "Quote" ab dem 01.07.2026 vorgeschlagen, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Und das Ministerium hat die Änderung "Quote" unterzeichnet
      Wenn der Landkreis die Änderung "Quote" unterzeichnet
      Dann ist der vereinbarte Zielwert für "Integrationsquote" mindestens +5,0 Prozent
      Und die Bedingungen haben den Stand 2

    Szenario: Mit einer Unterschrift gilt weiter der alte Zielwert
      Angenommen das Ministerium hat die Änderung "Quote" ab dem 01.07.2026 vorgeschlagen, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Wenn das Ministerium die Änderung "Quote" unterzeichnet
      Dann wird das festgehalten ohne Feststellung
      Und der vereinbarte Zielwert für "Integrationsquote" ist weiterhin mindestens +5,3 Prozent
      Und die Bedingungen haben den Stand 1

    Szenario: Auch der Landkreis kann eine Änderung vorschlagen
      Wenn der Landkreis die Änderung "Quote" ab dem 01.07.2026 vorschlägt, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Dann wird das festgehalten ohne Feststellung

    Szenario: Wer eine Änderung vorschlägt, sagt warum
      Wenn das Ministerium die Änderung "Quote" ab dem 01.07.2026 ohne Grund vorschlägt, nach der die Integrationsquote um mindestens 5,0 % steigen soll
      Dann wird das abgelehnt, weil der Grund fehlt

    Szenario: Eine rückwirkende Änderung wird festgehalten und fällt auf
      Wenn das Ministerium die Änderung "Quote" ab dem 01.05.2026 vorschlägt, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Dann wird das festgehalten mit der Feststellung, dass die Änderung rückwirkend gilt

    Szenariogrundriss: Eine Änderung betrifft das Vereinbarungsjahr
      Wenn das Ministerium die Änderung "Quote" ab dem <Tag> vorschlägt, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Dann wird das abgelehnt, weil die Änderung keinen Monat des Jahres beträfe

      Beispiele:
        | Tag        |
        | 31.12.2025 |
        | 01.01.2027 |

    Szenario: Eine spätere Änderung gilt nicht vor einer früheren
      Angenommen die Änderung "Quote" ab dem 01.07.2026, nach der die Integrationsquote um mindestens 5,0 % steigen soll, ist von beiden unterzeichnet
      Wenn das Ministerium die Änderung "Noch eine" ab dem 01.06.2026 vorschlägt, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Dann wird das abgelehnt, weil die Änderung vor einer früheren gälte

    Szenario: Über eine zweite Änderung wird nicht verhandelt, solange die erste offen ist
      Angenommen das Ministerium hat die Änderung "Quote" ab dem 01.07.2026 vorgeschlagen, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Wenn der Landkreis die Änderung "Andere" ab dem 01.08.2026 vorschlägt, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Lieber später."
      Dann wird das abgelehnt, weil über eine Änderung noch nicht entschieden ist

    Szenario: Zurückziehen kann, wer vorgeschlagen hat
      Angenommen das Ministerium hat die Änderung "Quote" ab dem 01.07.2026 vorgeschlagen, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Wenn das Ministerium die Änderung "Quote" zurückzieht mit dem Grund "Es bleibt bei der Planung."
      Dann liegt keine Änderung mehr zur Unterschrift vor
      Und der vereinbarte Zielwert für "Integrationsquote" ist weiterhin mindestens +5,3 Prozent

    Szenario: Den Vorschlag der anderen Seite zieht niemand zurück
      Angenommen das Ministerium hat die Änderung "Quote" ab dem 01.07.2026 vorgeschlagen, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Wenn der Landkreis die Änderung "Quote" zurückzieht mit dem Grund "Wir wollen sie nicht."
      Dann wird das abgelehnt, weil die andere Seite die Änderung vorgeschlagen hat

    Szenario: Ein Name bezeichnet nur eine Änderung
      Angenommen das Ministerium hat die Änderung "Quote" ab dem 01.07.2026 vorgeschlagen, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Und das Ministerium hat die Änderung "Quote" zurückgezogen mit dem Grund "Es bleibt bei der Planung."
      Wenn das Ministerium die Änderung "Quote" ab dem 01.08.2026 vorschlägt, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Doch."
      Dann wird das abgelehnt, weil es eine Änderung dieses Namens schon gab

    Szenario: Eine Änderung, die niemand vorgeschlagen hat, wird nicht unterzeichnet
      Wenn der Landkreis die Änderung "Quote" unterzeichnet
      Dann wird das abgelehnt, weil niemand diese Änderung vorgeschlagen hat

    Szenario: Unterzeichnet wird die Änderung, wie sie vorliegt
      Angenommen das Ministerium hat die Änderung "Quote" ab dem 01.07.2026 vorgeschlagen, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Wenn der Landkreis unter der Änderung "Quote" den bisherigen Text unterzeichnet
      Dann wird das abgelehnt, weil der Text nicht der vorliegende ist

    Szenario: Keine Seite unterzeichnet eine Änderung, bevor sie vorgeschlagen war
      Angenommen das Ministerium hat die Änderung "Quote" ab dem 01.07.2026 vorgeschlagen, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Wenn der Landkreis die Änderung "Quote" mit dem Tag 14.06.2026 unterzeichnet
      Dann wird das abgelehnt, weil es an diesem Tag noch nicht geschehen sein kann
      Und die Begründung nennt "15.06.2026"

    Szenario: Keine Seite unterzeichnet eine Änderung zweimal
      Angenommen das Ministerium hat die Änderung "Quote" ab dem 01.07.2026 vorgeschlagen, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Und das Ministerium hat die Änderung "Quote" unterzeichnet
      Wenn das Ministerium die Änderung "Quote" unterzeichnet
      Dann wird das abgelehnt, weil diese Seite schon unterzeichnet hat

    Szenario: Auch nach einer Änderung bedeutet eine Zeile dasselbe
      Wenn das Ministerium die Änderung "Quote" ab dem 01.07.2026 vorschlägt, nach der die Zeile der Frauen künftig die Männer meint und umgekehrt, mit dem Grund "Versehen"
      Dann wird das abgelehnt, weil die Zeile schon etwas anderes bedeutet

  @S @N.3 @III.2.2
  Regel: Für jeden Monat gelten die Bedingungen, die für ihn in Kraft waren.

    Szenariogrundriss: Der neue Zielwert gilt ab dem Monat, für den er vereinbart ist
      Angenommen die Änderung "Quote" ab dem 01.07.2026, nach der die Integrationsquote um mindestens 5,0 % steigen soll, ist von beiden unterzeichnet
      Und zum Ladestand <Monat> 2025 ohne Wartezeit sind diese Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):
        | Größe             | Wert         |
        | Integrationsquote | 1.000/10.000 |
      Und zum Ladestand <Monat> 2026 ohne Wartezeit sind diese Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):
        | Größe             | Wert         |
        | Integrationsquote | 1.051/10.000 |
      Wenn der Stand für <Monat> 2026 gelesen wird
      Dann ist "Integrationsquote" <Stand>
      Und er ist nach dem damals geltenden Stand <Nummer> der Bedingungen gerechnet

      Beispiele:
        | Monat    | Stand          | Nummer |
        | Mai      | nicht auf Kurs | 1      |
        | Juni     | nicht auf Kurs | 1      |
        | Juli     | auf Kurs       | 2      |
        | Dezember | auf Kurs       | 2      |

    Szenariogrundriss: Jede Fassung der Bedingungen bleibt nachlesbar
      Angenommen die Änderung "Quote" ab dem 01.07.2026, nach der die Integrationsquote um mindestens 5,0 % steigen soll, ist von beiden unterzeichnet
      Wenn der Landkreis die Fassung <Fassung> der Bedingungen liest
      Dann nennt diese Fassung für "Integrationsquote" den Zielwert <Zielwert>

      Beispiele:
        | Fassung | Zielwert                |
        | 1       | mindestens +5,3 Prozent |
        | 2       | mindestens +5,0 Prozent |

    Szenario: Eine Fassung, die es nie gab, wird nicht gelesen
      Wenn der Landkreis die Fassung 2 der Bedingungen liest
      Dann wird das abgelehnt, weil es diese Fassung der Bedingungen nicht gibt

    Szenario: Gilt eine Änderung mitten im Monat, gilt sie für diesen Monat
      Angenommen die Änderung "Quote" ab dem 20.06.2026, nach der die Integrationsquote um mindestens 5,0 % steigen soll, ist von beiden unterzeichnet
      Und zum Ladestand Juni 2025 ohne Wartezeit sind diese Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):
        | Größe             | Wert         |
        | Integrationsquote | 1.000/10.000 |
      Und zum Ladestand Juni 2026 ohne Wartezeit sind diese Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):
        | Größe             | Wert         |
        | Integrationsquote | 1.051/10.000 |
      Wenn der Stand für Juni 2026 gelesen wird
      Dann ist "Integrationsquote" auf Kurs

  @S
  Regel: Eine Kündigung beendet die Vereinbarung, mit ihrem Grund.

    Szenariogrundriss: Beide Seiten können kündigen
      Wenn <wer> die Vereinbarung kündigt mit dem Grund "Die Aufgabe geht auf einen anderen Träger über."
      Dann ist die Vereinbarung "gekündigt"

      Beispiele:
        | wer             |
        | das Ministerium |
        | der Landkreis   |

    Szenario: Wer kündigt, sagt warum
      Wenn der Landkreis die Vereinbarung kündigt
      Dann wird das abgelehnt, weil der Grund fehlt

    Szenario: Nach der Kündigung wird nichts mehr festgehalten
      Angenommen der Landkreis hat die Vereinbarung gekündigt mit dem Grund "Die Aufgabe geht auf einen anderen Träger über."
      Wenn das Ministerium den Dialog "Herbst" für den 12.10.2026 ansetzt
      Dann wird das abgelehnt, weil der Stand der Vereinbarung es nicht zulässt

    Szenario: Nach der Kündigung kann neu vereinbart werden
      Angenommen der Landkreis hat die Vereinbarung gekündigt mit dem Grund "Die Aufgabe geht auf einen anderen Träger über."
      Wenn das Ministerium die Vereinbarung Heidekreis 2026 entwirft
      Dann ist die Vereinbarung "entworfen"
      Und es ist die zweite Vereinbarung dieser Partner für dieses Jahr

    Szenario: Der Ausschuss kündigt nicht
      Wenn der Ausschuss die Vereinbarung kündigt mit dem Grund "Das reicht."
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht
