# language: de
Funktionalität: Datenlieferung als Datei
  Die aufbereiteten Daten kommen als Datei, oft für alle Jobcenter des Landes auf einmal. Wird nur ein Teil davon
  angenommen, dann vergleicht der nächste Zieldialog Altes mit Neuem; wird eine Zelle anders gelesen, als sie gemeint war,
  dann rechnet alles Weitere richtig mit einer falschen Zahl. Darum wird eine Datei vorher ganz geprüft, für alle
  Vereinbarungen in ihr geliefert oder für keine, und von einer zweiten Person im Ganzen freigegeben.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
    Und heute ist der 20.04.2026
    Und eine Datei mit allen Zahlen zum Ladestand März 2026 ohne Wartezeit (erfundene Werte)

  @III.3.2-D
  Regel: Vor der Lieferung wird die Datei ganz geprüft; genannt wird jeder Fehler mit seiner Stelle, nicht nur der erste.

    Szenario: Alle Fehler werden auf einmal genannt
      Angenommen in ihrer Zeile 3 steht als "Wert" "viele"
      Und in ihrer Zeile 7 steht als "Geschlecht" "alle"
      Und in ihrer Zeile 9 steht als "Bezugsmonat" "2026-13"
      Wenn das Ministerium die Datei prüft
      Dann nennt die Prüfung in Zeile 3, Spalte "Wert", dass die Zelle nicht eindeutig zu lesen ist
      Und die Prüfung nennt in Zeile 7, Spalte "Geschlecht", dass die Zelle nicht eindeutig zu lesen ist
      Und die Prüfung nennt in Zeile 9, Spalte "Bezugsmonat", dass die Zelle nicht eindeutig zu lesen ist
      Und festgehalten ist nichts

    Szenario: Die Prüfung sagt, welche Zeilen der Vereinbarung danach anders stehen
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn das Ministerium die Datei prüft
      Dann ist die Prüfung ohne Fehler
      Und die Prüfung sagt, dass sich "Integrationsquote" ändern würde
      Und festgehalten ist nichts

    Szenario: Auch wenn nur das Vorjahr berichtigt wird, sagt sie es
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und eine Datei mit allen Zahlen zum Ladestand März 2025 ohne Wartezeit (erfundene Werte)
      Und überall steht als Wert der Kennzahl "LLU" das Doppelte
      Wenn das Ministerium die Datei wegen eines Übermittlungsfehlers prüft
      Dann ist die Prüfung ohne Fehler
      Und die Prüfung sagt, dass sich "Summe der Leistungen zum Lebensunterhalt" ändern würde

    Szenariogrundriss: Was in sich nicht stimmen kann, ist ein Fehler
      Angenommen in ihrer Zeile <Zeile> steht als "<Spalte>" "<Inhalt>"
      Wenn das Ministerium die Datei prüft
      Dann nennt die Prüfung in Zeile <Stelle>, dass <Befund>

      Beispiele:
        | Zeile | Spalte      | Inhalt     | Befund                                                  | Stelle |
        | 2     | Träger-AGS  | 03351      | es zu diesem Träger keine Vereinbarung gibt             | 2      |
        | 2     | Kennzahl    | K9         | die vereinbarte Fassung die Kennzahl nicht enthält      | 2      |
        | 3     | Kennzeichen | gesperrt   | Zahl und Kennzeichen nicht zusammenpassen               | 3      |
        | 3     | Bezugsmonat | 2026-02    | dieselbe Zahl zweimal darin steht                       | 4      |
        | 2     | Ladedatum   | 2026-04-21 | in der Zukunft geladen worden wäre                      | 2      |
        | 3     | Wert        | -1         | eine Anzahl nicht negativ sein kann                     | 3      |
        | 3     | Wert        | 61         | Frauen und Männer zusammen nicht die Gesamtzahl ergeben | 3      |
        | 3     | Wert        | 59,5       | eine Anzahl ganz sein muss                              | 3      |

    Szenario: Auch Zähler und Nenner werden nachgezählt
      Angenommen in der Datei stehen auch diese Zahlen (erfundene Werte):
        | Kennzahl | Form                   | Bezugsmonat | Zähler | Nenner |
        | K2       | Jahresfortschrittswert | 2026-03     | 10     | 5000   |
      Wenn das Ministerium die Datei prüft
      Dann nennt die Prüfung, dass der Jahresfortschrittswert nicht aus den Monatswerten folgt

    Szenario: Kein Teil ist größer als das Ganze
      Angenommen in der Datei stehen auch diese Zahlen (erfundene Werte):
        | Kennzahl   | Form       | Bezugsmonat | Wert |
        | AMP        | Monatswert | 2026-03     | 100  |
        | AMP_FRAUEN | Monatswert | 2026-03     | 900  |
      Wenn das Ministerium die Datei prüft
      Dann nennt die Prüfung, dass ein Teil größer ist als das Ganze

    Szenario: Was auf zwei Arten gelesen werden kann, wird nicht geraten
      Angenommen in ihrer Zeile 65 steht als "Kennzahl" "LLU"
      Und in ihrer Zeile 65 steht als "Wert" "1.234"
      Wenn das Ministerium die Datei prüft
      Dann nennt die Prüfung in Zeile 65, Spalte "Wert", dass die Zelle nicht eindeutig zu lesen ist

    Szenario: Eine Anzahl von Personen ist ganz, also trennt ihr Punkt Tausender
      Angenommen in ihrer Zeile 29 steht als "Kennzahl" "ELB"
      Und in ihrer Zeile 29 steht als "Wert" "2.000"
      Wenn das Ministerium die Datei prüft
      Dann ist die Prüfung ohne Fehler

    Szenario: Zwei Schreibweisen in einer Datei widersprechen sich, auch wenn jede Zahl für sich lesbar ist
      Angenommen in ihrer Zeile 3 steht als "Wert" "60,5"
      Und in ihrer Zeile 5 steht als "Wert" "60.5"
      Wenn das Ministerium die Datei prüft
      Dann nennt die Prüfung in Zeile 5, Spalte "Wert", dass die Zelle nicht eindeutig zu lesen ist

    Szenario: Eine Zelle neben der letzten Spalte wird nicht übergangen
      Angenommen in ihrer Zeile 3 steht hinter der letzten Spalte "6"
      Wenn das Ministerium die Datei prüft
      Dann nennt die Prüfung in Zeile 3, dass die Zelle nicht eindeutig zu lesen ist

    Szenario: Eine Anzahl, die eine Arbeitsmappe in Prozent zeigt, wird nicht vervielfacht
      Angenommen in einer Arbeitsmappe zeigt ihre Zeile 3 den "Wert" in Prozent
      Wenn das Ministerium die Datei prüft
      Dann nennt die Prüfung in Zeile 3, dass die Zelle nicht eindeutig zu lesen ist

    Szenario: Ein Fehlerwert einer Arbeitsmappe ist kein fehlender Wert
      Angenommen in einer Arbeitsmappe steht in ihrer Zeile 3 als "Wert" der Fehlerwert "#N/A"
      Wenn das Ministerium die Datei prüft
      Dann nennt die Prüfung in Zeile 3, Spalte "Wert", dass die Zelle nicht eindeutig zu lesen ist

    Szenario: Eine Vorlage, die niemand ausgefüllt hat, wird nicht geliefert
      Angenommen überall steht als Wert nichts
      Wenn das Ministerium die Datei prüft
      Dann nennt die Prüfung, dass keine Zahl darin steht

    Szenario: Liegt eine Quote insgesamt neben denen der Frauen und der Männer, ist das ein Hinweis
      Angenommen in der Datei stehen auch diese Zahlen (erfundene Werte):
        | Kennzahl | Form                   | Geschlecht | Bezugsmonat | Wert  |
        | K3E1     | Jahresfortschrittswert | insgesamt  | 2026-03     | 31,6  |
        | K3E1     | Jahresfortschrittswert | Frauen     | 2026-03     | 0,316 |
        | K3E1     | Jahresfortschrittswert | Männer     | 2026-03     | 0,317 |
      Wenn das Ministerium die Datei prüft
      Dann ist die Prüfung ohne Fehler
      Und die Prüfung weist darauf hin, dass die Quote insgesamt nicht zwischen denen der Frauen und der Männer liegt

    Szenario: Ein Sprung gegenüber der vorigen Ladung ist ein Hinweis und kein Fehler
      Angenommen zum Ladestand Februar 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und überall steht als Wert der Kennzahl "LLU" das Doppelte
      Wenn das Ministerium die Datei prüft
      Dann ist die Prüfung ohne Fehler
      Und die Prüfung weist darauf hin, dass eine Zahl sprunghaft anders ist

    Szenario: Auch bei einer kleinen Quote ist ein verrutschtes Komma ein Hinweis
      Angenommen in der Datei stehen auch diese Zahlen (erfundene Werte):
        | Kennzahl | Form                   | Bezugsmonat | Wert |
        | K2E3     | Jahresfortschrittswert | 2026-03     | 7,9  |
      Und das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Und eine zweite Person im Ministerium hat die Datei freigegeben
      Und überall steht als Wert der Kennzahl "K2E3" "0,8"
      Wenn das Ministerium die Datei wegen eines Übermittlungsfehlers prüft
      Dann ist die Prüfung ohne Fehler
      Und die Prüfung weist darauf hin, dass eine Zahl sprunghaft anders ist

    Szenario: Trägt die Datei eine Zeile der Vereinbarung nicht, ist das ein Hinweis
      Angenommen in der Datei fehlen die "Leistungsberechtigten" der Männer
      Wenn das Ministerium die Datei prüft
      Dann ist die Prüfung ohne Fehler
      Und die Prüfung weist darauf hin, dass eine Zeile der Vereinbarung damit keinen Stand hätte
      Und der Hinweis nennt die Zeile "Integrationsquote der Männer"

    Szenario: Ist das Vorjahr nicht geladen, ist das zu jeder Zeile, die damit vergleicht, ein Hinweis
      Wenn das Ministerium die Datei prüft
      Dann ist die Prüfung ohne Fehler
      Und die Prüfung weist darauf hin, dass einer Zeile das Vorjahr fehlt
      Und der Hinweis nennt die Zeile "Integrationsquote der Männer"

    Szenario: Liegt das Vorjahr zum gleichen Ladestand vor, fehlt keiner Zeile etwas
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn das Ministerium die Datei prüft
      Dann weist die Prüfung nicht darauf hin, dass einer Zeile das Vorjahr fehlt

    Szenario: Fehlt eine Reihe, die es zuletzt gab, ist das ein Hinweis
      Angenommen zum Ladestand Februar 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und in der Datei fehlen die "Langzeitleistungsbeziehenden ab vier Jahren"
      Wenn das Ministerium die Datei prüft
      Dann weist die Prüfung darauf hin, dass eine Reihe der vorigen Ladung fehlt

    Szenario: Gibt es das Vorjahr nur in einer anderen Revision, ist das ein Hinweis
      Angenommen als Revision "Revision 2026" der Statistik sind zum Ladestand März 2025 ohne Wartezeit diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2024 | Jan 2025 | Feb 2025 | Mär 2025 |
        | Integrationen        |          | 60       | 60       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Wenn das Ministerium die Datei prüft
      Dann weist die Prüfung darauf hin, dass das Vorjahr nur in einer anderen Revision vorliegt


  @III.3.2-D
  Regel: Eine Datei wird für alle Vereinbarungen in ihr geliefert oder für keine.

    Grundlage:
      Angenommen auch mit dem Landkreis Celle (03351) gibt es eine Vereinbarung
      Und die Datei enthält dieselben Zahlen für den Träger 03351 (erfundene Werte)

    Szenario: Ohne Fehler kommt sie bei allen an
      Wenn das Ministerium die Datei prüft und liefert (erfundene Werte)
      Dann ist die Datei für 2 Vereinbarungen festgehalten

    Szenario: Ein Fehler bei einem Träger hält alle auf
      Angenommen in ihrer Zeile 3 steht als "Wert" "-1"
      Wenn das Ministerium die Datei prüft und liefert (erfundene Werte)
      Dann wird das abgelehnt, weil die Datei Fehler hat

    Szenario: Dieselbe Datei wird erkannt
      Angenommen das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Wenn das Ministerium die Datei prüft
      Dann nennt die Prüfung, dass dieselbe Datei schon geliefert ist

    Szenario: Geliefert wird, was geprüft wurde
      Angenommen das Ministerium hat die Datei geprüft
      Und in ihrer Zeile 3 steht als "Wert" "*"
      Wenn das Ministerium die Datei auf diese Prüfung hin liefert (erfundene Werte)
      Dann wird das abgelehnt, weil eine andere Datei geprüft wurde

    Szenario: Ist eine Vereinbarung seit der Prüfung fortgeschritten, wird neu entschieden
      Angenommen das Ministerium hat die Datei geprüft
      Und das Ministerium hat die Lieferung "Schon da" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn das Ministerium die Datei auf diese Prüfung hin liefert (erfundene Werte)
      Dann wird das abgelehnt, weil die Datei Fehler hat

    Szenario: Eine Datei kann den Träger mit seiner Nummer bei der Bundesagentur nennen
      Angenommen auch mit dem Landkreis Uelzen gibt es eine Vereinbarung, die als Trägernummer 25109 nennt (erfunden)
      Und die Datei nennt als Träger nur die Trägernummer 25109
      Wenn das Ministerium die Datei prüft und liefert (erfundene Werte)
      Dann ist die Datei für 1 Vereinbarung festgehalten

    Szenario: Eine Trägernummer wird nie für einen amtlichen Schlüssel gehalten
      Angenommen die Datei nennt als Träger nur die Trägernummer 03351
      Wenn das Ministerium die Datei prüft
      Dann nennt die Prüfung in Zeile 2, Spalte "Trägernummer", dass es zu diesem Träger keine Vereinbarung gibt


  @III.3.2-D
  Regel: Über eine Datei entscheidet eine zweite Person im Ganzen und sieht vorher, was sich ändert.

    Szenario: Mit der Freigabe zählt alles aus ihr
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Wenn eine zweite Person im Ministerium die Datei freigibt
      Und der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" beurteilt

    Szenario: Hinweise der Prüfung erreichen, wer freigibt
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand Februar 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und überall steht als Wert der Kennzahl "LLU" das Doppelte
      Und das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Wenn eine zweite Person im Ministerium die Datei ansieht
      Dann weist die Datei darauf hin, dass eine Zahl sprunghaft anders ist
      Und bei der Datei steht, dass sich "Summe der Leistungen zum Lebensunterhalt" ändern würde

    Szenario: Wer eine Datei geliefert hat, gibt sie nicht frei
      Angenommen das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Wenn das Ministerium die Datei freigibt
      Dann wird das abgelehnt, weil die Person selbst geliefert hat

    Szenario: Wer eine Datei zurückweist, sagt warum
      Angenommen das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Wenn eine zweite Person im Ministerium die Datei zurückweist
      Dann wird das abgelehnt, weil der Grund fehlt

    Szenario: Nach einer Zurückweisung kann dieselbe Datei wieder kommen
      Angenommen das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Und eine zweite Person im Ministerium hat die Datei zurückgewiesen mit dem Grund "Die Spalten sind vertauscht."
      Wenn das Ministerium die Datei prüft und liefert (erfundene Werte)
      Dann ist die Datei für 1 Vereinbarung festgehalten

    Szenario: Über eine Datei wird nur einmal entschieden
      Angenommen das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Und eine zweite Person im Ministerium hat die Datei freigegeben
      Wenn eine zweite Person im Ministerium die Datei freigibt
      Dann wird das abgelehnt, weil über die Datei schon entschieden ist

    Szenario: Auf eine Vorschau, die nicht mehr gilt, wird nicht entschieden
      Angenommen das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Und eine zweite Person im Ministerium hat die Datei angesehen
      Und zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn eine zweite Person im Ministerium die Datei freigibt
      Dann wird das abgelehnt, weil die Vorschau nicht mehr gilt

    Szenario: Festgehalten ist, auf welche Vorschau hin entschieden wurde
      Angenommen das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Und eine zweite Person im Ministerium hat die Datei angesehen
      Wenn eine zweite Person im Ministerium die Datei freigibt
      Dann ist bei der Freigabe die Vorschau festgehalten, die diese Person gesehen hat

    Szenario: Wird ein Monat zum ersten Mal geladen, steht dabei, aus welchem Monat das Bisherige ist
      Angenommen zum Ladestand Februar 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand Februar 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Wenn eine zweite Person im Ministerium die Datei ansieht
      Dann steht bei der Datei für "Integrationsquote", dass das Bisherige aus Februar 2026 ist und das Neue aus März 2026

    Szenario: Über einen Teil der Datei wird nicht für sich entschieden
      Angenommen das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Wenn eine zweite Person im Ministerium nur einen Teil der Datei zurückweist mit dem Grund "Die Spalten sind vertauscht."
      Dann wird das abgelehnt, weil über eine Datei nur im Ganzen entschieden wird

    Szenario: Ist die Vereinbarung inzwischen gekündigt, wird nichts mehr für sie freigegeben
      Angenommen das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Und der Landkreis hat die Vereinbarung gekündigt mit dem Grund "Die Aufgabe geht auf einen anderen Träger über."
      Wenn eine zweite Person im Ministerium die Datei freigibt
      Dann wird das abgelehnt, weil die Vereinbarung inzwischen beendet ist

    Szenario: Wer entschieden hat und warum, steht bei der Datei
      Angenommen das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Und eine zweite Person im Ministerium hat die Datei zurückgewiesen mit dem Grund "Die Spalten sind vertauscht."
      Wenn das Ministerium die Datei ansieht
      Dann steht bei der Datei, dass sie von "eine zweite Person im Ministerium" zurückgewiesen ist, weil "Die Spalten sind vertauscht."

    Szenario: Ein anderes Land sieht die Datei nicht
      Angenommen das Ministerium hat die Datei geprüft und geliefert (erfundene Werte)
      Wenn das Ministerium eines anderen Landes die Datei freigibt
      Dann wird das abgelehnt, weil es die Datei hier nicht gibt

  @III.3.2-L
  Regel: Kommt ein Ladestand noch einmal, sagt die Datei, warum, und was anders ist.

    Grundlage:
      Angenommen als Lieferung "März 2026" sind zum Ladestand März 2026 ohne Wartezeit diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                       | Jan 2026 | Feb 2026 | Mär 2026 |
        | Langzeitleistungsbeziehende | 1.200    | 1.201    | 1.200    |

    Szenario: Ohne Anlass wird sie nicht angenommen
      Wenn das Ministerium die Datei prüft
      Dann nennt die Prüfung, dass die Vereinbarung die Lieferung so nicht annimmt

    Szenario: Als Übermittlungsfehler ersetzt sie die frühere Lieferung und zeigt den Unterschied
      Wenn das Ministerium die Datei wegen eines Übermittlungsfehlers prüft
      Dann ist die Prüfung ohne Fehler
      Und die Prüfung nennt 1 Zahl, die in "März 2026" anders steht

    Szenario: Ein Sprung gegenüber der Lieferung, die sie berichtigt, ist ein Hinweis
      Angenommen überall steht als Wert der Kennzahl "LZB" das Doppelte
      Wenn das Ministerium die Datei wegen eines Übermittlungsfehlers prüft
      Dann weist die Prüfung darauf hin, dass eine Zahl sprunghaft anders ist

  @III.3.2-L
  Regel: Ein Anlass wird nur genannt, wo eine frühere Lieferung zu ersetzen ist.

    Szenario: Zum ersten Mal geliefert ist kein Übermittlungsfehler
      Wenn das Ministerium die Datei wegen eines Übermittlungsfehlers prüft
      Dann nennt die Prüfung, dass die Vereinbarung die Lieferung so nicht annimmt

  @III.3.2-D
  Regel: Eine Tabelle in eigener Form wird nach einer hinterlegten Zuordnung gelesen, und nichts an ihr wird geraten.

    Grundlage:
      Angenommen statt der Datei eine Tabelle des Kreistags zum März 2026 (erfundene Werte):
        | Landkreis  | LZB   | ELB    |
        | Heidekreis | 3.275 | 12.345 |
        | Harburg    | 4.001 | 13.000 |

    Szenario: Mit der Zuordnung ist die Tabelle zu lesen
      Angenommen das Ministerium hat die Zuordnung "Kreistag" hinterlegt
      Wenn das Ministerium die Datei prüft
      Dann ist die Prüfung ohne Fehler
      Und die Prüfung nennt die Zuordnung "Kreistag"

    Szenario: Was nicht sagt, welche Spalte was bedeutet, ist keine Zuordnung
      Wenn das Ministerium die Zuordnung "Kreistag" ohne ihre Spalten hinterlegt
      Dann wird das abgelehnt, weil die Zuordnung nicht lesbar ist

    Szenario: Dieselbe Zuordnung wird nicht zweimal hinterlegt
      Angenommen das Ministerium hat die Zuordnung "Kreistag" hinterlegt
      Wenn das Ministerium die Zuordnung "Kreistag" hinterlegt
      Dann wird das abgelehnt, weil die Zuordnung schon so hinterlegt ist

    Szenario: Nach einer Zuordnung, die niemand hinterlegt hat, wird nicht gelesen
      Wenn das Ministerium die Datei nach der Zuordnung "Kreistag" prüft
      Dann wird das abgelehnt, weil es die Zuordnung nicht gibt

    Szenario: Passt die Zuordnung nicht zur Tabelle, wird nichts gelesen
      Angenommen das Ministerium hat die Zuordnung "Kreistag" hinterlegt
      Und die Spalte "LZB" heißt nun "Bestand"
      Wenn das Ministerium die Datei nach der Zuordnung "Kreistag" prüft
      Dann wird das abgelehnt, weil die Zuordnung nicht zur Datei passt
      Und die Begründung nennt "LZB"

    Szenario: Passen zwei Zuordnungen, wählt ein Mensch
      Angenommen das Ministerium hat die Zuordnung "Kreistag" hinterlegt
      Und das Ministerium hat die Zuordnung "Kreistag neu" hinterlegt
      Wenn das Ministerium die Datei prüft
      Dann wird das abgelehnt, weil mehrere Zuordnungen passen

  @III.3.2-D
  Regel: Für die Lieferung gibt es eine Vorlage mit einer Zeile für jede Zahl, die der Vereinbarung fehlt.

    Szenario: Die Vorlage für den März reicht so weit zurück, wie gerechnet wird
      Wenn das Ministerium die Vorlage für März 2026 holt
      Dann hat die Vorlage für "Integrationen" die Monate Januar 2026 bis März 2026
      Und die Vorlage hat für "Leistungsberechtigte" die Monate Dezember 2025 bis März 2026

    Szenario: Eine Vorlage gilt einem Monat oder einem Jahr
      Wenn das Ministerium die Vorlage für März 2026 und zugleich für das Jahr 2026 holt
      Dann wird das abgelehnt, weil eine Vorlage nur einem davon gilt

    Szenario: Für ein Jahr, mit dem niemand vergleicht, gibt es keine Vorlage
      Wenn das Ministerium die Vorlage für März 2024 holt
      Dann wird das abgelehnt, weil die Vereinbarung aus diesem Jahr keine Daten annimmt

  @N.3
  Regel: Zu jeder Zahl ist festgehalten, aus welcher Datei sie kam.

    Szenario: Name, Größe und Prüfsumme der Datei stehen bei der Lieferung
      Wenn das Ministerium die Datei prüft und liefert (erfundene Werte)
      Dann stehen bei jeder Lieferung Name, Größe und Prüfsumme der Datei

    Szenario: Eine Datei, die sich nicht als Tabelle lesen lässt, wird mit einem Satz abgelehnt
      Angenommen statt der Datei eine Arbeitsmappe mit Formeln
      Wenn das Ministerium die Datei prüft
      Dann wird das abgelehnt, weil die Datei keine lesbare Tabelle ist
      Und die Begründung nennt "Werte statt der Formeln"
