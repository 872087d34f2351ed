"""What became different between two days: by the names people know, with the entries in between."""

import re
from urllib.parse import quote

import pytest

from domain.record import Role
from interfaces.sample.cast import COUNTY, READER
from interfaces.signing_in import CAST
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.web.conftest import Visiting
from tests.web.test_in_words import said

OPERATOR = next(actor for actor in CAST if actor.role is Role.OPERATOR)
PAGE = f"/vereinbarungen/{SAMPLE}/unterschied"


def test_a_dialog_is_what_became_different_on_its_day(sample: Running, visiting: Visiting) -> None:
    shown = said(visiting(sample, COUNTY.person).get(f"{PAGE}?von=2026-11-23&bis=2026-11-24"))
    assert "Zieldialoge Was vorher nachher Dialog am 24.11.2026 regelmäßig" in shown
    assert "angesetzt für den 24.11.2026" in shown
    assert "geführt am 24.11.2026 auf dem Ladestand Oktober 2026 ohne Wartezeit" in shown
    assert "79 Dialog geführt 24.11.2026 · Land" in shown
    assert "80" not in shown.partition("Einträge dazwischen")[2]


def test_without_days_it_is_what_the_year_brought(sample: Running, visiting: Visiting) -> None:
    shown = said(visiting(sample, READER.person).get(PAGE))
    assert "Von Eintrag 7, 10.02.2026, 23:59 Uhr MEZ, bis Eintrag 101, heute." in shown
    assert "Lage in Kraft abgeschlossen" in shown
    assert "Urteil „Integrationsquote“ – erreicht, errechnet erreicht" in shown


def test_between_the_same_day_nothing_is_different(sample: Running, visiting: Visiting) -> None:
    shown = said(visiting(sample, READER.person).get(f"{PAGE}?von=2026-11-24&bis=2026-11-24"))
    assert "Nichts ist anders geworden." in shown
    assert "Einträge dazwischen" not in shown


def test_a_day_nobody_can_read_is_refused(sample: Running, visiting: Visiting) -> None:
    answer = visiting(sample, READER.person).get(f"{PAGE}?von=gestern")
    assert (answer.status_code, "versteht einen Tag wie 2026-06-30" in said(answer)) == (422, True)


def test_of_many_entries_between_the_newest_are_listed(sample: Running, visiting: Visiting) -> None:
    page = visiting(sample, READER.person).get(f"{PAGE}?von=2025-12-31")
    assert "Gezeigt sind die neuesten 100 von 101; die anderen stehen unter Einträge" in said(page)
    assert [int(number) for number in re.findall(r'<span class="nr">(\d+)</span>', page.text)] == [*range(101, 1, -1)]


@pytest.mark.parametrize("said_of", ["0001-01-01", "9999-12-31", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00"])
def test_days_at_the_ends_of_time_are_shown_or_refused(sample: Running, visiting: Visiting, said_of: str) -> None:
    reader = visiting(sample, READER.person)
    for query in (f"von={quote(said_of)}", f"bis={quote(said_of)}", f"von={quote(said_of)}&bis={quote(said_of)}"):
        assert reader.get(f"{PAGE}?{query}").status_code in {200, 422}


def test_to_whom_the_agreement_does_not_exist_its_differences_are_those_of_one_that_never_was(
    sample: Running, visiting: Visiting
) -> None:
    operator = visiting(sample, OPERATOR.person)
    never = PAGE.replace("03358", "03359")
    for query in ("", "?von=2026-11-23&bis=2026-11-24", "?von=gestern"):
        answers = [operator.get(f"{page}{query}") for page in (PAGE, never)]
        texts = {re.sub(r"[0-9a-f-]{36}", "", said(answer)) for answer in answers}
        assert ({answer.status_code for answer in answers}, len(texts)) == ({404}, 1)
