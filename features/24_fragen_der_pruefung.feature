# language: de
Funktionalität: Fragen der Prüfung
  Was zu spät kam, was beanstandet blieb, wo eine Person handelte und zwei hätten handeln sollen: danach fragt jede Prüfung
  zuerst. Die Antworten stehen alle in den Einträgen; wären sie nur mit Mühe zusammenzusuchen, unterbliebe die Frage.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft

  @N.1
  Regel: Verspätet Festgehaltenes ist auf einen Blick zu finden.

    Szenario: Was nach vierzehn Tagen festgehalten wurde, steht mit seinem Grund in der Liste
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 28.05.2026
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält mit dem Grund "Das Protokoll kam erst jetzt."
      Und die Prüfung nach Verspätetem fragt
      Dann lautet die Antwort:
        | was            | Tage | Grund                         |
        | Dialog geführt | 16   | Das Protokoll kam erst jetzt. |

    Szenario: Auch was zu keiner Vereinbarung gehört, steht in der Liste
      Angenommen im Personenverzeichnis stehen:
        | Kennung | Titel | Vorname | Name   |
        | em      | Dr.   | Erika   | Muster |
      Und heute ist der 28.05.2026
      Und der Betrieb hat die Löschung der Person "em" vom 12.05.2026 festgehalten mit dem Grund "Der Antrag blieb liegen."
      Wenn die Prüfung nach Verspätetem fragt
      Dann lautet die Antwort:
        | Vereinbarung        | was             | Tage | Grund                    |
        | Personenverzeichnis | Person gelöscht | 16   | Der Antrag blieb liegen. |

  @N.1 @III.3.3
  Regel: Zu jeder Feststellung ist zu finden, wie sie beantwortet ist.

    Szenario: Offen ist eine Feststellung, bis die Gesamtbewertung sie würdigt
      Angenommen der Zieldialog vom 12.05.2026 ist ohne den Ausschuss geführt
      Wenn die Prüfung nach den Feststellungen fragt
      Dann ist die Feststellung, dass der Ausschuss an der Vorbereitung nicht beteiligt war, "offen"

    Szenario: Gewürdigt ist sie mit Begründung
      Angenommen die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt
      Und der Zieldialog vom 22.04.2027 ist ohne den Ausschuss geführt
      Und der Abschlussdialog vom 22.04.2027 ist vorbereitet und geführt
      Und das Ministerium hat die Gesamtbewertung getroffen
      Wenn die Prüfung nach den Feststellungen fragt
      Dann ist die Feststellung, dass der Ausschuss an der Vorbereitung nicht beteiligt war, "gewürdigt"

  @N.1 @N.2
  Regel: Zurückgenommenes und Bestrittenes ist mit dem, was es betrifft, zu finden.

    Szenario: Wer was zurücknahm und wer was bestritt
      Angenommen der Landkreis hat den Umstand "Standort" festgehalten
      Und der Landkreis hat den Umstand "Hochwasser" festgehalten
      Und der Landkreis hat den Umstand "Standort" zurückgenommen mit dem Grund "Der Betrieb bleibt doch."
      Wenn das Ministerium den Eintrag "Umstand festgehalten" bestreitet: "Das Hochwasser betraf einen anderen Kreis."
      Und die Prüfung nach Zurückgenommenem und Bestrittenem fragt
      Dann lautet die Antwort:
        | was                    | betrifft             | Grund                                      |
        | Eintrag zurückgenommen | Umstand festgehalten | Der Betrieb bleibt doch.                   |
        | Eintrag bestritten     | Umstand festgehalten | Das Hochwasser betraf einen anderen Kreis. |

  @N.1
  Regel: Wo eine Person handelte und zwei hätten handeln sollen, fällt es auf.

    Szenario: Dieselbe Person bestätigt das Protokoll für beide Seiten
      Angenommen der Zieldialog vom 12.05.2026 ist vorbereitet und geführt
      Und der Landkreis hat das Protokoll "Fassung A" des Dialogs "12.05.2026" bestätigt
      Und dieselbe Person hat das Protokoll "Fassung A" des Dialogs "12.05.2026" für das Ministerium bestätigt
      Wenn die Prüfung nach Doppelrollen fragt
      Dann nennt die Antwort "Protokoll für beide Seiten bestätigt" und "gehandelt als Kommune"

    Szenario: Handelten überall zwei, ist die Liste leer
      Angenommen das Ministerium hat die Lieferung "März 2026" zum Ladestand März 2026 ohne Wartezeit geliefert (erfundene Werte)
      Und eine zweite Person im Ministerium hat die Lieferung "März 2026" freigegeben
      Wenn die Prüfung nach Doppelrollen fragt
      Dann ist die Antwort leer

  @N.1 @III.3.2-D
  Regel: Erwartete Daten, die nie kamen, sind zu finden.

    Szenario: Zurückgewiesene Daten sind nicht gekommen
      Angenommen das Ministerium hat die Lieferung "Januar 2026" zum Ladestand Januar 2026 ohne Wartezeit geliefert (erfundene Werte)
      Und das Ministerium hat die Lieferung "Februar 2026" zum Ladestand Februar 2026 ohne Wartezeit geliefert (erfundene Werte)
      Und eine zweite Person im Ministerium hat die Lieferung "Februar 2026" zurückgewiesen mit dem Grund "Unvollständig"
      Und heute ist der 20.04.2026
      Wenn die Prüfung nach ausgebliebenen Daten fragt
      Dann lautet die Antwort:
        | Berichtsmonat | erwartet am |
        | Februar 2026  | 20.03.2026  |
        | März 2026     | 20.04.2026  |

  @N.1
  Regel: Zu jeder Entscheidung ist zu finden, welche Fassung der Software sie traf.

    Szenario: Jeder Eintrag nennt seine Software
      Wenn die Prüfung nach der Software fragt
      Dann lautet die Antwort:
        | Stand | Software |
        | 1     | 0.0.0    |
        | 2     | 0.0.0    |
        | 3     | 0.0.0    |

    Szenario: Auch was ohne neue Nummer geändert wurde, ist eine andere Fassung
      Angenommen die Software hat die Nummer 1.2.3
      Und der Landkreis hat den Umstand "Standort" festgehalten
      Und die Software wurde geändert, ihre Nummer aber nicht
      Und der Landkreis hat den Umstand "Umzug" festgehalten
      Wenn die Prüfung nach der Software fragt
      Dann nennen die beiden letzten Einträge die Nummer 1.2.3, aber verschiedene Fassungen

  @N.4
  Regel: Nach dem Löschen steht der Name in nichts, was die Prüfung bekommt.

    Szenario: Geschichte und Antworten nennen die Kennung, nicht den Namen
      Angenommen im Personenverzeichnis stehen:
        | Kennung | Titel | Vorname | Name   |
        | em      | Dr.   | Erika   | Muster |
      Und der Betrieb hat die Person "em" gelöscht mit dem Grund "Die Aufbewahrung ist abgelaufen."
      Wenn die Prüfung die Geschichte liest
      Dann steht dort die Löschung der Person "em" mit dem Grund "Die Aufbewahrung ist abgelaufen."
      Und in keiner Ausgabe der Geschichte steht "Erika" oder "Muster"

    Szenario: Von der Löschung erfährt kein Vereinbarungspartner
      Angenommen im Personenverzeichnis stehen:
        | Kennung | Titel | Vorname | Name   |
        | em      | Dr.   | Erika   | Muster |
      Und der Betrieb hat die Person "em" gelöscht mit dem Grund "Die Aufbewahrung ist abgelaufen."
      Wenn der Landkreis die Geschichte liest
      Dann steht dort keine Löschung
