"""A paper of every agreement a reader sees, in one ZIP; one paper is held at a time."""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from application.lists.courses import Courses
from application.lists.overview import OverviewRow
from domain.parties import Side
from domain.record import Actor
from domain.rules import Refused
from domain.values import AgreementId, Month
from interfaces.bootstrap import System
from interfaces.papers.archive import Archive
from interfaces.papers.sources import Papered
from interfaces.papers.written import written


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paper, of which year and Land, as known when, at which month."""

    kind: str
    year: int
    land: str = ""
    """The beginning of the official key (AGS) of the party that runs the Jobcenter."""
    known_at: datetime | None = None
    month: Month | None = None


@dataclass(slots=True)
class Papers:
    """The papers of many agreements, written one after the other."""

    system: System
    actor: Actor
    wanted: Wanted
    made: int = 0
    refused: int = 0
    _listed: list[dict[str, Any]] = field(default_factory=list)

    def agreements(self) -> Sequence[AgreementId]:
        """The agreements in question, by their ids."""
        at = self.system.lists.as_of(self.wanted.known_at)
        return [row.agreement_id for row in self.system.lists.overview(self.actor, at=at) if self._fits(row)]

    def _fits(self, row: OverviewRow) -> bool:
        county = next(party for party in row.parties if party.side is Side.COUNTY)
        return row.year == self.wanted.year and (county.ags or "").startswith(self.wanted.land)

    def archive(self, agreements: Sequence[AgreementId], done: Callable[[], None] = lambda: None) -> Iterator[bytes]:
        """The ZIP, piece by piece; `done` is called after each agreement."""
        archive = Archive()
        for agreement_id in agreements:
            yield from self._one(archive, agreement_id)
            done()
        yield from archive.add_json("verzeichnis.json", {"kind": self.wanted.kind, "papers": self._listed})
        yield from archive.end()

    def _one(self, archive: Archive, agreement_id: AgreementId) -> Iterator[bytes]:
        """One paper; where a rule stands against it, the list says which."""
        alone = copy(self.system)
        alone.courses = Courses(self.system.journal)  # remembers none beyond this one
        of = Papered(alone, self.actor, agreement_id, self.wanted.known_at, None, self.wanted.month)
        try:
            paper = written(self.wanted.kind, of)
        except Refused as why:
            self.refused += 1
            self._listed.append({"agreement_id": agreement_id, "refused": [one.says for one in why.findings]})
            return
        self.made += 1
        said = {"agreement_id": agreement_id, "county": of.county, "name": paper.name, "sha256": paper.sha256}
        self._listed.append(said)
        yield from archive.add(paper.name, paper.content, packed=True)
