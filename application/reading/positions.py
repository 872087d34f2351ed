"""Where in the log an instant lies."""

from datetime import datetime

from application.ports import Log


def position_at(log: Log, instant: datetime) -> int:
    """The position of the last entry recorded by an instant, 0 before the first."""
    return log.position_at(instant)
