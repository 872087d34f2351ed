"""The commands that show by which checks files of figures are judged, and what the measures in them are."""

from domain.german import german, spoken
from domain.measures import BaseQuantity
from domain.rulebook.file_checks import Check
from interfaces.cli.console import console
from interfaces.cli.read import AsJson, print_json
from interfaces.published import PublishedMeasure, file_checks
from interfaces.published import measures as published_measures


def rules(as_json: AsJson = False) -> None:
    """Zeigt die Prüfungen, die eine Datei besteht: was gilt, woher, seit wann, und ob ein Verstoß sie aufhält."""
    found = file_checks()
    if as_json:
        print_json(found.model_dump(mode="json")["items"])
        return
    for check in found.items:
        _told(f"{check.id} {german(check.severity)}: {check.says}", _behind(check))


def measures(as_json: AsJson = False) -> None:
    """Zeigt den Kennzahlenkatalog: jede Kennzahl und Grundgröße mit Formel, Einheit, Richtung und Quelle."""
    found = published_measures()
    if as_json:
        print_json(found.model_dump(mode="json")["items"])
        return
    for catalogue in found.items:
        _told(f"Fassung {catalogue.version}: {catalogue.title}, gilt seit {spoken(catalogue.valid_from)}")
        every: tuple[PublishedMeasure | BaseQuantity, ...] = (*catalogue.measures, *catalogue.quantities)
        for one in every:
            _told(f"{one.code}: {one.name}", _known(one), f"{one.source}; gilt seit {spoken(one.valid_from)}")


def _told(first: str, *more: str) -> None:
    out = console()
    out.print(first, style="bold", markup=False, soft_wrap=True)
    for line in more:
        out.print(f"  {line}", markup=False, soft_wrap=True)


def _behind(check: Check) -> str:
    formula = f"{check.formula}; " if check.formula else ""
    return f"{formula}{check.source}, gilt seit {spoken(check.valid_from)}"


def _known(one: PublishedMeasure | BaseQuantity) -> str:
    """How it is formed or counted, in which unit, whether by sex, and in which direction it is better."""
    formed = one.formed_as if isinstance(one, PublishedMeasure) else f"Grundgröße, {german(one.counted)}"
    by_sex = "nach Geschlecht" if one.by_sex else "nur insgesamt"
    better = f"besser: {german(one.better)}" if one.better else "ohne Richtung"
    return f"{formed}; in {german(one.unit)}, {by_sex}, {better}"
