"""The parties to an agreement, and the sides they stand on."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from domain.values import Frozen, PartyId, Text

Ags = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}([0-9]{3}([0-9]{3})?)?$")]


class Side(StrEnum):
    """On which side a party stands: the one that steers, or the one that runs the Jobcenter."""

    LAND = "land"
    COUNTY = "county"


SIDES = {
    1: {Side.LAND: "Bund", Side.COUNTY: "Bundesagentur"},
    2: {Side.LAND: "Träger", Side.COUNTY: "gemeinsame Einrichtung"},
    3: {Side.LAND: "Bund", Side.COUNTY: "Land"},
    4: {Side.LAND: "Land", Side.COUNTY: "Kommune"},
}
"""What the sides are called on each track of § 48b Abs. 1 S. 1 SGB II."""


class Party(Frozen):
    """A body bound by the agreement.

    The Bund, the Bundesagentur and joint bodies have no official key (AGS). `carrier_number` is the Bundesagentur's
    number of a carrier, which is no AGS even where it looks like one.
    """

    id: PartyId
    side: Side
    name: Text
    ags: Ags | None = None
    carrier_number: Text | None = None

    @property
    def key(self) -> str:
        """By what it stands in an agreement's id: its AGS, or without one its own id."""
        return self.ags or self.id

    def within(self, scope: str) -> bool:
        """Whether its AGS lies in a scope; never without one."""
        return self.ags is not None and self.ags.startswith(scope)

    def is_same_body(self, other: "Party") -> bool:
        """Whether this is one body with another agreement's party, under whatever short name."""
        return self.key == other.key and (self.id == other.id or self.name == other.name)
