"""A controller's year at the command line, from the template to the closing tables, in twenty-five commands at most."""

import csv
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from openpyxl import load_workbook

from infrastructure.journal import Journal
from interfaces.sample.figures import invented_load
from tests.application.lives import recorded
from tests.builders import HEIDEKREIS, an_agreement_in_force
from tests.interfaces.test_cli import AGREEMENT, NOW, Cli
from tests.postgres import Database

SECOND = ("--person", "ms-zwei", "--office", "MS, Fachaufsicht")
AT_MOST = 25
DELIVERIES = tuple(range(month, month + 1) for month in (1, 2, 3, 4))
"""Figures come by the quarter, so four times; here a month stands for each, so that no load lies in the future."""


class Year:
    """The commands of a year, counted."""

    def __init__(self, cli: Cli, folder: Path) -> None:
        self.cli, self.folder, self.commands = cli, folder, 0

    def __call__(self, *words: str) -> CompletedProcess[str]:
        self.commands += 1
        done = self.cli(*words)
        assert done.returncode == 0, (words, done.stdout[-3000:], done.stderr)
        return done

    def fill(self, template: Path, months: range, name: str) -> str:
        """Type invented figures into the rows of some months' loads, as a person would; the rest is left out."""
        with template.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = csv.reader(file, delimiter=";")
        kept = [row for row in rows if int(row[header.index("Berichtsmonat")][5:]) in months]
        place = {heading: number for number, heading in enumerate(header)}
        for row in kept:
            row[place["Wert"]] = _figure(row, place)
        path = self.folder / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([header, *kept])
        return str(path)


def _figure(row: list[str], place: dict[str, int]) -> str:
    report_month, sex = row[place["Berichtsmonat"]], {"insgesamt": "total", "Frauen": "women", "Männer": "men"}
    load = invented_load(report_month, date.fromisoformat(row[place["Ladedatum"]]))
    for series in load.series:
        if (series.measure, series.sex) == (row[place["Kennzahl"]], sex[row[place["Geschlecht"]]]):
            return (series.at(row[place["Bezugsmonat"]]) or "").replace(".", ",")
    return ""


@pytest.fixture
def year(database: Database, journal: Journal, tmp_path: Path) -> Year:
    for one in recorded(an_agreement_in_force(HEIDEKREIS), county="heidekreis", ags="03358"):
        journal.append([one], now=NOW.replace(year=2025, month=12))
    return Year(Cli(database, tmp_path), tmp_path)


@pytest.mark.long
def test_a_year_takes_no_more_than_twenty_five_commands(year: Year) -> None:
    own, before = year.folder / "2026.csv", year.folder / "2025.csv"
    year("profile", "--person", "ms-eins", "--office", "MS", "--scope", "03", "--party", "ni-ms")
    year("figures", "template", AGREEMENT, str(before), "--year", "2025")
    year("figures", "template", AGREEMENT, str(own), "--year", "2026")
    deliver(year, before, range(1, 5), "vergleichsjahr.csv")
    for months in DELIVERIES:
        deliver(year, own, months, f"ab-monat-{months.start}.csv")
    year("due", "--out", str(year.folder / "fristen.ics"))
    year("show", AGREEMENT, "--out", str(year.folder / "ziele.xlsx"))
    year("line", AGREEMENT, "k2", "--out", str(year.folder / "k2.xlsx"))
    year("comparison", "--land", "03", "--year", "2026", "--out", str(year.folder / "vergleich.csv"))
    year("figures", "matrix", AGREEMENT, "K2", "--out", str(year.folder / "ladestaende.xlsx"))
    year("list", "--out", str(year.folder / "liste.csv"))
    year("circumstances", "--out", str(year.folder / "umstaende.csv"))
    assert year.commands <= AT_MOST
    written = load_workbook(year.folder / "ziele.xlsx").active
    assert written is not None
    judged = [row for row in written.iter_rows(values_only=True) if row[2] == "Zielwert"]
    assert [row[17] for row in judged if row[3] in {"k2", "lzb"} and row[17]] != []
    assert "nicht beurteilbar" not in {row[17] for row in judged}


def deliver(year: Year, template: Path, months: range, name: str) -> None:
    """Deliver a file, and have a second person look at it and release it: the newest each time."""
    delivered = year("figures", "deliver", year.fill(template, months, name))
    assert "Datei geliefert" in delivered.stdout
    assert "Die neueste offene Datei" in year("figures", "preview", *SECOND).stderr
    released = year("figures", "release", *SECOND)
    assert "Auf die neueste Vorschau" in released.stderr
    assert "Datei freigegeben" in released.stderr
