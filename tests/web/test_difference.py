"""What became different between two days: by the names people know, with the entries in between."""

from interfaces.sample.cast import COUNTY, READER
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.web.conftest import Visiting
from tests.web.test_in_words import said

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
