"""The command line on the user's own database: what it prints, and how it ends."""

import json
import os
import subprocess
import sys
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from domain.facts.judging import Addressed
from domain.record import Draft
from domain.values import sha256_of
from infrastructure.journal import Journal
from interfaces.sample.terms import heidekreis_2026
from tests.application.lives import assessed, benchmark_missed, finally_talked, law_changed, recorded
from tests.builders import a_line, a_load, a_released, agreed, an_agreement_in_force, at_most, ytd
from tests.domain.given import given
from tests.interfaces.running import run
from tests.postgres import Database

COMMAND = Path(sys.executable).with_name("zielsteuerung")
AGREEMENT = "2026.4.03.03358.1"
NOW = datetime(2026, 4, 16, 12, tzinfo=UTC)
LAND = ["--person", "ms-eins", "--role", "land", "--office", "MS", "--scope", "03", "--party", "ni-ms"]
COUNTY = ["--person", "hk", "--role", "county", "--office", "HK", "--scope", "03358", "--party", "heidekreis"]


class Cli:
    """The command on one database."""

    def __init__(self, database: Database, folder: Path) -> None:
        keys = {"ZIELSTEUERUNG_KEYS": str(folder / "keys")}
        self.env = {"DATABASE_URL": database.service_url, "DATABASE_OWNER_URL": database.owner_url} | keys
        self.folder = folder

    def __call__(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        return run(*words, env=self.environment | env)

    def process(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        """The same as a process of its own, which costs fifty times as much."""
        return subprocess.run(
            [COMMAND, *words], env=self.environment | env, capture_output=True, text=True, check=False
        )

    @property
    def environment(self) -> dict[str, str]:
        here = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        return {**here, "HOME": str(self.folder), **self.env}

    def act(self, request: str, content: dict[str, Any], *words: str) -> subprocess.CompletedProcess[str]:
        file = self.folder / "request.json"
        file.write_text(json.dumps(content), "utf-8")
        return self("act", request, str(file), *words)


@pytest.fixture
def cli(database: Database, tmp_path: Path) -> Cli:
    return Cli(database, tmp_path)


def draft(**changes: Any) -> dict[str, Any]:
    terms = heidekreis_2026().model_dump(mode="json") | changes
    return {"occurred_on": "2026-01-12", "reason": "Nacherfassung", "terms": terms}


def entries(database: Database) -> int:
    with psycopg.connect(database.service_url) as connection:
        found = connection.execute("SELECT topic FROM zielsteuerung.stored_events").fetchall()
    return len([topic for (topic,) in found if topic != "KeyIntroduced"])


def test_an_agreement_is_drafted_shown_and_its_history_read(cli: Cli) -> None:
    drafted = cli.act("DraftAgreement", draft(), *LAND)
    assert drafted.returncode == 0, drafted.stderr
    assert f"Vereinbarung entworfen: {AGREEMENT}, Stand 1, Position 1" in drafted.stdout
    assert "Feststellung: Erst" in drafted.stdout
    shown = cli("show", AGREEMENT)
    assert f"{AGREEMENT}: entworfen, Stand 1" in shown.stdout
    assert ": Es ist noch keine Lieferung des Jahres" in shown.stdout
    whole = cli("show", AGREEMENT, "--derivations")
    assert "nicht beurteilbar. Es ist noch keine Lieferung des Jahres" in whole.stdout
    told = json.loads(cli("history", AGREEMENT, "--json").stdout)
    assert [entry["type"] for entry in told] == ["AgreementDrafted"]
    assert told[0]["authenticated_by"].startswith("Befehlszeile, Systembenutzer")


def test_a_signatory_is_registered_signs_and_is_erased(cli: Cli) -> None:
    cli.act("DraftAgreement", draft(), *LAND)
    sign = {
        "occurred_on": "2026-01-29",
        "reason": "Nacherfassung",
        "capacity": "In Vertretung",
        "terms_hash": sha256_of(heidekreis_2026()),
        "signatory": "unterzeichnerin",
        "office": "MS",
        "form": "paper",
        "place": "Hannover",
        "document": {"sha256": "0" * 64, "title": "Scan", "file_reference": "ZV-1"},
    }
    words = (*LAND, "--agreement", AGREEMENT, "--on-version", "1")
    unknown = cli.act("SignAgreement", sign, *words)
    assert unknown.returncode == 1
    assert "[Regel unknown-person, N.4]" in unknown.stderr
    added = cli("persons", "add", "unterzeichnerin", "--given-name", "Erika", "--family-name", "Muster")
    assert (added.returncode, "Feststellung" in added.stdout) == (0, False), added.stderr
    listed = cli("persons", "list", "--named-in", "Gespräch mit Frau Muster").stdout
    assert listed.startswith("unterzeichnerin: Erika Muster, eingetragen am ")
    assert listed == cli("persons", "list").stdout
    assert cli("persons", "list", "--named-in", "Gespräch").stdout == "Niemand wird in diesem Text genannt.\n"
    assert cli.act("SignAgreement", sign, *words).returncode == 0
    assert cli("persons", "erase", "unterzeichnerin", "--reason", "Frist abgelaufen").returncode == 0
    assert cli("persons", "list").stdout == "Niemand steht im Verzeichnis.\n"
    history = cli("history", AGREEMENT)
    assert "(In Vertretung)" in history.stdout
    assert cli("persons", "erase", "unterzeichnerin", "--reason", "Frist abgelaufen").returncode == 1


@pytest.mark.parametrize(
    ("words", "content", "says"),
    [
        (COUNTY, draft(), "[Regel not-permitted, N.1]"),
        ([*LAND[:-4], "--scope", "09", "--party", "ni-ms"], draft(), "[Regel unknown-agreement, P]"),
        (LAND, draft() | {"occurred_on": "2999-01-01"}, "liegt in der Zukunft"),
        (LAND, draft() | {"reason": None}, "[Regel late-without-reason, N.1]"),
        (LAND, draft(goals=[]), "Feld „terms.goals“"),
    ],
)
def test_what_is_refused_says_why_and_records_nothing(
    cli: Cli, database: Database, words: list[str], content: dict[str, Any], says: str
) -> None:
    answer = cli.act("DraftAgreement", content, *words)
    assert says in answer.stderr
    assert answer.returncode == (2 if says.startswith("Feld") else 1)
    assert "Traceback" not in answer.stderr
    assert entries(database) == 0


def test_a_stale_version_is_refused_and_a_repeated_key_gives_the_first_answer(cli: Cli, database: Database) -> None:
    first = cli.act("DraftAgreement", draft(), *LAND, "--key", "entwurf-1")
    again = cli.act("DraftAgreement", draft(), *LAND, "--key", "entwurf-1")
    assert again.stdout.startswith("Vereinbarung entworfen (war schon festgehalten)")
    assert first.stdout.splitlines()[1] == again.stdout.splitlines()[1]
    other = cli.act("DraftAgreement", draft(title="Anderes"), *LAND, "--key", "entwurf-1")
    assert "[Regel key-reused, N.2]" in other.stderr
    stale = {"occurred_on": "2026-01-13", "reason": "Nacherfassung", "terms": draft()["terms"]}
    answer = cli.act("ReviseDraft", stale, *LAND, "--agreement", AGREEMENT, "--on-version", "0")
    assert "[Regel stale-version, N.2]" in answer.stderr
    assert entries(database) == 1


@pytest.mark.parametrize("name", ["gibt.es.nicht", "register.persons", "../../etc", "'; DROP TABLE x; --"])
def test_an_agreement_that_is_not_there_is_said_so(cli: Cli, name: str) -> None:
    answer = cli("show", "--", name)
    assert answer.returncode == 1
    assert "gibt es hier nicht" in answer.stderr


def test_a_database_out_of_reach_is_one_sentence(cli: Cli) -> None:
    answer = cli("show", AGREEMENT, DATABASE_URL="postgresql://127.0.0.1:1/nichts", DATABASE_OWNER_URL="")
    assert answer.returncode == 3
    assert len(answer.stderr.strip().splitlines()) == 1
    assert "nicht erreichbar" in answer.stderr


def test_a_newer_database_is_refused(cli: Cli, database: Database) -> None:
    with psycopg.connect(database.owner_url) as connection:
        connection.execute("INSERT INTO zielsteuerung.schema_version (number, name, sha256) VALUES (9999, 'n', 'n')")
    answer = cli("history", AGREEMENT)
    assert answer.returncode == 3
    assert "neueren Fassung dieser Software" in answer.stderr


@pytest.mark.parametrize("instant", ["gestern", "2026-13-01"])
def test_an_unreadable_instant_is_a_usage_error(cli: Cli, instant: str) -> None:
    answer = cli("show", AGREEMENT, "--known-at", instant)
    assert answer.returncode == 2
    assert "2026-06-30T12:00:00" in answer.stderr


@pytest.fixture
def compared(cli: Cli, journal: Journal) -> Cli:
    """March of both years without waiting: 1000 and 985 persons under at most -2.5 %."""
    terms = agreed(a_line(at_most("-2.5"), id="lzb", measure="LZB"))
    persons = {"2025-03": "1000", "2026-03": "985"}
    loads = [a_released(a_load(month, ytd("LZB", month, count))) for month, count in persons.items()]
    names = [field.name for field in fields(Draft)]
    life = given(an_agreement_in_force(terms), *loads).records
    journal.append([Draft(**{name: getattr(record, name) for name in names}) for record in life], now=NOW)
    return cli


def test_one_line_is_compared_at_equal_load_states(compared: Cli) -> None:
    told = compared("line", AGREEMENT, "lzb", "2026-03", "--baseline", "2025-03")
    assert told.returncode == 0, told.stderr
    assert "Durchschnittlicher Bestand an Langzeitleistungsbeziehenden (III.2.1.2), März 2026 ohne" in told.stdout
    assert "Vorjahr, März 2025 ohne Wartezeit: 1.000 Personen" in told.stdout
    assert "nicht auf Kurs, 10 Personen zu viel" in told.stdout
    read = json.loads(compared("line", AGREEMENT, "lzb", "2026-03", "--json").stdout)
    assert (read["line_id"], read["state"], read["gap"]["whole"]) == ("lzb", "off_course", 10)


@pytest.mark.parametrize("baseline", ["2025-02", "2025-03+3", "2024-03"])
def test_unequal_load_states_are_not_compared(compared: Cli, baseline: str) -> None:
    told = compared("line", AGREEMENT, "lzb", "2026-03", "--baseline", baseline)
    assert (told.returncode, told.stdout) == (1, "")
    assert "Verglichen werden nur Werte mit gleichem Ladestand: März 2026 ohne Wartezeit und" in told.stderr
    assert "[Regel unequal-load-states, III.3.2-L]" in told.stderr


def test_a_load_state_with_waiting_has_figures_of_its_own(compared: Cli) -> None:
    told = compared("line", AGREEMENT, "lzb", "2026-03+3", "--baseline", "2025-03+3")
    assert told.returncode == 0
    assert "nicht beurteilbar" in told.stdout


@pytest.mark.parametrize("state", ["März", "2026-13", "2026-03+25", "2026-03+x", "2026-03-3", "+3"])
def test_an_unreadable_load_state_is_a_usage_error(cli: Cli, state: str) -> None:
    told = cli("line", AGREEMENT, "lzb", state)
    assert told.returncode == 2
    assert "2026-03+3" in told.stderr


SVB = "Eckwert Sozialversicherungspflichtig Beschäftigte in Niedersachsen"


def test_the_same_circumstance_of_several_agreements_stands_together(cli: Cli, journal: Journal) -> None:
    assert "noch kein Umstand" in cli("circumstances").stdout
    for county, ags, effect in (("heidekreis", "03358", True), ("celle", "03351", False)):
        appraised = Addressed(reference="circumstance:arbeitsmarkt", has_effect=effect, why=f"Gewürdigt für {county}.")
        noted = (an_agreement_in_force(), benchmark_missed(), law_changed())
        journal.append(recorded(*noted, finally_talked(), assessed(appraised), county=county, ags=ags), now=NOW)
    told = cli("circumstances")
    assert told.returncode == 0, told.stderr
    assert told.stdout.count(f"{SVB} (2026): verschieden gewürdigt") == 1
    assert told.stdout.count("Gesetzesänderung BGBl. 2026 I Nr. 107") == 1
    for cell in ("0,1", "-0,6", "mit Auswirkung: Gewürdigt für heidekreis.", "ohne Auswirkung: Gewürdigt für celle."):
        assert cell in told.stdout
    found = json.loads(cli("circumstances", "--json").stdout)
    assert [(same["same_as"], same["appraised_alike"], len(same["rows"])) for same in found["items"]] == [
        ("benchmark:2026:svb", False, 2),
        ("law:BGBl. 2026 I Nr. 107", None, 2),
    ]
    assert found["as_of_position"] == journal.head()
    early = json.loads(cli("circumstances", "--known-at", "2026-01-01", "--json").stdout)
    assert early == {"items": [], "as_of_position": 0}


def test_a_part_is_read_in_german_and_as_json(cli: Cli, journal: Journal) -> None:
    name = journal.append(recorded(an_agreement_in_force(), benchmark_missed()), now=NOW)[0].stream_id
    told = cli("part", name, "circumstances")
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines() == [
        f"Umstände: {name}, Stand 4",
        "Die Beschäftigung sank: zu würdigen",
    ]
    assert "Fassung 1: gilt von Anfang an, unterzeichnet von MS am" in cli("part", name, "terms").stdout
    assert "Dazu ist nichts festgehalten." in cli("part", name, "advice").stdout
    [item] = json.loads(cli("part", name, "circumstances", "--json").stdout)["items"]
    assert (item["reference"], item["appraisal"]) == ("circumstance:arbeitsmarkt", None)
    unknown = cli("part", name, "besuche")
    assert (unknown.returncode, "Einen Teil „besuche“ gibt es nicht" in unknown.stderr) == (2, True)


def test_the_decision_comes_first_and_an_empty_report_says_what_was_searched(cli: Cli, journal: Journal) -> None:
    addressed = Addressed(reference="circumstance:arbeitsmarkt", has_effect=False, why="Es betraf ein anderes Jahr.")
    life = (an_agreement_in_force(), benchmark_missed(), finally_talked(), assessed(addressed))
    name = journal.append(recorded(life), now=NOW)[0].stream_id
    shown = cli("show", name).stdout
    assert shown.index("Entschieden am") < shown.index("Bedingungen: Fassung 1")
    assert "Unterzeichnet: " in shown
    told = cli("assessment", name)
    assert told.returncode == 0, told.stderr
    assert "Die Beschäftigung sank.: ohne Auswirkung. Es betraf ein anderes Jahr." in told.stdout
    assert json.loads(cli("assessment", name, "--json").stdout)["addressed"][0]["has_effect"] is False
    empty = cli("report", "corrections").stdout
    assert "Dazu gibt es nichts." in empty
    assert "Durchsucht: " in empty
    assert "Regel: Eine Lieferung unter einem Urteil wurde später ersetzt" in empty
    assert "Stand 4 (Position 4): Umstand festgehalten" in cli("known", name, "4").stdout


def test_a_line_without_a_load_state_is_shown_month_by_month_and_as_a_table(compared: Cli) -> None:
    told = compared("line", AGREEMENT, "lzb")
    assert "Monat für Monat" in told.stdout
    assert "März 2026 ohne Wartezeit" in told.stdout
    file = compared.folder / "lzb.csv"
    assert compared("line", AGREEMENT, "lzb", "--out", str(file)).returncode == 0
    assert "\n2026-03;" in file.read_text("utf-8-sig")
    again = compared("line", AGREEMENT, "lzb", "--out", str(file))
    assert (again.returncode, "gibt es schon" in again.stderr) == (2, True)
    unknown = compared("line", AGREEMENT, "gibt-es-nicht")
    assert "[Regel unknown-line" in unknown.stderr
