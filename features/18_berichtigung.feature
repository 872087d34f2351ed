# language: de
Funktionalität: Zurücknehmen und Bestreiten
  Wer sich geirrt hat, muss das sagen können; wer anderer Meinung ist, auch. Könnte aber eine Seite den Eintrag der
  anderen verschwinden lassen, wäre die Akte nichts wert. Darum nimmt jeder nur das Eigene zurück, solange nichts darauf
  beruht, und was bestritten wird, zählt trotzdem.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
    Und heute ist der 12.05.2026
    Und der Landkreis hat den Umstand "standort" festgehalten

  @N.2
  Regel: Zurücknehmen kann nur, wer festgehalten hat, und der Eintrag bleibt nachlesbar.

    Szenario: Ein zurückgenommener Umstand ist nicht mehr zu würdigen und bleibt nachlesbar
      Wenn der Landkreis den Eintrag "Umstand festgehalten" zurücknimmt mit dem Grund "Der Betrieb bleibt doch."
      Dann steht der Umstand "standort" nicht mehr zur Würdigung an
      Und der Eintrag "Umstand festgehalten" ist weiterhin nachlesbar
      Und lautet der letzte Eintrag der Geschichte:
        | was   | Eintrag zurückgenommen   |
        | für   | heidekreis               |
        | Grund | Der Betrieb bleibt doch. |

    Szenariogrundriss: Das Land lässt keinen Umstand des Landkreises verschwinden
      Wenn <wer> den Eintrag "Umstand festgehalten" zurücknimmt mit dem Grund "Das sehen wir anders."
      Dann wird das abgelehnt nach der Regel "<Regel>"
      Und der Umstand "standort" steht zur Würdigung an

      Beispiele:
        | wer                                | Regel             |
        | das Ministerium                    | not-ours          |
        | eine zweite Person im Ministerium  | not-ours          |
        | ein anderes Ministerium des Landes | party-missing     |
        | der Ausschuss                      | not-ours          |
        | die Prüfung                        | not-permitted     |
        | der Betrieb                        | not-permitted     |
        | ein anderer Landkreis              | unknown-agreement |

    Szenario: Auch eine andere Person derselben Stelle kann zurücknehmen
      Wenn die neue Leitung im Landkreis den Eintrag "Umstand festgehalten" zurücknimmt mit dem Grund "Der Betrieb bleibt doch."
      Dann steht der Umstand "standort" nicht mehr zur Würdigung an

    Szenario: Wer zurücknimmt, sagt warum
      Wenn der Landkreis den Eintrag "Umstand festgehalten" zurücknimmt
      Dann wird das abgelehnt nach der Regel "reason-missing"

    Szenario: Ein neuer Eintrag kann sagen, was er ersetzt
      Angenommen das Ministerium hat den Umstand "nachfrage" festgehalten (erfundene Werte):
        | Art | konjunkturell |
      Und der Landkreis hat den Umstand "standort-neu" festgehalten
      Wenn der Landkreis den Umstand "standort" zurücknimmt und auf den Umstand "standort-neu" verweist, mit dem Grund "Genauer beschrieben"
      Dann steht der Umstand "standort" nicht mehr zur Würdigung an
      Und der Umstand "standort-neu" steht zur Würdigung an

    Szenario: Was nie festgehalten wurde, wird nicht zurückgenommen
      Wenn der Landkreis den Eintrag 99 zurücknimmt mit dem Grund "Irrtum"
      Dann wird das abgelehnt nach der Regel "no-such-record"

    Szenario: Zurückgenommen wird nur einmal
      Angenommen der Landkreis hat den Eintrag "Umstand festgehalten" zurückgenommen mit dem Grund "Der Betrieb bleibt doch."
      Wenn der Landkreis den Eintrag "Umstand festgehalten" zurücknimmt mit dem Grund "Der Betrieb bleibt doch."
      Dann wird das abgelehnt nach der Regel "no-such-record"

    Szenariogrundriss: Was seinen eigenen Weg der Berichtigung hat, wird nicht zurückgenommen
      Wenn <wer> den Eintrag "<Eintrag>" zurücknimmt mit dem Grund "Irrtum"
      Dann wird das abgelehnt nach der Regel "not-retractable"

      Beispiele:
        | wer             | Eintrag                    |
        | das Ministerium | Vereinbarung entworfen     |
        | der Landkreis   | Vereinbarung unterzeichnet |

    Szenario: Worauf anderes beruht, das wird nicht darunter weggezogen
      Angenommen der Zieldialog vom 12.05.2026 ist ohne den Ausschuss geführt
      Und der Landkreis hat das Protokoll "Fassung A" des Dialogs "dialog-2026-05-12" bestätigt
      Wenn das Ministerium den Eintrag "Dialog geführt" zurücknimmt mit dem Grund "Irrtum"
      Dann wird das abgelehnt nach der Regel "stands-below"

    Szenario: Ist auch das Darüberliegende zurückgenommen, geht es
      Angenommen der Zieldialog vom 12.05.2026 ist ohne den Ausschuss geführt
      Und der Landkreis hat das Protokoll "Fassung A" des Dialogs "dialog-2026-05-12" bestätigt
      Und der Landkreis hat den Eintrag "Protokoll bestätigt" zurückgenommen mit dem Grund "Falsches Protokoll"
      Wenn das Ministerium den Eintrag "Dialog geführt" zurücknimmt mit dem Grund "Falscher Tag"
      Dann ist der Dialog "dialog-2026-05-12" nicht geführt

  @N.2
  Regel: Was die andere Seite festgehalten hat, kann bestritten werden und zählt trotzdem.

    Szenario: Ein bestrittener Umstand steht weiter zur Würdigung an
      Wenn das Ministerium den Eintrag "Umstand festgehalten" bestreitet: "Die Schließung war schon 2025 bekannt."
      Dann ist der Eintrag "Umstand festgehalten" bestritten
      Und der Umstand "standort" steht zur Würdigung an
      Und lautet der letzte Eintrag der Geschichte:
        | was     | Eintrag bestritten                     |
        | für     | ni-ms                                  |
        | Bericht | Die Schließung war schon 2025 bekannt. |

    Szenario: Das Eigene wird nicht bestritten, sondern zurückgenommen
      Wenn der Landkreis den Eintrag "Umstand festgehalten" bestreitet: "Das stimmt so nicht."
      Dann wird das abgelehnt nach der Regel "own-record"

    Szenario: Was nicht mehr zählt, wird nicht bestritten
      Angenommen der Landkreis hat den Eintrag "Umstand festgehalten" zurückgenommen mit dem Grund "Der Betrieb bleibt doch."
      Wenn das Ministerium den Eintrag "Umstand festgehalten" bestreitet: "Die Schließung war schon 2025 bekannt."
      Dann wird das abgelehnt nach der Regel "no-such-record"

    Szenario: Bestreiten ist Sache der Partner
      Wenn der Ausschuss den Eintrag "Umstand festgehalten" bestreitet: "Das sehen wir anders."
      Dann wird das abgelehnt nach der Regel "not-permitted"

  @N.2 @III.3.3
  Regel: Was die Gesamtbewertung gewürdigt hat, kann ihr nicht entzogen werden.

    Szenario: Nach der Bewertung nimmt auch der Landkreis den Umstand nicht mehr zurück
      Angenommen alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt
      Und die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
      Und das Ministerium hat die Gesamtbewertung getroffen
      Wenn der Landkreis den Eintrag "Umstand festgehalten" zurücknimmt mit dem Grund "Der Betrieb bleibt doch."
      Dann wird das abgelehnt nach der Regel "stands-below"
      Und die Begründung nennt "circumstance:standort"
