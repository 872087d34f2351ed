# language: de
Funktionalität: Personenbezogene Daten
  Wer unterzeichnet hat, muss nachweisbar sein; sein Name muss trotzdem gelöscht werden können. Stünde er in einem
  unveränderlichen Eintrag, ginge eines von beiden nicht. Darum steht dort nur eine Kennung, die Funktion und eine
  Prüfsumme des Namens. Alle Namen dieser Seite sind erfunden.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und im Personenverzeichnis stehen:
      | Kennung | Titel | Vorname   | Name         |
      | jb      |       | Jan       | Beispiel     |
      | em      | Dr.   | Erika     | Muster       |
      | as      |       | Anna Lena | Vogel-Strauß |

  @N.4
  Regel: Namen von Personen stehen nicht in den unveränderlichen Einträgen.

    Szenario: Die Unterschrift nennt Kennung und Funktion, nicht den Namen
      Angenommen heute ist der 29.01.2026
      Wenn für das Ministerium die Person "em" als "Staatssekretärin" unterzeichnet
      Dann nennt der letzte Eintrag die Person "em" in der Funktion "Staatssekretärin"
      Und in keinem Eintrag steht "Erika" oder "Muster"
      Und die Prüfsumme des Namens von "em" steht im letzten Eintrag

    Szenario: Wer nicht im Verzeichnis steht, kann nicht als unterzeichnend eingetragen werden
      Wenn für das Ministerium die Person "niemand" als "Staatssekretärin" unterzeichnet
      Dann wird das abgelehnt, weil die Person nicht im Verzeichnis steht

    Szenariogrundriss: Ein Text, der eine eingetragene Person beim Namen nennt, wird nicht angenommen
      Wenn der Landkreis den Dialog "Zusatz" anfragt mit dem Grund "<Text>"
      Dann wird das abgelehnt, weil darin der Name einer Person steht

      Beispiele:
        | Text                              |
        | Bitte mit Jan Beispiel abstimmen. |
        | Herr Beispiel ist im Urlaub.      |
        | Dr. Muster hat darum gebeten.     |
        | Frau Muster hat darum gebeten.    |
        | Vorlage von Muster, Erika         |
        | Das ist Jan Beispiels Vorschlag.  |
        | Bitte mit JAN BEISPIEL abstimmen. |
        | Herr J. Beispiel ruft zurück.     |
        | Hr. Beispiel ist im Urlaub.       |
        | Fr. Muster hat darum gebeten.     |
        | Frau Kollegin Muster bittet.      |
        | Herr Landrat Beispiel bittet.     |
        | Dr. med. Muster hat zugesagt.     |
        | Mail an jan.beispiel@kreis.test   |
        | Frau Vogel-Strauß bittet darum.   |
        | Vogel‑Strauss hat zugesagt.       |
        | Anna Vogel-Strauß hat zugesagt.   |
        | Referatsleiter Beispiel bittet.   |
        | Oberbürgermeisterin Muster bittet |
        | Frauen Muster und Meier           |
        | gez. i. A. Beispiel               |

    Szenario: Auch der Schlüssel, unter dem ein Auftrag nur einmal gilt, nennt niemanden
      Wenn das Ministerium unter dem Schlüssel "Jan-Beispiel-1" den Dialog "Frühjahr" für den 12.03.2026 ansetzt
      Dann wird das abgelehnt, weil darin der Name einer Person steht

    Szenariogrundriss: Ein Wort, das zufällig wie ein Name lautet, stört nicht
      Wenn der Landkreis den Dialog "Zusatz" anfragt mit dem Grund "<Text>"
      Dann wird das festgehalten ohne Feststellung

      Beispiele:
        | Text                                     |
        | Zum Beispiel stockt die Vermittlung.     |
        | Das Muster wiederholt sich.              |
        | Dr. Meier nennt ein Beispiel.            |
        | Den Vogel schießt der Mai ab.            |
        | Die Leitung des Jobcenters bittet darum. |

    Szenario: Auch im Dialog steht statt eines Namens die Funktion
      Angenommen der Dialog "Frühjahr" ist für den 12.01.2026 angesetzt
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.01.2026 festhält:
        | Ursachen | Jan Beispiel berichtet von weniger offenen Stellen |
      Dann wird das abgelehnt, weil darin der Name einer Person steht

    Szenario: Auch eine Kennung verrät keinen Namen
      Wenn eine Person mit der Kennung "petra" und dem Namen "Petra Spätling" eingetragen wird
      Dann wird das abgelehnt, weil die Kennung den Namen verrät

    Szenario: Wie eine Stelle heißt, so heißt keine Person
      Wenn eine Person mit der Kennung "p-7" und dem Namen "Landkreis Heidekreis" eingetragen wird
      Dann wird das abgelehnt, weil so eine Stelle heißt und keine Person

    Szenario: Ein Name ist nicht länger als 60 Zeichen
      Wenn eine Person mit der Kennung "p-7" eingetragen wird, deren Vorname 61 Zeichen lang ist
      Dann wird das abgelehnt, weil der Name zu lang ist

    Szenario: Eine Kennung gehört für immer einer Person
      Wenn eine Person mit der Kennung "em" und dem Namen "Petra Spätling" eingetragen wird
      Dann wird das abgelehnt, weil die Kennung schon einer anderen Person gehört


  @N.4
  Regel: Namen können gelöscht werden, ohne dass ein Nachweis zerbricht.

    Szenario: Nach dem Löschen ist der Name fort, und jeder Eintrag steht wie zuvor
      Angenommen heute ist der 29.01.2026
      Und für das Ministerium hat die Person "em" als "Staatssekretärin" unterzeichnet
      Und die Geschichte ist notiert
      Wenn der Betrieb die Person "em" löscht mit dem Grund "Die Aufbewahrung ist abgelaufen."
      Dann hat die Person "em" keinen Namen mehr
      Und die Geschichte ist unverändert die notierte
      Und die Löschung selbst ist festgehalten, mit dem Grund "Die Aufbewahrung ist abgelaufen."
      Und in keinem Eintrag steht "Erika" oder "Muster"

    Szenario: Was den Namen nannte, bevor er eingetragen war, bleibt stehen und wird genannt
      Angenommen der Landkreis hat den Dialog "Zusatz" angefragt mit dem Grund "Wunsch von Frau Petra Spätling"
      Und im Personenverzeichnis stehen:
        | Kennung | Titel | Vorname | Name     |
        | ps      |       | Petra   | Spätling |
      Wenn der Betrieb die Person "ps" löscht mit dem Grund "Die Aufbewahrung ist abgelaufen."
      Dann wird das festgehalten mit der Feststellung, dass der Name in früheren Einträgen stehen bleibt
      Und die Feststellung nennt "Position 2"

    Szenario: Auch ein Wort, das nur vielleicht den Namen meint, wird genannt
      Angenommen der Landkreis hat den Dialog "Zusatz" angefragt mit dem Grund "Ein Spätling unter den Anträgen"
      Und im Personenverzeichnis stehen:
        | Kennung | Titel | Vorname | Name     |
        | ps      |       | Petra   | Spätling |
      Wenn der Betrieb die Person "ps" löscht mit dem Grund "Die Aufbewahrung ist abgelaufen."
      Dann wird das festgehalten mit der Feststellung, dass der Familienname als Wort in früheren Einträgen steht
      Und die Feststellung nennt "Position 2"

    Szenario: Auch eine Adresse, an die Neues gemeldet wird, kann den Namen nennen
      Angenommen eine Stelle lässt sich Neues an die Adresse "https://kreis.test/petra-spaetling" melden
      Und im Personenverzeichnis stehen:
        | Kennung | Titel | Vorname | Name     |
        | ps      |       | Petra   | Spätling |
      Wenn der Betrieb die Person "ps" löscht mit dem Grund "Die Aufbewahrung ist abgelaufen."
      Dann wird das festgehalten mit der Feststellung, dass der Name in einer Adresse für Meldungen steht

    Szenario: Auch wenn niemand nachsehen kann, wo der Name sonst noch steht, wird er gelöscht
      Angenommen nach Namen in früheren Einträgen lässt sich gerade nicht sehen
      Wenn der Betrieb die Person "em" löscht mit dem Grund "Die Aufbewahrung ist abgelaufen."
      Dann wird das festgehalten mit der Feststellung, dass nach dem Namen nicht gesucht werden konnte
      Und die Person "em" hat keinen Namen mehr

    Szenario: Eine gelöschte Person kann nicht mehr als unterzeichnend eingetragen werden
      Angenommen der Betrieb hat die Person "em" gelöscht mit dem Grund "Die Aufbewahrung ist abgelaufen."
      Wenn für das Ministerium die Person "em" als "Staatssekretärin" unterzeichnet
      Dann wird das abgelehnt, weil die Person nicht im Verzeichnis steht

    Szenario: Wer löscht, sagt warum
      Wenn der Betrieb die Person "em" löscht
      Dann wird das abgelehnt, weil der Grund fehlt
      Und die Person "em" hat ihren Namen noch

    Szenariogrundriss: Wer löscht, wiederholt den Namen nicht
      Wenn der Betrieb die Person "em" löscht mit dem Grund "<Text>"
      Dann wird das abgelehnt, weil darin der Name einer Person steht
      Und die Person "em" hat ihren Namen noch

      Beispiele:
        | Text                      |
        | Muster ist ausgeschieden. |
        | Auf Antrag Musters        |

    Szenario: Gelöscht wird nur, wer im Verzeichnis steht
      Wenn der Betrieb die Person "niemand" löscht mit dem Grund "Die Aufbewahrung ist abgelaufen."
      Dann wird das abgelehnt, weil die Person nicht im Verzeichnis steht

    Szenariogrundriss: Nur der Betrieb löscht
      Wenn <wer> die Person "em" löscht mit dem Grund "Die Aufbewahrung ist abgelaufen."
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht
      Und die Person "em" hat ihren Namen noch

      Beispiele:
        | wer             |
        | das Ministerium |
        | der Landkreis   |
        | die Prüfung     |
