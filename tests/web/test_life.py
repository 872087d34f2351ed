"""The whole life of the sample through the pages, without scripts: every act by its form, as its person."""

from collections.abc import Iterator

import httpx
import pytest

from application.acting.service import agreement_id_of
from domain.acts.drafting import DraftAgreement
from interfaces.sample.cast import SIGNATORIES, Scene
from interfaces.sample.play import scenes
from interfaces.sample.terms import heidekreis_2026
from interfaces.web.drafting import NEW
from interfaces.web.forms.typed import flat, typed_from
from interfaces.web.offered import BY_PATH
from tests.http.service import Running
from tests.web.browsing import hidden, posted, recorded, said
from tests.web.conftest import Visiting

TERMS = heidekreis_2026()


def first_of_each_kind(life: tuple[Scene, ...]) -> Iterator[Scene]:
    """The scenes a person plays through forms: the first of each act."""
    seen = set()
    for scene in life:
        if type(scene.request) not in seen:
            seen.add(type(scene.request))
            yield scene


def drafted(browser: httpx.Client, request: DraftAgreement) -> None:
    action = f"{NEW}?aus=leer"
    form = browser.get(action)
    fields = [pair for pair in hidden(form.text, action) if pair[0] == "csrf"]
    preview = posted(browser, action, [*fields, *flat(typed_from(DraftAgreement, request)), ("schritt", "pruefen")])
    assert preview.status_code == 200, said(preview)
    made = posted(browser, action, [*hidden(preview.text, action), ("schritt", "festhalten")])
    assert made.status_code == 200, said(made)


@pytest.mark.parametrize("whole", [False, pytest.param(True, marks=pytest.mark.long)], ids=["short", "whole"])
def test_the_life_goes_through_the_forms_and_records_what_was_typed(
    service: Running, visiting: Visiting, whole: bool
) -> None:
    life = scenes(TERMS)
    by_form = list(life if whole else first_of_each_kind(life))
    browsers: dict[str, httpx.Client] = {}
    agreement_id = agreement_id_of(TERMS, 1)
    for person in SIGNATORIES:
        service.system.service.register(person)
    for version, scene in enumerate(life):
        service.clock.move_to(scene.on)
        if scene not in by_form:
            service.system.service.act(scene.actor, scene.request, agreement_id, on_version=version)
            continue
        if scene.actor.person not in browsers:
            browsers[scene.actor.person] = visiting(service, scene.actor.person)
        browser = browsers[scene.actor.person]
        if isinstance(scene.request, DraftAgreement):
            drafted(browser, scene.request)
        else:
            recorded(browser, agreement_id, scene.request)
    records = service.system.journal.records(agreement_id)
    assert len(records) == len(life)
    for record, scene in zip(records, life, strict=True):
        asked, told = scene.request.model_dump(), record.fact.model_dump()
        same = (told.keys() & asked.keys()) - {"signatory"}  # of whom the fact says more
        assert {name: told[name] for name in same} == {name: asked[name] for name in same}
        assert (record.provenance.reason, record.occurred_on) == (scene.request.reason, scene.request.occurred_on)
    assert {type(scene.request) for scene in by_form} - {DraftAgreement} <= set(BY_PATH.values())
