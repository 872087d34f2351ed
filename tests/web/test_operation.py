"""The operator's pages: the state of the record at a glance, and acts that nobody can take back shown before."""

import re
from dataclasses import replace
from uuid import uuid4

import httpx
import pytest

from application.proofs.ports import Occasion
from domain.record import Role
from interfaces.sample.cast import COUNTY, DESK, SIGNATORIES
from interfaces.signing_in import CAST
from tests.http.service import Running
from tests.web.browsing import hidden, posted, said
from tests.web.conftest import Visiting

OPERATOR = next(actor for actor in CAST if actor.role is Role.OPERATOR)
KEYS, PERSONS = "/pruefung/schluessel", "/personen"
RECORD = ("schritt", "festhalten")
PASSING = SIGNATORIES[0]


@pytest.fixture
def operator(service: Running, visiting: Visiting) -> httpx.Client:
    service.system.audit.checkpoints.make(Occasion.REQUEST)
    return visiting(service, OPERATOR.person)


def csrf(browser: httpx.Client) -> tuple[str, str]:
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', browser.get("/").text)
    assert token
    return "csrf", token[1]


def test_the_start_page_says_how_the_record_stands_and_leads_to_what_the_operator_does(operator: httpx.Client) -> None:
    page = operator.get("/")
    assert "1 Eintrag" in said(page)
    assert "Letzter Prüfpunkt" in said(page)
    assert "Noch nicht nachgeprüft" in said(page)
    for address in ("/personen", "/pruefung", "/verlauf"):
        assert f'href="{address}"' in page.text
    assert "bei jeder Vereinbarung" not in said(operator.get("/pruefung")), "the operator sees none"


def test_a_key_is_replaced_after_a_preview_and_once(service: Running, operator: httpx.Client) -> None:
    head = service.system.journal.head()
    asked = [csrf(operator), ("begruendung", "jährlicher Wechsel"), ("schritt", "pruefen")]
    preview = posted(operator, KEYS, asked)
    assert "lässt sich nicht rückgängig machen" in said(preview)
    assert "jährlicher Wechsel" in said(preview)
    assert service.system.journal.head() == head
    fields = [*hidden(preview.text, KEYS), ("schritt", "festhalten")]
    first, again = posted(operator, KEYS, fields), posted(operator, KEYS, fields)
    assert "Der neue Schlüssel ist eingeführt." in said(first)
    assert "Das war schon festgehalten." in said(again)
    assert service.system.journal.head() == head + 1
    assert len(service.system.audit.checkpoints.public_keys()) == 2


def test_a_key_is_not_replaced_that_is_another_since_it_was_shown(service: Running, operator: httpx.Client) -> None:
    asked = [csrf(operator), ("begruendung", "jährlicher Wechsel"), ("schritt", "pruefen")]
    fields = [*hidden(posted(operator, KEYS, asked).text, KEYS), RECORD]
    checkpoints = service.system.audit.checkpoints
    shown = checkpoints.present()
    checkpoints.rotate(replace(OPERATOR, authenticated_by="Test"), "Wechsel durch jemand anderen")
    head, refused = service.system.journal.head(), posted(operator, KEYS, fields)
    assert (refused.status_code, f"Der Schlüssel „{shown}“ gilt nicht mehr" in said(refused)) == (409, True)
    assert "jährlicher Wechsel" in refused.text
    forged = [("bisher", checkpoints.present()) if name == "bisher" else (name, value) for name, value in fields]
    assert "Noch nicht festgehalten." in said(posted(operator, KEYS, forged))
    assert service.system.journal.head() == head
    again = [*hidden(posted(operator, KEYS, asked).text, KEYS), RECORD]
    assert "Der neue Schlüssel ist eingeführt." in said(posted(operator, KEYS, again))


def test_a_key_is_not_replaced_without_a_reason_and_nothing_typed_is_lost(
    service: Running, operator: httpx.Client
) -> None:
    head = service.system.journal.head()
    page = posted(operator, KEYS, [csrf(operator), ("verloren", "ja"), ("begruendung", " "), ("schritt", "pruefen")])
    assert page.status_code == 409
    assert "Begründung" in said(page)
    assert re.search(r'name="verloren" value="ja" checked', page.text)
    assert service.system.journal.head() == head


@pytest.mark.parametrize("step", ["pruefen", "festhalten"])
def test_a_reason_that_cannot_be_read_is_said_at_its_field(service: Running, operator: httpx.Client, step: str) -> None:
    head = service.system.journal.head()
    typed = [csrf(operator), ("begruendung", "\u202eAntrag"), ("schluessel", "0" * 36), ("schritt", step)]
    page = posted(operator, KEYS, typed)
    assert (page.status_code, "Antrag" in page.text, 'id="begruendung-error"' in page.text) == (422, True, True)
    assert service.system.journal.head() == head


def test_nothing_is_recorded_without_the_key_of_a_preview(service: Running, operator: httpx.Client) -> None:
    service.system.service.register(PASSING)
    head, typed = service.system.journal.head(), [csrf(operator), ("begruendung", "Antrag"), ("schritt", "festhalten")]
    assert posted(operator, KEYS, typed).status_code == 200
    assert posted(operator, PERSONS, [*typed, ("person", PASSING.id)]).status_code == 200
    assert service.system.journal.head() == head
    assert service.system.persons.find(PASSING.id) is not None


def test_an_invented_key_or_that_of_another_preview_records_nothing(service: Running, operator: httpx.Client) -> None:
    service.system.service.register(PASSING)
    head, reason = service.system.journal.head(), ("begruendung", "Antrag")
    seen = posted(operator, PERSONS, [csrf(operator), ("person", "nie-da"), reason, ("schritt", "loeschen")])
    assert seen.status_code in {404, 409}
    rotation = posted(operator, KEYS, [csrf(operator), reason, ("schritt", "pruefen")])
    (of_rotation,) = [pair for pair in hidden(rotation.text, KEYS) if pair[0] == "schluessel"]
    for key in (("schluessel", str(uuid4())), of_rotation):
        shown = posted(operator, PERSONS, [csrf(operator), ("person", PASSING.id), reason, key, RECORD])
        assert (shown.status_code, "Noch nicht festgehalten." in said(shown)) == (200, True)
    for lost in ((of_rotation, ("verloren", "ja")), (("schluessel", str(uuid4())),)):
        shown = posted(operator, KEYS, [csrf(operator), reason, *lost, RECORD])
        assert (shown.status_code, "Noch nicht festgehalten." in said(shown)) == (200, True)
    assert service.system.journal.head() == head
    assert service.system.persons.find(PASSING.id) is not None
    done = posted(operator, PERSONS, [*hidden(shown_again(operator, reason).text, PERSONS), RECORD])
    assert f"{PASSING.id} ist gelöscht." in said(done)


def shown_again(operator: httpx.Client, reason: tuple[str, str]) -> httpx.Response:
    """The preview of an erasure that was asked to be recorded unseen: confirmed once seen."""
    return posted(operator, PERSONS, [csrf(operator), ("person", PASSING.id), reason, RECORD])


def test_a_person_is_erased_after_a_preview_and_once(service: Running, operator: httpx.Client) -> None:
    service.system.service.register(PASSING)
    head = service.system.journal.head()
    asked = [csrf(operator), ("person", PASSING.id), ("begruendung", "Antrag auf Löschung"), ("schritt", "loeschen")]
    preview = posted(operator, PERSONS, asked)
    assert "lässt sich nicht rückgängig machen" in said(preview)
    assert PASSING.id in said(preview)
    assert service.system.persons.find(PASSING.id) is not None
    fields = [*hidden(preview.text, PERSONS), ("schritt", "festhalten")]
    first, again = posted(operator, PERSONS, fields), posted(operator, PERSONS, fields)
    assert f"{PASSING.id} ist gelöscht." in said(first)
    assert "Das war schon festgehalten." in said(again)
    assert service.system.persons.find(PASSING.id) is None
    assert service.system.journal.head() == head + 1


def test_what_is_wrong_about_an_erasure_stands_at_its_form(service: Running, operator: httpx.Client) -> None:
    asked = [csrf(operator), ("person", "Groß Geschrieben"), ("begruendung", "Antrag"), ("schritt", "loeschen")]
    page = posted(operator, PERSONS, asked)
    assert page.status_code == 422
    assert re.search(r'id="person"[^>]*value="Groß Geschrieben"[^>]*aria-invalid', page.text)
    assert not re.search(r'id="kennung"[^>]*aria-invalid', page.text)
    unknown = posted(operator, PERSONS, [csrf(operator), ("person", "nie-da"), ("begruendung", "x"), asked[-1]])
    assert unknown.status_code in {404, 409}
    assert re.search(r'id="person"[^>]*value="nie-da"', unknown.text)


def test_others_erase_nobody(service: Running, visiting: Visiting) -> None:
    service.system.service.register(PASSING)
    county = visiting(service, COUNTY.person)
    fields = [csrf(county), ("person", PASSING.id), ("begruendung", "x"), ("schluessel", "0" * 36)]
    for step in ("loeschen", "festhalten"):
        assert posted(county, PERSONS, [*fields, ("schritt", step)]).status_code == 404
    assert service.system.persons.find(PASSING.id) is not None


def test_fields_say_what_a_browser_may_fill_in_and_which_files_it_offers(service: Running, visiting: Visiting) -> None:
    desk = visiting(service, DESK.person)
    assert 'accept=".xlsx,.ods,.csv"' in desk.get("/daten").text
    assert 'autocomplete="off"' in desk.get("/personen").text
