"""German sentences about outlooks and the quality of data."""

from collections.abc import Iterator

from application.reading.explanation import LineExplained
from application.reading.quality import Accuracy, DataQuality, DeliverySource, FlaggedFigure, Release
from domain.german import german, spoken
from domain.results import Outlook
from domain.terms import Sex
from domain.values import year_of
from domain.year_to_date import Value
from interfaces.german.numbers import month
from interfaces.german.results import amount, load_state, single
from interfaces.german.subjects import quantity
from interfaces.result_parts import settled

NOTHING = "nichts festgehalten"


def pace(explained: LineExplained) -> str:
    """The pace required for the rest of the year, with its assumption; empty for a line without a bound."""
    found = explained.outlook
    if found is None:
        return f"Ausblick: keiner. {explained.no_outlook_because}" if explained.no_outlook_because else ""
    number, last = found.months_left, found.months_left == 1
    in_them = "im verbleibenden Monat" if last else f"je Monat in den verbleibenden {number} Monaten"
    said = [f"Ausblick: {_needed(found)} {in_them}, bisher im Mittel {_so_far(found)}."]
    if settled(found):
        reached = "der Jahresendwert ist schon erreicht" if found.upwards else "rechnerisch nicht mehr erreichbar"
        brings = "der verbleibende Monat nichts bringt" if last else f"die verbleibenden {number} Monate nichts bringen"
        said = [f"Ausblick: {reached}, auch wenn {brings}."]
    if found.assumed:
        said.append(f"Annahme: {found.assumed.says}")
    else:
        said.append("Eine Annahme über den Bestand braucht es dazu nicht.")
    if found.baseline:
        before = f"{single(found.baseline)} ({load_state(found.baseline.load_state)})"
        said.append(f"Bezug ist der Jahresendwert {_of_year(found, found.baseline)}, {before}.")
    return " ".join(said)


def _of_year(found: Outlook, baseline: Value) -> str:
    year = year_of(baseline.load_state.report_month)
    return "des Vorjahres" if year == year_of(found.year_end.report_month) - 1 else f"von {year}"


def _needed(found: Outlook) -> str:
    more = "mehr als" if found.strict else "mindestens"
    less = "weniger als" if found.strict else "höchstens"
    return f"{more if found.upwards else less} {amount(found.rounded, found.unit)}"


def _so_far(found: Outlook) -> str:
    return amount(found.so_far_rounded, found.unit)


def quality(found: DataQuality) -> tuple[str, ...]:
    """The statement of data quality, one sentence for each of its five fields."""
    return (
        f"Geprüft: {'; '.join(_verified(found)) or NOTHING}.",
        f"Quelle: {'; '.join(map(_source, found.source)) or NOTHING}.",
        f"Genauigkeit: {'; '.join(_accuracy(found.accuracy)) or NOTHING}.",
        f"Grenzen: {'; '.join(_limits(found)) or NOTHING}.",
        f"Ausgleich: {'; '.join(_compensated(found)) or NOTHING}.",
    )


def _verified(found: DataQuality) -> Iterator[str]:
    yield from map(_release, found.verification.releases)
    if found.verification.recomputed:
        yield "aus den Monatswerten nachgerechnet"
    match found.verification.agrees_with_delivered:
        case True:
            yield "der mitgelieferte Wert stimmt mit dem errechneten überein"
        case False:
            yield "der mitgelieferte Wert weicht vom errechneten ab"
        case None:
            pass


def _release(release: Release) -> str:
    said = f"{release.delivery_id} am {spoken(release.delivered_on)} geliefert ({release.delivered_by})"
    if release.released_on:
        said += f", am {spoken(release.released_on)} von einer zweiten Person freigegeben ({release.released_by})"
    if release.checked:
        passed = f"{len(release.checked.passed)} Prüfungen bestanden"
        said += f", als Datei {release.checked.file_id} ohne Fehler geprüft ({passed})"
    noticed = "".join(f", festgestellt: {finding.says.rstrip('.')}" for finding in release.noticed)
    return f"{said}{noticed}"


def _source(source: DeliverySource) -> str:
    file = f"Datei {source.file.name}, SHA-256 {source.file.sha256}" if source.file else "ohne Datei erfasst"
    note = f", Anmerkung: {source.note.rstrip('.')}" if source.note else ""
    versions = ", ".join(source.definitions)
    return (
        f"{source.delivery_id} ({load_state(source.load_state)}, geladen am {spoken(source.loaded_on)}, {file},"
        f" Revision {source.revision}, Kennzahlenfassung {versions}{note})"
    )


def _accuracy(accuracy: Accuracy | None) -> Iterator[str]:
    if accuracy is None:
        return
    waited = "1 Monat" if accuracy.months_waited == 1 else f"{accuracy.months_waited} Monate"
    yield "ohne Wartezeit, also vorläufig" if accuracy.provisional else f"{waited} Wartezeit"
    yield from map(_flagged, accuracy.estimated)
    places = "1 Nachkommastelle" if accuracy.decimals == 1 else f"{accuracy.decimals} Nachkommastellen"
    yield f"genau gerechnet, gezeigt mit {places}"
    if accuracy.rounding_sensitive:
        yield "gerundet fiele das Ergebnis anders aus als genau"


def _flagged(figure: FlaggedFigure) -> str:
    of_whom = "" if figure.sex is Sex.TOTAL else f" ({german(figure.sex)})"
    return f"{quantity(figure.measure)}{of_whom} {month(figure.month)} {german(figure.flag)}"


def _limits(found: DataQuality) -> Iterator[str]:
    if found.limits.because:
        yield found.limits.because.rstrip(".")
    yield from map(_flagged, found.limits.empty)
    for finding in found.limits.findings:
        yield finding.says.rstrip(".")
    checks = {one.checked.file_id: one.checked for one in found.verification.releases if one.checked}
    for checked in checks.values():
        for warned in checked.warnings:
            yield f"Hinweis {warned.check} in Datei {checked.file_id}, {warned.count}-mal: {warned.says.rstrip('.')}"


def _compensated(found: DataQuality) -> Iterator[str]:
    for one in found.compensation.corrections:
        yield f"{one.by} berichtigt {one.delivery_id} ({german(one.cause)})"
    if found.compensation.equal_load_states:
        yield "verglichen ist nur mit gleichem Ladestand des Vergleichsjahres"
    if found.compensation.as_delivered:
        yield "wo Monatswerte nicht vollständig sind, zählt der gelieferte Wert"
