"""A life in memory as drafts for a journal."""

from dataclasses import fields

from domain.record import Draft
from tests.builders import Life
from tests.domain.given import given


def as_drafts(*life: Life) -> list[Draft]:
    """What happened, to be appended."""
    names = [field.name for field in fields(Draft)]
    return [Draft(**{name: getattr(record, name) for name in names}) for record in given(*life).records]
