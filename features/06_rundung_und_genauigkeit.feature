# language: de
Funktionalität: Rundung und Genauigkeit
  Oft trennt nur eine Nachkommastelle „erreicht“ von „nicht erreicht“. Entscheidet der Dienst dann still nach einer Regel,
  die niemand vereinbart hat, nennt er verfehlt, was die Partner als erreicht veröffentlicht haben. Darum sagen die
  Bedingungen, ob der genaue oder der gerundete Wert zählt oder ob darüber nichts vereinbart ist, und eine Zahl wird nie
  genauer genommen, als sie geliefert wurde. Alle Vereinbarungen und Zahlen dieser Seite sind erfunden.

  @III.2.1.2 @III.2.1.3
  Regel: Ob der genaue oder der gerundete Wert entscheidet, ist vereinbart, oder es ist gesagt, dass es nicht vereinbart ist.

    Szenario: Wer einen Entwurf vorlegt, sagt etwas zur Rundung
      Wenn das Ministerium einen Entwurf vorlegt, der zur Rundung nichts sagt
      Dann fehlt dem Entwurf die Angabe "Rundung"

    Szenario: Gröber als der Zielwert wird nicht gerundet
      Wenn das Ministerium einen Entwurf vorlegt, in dem der Bestand um 2,55 % sinken und auf eine Nachkommastelle gerundet werden soll
      Dann wird das abgelehnt, weil gröber gerundet würde, als der Zielwert genannt ist
      Und die Begründung nennt "mindestens 2"

    Szenariogrundriss: Eine Rundung, die nicht vereinbart ist, entscheidet der Dienst nicht
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der eine Rundung nicht vereinbart ist und in der steht:
        | Zeile   | Kennzahl                    | gemessen wird | vereinbart             |
        | Bestand | Langzeitleistungsbeziehende | Veränderung   | höchstens -0,3 Prozent |
      Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                 | 2025  | 2026   |
        | Langzeitleistungsbeziehende im Mittel | 4.792 | <2026> |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Bestand" <Stand>

      Beispiele:
        | 2026  | Stand                                |
        | 4.777 | auf Kurs                             |
        | 4.778 | nur durch die Rundung zu entscheiden |
        | 4.780 | nur durch die Rundung zu entscheiden |
        | 4.781 | nicht auf Kurs                       |

    Szenario: Wo nur die Rundung entscheidet, sagt die Lage es
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der der gerundete Wert entscheidet und in der steht:
        | Zeile   | Kennzahl                    | gemessen wird | vereinbart             |
        | Bestand | Langzeitleistungsbeziehende | Veränderung   | höchstens -0,3 Prozent |
      Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                 | 2025  | 2026  |
        | Langzeitleistungsbeziehende im Mittel | 4.792 | 4.778 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Bestand" auf Kurs
      Und die Lage von "Bestand" lautet überall "auf Kurs (nur die Rundung entscheidet)"

    Szenariogrundriss: Neben der Veränderung kann eine Zahl genannt sein, und die Bedingungen sagen, was entscheidet
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile   | Kennzahl                    | gemessen wird | vereinbart   |
        | Bestand | Langzeitleistungsbeziehende | Veränderung   | <vereinbart> |
      Und diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                 | 2025  | 2026   |
        | Langzeitleistungsbeziehende im Mittel | 4.792 | <2026> |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Bestand" <Stand>

      Beispiele:
        | vereinbart                                                      | 2026  | Stand          |
        | höchstens -0,3 Prozent auf 4.778 Personen, die Zahl entscheidet | 4.778 | auf Kurs       |
        | höchstens -0,3 Prozent auf 4.778 Personen, die Zahl entscheidet | 4.779 | nicht auf Kurs |
        | höchstens -0,3 Prozent auf 4.778 Personen                       | 4.778 | nicht auf Kurs |

  @III.2.1.2 @III.2.1.3
  Regel: Wo nur die Rundung entscheidet und keine vereinbart ist, urteilt das Land, und es sagt warum.

    Grundlage:
      Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
      Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt

    Szenario: Ohne Begründung wird ein solches Urteil nicht angenommen
      Angenommen diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):
        | Größe                                 | 2025         | 2026         |
        | Integrationsquote                     | 3.000/10.000 | 3.158/10.000 |
        | Integrationsquote, Frauen             | 1.000/5.000  | 1.062/5.000  |
        | Integrationsquote, Männer             | 2.000/5.000  | 2.096/5.000  |
        | Langzeitleistungsbeziehende im Mittel | 4.000        | 3.880        |
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
      Wenn das Ministerium die Gesamtbewertung trifft:
        | Urteil | Integrationsquote: erreicht |
      Dann wird das abgelehnt, weil die Zahlen allein nichts entscheiden und eine Begründung fehlt

  @III.3.2-L @N.3
  Regel: Eine gerundet gelieferte Quote steht für alles, was gerundet diese Zahl ergibt.

    Szenario: Liegt der Zielwert dazwischen, ist nichts entschieden
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile             | Kennzahl          | gemessen wird | vereinbart              |
        | Integrationsquote | Integrationsquote | Veränderung   | mindestens +5,3 Prozent |
      Und diese Jahresfortschrittswerte ohne Wartezeit sind geliefert und freigegeben (erfundene Werte):
        | Größe             | Dezember 2025 | Dezember 2026 |
        | Integrationsquote | 25,0          | 26,3          |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Integrationsquote" aus gerundeten Zahlen nicht entscheidbar
      Und als Grund ist genannt "zwischen 4,8 und 5,6 %"
      Und bei "Integrationsquote" ist eine Lücke nicht beziffert

    Szenariogrundriss: Liegt der Zielwert außerhalb, ist entschieden
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile             | Kennzahl          | gemessen wird | vereinbart              |
        | Integrationsquote | Integrationsquote | Veränderung   | mindestens +5,3 Prozent |
      Und diese Jahresfortschrittswerte ohne Wartezeit sind geliefert und freigegeben (erfundene Werte):
        | Größe             | Dezember 2025 | Dezember 2026 |
        | Integrationsquote | 25,0          | <Wert>        |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Integrationsquote" <Stand>

      Beispiele:
        | Wert | Stand          |
        | 26,2 | nicht auf Kurs |
        | 26,5 | auf Kurs       |

    Szenario: Ein verfehlter Zielwert wird nie gezeigt, als wäre er getroffen
      Angenommen eine Vereinbarung für 2026 ist in Kraft, in der steht:
        | Zeile             | Kennzahl          | gemessen wird | vereinbart              |
        | Integrationsquote | Integrationsquote | Höhe          | mindestens 32,1 Prozent |
      Und zum Ladestand Dezember 2026 ohne Wartezeit sind diese Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):
        | Größe             | Wert        |
        | Integrationsquote | 1.604/5.000 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Integrationsquote" nicht auf Kurs
      Und gezeigt wird "Integrationsquote" als "32,08 %", vereinbart "mindestens 32,1 %"
