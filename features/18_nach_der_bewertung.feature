# language: de
Funktionalität: Nach der Bewertung
  Eine Bewertung gilt erst etwas, wenn der Landkreis sich dazu äußern konnte, und sie bleibt, was sie war: änderten
  spätere Zahlen ein Urteil von selbst, wüsste niemand mehr, was im Frühjahr galt. Darum wird sie zur Kenntnis genommen,
  beanstandet, beantwortet oder neu gefasst, und jede Fassung bleibt stehen.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
    Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
    Und die Zieldialoge vom 12.05.2026 und vom 10.11.2026 sind vorbereitet und geführt
    Und alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt
    Und die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
    Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
    Und heute ist der 27.04.2027

  @III.3.3
  Regel: Der Landkreis nimmt Stellung, dann wird abgeschlossen.

    Szenario: Zur Kenntnis genommen und abgeschlossen
      Angenommen das Ministerium hat die Gesamtbewertung getroffen
      Und der Landkreis hat die Gesamtbewertung zur Kenntnis genommen
      Wenn das Ministerium die Vereinbarung abschließt
      Dann ist die Vereinbarung "abgeschlossen"

    Szenario: Eine Beanstandung wird beantwortet, dann wird abgeschlossen
      Angenommen das Ministerium hat die Gesamtbewertung getroffen
      Und der Landkreis hat die Gesamtbewertung beanstandet: "Der Stellenabbau ist nicht gewürdigt."
      Und das Ministerium hat auf die Beanstandung geantwortet: "Er betraf das Jahr 2025."
      Wenn das Ministerium die Vereinbarung abschließt
      Dann ist die Vereinbarung "abgeschlossen"

    Szenario: Auch Schweigen wird festgehalten, mit dem Tag der Frage
      Angenommen das Ministerium hat die Gesamtbewertung getroffen
      Und heute ist der 14.06.2027
      Und das Ministerium hat festgehalten, dass der Landkreis am 10.05.2027 gefragt wurde und schweigt mit dem Grund "Die erbetene Frist ist verstrichen."
      Wenn das Ministerium die Vereinbarung abschließt
      Dann ist die Vereinbarung "abgeschlossen"

    Szenario: Schweigen ist erst nach der Frage festzustellen
      Angenommen das Ministerium hat die Gesamtbewertung getroffen
      Wenn das Ministerium festhält, dass der Landkreis am 28.04.2027 gefragt wurde und schweigt mit dem Grund "Die erbetene Frist ist verstrichen."
      Dann wird das abgelehnt, weil es an diesem Tag noch nicht geschehen sein kann

    Szenario: Wer Schweigen festhält, sagt warum
      Angenommen das Ministerium hat die Gesamtbewertung getroffen
      Wenn das Ministerium festhält, dass der Landkreis am 27.04.2027 gefragt wurde und schweigt
      Dann wird das abgelehnt, weil der Grund fehlt

    Szenario: Ohne Stellungnahme wird nicht abgeschlossen
      Angenommen das Ministerium hat die Gesamtbewertung getroffen
      Wenn das Ministerium die Vereinbarung abschließt
      Dann wird das abgelehnt, weil eine Antwort noch aussteht

    Szenario: Solange eine Beanstandung offen ist, wird nicht abgeschlossen
      Angenommen das Ministerium hat die Gesamtbewertung getroffen
      Und der Landkreis hat die Gesamtbewertung beanstandet: "Der Stellenabbau ist nicht gewürdigt."
      Wenn das Ministerium die Vereinbarung abschließt
      Dann wird das abgelehnt, weil eine Antwort noch aussteht

    Szenario: Vor der Bewertung wird nicht abgeschlossen
      Wenn das Ministerium die Vereinbarung abschließt
      Dann wird das abgelehnt, weil der Stand der Vereinbarung es nicht zulässt

    Szenario: Vor der Bewertung gibt es nichts neu zu fassen
      Wenn das Ministerium die Gesamtbewertung neu fasst, weil "Die Zahlen waren fehlerhaft."
      Dann wird das abgelehnt, weil der Stand der Vereinbarung es nicht zulässt

    Szenario: Wer schon Stellung genommen hat, nimmt nicht noch einmal Stellung
      Angenommen das Ministerium hat die Gesamtbewertung getroffen
      Und der Landkreis hat die Gesamtbewertung zur Kenntnis genommen
      Wenn der Landkreis die Gesamtbewertung beanstandet: "Doch nicht einverstanden."
      Dann wird das abgelehnt, weil der Landkreis schon Stellung genommen hat

    Szenario: Beantwortet wird nur, was beanstandet ist
      Angenommen das Ministerium hat die Gesamtbewertung getroffen
      Wenn das Ministerium auf die Beanstandung antwortet: "Dazu ist nichts zu sagen."
      Dann wird das abgelehnt, weil nichts beanstandet ist

    Szenariogrundriss: Jede Seite spricht für sich
      Angenommen das Ministerium hat die Gesamtbewertung getroffen
      Wenn <wer> <Handlung>
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

      Beispiele:
        | wer             | Handlung                                                |
        | das Ministerium | die Gesamtbewertung zur Kenntnis nimmt                  |
        | das Ministerium | die Gesamtbewertung beanstandet: "Das passt nicht."     |
        | der Landkreis   | auf die Beanstandung antwortet: "Wir antworten selbst." |
        | der Landkreis   | die Vereinbarung abschließt                             |
        | die Prüfung     | die Vereinbarung abschließt                             |

    Szenario: Abgeschlossen wird nicht vor dem Tag der Bewertung
      Angenommen das Ministerium hat die Gesamtbewertung getroffen
      Und der Landkreis hat die Gesamtbewertung zur Kenntnis genommen
      Wenn das Ministerium die Vereinbarung mit dem Tag 26.04.2027 abschließt
      Dann wird das abgelehnt, weil es an diesem Tag noch nicht geschehen sein kann


  @III.3.3 @III.3.2-W
  Regel: Spätere Zahlen ändern die Bewertung nicht; sie können Anlass sein, sie neu zu fassen.

    Grundlage:
      Angenommen das Ministerium hat die Gesamtbewertung getroffen
      Und die Gesamtbewertung ist notiert
      Und heute ist der 20.07.2027

    Szenario: Eine spätere Berichtigung lässt die Bewertung, wie sie war, und macht die Prüfung fällig
      Angenommen wegen eines Übermittlungsfehlers in "Jahr 2026" ist die Integrationsquote mit 2.500/10.000 neu geliefert und freigegeben, alles andere wie zuvor (erfundene Werte)
      Wenn gelesen wird, was am 20.07.2027 für das Ministerium fällig ist
      Dann ist die Gesamtbewertung unverändert die notierte
      Und als "Prüfung der Gesamtbewertung" ist fällig:
        | was                  | seit       | bis |
        | Jahr 2026 berichtigt | 20.07.2027 |     |

    Szenario: Gereifte Werte ändern nichts und machen nichts fällig
      Angenommen zum Ladestand Dezember 2026 mit 3 Monaten Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn gelesen wird, was am 20.07.2027 für das Ministerium fällig ist
      Dann ist die Gesamtbewertung unverändert die notierte
      Und als "Prüfung der Gesamtbewertung" ist nichts fällig

    Szenario: Eine neue Fassung nennt ihren Anlass, und die frühere bleibt stehen
      Angenommen wegen eines Übermittlungsfehlers in "Jahr 2026" ist die Integrationsquote der Frauen mit 1.070/5.000 neu geliefert und freigegeben, alles andere wie zuvor (erfundene Werte)
      Wenn das Ministerium die Gesamtbewertung neu fasst, weil "Die Zahlen für 2026 waren fehlerhaft übermittelt."
      Dann heißt es in der Gesamtbewertung:
        | Urteil                        | errechnet | geurteilt |
        | geschlechterspezifisches Ziel | erreicht  | erreicht  |
      Und der letzte Eintrag der Geschichte sagt:
        | was    | Gesamtbewertung neu gefasst                       |
        | Anlass | Die Zahlen für 2026 waren fehlerhaft übermittelt. |
      Und der erste Eintrag der Gesamtbewertung ist unverändert der notierte

    Szenario: Zu einer neuen Fassung nimmt der Landkreis neu Stellung
      Angenommen der Landkreis hat die Gesamtbewertung zur Kenntnis genommen
      Und das Ministerium hat die Gesamtbewertung neu gefasst, weil "Ein Umstand war übersehen."
      Wenn das Ministerium die Vereinbarung abschließt
      Dann wird das abgelehnt, weil eine Antwort noch aussteht

    Szenario: Nach der neuen Fassung ist die Prüfung erledigt und der Landkreis am Zug
      Angenommen als Revision "Revision 2027" der Statistik sind zu "Jahr 2026" dieselben Zahlen neu geliefert und freigegeben (erfundene Werte)
      Und das Ministerium hat die Gesamtbewertung neu gefasst, weil "Die Statistik wurde revidiert."
      Wenn gelesen wird, was am 20.07.2027 für alle fällig ist
      Dann ist als "Prüfung der Gesamtbewertung" nichts fällig
      Und als "Antwort des Landkreises" ist fällig:
        | was     | seit       | bis |
        | Antwort | 20.07.2027 |     |

    Szenario: Auch ein berichtigtes Vorjahr macht die Prüfung fällig
      Angenommen wegen eines Übermittlungsfehlers in "Jahr 2025" ist die Integrationsquote mit 3.100/10.000 neu geliefert und freigegeben, alles andere wie zuvor (erfundene Werte)
      Wenn gelesen wird, was am 20.07.2027 für das Ministerium fällig ist
      Dann ist die Gesamtbewertung unverändert die notierte
      Und als "Prüfung der Gesamtbewertung" ist fällig:
        | was                  | seit       | bis |
        | Jahr 2025 berichtigt | 20.07.2027 |     |
