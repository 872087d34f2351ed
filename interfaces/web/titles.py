"""Titles of agreements on pages."""

from collections.abc import Iterable

from domain.parties import Party, Side
from domain.state import Agreement


def county_of(agreement: Agreement) -> str:
    """The name of the party that runs the Jobcenter."""
    return county_in(agreement.terms.parties)


def county_in(parties: Iterable[Party]) -> str:
    """The same, among the parties of a row."""
    return next(party.name for party in parties if party.side is Side.COUNTY)
