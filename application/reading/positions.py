"""Where in the log an instant lies."""

from bisect import bisect_right
from datetime import datetime

from application.ports import Journal


def position_at(journal: Journal, instant: datetime) -> int:
    """The position of the last entry recorded by an instant, 0 before the first; times grow with positions."""

    def known(position: int) -> bool:
        return bool(journal.log(after=position - 1, limit=1, known_at=instant))

    reach = 1
    while known(reach):
        reach *= 2
    return bisect_right(range(1, reach), False, key=lambda position: not known(position))
