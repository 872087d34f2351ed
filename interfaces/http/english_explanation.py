"""English sentences about outlooks and the quality of data, beside the German ones of interfaces/german."""

from collections.abc import Iterator

from application.reading.explanation import LineExplained
from application.reading.quality import Accuracy, DataQuality, DeliverySource, FlaggedFigure, Release
from domain.results import Outlook
from interfaces.http.english import english, word
from interfaces.http.english_figures import amount, load_state, number, single
from interfaces.http.phrases import phrase
from interfaces.result_parts import settled

_NOTHING = "nothing recorded"


def pace(explained: LineExplained) -> str:
    """The pace required for the rest of the year, with its assumption; empty for a line without a bound."""
    found, why = explained.outlook, explained.no_outlook_because
    if found is None:
        return f"Outlook: none. {phrase(why)}" if why else ""
    left, last = found.months_left, found.months_left == 1
    in_them = "in the month left" if last else f"a month in the {left} months left"
    so_far = amount(found.so_far_rounded, found.unit)
    said = [f"Outlook: {_needed(found)} {in_them}, so far {so_far} on average."]
    if settled(found):
        reached = "the year-end value is reached already" if found.upwards else "out of reach by calculation"
        bring = "the month left brings nothing" if last else f"the {left} months left bring nothing"
        said = [f"Outlook: {reached}, even if {bring}."]
    said.append(f"Assumed: {phrase(found.assumed.says)}" if found.assumed else "No assumption about stocks is needed.")
    if found.baseline:
        before = f"{single(found.baseline)} ({load_state(found.baseline.load_state)})"
        said.append(f"It is compared with the year-end value of the year before, {before}.")
    return " ".join(said)


def _needed(found: Outlook) -> str:
    more = "more than" if found.strict else "at least"
    less = "less than" if found.strict else "at most"
    return f"{more if found.upwards else less} {amount(found.rounded, found.unit)}"


def quality(found: DataQuality) -> tuple[str, ...]:
    """The statement of data quality, one sentence for each of its five fields."""
    return (
        f"Verified: {'; '.join(_verified(found)) or _NOTHING}.",
        f"Source: {'; '.join(map(_source, found.source)) or _NOTHING}.",
        f"Accuracy: {'; '.join(_accuracy(found.accuracy)) or _NOTHING}.",
        f"Limits: {'; '.join(_limits(found)) or _NOTHING}.",
        f"Made good: {'; '.join(_compensated(found)) or _NOTHING}.",
    )


def _verified(found: DataQuality) -> Iterator[str]:
    yield from map(_release, found.verification.releases)
    if found.verification.recomputed:
        yield "recomputed from the monthly figures"
    match found.verification.agrees_with_delivered:
        case True:
            yield "the value delivered beside them equals the computed one"
        case False:
            yield "the value delivered beside them differs from the computed one"
        case None:
            pass


def _release(release: Release) -> str:
    said = f"{release.delivery_id} delivered on {release.delivered_on} ({release.delivered_by})"
    if release.released_on:
        said += f", released on {release.released_on} by a second person ({release.released_by})"
    if release.checked:
        passed = number(len(release.checked.passed), "check", "checks")
        said += f", checked as file {release.checked.file_id} without an error ({passed} passed)"
    return said + "".join(f", found: {english(finding).rstrip('.')}" for finding in release.noticed)


def _source(source: DeliverySource) -> str:
    file = f"file {source.file.name}, SHA-256 {source.file.sha256}" if source.file else "entered without a file"
    note = f", note: {source.note.rstrip('.')}" if source.note else ""
    return (
        f"{source.delivery_id} ({load_state(source.load_state)}, loaded on {source.loaded_on}, {file},"
        f" revision {source.revision}, version of the key figures {', '.join(source.definitions)}{note})"
    )


def _accuracy(accuracy: Accuracy | None) -> Iterator[str]:
    if accuracy is None:
        return
    waited = f"{number(accuracy.months_waited, 'month', 'months')} of waiting"
    yield "without waiting, so provisional" if accuracy.provisional else waited
    yield from map(_flagged, accuracy.estimated)
    yield f"computed exactly, shown with {number(accuracy.decimals, 'decimal', 'decimals')}"
    if accuracy.rounding_sensitive:
        yield "rounded, the result would be another than exact"


def _flagged(figure: FlaggedFigure) -> str:
    return f"{figure.measure} ({word(figure.sex)}) {figure.month} {word(figure.flag)}"


def _limits(found: DataQuality) -> Iterator[str]:
    if found.limits.because:
        yield phrase(found.limits.because).rstrip(".")
    yield from map(_flagged, found.limits.empty)
    for finding in found.limits.findings:
        yield english(finding).rstrip(".")
    checks = {one.checked.file_id: one.checked for one in found.verification.releases if one.checked}
    for checked in checks.values():
        for warned in checked.warnings:
            times = number(warned.count, "time", "times")
            yield f"warning {warned.check} in file {checked.file_id}, {times}: {phrase(warned.says).rstrip('.')}"


def _compensated(found: DataQuality) -> Iterator[str]:
    for one in found.compensation.corrections:
        yield f"{one.by} corrects {one.delivery_id} ({word(one.cause)})"
    if found.compensation.equal_load_states:
        yield "compared at an equal load state of the year before only"
    if found.compensation.as_delivered:
        yield "where monthly figures are incomplete, the delivered value counts"
