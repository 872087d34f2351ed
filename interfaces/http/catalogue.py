"""Catalogues the service works by: measures, checks, rules, clauses."""

import re
from typing import Literal

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from domain.rulebook import RULES
from domain.values import Frozen
from interfaces.clauses import CitedClause, clauses
from interfaces.http.access import GuardedRoute
from interfaces.http.described import gives
from interfaces.http.english import sentences
from interfaces.http.json import represented
from interfaces.http.problem_types import PAGES, status_of
from interfaces.published import FileChecks, Measures, file_checks, measures

router = APIRouter(route_class=GuardedRoute, prefix="/catalogue", tags=["catalogue"])


class PublishedRule(Frozen):
    """A rule: its clause, whether it refuses or only notices, and its sentence with {placeholders}."""

    code: str
    clause: str
    effect: Literal["refuse", "finding"]
    says: str
    says_en: str
    problem_type: str | None
    status: int | None


class Rules(Frozen):
    """Every rule, by code."""

    items: tuple[PublishedRule, ...]


class Clauses(Frozen):
    """Every clause that rules and requirements cite."""

    items: tuple[CitedClause, ...]


@router.get("/measures", operation_id="list_measures", summary="Kennzahlen", responses=gives(Measures))
def list_measures() -> Response:
    """The measures and base quantities of every version, each with its formula, unit, direction and source."""
    return JSONResponse(represented(measures()))


@router.get("/checks", operation_id="list_checks", summary="Prüfungen von Dateien", responses=gives(FileChecks))
def list_checks() -> Response:
    """Every numbered check on files of figures; an error prevents the delivery, a warning travels with it."""
    return JSONResponse(represented(file_checks()))


@router.get("/rules", operation_id="list_rules", summary="Regeln", responses=gives(Rules))
def list_rules() -> Response:
    """Every rule by which a request is refused, or by which something is noticed."""
    return JSONResponse(represented(Rules(items=tuple(map(published, sorted(RULES))))))


def published(code: str) -> PublishedRule:
    """A rule as this service publishes it."""
    rule = RULES[code]
    refuses = rule.effect == "refuse"
    return PublishedRule(
        code=code,
        clause=rule.clause,
        effect=rule.effect,
        says=re.sub(r"\{(\w+):\w+\}", r"{\1}", rule.says),
        says_en=re.sub(r"\{(\w+):\w+\}", r"{\1}", sentences()[code]),
        problem_type=f"{PAGES}/{code}" if refuses else None,
        status=status_of(code) if refuses else None,
    )


@router.get("/clauses", operation_id="list_clauses", summary="Klauseln", responses=gives(Clauses))
def list_clauses() -> Response:
    """The clauses of the agreement, in its order."""
    return JSONResponse(represented(Clauses(items=clauses())))
