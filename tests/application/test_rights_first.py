"""Rights come before reading: whoever may not see an agreement learns nothing from how long the refusal takes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from application.reading import agreement_at
from application.reading.agreement_at import visible
from domain.record import Actor, Record
from domain.rules import Refused
from infrastructure.journal import Journal
from tests.application.lives import recorded
from tests.builders import COUNTY, MINISTRY, an_agreement_in_force

NOW = datetime(2026, 3, 1, tzinfo=UTC)
HERE, NOWHERE = "2026.4.03.03358.1", "2026.4.03.03358.2"
STRANGERS = (
    replace(COUNTY, party="celle", scope="03351"),
    replace(MINISTRY, party="he-ms", scope="06"),
    replace(COUNTY, scope=""),
)


@pytest.fixture
def read(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The streams that were read of a journal with one agreement."""
    journal.append(recorded(an_agreement_in_force()), now=NOW)
    streams: list[str] = []
    records = journal.records

    def counted(stream_id: str, **options: datetime | None) -> Sequence[Record]:
        streams.append(stream_id)
        return records(stream_id, **options)

    monkeypatch.setattr(journal, "records", counted)
    return streams


@pytest.mark.parametrize("known_at", [None, NOW])
@pytest.mark.parametrize("actor", STRANGERS, ids=["county", "land", "nowhere"])
def test_nothing_is_read_for_a_stranger(
    journal: Journal, read: list[str], actor: Actor, known_at: datetime | None
) -> None:
    for agreement_id in (HERE, NOWHERE):
        with pytest.raises(Refused) as refused:
            visible(journal, actor, agreement_id, known_at)
        assert [finding.rule for finding in refused.value.findings] == ["unknown-agreement"]
    assert read == []


def test_nothing_is_folded_for_another_party_of_the_place(
    journal: Journal, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreement_at, "_agreements", None)
    with pytest.raises(Refused):
        visible(journal, replace(COUNTY, party="another"), HERE, NOW)
    assert read == [HERE]


def test_who_may_see_it_does(journal: Journal, read: list[str]) -> None:
    assert visible(journal, COUNTY, HERE).records
    assert read == [HERE]
