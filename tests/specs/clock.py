"""The clock of the features: it stands still until somebody moves it."""

from datetime import UTC, date, datetime, time

from domain.record import GERMANY


class Clock:
    """Instants in UTC, set by days and hours in Germany."""

    def __init__(self) -> None:
        self.to(date(2026, 1, 12))

    def __call__(self) -> datetime:
        return self.instant

    def to(self, day: date, hour: int = 9, minute: int = 0) -> None:
        """Set it."""
        self.instant = datetime.combine(day, time(hour, minute), GERMANY).astimezone(UTC)

    def not_before(self, day: date) -> None:
        """Set it to a day, unless that is past."""
        if self.today < day:
            self.to(day)

    @property
    def today(self) -> date:
        """The day in Germany."""
        return self.instant.astimezone(GERMANY).date()


def end_of(day: date) -> datetime:
    """The last instant of a day in Germany."""
    return datetime.combine(day, time.max, GERMANY)
