"""The carriers whose figures can be delivered: those with agreements that somebody sees."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from application.ports import Journal
from application.reading.agreement_at import visible
from domain.acts.figures import FED
from domain.parties import Ags, Side
from domain.record import Actor
from domain.rules import Refused


@dataclass(frozen=True, slots=True)
class Carriers:
    """Their official keys, and those by the Bundesagentur's number of a carrier: several where agreements differ."""

    keys: tuple[Ags, ...]
    numbers: Mapping[str, frozenset[Ags]]


def carriers(journal: Journal, actor: Actor) -> Carriers:
    """Every carrier with an agreement that the actor sees and that figures are delivered for."""
    keys: dict[Ags, None] = {}
    numbers: defaultdict[str, set[Ags]] = defaultdict(set)
    for stream in journal.streams():
        if not stream[0].isdigit():
            continue  # the register
        try:
            agreement = visible(journal, actor, stream).agreement
        except Refused:
            continue
        for party in agreement.terms.parties if agreement.status in FED else ():
            if party.side is Side.COUNTY and party.ags:
                keys[party.ags] = None
                if party.carrier_number:
                    numbers[party.carrier_number].add(party.ags)
    return Carriers(tuple(keys), {number: frozenset(found) for number, found in numbers.items()})
