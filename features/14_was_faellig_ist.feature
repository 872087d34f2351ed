# language: de
Funktionalität: Was fällig ist
  Pflichten gehen nicht verloren, weil jemand sie verweigert, sondern weil niemand daran denkt. Darum sagt der Dienst
  jedem, worauf die Vereinbarung wartet, seit wann und bis wann; was der Text nicht befristet, bekommt kein erfundenes
  Ende.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen

  @S
  Regel: Fehlende Unterschriften und der Abgleich der Abschrift sind fällig.

    Szenario: Nach der ersten Unterschrift fehlt noch die des Landkreises
      Angenommen das Ministerium hat am 29.01.2026 in "Hannover" unterzeichnet
      Wenn gelesen wird, was am 30.01.2026 für den Landkreis fällig ist
      Dann ist als "Unterschrift" fällig:
        | was       | seit       | bis |
        | Landkreis | 12.01.2026 |     |

    Szenario: Der Abgleich ist Sache des Landes und mit der Bestätigung erledigt
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und eine zweite Person im Ministerium hat die Abschrift bestätigt
      Wenn gelesen wird, was am 11.02.2026 für das Ministerium fällig ist
      Dann ist als "Unterschrift" nichts fällig
      Und als "Abgleich der Abschrift" ist nichts fällig

    Szenario: Vor der Bestätigung ist der Abgleich fällig
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Wenn gelesen wird, was am 11.02.2026 für das Ministerium fällig ist
      Dann ist als "Abgleich der Abschrift" fällig:
        | was                     | seit       | bis |
        | Stand 1 der Bedingungen | 10.02.2026 |     |

    Szenario: Auf die Unterschrift unter eine Änderung wird gewartet
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und heute ist der 15.06.2026
      Und das Ministerium hat die Änderung "Quote" ab dem 01.07.2026 vorgeschlagen, nach der die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Die Planung ist überholt."
      Wenn gelesen wird, was am 16.06.2026 für den Landkreis fällig ist
      Dann ist als "Unterschrift unter die Änderung" fällig:
        | was              | seit       | bis |
        | Quote, Landkreis | 15.06.2026 |     |

    Szenario: Nach der Kündigung ist nichts mehr fällig
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und der Landkreis hat die Vereinbarung gekündigt mit dem Grund "Die Aufgabe geht auf einen anderen Träger über."
      Wenn gelesen wird, was am 31.12.2026 für alle fällig ist
      Dann ist nichts fällig

  @III.3.2-D
  Regel: Eine Lieferung je Berichtsmonat wird erwartet, und was nicht freigegeben ist, wartet auf Freigabe.

    Szenario: Was bis Mitte April ausblieb, ist fällig; der März ist es noch nicht
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und zum Ladestand Januar 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn gelesen wird, was am 19.04.2026 für das Ministerium fällig ist
      Dann ist als "Lieferung" fällig:
        | was          | seit       | bis |
        | Februar 2026 | 20.03.2026 |     |

    Szenario: Mit der Lieferung ist sie nicht mehr ausgeblieben, aber noch freizugeben
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und das Ministerium hat die Lieferung "Januar 2026" zum Ladestand Januar 2026 ohne Wartezeit geliefert (erfundene Werte)
      Wenn gelesen wird, was am 25.02.2026 für das Ministerium fällig ist
      Dann ist als "Lieferung" nichts fällig
      Und als "Freigabe" ist fällig:
        | was         | seit       | bis |
        | Januar 2026 | 15.02.2026 |     |

    Szenario: Eine zurückgewiesene Lieferung ist wieder ausgeblieben
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und das Ministerium hat die Lieferung "Januar 2026" zum Ladestand Januar 2026 ohne Wartezeit geliefert (erfundene Werte)
      Und eine zweite Person im Ministerium hat die Lieferung "Januar 2026" zurückgewiesen mit dem Grund "Die Spalten sind vertauscht."
      Wenn gelesen wird, was am 25.02.2026 für das Ministerium fällig ist
      Dann ist als "Lieferung" fällig:
        | was         | seit       | bis |
        | Januar 2026 | 20.02.2026 |     |

    Szenario: Werte mit Wartezeit ersetzen die erwartete Lieferung nicht
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und zum Ladestand Januar 2026 mit 1 Monat Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn gelesen wird, was am 19.03.2026 für das Ministerium fällig ist
      Dann ist als "Lieferung" fällig:
        | was         | seit       | bis |
        | Januar 2026 | 20.02.2026 |     |

  @III.3.1
  Regel: Dialoge, gewünschte Gespräche, Protokolle und Verabredungen sind fällig, bis sie erledigt sind.

    Grundlage:
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)

    Szenario: Zwei Dialoge im Jahr, der zweite ab Juli
      Wenn gelesen wird, was am 01.07.2026 für den Landkreis fällig ist
      Dann ist als "Zieldialog" fällig:
        | was | seit       | bis        |
        | 1   | 10.02.2026 | 31.12.2026 |
        | 2   | 01.07.2026 | 31.12.2026 |

    Szenario: Im Juni ist erst ein Dialog fällig
      Wenn gelesen wird, was am 30.06.2026 für den Landkreis fällig ist
      Dann ist als "Zieldialog" fällig:
        | was | seit       | bis        |
        | 1   | 10.02.2026 | 31.12.2026 |

    Szenario: Nach zwei Dialogen ist keiner mehr fällig
      Angenommen die Zieldialoge vom 12.05.2026 und vom 10.11.2026 sind vorbereitet und geführt
      Wenn gelesen wird, was am 15.12.2026 für den Landkreis fällig ist
      Dann ist als "Zieldialog" nichts fällig
      Und als "Protokoll" ist fällig:
        | was                   | seit       | bis |
        | 12.05.2026, Landkreis | 12.05.2026 |     |
        | 10.11.2026, Landkreis | 10.11.2026 |     |

    Szenario: Ein Gespräch, um das der Landkreis gebeten hat, ist anzusetzen
      Angenommen heute ist der 04.05.2026
      Und der Landkreis hat den Dialog "Zusatz" angefragt mit dem Grund "Die Vermittlung stockt seit April."
      Wenn gelesen wird, was am 05.05.2026 für das Ministerium fällig ist
      Dann ist als "gewünschtes Gespräch" fällig:
        | was    | seit       | bis |
        | Zusatz | 04.05.2026 |     |

    Szenario: Eine Verabredung ist fällig, wenn ihr Tag gekommen ist
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 12.05.2026
      Und das Ministerium hat den Dialog "Frühjahr" vom 12.05.2026 festgehalten, mit der Verabredung "Gastgewerbe"
      Und heute ist der 28.08.2026
      Und der Landkreis hat die Verabredung "Gastgewerbe" als noch offen berichtet: "Erst drei Betriebe besucht"
      Wenn gelesen wird, was am 31.08.2026 für den Landkreis fällig ist
      Dann ist als "Verabredung" fällig:
        | was         | seit       | bis        |
        | Gastgewerbe | 31.08.2026 | 31.08.2026 |

    Szenariogrundriss: Vorher und nach dem Bericht ist sie es nicht
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 12.05.2026
      Und das Ministerium hat den Dialog "Frühjahr" vom 12.05.2026 festgehalten, mit der Verabredung "Gastgewerbe"
      Und heute ist der 28.08.2026
      Und der Landkreis hat die Verabredung "Gastgewerbe" als <Stand> berichtet: "Zwölf Betriebe besucht"
      Wenn gelesen wird, was am <Tag> für den Landkreis fällig ist
      Dann ist als "Verabredung" nichts fällig

      Beispiele:
        | Stand      | Tag        |
        | noch offen | 30.08.2026 |
        | erledigt   | 30.09.2026 |

  @III.3.1
  Regel: Wer nicht auf Kurs ist und nichts dazu sagt, wird erinnert.

    Grundlage:
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und zum Ladestand März 2025 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2024 | Jan 2025 | Feb 2025 | Mär 2025 |
        | Integrationen        |          | 50       | 50       | 50       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 50       | 50       | 50       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Und heute ist der 20.04.2026

    Szenario: Zur Quote fehlt ein Wort
      Wenn gelesen wird, was am 20.04.2026 für den Landkreis fällig ist
      Dann ist als "Zielabweichung" fällig:
        | was                          | seit       | bis |
        | Integrationsquote, März 2026 | 15.04.2026 |     |

    Szenario: Mit der festgehaltenen Abweichung ist es gesagt
      Angenommen der Landkreis hat zu "Integrationsquote" zum Ladestand März 2026 ohne Wartezeit die Abweichung "März" festgehalten: "Weniger offene Stellen"
      Wenn gelesen wird, was am 20.04.2026 für den Landkreis fällig ist
      Dann ist als "Zielabweichung" nichts fällig

    Szenario: Mit einem Dialog darüber ist es gesagt
      Angenommen der Zieldialog vom 20.04.2026 ist ohne den Ausschuss geführt
      Wenn gelesen wird, was am 20.04.2026 für den Landkreis fällig ist
      Dann ist als "Zielabweichung" nichts fällig

    Szenario: Beruht der Rückstand auf einer Revision der Statistik, wird niemand erinnert
      Angenommen als Revision "Revision 2026" der Statistik sind zum Ladestand April 2026 ohne Wartezeit diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 | Apr 2026 |
        | Integrationen        |          | 45       | 45       | 45       | 45       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    | 2.000    |
      Und zum Ladestand April 2025 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2024 | Jan 2025 | Feb 2025 | Mär 2025 | Apr 2025 |
        | Integrationen        |          | 50       | 50       | 50       | 50       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    | 2.000    |
      Wenn gelesen wird, was am 20.05.2026 für den Landkreis fällig ist
      Dann ist als "Zielabweichung" nichts fällig


  @III.3.6
  Regel: Ist ein Dialog angesetzt, ist der Ausschuss zu beteiligen.

    Grundlage:
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und heute ist der 04.05.2026
      Und der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt

    Szenario: Bis zum Tag des Dialogs
      Wenn gelesen wird, was am 05.05.2026 für den Ausschuss fällig ist
      Dann ist als "Beteiligung des Ausschusses" fällig:
        | was      | seit       | bis        |
        | Frühjahr | 04.05.2026 | 12.05.2026 |

    Szenario: Nach seiner Sitzung nicht mehr
      Angenommen der Ausschuss hat am 05.05.2026 den Dialog "Frühjahr" vorbereitet
      Wenn gelesen wird, was am 06.05.2026 für den Ausschuss fällig ist
      Dann ist nichts fällig

  @III.3.2-I @III.2.1.4 @III.2.1.5
  Regel: Schritte ohne Bericht sind bis zum Jahresende fällig, danach die offenen Ziele.

    Szenario: Was berichtet ist, ist nicht mehr fällig
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und der Landkreis hat den Schritt "Sensibilisierung der Integrationsfachkräfte" als begonnen berichtet
      Und der Landkreis hat den Schritt "Sichtung der Gesetzesänderungen" als begonnen berichtet
      Wenn gelesen wird, was am 01.03.2026 für den Landkreis fällig ist
      Dann ist als "Umsetzungsschritt" fällig:
        | was                                                     | seit       | bis        |
        | Überarbeitung und Erweiterung der Kundenstrukturanalyse | 10.02.2026 | 31.12.2026 |
        | Qualitative Evaluation                                  | 10.02.2026 | 31.12.2026 |
        | Erarbeitung der notwendigen Änderungen                  | 10.02.2026 | 31.12.2026 |
        | Durchführung von Workshops und Schulungen               | 10.02.2026 | 31.12.2026 |

    Szenario: Im Jahr selbst ist noch kein Ziel als offen fällig
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Wenn gelesen wird, was am 31.12.2026 für den Landkreis fällig ist
      Dann ist als "offenes Ziel" nichts fällig

    Szenario: Nach dem Jahr sind die Ziele mit Offenem fällig
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Wenn gelesen wird, was am 01.01.2027 für den Landkreis fällig ist
      Dann ist als "offenes Ziel" fällig:
        | was | seit       | bis        |
        | 4   | 01.01.2027 | 30.06.2027 |
        | 5   | 01.01.2027 | 30.06.2027 |

    Szenario: Sind alle Schritte und Kriterien erledigt, ist nichts offen
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt
      Wenn gelesen wird, was am 01.01.2027 für den Landkreis fällig ist
      Dann ist als "offenes Ziel" nichts fällig
      Und als "Umsetzungsschritt" ist nichts fällig

  @III.3.3
  Regel: Im Frühjahr sind Abschlussdialog und Gesamtbewertung fällig, danach die Antwort und der Abschluss.

    Grundlage:
      Angenommen die Vereinbarung ist seit dem 10.02.2026 in Kraft
      Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und alle Schritte der Ziele 4 und 5 sind umgesetzt und alle Kriterien erfüllt

    Szenario: Zuerst der Abschlussdialog
      Wenn gelesen wird, was am 01.03.2027 für das Ministerium fällig ist
      Dann ist als "Abschlussdialog" fällig:
        | was    | seit       | bis        |
        | Dialog | 01.03.2027 | 30.06.2027 |
      Und als "Gesamtbewertung" ist nichts fällig

    Szenario: Dann die Gesamtbewertung
      Angenommen der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
      Wenn gelesen wird, was am 21.04.2027 für das Ministerium fällig ist
      Dann ist als "Gesamtbewertung" fällig:
        | was       | seit       | bis        |
        | Bewertung | 20.04.2027 | 30.06.2027 |
      Und als "Abschlussdialog" ist nichts fällig

    Szenario: Dann die Antwort des Landkreises
      Angenommen die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
      Und das Ministerium hat die Gesamtbewertung getroffen
      Wenn gelesen wird, was am 21.04.2027 für den Landkreis fällig ist
      Dann ist als "Antwort des Landkreises" fällig:
        | was     | seit       | bis |
        | Antwort | 20.04.2027 |     |
      Und als "Lieferung" ist nichts fällig

    Szenario: Auf eine Beanstandung antwortet das Land
      Angenommen die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
      Und das Ministerium hat die Gesamtbewertung getroffen
      Und der Landkreis hat die Gesamtbewertung beanstandet: "Der Stellenabbau ist nicht gewürdigt."
      Wenn gelesen wird, was am 21.04.2027 für das Ministerium fällig ist
      Dann ist als "Antwort auf die Beanstandung" fällig:
        | was          | seit       | bis |
        | Beanstandung | 20.04.2027 |     |
      Und als "Abschluss" ist nichts fällig

    Szenario: Zuletzt der Abschluss
      Angenommen die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)
      Und der Abschlussdialog vom 20.04.2027 ist vorbereitet und geführt
      Und das Ministerium hat die Gesamtbewertung getroffen
      Und der Landkreis hat die Gesamtbewertung zur Kenntnis genommen
      Wenn gelesen wird, was am 21.04.2027 für das Ministerium fällig ist
      Dann ist als "Abschluss" fällig:
        | was       | seit       | bis |
        | Abschluss | 20.04.2027 |     |
