"""Entries found by index are those found by reading all of them, whatever was asked and however far the index is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from random import Random
from uuid import uuid4

import pytest
from psycopg import Connection
from psycopg.rows import DictRow

from application.history.filters import EVERYTHING, HistoryFilter
from application.history.index import with_wholes
from application.history.pages import Histories
from application.history.relevance import below
from application.ports import Selection
from application.reports import catalogue
from application.reports.catalogue import REPORTS, Reports
from application.reports.row import EntryRow, Life, ReportRow
from domain.facts import PersonErased
from domain.record import Record, Role
from infrastructure import entry_index
from infrastructure.entry_index import EntryTable
from infrastructure.journal import Journal
from tests.application.lives import recorded
from tests.application.random_lives import random_life
from tests.application.test_history import AUDITOR, CELLE, OPERATOR, REGISTER, write
from tests.builders import COMMITMENT, COUNTY, MINISTRY
from tests.infrastructure.drafts import a_draft

CLAUSES = ("III", "III.3", "III.3.1", "III.3.2", "III.3.2-D", "III.2", "N.2", "S", "P")
ASKED = (
    EVERYTHING,
    *(HistoryFilter(clause=clause) for clause in CLAUSES),
    *(HistoryFilter(goal=goal) for goal in ("1", "2")),
    *(HistoryFilter(role=role) for role in Role),
    HistoryFilter(actor=COUNTY.person),
    HistoryFilter(actor="niemand"),
    *(HistoryFilter(party=party) for party in ("heidekreis", "ni-ms", "niemand")),
    *(HistoryFilter(finding=rule) for rule in ("recorded-late", "no-such-rule")),
    HistoryFilter(causation_id=uuid4()),
    HistoryFilter(occurred_from=date(2026, 3, 3), occurred_until=date(2026, 6, 30)),
    HistoryFilter(fact="CircumstanceNoted", role=Role.COUNTY),
    HistoryFilter(agreement_id="2026.4.03.03358.1", clause="III.3.1", role=Role.LAND),
)


@pytest.fixture
def journal_of_three(journal: Journal) -> Journal:
    lives = [recorded(*random_life(n, 5), county=c, ags=ags) for n, (c, ags) in enumerate(COUNTIES)]
    drafts = [a_draft(REGISTER, 1, PersonErased(person="person-1", name_commitment=COMMITMENT))]
    chance = Random(1)
    while any(lives):
        drafts.append(chance.choice([life for life in lives if life]).pop(0))
    write(journal, drafts)
    return journal


COUNTIES = (("heidekreis", "03358"), ("celle", "03351"), ("verden", "03361"))


def test_whatever_is_asked_by_whomever_up_to_wherever(
    journal_of_three: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = Random(2)
    monkeypatch.setattr(entry_index, "BATCH", 25)
    index = EntryTable(journal_of_three)
    read, found = Histories(journal_of_three), Histories(journal_of_three, index)
    index.read_on()
    for indexed in ("some", "all"):
        for filters in ASKED:
            actor = COUNTY if filters.agreement_id else chance.choice((AUDITOR, MINISTRY, CELLE, COUNTY, OPERATOR))
            expected = [one.position for one in read.entries(actor, filters)]
            assert [one.position for one in found.entries(actor, filters)] == expected, (indexed, actor, filters)
            first = found.page(actor, filters, limit=2)
            assert [one.position for one in first.entries] == expected[:2]
        while index.read_on():
            pass
    assert index.position() == journal_of_three.head()


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_by_index_is_the_one_by_reading_everything(
    journal_of_three: Journal, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(entry_index, "BATCH", 40)
    records, index, today = journal_of_three.log(limit=10_000), EntryTable(journal_of_three), date(2027, 6, 1)
    moments = (None, records[0].recorded_at, records[len(records) // 2].recorded_at)
    read, found = Reports(Histories(journal_of_three)), Reports(Histories(journal_of_three, index))
    while True:
        for actor, known_at in product((AUDITOR, MINISTRY, CELLE, OPERATOR), moments):
            expected = read.answer(actor, name, today, known_at=known_at)
            answer = found.answer(actor, name, today, known_at=known_at)
            assert list(answer.rows) == list(expected.rows)
            assert answer.searched(None) == expected.searched(None)
        if not index.read_on():
            break


def test_reports_read_no_more_of_the_log_than_they_tell(
    journal_of_three: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = EntryTable(journal_of_three)
    while index.read_on():
        pass
    reports, positions, at = Reports(Histories(journal_of_three, index)), list[int](), journal_of_three.at

    def noted(asked: Sequence[int]) -> list[Record]:
        positions.extend(asked)
        return at(asked)

    monkeypatch.setattr(journal_of_three, "at", noted)
    monkeypatch.setattr(journal_of_three, "outlines", noted)
    for name in ("late", "mended"):
        positions.clear()
        rows = list(reports.rows(AUDITOR, name, date(2027, 6, 1)))
        told = {row.agreement_id for row in rows if isinstance(row, EntryRow)}
        assert told
        assert told == {record.stream_id for record in at(positions)}, name


def test_of_lives_the_index_has_not_read_a_report_reads_one_when_its_turn_comes(
    journal_of_three: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = Reports(Histories(journal_of_three, EntryTable(journal_of_three)))
    read, records, asked = list[str](), journal_of_three.records, list[str]()

    def noted(stream_id: str) -> list[Record]:
        read.append(stream_id)
        return records(stream_id)

    def consumed(lives: Iterable[Life], _: date) -> Iterator[ReportRow]:
        for life in lives:
            asked.append(life[0].stream_id)
            assert read == asked, "a life is read before the one before it is done with"
        yield from ()

    monkeypatch.setattr(journal_of_three, "records", noted)
    monkeypatch.setattr(catalogue, "REPORTS", {"late": replace(REPORTS["late"], rows=consumed)})
    answer = reports.answer(AUDITOR, "late", date(2027, 6, 1))
    assert not [*answer.rows]
    assert len(asked) == 4
    searched = answer.searched(None)
    assert (searched.streams, searched.entries, searched.position) == (4, *[journal_of_three.head()] * 2)


def test_causes_are_found_by_index_within_what_a_reader_sees(journal_of_three: Journal) -> None:
    index = EntryTable(journal_of_three)
    while index.read_on():
        pass
    found = Histories(journal_of_three, index)
    last = journal_of_three.log(after=journal_of_three.head() - 1)[0]
    assert [one.position for one in found.causes(AUDITOR, last.event_id)] == [last.position]
    own = next(one for one in journal_of_three.records("2026.4.03.03351.1"))
    assert [one.position for one in found.causes(CELLE, own.event_id)] == [own.position]
    assert found.causes(COUNTY, own.event_id) == ()
    assert found.causes(AUDITOR, uuid4()) == ()


def test_other_rules_read_the_log_anew(journal_of_three: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    index = EntryTable(journal_of_three)
    while index.read_on():
        pass
    monkeypatch.setattr(entry_index, "RULES", 99)
    assert index.position() == 0
    while index.read_on():
        pass
    assert index.position() == journal_of_three.head()
    everything = index.find(Selection(), EVERYTHING, after=0, limit=1000).positions
    assert list(everything) == list(range(1, journal_of_three.head() + 1))


@pytest.mark.parametrize("clause", ["III.3.2-L", "III.2.1.4", "S", "N.2"])
def test_a_clause_is_found_by_each_it_is_a_part_of(clause: str) -> None:
    asked = [clause[:end] for end in range(1, len(clause) + 1)]
    assert with_wholes([clause]) == {one for one in asked if below(clause, one)}


def test_an_index_formed_again_in_the_middle_of_a_question_loses_nothing(
    journal_of_three: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, another = EntryTable(journal_of_three), EntryTable(journal_of_three)
    last, position = journal_of_three.log(after=journal_of_three.head() - 1)[0], entry_index._read_up_to
    monkeypatch.setattr(entry_index, "BATCH", 5)

    def begun_again(connection: Connection[DictRow]) -> int:
        """Up to where it has read, after which somebody else begins again and reads the first entries."""
        known = position(connection)
        with pytest.MonkeyPatch.context() as meanwhile:
            meanwhile.setattr(entry_index, "_read_up_to", position)
            another.begin_again()
            another.read_on()
        return known

    def report(histories: Histories) -> tuple[object, ...]:
        answer = Reports(histories).answer(AUDITOR, "software", date(2027, 1, 1))
        return [*answer.rows], answer.searched(None)

    questions: tuple[Callable[[Histories], object], ...] = (
        lambda histories: histories.page(AUDITOR, HistoryFilter(role=last.provenance.role), limit=1000),
        lambda histories: histories.causes(AUDITOR, last.event_id),
        report,
    )
    for ask in questions:
        while another.read_on():
            pass
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(entry_index, "_read_up_to", begun_again)
            answer = ask(Histories(journal_of_three, index))
        assert another.position() == 5
        assert answer == ask(Histories(journal_of_three))
