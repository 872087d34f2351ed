"""Agreements, loads and facts by their names in the field."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from domain.facts import (
    AgreementDrafted,
    AgreementSigned,
    FiguresDelivered,
    FiguresRejected,
    FiguresReleased,
)
from domain.facts.figures import Cause, Correction
from domain.facts.signing import Document, Signatory, SignatureForm
from domain.figures import Flag, Flagged, Form, Load, LoadState, Series
from domain.measures import Measure, Unit
from domain.parties import Party, Side
from domain.record import Actor, Fact, Role
from domain.rules import Finding
from domain.terms import (
    Bound,
    Comparator,
    DialogDuty,
    Goal,
    GoalKind,
    InterimBound,
    Item,
    Line,
    LineKind,
    Quantity,
    Rounding,
    Sex,
    Terms,
    VerdictGroup,
)
from domain.values import Month, decimals_of, sha256_of, shift
from interfaces.sample.terms import heidekreis_2026

HEIDEKREIS = heidekreis_2026()
MINISTRY = Actor("minna-fach", Role.LAND, "Fachaufsicht", "test", party="ni-ms", scope="03")
CLERK = replace(MINISTRY, person="karl-erfasst", office="Erfassung")
COUNTY = Actor("lena-kreis", Role.COUNTY, "Jobcenterleitung", "test", party="heidekreis", scope="03358")
COMMITTEE = Actor("ausschuss", Role.COMMITTEE, "Geschäftsstelle", "test", scope="03")
A_SCAN = Document(sha256="5c" * 32, title="Scan der unterzeichneten Vereinbarung", file_reference="104-43210/2026")
A_DAY = date(2026, 3, 2)
COMMITMENT = "c0" * 32


@dataclass(frozen=True)
class Happened:
    """A fact, with the day it happened, who had it recorded and what was noticed."""

    fact: Fact
    on: date = A_DAY
    by: Actor = CLERK
    findings: tuple[Finding, ...] = ()


Life = Happened | Fact | Iterable["Life"]
"""Facts in order; builders may give several at once."""


def happened(*life: Life) -> tuple[Happened, ...]:
    """The facts of a life, one by one."""
    flat: list[Happened] = []
    for part in life:
        match part:
            case Happened():
                flat.append(part)
            case Fact():
                flat.append(Happened(part))
            case _:
                flat.extend(happened(*part))
    return tuple(flat)


def bound(comparator: str, value: str, unit: Unit = Unit.PERCENT) -> Bound:
    """A bound, its comparator and value as text."""
    return Bound(comparator=Comparator(comparator), value=Decimal(value), unit=unit)


def at_least(value: str, unit: Unit = Unit.PERCENT) -> Bound:
    """Not below."""
    return bound("at_least", value, unit)


def at_most(value: str, unit: Unit = Unit.PERCENT) -> Bound:
    """Not above."""
    return bound("at_most", value, unit)


def a_line(
    bound: Bound | None = None,
    *,
    id: str = "zeile",
    measure: str = "K2",
    quantity: Quantity = Quantity.CHANGE,
    sex: Sex = Sex.TOTAL,
    kind: LineKind | None = None,
    interim: dict[Month, Bound] | None = None,
) -> Line:
    """A line: a target where there is a bound, monitored where there is none, unless said otherwise."""
    return Line(
        id=id,
        clause="III.2.1.2",
        kind=kind or (LineKind.TARGET if bound else LineKind.MONITORED),
        measure=measure,
        sex=sex,
        quantity=quantity,
        bound=bound,
        interim=tuple(InterimBound(month=month, bound=one) for month, one in (interim or {}).items()),
        says="erfunden",
    )


def a_goal(*lines: Line) -> Goal:
    """A measured goal with one verdict over all its targets."""
    targets = tuple(line.id for line in lines if line.kind is LineKind.TARGET)
    verdict = VerdictGroup(id="urteil", clause="III.2.1.2", title="Urteil", lines=targets) if targets else None
    return Goal(
        id="ziel",
        clause="III.2.1.2",
        kind=GoalKind.MEASURED,
        title="Ziel",
        says="erfunden",
        lines=lines,
        verdicts=(verdict,) if verdict else (),
    )


def _decimals(line: Line) -> int:
    bounds = [line.bound, *(interim.bound for interim in line.interim)]
    return max((decimals_of(one.value) for one in bounds if one), default=1)


def agreed(*lines: Line, rounding: Rounding | None = None, own_measures: tuple[Measure, ...] = ()) -> Terms:
    """Terms that say these lines and nothing else."""
    return HEIDEKREIS.model_copy(
        update={
            "goals": (a_goal(*lines),),
            "rounding": rounding or Rounding(decides="exact", decimals=max(1, *map(_decimals, lines), 1)),
            "own_measures": own_measures,
            "dialogs": DialogDuty(minimum=2, months_waited=0),
        }
    )


def in_year(terms: Terms, year: int) -> Terms:
    """The same terms for another year."""
    window = terms.assessment
    moved = {"opens_on": window.opens_on.replace(year=year + 1), "closes_on": window.closes_on.replace(year=year + 1)}
    return terms.model_copy(update={"year": year, "assessment": window.model_copy(update=moved)})


def drafted(terms: Terms = HEIDEKREIS, on: date = date(2026, 1, 15)) -> Happened:
    """The Land put these terms on the table."""
    return Happened(AgreementDrafted(ordinal=1, terms=terms, terms_hash=sha256_of(terms)), on)


def signed(party: Party, terms: Terms = HEIDEKREIS, on: date = date(2026, 2, 10)) -> Happened:
    """A party signed these terms."""
    person = "christine-arbogast" if party.side is Side.LAND else "jens-grote"
    fact = AgreementSigned(
        party=party.id,
        terms_hash=sha256_of(terms),
        signatory=Signatory(person=person, name_commitment=COMMITMENT, office="Vertretungsberechtigt"),
        form=SignatureForm.PAPER,
        place="Hannover",
        document=A_SCAN,
    )
    return Happened(fact, on)


def an_agreement_in_force(terms: Terms = HEIDEKREIS) -> tuple[Happened, ...]:
    """Drafted on 15 January, signed by every party, binding since 10 February 2026."""
    return (drafted(terms), *(signed(party, terms) for party in terms.parties))


def a_state(month: Month = "2026-02", waited: int = 0) -> LoadState:
    """A load state."""
    return LoadState(report_month=month, months_waited=waited)


def monthly(
    measure: str, first: Month, values: Iterable[object], sex: Sex = Sex.TOTAL, flags: dict[Month, Flag] | None = None
) -> Series:
    """Monthly figures from a month on."""
    cells = tuple(None if value is None else str(value) for value in values)
    flagged = tuple(Flagged(month=month, flag=flag) for month, flag in (flags or {}).items())
    keys = {"measure": measure, "sex": sex, "first": first, "definition": "2019"}
    return Series.model_validate({**keys, "values": cells, "flags": flagged})


def rate(percent: str) -> str:
    """A rate in percent as counts, which is exact; in decimals it would stand for all that rounds to them."""
    return f"{percent}/100"


def ytd(measure: str, month: Month, value: str, sex: Sex = Sex.TOTAL, flag: Flag | None = None) -> Series:
    """A year-to-date value as delivered for one month."""
    series = monthly(measure, month, [value], sex, {month: flag} if flag else None)
    return series.model_copy(update={"form": Form.YEAR_TO_DATE})


def a_load(
    month: Month, *series: Series, waited: int = 0, revision: str = "original", loaded_on: date | None = None
) -> Load:
    """A load of these series, on the 16th after the months waited unless said otherwise."""
    return Load(
        state=a_state(month, waited),
        loaded_on=loaded_on or date.fromisoformat(f"{shift(month, waited + 1)}-16"),
        revision=revision,
        series=series or (monthly("LZB", month, [1000]),),
    )


def k2(
    month: Month, integrations: Iterable[object], stock: Iterable[object], sex: Sex = Sex.TOTAL
) -> tuple[Series, ...]:
    """What K2 needs up to a month: integrations from January, stock from December before."""
    january = f"{month[:4]}-01"
    return monthly("INT", january, integrations, sex), monthly("ELB", shift(january, -1), stock, sex)


def delivered(load: Load, id: str | None = None, correction: Correction | None = None) -> Happened:
    """The ministry handed a load over; its id names month and waiting unless said otherwise."""
    return Happened(FiguresDelivered(delivery_id=id or name_of(load), load=load, correction=correction))


def released(id: str) -> FiguresReleased:
    """A second person released a delivery."""
    return FiguresReleased(delivery_id=id)


def rejected(id: str) -> FiguresRejected:
    """A second person rejected a delivery."""
    return FiguresRejected(delivery_id=id)


def a_released(load: Load, id: str | None = None, corrects: str | None = None, cause: str = "") -> tuple[Life, ...]:
    """A load handed over and released, maybe as a correction of another."""
    correction = Correction(of=corrects, cause=Cause(cause)) if corrects else None
    return delivered(load, id, correction), released(id or name_of(load))


def name_of(load: Load) -> str:
    """A delivery's id after its load state."""
    return f"{load.state.report_month}-t{load.state.months_waited}"


def an_item(id: str) -> Item:
    """A step, criterion or topic."""
    return Item(id=id, says="erfunden")


def agreed_in_full() -> Terms:
    """Terms with one goal of each kind: at most −2.5 % LZB, two steps with a criterion, a topic."""
    of_steps = Goal(
        id="beratung",
        clause="III.2.1.4",
        kind=GoalKind.INDIVIDUAL,
        title="Bessere Beratung",
        says="erfunden",
        steps=(an_item("schulung"), an_item("leitfaden")),
        criteria=(an_item("besser"),),
    )
    reported = Goal(
        id="bericht",
        clause="III.2.1.6",
        kind=GoalKind.REPORTED,
        title="Gleichstellung",
        says="erfunden",
        topics=(an_item("frauen"),),
    )
    terms = agreed(a_line(at_most("-2.5"), id="lzb", measure="LZB"))
    return terms.model_copy(update={"goals": (*terms.goals, of_steps, reported)})
