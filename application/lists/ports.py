"""Ports of lists: stored views, and their keeper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from application.lists.stored_view import View
from application.ports import Progress, Unavailable
from domain.values import AgreementId


class NotYet(Unavailable):
    """A view is being formed and has no rows to show meanwhile."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Which rows of a view are asked for; each condition left out asks for all."""

    at: int | None = None
    """The position of the log at which they held; None = now."""
    key: str | None = None
    of: Sequence[AgreementId] | None = None
    reader: Sequence[str] = ()
    """By what the overview finds the agreements that exist for a reader."""
    tags: Sequence[str] = ()
    on: str | None = None
    """Only rows that are shown on this day."""
    after: str | None = None
    """Only rows behind this place."""
    limit: int | None = None
    """Only so many rows."""
    places: int | None = None
    """Only rows of so many places; several rows may stand at one."""


EVERY_ROW = Rows()


class StoredViews(Protocol):
    """The views as they are kept."""

    def rows(self, view: View, asked: Rows = EVERY_ROW) -> Sequence[str]:
        """The rows asked for, canonical JSON, by place, agreement and key; raises NotYet."""

    def position(self) -> int:
        """The position of the log up to which every view can be read; raises NotYet."""

    def generation(self) -> int:
        """Goes up whenever rows formed anew take the place of others, at whatever position."""

    def progress(self) -> Mapping[str, "Forming"]:
        """The views that are being formed again, by name."""

    def catch_up(self) -> None:
        """Bring every view to the end of the log; raises Unavailable naming the entry a view cannot pass."""

    def rebuild(self, *views: View, progress: Progress | None = None) -> None:
        """Form views again from the whole log, and replace each old one at once."""

    def indexed(self) -> int:
        """The position of the log up to which entries are found by index."""

    def reindex(self, progress: Progress | None = None) -> None:
        """Form the index that entries are found by again from the whole log."""


@dataclass(frozen=True, slots=True)
class Forming:
    """A view that is being formed again: agreements done, of how many, and seconds left (None = not known yet)."""

    done: int
    total: int
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class Health:
    """How the follower is: `active` while it is the one that follows; `troubles` in German, empty when all is well."""

    running: bool
    active: bool
    troubles: tuple[str, ...]
    positions: Mapping[str, int]
    forming: Mapping[str, Forming] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether views are kept up to date as far as this follower is concerned."""
        return self.running and not self.troubles


class Following(Protocol):
    """Who keeps the stored views up to date while the service runs."""

    def health(self) -> Health:
        """How the follower is, and how far each view has read."""
