# language: de
Funktionalität: Zieldialoge
  Im Dialog sprechen Land und Landkreis darüber, woran es liegt und was zu tun ist. Er hat stattgefunden, auch wenn bei
  der Vorbereitung etwas versäumt wurde: würde er deswegen nicht festgehalten, fehlte am Jahresende das Wichtigste.
  Darum hält der Dienst fest, was war, und sagt dazu, was auffiel.

  Grundlage:
    Angenommen die Vereinbarung Heidekreis 2026 ist entworfen
    Und die Vereinbarung ist seit dem 10.02.2026 in Kraft
    Und zum Ladestand März 2026 ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)
    Und heute ist der 04.05.2026

  @III.3.1
  Regel: Beide führen unterjährig mindestens zweimal Zieldialoge; auf Wunsch des Landkreises weitere.

    Szenario: Die Vereinbarung nennt mindestens zwei Dialoge
      Wenn die Vereinbarung gelesen wird
      Dann sind mindestens 2 Zieldialoge vereinbart

    Szenario: Ein vorbereiteter Dialog wird ohne Feststellung festgehalten
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und der Ausschuss hat am 05.05.2026 den Dialog "Frühjahr" vorbereitet
      Und heute ist der 12.05.2026
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält
      Dann wird das festgehalten ohne Feststellung

    Szenario: Zum Dialog ist nachlesbar, worüber gesprochen wurde
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 12.05.2026
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält:
        | Ursachen | Weniger offene Stellen im Gastgewerbe        |
        | Ausblick | Das Ziel 2 ist bis zum Jahresende erreichbar |
      Dann sagt der letzte Eintrag der Geschichte:
        | was       | Dialog geführt                               |
        | Grundlage | März 2026 ohne Wartezeit                     |
        | Ursachen  | Weniger offene Stellen im Gastgewerbe        |
        | Ausblick  | Das Ziel 2 ist bis zum Jahresende erreichbar |

    Szenario: Zum Dialog ist nachlesbar, was verabredet wurde
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 12.05.2026
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält:
        | verabredet | Landkreis bis 31.08.2026: Arbeitgeber im Gastgewerbe ansprechen |
      Dann sagt der letzte Eintrag der Geschichte:
        | rechtlicher Tag | 12.05.2026                                                      |
        | verabredet      | Landkreis bis 31.08.2026: Arbeitgeber im Gastgewerbe ansprechen |

    Szenario: Der Landkreis bittet um ein weiteres Gespräch und sagt warum
      Wenn der Landkreis den Dialog "Zusatz" anfragt mit dem Grund "Die Vermittlung stockt seit April."
      Dann wird das festgehalten ohne Feststellung
      Und der Dialog "Zusatz" ist angefragt

    Szenario: Eine Bitte um ein Gespräch nennt ihren Grund
      Wenn der Landkreis den Dialog "Zusatz" anfragt
      Dann wird das abgelehnt, weil der Grund fehlt

    Szenario: Auf Wunsch bittet der Landkreis, nicht das Land
      Wenn das Ministerium den Dialog "Zusatz" anfragt mit dem Grund "Die Vermittlung stockt seit April."
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

    Szenario: Ein angefragtes Gespräch wird angesetzt
      Angenommen der Landkreis hat den Dialog "Zusatz" angefragt mit dem Grund "Die Vermittlung stockt seit April."
      Wenn das Ministerium den Dialog "Zusatz" auf Wunsch für den 20.05.2026 ansetzt
      Dann ist der Dialog "Zusatz" für den 20.05.2026 angesetzt

    Szenario: Zum angesetzten Dialog wird eingeladen
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Wenn das Ministerium die Einladung zum Dialog verlangt
      Dann steht dort "12.05.2026"

    Szenario: Ohne einen bevorstehenden Dialog wird niemand eingeladen
      Wenn das Ministerium die Einladung zum Dialog verlangt
      Dann wird das abgelehnt, weil kein Dialog bevorsteht

    Szenario: Zu einem Gespräch, für das noch kein Tag feststeht, wird nicht eingeladen
      Angenommen der Landkreis hat den Dialog "Zusatz" angefragt mit dem Grund "Die Vermittlung stockt seit April."
      Wenn das Ministerium die Einladung zum Dialog verlangt
      Dann wird das abgelehnt, weil für den Dialog noch kein Tag angesetzt ist

    Szenario: Ein Dialog wird verlegt
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Wenn der Landkreis den Dialog "Frühjahr" für den 19.05.2026 ansetzt
      Dann ist der Dialog "Frühjahr" für den 19.05.2026 angesetzt

    Szenario: Ein Name bezeichnet nur einen Dialog
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Wenn der Landkreis den Dialog "Frühjahr" anfragt mit dem Grund "Die Vermittlung stockt seit April."
      Dann wird das abgelehnt, weil es einen Dialog dieses Namens schon gibt

    Szenario: Ein Dialog, von dem niemand weiß, wird nicht als geführt festgehalten
      Wenn das Ministerium den Dialog "Herbst" vom 04.05.2026 festhält
      Dann wird das abgelehnt, weil der Dialog weder angefragt noch angesetzt ist

    Szenario: Ein spontan geführtes Gespräch kann angesetzt und am selben Tag festgehalten werden
      Angenommen der Dialog "Spontan" ist für den 04.05.2026 angesetzt
      Wenn das Ministerium den Dialog "Spontan" vom 04.05.2026 festhält
      Dann wird das festgehalten mit der Feststellung, dass der Ausschuss an der Vorbereitung nicht beteiligt war

    Szenario: Wer einen Dialog absagt, sagt warum
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Wenn der Landkreis den Dialog "Frühjahr" absagt
      Dann wird das abgelehnt, weil der Grund fehlt

    Szenario: Ein abgesagter Dialog wird nicht neu angesetzt, sondern ein neuer
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und der Landkreis hat den Dialog "Frühjahr" abgesagt mit dem Grund "Erkrankung"
      Wenn das Ministerium den Dialog "Frühjahr" für den 19.05.2026 ansetzt
      Dann wird das abgelehnt, weil der Dialog schon geführt oder abgesagt ist

    Szenario: Derselbe Dialog wird nicht zweimal als geführt festgehalten
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 12.05.2026
      Und das Ministerium hat den Dialog "Frühjahr" vom 12.05.2026 festgehalten
      Wenn der Landkreis den Dialog "Frühjahr" vom 12.05.2026 festhält
      Dann wird das abgelehnt, weil der Dialog schon geführt oder abgesagt ist

    Szenariogrundriss: Nahm eine Seite nicht teil, wird das Gespräch festgehalten und fällt auf
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und der Ausschuss hat am 05.05.2026 den Dialog "Frühjahr" vorbereitet
      Und heute ist der 12.05.2026
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält:
        | Teilnehmende | <Teilnehmende> |
      Dann wird das festgehalten mit der Feststellung, dass eine Seite nicht teilnahm
      Und die Feststellung nennt "<fehlt>"

      Beispiele:
        | Teilnehmende | fehlt           |
        | Ministerium  | Seite „Kommune“ |
        | Landkreis    | Seite „Land“    |

    Szenariogrundriss: Was die Vereinbarung nicht kennt, kann nicht besprochen worden sein
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 12.05.2026
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält:
        | <Angabe> | <Inhalt> |
      Dann wird das abgelehnt, weil <Grund>

      Beispiele:
        | Angabe       | Inhalt                                            | Grund                                       |
        | Ziele        | 2, 7                                              | die Vereinbarung das Ziel nicht kennt       |
        | Teilnehmende | Ministerium, Landkreis Celle                      | die Vereinbarung diesen Partner nicht kennt |
        | verabredet   | Landkreis Celle bis 31.08.2026: Stellen einwerben | die Vereinbarung diesen Partner nicht kennt |

    Szenario: Eine Verabredung behält ihren Namen für sich
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und der Dialog "Sommer" ist für den 12.08.2026 angesetzt
      Und heute ist der 12.05.2026
      Und das Ministerium hat den Dialog "Frühjahr" vom 12.05.2026 festgehalten, mit der Verabredung "Gastgewerbe"
      Und heute ist der 12.08.2026
      Wenn das Ministerium den Dialog "Sommer" vom 12.08.2026 festhält, mit der Verabredung "Gastgewerbe"
      Dann wird das abgelehnt, weil es eine Verabredung dieses Namens schon gibt

    Szenariogrundriss: Zwei Dialoge kurz nacheinander sind keine regelmäßigen Abstände
      Angenommen der Zieldialog vom <erster> ist vorbereitet und geführt
      Und der Dialog "Frühjahr" ist für den 02.06.2026 angesetzt
      Und der Ausschuss hat am 02.06.2026 den Dialog "Frühjahr" vorbereitet
      Wenn das Ministerium den Dialog "Frühjahr" vom 02.06.2026 festhält
      Dann <Ergebnis>

      Beispiele:
        | erster     | Ergebnis                                                                                   |
        | 19.05.2026 | wird das festgehalten mit der Feststellung, dass zwei Dialoge zu dicht aufeinander folgten |
        | 18.05.2026 | wird das festgehalten ohne Feststellung                                                    |

    Szenario: Ein Dialog, der abgesagt war und doch geführt wurde, fällt auf
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und der Ausschuss hat am 05.05.2026 den Dialog "Frühjahr" vorbereitet
      Und der Landkreis hat den Dialog "Frühjahr" abgesagt mit dem Grund "Erkrankung"
      Und heute ist der 12.05.2026
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält
      Dann wird das festgehalten mit der Feststellung, dass der Dialog abgesagt war

    Szenario: Der Anlass eines Dialogs steht fest
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Wenn das Ministerium den Dialog "Frühjahr" auf Wunsch für den 12.05.2026 ansetzt
      Dann wird das abgelehnt, weil der Dialog einen anderen Anlass hat


  @III.3.1
  Regel: Beide Seiten bestätigen dasselbe Protokoll.

    Grundlage:
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt

    Szenario: Beide Seiten bestätigen das Protokoll
      Angenommen heute ist der 12.05.2026
      Und das Ministerium hat den Dialog "Frühjahr" vom 12.05.2026 festgehalten
      Und der Landkreis hat das Protokoll "Fassung A" des Dialogs "Frühjahr" bestätigt
      Wenn das Ministerium das Protokoll "Fassung A" des Dialogs "Frühjahr" bestätigt
      Dann haben beide Seiten das Protokoll des Dialogs "Frühjahr" bestätigt

    Szenario: Dieselbe Seite bestätigt nicht zweimal
      Angenommen heute ist der 12.05.2026
      Und das Ministerium hat den Dialog "Frühjahr" vom 12.05.2026 festgehalten
      Und der Landkreis hat das Protokoll "Fassung A" des Dialogs "Frühjahr" bestätigt
      Wenn der Landkreis das Protokoll "Fassung A" des Dialogs "Frühjahr" bestätigt
      Dann wird das abgelehnt, weil diese Seite das Protokoll schon bestätigt hat

    Szenario: Ein anderes Protokoll als das der anderen Seite wird nicht bestätigt
      Angenommen heute ist der 12.05.2026
      Und das Ministerium hat den Dialog "Frühjahr" vom 12.05.2026 festgehalten
      Und der Landkreis hat das Protokoll "Fassung A" des Dialogs "Frühjahr" bestätigt
      Wenn das Ministerium das Protokoll "Fassung B" des Dialogs "Frühjahr" bestätigt
      Dann wird das abgelehnt, weil die andere Seite ein anderes Protokoll bestätigt hat

    Szenario: Das Protokoll wird nicht vor dem Tag des Gesprächs bestätigt
      Angenommen heute ist der 12.05.2026
      Und das Ministerium hat den Dialog "Frühjahr" vom 12.05.2026 festgehalten
      Wenn der Landkreis das Protokoll "Fassung A" des Dialogs "Frühjahr" bestätigt, mit dem Tag 11.05.2026
      Dann wird das abgelehnt, weil es an diesem Tag noch nicht geschehen sein kann

    Szenario: Ohne geführten Dialog gibt es keine Niederschrift
      Wenn der Landkreis die Niederschrift zum Dialog verlangt
      Dann wird das abgelehnt, weil noch kein Dialog geführt ist

    Szenario: Vor dem Gespräch gibt es kein Protokoll
      Wenn der Landkreis das Protokoll "Fassung A" des Dialogs "Frühjahr" bestätigt
      Dann wird das abgelehnt, weil der Dialog noch nicht geführt ist

  @S
  Regel: Ein Gespräch, bevor beide gebunden waren, wird festgehalten und fällt auf.

    Szenario: Ein nachträglich festgehaltenes Gespräch vom Januar
      Angenommen der Dialog "Auftakt" ist für den 20.01.2026 angesetzt
      Und der Ausschuss hat am 15.01.2026 den Dialog "Auftakt" vorbereitet mit dem Grund "Die Niederschrift kam erst jetzt."
      Wenn das Ministerium den Dialog "Auftakt" vom 20.01.2026 festhält mit dem Grund "Das Protokoll kam erst jetzt."
      Dann wird das festgehalten mit der Feststellung, dass die Vereinbarung noch nicht beide Seiten band, und dass zur Grundlage des Dialogs keine freigegebenen Daten vorlagen, und dass es verspätet festgehalten ist

    Szenario: Am Tag der letzten Unterschrift sind beide schon gebunden
      Angenommen der Dialog "Auftakt" ist für den 10.02.2026 angesetzt
      Und der Ausschuss hat am 09.02.2026 den Dialog "Auftakt" vorbereitet mit dem Grund "Die Niederschrift kam erst jetzt."
      Wenn das Ministerium den Dialog "Auftakt" vom 10.02.2026 festhält mit dem Grund "Das Protokoll kam erst jetzt."
      Dann wird das festgehalten mit der Feststellung, dass zur Grundlage des Dialogs keine freigegebenen Daten vorlagen, und dass es verspätet festgehalten ist

  @III.3.2-I
  Regel: Die individualisierten Ziele werden in den Zieldialogen besprochen.

    Szenario: Ein Dialog ohne die individualisierten Ziele wird festgehalten und fällt auf
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und der Ausschuss hat am 05.05.2026 den Dialog "Frühjahr" vorbereitet
      Und heute ist der 12.05.2026
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält:
        | Ziele | 1, 2, 3, 5, 6 |
      Dann wird das festgehalten mit der Feststellung, dass ein individualisiertes Ziel nicht besprochen wurde
      Und die Feststellung nennt "individualisierten Ziele: 4."

  @III.3.2-W @III.3.2-D
  Regel: Grundlage des Dialogs sind freigegebene Werte ohne Wartezeit.

    Grundlage:
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und der Ausschuss hat am 05.05.2026 den Dialog "Frühjahr" vorbereitet
      Und heute ist der 12.05.2026

    Szenario: Ein Dialog über gereifte Werte wird festgehalten und fällt auf
      Angenommen zum Ladestand Januar 2026 mit 2 Monaten Wartezeit liegen freigegebene Daten vor (erfundene Werte)
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält:
        | Grundlage | Januar 2026 mit 2 Monaten Wartezeit |
      Dann wird das festgehalten mit der Feststellung, dass Grundlage des Dialogs Werte mit Wartezeit waren

    Szenario: Ein Dialog über nicht freigegebene Werte wird festgehalten und fällt auf
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält:
        | Grundlage | April 2026 ohne Wartezeit |
      Dann wird das festgehalten mit der Feststellung, dass zur Grundlage des Dialogs keine freigegebenen Daten vorlagen

  @III.3.6
  Regel: Der Ausschuss für Zielvereinbarungen wird in die Vorbereitung der Zieldialoge einbezogen.

    Szenario: Die Vereinbarung nennt den Ausschuss
      Wenn die Vereinbarung gelesen wird
      Dann bereitet der "Ausschuss für Zielvereinbarungen nach § 2b Nds. AG SGB II" die Dialoge vor

    Szenario: Seine Empfehlung ist nachlesbar
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 05.05.2026
      Wenn der Ausschuss den Dialog "Frühjahr" vorbereitet mit der Empfehlung "Die Quote der Frauen zum Schwerpunkt machen"
      Dann sagt der letzte Eintrag der Geschichte:
        | was             | Ausschuss einbezogen                        |
        | Rolle           | Ausschuss                                   |
        | rechtlicher Tag | 05.05.2026                                  |
        | Empfehlung      | Die Quote der Frauen zum Schwerpunkt machen |

    Szenario: Ein Dialog ohne den Ausschuss wird festgehalten und fällt auf
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 12.05.2026
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält
      Dann wird das festgehalten mit der Feststellung, dass der Ausschuss an der Vorbereitung nicht beteiligt war

    Szenario: Eine Sitzung nach dem Dialog hat ihn nicht vorbereitet
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und der Ausschuss hat am 19.05.2026 den Dialog "Frühjahr" vorbereitet
      Und heute ist der 20.05.2026
      Wenn das Ministerium den Dialog "Frühjahr" vom 12.05.2026 festhält
      Dann wird das festgehalten mit der Feststellung, dass der Ausschuss an der Vorbereitung nicht beteiligt war

    Szenario: Auch ein anlassbezogener Dialog braucht den Ausschuss
      Angenommen der Landkreis hat den Dialog "Zusatz" angefragt mit dem Grund "Die Vermittlung stockt seit April."
      Und heute ist der 12.05.2026
      Wenn das Ministerium den Dialog "Zusatz" vom 12.05.2026 festhält
      Dann wird das festgehalten mit der Feststellung, dass der Ausschuss an der Vorbereitung nicht beteiligt war

    Szenario: Eine Sitzung bereitet mehrere Dialoge vor
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und der Dialog "Sommer" ist für den 12.08.2026 angesetzt
      Und der Ausschuss hat am 05.05.2026 die Dialoge "Frühjahr" und "Sommer" vorbereitet
      Und heute ist der 12.08.2026
      Wenn das Ministerium den Dialog "Sommer" vom 12.08.2026 festhält
      Dann wird das festgehalten ohne Feststellung

    Szenario: Eine Sitzung nach dem Dialog wird festgehalten und fällt auf
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 12.05.2026
      Und das Ministerium hat den Dialog "Frühjahr" vom 12.05.2026 festgehalten
      Und heute ist der 18.05.2026
      Wenn der Ausschuss den Dialog "Frühjahr" vorbereitet mit der Empfehlung "Die Quote der Frauen zum Schwerpunkt machen"
      Dann wird das festgehalten mit der Feststellung, dass der Ausschuss erst nach dem Dialog tagte

    Szenario: Einen unbekannten Dialog kann der Ausschuss nicht vorbereitet haben
      Wenn der Ausschuss den Dialog "Herbst" vorbereitet mit der Empfehlung "Die Quote der Frauen zum Schwerpunkt machen"
      Dann wird das abgelehnt, weil der Dialog weder angefragt noch angesetzt ist

    Szenario: Der Landkreis trägt die Sitzung des Ausschusses nicht ein
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Wenn der Landkreis den Dialog "Frühjahr" vorbereitet mit der Empfehlung "Die Quote der Frauen zum Schwerpunkt machen"
      Dann wird das abgelehnt, weil es dieser Stelle nicht zusteht

    Szenario: Beim Dialog steht die Grundlage, die der Ausschuss erarbeitet hat
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 05.05.2026
      Wenn der Ausschuss den Dialog "Frühjahr" auf der Grundlage "Auswertung zur Quote der Frauen" vorbereitet, mit der Empfehlung "Die Quote der Frauen zum Schwerpunkt machen"
      Und der Landkreis unter "Zieldialoge" nachliest
      Dann steht dort "Auswertung zur Quote der Frauen"

    Szenario: Beim Dialog steht, was der Ausschuss empfahl
      Angenommen der Dialog "Frühjahr" ist für den 12.05.2026 angesetzt
      Und heute ist der 05.05.2026
      Wenn der Ausschuss den Dialog "Frühjahr" vorbereitet mit der Empfehlung "Die Quote der Frauen zum Schwerpunkt machen"
      Und der Landkreis unter "Zieldialoge" nachliest
      Dann steht dort "Die Quote der Frauen zum Schwerpunkt machen"
