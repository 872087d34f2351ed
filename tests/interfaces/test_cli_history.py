"""The command line for auditors: history, difference and reports on the user's own database."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.interfaces.test_cli import AGREEMENT, COUNTY, LAND, Cli, draft
from tests.postgres import Database

CHANGED = "Ziel 2, Zeile k2, Zielwert: mindestens 5,3 Prozent → mindestens 5,0 Prozent"


@pytest.fixture
def cli(database: Database, tmp_path: Path) -> Cli:
    """A draft by the Land, revised, and a proposal by the county."""
    cli = Cli(database, tmp_path)
    assert cli.act("DraftAgreement", draft(), *LAND).returncode == 0
    terms = draft()["terms"]
    line = next(line for goal in terms["goals"] for line in goal["lines"] if line["id"] == "k2")
    line["bound"]["value"] = "5.0"
    words = ("--agreement", AGREEMENT, "--on-version")
    day = {"occurred_on": "2026-01-13", "reason": "Nacherfassung"}
    assert cli.act("ReviseDraft", {**day, "terms": terms}, *LAND, *words, "1").returncode == 0
    bound = {"comparator": "at_least", "value": "5.0", "unit": "percent"}
    proposal = {**day, "line_id": "k2", "bound": bound, "forecast": "=1+1", "rationale": "Wunsch"}
    assert cli.act("ProposeTarget", proposal, *COUNTY, *words, "2").returncode == 0
    assert cli("persons", "add", "person-1", "--given-name", "Erika", "--family-name", "Muster").returncode == 0
    assert cli("persons", "erase", "person-1", "--reason", "Frist abgelaufen").returncode == 0
    return cli


def test_the_history_is_told_filtered_paged_and_exported(cli: Cli) -> None:
    told = cli("history", AGREEMENT)
    assert told.returncode == 0, told.stderr
    assert "Geändert: Ziel 2, Zeile „Integrationsquote“" in " ".join(told.stdout.split())
    everything = [json.loads(line) for line in cli("history", "--jsonl").stdout.splitlines()]
    of_life = [entry["type"] for entry in everything if entry["type"] != "KeyIntroduced"]
    assert of_life == ["AgreementDrafted", "DraftRevised", "TargetProposed", "PersonErased"]
    of_county = json.loads(cli("history", AGREEMENT, "--role", "county", "--goal", "2", "--json").stdout)
    assert [entry["type"] for entry in of_county] == ["TargetProposed"]
    for_county = json.loads(cli("history", "--party", "heidekreis", "--json").stdout)
    assert for_county == of_county
    noticed = json.loads(cli("history", "--finding", "recorded-late", "--json").stdout)
    assert noticed == [one for one in everything if "recorded-late" in {found["rule"] for found in one["findings"]}]
    assert noticed
    first = cli("history", "--limit", "1", "--json")
    assert "weiter mit --after 1" in first.stderr
    second = json.loads(cli("history", "--limit", "1", "--after", "1", "--json").stdout)
    assert [entry["position"] for entry in second] == [2]
    assert json.loads(cli("history", "--known-at", "2020-01-01", "--json").stdout) == []
    rows = list(csv.DictReader(io.StringIO(cli("history", "--csv").stdout.removeprefix("\ufeff")), delimiter=";"))
    assert [row["Änderungen"] for row in rows if row["was"] == "Entwurf geändert"] == [CHANGED]
    assert len(rows) == len(everything)


def test_what_led_to_an_entry_is_told_by_its_number_and_by_its_id(cli: Cli) -> None:
    (revised,) = json.loads(cli("history", "--fact", "DraftRevised", "--json").stdout)
    chain = json.loads(cli("history", "--causes", str(revised["position"]), "--json").stdout)
    assert [entry["type"] for entry in chain] == ["AgreementDrafted", "DraftRevised"]
    assert chain[1]["causation_id"] == chain[0]["event_id"]
    led_to = json.loads(cli("history", "--cause", chain[0]["event_id"], "--json").stdout)
    assert revised in led_to
    assert {entry["causation_id"] for entry in led_to} == {chain[0]["event_id"]}
    told = cli("history", "--causes", chain[1]["event_id"])
    assert (told.returncode, told.stdout.count("Vereinbarung entworfen")) == (0, 1)
    for nothing in ("0", "99", "Entwurf"):
        wrong = cli("history", "--causes", nothing)
        assert wrong.returncode == 2
        assert "weder die Position eines Eintrags noch" in " ".join(wrong.stderr.split())


def test_beside_an_agreement_the_number_of_an_entry_is_the_one_that_is_read(cli: Cli) -> None:
    proposed = json.loads(cli("history", "--fact", "TargetProposed", "--json").stdout)[0]
    assert proposed["version"] != proposed["position"]
    chain = json.loads(cli("history", AGREEMENT, "--causes", str(proposed["version"]), "--json").stdout)
    assert chain[-1] == proposed
    for other in (str(proposed["position"] + 9), "0"):
        wrong = cli("history", AGREEMENT, "--causes", other)
        assert (wrong.returncode, "weder ein Stand von" in wrong.stderr) == (2, True)


def test_what_became_otherwise_is_told_by_version_and_by_instant(cli: Cli) -> None:
    told = cli("difference", AGREEMENT, "--from", "1", "--to", "2")
    assert told.returncode == 0, told.stderr
    assert "Ziel 2, Zeile „Integrationsquote“, Zielwert" in told.stdout
    found = json.loads(cli("difference", AGREEMENT, "--from", "2020-01-01", "--to", "2", "--json").stdout)
    assert (found["before_version"], found["after_version"]) == (0, 2)
    assert "nichts anders geworden" in cli("difference", AGREEMENT, "--from", "3", "--to", "3").stdout
    assert cli("difference", AGREEMENT, "--from", "1", "--to", "9").returncode == 1
    assert cli("difference", AGREEMENT, "--from", "gestern", "--to", "2").returncode == 2


def test_every_report_is_told_in_german_and_as_data(cli: Cli) -> None:
    late = cli("report", "late")
    assert late.returncode == 0, late.stderr
    assert "Verspätet festgehalten" in late.stdout
    assert [row["version"] for row in json.loads(cli("report", "late", "--json").stdout)["items"]] == [1, 2, 3]
    findings = cli("report", "findings", "--csv").stdout.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(findings), delimiter=";"))
    assert {(row["Regel"], row["beantwortet"]) for row in rows} == {("recorded-late", "open")}
    assert "Dazu gibt es nichts." in cli("report", "mended").stdout
    nothing = json.loads(cli("report", "missing", "--json").stdout)
    assert nothing["items"] == []
    assert (nothing["searched"]["entries"], nothing["searched"]["position"]) == (5, 5)
    assert nothing["searched"]["rule"]
    assert "Durchsucht: 5 Einträge" in cli("report", "mended", "--csv").stderr


def test_what_cannot_be_asked_is_said(cli: Cli) -> None:
    unknown = cli("report", "gibt-es-nicht")
    assert (unknown.returncode, "late" in unknown.stderr) == (2, True)
    wrong = cli("history", "--fact", "Gespräch")
    assert (wrong.returncode, "DialogHeld" in wrong.stderr, "Traceback" in wrong.stderr) == (2, True, False)
    assert cli("history", "gibt.es.nicht").returncode == 1


def test_before_the_first_entry_nothing_was_known(cli: Cli) -> None:
    assert "davor gab es die Vereinbarung nicht" in cli("known", AGREEMENT, "1").stdout
