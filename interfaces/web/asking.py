"""Parameters in the address of pages: the instant known, the month, the role."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, cast

from fastapi import Depends, Path, Query, Request

from domain.record import GERMANY, Role
from domain.values import AGREEMENT_ID, ISO_DAY, ISO_INSTANT, Month
from interfaces.bootstrap import System
from interfaces.german import numbers
from interfaces.http.parameters import MONTH
from interfaces.http.problems import Trouble

UNREADABLE = "„Stand vom“ versteht einen Tag wie 2026-06-30 oder einen Zeitpunkt wie 2026-06-30T12:00:00Z."


def system_of(request: Request) -> System:
    """The system this service serves."""
    return cast(System, request.app.state.system)


@dataclass(frozen=True, slots=True)
class Known:
    """As known when a page is drawn: now, or at an instant in the past; `asked` is what the address says."""

    at: datetime | None = None
    asked: str = ""

    @property
    def day(self) -> str:
        """The day for the field of a form; empty for now."""
        return numbers.local(self.at).date().isoformat() if self.at else ""

    def query(self, *pairs: tuple[str, str | None]) -> str:
        """The query of a link that keeps to this knowledge."""
        kept = [(name, value) for name, value in (*pairs, ("stand", self.asked)) if value]
        return "?" + "&".join(f"{name}={value}" for name, value in kept) if kept else ""


def known(stand: Annotated[str, Query(max_length=40)] = "") -> Known:
    """Which knowledge is asked for; a day means its end in Germany."""
    asked = stand.strip().upper()
    if not asked:
        return Known()
    try:
        if ISO_DAY.fullmatch(asked):
            end = datetime.combine(date.fromisoformat(asked) + timedelta(days=1), time(), GERMANY)
            return Known(end - timedelta(microseconds=1), asked)
        if ISO_INSTANT.fullmatch(asked):
            return Known(datetime.fromisoformat(asked).astimezone(UTC), asked.replace("+", "%2B"))
    except (ValueError, OverflowError):
        pass
    raise Trouble("malformed", UNREADABLE)


TheSystem = Annotated[System, Depends(system_of)]
TheKnown = Annotated[Known, Depends(known)]
AgreementPath = Annotated[str, Path(pattern=AGREEMENT_ID)]


def _month(monat: Annotated[str, Query(max_length=7)] = "") -> Month | None:
    if monat and not re.fullmatch(MONTH, monat):
        raise Trouble("malformed", "Ein Berichtsmonat sieht so aus: 2026-06.")
    return monat or None


ALL = "alle"
"""Asks for what every role has to do."""


def role_of(rolle: Annotated[str, Query(max_length=40)] = "") -> Role | None:
    """The role asked for; None for all of them, and where nothing is said. An unknown one is refused."""
    if rolle in {"", ALL}:
        return None
    if rolle not in set(Role):
        raise Trouble("malformed", f"Eine Rolle „{rolle}“ gibt es nicht; bekannt sind {', '.join(Role)}.")
    return Role(rolle)


TheRole = Annotated[Role | None, Depends(role_of)]
TheMonth = Annotated[str | None, Depends(_month)]
