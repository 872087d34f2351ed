# language: de
Funktionalität: Zwölf Fragen der Prüfung
  Wer eine Vereinbarung prüft, fragt nach der Entscheidung: wer sie traf, auf welchen Zahlen, was vorgetragen war, was
  sich seither änderte. Jede dieser Fragen hat eine Antwort an einer Stelle; müsste man sie aus vielen Einträgen
  zusammensuchen, bliebe die Entscheidung ungeprüft.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
    Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
    Und der Zieldialog vom 12.05.2026 ist ohne den Ausschuss geführt
    Und der Landkreis hat den Umstand "Standort" festgehalten
    Und heute ist der 21.05.2026
    Und das Ministerium hat die Gesetzesänderung "13. SGB II-Änderungsgesetz" berücksichtigt
    Und der Zieldialog vom 10.11.2026 ist vorbereitet und geführt
    Und alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt
    Und die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
    Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
    Und heute ist der 27.04.2027
    Und das Ministerium hat die Gesamtbewertung getroffen

  @N.1 @III.3.3
  Regel: Die Entscheidung steht an einer Stelle, mit ihren Zahlen, Gründen und Unterschriften.

    Szenario: Frage 1: Wer über Ziel 2 entschied, wann und auf welchen Zahlen
      Wenn die Prüfung die Entscheidung liest
      Dann entschied am 27.04.2027 "Referat Zielsteuerung"
      Und das Urteil "Integrationsquote" lautet "erreicht" auf den Lieferungen "Jahr 2026" und "Jahr 2025"

    Szenario: Frage 2: Was beim zweiten Dialog bekannt war
      Wenn gelesen wird, was beim Dialog vom 10.11.2026 bekannt war
      Dann lagen damals Daten zum Ladestand März 2026 ohne Wartezeit zugrunde
      Und die Lieferung "Jahr 2026" lag damals nicht zugrunde
      Und der Umstand "Standort" war damals zu würdigen
      Und damals galt der Stand 1 der Bedingungen

    Szenario: Frage 3: Welche Umstände vorgetragen waren und wie sie beantwortet sind
      Wenn die Prüfung die Entscheidung liest
      Dann ist der Umstand "Standort" dort mit seinen Worten und einer Begründung gewürdigt

    Szenario: Frage 12: Wer unterzeichnet hat, und dass der Nachweis des Namens passt
      Wenn die Prüfung liest, wer unterzeichnet hat
      Dann unterzeichneten "Ministerium" und "Landkreis", und jeder Nachweis eines Namens passt

    Szenario: Wer unterzeichnet hat, erfährt nur die Prüfung mit Namen
      Wenn das Ministerium liest, wer unterzeichnet hat
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

  @N.1 @III.3.3 @III.3.2-W
  Regel: Was später berichtigt wurde, steht neben der Entscheidung und ändert sie nicht.

    Szenario: Ohne Berichtigung sagen die heutigen Zahlen dasselbe
      Wenn die Prüfung die Entscheidung liest
      Dann sagen die heutigen Zahlen zum Urteil "Integrationsquote" dasselbe
      Wenn die Prüfung nach späteren Berichtigungen fragt
      Dann ist die Antwort leer

    Szenario: Frage 5: Was später berichtigt wurde, und ob es eine Entscheidung betrifft
      Angenommen heute ist der 20.07.2027
      Und wegen eines Übermittlungsfehlers in "Jahr 2026" ist die Integrationsquote mit 2.500/10.000 neu geliefert und freigegeben, alles andere wie zuvor (erfundene Werte)
      Wenn die Prüfung nach späteren Berichtigungen fragt
      Dann nennt die Antwort das Urteil "Integrationsquote" als "erreicht", nach heutigen Zahlen "nicht erreicht"

    Szenario: Frage 10: Was die heutigen Zahlen zur Entscheidung sagen würden
      Angenommen heute ist der 20.07.2027
      Und wegen eines Übermittlungsfehlers in "Jahr 2026" ist die Integrationsquote mit 2.500/10.000 neu geliefert und freigegeben, alles andere wie zuvor (erfundene Werte)
      Wenn die Prüfung die Entscheidung liest
      Dann ist "Integrationsquote" beschlossen als "erreicht", nach heutigen Zahlen "nicht erreicht"
      Und "Integrationsquote" beruht auf der Lieferung "Jahr 2026", die seither durch "Jahr 2026 berichtigt" ersetzt ist

  @N.1 @III.3.1 @III.3.6
  Regel: Was vor den Dialogen geschah, ist je Dialog nachlesbar.

    Szenario: Frage 6: Ob der Ausschuss vor jedem Dialog einbezogen war
      Wenn die Prüfung nach der Beteiligung des Ausschusses fragt
      Dann lautet die Antwort:
        | geführt am | vorher einbezogen |
        | 12.05.2026 | nein              |
        | 10.11.2026 | ja                |
        | 20.04.2027 | ja                |

  @N.1 @S
  Regel: Ob nach der Unterschrift an einem Zielwert etwas geändert wurde, sagt eine Frage.

    Szenario: Frage 4: Kein Zielwert ist anders als unterzeichnet
      Wenn die Prüfung liest, was seit der letzten Unterschrift anders wurde
      Dann ist dort kein Zielwert als geändert genannt
      Und die Gesamtbewertung ist dort als neu genannt

  @N.1
  Regel: Vollständigkeit, Verspätung und Doppelrolle sind je eine Frage.

    Szenario: Frage 7: Niemand hat geliefert und selbst freigegeben
      Wenn die Prüfung nach Doppelrollen fragt
      Dann ist die Antwort leer

    Szenario: Frage 7: Wer an beidem beteiligt war, wird genannt
      Angenommen am Dienst vorbei steht die Freigabe der Lieferung "Jahr 2026" nochmals da, von der Person, die lieferte
      Wenn die Prüfung nach Doppelrollen fragt
      Dann nennt die Antwort für "Daten freigegeben", dass dieselbe Person "geliefert und darüber entschieden" hat

    Szenario: Frage 8: Nichts kam zu spät
      Wenn die Prüfung nach Verspätetem fragt
      Dann ist die Antwort leer

    Szenario: Frage 8: Was zu spät kam, steht mit seinem Grund da
      Angenommen heute ist der 20.05.2027
      Wenn der Landkreis die Gesamtbewertung am 28.04.2027 zur Kenntnis nimmt, festgehalten mit dem Grund "Das Schreiben lag im Kreistag."
      Und die Prüfung nach Verspätetem fragt
      Dann lautet die Antwort:
        | was                                   | Tage | Grund                          |
        | Gesamtbewertung zur Kenntnis genommen | 22   | Das Schreiben lag im Kreistag. |

    Szenario: Frage 9: Das Protokoll ist vollständig
      Wenn das ganze Protokoll nachgeprüft wird
      Dann ist es unversehrt

    Szenario: Frage 9: Fehlt ein Eintrag, wird er genannt
      Angenommen jemand mit allen Rechten hat einen Eintrag gelöscht
      Wenn das ganze Protokoll nachgeprüft wird
      Dann ist es verändert, und genannt wird "Position 2: der Eintrag wurde gelöscht"

  @N.1 @III.3.4 @III.3.5
  Regel: Dass dasselbe anderswo nicht festgehalten oder nicht gewürdigt ist, wird gezeigt.

    Szenario: Frage 11: Neues Recht, das nur eine von zwei Vereinbarungen berücksichtigt
      Angenommen für dasselbe Jahr ist eine zweite Vereinbarung in Kraft
      Wenn die Prüfung nach ungleicher Behandlung fragt
      Dann nennt die Antwort die Gesetzesänderung "13. SGB II-Änderungsgesetz" als hier festgehalten und anderswo nicht

    Szenario: Frage 11: Neues Recht, das beide berücksichtigen, ist nicht ungleich behandelt
      Angenommen für dasselbe Jahr ist eine zweite Vereinbarung in Kraft
      Und in ihr ist die Gesetzesänderung "13. SGB II-Änderungsgesetz" auch berücksichtigt
      Wenn die Prüfung nach ungleicher Behandlung fragt
      Dann nennt die Antwort die Gesetzesänderung "13. SGB II-Änderungsgesetz" nicht, wohl aber den Umstand "Standort"

    Szenario: Ein Umstand, den nur eine von zwei Vereinbarungen kennt
      Angenommen für dasselbe Jahr ist eine zweite Vereinbarung in Kraft
      Wenn die Prüfung nach ungleicher Behandlung fragt
      Dann nennt die Antwort den Umstand "Standort" als hier festgehalten und anderswo nicht

    Szenario: Wo es nur eine gibt, ist nichts ungleich
      Wenn die Prüfung nach ungleicher Behandlung fragt
      Dann ist die Antwort leer
