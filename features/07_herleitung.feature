# language: de
Funktionalität: Herleitung
  Eine Zahl, deren Rechenweg niemand mehr kennt, überzeugt weder den Landkreis noch die Prüfung. Darum trägt jeder
  gezeigte Stand seine Eingangswerte, die Lieferungen, den Ladestand, die Formel und die Rundung bei sich, sodass ihn
  jeder mit Papier und Bleistift nachrechnen kann.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft

  @N.3
  Regel: Zu jedem Stand ist der vollständige Rechenweg mit Eingangswerten, Ladestand, Lieferung und Rundung abrufbar.

    Szenario: Die Integrationsquote lässt sich aus den genannten Eingangswerten nachrechnen
      Angenommen als Lieferung "März 2026" sind zum Ladestand März 2026 ohne Wartezeit diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 57       | 61       | 59       |
        | Leistungsberechtigte | 2.100    | 2.000    | 1.900    | 1.000    |
      Und zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn der Stand für März 2026 gelesen wird
      Dann nennt die Herleitung von "Integrationsquote" diese Eingangswerte des laufenden Jahres:
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 57       | 61       | 59       |
        | Leistungsberechtigte | 2.100    | 2.000    | 1.900    |          |

    Szenario: Die Herleitung nennt Lieferung, Formel, Fundstelle und Rundung
      Angenommen als Lieferung "März 2026" sind zum Ladestand März 2026 ohne Wartezeit diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 57       | 61       | 59       |
        | Leistungsberechtigte | 2.100    | 2.000    | 1.900    | 1.000    |
      Und zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn der Stand für März 2026 gelesen wird
      Dann nennt die Herleitung von "Integrationsquote" die Lieferung "März 2026" mit dem Ladestand März 2026 ohne Wartezeit
      Und die Herleitung nennt die Formel "Σ INT Januar…m ÷ Mittel ELB Dezember des Vorjahres…m−1"
      Und die Herleitung nennt die Fundstelle "Kennzahlenverordnung nach § 48a SGB II in der Fassung vom 15.03.2019, § 5 Abs. 1"
      Und die Veränderung ergibt sich aus beiden Werten und ist auf 1 Stelle gerundet

    Szenario: Die Quote ist genau gerechnet, nicht aus gerundeten Zahlen
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 57       | 61       | 59       |
        | Leistungsberechtigte | 2.100    | 2.000    | 1.900    | 1.000    |
      Wenn der Stand für März 2026 gelesen wird
      Dann ergeben in der Herleitung von "Integrationsquote" 177 Integrationen auf 2.000 Leistungsberechtigte genau 8,85 Prozent

    Szenario: Ohne Vorjahr ist nichts zu vergleichen, der Wert des laufenden Jahres steht mit seinem Rechenweg da
      Angenommen zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 57       | 61       | 59       |
        | Leistungsberechtigte | 2.100    | 2.000    | 1.900    | 1.000    |
      Wenn der Stand für März 2026 gelesen wird
      Dann ist "Integrationsquote" nicht beurteilbar
      Und als Grund ist genannt, dass zum Ladestand März 2025 ohne Wartezeit keine Lieferung freigegeben ist
      Und ohne Vergleich steht "Integrationsquote" bei 8,9 Prozent
      Und der Rechenweg zu "Integrationsquote" nennt "177 ÷ 2.000"

    Szenario: Ein gelieferter Jahresfortschrittswert zählt, wenn er nicht nachgerechnet werden kann, und sagt das
      Angenommen zum Ladestand Dezember 2025 ohne Wartezeit sind diese Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):
        | Größe             | Wert |
        | Integrationsquote | 30,0 |
      Und zum Ladestand Dezember 2026 ohne Wartezeit sind diese Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):
        | Größe             | Wert |
        | Integrationsquote | 32,0 |
      Wenn der Stand für Dezember 2026 gelesen wird
      Dann ist "Integrationsquote" auf Kurs
      Und der Wert von "Integrationsquote" ist wie geliefert, nicht nachgerechnet

    Szenario: Wo nachgerechnet werden kann, zählt der errechnete Wert, und eine Abweichung fällt auf
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte und Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):
        | Größe                                 | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen                         |          | 60       | 60       | 60       |
        | Leistungsberechtigte                  | 2.000    | 2.000    | 2.000    | 2.000    |
        | Integrationsquote (Jahresfortschritt) |          |          |          | 9,2      |
      Wenn der Stand für März 2026 gelesen wird
      Dann steht "Integrationsquote" bei 9,0 Prozent
      Und der Wert von "Integrationsquote" ist errechnet
      Und zu "Integrationsquote" ist festgestellt, dass der gelieferte Wert vom errechneten abweicht

    Szenario: Stimmt der gelieferte mit dem errechneten Wert überein, ist nichts festgestellt
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte und Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):
        | Größe                                 | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen                         |          | 60       | 60       | 60       |
        | Leistungsberechtigte                  | 2.000    | 2.000    | 2.000    | 2.000    |
        | Integrationsquote (Jahresfortschritt) |          |          |          | 9,0      |
      Wenn der Stand für März 2026 gelesen wird
      Dann ist zu "Integrationsquote" nichts festgestellt

    Szenario: Hochgerechnete Werte bleiben als solche erkennbar
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026          |
        | Integrationen        |          | 60       | 60       | 60, hochgerechnet |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000             |
      Wenn der Stand für März 2026 gelesen wird
      Dann kennzeichnet die Herleitung von "Integrationsquote" den Wert für März 2026 als hochgerechnet

    Szenario: Der Stand nennt die Bedingungen, nach denen er gerechnet ist
      Angenommen zum Ladestand März 2025 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Und heute ist der 21.04.2026
      Und das Ministerium hat die Abschrift so berichtigt, dass die Integrationsquote um mindestens 5,0 % steigen soll, mit dem Grund "Zahlendreher bei der Eingabe"
      Wenn der Stand für März 2026 gelesen wird
      Dann ist er nach dem Stand 2 der Bedingungen gerechnet
      Und am 20.04.2026 war der Stand für März 2026 nach dem Stand 1 der Bedingungen gerechnet

    Szenario: Eine Zeile, die es nicht gibt, hat keinen Stand
      Wenn "Erreichbarkeit" zum Ladestand März 2026 ohne Wartezeit mit dem Ladestand März 2025 ohne Wartezeit verglichen wird
      Dann wird das abgelehnt, weil die Vereinbarung die Zeile nicht kennt

    Szenario: Ist ein Jahr errechnet und das andere nur geliefert, ist das gesagt
      Angenommen zum Ladestand März 2025 ohne Wartezeit sind diese Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):
        | Größe             | Wert      |
        | Integrationsquote | 150/2.000 |
      Und zum Ladestand März 2026 ohne Wartezeit sind diese Monatswerte geliefert und freigegeben (erfundene Werte):
        | Größe                | Dez 2025 | Jan 2026 | Feb 2026 | Mär 2026 |
        | Integrationen        |          | 60       | 60       | 60       |
        | Leistungsberechtigte | 2.000    | 2.000    | 2.000    | 2.000    |
      Wenn der Stand für März 2026 gelesen wird
      Dann steht "Integrationsquote" bei 9,0 Prozent, im Vorjahr bei 7,5 Prozent
      Und zu "Integrationsquote" ist festgestellt, dass ein Jahr errechnet und das andere geliefert ist
