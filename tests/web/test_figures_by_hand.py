"""Figures typed in a form: single ones, and a delivery corrected in one value."""

import pytest

from domain.acts.figures import DeliverFigures, ReleaseFigures
from domain.facts import FiguresDelivered
from interfaces.sample.cast import DESK, REVIEW
from interfaces.sample.figures import invented_load, loaded_on
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.web.browsing import hidden, posted, previewed, recorded, said
from tests.web.conftest import Visiting
from tests.web.seasons import in_summer as in_summer  # noqa: PLC0414 - a fixture

FORM = f"/vereinbarungen/{SAMPLE}/handlungen/deliver-figures"
PROCEDURE = [("occurred_on", "2026-08-20"), ("reason", "Beispiel: von Hand übernommen")]
ONE = [
    ("delivery_id", "eingabe-2026-1"),
    ("load.state", "2026-07+0"),
    ("load.loaded_on", "2026-08-16"),
    ("load.revision", "original"),
    ("load.series.0.measure", "ELB"),
    ("load.series.0.form", "monthly"),
    ("load.series.0.sex", "total"),
    ("load.series.0.first", "2026-05"),
    ("load.series.0.values", "4.812\n–\n4.790"),
    ("load.series.0.flags.0.month", "2026-06"),
    ("load.series.0.flags.0.flag", "missing"),
    ("load.series.0.definition", "2019"),
]


def test_single_figures_are_delivered_by_a_form_and_released_by_another(in_summer: Running, visiting: Visiting) -> None:
    browser = visiting(in_summer, DESK.person)
    page = browser.get(FORM)
    assert page.status_code == 200
    preview = posted(browser, FORM, [*hidden(page.text, FORM), *ONE, *PROCEDURE, ("schritt", "pruefen")])
    assert preview.status_code == 200, said(preview)
    entry = posted(browser, FORM, [*hidden(preview.text, FORM), ("schritt", "festhalten")])
    assert "/verlauf/" in entry.url.path, said(entry)
    fact = in_summer.system.journal.records(SAMPLE)[-1].fact
    assert isinstance(fact, FiguresDelivered)
    [series] = fact.load.series
    assert series.values == ("4812", None, "4790")
    release = ReleaseFigures(occurred_on=in_summer.system.service.today(), delivery_id="eingabe-2026-1")
    recorded(visiting(in_summer, REVIEW.person), SAMPLE, release)


def test_the_preview_shows_what_a_delivery_and_its_release_would_change(in_summer: Running, visiting: Visiting) -> None:
    load, today = invented_load("2026-07", loaded_on("2026-07")), in_summer.system.service.today()
    request = DeliverFigures(occurred_on=today, delivery_id="juli", load=load, reason="Beispiel")
    delivery = previewed(visiting(in_summer, DESK.person), SAMPLE, request)
    in_summer.system.service.act(DESK, request, SAMPLE, on_version=len(in_summer.system.journal.records(SAMPLE)))
    release = ReleaseFigures(occurred_on=today, delivery_id="juli")
    decision = previewed(visiting(in_summer, REVIEW.person), SAMPLE, release)
    for preview in (delivery, decision):
        assert "Was sich mit der Freigabe ändert" in preview.text
        assert "Integrationsquote (Frauen)" in preview.text, said(preview)
        assert "Juli 2026" in preview.text


def test_a_correction_starts_from_what_was_delivered_and_stays_small(in_summer: Running, visiting: Visiting) -> None:
    browser, corrected = visiting(in_summer, DESK.person), "ladung-2026-06-t0"
    before = next(
        record.fact
        for record in in_summer.system.journal.records(SAMPLE)
        if isinstance(record.fact, FiguresDelivered) and record.fact.delivery_id == corrected
    )
    page = browser.get(f"{FORM}?berichtigt={corrected}")
    opened = posted(browser, FORM, [*hidden(page.text, FORM), ("oeffnen", "load.series.0")])
    assert max(len(page.content), len(opened.content)) < 100_000
    first = before.load.series[0]
    said_now = [
        ("load.series.0.measure", first.measure),
        ("load.series.0.form", "monthly"),
        ("load.series.0.sex", first.sex),
        ("load.series.0.first", first.first),
        ("load.series.0.values", "\n".join([*map(str, first.values[:-1]), "4.700"])),
        ("load.series.0.definition", first.definition),
        ("delivery_id", "eingabe-2026-1"),
        ("load.state", "2026-06+0"),
        ("load.loaded_on", "2026-08-19"),
        ("load.revision", "original"),
        ("correction.of", corrected),
        ("correction.cause", "transmission_error"),
    ]
    preview = posted(browser, FORM, [*hidden(opened.text, FORM), *said_now, *PROCEDURE, ("schritt", "pruefen")])
    assert preview.status_code == 200, said(preview)
    entry = posted(browser, FORM, [*hidden(preview.text, FORM), ("schritt", "festhalten")])
    assert "/verlauf/" in entry.url.path, said(entry)
    after = in_summer.system.journal.records(SAMPLE)[-1].fact
    assert isinstance(after, FiguresDelivered)
    assert after.load.series[1:] == before.load.series[1:]
    assert after.load.series[0].values == (*first.values[:-1], "4700")


@pytest.mark.parametrize("values", ["viel", "12,5,5", "1/0", "–" * 40])
def test_what_is_no_figure_is_said_at_the_field(in_summer: Running, visiting: Visiting, values: str) -> None:
    browser, head = visiting(in_summer, DESK.person), in_summer.system.journal.head()
    page = browser.get(FORM)
    typed = [(name, values if name.endswith("values") else value) for name, value in ONE]
    answer = posted(browser, FORM, [*hidden(page.text, FORM), *typed, *PROCEDURE, ("schritt", "pruefen")])
    assert answer.status_code == 422, said(answer)
    assert 'aria-invalid="true"' in answer.text
    assert in_summer.system.journal.head() == head
