# language: de
Funktionalität: Nachvollziehbarkeit und Unveränderbarkeit
  Nach Jahren fragt die Prüfung: Wer hat das wann entschieden, warum, und was wusste man damals? Ließe sich ein Eintrag
  nachträglich ändern, oder fehlte zu einem der Grund, dann wäre die Antwort nur noch Erinnerung.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft

  @N.1
  Regel: Zu jeder Festlegung ist nachlesbar, wer sie wann, mit welchem Grund und auf welcher Rechtsgrundlage getroffen hat.

    Szenario: Die Geschichte nennt, wer in welcher Funktion für wen handelte
      Angenommen es ist der 04.05.2026, 9:30 Uhr in Deutschland
      Und der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Wenn der Landkreis den Dialog "Frühjahr" absagt mit dem Grund "Erkrankung", auf der Grundlage von "III. § 3 Abs. 1 der Vereinbarung"
      Dann sagt der letzte Eintrag der Geschichte:
        | was      | Dialog abgesagt              |
        | wer      | der Landkreis                |
        | Rolle    | Kommune                      |
        | Funktion | Leitung Jobcenter Heidekreis |
        | für      | Landkreis                    |

    Szenario: Die Geschichte nennt Zeitpunkt, rechtlichen Tag, Grund und Rechtsgrundlage
      Angenommen es ist der 04.05.2026, 9:30 Uhr in Deutschland
      Und der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Wenn der Landkreis den Dialog "Frühjahr" absagt mit dem Grund "Erkrankung", auf der Grundlage von "III. § 3 Abs. 1 der Vereinbarung"
      Dann sagt der letzte Eintrag der Geschichte:
        | festgehalten    | 04.05.2026, 9:30 Uhr             |
        | rechtlicher Tag | 04.05.2026                       |
        | Grund           | Erkrankung                       |
        | Rechtsgrundlage | III. § 3 Abs. 1 der Vereinbarung |

    Szenario: Die Geschichte steht in der Reihenfolge des Festhaltens
      Wenn die Geschichte gelesen wird
      Dann nennt sie der Reihe nach:
        | was                        | rechtlicher Tag |
        | Vereinbarung entworfen     | 12.01.2026      |
        | Vereinbarung unterzeichnet | 29.01.2026      |
        | Vereinbarung unterzeichnet | 10.02.2026      |

    Szenario: Auch die Feststellungen stehen in der Geschichte
      Angenommen heute ist der 12.05.2026
      Und der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und das Ministerium hat den Dialog "Frühjahr" vom 12.05.2026 festgehalten
      Wenn die Geschichte gelesen wird
      Dann trägt der letzte Eintrag die Feststellung, dass der Ausschuss an der Vorbereitung nicht beteiligt war, und dass zur Grundlage des Dialogs keine freigegebenen Daten vorlagen

    Szenario: Was länger als vierzehn Tage zurückliegt, braucht einen Grund
      Angenommen heute ist der 28.05.2026
      Und der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält
      Dann wird das abgelehnt, weil es ohne Grund zu spät kommt

    Szenario: Mit einem Grund wird auch Verspätetes festgehalten, und es fällt auf
      Angenommen zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und heute ist der 05.05.2026
      Und der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und der Ausschuss hat am 05.05.2026 den Dialog "Frühjahr" vorbereitet
      Und heute ist der 28.05.2026
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält mit dem Grund "Das Protokoll kam erst jetzt."
      Dann wird das festgehalten mit der Feststellung, dass es verspätet festgehalten ist
      Und die Feststellung nennt "16 Tage"

    Szenario: Vierzehn Tage sind noch nicht verspätet
      Angenommen zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und heute ist der 05.05.2026
      Und der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und der Ausschuss hat am 05.05.2026 den Dialog "Frühjahr" vorbereitet
      Und heute ist der 26.05.2026
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält
      Dann wird das festgehalten ohne Feststellung

    Szenario: Was noch nicht geschehen ist, wird nicht festgehalten
      Angenommen heute ist der 11.05.2026
      Und der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält
      Dann wird das abgelehnt, weil es noch nicht geschehen ist

    Szenario: Der Tag richtet sich nach deutscher Zeit
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und es ist der 12.05.2026, 0:30 Uhr in Deutschland
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält
      Dann wird das festgehalten mit der Feststellung, dass der Ausschuss an der Vorbereitung nicht beteiligt war, und dass zur Grundlage des Dialogs keine freigegebenen Daten vorlagen

    Szenariogrundriss: Jeder handelt nur in seiner Rolle
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Wenn <wer> versucht, <Handlung>
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

      Beispiele:
        | wer           | Handlung                   |
        | der Landkreis | den Entwurf zurückzuziehen |
        | der Landkreis | Daten zu liefern           |
        | der Ausschuss | einen Dialog anzusetzen    |
        | der Ausschuss | Daten zu liefern           |
        | die Prüfung   | einen Dialog anzusetzen    |
        | die Prüfung   | Daten zu liefern           |
        | die Prüfung   | den Entwurf zurückzuziehen |
        | der Betrieb   | einen Dialog anzusetzen    |
        | der Betrieb   | Daten zu liefern           |

  @N.1
  Regel: Zu jedem Zeitpunkt ist nachlesbar, was damals bekannt war.

    Szenario: Nach einer Neulieferung bleibt die frühere Auskunft unverändert
      Angenommen zum Ladestand März 2025 ohne Wartezeit ist die Integrationsquote mit 150/2.000 geliefert und freigegeben (erfundene Werte)
      Und als Lieferung "März 2026" ist zum Ladestand März 2026 ohne Wartezeit die Integrationsquote mit 180/2.000 geliefert und freigegeben (erfundene Werte)
      Und heute ist der 21.04.2026
      Und der Stand für März 2026 ist notiert
      Und heute ist der 18.05.2026
      Und wegen eines Übermittlungsfehlers in "März 2026" ist die Integrationsquote mit 168/2.000 neu geliefert und freigegeben, alles andere wie zuvor (erfundene Werte)
      Wenn der Stand für März 2026 gelesen wird
      Dann steht "Integrationsquote" bei 8,4 Prozent
      Und der Stand für März 2026, wie er am 21.04.2026 bekannt war, ist unverändert der notierte

    Szenario: Vor der Freigabe war der Wert noch nicht bekannt
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und heute ist der 20.04.2026
      Und das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Und heute ist der 22.04.2026
      Und eine zweite Person im Ministerium hat die Lieferung "März 2026" freigegeben
      Wenn der Stand für März 2026 gelesen wird, wie er am 21.04.2026 bekannt war
      Dann ist "Integrationsquote" nicht beurteilbar

    Szenariogrundriss: Auch der Stand der Unterzeichnung ist für jeden Tag nachlesbar
      Wenn die Vereinbarung gelesen wird, wie sie am <Tag> bekannt war
      Dann ist die Vereinbarung "<Status>"

      Beispiele:
        | Tag        | Status                  |
        | 20.01.2026 | entworfen               |
        | 30.01.2026 | teilweise unterzeichnet |
        | 11.02.2026 | in Kraft                |

    Szenario: Vor dem Entwurf gab es die Vereinbarung nicht
      Wenn die Vereinbarung gelesen wird, wie sie am 01.01.2026 bekannt war
      Dann wird das abgelehnt, weil es die Vereinbarung hier nicht gibt

  @N.1
  Regel: Eine Vereinbarung sieht nur, wer sie sehen soll.

    Szenariogrundriss: Wer die Vereinbarung sehen soll, liest Stand und Geschichte
      Wenn <wer> die Vereinbarung liest
      Dann ist die Vereinbarung "in Kraft"

      Beispiele:
        | wer                               |
        | das Ministerium                   |
        | eine zweite Person im Ministerium |
        | der Landkreis                     |
        | der Ausschuss                     |
        | die Prüfung                       |

    Szenariogrundriss: Für alle anderen gibt es sie nicht
      Wenn <wer> die Vereinbarung liest
      Dann wird das abgelehnt, weil es die Vereinbarung hier nicht gibt

      Beispiele:
        | wer                                  |
        | ein anderer Landkreis                |
        | das Ministerium eines anderen Landes |
        | der Betrieb                          |

    Szenario: Ein anderer Landkreis handelt auch nicht an ihr
      Wenn ein anderer Landkreis den Dialog "Frühjahr" für den 12.05.2026 ansetzt
      Dann wird das abgelehnt, weil es die Vereinbarung hier nicht gibt

    Szenario: Für ein anderes Land entwirft niemand
      Wenn das Ministerium eines anderen Landes die Vereinbarung Heidekreis 2026 entwirft
      Dann wird das abgelehnt, weil es die Vereinbarung hier nicht gibt

  @N.2
  Regel: Einmal Festgehaltenes wird nie geändert oder gelöscht.

    Szenariogrundriss: Auch am Dienst vorbei lässt sich ein Eintrag nicht verändern
      Wenn jemand am Dienst vorbei versucht, die Einträge zu <verändern>
      Dann misslingt das
      Und die Geschichte ist unverändert

      Beispiele:
        | verändern |
        | ändern    |
        | löschen   |
        | leeren    |

    Szenario: Eine Berichtigung steht als neuer Eintrag neben dem alten
      Angenommen heute ist der 12.02.2026
      Wenn das Ministerium die Abschrift so berichtigt, dass die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Zahlendreher bei der Eingabe"
      Und die Geschichte gelesen wird
      Dann nennt sie der Reihe nach:
        | was                        | rechtlicher Tag |
        | Vereinbarung entworfen     | 12.01.2026      |
        | Vereinbarung unterzeichnet | 29.01.2026      |
        | Vereinbarung unterzeichnet | 10.02.2026      |
        | Abschrift berichtigt       | 12.02.2026      |
      Und der erste Eintrag nennt weiterhin mindestens +5,3 Prozent für "Integrationsquote"

    Szenario: Eine Ablehnung hinterlässt keine Spur
      Angenommen die Geschichte ist notiert
      Wenn der Landkreis versucht, Daten zu liefern
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht
      Und die Geschichte ist unverändert die notierte

    Szenario: Was zusammen beschlossen wird, wird ganz festgehalten oder gar nicht
      Angenommen das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn das Ministerium in einem Zug den Dialog "Frühjahr" ansetzt und die eigene Lieferung "März 2026" freigibt
      Dann wird das abgelehnt, weil die Person selbst geliefert hat
      Und festgehalten ist nichts
      Und kein Dialog ist bekannt

    Szenario: Ein Eintrag über einem Mebibyte wird abgelehnt
      Wenn das Ministerium eine Lieferung von mehr als einem Mebibyte vorlegt (erfundene Werte)
      Dann wird das abgelehnt, weil der Eintrag zu groß ist

  @N.2
  Regel: Entschieden wird auf dem Stand, den man vor sich hatte.

    Szenario: Wer auf einem überholten Stand entscheidet, sieht erst den neuen
      Angenommen der Landkreis hat die Vereinbarung vor sich
      Und das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn der Landkreis auf dem Stand, den er vor sich hat, den Dialog "Frühjahr" für den 12.05.2026 ansetzt
      Dann wird das abgelehnt, weil inzwischen Weiteres festgehalten wurde

    Szenario: Auf einem Stand, den es noch nicht gibt, wird nicht entschieden
      Wenn der Landkreis auf dem Stand 9 den Dialog "Frühjahr" für den 12.05.2026 ansetzt
      Dann wird das abgelehnt, weil es diesen Stand noch nicht gibt

    Szenario: Derselbe Auftrag ein zweites Mal ergibt das erste Ergebnis
      Angenommen heute ist der 20.04.2026
      Und der Landkreis hat unter dem Schlüssel "auftrag-1" den Dialog "Frühjahr" für den 12.05.2026 angesetzt
      Und das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn der Landkreis unter dem Schlüssel "auftrag-1" den Dialog "Frühjahr" für den 12.05.2026 ansetzt
      Dann ist das Ergebnis das des ersten Auftrags
      Und festgehalten ist nichts

    Szenario: Das gilt auch, wenn der Auftrag inzwischen nicht mehr möglich wäre
      Angenommen heute ist der 20.04.2026
      Und der Landkreis hat unter dem Schlüssel "auftrag-1" den Dialog "Frühjahr" für den 20.04.2026 angesetzt
      Und das Ministerium hat den Dialog "Frühjahr" vom 20.04.2026 festgehalten
      Wenn der Landkreis unter dem Schlüssel "auftrag-1" den Dialog "Frühjahr" für den 20.04.2026 ansetzt
      Dann ist das Ergebnis das des ersten Auftrags
      Und festgehalten ist nichts

    Szenario: Ein anderer Auftrag unter demselben Schlüssel wird abgelehnt
      Angenommen der Landkreis hat unter dem Schlüssel "auftrag-1" den Dialog "Frühjahr" für den 12.05.2026 angesetzt
      Wenn der Landkreis unter dem Schlüssel "auftrag-1" den Dialog "Frühjahr" für den 19.05.2026 ansetzt
      Dann wird das abgelehnt, weil der Schlüssel schon für einen anderen Auftrag steht

    Szenario: Ein Schlüssel besteht aus lesbaren Zeichen ohne Leerzeichen
      Wenn der Landkreis unter dem Schlüssel "auftrag eins" den Dialog "Frühjahr" für den 12.05.2026 ansetzt
      Dann wird das abgelehnt, weil der Schlüssel ein Leerzeichen enthält

    Szenario: Ein Schlüssel gehört dem, der ihn vergeben hat
      Angenommen der Landkreis hat unter dem Schlüssel "auftrag-1" den Dialog "Frühjahr" für den 12.05.2026 angesetzt
      Wenn das Ministerium unter dem Schlüssel "auftrag-1" den Dialog "Sommer" für den 12.08.2026 ansetzt
      Dann wird das festgehalten ohne Feststellung

    Szenario: Ein abgelehnter Auftrag verbraucht seinen Schlüssel nicht
      Angenommen der Landkreis hat die Vereinbarung vor sich
      Und das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Und ein Auftrag des Landkreises unter dem Schlüssel "auftrag-1" ist auf überholtem Stand abgelehnt worden
      Wenn der Landkreis unter dem Schlüssel "auftrag-1" den Dialog "Frühjahr" für den 12.05.2026 ansetzt
      Dann wird das festgehalten ohne Feststellung
