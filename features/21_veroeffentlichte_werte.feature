# language: de
Funktionalität: Veröffentlichte Werte
  Ob der Dienst rechnet wie die Verwaltung, zeigt sich an Zahlen, die sie selbst veröffentlicht hat. Stimmten sie nicht
  überein, wäre jede Aussage zur Zielerreichung zweifelhaft. Quelle sind die Berichte des Landkreises Friesland zur
  Zielerreichung 2017 und zum Februar 2018 (buergerinfo.friesland.de, Vorlagen 17118 und 17120). Die Vereinbarungen
  selbst sind nachgebildet: veröffentlicht sind die Werte, der Zwischenwert von 3,3 Prozent und der erlaubte Anstieg um
  2,5 Prozent; der Jahreswert 2018 der Integrationsquote ist angenommen. Die Werte für 2017 sind endgültige; auf die
  Rechnung hat die Wartezeit keinen Einfluss.

  @III.2.1.2 @III.2.1.2-G @I.2
  Regel: Die Integrationsquote ist Integrationen durch durchschnittlichen Bestand, auf eine Stelle gerundet.

    Szenariogrundriss: Friesland 2017
      Angenommen eine Vereinbarung für 2017 mit dem Landkreis Friesland ist in Kraft, in der steht:
        | Zeile | Kennzahl          | Geschlecht   | gemessen wird | vereinbart |
        | Quote | Integrationsquote | <Geschlecht> | Höhe          | nichts     |
      Und zum Ladestand Dezember 2017 ohne Wartezeit sind diese Jahresfortschrittswerte geliefert und freigegeben (veröffentlichte Werte):
        | Größe   | Wert   |
        | <Größe> | <Wert> |
      Wenn der Stand für Dezember 2017 gelesen wird
      Dann steht "Quote" bei <Quote> Prozent

      Beispiele:
        | Geschlecht | Größe                     | Wert        | Quote |
        | insgesamt  | Integrationsquote         | 1.227/4.103 | 29,9  |
        | Frauen     | Integrationsquote, Frauen | 552/2.106   | 26,2  |
        | Männer     | Integrationsquote, Männer | 675/1.997   | 33,8  |

  @III.2.1.2 @III.3.2-W
  Regel: Ein Zwischenwert wird am Jahresfortschrittswert ohne Wartezeit gemessen.

    Szenario: Friesland im Februar 2018: 118 Integrationen auf 3.880 liegen unter dem Zwischenwert
      Angenommen eine Vereinbarung für 2018 mit dem Landkreis Friesland ist in Kraft, in der steht:
        | Zeile             | Kennzahl          | gemessen wird | vereinbart              | Zwischenwert                         |
        | Integrationsquote | Integrationsquote | Höhe          | mindestens 29,9 Prozent | Februar 2018: mindestens 3,3 Prozent |
      Und zum Ladestand Februar 2018 ohne Wartezeit sind diese Jahresfortschrittswerte geliefert und freigegeben (veröffentlichte Werte):
        | Größe             | Wert      |
        | Integrationsquote | 118/3.880 |
      Wenn der Stand für Februar 2018 gelesen wird
      Dann steht "Integrationsquote" bei 3,0 Prozent
      Und "Integrationsquote" ist nicht auf Kurs
      Und bei "Integrationsquote" beträgt der Rückstand in Integrationen 11

  @III.2.1.1 @III.3.2-W
  Regel: Die Leistungen zum Lebensunterhalt werden als Summe seit Jahresbeginn mit dem Vorjahr verglichen.

    Szenario: Friesland im Februar 2018: 2.495.000 Euro sind 2,6 Prozent weniger
      Angenommen eine Vereinbarung für 2018 mit dem Landkreis Friesland ist in Kraft, in der steht:
        | Zeile      | Kennzahl                       | gemessen wird | vereinbart |
        | Leistungen | Leistungen zum Lebensunterhalt | Veränderung   | nichts     |
      Und diese Jahresfortschrittswerte ohne Wartezeit sind geliefert und freigegeben (veröffentlichte Werte):
        | Größe                          | Februar 2017               | Februar 2018 |
        | Leistungen zum Lebensunterhalt | 2.561.602, zurückgerechnet | 2.495.000    |
      Wenn der Stand für Februar 2018 gelesen wird
      Dann beträgt die Veränderung von "Leistungen" -2,6 Prozent

  @III.2.1.3 @N.3
  Regel: Ein zurückgerechneter Vorjahreswert zählt und ist als solcher zu erkennen.

    Szenario: Friesland im Februar 2018: 2.368 Langzeitleistungsbeziehende sind 2,1 Prozent weniger und dürften bis zu 2,5 Prozent mehr sein
      Angenommen eine Vereinbarung für 2018 mit dem Landkreis Friesland ist in Kraft, in der steht:
        | Zeile   | Kennzahl                    | gemessen wird | vereinbart             |
        | Bestand | Langzeitleistungsbeziehende | Veränderung   | höchstens +2,5 Prozent |
      Und diese Jahresfortschrittswerte ohne Wartezeit sind geliefert und freigegeben (veröffentlichte Werte):
        | Größe                       | Februar 2017             | Februar 2018 |
        | Langzeitleistungsbeziehende | 2.418,8, zurückgerechnet | 2.368        |
      Wenn der Stand für Februar 2018 gelesen wird
      Dann beträgt die Veränderung von "Bestand" -2,1 Prozent
      Und "Bestand" ist auf Kurs
      Und die Herleitung von "Bestand" kennzeichnet den Vorjahreswert für Februar 2017 als zurückgerechnet
