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
from tests.figures import layouts
from tests.figures.files import as_csv, figure_row, load_rows
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
        row[7].value = float(values[key] or 0) if key in values else None
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
    shown = kept("figures", "release", name[0], *SECOND)
    assert (shown.returncode, "2 davon nicht entschieden" in shown.stdout) == (0, True)
    assert "nicht beurteilbar (–; noch kein Monat)" in shown.stdout
    preview = re.search(r"Freigeben mit (--preview) ([0-9a-f]{16})", shown.stdout)
    assert preview, shown.stdout
    own = kept("figures", "release", name[0], *preview.groups(), *CLERK)
    assert (own.returncode, "own-delivery" in own.stderr) == (1, True)
    unseen = kept("figures", "release", name[0], "--preview", "0" * 16, *SECOND)
    assert (unseen.returncode, "preview-overtaken" in unseen.stderr) == (1, True)
    for wrong in ("xyz", "0" * 15):
        told = kept("figures", "release", name[0], "--preview", wrong, *SECOND)
        assert (told.returncode, "ErwartetwirddieKennungeinerVorschau" in unboxed(told.stderr)) == (2, True)
    released = kept("figures", "release", name[0], *preview.groups(), *SECOND)
    assert "Datei freigegeben: 2 Lieferungen" in released.stderr
    found = json.loads(kept("show", AGREEMENT, "--json").stdout)
    lines = {line["line_id"]: line for goal in found["attainment"]["goals"] for line in goal["lines"]}
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
        "V02 Zeile 2, Spalte „Bezugsmonat“: gefunden „2026-13“, erwartet ein Monat, etwa 2026-03, 03/2026,"
        " 03/26, März 2026, Mrz 26, 31.03.2026.",
        "V02 Zeile 3, Spalte „Geschlecht“: gefunden „alle“",
        "V02 Zeile 3, Spalte „Ladedatum“: gefunden „gestern“",
        "V02 Zeile 4, Spalte „Wert“: gefunden „fünf“",
        "V09 Zeile 5",
        "5 Fehler: Die Datei kann so nicht geliefert werden.",
    ):
        assert said in told.stdout, told.stdout
    assert "keine Zeile" not in told.stdout
    found = json.loads(kept("figures", "check", str(file), *CLERK, "--json").stdout)
    assert (found["errors"], found["lines"]) == (5, [])


def test_a_file_that_is_no_table_is_one_sentence(kept: Cli, tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "=1+1"  # type: ignore[index]  # a new workbook has a sheet
    book.save(tmp_path / "formel.xlsx")
    told = kept("figures", "check", str(tmp_path / "formel.xlsx"), *CLERK)
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.strip().splitlines() == [
        "So ist die Datei nicht lesbar: Die Arbeitsmappe enthält Formeln (Zelle A1 auf dem Blatt „Sheet“); bitte die "
        "Werte statt der Formeln einfügen. [Regel file-unreadable, III.3.2-D]"
    ]
    for path, why in (
        (tmp_path, "das ist ein Ordner"),
        (tmp_path / "fehlt.csv", "es gibt sie oder ihren Ordner nicht"),
    ):
        told = kept("figures", "check", str(path), *CLERK)
        assert (told.returncode, unboxed(f"lässt sich nicht öffnen ({why}).") in unboxed(told.stderr)) == (2, True)


def unboxed(text: str) -> str:
    """What stands in a box on the terminal, wherever its lines break."""
    return re.sub(r"[\s│]", "", text)


@pytest.mark.parametrize(
    ("name", "loaded_on", "code", "says"),
    [
        ("t.pdf", "2026-04-16", 2, "die Endung .xlsx"),
        ("da.csv", "2026-04-16", 2, "gibt es schon"),
        ("ordner/t.csv", "2026-04-16", 2, "lässt sich nicht schreiben"),
        ("t.csv", "2026-02-16", 1, "loaded-too-early"),
    ],
)
def test_a_template_takes_nothing_away_and_can_be_delivered(
    kept: Cli, tmp_path: Path, name: str, loaded_on: str, code: int, says: str
) -> None:
    there = tmp_path / "da.csv"
    there.write_text("ausgefüllt")
    asked = ("--month", "2026-03", "--loaded-on", loaded_on)
    told = kept("figures", "template", AGREEMENT, str(tmp_path / name), *asked)
    assert (told.returncode, unboxed(says) in unboxed(told.stderr)) == (code, True), told.stderr
    assert [path.name for path in tmp_path.glob("*.*")] == ["da.csv"]
    assert there.read_text() == "ausgefüllt"


def test_a_revision_with_an_impossible_name_is_told_how_to_be_named(kept: Cli, tmp_path: Path) -> None:
    file = tmp_path / "zahlen.csv"
    file.write_bytes(as_csv(load_rows("2026-03")))
    told = kept("figures", "check", str(file), *CLERK, "--revision", "Große Revision")
    assert (told.returncode, "etwarevision-2026" in unboxed(told.stderr)) == (2, True), told.stderr


def test_an_empty_template_is_not_delivered_and_a_rejection_is_said(kept: Cli, tmp_path: Path) -> None:
    file = tmp_path / "zahlen.csv"
    kept("figures", "template", AGREEMENT, str(file), "--month", "2026-03", "--loaded-on", "2026-04-16")
    empty = kept("figures", "check", str(file), *CLERK)
    assert (empty.returncode, "V18 Zeile 2" in empty.stdout) == (1, True), empty.stdout
    file.write_bytes(as_csv(load_rows("2026-03")))
    found = json.loads(kept("figures", "check", str(file), *CLERK, "--json").stdout)
    delivered = kept("figures", "deliver", str(file), "--dry-run", found["id"], *CLERK)
    name = re.search(r"datei-[0-9a-f]{12}-1", delivered.stdout)
    assert name, delivered.stderr
    preview = json.loads(kept("figures", "release", name[0], "--json", *SECOND).stdout)["preview"]
    rejected = kept("figures", "reject", name[0], "--preview", preview, "--reason", "Leer", *SECOND)
    assert "Datei zurückgewiesen: 1 Lieferung\n" in rejected.stderr
    shown = kept("figures", "release", name[0], *SECOND).stdout
    assert f"zurückgewiesen (Vorschau {preview}) am " in shown
    assert "von Controlling: Leer" in shown
    assert "Freigeben mit" not in shown


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


def test_a_table_of_problems_takes_the_place_of_no_file(kept: Cli, tmp_path: Path) -> None:
    file = tmp_path / "zahlen.csv"
    content = as_csv([figure_row("LZB", "2026-03", "viele")])
    file.write_bytes(content)
    told = kept("figures", "check", str(file), "--problems", str(file), *CLERK)
    assert (told.returncode, "gibtesschon" in unboxed(told.stderr)) == (2, True), told.stderr
    assert file.read_bytes() == content


def test_why_a_table_of_problems_cannot_be_written_is_said_in_german(kept: Cli, tmp_path: Path) -> None:
    file = tmp_path / "zahlen.csv"
    file.write_bytes(as_csv(load_rows("2026-03")))
    told = kept("figures", "check", str(file), "--problems", str(tmp_path / "ordner" / "fehler.csv"), *CLERK)
    says = unboxed("lässt sich nicht schreiben (es gibt sie oder ihren Ordner nicht).")
    assert (told.returncode, says in unboxed(told.stderr)) == (2, True), told.stderr


def test_what_was_recorded_about_a_file_is_to_be_had_as_a_document(kept: Cli, tmp_path: Path) -> None:
    file = tmp_path / "zahlen.csv"
    file.write_bytes(as_csv(load_rows("2026-03")))

    def told(*words: str) -> Any:
        ran = kept("figures", *words, "--json")
        assert (ran.returncode, ran.stderr) == (0, "")
        return json.loads(ran.stdout)

    check = told("check", str(file), *CLERK)["id"]
    delivering = ("deliver", str(file), "--dry-run", check, "--key", "einmal", *CLERK)
    delivered, again = told(*delivering), told(*delivering)
    assert (delivered["repeated"], again["repeated"]) == (False, True)
    assert (delivered["deliveries"], delivered["agreements"]) == (1, 1)
    assert delivered["entry"] == again["entry"]
    name = delivered["fact"]["file_id"]
    for decide in (("reject", "--reason", "Falsch"), ("release",)):
        preview = told("release", name, *SECOND)["preview"]
        decided = told(decide[0], name, "--preview", preview, *decide[1:], *SECOND)
        assert (decided["fact"], decided["deliveries"]) == ({"file_id": name, "preview": preview}, 1)
        name = told("deliver", str(file), "--dry-run", check, *CLERK)["fact"]["file_id"] if decide[1:] else name


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--year", "abc", "eine ganze Zahl von 2011 bis 2099."),
        ("--jump-percent", "0", "eine ganze Zahl von 1 bis 1000."),
    ],
)
def test_a_number_that_is_none_is_told_in_german(kept: Cli, tmp_path: Path, option: str, value: str, says: str) -> None:
    told = kept("figures", "check", str(tmp_path / "zahlen.csv"), option, value, *CLERK)
    assert (told.returncode, unboxed(says) in unboxed(told.stderr)) == (2, True), told.stderr


def test_what_a_table_leaves_open_is_asked_for_by_the_switch_that_says_it(kept: Cli, tmp_path: Path) -> None:
    table = tmp_path / "eckwerte.xlsx"
    table.write_bytes(layouts.benchmark_figures())
    ended = kept("figures", "check", str(table), *CLERK)
    assert (ended.returncode, "anzugeben ist: Träger, Wartemonate, Ladedatum" in ended.stderr) == (1, True)
    assert "Angegeben wird das mit --carrier, --waited, --loaded-on." in ended.stderr
    said = ("--carrier", "03358", "--waited", "0", "--loaded-on", "2026-04-16")
    assert kept("figures", "check", str(table), *said, *CLERK).returncode == 0
    unknown = kept("figures", "check", str(table), "--map", "nirgends", *CLERK)
    assert "Gewählt wird eine Zuordnung mit --map" in unknown.stderr
    table.write_bytes(layouts.of_the_ministry())
    assert "„zielsteuerung figures template“" in kept("figures", "check", str(table), *CLERK).stdout
