"""The history: who reads which entries, page by page, and as it was known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from application.history.entry import HistoryEntry, told
from application.history.filters import HistoryFilter
from application.history.lives import Lives
from application.history.pages import Histories
from application.reading.figure_file import FILES
from domain.facts import FigureFileDelivered, PersonErased, RecordDisputed
from domain.facts.figure_files import DeliveredPart, Warned
from domain.facts.figures import SourceFile
from domain.figures import LoadState
from domain.record import Actor, Draft, Record, Role
from domain.rules import Refused
from infrastructure.journal import Journal
from infrastructure.proofs.stored_tree import StoredLog, leaf_hash
from tests.application.lives import assessed, benchmark_missed, finally_talked, law_changed, recorded
from tests.builders import COMMITMENT, COMMITTEE, COUNTY, MINISTRY, an_agreement_in_force
from tests.infrastructure.drafts import a_draft

AUDITOR = Actor("pruefung", Role.AUDITOR, "Prüfung", "test")
OPERATOR = Actor("betrieb", Role.OPERATOR, "Betrieb", "test")
CELLE = replace(COUNTY, person="clara-celle", party="celle", scope="03351")
HEIDEKREIS_ID, CELLE_ID = "2026.4.03.03358.1", "2026.4.03.03351.1"
REGISTER = "register.persons"
START = datetime(2026, 2, 1, 8, tzinfo=UTC)
LIFE = (an_agreement_in_force(), benchmark_missed(), law_changed(), finally_talked(), assessed())


@pytest.fixture
def histories(journal: Journal) -> Histories:
    return Histories(journal)


def write(journal: Journal, drafts: Sequence[Draft]) -> list[Record]:
    """Record drafts a minute apart."""
    return [journal.append([draft], now=START + timedelta(minutes=n))[0] for n, draft in enumerate(drafts)]


def two_counties(journal: Journal) -> list[Record]:
    """Two agreements whose entries lie between one another, and an erasure after five of them."""
    pairs = zip(recorded(*LIFE), recorded(*LIFE, county="celle", ags="03351"), strict=True)
    drafts = [draft for pair in pairs for draft in pair]
    erased = a_draft(REGISTER, 1, PersonErased(person="person-1", name_commitment=COMMITMENT))
    return write(journal, [*drafts[:5], erased, *drafts[5:]])


def test_the_operator_reads_nothing_of_files_whose_figures_are_not_released(
    journal: Journal, histories: Histories
) -> None:
    state = LoadState(report_month="2026-06", months_waited=0)
    file = FigureFileDelivered(
        file_id="datei-0123456789ab-1",
        source=SourceFile(name="juni.csv", sha256="0" * 64, size=1),
        within="03",
        rows=1,
        dry_run="0123456789abcdef-0123456789abcdef",
        decided_anew=False,
        parts=(DeliveredPart(agreement_id=HEIDEKREIS_ID, delivery_id="d1", state=state),),
        warnings=(Warned(check="V12", count=1, says=("K2 ist 31,1 statt 30,0.",)),),
    )
    erased = PersonErased(person="person-1", name_commitment=COMMITMENT)
    write(journal, [a_draft(FILES + file.file_id, 1, file), a_draft(REGISTER, 1, erased)])
    assert [one.stream_id for one in histories.page(OPERATOR).entries] == [REGISTER]
    assert [life[0].stream_id for life in Lives(histories).whole(OPERATOR)] == [REGISTER]


@pytest.mark.parametrize(
    ("reader", "streams"),
    [
        (AUDITOR, {HEIDEKREIS_ID, CELLE_ID, REGISTER}),
        (replace(AUDITOR, scope="03"), {HEIDEKREIS_ID, CELLE_ID}),
        (MINISTRY, {HEIDEKREIS_ID, CELLE_ID}),
        (COMMITTEE, {HEIDEKREIS_ID, CELLE_ID}),
        (COUNTY, {HEIDEKREIS_ID}),
        (CELLE, {CELLE_ID}),
        (replace(MINISTRY, scope="05"), set()),
        (OPERATOR, {REGISTER}),
    ],
)
def test_everybody_reads_the_entries_of_what_he_may_see(
    journal: Journal, histories: Histories, reader: Actor, streams: set[str]
) -> None:
    records = two_counties(journal)
    read = histories.page(reader).entries
    assert [entry.position for entry in read] == [one.position for one in records if one.stream_id in streams]
    assert {entry.stream_id for entry in histories.entries(reader)} == streams


@pytest.mark.parametrize("reader", [CELLE, OPERATOR, replace(MINISTRY, scope="05")])
def test_another_ones_agreement_does_not_exist(journal: Journal, histories: Histories, reader: Actor) -> None:
    two_counties(journal)
    with pytest.raises(Refused) as refusal:
        histories.page(reader, HistoryFilter(agreement_id=HEIDEKREIS_ID))
    assert [finding.rule for finding in refusal.value.findings] == ["unknown-agreement"]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_pages_put_together_are_the_whole_once_each(journal: Journal, histories: Histories, size: int) -> None:
    two_counties(journal)
    for filters in (HistoryFilter(), HistoryFilter(role=Role.COUNTY), HistoryFilter(agreement_id=CELLE_ID)):
        whole, after = histories.page(AUDITOR, filters, limit=1000), 0
        entries: list[HistoryEntry] = []
        assert not whole.more
        while True:
            page = histories.page(AUDITOR, filters, after=after, limit=size)
            entries += page.entries
            assert len(page.entries) <= size
            if not page.more:
                break
            assert page.read_up_to > after, "each page gets on"
            after = page.read_up_to
        assert tuple(entries) == whole.entries


def test_a_page_stays_the_same_when_the_log_grows(journal: Journal, histories: Histories) -> None:
    records = two_counties(journal)
    first = histories.page(AUDITOR, limit=4)
    known = histories.page(AUDITOR, known_at=records[6].recorded_at)
    later = recorded(an_agreement_in_force(), county="verden", ags="03361")
    journal.append(later, now=START + timedelta(days=1))
    assert histories.page(AUDITOR, limit=4) == first
    assert histories.page(AUDITOR, known_at=records[6].recorded_at) == known
    assert [entry.position for entry in known.entries] == list(range(1, 8))
    assert [entry.stream_id for entry in Histories(journal).page(AUDITOR, after=len(records)).entries] == [
        "2026.4.03.03361.1"
    ] * 3


def test_one_agreements_page_says_the_same_as_its_whole_history(journal: Journal, histories: Histories) -> None:
    two_counties(journal)
    of_one = HistoryFilter(agreement_id=HEIDEKREIS_ID)
    whole = told(journal.records(HEIDEKREIS_ID))
    assert without_leaves(histories.page(COUNTY, of_one).entries) == whole
    last = without_leaves(histories.page(COUNTY, of_one, after=10).entries)
    assert last == whole[-len(last) :]


def without_leaves(entries: Sequence[HistoryEntry]) -> tuple[HistoryEntry, ...]:
    return tuple(one.model_copy(update={"leaf_hash": None}) for one in entries)


def test_every_entry_carries_its_leaf(journal: Journal, histories: Histories) -> None:
    two_counties(journal)
    entries = histories.page(COUNTY, HistoryFilter(agreement_id=HEIDEKREIS_ID)).entries
    states = dict(StoredLog(journal.recorder.datastore).entries(HEIDEKREIS_ID, journal.head()))
    assert {one.position: one.leaf_hash for one in entries} == {
        position: leaf_hash(state).hex() for position, state in states.items()
    }


def test_reading_stops_after_so_many_entries_and_goes_on_from_there(
    journal: Journal, histories: Histories, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("application.history.pages.SCANNED", 6)
    monkeypatch.setattr("application.history.pages.BATCH", 3)
    write(journal, recorded(*LIFE))
    of_assessment = HistoryFilter(clause="III.3.3")
    first = histories.page(AUDITOR, of_assessment)
    assert (first.entries, first.read_up_to, first.more) == ((), 6, True)
    assert [one.type for one in histories.entries(AUDITOR, of_assessment)] == ["FinalAssessmentMade"]


def test_a_dispute_concerns_the_goals_of_what_it_disputes(journal: Journal, histories: Histories) -> None:
    write(journal, recorded(an_agreement_in_force(), benchmark_missed(), RecordDisputed(version=4, says="Nein.")))
    found = histories.page(AUDITOR, HistoryFilter(goal="2")).entries
    assert [entry.type for entry in found] == ["AgreementDrafted", "CircumstanceNoted", "RecordDisputed"]


def caused(draft: Draft, event: UUID, by: UUID | None, correlation: UUID) -> Draft:
    """The draft as one that another event caused."""
    provenance = draft.provenance.model_copy(update={"correlation_id": correlation, "causation_id": by})
    return replace(draft, event_id=event, provenance=provenance)


def test_the_chain_of_causes_reaches_across_agreements_within_the_readers_scope(
    journal: Journal, histories: Histories
) -> None:
    first, second, third, conversation = uuid4(), uuid4(), uuid4(), uuid4()
    ours, theirs = recorded(an_agreement_in_force()), recorded(an_agreement_in_force(), county="celle", ags="03351")
    write(
        journal,
        [
            caused(ours[0], first, None, conversation),
            caused(theirs[0], second, first, conversation),
            caused(ours[1], third, second, conversation),
        ],
    )
    assert [entry.event_id for entry in histories.causes(AUDITOR, third)] == [first, second, third]
    assert [entry.event_id for entry in histories.causes(COUNTY, third)] == [third], "the cause is another county's"
    assert histories.causes(COUNTY, second) == ()
    of_one = histories.page(AUDITOR, HistoryFilter(correlation_id=conversation)).entries
    assert [entry.event_id for entry in of_one] == [first, second, third]
    led_to = histories.page(AUDITOR, HistoryFilter(causation_id=second)).entries
    assert [entry.event_id for entry in led_to] == [third], "at once, not by way of others"


def test_causes_that_run_in_a_circle_end(journal: Journal, histories: Histories) -> None:
    first, second = uuid4(), uuid4()
    drafts = recorded(an_agreement_in_force())
    write(journal, [caused(drafts[0], first, second, uuid4()), caused(drafts[1], second, first, uuid4())])
    assert [entry.event_id for entry in histories.causes(AUDITOR, second)] == [first, second]


def test_an_entry_leads_to_what_was_known_then(journal: Journal, histories: Histories) -> None:
    two_counties(journal)
    by_position = {entry.position: entry.known_then for entry in histories.page(AUDITOR).entries}
    known = by_position[1]
    assert known is not None
    assert (known.agreement_id, known.version) == (HEIDEKREIS_ID, 1)
    assert by_position[6] is None, "the register has nothing to know"


@pytest.mark.parametrize(
    "asked",
    [
        HistoryFilter(),
        HistoryFilter(goal="2"),
        HistoryFilter(clause="III.3"),
        HistoryFilter(role=Role.COUNTY),
        HistoryFilter(fact="DialogHeld"),
        HistoryFilter(occurred_from=date(2026, 3, 1)),
    ],
    ids=lambda asked: next(iter(asked.model_dump(exclude_none=True)), "all"),
)
def test_from_the_newest_on_one_reads_the_same_entries_a_few_at_a_time(
    journal: Journal, histories: Histories, asked: HistoryFilter
) -> None:
    write(journal, recorded(*LIFE))
    whole = [
        entry.model_copy(update={"leaf_hash": None})
        for entry in histories.entries(AUDITOR, asked.model_copy(update={"agreement_id": HEIDEKREIS_ID}))
    ]
    records, read = journal.records(HEIDEKREIS_ID), list[HistoryEntry]()
    for skip in range(0, len(whole) + 3, 3):
        total, some = histories.newest(records, asked, skip=skip, limit=3)
        assert total == len(whole)
        assert len(some) <= 3
        read += some
    assert read == whole[::-1]
    assert whole
