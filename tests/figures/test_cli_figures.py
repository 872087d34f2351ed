"""The way of a file on the command line, from the template to attainment."""

import csv
import io
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from domain.german import german
from domain.values import span
from infrastructure.journal import Journal
from interfaces.sample.figures import invented_load, loaded_on
from tests.builders import an_agreement_in_force
from tests.figures.files import as_csv, figure_row
from tests.figures.lives import as_drafts
from tests.interfaces.test_cli import AGREEMENT, NOW, Cli, cli

__all__ = ["cli"]

CLERK = ["--person", "ms-eins", "--office", "Erfassung", "--scope", "03", "--party", "ni-ms"]
SECOND = ["--person", "ms-zwei", "--office", "Controlling", "--scope", "03", "--party", "ni-ms"]


@pytest.fixture
def kept(cli: Cli, journal: Journal) -> Cli:
    """The command line, with Heidekreis 2026 in force."""
    cli.env["PYTHONPATH"] = os.environ.get("PYTHONPATH", "")
    journal.append(as_drafts(an_agreement_in_force()), now=NOW)
    return cli


def filled(templates: list[Path], file: Path) -> None:
    """One workbook from two templates, filled with the sample's invented figures as somebody would by hand."""
    values = {
        (series.measure, german(series.sex), month, str(load.loaded_on)): value
        for load in (invented_load(month, loaded_on(month)) for month in ("2025-03", "2026-03"))
        for series in load.series
        for month, value in zip(span(series.first, series.last), series.values, strict=True)
    }
    book = load_workbook(templates[0])
    sheet: Any = book["Daten"]
    more: Any = load_workbook(templates[1])["Daten"]
    for row in more.iter_rows(min_row=2, values_only=True):
        sheet.append(row)
    for row in sheet.iter_rows(min_row=2):
        key = str(row[1].value), str(row[3].value), str(row[4].value), str(row[6].value)
        row[7].value = float(values[key] or 0)
    book.save(file)


def test_a_filled_template_leads_to_attainment(kept: Cli, tmp_path: Path) -> None:
    templates = [tmp_path / f"{month}.xlsx" for month in ("2025-03", "2026-03")]
    for template in templates:
        day = loaded_on(template.stem).isoformat()
        written = kept("figures", "template", AGREEMENT, str(template), "--month", template.stem, "--loaded-on", day)
        assert written.returncode == 0, written.stderr
    file = tmp_path / "zahlen.xlsx"
    filled(templates, file)
    checked = kept("figures", "check", str(file), *CLERK)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    named = re.search(r"Prüfung ([0-9a-f-]{33}): ohne Fehler", checked.stdout)
    assert named
    delivered = kept("figures", "deliver", str(file), "--dry-run", named[1], *CLERK)
    assert delivered.returncode == 0, delivered.stderr
    name = re.search(r"datei-[0-9a-f]{12}-1", delivered.stdout)
    assert name
    own = kept("figures", "release", name[0], *CLERK)
    assert (own.returncode, "own-delivery" in own.stderr) == (1, True)
    preview = kept("figures", "release", name[0], "--preview", *SECOND)
    assert (preview.returncode, "2 davon nicht entschieden" in preview.stdout) == (0, True)
    released = kept("figures", "release", name[0], *SECOND)
    assert "Datei freigegeben: 2 Lieferungen" in released.stderr
    shown = json.loads(kept("show", AGREEMENT, "--json").stdout)
    lines = {line["line_id"]: line for goal in shown["attainment"]["goals"] for line in goal["lines"]}
    assert lines["k2"]["state"] in {"on_course", "off_course"}
    assert lines["lzb"]["derivation"]["current"]["inputs"][0]["delivery_id"].endswith("2026-03-t0")


def test_every_problem_is_named_at_once_with_its_place(kept: Cli, tmp_path: Path) -> None:
    file = tmp_path / "fehler.csv"
    file.write_text(
        "Träger-AGS;Kennzahl;Form;Geschlecht;Bezugsmonat;Wartemonate;Ladedatum;Wert;Zähler;Nenner;Kennzeichen\n"
        "03358;LZB;Monatswert;insgesamt;2026-13;0;2026-04-16;5;;;\n"
        "03358;LZB;Monatswert;alle;2026-03;0;gestern;5;;;\n"
        "03358;LZB;Monatswert;insgesamt;2026-03;0;2026-04-16;fünf;;;\n"
        "03358;LZB;Monatswert;insgesamt;2026-03;0;2026-04-16;-5;;;\n",
        "utf-8",
    )
    told = kept("figures", "check", str(file), *CLERK)
    assert (told.returncode, told.stderr) == (1, "")
    for said in (
        "V02 Zeile 2, Spalte „Bezugsmonat“: gefunden „2026-13“, erwartet ein Monat wie 2026-03.",
        "V02 Zeile 3, Spalte „Geschlecht“: gefunden „alle“",
        "V02 Zeile 3, Spalte „Ladedatum“: gefunden „gestern“",
        "V02 Zeile 4, Spalte „Wert“: gefunden „fünf“",
        "V09 Zeile 5",
        "5 Fehler: Die Datei kann so nicht geliefert werden.",
    ):
        assert said in told.stdout, told.stdout
    found = json.loads(kept("figures", "check", str(file), *CLERK, "--json").stdout)
    assert (found["errors"], found["lines"]) == (5, [])


def test_a_file_that_is_no_table_is_one_sentence(kept: Cli, tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "=1+1"  # type: ignore[index]  # a new workbook has a sheet
    book.save(tmp_path / "formel.xlsx")
    told = kept("figures", "check", str(tmp_path / "formel.xlsx"), *CLERK)
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.strip().splitlines() == [
        "Die Arbeitsmappe enthält Formeln; bitte die Werte statt der Formeln einfügen. "
        "[Regel file-unreadable, III.3.2-D]"
    ]
    told = kept("figures", "check", str(tmp_path), *CLERK)
    assert (told.returncode, "lässt sich nicht öffnen" in told.stderr) == (2, True)


def test_a_rejection_is_said(kept: Cli, tmp_path: Path) -> None:
    file = tmp_path / "zahlen.csv"
    kept("figures", "template", AGREEMENT, str(file), "--month", "2026-03", "--loaded-on", "2026-04-16")
    found = json.loads(kept("figures", "check", str(file), *CLERK, "--json").stdout)
    delivered = kept("figures", "deliver", str(file), "--dry-run", found["id"], *CLERK)
    name = re.search(r"datei-[0-9a-f]{12}-1", delivered.stdout)
    assert name, delivered.stderr
    rejected = kept("figures", "reject", name[0], "--reason", "Leer", *SECOND)
    assert "Datei zurückgewiesen: 1 Lieferungen" in rejected.stderr


def test_every_problem_is_to_be_had_as_a_table(kept: Cli, tmp_path: Path) -> None:
    file, problems = tmp_path / "zahlen.csv", tmp_path / "fehler.csv"
    rows = [figure_row("LZB", month, "=viele") for month in span("2001-01", "2026-03")]
    file.write_bytes(as_csv(rows))
    checked = kept("figures", "check", str(file), "--problems", str(problems), *CLERK)
    assert checked.returncode == 1, checked.stderr
    assert f"V02 Fehler, {len(rows)}-mal" in checked.stdout
    assert f"… und {len(rows) - 100} weitere; alle schreibt --problems DATEI" in checked.stdout
    told = list(csv.DictReader(io.StringIO(problems.read_text("utf-8-sig")), delimiter=";"))
    assert [one["Zeile"] for one in told if one["Prüfung"] == "V02"] == [str(place + 2) for place in range(len(rows))]
    assert told[0] == {
        "Datei": "zahlen.csv",
        "Prüfung": "V02",
        "Art": "Fehler",
        "Zeile": "2",
        "Spalte": "Wert",
        "Stelle": "",
        "gefunden": "„=viele“",
        "erwartet": "eine Zahl, ein Kennzeichen wie * oder . oder nichts",
    }
