"""Drawing pages: one environment of templates, one layout, one set of German formats."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from domain.attainment import in_words
from domain.german import german
from domain.record import Actor, Role
from interfaces.german import naming, numbers, results, subjects
from interfaces.german.due import due_says, open_point
from interfaces.web.access import PAGES
from interfaces.web.assets import asset, is_there
from interfaces.web.due_forms import form_of
from interfaces.web.session import cookie_of, csrf_token
from interfaces.web.stacking import stacked
from interfaces.web.titles import by_state, valued

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the main navigation: the page it leads to."""

    title: str
    address: str
    operation: str


@dataclass(frozen=True, slots=True)
class Tab:
    """One of several pages that stand side by side."""

    title: str
    address: str
    here: bool


NAVIGATION: tuple[Place, ...] = (
    Place("Übersicht", "/", "page_start"),
    Place("Vereinbarungen", "/vereinbarungen", "page_agreements"),
    Place("Fälliges", "/faelliges", "page_due"),
    Place("Daten", "/daten", "page_files"),
    Place("Vergleich", "/vergleich", "page_comparison"),
    Place("Prüfung", "/pruefung", "page_audit"),
    Place("Anforderungen", "/anforderungen", "page_requirements"),
    Place("Personen", "/personen", "page_persons"),
)
"""In this order; each role sees the places it may open."""

templates = Environment(
    loader=PackageLoader("interfaces.web"),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
templates.filters |= {
    "german": lambda value: german(str(value)),
    "number": numbers.number,
    "amount": numbers.amount,
    "day": numbers.day,
    "instant": numbers.instant,
    "month": numbers.month,
    "column": numbers.column,
    "load_state": numbers.load_state,
    "waited": numbers.waited,
    "kind_of": results.kind_of,
    "spoken": numbers.spoken,
    "first_upper": numbers.first_upper,
    "reference": results.reference,
    "form_of": form_of,
    "due_says": due_says,
    "open_point": open_point,
    "stacked": stacked,
    "by_state": by_state,
    "valued": valued,
    "quantity": subjects.quantity,
}
templates.globals |= {
    "asset": asset,
    "assets_there": is_there,
    "results": results,
    "naming": naming,
    "in_words": in_words,
}


def places(actor: Actor | None, path: str) -> Sequence[Tab]:
    """The navigation of a role, on the page at a path."""
    shown = [place for place in NAVIGATION if actor and actor.role in PAGES[place.operation]]
    return [
        Tab(one.title, one.address, path.startswith(one.address) if one.address != "/" else path == "/")
        for one in shown
    ]


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """A page in the one layout."""
    session = getattr(request.state, "session", None)
    html = templates.get_template(template).render(
        request=request,
        actor=session.actor if session else None,
        places=places(session.actor if session else None, request.url.path),
        path=request.url.path,
        csrf=csrf_token(cookie_of(request)),
        Role=Role,
        **values,
    )
    return HTMLResponse(
        html,
        status,
        {"Content-Security-Policy": CSP, "Referrer-Policy": "same-origin", "Content-Language": "de"},
    )
