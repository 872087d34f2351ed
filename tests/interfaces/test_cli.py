"""The command line on the user's own database: what it prints, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest

from domain.values import sha256_of
from interfaces.sample.terms import heidekreis_2026
from tests.postgres import Database

COMMAND = Path(sys.executable).with_name("zielsteuerung")
AGREEMENT = "2026.4.03.03358.1"
LAND = ["--person", "ms-eins", "--role", "land", "--office", "MS", "--scope", "03", "--party", "ni-ms"]
COUNTY = ["--person", "hk", "--role", "county", "--office", "HK", "--scope", "03358", "--party", "heidekreis"]


class Cli:
    """The command on one database."""

    def __init__(self, database: Database, folder: Path) -> None:
        keys = {"ZIELSTEUERUNG_KEYS": str(folder / "keys")}
        self.env = {"DATABASE_URL": database.service_url, "DATABASE_OWNER_URL": database.owner_url} | keys
        self.folder = folder

    def __call__(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
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
    assert f"Vereinbarung entworfen: {AGREEMENT}, Stand 1, Eintrag 1" in drafted.stdout
    assert "Feststellung: Erst" in drafted.stdout
    shown = cli("show", AGREEMENT)
    assert f"{AGREEMENT}: entworfen, Stand 1" in shown.stdout
    assert "nicht beurteilbar. Es ist noch keine Lieferung des Jahres" in shown.stdout
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
    assert added.returncode == 0, added.stderr
    assert cli.act("SignAgreement", sign, *words).returncode == 0
    assert cli("persons", "erase", "unterzeichnerin", "--reason", "Frist abgelaufen").returncode == 0
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
    answer = cli.act("ReviseDraft", stale, *LAND, "--agreement", AGREEMENT, "--on-version", "7")
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
