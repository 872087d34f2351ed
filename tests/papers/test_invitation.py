"""An invitation names day, hour, place, agenda and what to bring, and brings its entry for calendars."""

import re
from dataclasses import replace
from datetime import time, timedelta

import pytest
from icalendar import Calendar

from application.reading.parts.dialogs import DialogStatus
from domain.rulebook.dialogs import DIALOG_WITHOUT_DAY
from domain.rules import Refused
from interfaces.papers.blocks import Bullets
from interfaces.papers.calendar import calendar
from interfaces.papers.kinds import KINDS
from interfaces.papers.printing import pdf
from interfaces.papers.sources import Papered
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.papers.reading import JUNE, asked, compact, headings, made, pairs, reader, words_of
from tests.web.conftest import Visiting, visiting

__all__ = ["visiting"]


def test_an_invitation_names_day_agenda_and_what_to_bring(sample: Running) -> None:
    paper = made(sample, "einladung")
    assert paper.title == "Einladung zum Zieldialog am 23.06.2026"
    assert headings(paper) == ["Tagesordnung", "Bitte mitbringen"]
    brought = [one for block in paper.blocks if isinstance(block, Bullets) for one in block.items]
    assert any("3 Umsetzungsschritte sind offen" in one for one in brought)
    assert b"DTSTART;VALUE=DATE:20260623" in calendar(asked(sample, JUNE))
    said = pairs(paper)
    assert (said["Beginn"], said["Ort"]) == ("wird noch mitgeteilt", "wird noch mitgeteilt")


def test_place_and_hour_stand_in_the_invitation_and_in_its_entry_for_calendars(sample: Running) -> None:
    of = replace(asked(sample, JUNE), place="Kreishaus; Raum 1, #4", begins=time(10))
    paper = KINDS["einladung"].make(of)
    assert (pairs(paper)["Beginn"], pairs(paper)["Ort"]) == ("10:00 Uhr", "Kreishaus; Raum 1, #4")
    content = calendar(of)
    assert b"DTSTART:20260623T080000Z" in content, "by the clock in Germany, in summer"
    (entry,) = Calendar.from_ical(content).walk("VEVENT")
    assert entry.decoded("dtend") - entry.decoded("dtstart") == timedelta(hours=2)
    assert "eingetragen sind zwei Stunden" in str(entry["description"])
    assert b"LOCATION:Kreishaus\\; Raum 1\\, #4" in content
    printed_paper = reader(pdf(paper))
    assert printed_paper.attachments["termin.ics"] == [content]
    assert compact("10:00 Uhr") in compact(printed_paper.pages[0].extract_text())


def test_place_and_hour_can_be_said_over_http_and_on_the_page(sample: Running, visiting: Visiting) -> None:
    asked_for = f"/api/v1/agreements/{SAMPLE}/papers/einladung?known_at=2026-06-20T12:00:00Z"
    client, page = sample.as_("pruefung"), visiting(sample, "pruefung")
    answer = client.get(f"{asked_for}&place=Kreishaus&begins=10:00")
    assert "Kreishaus" in reader(answer.content).pages[0].extract_text()
    assert client.get(f"{asked_for}&begins=25:00").status_code == 422
    own = f"/vereinbarungen/{SAMPLE}/papiere"
    offered = page.get(f"{own}?stand=2026-06-20")
    assert {'name="ort"', 'name="beginn"'} <= {*re.findall('name="[a-z]+"', offered.text)}
    shown = page.get(f"{own}/einladung.pdf?stand=2026-06-20&zu=dialog-2026-1&ort=Kreishaus&beginn=10:00")
    assert "10:00 Uhr" in reader(shown.content).pages[0].extract_text()
    entry = page.get(f"{own}/termin.ics?stand=2026-06-20&zu=dialog-2026-1&ort=Kreishaus&beginn=")
    assert "DTSTART;VALUE=DATE:20260623" in entry.text
    assert page.get(f"{own}/einladung.pdf?stand=2026-06-20&beginn=zehn").status_code in {400, 404, 422}


@pytest.mark.parametrize("place", ["%00", "a%0Db", "%E2%80%AE", "%20"])
def test_a_place_is_a_text_people_can_read(sample: Running, visiting: Visiting, place: str) -> None:
    asked_for = f"/api/v1/agreements/{SAMPLE}/papers/einladung?known_at=2026-06-20T12:00:00Z"
    assert sample.as_("pruefung").get(f"{asked_for}&place={place}").status_code == 422
    page = visiting(sample, "pruefung").get(
        f"/vereinbarungen/{SAMPLE}/papiere/termin.ics?stand=2026-06-20&zu=dialog-2026-1&ort={place}"
    )
    assert (page.status_code, "LOCATION" in page.text) == ((200 if place == "%20" else 422), False)


def test_a_dialog_without_a_day_is_no_entry_of_a_calendar(sample: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    asking = asked(sample, JUNE)
    requested = asking.planned().model_copy(update={"planned_for": None})
    monkeypatch.setattr(Papered, "planned", lambda _: requested)
    with pytest.raises(Refused, match="noch kein Tag angesetzt") as refusal:
        calendar(asking)
    assert refusal.value.findings == (DIALOG_WITHOUT_DAY.finding(dialog=requested.dialog_id),)
    with pytest.raises(Refused, match="noch kein Tag angesetzt"):
        KINDS["einladung"].make(asking)


def test_the_dialog_with_a_day_is_invited_to_before_one_only_requested(sample: Running) -> None:
    asking = asked(sample, JUNE)
    planned = asking.planned()
    requested = planned.model_copy(update={"dialog_id": "a", "status": DialogStatus.REQUESTED, "planned_for": None})
    vars(asking)["dialogs"] = (requested, planned)
    assert asking.planned() == planned


def test_quotation_marks_within_others_are_halved(sample: Running) -> None:
    said = [one for one in words_of(made(sample, "einladung")) if one.startswith("Stand und Nachweise")]
    assert any("‚SRO‘“" in one for one in said)
    assert all(one.count("„") == 1 for one in said)
