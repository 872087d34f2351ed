"""Lists across agreements: everybody sees his own, at any instant, and the same thing stands side by side."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from application.lists import due, overview
from application.lists.agreement_course import fold
from application.lists.due_item import DueItem
from application.lists.ports import Rows
from application.lists.reading import Lists
from application.lists.stored_view import OVERVIEW, View
from application.reading.visibility import sees_parties
from domain.attainment import LineState
from domain.facts import AssessmentAcknowledged, RecordDisputed, RecordRetracted
from domain.facts.judging import Addressed
from domain.reasons import Reason, Said
from domain.record import Actor, Draft, Record, Role
from domain.state import Status
from domain.values import Frozen, Words
from infrastructure.journal import Journal
from infrastructure.projector import Views
from tests.application.lives import assessed, benchmark_missed, finally_talked, law_changed, recorded
from tests.builders import (
    COMMITTEE,
    COUNTY,
    MINISTRY,
    a_line,
    a_load,
    a_released,
    agreed,
    an_agreement_in_force,
    at_most,
    drafted,
    monthly,
)
from tests.domain.given import given

AUDITOR = Actor("pruefung", Role.AUDITOR, "Prüfung", "test")
CELLE = replace(COUNTY, person="clara-celle", party="celle", scope="03351")
OTHER_LAND = replace(MINISTRY, scope="05")
HEIDEKREIS_ID, CELLE_ID = "2026.4.03.03358.1", "2026.4.03.03351.1"
START = datetime(2026, 2, 1, 8, tzinfo=UTC)
JUNE = date(2026, 6, 15)


@pytest.fixture
def views(journal: Journal) -> Views:
    return Views(journal, "test")


@pytest.fixture
def lists(journal: Journal, views: Views) -> Lists:
    return Lists(journal, views)


def write(journal: Journal, drafts: Sequence[Draft], start: datetime = START) -> list[Record]:
    """Record drafts a minute apart, each in an act of its own."""
    return [journal.append([draft], now=start + timedelta(minutes=n))[0] for n, draft in enumerate(drafts)]


def both(journal: Journal) -> None:
    write(journal, recorded(an_agreement_in_force(), law_changed()))
    write(journal, recorded(an_agreement_in_force(), law_changed(), county="celle", ags="03351"))


@pytest.mark.parametrize(
    ("reader", "sees"),
    [
        (AUDITOR, {HEIDEKREIS_ID, CELLE_ID}),
        (MINISTRY, {HEIDEKREIS_ID, CELLE_ID}),
        (COMMITTEE, {HEIDEKREIS_ID, CELLE_ID}),
        (COUNTY, {HEIDEKREIS_ID}),
        (CELLE, {CELLE_ID}),
        (OTHER_LAND, set()),
        (replace(AUDITOR, role=Role.OPERATOR), set()),
    ],
)
def test_everybody_lists_what_he_may_see(
    journal: Journal, views: Views, lists: Lists, reader: Actor, sees: set[str]
) -> None:
    both(journal)
    views.catch_up()
    assert {row.agreement_id for row in lists.overview(reader)} == sees
    assert {item.agreement_id for item in lists.due(reader, date(2027, 12, 31))} == sees
    assert {row.agreement_id for same in lists.circumstances(reader) for row in same.rows} == sees


class Worded(Frozen):
    """A row with a text that knows what it was said from."""

    entries: int
    says: Words


def test_a_row_of_any_view_reads_back_with_what_its_texts_were_said_from(journal: Journal) -> None:
    many = Reason("entries_in_log", "{entries} Einträge")
    view = View("worded", lambda case: {"": Worded(entries=case.version, says=many.said(entries=case.version))})
    write(journal, recorded(an_agreement_in_force()))
    views = Views(journal, "test", (OVERVIEW, view))
    views.catch_up()
    (row,) = Lists(journal, views)._rows(AUDITOR, view, Worded, Rows())
    assert (row.entries, row.says) == (3, "3 Einträge")
    assert isinstance(row.says, Said)
    assert row.says.source == {"text": "3 Einträge", "code": "entries_in_log", "values": {"entries": 3}}


def test_a_list_as_it_was_known_at_any_instant(journal: Journal, views: Views, lists: Lists) -> None:
    before = START - timedelta(seconds=1)
    records = write(journal, recorded(an_agreement_in_force(), law_changed()))
    views.catch_up()
    for record, status in zip(records, [Status.DRAFTED, Status.PARTLY_SIGNED, *[Status.IN_FORCE] * 2], strict=True):
        (row,) = lists.overview(AUDITOR, at=lists.as_of(record.recorded_at))
        assert (row.last_position, row.status) == (record.position, status)
        (row,) = lists.overview(AUDITOR, at=lists.as_of(record.recorded_at + timedelta(seconds=59)))
        assert row.last_position == record.position
    assert lists.overview(AUDITOR, at=lists.as_of(before)) == ()
    assert lists.overview(AUDITOR) == lists.overview(
        AUDITOR, at=lists.as_of(records[-1].recorded_at + timedelta(days=9))
    )
    signatures = [item.kind for item in lists.due(AUDITOR, JUNE, at=lists.as_of(records[1].recorded_at))]
    assert signatures == ["signature"]
    assert "signature" not in {item.kind for item in lists.due(AUDITOR, JUNE)}
    assert lists.circumstances(AUDITOR, at=lists.as_of(records[2].recorded_at)) == ()


def test_an_instant_is_found_in_a_log_of_any_length(journal: Journal) -> None:
    assert journal.position_at(START) == 0
    records = write(journal, [one for n in range(5) for one in recorded(drafted(), county=f"kreis-{n}")])
    for record in records:
        assert journal.position_at(record.recorded_at) == record.position
        assert journal.position_at(record.recorded_at - timedelta(microseconds=1)) == record.position - 1


def test_due_by_role_and_day_what_ends_first_comes_first(journal: Journal, views: Views, lists: Lists) -> None:
    write(journal, recorded(an_agreement_in_force()))
    views.catch_up()
    assert lists.due(AUDITOR, date(2026, 2, 9)) == ()
    february = lists.due(AUDITOR, date(2026, 2, 20))
    assert {"load_expected", "transcription", "step", "dialog_owed"} == {item.kind for item in february}
    assert [item.due_by or date.max for item in february] == sorted(item.due_by or date.max for item in february)
    of_county = lists.due(AUDITOR, date(2026, 2, 20), Role.COUNTY)
    assert {item.kind for item in of_county} == {"step", "dialog_owed"}
    assert all(Role.COUNTY in item.roles for item in of_county)


def test_the_same_law_and_benchmark_side_by_side_and_whether_appraised_alike(
    journal: Journal, views: Views, lists: Lists
) -> None:
    for county, ags, effect in (("heidekreis", "03358", True), ("celle", "03351", False)):
        appraised = (
            Addressed(reference="law:aendg-13", has_effect=effect, why="Gewürdigt."),
            Addressed(reference="circumstance:arbeitsmarkt", has_effect=True, why="Gewürdigt."),
        )
        life = (an_agreement_in_force(), benchmark_missed(), law_changed(), finally_talked(), assessed(*appraised))
        write(journal, recorded(*life, county=county, ags=ags))
    write(journal, recorded(an_agreement_in_force(), law_changed("BGBl. 2026 I Nr. 175"), county="verden", ags="03361"))
    views.catch_up()
    found = {same.same_as: same for same in lists.circumstances(MINISTRY)}
    assert {name: (same.appraised_alike, len(same.rows)) for name, same in found.items()} == {
        "law:BGBl. 2026 I Nr. 107": (False, 2),
        "law:BGBl. 2026 I Nr. 175": (None, 1),
        "benchmark:2026:svb": (True, 2),
    }
    row = found["benchmark:2026:svb"].rows[0]
    assert (str(row.agreed), str(row.actual), row.noted_in_role, row.why) == ("0.1", "-0.6", Role.COUNTY, "Gewürdigt.")


def test_a_circumstance_taken_back_goes_and_a_disputed_one_stays(journal: Journal, views: Views, lists: Lists) -> None:
    life = (an_agreement_in_force(), benchmark_missed(), law_changed())
    disputed, retracted = RecordDisputed(version=4, says="Nein."), RecordRetracted(version=5)
    write(journal, recorded(*life, disputed, retracted))
    views.catch_up()
    ((row,),) = [same.rows for same in lists.circumstances(COUNTY)]
    assert (row.reference, row.disputed) == ("circumstance:arbeitsmarkt", True)


def test_the_overview_says_how_an_agreement_stands(journal: Journal, views: Views, lists: Lists) -> None:
    terms = agreed(a_line(at_most("-2.5"), id="lzb", measure="LZB"))
    loads = [a_released(a_load(f"{year}-02", monthly("LZB", f"{year}-01", [1000, 1000]))) for year in (2025, 2026)]
    judged = (finally_talked(), assessed(), AssessmentAcknowledged())
    write(journal, recorded(an_agreement_in_force(terms), *loads, *judged))
    views.catch_up()
    (row,) = lists.overview(COUNTY)
    assert (row.status, row.latest_month, row.answer) == (Status.ASSESSED, "2026-02", "acknowledged")
    assert [verdict.state for verdict in row.verdicts] == [LineState.OFF_COURSE]
    assert (row.dialogs_held, row.dialogs_agreed, row.version) == (0, 2, 11)


@pytest.mark.parametrize("scope", ["", "0", "03", "03358", "033", "03351", "05"])
@pytest.mark.parametrize("party", [None, "heidekreis", "celle", "ni-ms"])
@pytest.mark.parametrize("role", Role)
def test_what_the_database_finds_is_what_the_rule_on_visibility_says(role: Role, party: str | None, scope: str) -> None:
    actor = replace(AUDITOR, role=role, party=party, scope=scope)
    case = fold(given(an_agreement_in_force()).records)
    assert case is not None
    (row,) = overview.rows(case).values()
    found, tags = overview.found_by(actor), set(overview.tags(row.model_dump(mode="json")))
    assert (found is not None and tags.issuperset(found)) is sees_parties(actor, row.parties)


def test_a_list_in_parts_is_the_whole_list(journal: Journal, views: Views, lists: Lists) -> None:
    both(journal)
    views.catch_up()
    day, at = date(2027, 12, 31), lists.as_of()
    whole = lists.due(AUDITOR, day, at=at)
    parts: list[DueItem] = []
    while len(parts) < len(whole):
        after = due.place_of(parts[-1]) if parts else None
        parts += (some := lists.due(AUDITOR, day, at=at, after=after, limit=3))
        assert 0 < len(some) <= 3
    assert tuple(parts) == whole
    (first,) = lists.overview(AUDITOR, limit=1)
    assert [row.agreement_id for row in lists.overview(AUDITOR, after=first.agreement_id)] == [HEIDEKREIS_ID]
