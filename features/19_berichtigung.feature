# language: de
Funktionalität: Zurücknehmen und Bestreiten
  Wer sich geirrt hat, muss das sagen können; wer anderer Meinung ist, auch. Könnte aber eine Seite den Eintrag der
  anderen verschwinden lassen, wäre die Akte nichts wert. Darum nimmt jeder nur das Eigene zurück, solange nichts darauf
  beruht, und was bestritten wird, zählt trotzdem.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
    Und heute ist der 12.05.2026
    Und der Landkreis hat den Umstand "Standort" festgehalten

  @N.2
  Regel: Zurücknehmen kann nur, wer festgehalten hat, und der Eintrag bleibt nachlesbar.

    Szenario: Ein zurückgenommener Umstand ist nicht mehr zu würdigen und bleibt nachlesbar
      Wenn der Landkreis den Eintrag "Umstand festgehalten" zurücknimmt mit dem Grund "Der Betrieb bleibt doch."
      Dann steht der Umstand "Standort" nicht mehr zur Würdigung an
      Und der Eintrag "Umstand festgehalten" ist weiterhin nachlesbar
      Und der letzte Eintrag der Geschichte sagt:
        | was   | Eintrag zurückgenommen   |
        | für   | Landkreis                |
        | Grund | Der Betrieb bleibt doch. |

    Szenariogrundriss: Das Land lässt keinen Umstand des Landkreises verschwinden
      Wenn <wer> den Eintrag "Umstand festgehalten" zurücknimmt mit dem Grund "Das sehen wir anders."
      Dann wird das abgelehnt, weil <Grund>
      Und der Umstand "Standort" steht zur Würdigung an

      Beispiele:
        | wer                                | Grund                                          |
        | das Ministerium                    | die andere Seite es festgehalten hat           |
        | eine zweite Person im Ministerium  | die andere Seite es festgehalten hat           |
        | ein anderes Ministerium des Landes | diese Stelle kein Partner der Vereinbarung ist |
        | der Ausschuss                      | die andere Seite es festgehalten hat           |
        | die Prüfung                        | es dieser Stelle nicht zusteht                 |
        | der Betrieb                        | es dieser Stelle nicht zusteht                 |
        | ein anderer Landkreis              | es die Vereinbarung hier nicht gibt            |

    Szenario: Auch eine andere Person derselben Stelle kann zurücknehmen
      Wenn die neue Leitung im Landkreis den Eintrag "Umstand festgehalten" zurücknimmt mit dem Grund "Der Betrieb bleibt doch."
      Dann steht der Umstand "Standort" nicht mehr zur Würdigung an

    Szenario: Wer zurücknimmt, sagt warum
      Wenn der Landkreis den Eintrag "Umstand festgehalten" zurücknimmt
      Dann wird das abgelehnt, weil der Grund fehlt

    Szenario: Ein neuer Eintrag kann sagen, was er ersetzt
      Angenommen das Ministerium hat den Umstand "Nachfrage" festgehalten (erfundene Werte):
        | Art | konjunkturell |
      Und der Landkreis hat den Umstand "Standort neu" festgehalten
      Wenn der Landkreis den Umstand "Standort" zurücknimmt und auf den Umstand "Standort neu" verweist, mit dem Grund "Genauer beschrieben"
      Dann steht der Umstand "Standort" nicht mehr zur Würdigung an
      Und der Umstand "Standort neu" steht zur Würdigung an

    Szenario: Was nie festgehalten wurde, wird nicht zurückgenommen
      Wenn der Landkreis den Eintrag 99 zurücknimmt mit dem Grund "Irrtum"
      Dann wird das abgelehnt, weil es diesen Eintrag nicht gibt oder er nicht mehr zählt

    Szenario: Zurückgenommen wird nur einmal
      Angenommen der Landkreis hat den Eintrag "Umstand festgehalten" zurückgenommen mit dem Grund "Der Betrieb bleibt doch."
      Wenn der Landkreis den Eintrag "Umstand festgehalten" zurücknimmt mit dem Grund "Der Betrieb bleibt doch."
      Dann wird das abgelehnt, weil es diesen Eintrag nicht gibt oder er nicht mehr zählt

    Szenariogrundriss: Was seinen eigenen Weg der Berichtigung hat, wird nicht zurückgenommen
      Wenn <wer> den Eintrag "<Eintrag>" zurücknimmt mit dem Grund "Irrtum"
      Dann wird das abgelehnt, weil es dafür einen eigenen Weg der Berichtigung gibt

      Beispiele:
        | wer             | Eintrag                    |
        | das Ministerium | Vereinbarung entworfen     |
        | der Landkreis   | Vereinbarung unterzeichnet |

    Szenario: Worauf anderes beruht, das wird nicht darunter weggezogen
      Angenommen der Zieldialog vom 12.05.2026 ist ohne den Ausschuss geführt
      Und der Landkreis hat das Protokoll "Fassung A" des Dialogs "12.05.2026" bestätigt
      Wenn das Ministerium den Eintrag "Dialog geführt" zurücknimmt mit dem Grund "Irrtum"
      Dann wird das abgelehnt, weil anderes darauf beruht

    Szenario: Ist auch das Darüberliegende zurückgenommen, geht es
      Angenommen der Zieldialog vom 12.05.2026 ist ohne den Ausschuss geführt
      Und der Landkreis hat das Protokoll "Fassung A" des Dialogs "12.05.2026" bestätigt
      Und der Landkreis hat den Eintrag "Protokoll bestätigt" zurückgenommen mit dem Grund "Falsches Protokoll"
      Wenn das Ministerium den Eintrag "Dialog geführt" zurücknimmt mit dem Grund "Falscher Tag"
      Dann ist der Dialog "12.05.2026" nicht geführt

  @N.2
  Regel: Was die andere Seite festgehalten hat, kann bestritten werden und zählt trotzdem.

    Szenario: Ein bestrittener Umstand steht weiter zur Würdigung an
      Wenn das Ministerium den Eintrag "Umstand festgehalten" bestreitet: "Die Schließung war schon 2025 bekannt."
      Dann ist der Eintrag "Umstand festgehalten" bestritten
      Und der Umstand "Standort" steht zur Würdigung an
      Und der letzte Eintrag der Geschichte sagt:
        | was     | Eintrag bestritten                     |
        | für     | Ministerium                            |
        | Bericht | Die Schließung war schon 2025 bekannt. |

    Szenario: Das Eigene wird nicht bestritten, sondern zurückgenommen
      Wenn der Landkreis den Eintrag "Umstand festgehalten" bestreitet: "Das stimmt so nicht."
      Dann wird das abgelehnt, weil es von der eigenen Seite stammt

    Szenario: Was nicht mehr zählt, wird nicht bestritten
      Angenommen der Landkreis hat den Eintrag "Umstand festgehalten" zurückgenommen mit dem Grund "Der Betrieb bleibt doch."
      Wenn das Ministerium den Eintrag "Umstand festgehalten" bestreitet: "Die Schließung war schon 2025 bekannt."
      Dann wird das abgelehnt, weil es diesen Eintrag nicht gibt oder er nicht mehr zählt

    Szenario: Bestreiten ist Sache der Partner
      Wenn der Ausschuss den Eintrag "Umstand festgehalten" bestreitet: "Das sehen wir anders."
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

  @N.2 @III.3.3
  Regel: Was die Gesamtbewertung gewürdigt hat, kann ihr nicht entzogen werden.

    Szenario: Nach der Bewertung nimmt auch der Landkreis den Umstand nicht mehr zurück
      Angenommen alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt
      Und die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
      Und das Ministerium hat die Gesamtbewertung getroffen
      Wenn der Landkreis den Eintrag "Umstand festgehalten" zurücknimmt mit dem Grund "Der Betrieb bleibt doch."
      Dann wird das abgelehnt, weil anderes darauf beruht
      Und die Begründung nennt den Umstand "Standort"
