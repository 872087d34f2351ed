"""What docs/identity.md shows works as shown."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.record import Actor, Role
from interfaces.http.identity.actors import read_actors, read_local_actors
from interfaces.http.identity.answers import SENTENCES, Unauthenticated
from interfaces.http.identity.security_log import Asked, SecurityLog
from interfaces.http.identity.settings import IdentitySettings, identity_settings

TEXT = (Path(__file__).parents[3] / "docs" / "identity.md").read_text(encoding="utf-8")


def shown(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def written(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "actors.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_the_shown_environment_is_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    (block,) = shown("sh")
    for name, value in re.findall(r"^export (\w+)=(\S+)$", block, re.MULTILINE):
        monkeypatch.setenv(name, value)
    settings = identity_settings()
    assert settings.oidc_issuer == "https://anmeldung.example.org/realms/land"
    assert settings.actors_file == Path("/etc/zielsteuerung/actors.toml")


def test_the_table_names_every_variable_with_its_default() -> None:
    rows = {row[0]: row[1].strip("` ") for row in re.findall(r"^\| `([A-Z_]+)` \|.*\| (.*) \|$", TEXT, re.MULTILINE)}
    assert set(rows) == {name.upper() for name in IdentitySettings.model_fields}
    for name, field in IdentitySettings.model_fields.items():
        default = field.default
        if default is not None:
            expected = ",".join(default) if isinstance(default, tuple) else str(default)
            assert rows[name.upper()] == expected


def test_the_shown_entries_map_as_described(tmp_path: Path) -> None:
    actors = read_actors(written(tmp_path, shown("toml")[0]), "https://anmeldung.example.org")
    clerk = actors.actor({"sub": "1", "groups": ["zielsteuerung-land"], "personnel_number": "ms-17"})
    assert (clerk.person, clerk.role, clerk.party, clerk.scope) == ("ms-17", Role.LAND, "ni-ms", "03")
    county = {"sub": "2", "realm_access": {"roles": ["zielsteuerung"]}, "county": "03358"}
    assert actors.actor(county).role is Role.COUNTY
    roles = {
        "zielsteuerung-ausschuss": Role.COMMITTEE,
        "rechnungspruefung": Role.AUDITOR,
        "zielsteuerung-betrieb": Role.OPERATOR,
    }
    for group, role in roles.items():
        assert actors.actor({"sub": "3", "groups": group}).role is role
    with pytest.raises(Unauthenticated):
        actors.actor({"sub": "4", "groups": ["rechnungspruefung", "zielsteuerung-betrieb"]})


def test_the_shown_local_entry_is_read(tmp_path: Path) -> None:
    office = "MS, Sachbearbeitung Zielsteuerung"
    expected = Actor("ms-desk", Role.LAND, office, "Eigene Anmeldung", "ni-ms", "03")
    assert read_local_actors(written(tmp_path, shown("toml")[1]), "Eigene Anmeldung") == (expected,)


def test_the_shown_line_is_what_the_log_writes(tmp_path: Path) -> None:
    line = json.loads(shown("json")[0])
    actor = Actor(line["person"], Role(line["role"]), "Controlling", "Test", line["party"], "03358")
    path = tmp_path / "security.log"
    log = SecurityLog(path, now=lambda: datetime(2026, 11, 3, 12, 30, tzinfo=UTC))
    log.not_permitted(line["code"], actor, Asked(line["route"], line["request_id"], line["address"]))
    assert path.read_text() == shown("json")[0]


def test_every_answer_is_listed_with_its_status() -> None:
    rows = re.findall(r"^\| (`.*?`) \| (\d+) \|", TEXT, re.MULTILINE)
    listed = {code: int(status) for codes, status in rows for code in re.findall(r"`([a-z-]+)`", codes)}
    assert listed == {code: Unauthenticated(code).status for code in SENTENCES}
