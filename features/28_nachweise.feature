# language: de
Funktionalität: Nachweise ohne Vertrauen in den Betreiber
  Wer die Datenbank betreibt, könnte sie auch verändern. Die Prüfung muss ihm nicht glauben: Sie bekommt die Einträge
  mit Nachweisen, die sie selbst nachrechnet, und wer einen früheren Prüfpunkt aufbewahrt, bemerkt auch ein Protokoll,
  das als Ganzes umgeschrieben wurde. Ohne das wäre Unveränderbarkeit nur eine Zusage.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft

  @N.2
  Regel: Zu jedem Eintrag gibt es einen Nachweis, dass er im Protokoll steht, und zwischen zwei Ständen einen, dass es nur gewachsen ist.

    Szenario: Jeder Eintrag der Vereinbarung ist nachweisbar
      Wenn ein Prüfpunkt gemacht wird
      Dann ist jeder Eintrag der Vereinbarung unter diesem Prüfpunkt nachgewiesen

    Szenario: Ein späterer Prüfpunkt setzt den früheren nachweislich fort
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Und der Landkreis hat den Umstand "Standort" festgehalten
      Wenn ein Prüfpunkt gemacht wird
      Dann setzt er den aufbewahrten nachweislich fort

    Szenario: Was nicht im Protokoll steht, wird nicht nachgewiesen
      Wenn ein Nachweis für einen Eintrag verlangt wird, den es nicht gibt
      Dann wird das abgelehnt, weil es den Eintrag im Protokoll nicht gibt

    Szenario: Ist der Baum der Nachweise verändert, gibt es keinen falschen Nachweis
      Angenommen jemand mit allen Rechten hat den Baum der Nachweise gelöscht
      Wenn ein Nachweis für den ersten Eintrag verlangt wird
      Dann wird das abgelehnt, weil der Baum der Nachweise verändert ist

  @N.2
  Regel: Prüfpunkte bezeugen mit Unterschrift, was das Protokoll enthält, mindestens täglich und nach jeder Gesamtbewertung.

    Szenario: Kam nichts hinzu, bleibt es beim letzten Prüfpunkt
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Wenn ein Prüfpunkt gemacht wird
      Dann ist er der aufbewahrte

    Szenario: Am Tag nach dem letzten ist ein Prüfpunkt fällig, wenn etwas hinzukam
      Angenommen heute ist der 04.05.2026
      Und ein Prüfpunkt ist gemacht und aufbewahrt
      Und der Landkreis hat den Umstand "Standort" festgehalten
      Wenn es der 05.05.2026 geworden ist
      Dann ist ein Prüfpunkt fällig

    Szenario: Am selben Tag ist noch keiner fällig
      Angenommen heute ist der 04.05.2026
      Und ein Prüfpunkt ist gemacht und aufbewahrt
      Und der Landkreis hat den Umstand "Standort" festgehalten
      Wenn es Abend geworden ist
      Dann ist kein Prüfpunkt fällig

    Szenario: Nach der Gesamtbewertung steht der Prüfpunkt sofort
      Angenommen zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und die Zieldialoge vom 12.05.2026 und vom 10.11.2026 sind vorbereitet und geführt
      Und alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt
      Und die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
      Und heute ist der 27.04.2027
      Und ein Prüfpunkt ist gemacht und aufbewahrt
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann bezeugt der letzte Prüfpunkt auch sie

  @N.1 @N.2
  Regel: Wer wann welchen Schlüssel eingeführt hat, steht im Protokoll selbst; frühere Prüfpunkte bleiben prüfbar.

    Szenario: Nach einem Wechsel unterschreiben alter und neuer Schlüssel, danach der neue
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Wenn der Betrieb den Schlüssel wechselt mit dem Grund "Jährlicher Wechsel"
      Dann ist der Wechsel festgehalten mit dem Grund "Jährlicher Wechsel"
      Und der letzte Prüfpunkt trägt die Unterschrift des alten und des neuen Schlüssels
      Und der aufbewahrte Prüfpunkt ist weiterhin prüfbar

    Szenario: Gewechselt wird nur der Schlüssel, der zuvor gezeigt wurde
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Und seither wurde der Schlüssel gewechselt
      Wenn der Betrieb den Schlüssel des aufbewahrten Prüfpunkts wechselt mit dem Grund "Jährlicher Wechsel"
      Dann wird das abgelehnt, weil inzwischen ein anderer Schlüssel gilt

    Szenario: Ein Schlüssel wird nicht zweimal eingeführt
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Wenn der Betrieb den Schlüssel, der schon gilt, als neuen einführt mit dem Grund "Jährlicher Wechsel"
      Dann wird das abgelehnt, weil der Schlüssel schon gegolten hat

    Szenario: Wer den Schlüssel wechselt, sagt warum
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Wenn der Betrieb den Schlüssel wechselt
      Dann wird das abgelehnt, weil der Grund fehlt

    Szenariogrundriss: Nur der Betrieb wechselt den Schlüssel
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Wenn <wer> den Schlüssel wechselt mit dem Grund "Versuch"
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

      Beispiele:
        | wer             |
        | das Ministerium |
        | der Landkreis   |
        | die Prüfung     |

  @N.2
  Regel: Jede nachträgliche Änderung an den Daten fällt auf und wird an ihrer Stelle benannt.

    Szenario: Das unveränderte Protokoll ist unversehrt
      Wenn das ganze Protokoll nachgeprüft wird
      Dann ist es unversehrt

    Szenariogrundriss: Wer alle Rechte an der Datenbank hat, bleibt nicht unbemerkt
      Angenommen jemand mit allen Rechten hat <was>
      Wenn das ganze Protokoll nachgeprüft wird
      Dann ist es verändert, und genannt wird "<Befund>"

      Beispiele:
        | was                             | Befund                                 |
        | einen Eintrag geändert          | Position 2: der Eintrag wurde geändert |
        | einen Eintrag gelöscht          | Position 2: der Eintrag wurde gelöscht |
        | zwei Einträge vertauscht        | Position 2: Einträge wurden vertauscht |
        | das Ende abgeschnitten          | hier wurde abgeschnitten               |
        | den Baum der Nachweise geändert | Position 2: das Blatt im Baum          |
        | den Schutz abgeschaltet         | ist abgeschaltet                       |
        | dem Dienst alle Rechte gegeben  | gehört zielsteuerung_service           |

    Szenario: Was nicht fortsetzt, was schon unterschrieben ist, wird nicht unterschrieben
      Angenommen der Dienst hat einen Prüfpunkt unterschrieben und sich gemerkt, welchen
      Und jemand mit allen Rechten hat das Protokoll umgeschrieben
      Wenn der Dienst wieder einen Prüfpunkt unterschreiben soll
      Dann wird das abgelehnt, weil schon anderes unterschrieben ist, als jetzt im Protokoll steht

    Szenario: Ein umgeschriebenes und mit dem echten Schlüssel neu bezeugtes Protokoll verrät nur ein früherer Prüfpunkt
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Und jemand mit allen Rechten hat das Protokoll umgeschrieben und neu bezeugt
      Wenn das ganze Protokoll nachgeprüft wird
      Dann ist es unversehrt
      Aber gegen den aufbewahrten Prüfpunkt gehalten ist es umgeschrieben

    Szenario: Eine zurückgespielte ältere Sicherung verrät nur ein früherer Prüfpunkt
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Und der Landkreis hat den Umstand "Standort" festgehalten
      Und ein Prüfpunkt ist gemacht und aufbewahrt
      Und jemand mit allen Rechten hat eine ältere Sicherung eingespielt
      Wenn das ganze Protokoll nachgeprüft wird
      Dann ist es unversehrt
      Aber gegen den aufbewahrten Prüfpunkt gehalten ist es zurückgesetzt

  @N.2
  Regel: Wer einen Prüfpunkt aufbewahrt, nimmt einen neueren nur mit Nachweis an und bemerkt jeden Widerspruch.

    Szenario: Der Zeuge folgt einem Protokoll, das nur wächst
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Und der Landkreis hat den Umstand "Standort" festgehalten
      Wenn dem Zeugen der neueste Prüfpunkt vorgelegt wird
      Dann nimmt er ihn an

    Szenario: Der Zeuge bemerkt das umgeschriebene Protokoll
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Und jemand mit allen Rechten hat das Protokoll umgeschrieben und neu bezeugt
      Wenn dem Zeugen der neueste Prüfpunkt vorgelegt wird
      Dann meldet er einen Widerspruch

    Szenario: Der Zeuge bemerkt das zurückgesetzte Protokoll
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Und der Landkreis hat den Umstand "Standort" festgehalten
      Und ein Prüfpunkt ist gemacht und aufbewahrt
      Und jemand mit allen Rechten hat eine ältere Sicherung eingespielt
      Wenn dem Zeugen der neueste Prüfpunkt vorgelegt wird
      Dann meldet er einen Widerspruch

  @N.2
  Regel: Die Prüfung bekommt Einträge und Nachweise als Bündel, das zu demselben Prüfpunkt immer dasselbe ist.

    Szenario: Zweimal ausgegeben, Byte für Byte gleich
      Wenn die Prüfung die Vereinbarung zweimal als Prüfbündel ausgibt
      Dann sind beide gleich
      Und es ist unversehrt und enthält jeden Eintrag der Vereinbarung

    Szenario: Einen früheren Prüfpunkt setzt das Bündel nachweislich fort
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Und der Landkreis hat den Umstand "Standort" festgehalten
      Wenn die Prüfung die Vereinbarung zweimal als Prüfbündel ausgibt
      Dann belegt es, dass der aufbewahrte Prüfpunkt fortgesetzt ist

    Szenario: Zu einem Prüfpunkt, den dieses Protokoll nicht fortsetzt, gibt es kein Bündel
      Angenommen ein Prüfpunkt ist gemacht und aufbewahrt
      Und jemand mit allen Rechten hat das Protokoll umgeschrieben und neu bezeugt
      Wenn die Prüfung die Vereinbarung zweimal als Prüfbündel ausgibt
      Dann wird das abgelehnt, weil der frühere Prüfpunkt nicht zu diesem Protokoll gehört

    Szenario: Zu einem Prüfpunkt, den es nicht gibt, gibt es kein Bündel
      Wenn die Prüfung die Vereinbarung als Prüfbündel zu einem Prüfpunkt ausgibt, den es nicht gibt
      Dann wird das abgelehnt, weil es den Prüfpunkt nicht gibt

    Szenariogrundriss: Das ganze Protokoll bekommt nur die Prüfung
      Wenn <wer> das ganze Protokoll als Prüfbündel ausgibt
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

      Beispiele:
        | wer             |
        | das Ministerium |
        | der Landkreis   |
        | der Betrieb     |

  @N.4
  Regel: Nachweise halten, auch wenn ein Name gelöscht ist.

    Szenario: Nach dem Löschen eines Namens gilt jeder frühere Nachweis weiter
      Angenommen im Personenverzeichnis stehen:
        | Kennung | Titel | Vorname | Name   |
        | em      | Dr.   | Erika   | Muster |
      Und ein Prüfpunkt ist gemacht und aufbewahrt
      Wenn der Betrieb die Person "em" löscht mit dem Grund "Die Aufbewahrung ist abgelaufen."
      Dann ist das Protokoll gegen den aufbewahrten Prüfpunkt gehalten unversehrt
      Und im Prüfbündel der Vereinbarung steht kein Name
