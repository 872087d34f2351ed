"""What is measured: key figures as versioned definitions, and the catalogue of them."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from domain.values import Frozen, Text

MeasureCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,19}$")]
Version = Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]{1,30}$")]


class Unit(StrEnum):
    """In what a measure or bound is counted."""

    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    PERSONS = "persons"
    INTEGRATIONS = "integrations"
    EUR = "EUR"


class Formula(StrEnum):
    """How a year-to-date value is formed from monthly base quantities (m = report month)."""

    SUM = "sum"
    """Σ January…m."""
    MEAN = "mean"
    """Mean of the stocks January…m."""
    SUM_PER_MEAN_OF_PRECEDING = "sum_per_mean_of_preceding"
    """100 · Σ numerator January…m ÷ mean denominator December of the previous year…m−1."""
    SUM_PER_SUM = "sum_per_sum"
    """100 · Σ numerator January…m ÷ Σ denominator January…m."""
    MEAN_OF_RATES = "mean_of_rates"
    """Mean over January…m of 100 · numerator ÷ denominator of the same month."""
    MEAN_OF_RATES_OF_PRECEDING = "mean_of_rates_of_preceding"
    """Mean over January…m of 100 · numerator ÷ denominator of the month before."""


class Measure(Frozen):
    """One measure: how it is formed, in what unit, and where that is laid down."""

    code: MeasureCode
    name: Text
    version: Version
    formula: Formula
    numerator: MeasureCode
    denominator: MeasureCode | None = None
    unit: Unit
    counted_in: Unit
    """Natural unit of the numerator, in which a gap is stated."""
    source: Text

    @property
    def coherent(self) -> bool:
        """Whether a denominator and percent go with a formula that divides, and only with one."""
        divides = self.formula not in {Formula.SUM, Formula.MEAN}
        return (self.denominator is not None, self.unit is Unit.PERCENT) == (divides, divides)

    @property
    def accumulates(self) -> bool:
        """Whether the value grows through the year, so that a level agreed for its end says nothing before December."""
        return self.formula in {Formula.SUM, Formula.SUM_PER_MEAN_OF_PRECEDING}


ORDINANCE = "Kennzahlenverordnung nach § 48a SGB II in der Fassung vom 15.03.2019"
AGREEMENT = "Vereinbarung, III. § 2 Abs. 1 Nr. 1: Monitoring außerhalb der Kennzahlenverordnung"

_OF_2019 = (
    Measure(
        code="LLU",
        name="Summe der Leistungen zum Lebensunterhalt",
        version="2019",
        formula=Formula.SUM,
        numerator="LLU",
        unit=Unit.EUR,
        counted_in=Unit.EUR,
        source=f"{ORDINANCE}, § 4 Abs. 1",
    ),
    Measure(
        code="K2",
        name="Integrationsquote",
        version="2019",
        formula=Formula.SUM_PER_MEAN_OF_PRECEDING,
        numerator="INT",
        denominator="ELB",
        unit=Unit.PERCENT,
        counted_in=Unit.INTEGRATIONS,
        source=f"{ORDINANCE}, § 5 Abs. 1",
    ),
    Measure(
        code="LZB",
        name="Durchschnittlicher Bestand an Langzeitleistungsbeziehenden",
        version="2019",
        formula=Formula.MEAN,
        numerator="LZB",
        unit=Unit.PERSONS,
        counted_in=Unit.PERSONS,
        source=f"{ORDINANCE}, § 6 Abs. 1 (Bestand); Jahresfortschrittswert als Mittel der Monatsbestände",
    ),
    Measure(
        code="INT_BD_SHARE",
        name="Anteil bedarfsdeckender Integrationen",
        version="2019",
        formula=Formula.SUM_PER_SUM,
        numerator="INT_BD",
        denominator="INT",
        unit=Unit.PERCENT,
        counted_in=Unit.INTEGRATIONS,
        source=AGREEMENT,
    ),
    Measure(
        code="LZB_4J",
        name="Langzeitleistungsbeziehende mit vier oder mehr Jahren Leistungsbezug",
        version="2019",
        formula=Formula.MEAN,
        numerator="LZB_4J",
        unit=Unit.PERSONS,
        counted_in=Unit.PERSONS,
        source=AGREEMENT,
    ),
    Measure(
        code="K1E3",
        name="Durchschnittliche Zugangsrate der erwerbsfähigen Leistungsberechtigten",
        version="2019",
        formula=Formula.MEAN_OF_RATES,
        numerator="ELB_ZUGANG",
        denominator="ELB",
        unit=Unit.PERCENT,
        counted_in=Unit.PERSONS,
        source=f"{ORDINANCE}, § 4 Abs. 2",
    ),
    Measure(
        code="K1E4",
        name="Durchschnittliche Abgangsrate der erwerbsfähigen Leistungsberechtigten",
        version="2019",
        formula=Formula.MEAN_OF_RATES_OF_PRECEDING,
        numerator="ELB_ABGANG",
        denominator="ELB",
        unit=Unit.PERCENT,
        counted_in=Unit.PERSONS,
        source=f"{ORDINANCE}, § 4 Abs. 2",
    ),
)

CATALOGUES: dict[Version, dict[MeasureCode, Measure]] = {"2019": {measure.code: measure for measure in _OF_2019}}
"""Every version of the catalogue of measures; a definition in it is never edited, more may be added."""
