# language: de
Funktionalität: Was zur Bewertung fehlt
  Im Frühjahr fehlt oft noch etwas: Werte, ein Nachweis, ein Dialog. Würde trotzdem geurteilt, als wäre alles da, hielte
  das Urteil keiner Nachfrage stand; würde gar nicht bewertet, bliebe das Jahr ohne Ergebnis. Darum ist dann nur
  „nicht beurteilbar“ möglich, mit Begründung.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
    Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)

  @III.3.3 @III.3.2-W @III.2.1.2 @III.2.1.2-G @III.2.1.3
  Regel: Ohne Jahresendwerte ohne Wartezeit ist nur „nicht beurteilbar“ mit Begründung möglich.

    Grundlage:
      Angenommen die Zieldialoge vom 12.05.2026 und vom 10.11.2026 sind vorbereitet und geführt
      Und alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt
      Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                 | 2025  | 2026  |
        | Langzeitleistungsbeziehende im Mittel | 4.000 | 3.900 |
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt

    Szenario: Jeder fehlende Wert wird genannt
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das abgelehnt, weil zweimal Jahresendwerte fehlen

    Szenario: Ein Urteil ohne Werte wird nicht angenommen
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil | geschlechterspezifisches Ziel: nicht beurteilbar     |
        | weil   | Die Zahlen der Integrationen wurden nicht geliefert. |
        | Urteil | Integrationsquote: erreicht                          |
        | weil   | Es sieht gut aus.                                    |
      Dann wird das abgelehnt, weil Jahresendwerte fehlen

    Szenario: Werte mit Wartezeit springen nicht ein
      Angenommen zum Ladestand Dezember 2026 mit 3 Monaten Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand Dezember 2025 mit 3 Monaten Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das abgelehnt, weil zweimal Jahresendwerte fehlen

    Szenario: „Nicht beurteilbar“ mit Begründung genügt
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil | Integrationsquote: nicht beurteilbar                 |
        | weil   | Die Zahlen der Integrationen wurden nicht geliefert. |
        | Urteil | geschlechterspezifisches Ziel: nicht beurteilbar     |
        | weil   | Die Zahlen der Integrationen wurden nicht geliefert. |
      Dann heißt es in der Gesamtbewertung:
        | Urteil                                  | errechnet         | geurteilt         |
        | Integrationsquote                       | nicht beurteilbar | nicht beurteilbar |
        | geschlechterspezifisches Ziel           | nicht beurteilbar | nicht beurteilbar |
        | Bestand an Langzeitleistungsbeziehenden | erreicht          | erreicht          |

  @III.3.3 @III.2.1.2-G
  Regel: Wer urteilt, obwohl einer Zeile der Jahresendwert fehlt, sagt warum.

    Grundlage:
      Angenommen die Zieldialoge vom 12.05.2026 und vom 10.11.2026 sind vorbereitet und geführt
      Und alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt
      Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                 | 2025         | 2026         |
        | Integrationsquote                     | 3.000/10.000 | 3.170/10.000 |
        | Integrationsquote, Frauen             | 1.000/5.000  | 1.050/5.000  |
        | Langzeitleistungsbeziehende im Mittel | 4.000        | 3.880        |
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt

    Szenario: Das Ziel der Frauen ist verfehlt, die Zahlen der Männer fehlen
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das abgelehnt, weil einer Zeile der Jahresendwert fehlt
      Und die Begründung nennt das Urteil "geschlechterspezifisches Ziel"

    Szenario: Mit Begründung bleibt das geschlechterspezifische Ziel nicht erreicht
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil | geschlechterspezifisches Ziel: nicht erreicht              |
        | weil   | Schon der Wert der Frauen allein verfehlt das Vereinbarte. |
      Dann heißt es in der Gesamtbewertung:
        | Urteil                        | errechnet      | geurteilt      |
        | geschlechterspezifisches Ziel | nicht erreicht | nicht erreicht |

  @III.3.3 @S
  Regel: Bevor das Land bewertet, entscheidet es über seine eigenen offenen Änderungen; fremde halten die Bewertung nicht auf.

    Grundlage:
      Angenommen die Zieldialoge vom 12.05.2026 und vom 10.11.2026 sind vorbereitet und geführt
      Und alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt
      Und das Ministerium hat die Änderung "Quote" ab dem 01.12.2026 vorgeschlagen, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Und die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt

    Szenario: Eine Änderung, die noch nicht alle unterzeichnet haben, hält die Bewertung auf
      Angenommen das Ministerium hat die Änderung "Quote" unterzeichnet
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das abgelehnt, weil über eine Änderung noch nicht entschieden ist
      Und die Begründung nennt die Änderung "Quote"

    Szenario: Eine Änderung, die der Landkreis vorgeschlagen hat, hält die Bewertung nicht auf, fällt aber auf
      Angenommen das Ministerium hat die Änderung "Quote" zurückgezogen mit dem Grund "Es bleibt bei der Planung."
      Und der Landkreis hat die Änderung "Anders" ab dem 01.12.2026 vorgeschlagen, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das festgehalten mit der Feststellung, dass ohne eine vorgeschlagene Änderung bewertet wurde

    Szenario: Ist die Änderung zurückgezogen, wird bewertet
      Angenommen das Ministerium hat die Änderung "Quote" zurückgezogen mit dem Grund "Es bleibt bei der Planung."
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das festgehalten ohne Feststellung

    Szenario: Haben alle die Änderung unterzeichnet, wird bewertet
      Angenommen das Ministerium hat die Änderung "Quote" unterzeichnet
      Und der Landkreis hat die Änderung "Quote" unterzeichnet
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das festgehalten ohne Feststellung

  @III.2.1.4 @III.2.1.5
  Regel: Was bei einem individualisierten Ziel offen ist, wird mit Begründung für offen erklärt.

    Grundlage:
      Angenommen die Zieldialoge vom 12.05.2026 und vom 10.11.2026 sind vorbereitet und geführt
      Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                 | 2025         | 2026         |
        | Integrationsquote                     | 3.000/10.000 | 3.170/10.000 |
        | Integrationsquote, Frauen             | 1.000/5.000  | 1.050/5.000  |
        | Integrationsquote, Männer             | 2.000/5.000  | 2.120/5.000  |
        | Langzeitleistungsbeziehende im Mittel | 4.000        | 3.880        |
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt

    Szenario: Offene Schritte und Kriterien halten die Bewertung auf
      Angenommen der Landkreis hat den Schritt "Sichtung der Gesetzesänderungen" als umgesetzt berichtet, mit dem Nachweis "Vermerk"
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das abgelehnt, weil zweimal bei einem Ziel noch etwas offen ist
      Und die Begründung nennt zu Ziel 4 als offen 3 Schritte und 3 Kriterien
      Und die Begründung nennt zu Ziel 5 als offen 2 Schritte und 3 Kriterien

    Szenariogrundriss: Ein offenes Ziel ist nicht erreicht und nicht verfehlt
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil | Ziel 4: nicht beurteilbar            |
        | weil   | Die Evaluation läuft noch.           |
        | Urteil | Ziel 5: <Urteil>                     |
        | weil   | Die Schulungen sind für Mai geplant. |
      Dann wird das abgelehnt, weil bei einem Ziel noch etwas offen ist

      Beispiele:
        | Urteil         |
        | erreicht       |
        | nicht erreicht |

    Szenario: Mit Begründung bleibt es offen
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil | Ziel 4: nicht beurteilbar            |
        | weil   | Die Evaluation läuft noch.           |
        | Urteil | Ziel 5: nicht beurteilbar            |
        | weil   | Die Schulungen sind für Mai geplant. |
      Dann heißt es in der Gesamtbewertung:
        | Urteil | errechnet         | geurteilt         |
        | Ziel 4 | nicht beurteilbar | nicht beurteilbar |
        | Ziel 5 | nicht beurteilbar | nicht beurteilbar |

  @III.3.1 @III.3.3
  Regel: Zu wenige Dialoge und ein Abschluss außerhalb des Frühjahrs verhindern die Bewertung nicht, fallen aber auf.

    Grundlage:
      Angenommen alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt

    Szenario: Ein Dialog statt zweier ist zu würdigen
      Angenommen der Zieldialog vom 12.05.2026 ist vorbereitet und geführt
      Und die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
      Wenn das Ministerium die Gesamtbewertung trifft:
        | ohne Würdigung | Feststellung, dass zu wenige Dialoge geführt wurden |
      Dann wird das abgelehnt, weil etwas nicht gewürdigt ist
      Und die Begründung nennt "Geführte Zieldialoge im Jahr 2026: 1; vereinbart sind mindestens 2"

    Szenario: Gewürdigt steht der fehlende Dialog als Feststellung in der Bewertung
      Angenommen der Zieldialog vom 12.05.2026 ist vorbereitet und geführt
      Und die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das festgehalten mit der Feststellung, dass zu wenige Dialoge geführt wurden

    Szenario: Der Abschlussdialog zählt nicht als unterjähriger Dialog, auch nicht im Dezember
      Angenommen der Zieldialog vom 12.05.2026 ist vorbereitet und geführt
      Und der Abschlussdialog vom 14.12.2026 ist vorbereitet und geführt
      Und die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Wenn das Ministerium die Gesamtbewertung mit dem Grund "Der Termin wurde vorgezogen." trifft
      Dann wird das festgehalten mit der Feststellung, dass der Abschlussdialog außerhalb des Frühjahrs lag, und dass zu wenige Dialoge geführt wurden

    Szenariogrundriss: Ein Abschlussdialog außerhalb des Frühjahrs fällt auf
      Angenommen die Zieldialoge vom 12.05.2026 und vom 10.11.2026 sind vorbereitet und geführt
      Und die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und der Abschlussdialog vom <Tag> ist vorbereitet und geführt
      Wenn das Ministerium die Gesamtbewertung mit dem Grund "Ein anderer Termin fand sich nicht." trifft
      Dann <Ergebnis>

      Beispiele:
        | Tag        | Ergebnis                                                                                         |
        | 28.02.2027 | wird das festgehalten mit der Feststellung, dass der Abschlussdialog außerhalb des Frühjahrs lag |
        | 01.03.2027 | wird das festgehalten ohne Feststellung                                                          |
        | 30.06.2027 | wird das festgehalten ohne Feststellung                                                          |
        | 01.07.2027 | wird das festgehalten mit der Feststellung, dass der Abschlussdialog außerhalb des Frühjahrs lag |

    Szenariogrundriss: Wer außerhalb des Frühjahrs abschließt, sagt warum
      Angenommen die Zieldialoge vom 12.05.2026 und vom 10.11.2026 sind vorbereitet und geführt
      Und die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und der Abschlussdialog vom <Tag> ist vorbereitet und geführt
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das abgelehnt, weil der Grund fehlt

      Beispiele:
        | Tag        |
        | 28.02.2027 |
        | 01.07.2027 |

    Szenario: Ein Dialog, an dem der Landkreis nicht teilnahm, zählt nicht
      Angenommen der Zieldialog vom 12.05.2026 ist vorbereitet und geführt
      Und der Zieldialog vom 10.11.2026 ist ohne den Landkreis geführt
      Und die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das festgehalten mit der Feststellung, dass zu wenige Dialoge geführt wurden

    Szenario: Ein Dialog eines anderen Jahres zählt nicht
      Angenommen der Zieldialog vom 12.05.2026 ist vorbereitet und geführt
      Und der Zieldialog vom 12.01.2027 ist vorbereitet und geführt
      Und die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
      Wenn das Ministerium die Gesamtbewertung trifft
      Dann wird das festgehalten mit der Feststellung, dass zu wenige Dialoge geführt wurden
