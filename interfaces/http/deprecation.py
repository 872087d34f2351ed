"""Operations that will go, and when; every answer of theirs says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime


@dataclass(frozen=True, slots=True)
class Deprecation:
    """Since when an operation is deprecated, when it goes, and where it says what to use instead."""

    since: date
    sunset: date
    instead: str

    @property
    def headers(self) -> dict[str, str]:
        """The headers Deprecation (RFC 9745), Sunset (RFC 8594) and Link."""
        return {
            "Deprecation": f"@{int(_midnight(self.since).timestamp())}",
            "Sunset": format_datetime(_midnight(self.sunset), usegmt=True),
            "Link": f'<{self.instead}>; rel="deprecation"',
        }


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


DEPRECATED: Mapping[str, Deprecation] = {}
"""By operation id; at least a year lies between the two days."""
