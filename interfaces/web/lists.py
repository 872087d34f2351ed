"""Lists over all agreements: which there are, what is due, and the Jobcenter compared."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from application.comparison.compared import LineKey
from application.comparison.comparison import ComparedFigure
from application.lists.overview import OverviewRow
from domain.parties import Side
from domain.record import Role
from domain.terms import Sex
from interfaces.web.asking import ALL, TheKnown, TheMonth, TheRole, TheSystem
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor
from interfaces.web.titles import county_in

router = APIRouter(route_class=PageRoute, include_in_schema=False)
AT_ONCE = 50
Offset = Annotated[int, Query(alias="ab", ge=0, le=1_000_000)]


def _county(row: OverviewRow) -> str:
    return county_in(row.parties)


@router.get("/vereinbarungen", operation_id="page_agreements")
def show_agreements(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    begin: Offset = 0,
    suche: Annotated[str, Query(max_length=100)] = "",
    jahr: Annotated[str, Query(pattern=r"^([0-9]{4})?$")] = "",
) -> Response:
    """Every agreement a reader may see, by year and name."""
    at = system.lists.as_of()
    rows = system.lists.overview(actor, at=at)
    years = sorted({row.year for row in rows}, reverse=True)
    wanted = [
        row
        for row in rows
        if suche.casefold() in _county(row).casefold() and jahr in {"", str(row.year)}
    ]  # fmt: skip
    ordered = sorted(wanted, key=lambda row: (-row.year, _county(row)))
    return page(
        request,
        "agreements.html",
        rows=ordered[begin : begin + AT_ONCE],
        total=len(wanted),
        begin=begin,
        following=begin + AT_ONCE if begin + AT_ONCE < len(wanted) else None,
        search=suche,
        year=jahr,
        years=years,
        county_of=_county,
        read_up_to=at,
    )


@router.get("/faelliges", operation_id="page_due")
def show_due(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    asked: TheRole,
    begin: Offset = 0,
) -> Response:
    """Due items, for oneself or for everybody."""
    of_all = request.query_params.get("rolle") or actor.role is Role.AUDITOR
    role = asked or (None if of_all else actor.role)
    today = system.service.today()
    at = system.lists.as_of()
    found = system.lists.due(actor, today, role, at=at)
    names = {row.agreement_id: f"{_county(row)} {row.year}" for row in system.lists.overview(actor, at=at)}
    return page(
        request,
        "due.html",
        due=found[begin : begin + AT_ONCE],
        total=len(found),
        following=begin + AT_ONCE if begin + AT_ONCE < len(found) else None,
        names=names,
        today=today,
        role=role.value if role else ALL,
        read_up_to=at,
    )


@router.get("/vergleich", operation_id="page_comparison")
def show_comparison(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    known: TheKnown,
    month: TheMonth,
    jahr: Annotated[int | None, Query(ge=2011, le=2099)] = None,
    land: Annotated[str, Query(pattern=r"^([0-9]{2})?$")] = "",
    kennzahl: Annotated[str, Query(max_length=120)] = "",
) -> Response:
    """Every Jobcenter of a Land at one load state, figure by figure."""
    rows = system.lists.overview(actor)
    years, lands = sorted({row.year for row in rows}, reverse=True), _lands(rows)
    at_land, at_year = land or next(iter(lands), "03"), jahr or next(iter(years), system.service.today().year)
    at = system.lists.as_of(known.at)
    found = system.comparisons.compared(actor, at_land, at_year, month=month, at=at)
    names = {_asked_as(one.key): one for one in found.figures}
    shown = names.get(kennzahl) or max(found.figures, key=_agreed_on, default=None)
    return page(
        request,
        "comparison.html",
        found=found,
        shown=shown,
        missed=kennzahl not in {"", *names},
        names=names,
        years=years,
        lands=lands,
        known=known,
        read_up_to=at,
    )


def _asked_as(key: LineKey) -> str:
    """How a figure is asked for; no two are asked for alike."""
    said = f"{key.measure}-{key.sex}-{key.quantity}"
    waited = "" if key.months_waited is None else f"-t{key.months_waited}"
    return f"{said}-{key.form}-{key.base_year or 'vorjahr'}{waited}-{key.definition}"


def _agreed_on(figure: ComparedFigure) -> tuple[int, bool, int]:
    """How much a figure matters: on how many bounds were agreed, for everybody together, how many are compared."""
    bounds = sum(place.agreed is not None and place.agreed.bound is not None for place in figure.places)
    return bounds, figure.key.sex is Sex.TOTAL, figure.ranked


def _lands(rows: Sequence[OverviewRow]) -> list[str]:
    parties = (party for row in rows for party in row.parties if party.side is Side.COUNTY)
    return sorted({party.ags[:2] for party in parties if party.ags})
