"""Titles of agreements on pages."""

from domain.state import Agreement
from domain.terms import Side


def county_of(agreement: Agreement) -> str:
    """The name of the party that runs the Jobcenter."""
    return next(party.name for party in agreement.terms.parties if party.side is Side.COUNTY)
