"""Eleven layouts of real tables, rebuilt from public descriptions; every figure in them is invented.

Where a description shows the table itself, headings and order are as there; where it only tells what a table
holds, they are as such tables are usually written.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from domain.values import shift, span
from tests.figures.files import as_csv
from tests.figures.opendocuments import as_ods

Table = Sequence[Sequence[object]]


def in_workbook(sheets: Mapping[str, Table]) -> bytes:
    """Tables as the sheets of a workbook."""
    book = Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        sheet: Any = book.create_sheet(name)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def raised(text: str, note: str) -> CellRichText:
    """A text with a raised footnote behind it."""
    return CellRichText(text, TextBlock(InlineFont(vertAlign="superscript"), note))


NOTES = [["Hinweise"], ["Endgültige Werte nach einer Wartezeit von drei Monaten"]]
OF_ALL = (("D", "Deutschland"), ("W", "Westdeutschland"), ("O", "Ostdeutschland"), ("03", "Niedersachsen"))


def of_carriers(*, number: object = 24108) -> bytes:
    """Kennzahlen für Träger der Grundsicherung: ein Monat, nach Trägernummern.

    Statistik der Bundesagentur für Arbeit, SGB II-Kennzahlen, Archiv 2010, Hinweise zu den Daten: monthly Excel
    tables for carriers, with rows for Germany, West, East and the Länder.
    """
    head: Table = [
        ["SGB II-Kennzahlen für Träger der Grundsicherung"],
        ["Berichtsmonat: März 2026, Datenstand: 16.07.2026"],
        [],
        ["Träger-\nnummer", "Träger", "K1", "", "", "K2", "", "", "K3"],
        ["", "", "insgesamt", "Frauen", "Männer", "insgesamt", "Frauen", "Männer", "insgesamt"],
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ]
    rows: Table = [[key, name, 1.2, 1.4, 1.0, 21.3, 17.0, 26.1, -0.4] for key, name in OF_ALL]
    own = [[number, "Heidekreis, LK", -0.8, -0.5, -1.1, 26.4, 20.1, 32.9, -2.1]]
    other = [[24110, "Harburg, LK", 0.3, "x", "x", 24.8, 19.9, 29.9, "."]]
    return in_workbook(
        {
            "Hinweise": NOTES,
            "Kennzahlen": [*head, *rows, *own, *other, [], ["© Statistik der Bundesagentur für Arbeit"]],
        }
    )


def of_counties() -> bytes:
    """Kennzahlen für Kreise und kreisfreie Städte: ein Monat, nach amtlichen Schlüsseln.

    The same archive: the same tables for counties; a spreadsheet has taken the keys for numbers.
    """
    head: Table = [
        ["SGB II-Kennzahlen für Kreise und kreisfreie Städte, März 2026"],
        ["AGS", "Region", "K1", "K2", "K3", "Bedarfsgemeinschaften"],
    ]
    rows: Table = [["D", "Deutschland", 1.2, 21.3, -0.4, 2_900_000], [3, "Niedersachsen", 1.1, 22.0, -0.6, 280_000]]
    own = [[3353, "Harburg", 0.3, 24.8, ".", 6_000], [3358, "Heidekreis", -0.8, 26.4, -2.1, 4_950]]
    return in_workbook({"Kreise": [*head, *rows, *own]})


def over_25_months() -> bytes:
    """Zeitreihe für Kreise über gleitende 25 Monate, ein Blatt je Größe.

    The same archive: series for counties over 25 months since June 2009.
    """
    months = span(shift("2026-03", -24), "2026-03")
    rows: Table = [["Zeitreihe über 25 Monate"], ["Schlüssel", "Kreis", *months]]
    counted = [["03353", "Harburg", *range(7_000, 7_025)], ["03358", "Heidekreis", *range(6_800, 6_825)]]
    return in_workbook({"Inhalt": NOTES, "ELB": [*rows, *counted], "BG": [*rows, *counted]})


def of_one_carrier() -> bytes:
    """Zeitreihe der Grundgrößen eines Trägers.

    Statistik der Bundesagentur für Arbeit, Kennzahlen nach § 48a SGB II, Version 3.1, Dezember 2016: the base
    quantities, their names and marks.
    """
    rows: Table = [
        ["Jobcenter Heidekreis"],
        ["Merkmal", "Geschlecht", "Januar 2026", "Februar 2026", "März 2026"],
        ["Erwerbsfähige Leistungsberechtigte", "insgesamt", "6.810", "6.805", "6.790"],
        ["Erwerbsfähige Leistungsberechtigte", "Frauen", "3.510", "3.505", "3.490"],
        ["Erwerbsfähige Leistungsberechtigte", "Männer", "3.300", "3.300", "3.300"],
        ["Langzeitleistungsbeziehende", "insgesamt", "3.275", "3.270", "3.262"],
        ["Regelleistungsberechtigte", "insgesamt", "9.000", "9.001", "9.002"],
        ["Quelle: Statistik der Bundesagentur für Arbeit"],
    ]
    return in_workbook({"Zeitreihe": rows})


def benchmark_figures(note: str = "") -> bytes:
    """Aktuelle Eckwerte: drei Monate, vom neuesten an, und der Vergleich mit dem Vorjahresmonat.

    Statistik der Bundesagentur für Arbeit, Grundsicherung für Arbeitsuchende, Aktuelle Eckwerte: the table itself.
    """
    elb: object = raised("6790", note) if note else "6.790"
    rows: Table = [
        ["Grundsicherung für Arbeitsuchende (SGB II) - Aktuelle Eckwerte"],
        ["Personengruppen", "März 2026", "Februar 2026", "Januar 2026", "Vergleich zum Vorjahresmonat", ""],
        ["", "", "", "", "absolut", "in %"],
        ["Bedarfsgemeinschaften (BG)", "4.950", "4.960", "4.971", -52, -1.0],
        ["Leistungsberechtigte (LB)", "9.420", "9.433", "9.447", -98, -1.0],
        ["erwerbsfähige Leistungsberechtigte (ELB)", elb, "6.805", "6.810", -71, -1.0],
        ["nicht erwerbsfähige Leistungsberechtigte (NEF)", "2.500", "2.498", "2.507", -20, -0.8],
        ["Die hochgerechneten Werte werden monatlich neu hochgerechnet."],
    ]
    return in_workbook({"Eckwerte": rows})


def of_a_land() -> bytes:
    """Übersicht der K2 eines Landes, nach Namen und Vergleichstyp.

    Umsetzung des SGB II in Niedersachsen, Berichtsmonate Juni 2013 und März 2015: overview tables by Jobcenter, data
    after three months of waiting.
    """
    rows: Table = [
        ["K2 - Integrationsquote und Ergänzungsgrößen - Übersicht"],
        ["Berichtsmonat März 2026 (Datenstand: Juni 2026), Daten nach Wartezeit von 3 Monaten"],
        ["Jobcenter", "VT", "K2", "", "", "K2E1", "Rang in\nNiedersachsen"],
        ["", "", "Gesamt", "Frauen", "Männer", "Gesamt", ""],
        ["Niedersachsen", "", "22,0 %", "17,8 %", "26,3 %", "9,1 %", ""],
        ["Heidekreis", "IIc", "26,4 %", "20,1 %", "32,9 %", "10,2 %", 7],
        ["Harburg", "Ib", "24,8 %", "19,9 %", "29,9 %", "*", 15],
    ]
    return in_workbook({"K2": rows})


def monthly_report() -> bytes:
    """Monatsbericht eines Jobcenters: zwei Monate, vom neuesten an, ohne Wartezeit.

    SGB II Monatsbericht September 2019, Landkreis Peine: the table itself.
    """
    rows: Table = [
        ["SGB II Monatsbericht März 2026"],
        ["SGB II Leistungsberechtigte T-0 Daten", "März 2026", "Februar 2026"],
        ["Leistungsberechtigte", "9.420", "9.433"],
        ["erwerbsfähige Leistungsberechtigte", "6.790", "6.805"],
        ["T-0 Daten sind die aktuell gemeldeten und hochgerechneten Statistikdaten"],
        ["Gemeinden (T-0 Daten)", "Bedarfsgemeinschaften SGB II", "Arbeitslose SGB II"],
        ["Gesamt", "4.250", "2.002"],
    ]
    return as_ods(rows)


def council_goals() -> bytes:
    """Ratsvorlage zur Zielerreichung: Ist, Soll und Ist in Millionen.

    Stadt Leipzig, Halbjahresbericht zur Zielerreichung 2015: indicator, last year, target, result, explanation.
    """
    rows: Table = [
        ["Zielindikator", "Ist 06/2025", "Soll 06/2026", "Ist 06/2026", "Erläuterung"],
        ["Summe der Leistungen zum Lebensunterhalt (LLU)", "13,7 Mio. EUR", "13,4 Mio. EUR", "13,5 Mio. EUR", ""],
        ["Integrationsquote", "13,1 %", "13,8 %", "13,6 %", "Quote der Frauen bleibt zurück"],
    ]
    return in_workbook({"Tabelle1": rows})


def council_series() -> bytes:
    """Ratsvorlage mit Mehrjahresvergleich: je Zelle die Stadt und der Bund untereinander.

    Stadt Erlangen, Sachstandsbericht zum SGB II, Vorlage 50/050/2016, Tabelle 1: the table itself.
    """
    rows: Table = [
        ["Tabelle 1 Entwicklung der SGB II-Leistungsempfänger"],
        ["Bezugsgröße", "Gebiet", "12/24", "12/25", "+/-"],
        ["Bedarfs-\ngemeinschaften", "Kreis\nBund", "4.960\n2.900.000", "4.950\n2.890.000", "-0,2 %\n-0,3 %"],
        ["eLB´s", "Kreis\nBund", "6.880\n3.900.000", "6.810\n3.890.000", "-1,0 %\n-0,3 %"],
    ]
    return in_workbook({"Tabelle1": rows})


def own_software() -> bytes:
    """Auszug aus der Fachsoftware eines Jobcenters: Windows-1252, eine Zeile je Monat, Kürzel als Spalten.

    prosozial, comp.ASS, Statistik SGB II: base quantities and key figures are evaluated in the software; the names of
    columns follow those of BIAJ's tables (INT, ELB_VM, K2).
    """
    rows = [
        ("03358000", "Jan 26", "62", "6.820,00", "0,9", "3.275", "1.120.034,17"),
        ("03358000", "Feb 26", "131", "6.815,00", "1,9", "3.270", "1.118.201,90"),
        ("03358000", "Mrz 26", "205", "6.811,67", "3,0", "3.262", "1.119.777,02"),
    ]
    header = ("Schlüssel", "Monat", "INT", "ELB_VM", "K2", "LZB", "Leistungen LLU")
    return as_csv(rows, header=header, encoding="cp1252")


def of_the_ministry() -> bytes:
    """Aufbereitete Daten des Ministeriums: Jahresfortschrittswerte beider Jahre zum gleichen Ladestand.

    The agreement's section III.3.2 (data prepared by the ministry, equal load states); Landkreis Friesland, report of
    February 2018, shows both years beside each other with the change.
    """
    rows: Table = [
        ["Zielnachhaltung zkT Niedersachsen, März 2026, t-0"],
        ["zkT", "K2 JFW", "", "", "LZB JFW", "", ""],
        ["", "2026", "2025", "Veränderung in %", "2026", "2025", "Veränderung in %"],
        ["Landkreis Heidekreis", 3.0, 2.9, 3.4, 3269, 3301, -1.0],
        ["Landkreis Friesland", 3.3, 3.2, 3.1, 2368, 2418, -2.1],
        ["Stand: 16.04.2026"],
    ]
    return in_workbook({"JFW": rows})


ALL = {
    one.__name__: one
    for one in (
        of_carriers, of_counties, over_25_months, of_one_carrier, benchmark_figures, of_a_land, monthly_report,
        council_goals, council_series, own_software, of_the_ministry,
    )
}  # fmt: skip
"""The eleven, by name."""
