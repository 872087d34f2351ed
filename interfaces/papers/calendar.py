"""A dialog as an entry for calendars."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from domain.record import GERMANY
from domain.rulebook.dialogs import DIALOG_WITHOUT_DAY
from interfaces.papers.sources import Papered

LASTS = timedelta(hours=2)
NO_END = "Wie lange er dauert, ist nicht festgelegt; eingetragen sind zwei Stunden."


def calendar(of: Papered) -> bytes:
    """The planned dialog as iCalendar, with an id that stays: from when it begins, else the whole day.

    Refuses a dialog that has no day.
    """
    dialog = of.planned()
    if dialog.planned_for is None:
        DIALOG_WITHOUT_DAY.refuse(dialog=dialog.dialog_id)
    entry = Event()
    entry.add("uid", f"{of.agreement_id}/{dialog.dialog_id}@zielsteuerung")
    entry.add("dtstamp", of.state.made_at)
    says = of.subtitle
    if of.begins:
        begin = datetime.combine(dialog.planned_for, of.begins, GERMANY).astimezone(UTC)
        entry.add("dtstart", begin)
        entry.add("dtend", begin + LASTS)
        says = f"{says}. {NO_END}"
    else:
        entry.add("dtstart", dialog.planned_for)
        entry.add("dtend", dialog.planned_for + timedelta(days=1))
    entry.add("summary", f"Zieldialog {of.county}")
    entry.add("description", says)
    if of.place:
        entry.add("location", of.place)
    found = Calendar()
    found.add("prodid", "-//Zielsteuerung//DE")
    found.add("version", "2.0")
    found.add_component(entry)
    content: bytes = found.to_ical()
    return content
