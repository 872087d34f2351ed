"""Due items for calendars and for mail."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from textwrap import wrap

from icalendar import Calendar, Event

from application.lists.due_item import DueItem
from domain.german import german
from interfaces.german import numbers
from interfaces.german.due import due_says

AHEAD = timedelta(days=366)
"""So far ahead a calendar shows what will be due."""
WIDTH = 76
"""Characters of a line of mail."""


def year_ahead(on: date) -> date:
    """Up to when a calendar of that day shows what will be due; time ends somewhere."""
    return min(on, date.max - AHEAD) + AHEAD


def due_calendar(items: Sequence[DueItem], recorded_at: datetime) -> bytes:
    """Each item as a whole day: its deadline, else the day it is due from; its id stays as long as it is waited for.

    `recorded_at` is when the last entry known was recorded, so that the same knowledge gives the same bytes.
    """
    found = Calendar()
    found.add("prodid", "-//Zielsteuerung//Fristen//DE")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", "Fristen der Zielvereinbarungen")
    found.add("refresh-interval", timedelta(hours=6), {"VALUE": "DURATION"})
    for item in items:
        found.add_component(_event(item, recorded_at))
    content: bytes = found.to_ical()
    return content


def _event(item: DueItem, recorded_at: datetime) -> Event:
    day = item.due_by or item.due_from
    event = Event()
    event.add("uid", f"{item.agreement_id}/{item.kind}/{item.reference}@zielsteuerung")
    event.add("dtstamp", recorded_at)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"{'Frist' if item.due_by else 'Fällig'}: {numbers.short(due_says(item))}")
    event.add("description", f"{due_says(item)}\n{_whose(item)}, {item.agreement_id}, {item.clause}\n{_since(item)}")
    event.add("categories", [german(role) for role in item.roles])
    event.add("transp", "TRANSPARENT")
    return event


def due_text(items: Sequence[DueItem], on: date, stated: Sequence[tuple[str, str]]) -> str:
    """The items as a text for mail: overdue ones first, then those with a deadline, then the others."""
    groups: dict[str, list[DueItem]] = {"Überfällig": [], "Mit Frist": [], "Ohne Frist": []}
    for item in items:
        late = item.due_by is not None and item.due_by < on
        groups["Überfällig" if late else "Mit Frist" if item.due_by else "Ohne Frist"].append(item)
    lines = [f"Fällig am {numbers.day(on)}", ""]
    for title, found in groups.items():
        if found:
            lines += [f"{title}:", *(line for item in found for line in _lines(item)), ""]
    if not items:
        lines += ["Nichts.", ""]
    lines += [line for name, says in stated for line in wrap(f"{name}: {says}", WIDTH, subsequent_indent="  ")]
    return "\n".join(lines) + "\n"


def _lines(item: DueItem) -> Iterator[str]:
    until = f"bis {numbers.day(item.due_by)}" if item.due_by else f"seit {numbers.day(item.due_from)}"
    yield from wrap(f"- {until}: {due_says(item)} [{item.clause}]", WIDTH, subsequent_indent="  ")
    yield f"  {_whose(item)}, {item.agreement_id}"


def _whose(item: DueItem) -> str:
    return ", ".join(map(german, item.roles)) + (f" ({item.party})" if item.party else "")


def _since(item: DueItem) -> str:
    until = f", bis {numbers.day(item.due_by)}" if item.due_by else ""
    return f"Fällig seit {numbers.day(item.due_from)}{until}."
