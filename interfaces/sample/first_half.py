"""The sample from the draft to the released figures."""

from collections.abc import Iterator
from datetime import date

from domain.acts.drafting import DraftAgreement, ProposeTarget
from domain.acts.figures import DeliverFigures, ReleaseFigures
from domain.acts.signing import ConfirmTranscription, SignAgreement
from domain.facts.signing import SignatureForm
from domain.terms import Bound, Terms
from domain.values import LineId, Month, sha256_of
from interfaces.sample.cast import COUNTY, DESK, REVIEW, Scene, document
from interfaces.sample.figures import INVENTED, invented_load, loaded_on


def drafting(terms: Terms) -> Iterator[Scene]:
    on = date(2026, 1, 12)
    basis = terms.legal_basis
    yield Scene(on, DESK, DraftAgreement(occurred_on=on, legal_basis=basis, reason="Jahresplanung 2026", terms=terms))
    for line in terms.lines:
        if line.bound is not None:
            later = date(2026, 1, 15 if line.id == "k2" else 16)
            actor = DESK if line.id == "k2" else COUNTY
            yield Scene(later, actor, _proposal(line.id, line.bound, later))


def _proposal(line: LineId, bound: Bound, on: date) -> ProposeTarget:
    return ProposeTarget(
        occurred_on=on,
        line_id=line,
        bound=bound,
        forecast="Beispiel: erreichbar bei gleichbleibender Konjunktur",
        rationale="Beispiel: der Vorschlag ist erfunden, der Zielwert ist der vereinbarte",
    )


def signing(terms: Terms) -> Iterator[Scene]:
    terms_hash = sha256_of(terms)
    scan = document("Beispiel für den Scan der unterzeichneten Vereinbarung", "ZV-2026-03358")
    for actor, day, place, person, office, capacity in (
        (DESK, date(2026, 1, 29), "Hannover", "unterzeichnung-1", "Für das Ministerium", "In Vertretung"),
        (COUNTY, date(2026, 2, 10), "Bad Fallingbostel", "unterzeichnung-2", "Für den Landkreis", None),
    ):
        yield Scene(
            day,
            actor,
            SignAgreement(
                occurred_on=day,
                terms_hash=terms_hash,
                signatory=person,
                office=office,
                signs_as=capacity,
                form=SignatureForm.PAPER,
                place=place,
                document=scan,
            ),
        )
    on = date(2026, 2, 12)
    yield Scene(on, REVIEW, ConfirmTranscription(occurred_on=on, terms_hash=terms_hash))


def figures(months: tuple[Month, ...], on: date | None = None) -> Iterator[Scene]:
    for month in months:
        day = on or loaded_on(month)
        delivery = f"ladung-{month}-t0"
        load = invented_load(month, loaded_on(month))
        yield Scene(day, DESK, DeliverFigures(occurred_on=day, delivery_id=delivery, load=load, reason=INVENTED))
        yield Scene(day, REVIEW, ReleaseFigures(occurred_on=day, delivery_id=delivery))
