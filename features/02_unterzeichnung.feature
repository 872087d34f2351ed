# language: de
Funktionalität: Unterzeichnung
  Ab der letzten Unterschrift sind beide Seiten gebunden: von da an ist der Entwurf der Maßstab und nicht mehr ein
  Vorschlag. Unterschreibt jemand einen anderen Text als den vorliegenden, oder weicht die Abschrift vom Papier ab,
  dann streiten die Partner am Jahresende darüber, was überhaupt vereinbart war.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen

  @S
  Regel: Gebunden sind beide Seiten erst mit der zweiten Unterschrift.

    Szenario: Nach der ersten Unterschrift ist noch niemand gebunden
      Angenommen heute ist der 29.01.2026
      Wenn das Ministerium am 29.01.2026 in "Hannover" unterzeichnet
      Dann ist die Vereinbarung "teilweise unterzeichnet"
      Und sie bindet noch nicht

    Szenario: Die zweite Unterschrift bindet beide
      Angenommen das Ministerium hat am 29.01.2026 in "Hannover" unterzeichnet
      Und heute ist der 10.02.2026
      Wenn der Landkreis am 10.02.2026 in "Bad Fallingbostel" unterzeichnet
      Dann ist die Vereinbarung "in Kraft"
      Und sie bindet seit dem 10.02.2026

    Szenario: Maßgeblich ist die spätere Unterschrift, auch wenn sie zuerst eingetragen wird
      Angenommen heute ist der 11.02.2026
      Und der Landkreis hat am 10.02.2026 in "Bad Fallingbostel" unterzeichnet
      Wenn das Ministerium am 29.01.2026 in "Hannover" unterzeichnet
      Dann ist die Vereinbarung "in Kraft"
      Und sie bindet seit dem 10.02.2026

    Szenario: Zu jeder Unterschrift sind Ort, Tag, Funktion und Vertretung nachlesbar
      Angenommen heute ist der 29.01.2026
      Wenn das Ministerium am 29.01.2026 in "Hannover" unterzeichnet, mit dem Zusatz "In Vertretung"
      Dann sagt der letzte Eintrag der Geschichte:
        | was                                  | Vereinbarung unterzeichnet |
        | für                                  | Ministerium                |
        | rechtlicher Tag                      | 29.01.2026                 |
        | Ort                                  | Hannover                   |
        | Funktion der unterzeichnenden Person | Staatssekretariat          |
        | Zusatz der unterzeichnenden Person   | In Vertretung              |

  @S
  Regel: Unterzeichnet wird der Entwurf, wie er vorliegt, und von jeder Seite einmal.

    Szenario: Ein Text, der nicht der Entwurf ist, wird nicht als unterzeichnet festgehalten
      Wenn der Landkreis einen anderen Text als den Entwurf unterzeichnet
      Dann wird das abgelehnt, weil der Text nicht der vorliegende ist

    Szenario: Ein überholter Entwurf wird nicht als unterzeichnet festgehalten
      Angenommen das Ministerium hat den Entwurf so geändert, dass die Integrationsquote um mindestens 5,0 % steigen soll
      Wenn der Landkreis den ersten Entwurf unterzeichnet
      Dann wird das abgelehnt, weil der Text nicht der vorliegende ist

    Szenario: Dieselbe Seite unterzeichnet nicht zweimal
      Angenommen das Ministerium hat am 29.01.2026 in "Hannover" unterzeichnet
      Wenn das Ministerium am 29.01.2026 in "Hannover" unterzeichnet
      Dann wird das abgelehnt, weil diese Seite schon unterzeichnet hat

    Szenario: Ein Ministerium, das kein Partner ist, unterzeichnet nicht
      Wenn ein anderes Ministerium des Landes am 12.01.2026 in "Hannover" unterzeichnet
      Dann wird das abgelehnt, weil diese Stelle kein Partner der Vereinbarung ist

    Szenario: Der Ausschuss unterzeichnet nicht
      Wenn der Ausschuss am 12.01.2026 in "Hannover" unterzeichnet
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

    Szenario: Nach der ersten Unterschrift wird der Entwurf nicht mehr geändert
      Angenommen das Ministerium hat am 29.01.2026 in "Hannover" unterzeichnet
      Wenn das Ministerium den Entwurf so ändert, dass die Integrationsquote um mindestens 5,0 % steigen soll
      Dann wird das abgelehnt, weil der Stand der Vereinbarung es nicht zulässt

    Szenario: Ein zurückgezogener Entwurf wird nicht mehr unterzeichnet
      Angenommen das Ministerium hat den Entwurf zurückgezogen mit dem Grund "Die Werte werden neu geplant."
      Wenn der Landkreis am 12.01.2026 in "Bad Fallingbostel" unterzeichnet
      Dann wird das abgelehnt, weil der Stand der Vereinbarung es nicht zulässt

    Szenario: Auch nach der ersten Unterschrift kann das Land den Entwurf noch zurückziehen
      Angenommen das Ministerium hat am 29.01.2026 in "Hannover" unterzeichnet
      Wenn das Ministerium den Entwurf zurückzieht mit dem Grund "Der Haushalt ist noch nicht beschlossen."
      Dann ist die Vereinbarung "zurückgezogen"

    Szenario: Was gilt, wird nicht mehr zurückgezogen
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Wenn das Ministerium den Entwurf zurückzieht mit dem Grund "Wir haben es uns anders überlegt."
      Dann wird das abgelehnt, weil der Stand der Vereinbarung es nicht zulässt

    Szenario: Eine Unterschrift, die älter ist als der Entwurf, wird festgehalten und fällt auf
      Angenommen heute ist der 13.01.2026
      Wenn das Ministerium am 05.01.2026 in "Hannover" unterzeichnet
      Dann wird das festgehalten mit der Feststellung, dass die Unterschrift älter ist als der Entwurf

  @S
  Regel: Eine zweite Person gleicht die Abschrift mit dem unterzeichneten Papier ab.

    Szenario: Eine zweite Person bestätigt die Abschrift
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Wenn eine zweite Person im Ministerium die Abschrift bestätigt
      Dann ist die Abschrift bestätigt

    Szenario: Wer die Bedingungen eingegeben hat, bestätigt sie nicht selbst
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Wenn das Ministerium die Abschrift bestätigt
      Dann wird das abgelehnt, weil die Person selbst eingegeben hat

    Szenario: Der Landkreis bestätigt die Abschrift nicht
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Wenn der Landkreis die Abschrift bestätigt
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

    Szenario: Vor der letzten Unterschrift gibt es noch kein Papier zum Abgleichen
      Angenommen das Ministerium hat am 29.01.2026 in "Hannover" unterzeichnet
      Wenn eine zweite Person im Ministerium die Abschrift bestätigt
      Dann wird das abgelehnt, weil der Stand der Vereinbarung es nicht zulässt

    Szenario: Abgeglichen wird nicht vor dem Tag der letzten Unterschrift
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Wenn eine zweite Person im Ministerium die Abschrift bestätigt, mit dem Tag 09.02.2026
      Dann wird das abgelehnt, weil es an diesem Tag noch nicht geschehen sein kann

    Szenario: Dieselbe Abschrift wird nicht zweimal bestätigt
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und eine zweite Person im Ministerium hat die Abschrift bestätigt
      Wenn eine zweite Person im Ministerium die Abschrift bestätigt
      Dann wird das abgelehnt, weil die Abschrift schon bestätigt ist

    Szenario: Ein Abschreibfehler wird mit Grund berichtigt und neu abgeglichen
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und eine zweite Person im Ministerium hat die Abschrift bestätigt
      Wenn eine zweite Person im Ministerium die Abschrift so berichtigt, dass die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Zahlendreher bei der Eingabe"
      Dann ist der vereinbarte Zielwert für "Integrationsquote" mindestens +5,0 Prozent
      Und die Bedingungen haben den Stand 2
      Und die Abschrift ist nicht bestätigt

    Szenario: Wer berichtigt hat, bestätigt nicht selbst
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und eine zweite Person im Ministerium hat die Abschrift so berichtigt, dass die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Zahlendreher bei der Eingabe"
      Wenn eine zweite Person im Ministerium die Abschrift bestätigt
      Dann wird das abgelehnt, weil die Person selbst eingegeben hat

    Szenario: Nach einer Berichtigung wird nicht die alte Abschrift bestätigt
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und das Ministerium hat die Abschrift so berichtigt, dass die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Zahlendreher bei der Eingabe"
      Wenn eine zweite Person im Ministerium die erste Abschrift bestätigt
      Dann wird das abgelehnt, weil eine frühere Abschrift verglichen wurde

    Szenario: Wer die Abschrift berichtigt, sagt warum
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Wenn das Ministerium die Abschrift so berichtigt, dass die Integrationsquote um mindestens 5,0 % steigen soll
      Dann wird das abgelehnt, weil der Grund fehlt
