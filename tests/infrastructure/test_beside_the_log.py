"""What an operator can bend beside the log: settings, register of persons, acts, marks, conditions of tables."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from application.acting.register_requests import ErasePerson
from application.ports import Person
from application.reading.signatories import signatories
from domain.acts.signing import SignAgreement
from domain.facts.signing import Document, SignatureForm
from domain.values import sha256_of
from infrastructure.connection import SETTLED
from infrastructure.database import Database as Opened
from infrastructure.journal import Journal
from infrastructure.persons import Persons
from interfaces.sample.terms import heidekreis_2026
from tests.builders import MINISTRY
from tests.infrastructure.audits import AUDITOR, OPERATOR, Log, at_will, first, lived
from tests.postgres import Database

SIGNATORY = Person(id="unterzeichnerin", given_name="Amtlich", family_name="Beispielhaft")


@pytest.fixture
def log(opened_database: Opened) -> Log:
    """Thirteen entries, and a signature behind them."""
    log = lived(opened_database)
    log.system.service.register(SIGNATORY)
    document = Document(sha256="0" * 64, title="Scan", file_reference="ZV-1")
    signing = SignAgreement(
        occurred_on=log.today,
        terms_hash=sha256_of(heidekreis_2026()),
        signatory=SIGNATORY.id,
        office="MS",
        form=SignatureForm.PAPER,
        place="Hannover",
        document=document,
    )
    version = len(log.system.journal.records(log.agreement))
    log.system.service.act(MINISTRY, signing, log.agreement, on_version=version, key="einmal")
    return log


@pytest.fixture
def settings(database: Database) -> Iterator[psycopg.Connection]:
    """The superuser's connection, on which the database may be bent; straight again at the end."""
    with psycopg.connect(database.superuser_url, autocommit=True) as connection:
        name = connection.info.dbname
        try:
            yield connection
        finally:
            connection.execute(f'ALTER DATABASE "{name}" RESET ALL'.encode())
            connection.execute("DROP SCHEMA IF EXISTS evil CASCADE")
            connection.execute("DROP EVENT TRIGGER IF EXISTS quiet")


@contextmanager
def anew(database: Database) -> Iterator[Opened]:
    """The service's sessions, made after the database was bent."""
    with Journal(database.service_url) as journal:
        yield Opened(journal, Persons(journal.recorder.datastore))


def bent(connection: psycopg.Connection, *statements: str) -> None:
    for statement in statements:
        connection.execute(statement.replace("DATABASE", f'DATABASE "{connection.info.dbname}"', 1).encode())


BLIND = (
    "CREATE SCHEMA evil",
    "CREATE FUNCTION evil.nothing(bigint, bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> 14 AND"
    " $1 OPERATOR(pg_catalog.>) $2'",
    "CREATE OPERATOR evil.> (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = evil.nothing)",
    "CREATE FUNCTION evil.same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true'",
    "CREATE OPERATOR evil.= (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.same)",
    "GRANT USAGE ON SCHEMA evil TO PUBLIC",
    "ALTER DATABASE SET search_path = evil, pg_catalog, zielsteuerung",
)


def test_operators_of_somebody_else_hide_nothing(log: Log, settings: psycopg.Connection, database: Database) -> None:
    bent(settings, *BLIND)
    with psycopg.connect(database.superuser_url) as there:  # what every other session sees now
        assert there.execute("SELECT 14::bigint > 0::bigint").fetchone() == (False,)
    with anew(database) as opened:
        assert [one.position for one in opened.journal.log(after=12)] == [13, 14]
        assert Log(opened).audit.verification.verify().sound


@pytest.mark.parametrize("name", SETTLED)
def test_no_setting_of_the_database_reaches_a_session(
    log: Log, settings: psycopg.Connection, database: Database, name: str
) -> None:
    value = OTHERWISE[name]
    bent(settings, f"ALTER DATABASE SET {name} = {value}")
    with anew(database) as opened:
        assert Log(opened).audit.verification.verify().sound


OTHERWISE = {
    "client_encoding": "SQL_ASCII",
    "constraint_exclusion": "on",
    "quote_all_identifiers": "on",
    "search_path": "evil",
    "row_security": "on",
    "default_transaction_read_only": "on",
    "default_transaction_isolation": "'serializable'",
    "transform_null_equals": "on",
    "standard_conforming_strings": "off",
    "bytea_output": "escape",
    "DateStyle": "'SQL, MDY'",
    "TimeZone": "'Pacific/Auckland'",
}
FOREIGN = {
    "a cast that works by itself": (
        "CREATE FUNCTION public.quiet(text) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 1::bigint';"
        " CREATE CAST (text AS bigint) WITH FUNCTION public.quiet(text) AS IMPLICIT",
        "Umwandlung von text in bigint",
    ),
    "an operator among the server's own": (
        "CREATE FUNCTION public.quiet(bytea, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';"
        " CREATE OPERATOR pg_catalog.= (LEFTARG = bytea, RIGHTARG = text, FUNCTION = public.quiet)",
        "Operator =",
    ),
    "a function among the server's own": (
        "CREATE FUNCTION pg_catalog.sha256(text) RETURNS bytea LANGUAGE sql IMMUTABLE AS 'SELECT ''''::bytea'",
        "Funktion sha256",
    ),
    "an event trigger": (
        "CREATE FUNCTION public.quiet() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
        " CREATE EVENT TRIGGER quiet ON ddl_command_end EXECUTE FUNCTION public.quiet()",
        "Ereignis-Auslöser quiet",
    ),
}


@pytest.mark.parametrize("how", FOREIGN)
def test_what_works_by_itself_is_found(log: Log, settings: psycopg.Connection, how: str) -> None:
    statement, says = FOREIGN[how]
    settings.execute(statement.encode())
    assert first(log.audit.verification.verify()).endswith(f"{says}.")


CONDITIONS = {
    "a condition dropped": (
        "ALTER TABLE zielsteuerung.act DROP CONSTRAINT act_check",
        "Der Tabelle act fehlt die Bedingung first_position <= last_position",
    ),
    "a column may be empty": (
        "ALTER TABLE zielsteuerung.stored_events ALTER topic DROP NOT NULL",
        "Der Tabelle stored_events fehlt die Spalte topic text NOT NULL",
    ),
    "a condition of the register dropped": (
        "ALTER TABLE zielsteuerung.person DROP CONSTRAINT person_check",
        "Der Tabelle person fehlt die Bedingung num_nulls(title, given_name, family_name, salt) = CASE WHEN",
    ),
    "a column added": (
        "ALTER TABLE zielsteuerung.checkpoint ADD COLUMN more text",
        "Die Tabelle checkpoint hat fremd die Spalte more text",
    ),
}


@pytest.mark.parametrize("how", CONDITIONS)
def test_conditions_of_tables_are_held_against_the_migrations(log: Log, database: Database, how: str) -> None:
    statement, says = CONDITIONS[how]
    with psycopg.connect(database.superuser_url) as connection:
        connection.execute(statement.encode())
    assert first(log.audit.verification.verify()).startswith(says)


PERSON = "UPDATE zielsteuerung.person SET "
EXCHANGED = {
    "the name": (
        f"{PERSON} family_name = 'Anders'",
        "Verzeichnis der Personen, unterzeichnerin: Name und Salz öffnen den Nachweis nicht",
    ),
    "name, salt and commitment": (
        f"{PERSON} family_name = 'Anders', salt = repeat('x', 32)::bytea,"
        " commitment = sha256(repeat('x', 32)::bytea || convert_to('Amtlich Anders', 'UTF8'))",
        "Position 14: der Nachweis des Namens von unterzeichnerin ist im Verzeichnis ein anderer",
    ),
    "erased without an entry": (
        f"{PERSON} title = NULL, given_name = NULL, family_name = NULL, salt = NULL, lookup_word = NULL,"
        " erased_at = now()",
        "Verzeichnis der Personen, unterzeichnerin: der Name ist gelöscht, ohne dass ein Eintrag",
    ),
    "the word it is looked up by": (
        f"{PERSON} lookup_word = 'anders'",
        "Verzeichnis der Personen, unterzeichnerin: das Wort, nach dem Texte durchsucht werden, ist nicht das",
    ),
    "gone": ("DELETE FROM zielsteuerung.person", "Position 14: unterzeichnerin steht nicht im Verzeichnis"),
}


@pytest.mark.parametrize("how", EXCHANGED)
def test_a_person_exchanged_in_the_register_is_found(log: Log, database: Database, how: str) -> None:
    statement, says = EXCHANGED[how]
    assert log.audit.verification.verify().sound
    with psycopg.connect(database.superuser_url) as connection:
        connection.execute(statement.encode())
    assert first(log.audit.verification.verify()).startswith(says)


def test_who_signed_is_read_from_the_register_until_the_name_is_erased(log: Log, database: Database) -> None:
    system = log.system

    def read() -> tuple[str | None, bool | None]:
        (found,) = signatories(system.journal, system.persons, AUDITOR, log.agreement)
        return found.name, found.opens

    assert read() == (SIGNATORY.name, True)
    with psycopg.connect(database.superuser_url) as connection:
        connection.execute(f"{PERSON} salt = repeat('x', 32)::bytea".encode())
    assert read() == (SIGNATORY.name, False)
    erase = ErasePerson(occurred_on=log.today, reason="Die Frist ist um.", person=SIGNATORY.id)
    system.service.act(OPERATOR, erase)
    assert read() == (None, None)
    assert log.audit.verification.verify().sound


ACT = "UPDATE zielsteuerung.act SET "
BENT_ACTS = {
    "somebody else's": (f"{ACT} actor = 'fremd'", "Position 14: ein gemerkter Auftrag nennt diesen Eintrag als einen"),
    "entries that are not there": (f"{ACT} last_position = 99", "Ein gemerkter Auftrag von"),
}


@pytest.mark.parametrize("how", BENT_ACTS)
def test_a_remembered_act_that_was_bent_is_found(log: Log, database: Database, how: str) -> None:
    statement, says = BENT_ACTS[how]
    at_will(database.superuser_url, statement)
    assert first(log.audit.verification.verify()).startswith(says)


CHECKPOINT = "UPDATE zielsteuerung.checkpoint SET "
BENT_MARKS = {
    "made before what it holds": (f"{CHECKPOINT} made_at = made_at - interval '9 years' WHERE size = 12", "er will am"),
    "made after the next one": (f"{CHECKPOINT} made_at = made_at + interval '9 years' WHERE size = 2", "er will am"),
    "for no occasion there is": (f"{CHECKPOINT} occasion = 'secret' WHERE size = 12", "den Anlass „secret“ gibt es"),
}


@pytest.mark.parametrize("how", BENT_MARKS)
def test_a_checkpoint_s_day_and_occasion_are_held_against_its_neighbours(
    log: Log, database: Database, how: str
) -> None:
    statement, says = BENT_MARKS[how]
    at_will(database.superuser_url, statement)
    assert says in first(log.audit.verification.verify())


@pytest.mark.parametrize(
    "statement", ["UPDATE zielsteuerung.verification SET says = ''", "DELETE FROM zielsteuerung.verification"]
)
def test_the_service_cannot_turn_a_finding_green(log: Log, database: Database, statement: str) -> None:
    at_will(database.superuser_url, "DELETE FROM zielsteuerung.checkpoint")
    assert not log.audit.verification.verify().sound
    with psycopg.connect(database.service_url) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement.encode())
    with psycopg.connect(database.superuser_url) as connection, pytest.raises(psycopg.errors.RaiseException):
        connection.execute(statement.encode())
    assert (last := log.audit.verification.last()) is not None
    assert not last.sound
