"""The conditions of an agreement in figures: economic benchmarks and the budget."""

from pydantic import Field

from domain.values import Frozen, Number, Several, Slug, Text

Eur = Number
Percent = Number


class Benchmark(Frozen):
    """An economic expectation the agreement starts from; change in percent against the previous year."""

    id: Slug
    title: Text
    source: Text
    expected_change: Percent


class BudgetLine(Frozen):
    """An amount in EUR the county has for the year."""

    id: Slug
    title: Text
    amount: Eur


class Budget(Frozen):
    """The funds behind the agreement, in EUR: lines, and the total as the text states it, rounded so coarsely."""

    lines: Several[BudgetLine] = Field(min_length=1)
    stated_total: Eur
    rounded_to: Eur
    basis: Text
    included_nationwide: Several[BudgetLine] = ()
