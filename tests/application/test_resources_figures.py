"""Deliveries as resources: what came, who decided on it, and what counts in the end."""

from datetime import date

from application.reading.parts.deliveries import DeliveryEntry, deliveries, delivery
from application.reading.sources import Counting
from domain.facts import FiguresDelivered, FiguresReleased, RecordDisputed
from domain.facts.figures import Cause, Correction, SourceFile
from domain.figures import Flag
from domain.rules import Finding
from domain.state import Decision
from tests.builders import (
    COUNTY,
    MINISTRY,
    Happened,
    Life,
    a_load,
    a_released,
    a_state,
    an_agreement_in_force,
    delivered,
    k2,
    monthly,
    rejected,
    released,
)
from tests.domain.given import given

FEBRUARY = a_load("2026-02", *k2("2026-02", [80, 90], [4000, 4010, 4020]))
AGAIN = a_load("2026-02", *k2("2026-02", [81, 90], [4000, 4010, 4020]))
REVISED = a_load("2026-02", *k2("2026-02", [80, 91], [4000, 4010, 4020]), revision="r2")
FILE = SourceFile(name="februar.xlsx", sha256="ab" * 32, size=12_000)
LATE = Finding(rule="recorded-late", clause="N.1", says="Spät.", values={"days": "20", "day": "2026-03-01"})


def counting(*life: Life) -> Counting:
    return Counting.among(given(an_agreement_in_force(), *life).records)


def read(*life: Life) -> dict[str, DeliveryEntry]:
    return {entry.delivery_id: entry for entry in deliveries(counting(*life))}


def test_a_delivery_is_listed_with_what_it_covers_and_without_values() -> None:
    flagged = monthly("LZB", "2026-01", [1000, None], flags={"2026-02": Flag.MISSING})
    fact = FiguresDelivered(delivery_id="feb", load=a_load("2026-02", flagged), source=FILE)
    entry = read(Happened(fact, date(2026, 3, 16), findings=(LATE,)))["feb"]
    assert (entry.load_state, entry.loaded_on, entry.revision) == (a_state("2026-02"), date(2026, 3, 16), "original")
    [span] = entry.series
    assert (span.measure, span.form, span.sex, span.first, span.last) == (
        "LZB",
        "monthly",
        "total",
        "2026-01",
        "2026-02",
    )
    assert [(flag.month, flag.flag) for flag in span.flags] == [("2026-02", Flag.MISSING)]
    assert entry.file == FILE
    assert entry.delivered.findings == (LATE,)
    assert "values" not in entry.model_dump_json().replace('"values":{"days"', "")


def test_nobody_has_decided_about_a_fresh_delivery() -> None:
    entry = read(delivered(FEBRUARY, "feb"))["feb"]
    assert (entry.status, entry.counts, entry.decided) == (Decision.PENDING, False, None)


def test_a_decision_names_who_took_it_when_and_from_where_it_came() -> None:
    entry = read(delivered(FEBRUARY, "feb"), Happened(released("feb"), date(2026, 3, 18), by=MINISTRY))["feb"]
    assert (entry.status, entry.counts) == (Decision.RELEASED, True)
    assert entry.decided is not None
    assert (entry.decided.actor, entry.decided.occurred_on) == ("minna-fach", date(2026, 3, 18))
    assert (entry.decided.version, entry.decided.position, entry.decided.type) == (5, 5, "FiguresReleased")
    assert entry.delivered.actor == "karl-erfasst"


def test_a_rejected_delivery_never_counts() -> None:
    entry = read(delivered(FEBRUARY, "feb"), rejected("feb"))["feb"]
    assert (entry.status, entry.counts) == (Decision.REJECTED, False)


def test_a_released_correction_of_an_error_supersedes() -> None:
    error = Correction(of="feb", cause=Cause.TRANSMISSION_ERROR)
    entries = read(a_released(FEBRUARY, "feb"), a_released(AGAIN, "neu", "feb", "transmission_error"))
    assert (entries["feb"].superseded_by, entries["feb"].counts) == ("neu", False)
    assert (entries["neu"].corrects, entries["neu"].counts) == (error, True)


def test_a_correction_nobody_released_supersedes_nothing() -> None:
    pending = delivered(AGAIN, "neu", Correction(of="feb", cause=Cause.TRANSMISSION_ERROR))
    for entries in (
        read(a_released(FEBRUARY, "feb"), pending),
        read(a_released(FEBRUARY, "feb"), pending, rejected("neu")),
    ):
        assert (entries["feb"].superseded_by, entries["feb"].counts) == (None, True)


def test_a_revision_stands_beside_what_it_revises() -> None:
    entries = read(a_released(FEBRUARY, "feb"), a_released(REVISED, "neu", "feb", "statistical_revision"))
    assert [entry.counts for entry in entries.values()] == [True, True]


def test_what_counts_is_what_attainment_reads() -> None:
    life = given(
        an_agreement_in_force(),
        a_released(FEBRUARY, "feb"),
        a_released(AGAIN, "neu", "feb", "transmission_error"),
        a_released(REVISED, "revidiert", "neu", "statistical_revision"),
    )
    counts = {entry.delivery_id for entry in deliveries(Counting.among(life.records)) if entry.counts}
    assert counts == {load.delivery_id for load in life.attainment.loads(a_state("2026-02"))}


def test_one_delivery_is_read_with_every_value() -> None:
    found = delivery(counting(a_released(FEBRUARY, "feb")), "feb")
    assert found is not None
    assert found.figures == FEBRUARY.series
    assert found.counts
    assert delivery(counting(), "feb") is None


def test_a_disputed_delivery_counts_and_shows_the_dispute() -> None:
    life = given(an_agreement_in_force(), a_released(FEBRUARY, "feb"))
    [version] = [record.version for record in life.records if isinstance(record.fact, FiguresReleased)]
    disputed = life.and_then(Happened(RecordDisputed(version=version, says="So nicht"), by=COUNTY))
    [entry] = deliveries(Counting.among(disputed.records))
    assert entry.counts
    assert entry.decided is not None
    assert [(said.says, said.party, said.version) for said in entry.decided.disputes] == [("So nicht", "heidekreis", 6)]
    assert entry.delivered.disputes == ()
