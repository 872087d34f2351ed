"""The audit extract: one decision, who took it when, on which figures, what came later, and how to check it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from application.history.entry import HistoryEntry
from application.reading.knowledge import KnownLoad, knowledge
from application.reading.parts.deliveries import DeliveryEntry, deliveries
from application.reading.parts.final_assessment import AssessmentEntry, final_assessment
from domain.german import german
from domain.record import Record
from domain.results import GoalResult, LineResult
from domain.rulebook.mending import NO_SUCH_RECORD
from domain.state import Decision
from interfaces.german import decision as german_decision
from interfaces.german import numbers, results
from interfaces.german.due import open_point
from interfaces.papers.blocks import Block, Paper, Paragraph, Table, bullets, pairs, section
from interfaces.papers.goals import by_line, stands, values
from interfaces.papers.judging import lines_of
from interfaces.papers.recorded import recorded, titled
from interfaces.papers.sources import Papered, encoded

HOW_TO_CHECK = (
    "Prüfen lässt sich das ohne diesen Dienst: Ein Prüfbündel der Vereinbarung („zielsteuerung audit export“) enthält"
    " jeden Eintrag im Wortlaut. „verify.py“ prüft es mit dem Schlüssel, den die prüfende Stelle selbst aufbewahrt,"
    " und nennt den Prüfpunkt. Dessen Wurzel steht in „checkpoint.txt“ des Bündels; ist er jünger als der in diesem"
    " Papier genannte, führt das Protokoll ihn nur fort."
)

PATH = "Der Pfad vom Eintrag zur Wurzel liegt diesem Papier als daten.json bei."
NO_PATH = "Ein Pfad vom Eintrag zur Wurzel liegt erst mit dem nächsten Prüfpunkt vor."
NO_FIGURES = "Daten des Jahres waren noch nicht freigegeben."
NOTHING_TO_COMPARE = "Damals lagen keine Zahlen vor, die heute andere sein könnten."


def extract(of: Papered) -> Paper:
    """An entry for an auditor; without a number the final assessment, before it the last entry."""
    version = _version(of)
    record = of.entry_of(version) or NO_SUCH_RECORD.refuse(version=version)
    known = knowledge(of.system.journal, of.actor, of.agreement_id, version)
    entry = next(one for one in of.entries if one.version == version)
    day = numbers.day(numbers.local(of.known_at).date()) if of.known_at else None
    now, until = (f"am {day}", f"bis zum {day}") if day else ("heute", "bisher")
    blocks: list[Block] = [
        pairs(*_who_and_when(of, record)),
        *section("Was festgehalten wurde", recorded(of, record, entry)),
        *section("Regeln und Feststellungen", bullets(_rules(record, entry)), "Keine Regel hat etwas festgestellt."),
        *section("Was damals bekannt war", _known(of, version, known.goals), NO_FIGURES),
        *section("Ladungen, auf denen das beruht", _loads(known.loads, known.goals)),
        *section(
            "Was damals zu würdigen war",
            bullets([open_point(says, reference) for reference, says in known.open_points.items()]),
        ),
        *section("Spätere Berichtigungen der Daten", _corrections(of, version), "Keine Daten wurden berichtigt."),
        *section(f"Was die Zahlen {now} sagen", _today(of, known.goals, version, now), NOTHING_TO_COMPARE),
        *section("Spätere Einträge", _later(of, version), f"Danach ist {until} nichts hinzugekommen."),
        *section("Nachweis", _proof(of, record)),
    ]
    attached = {
        "software": of.state.software,
        "entry": record.fact.model_dump(mode="json"),
        "known": known.model_dump(mode="json"),
        "proof": proof_of(of, record),
    }
    return Paper(f"Prüfauszug zu Eintrag {version}", of.subtitle, tuple(blocks), of.state, attached)


def _version(of: Papered) -> int:
    if of.about is not None:
        return int(of.about) if of.about.isdecimal() and of.about.isascii() and len(of.about) < 7 else 0
    made = final_assessment(of.counting).present
    return made.source.version if made else of.course.records[-1].version


def _who_and_when(of: Papered, record: Record) -> Iterator[tuple[str, str | None]]:
    by = record.provenance
    yield "Entscheidung", titled(record, of)
    yield "Tag", numbers.day(record.occurred_on)
    yield "Festgehalten", numbers.instant(record.recorded_at)
    yield "Von", f"{by.office} ({german(by.role)}){f', {by.capacity}' if by.capacity else ''}"
    yield "Für", of.party(by.party) if by.party else None
    yield "Angemeldet über", by.authenticated_by
    yield "Grund", by.reason
    yield "Rechtsgrundlage", by.legal_basis
    yield "Eintrag", f"{record.version} der Vereinbarung, Nr. {record.position} im Protokoll"
    yield "Software", record.software


def _rules(record: Record, entry: HistoryEntry) -> list[str]:
    clauses = f"Klauseln der Vereinbarung: {', '.join(entry.clauses)}" if entry.clauses else None
    return [
        *([clauses] if clauses else []),
        *(f"{numbers.spoken(one.says)} (Regel {one.rule})" for one in record.findings),
    ]


def _known(of: Papered, version: int, goals: Sequence[GoalResult]) -> Iterator[Block]:
    """The lines as known before the entry, where there were figures."""
    before = of.entry_of(version - 1)
    if before and _with_figures(goals):
        month = next(goal.load_state.report_month for goal in goals if goal.load_state)
        yield from lines_of(list(goals), replace(of.known(before.recorded_at), month=month))


def _with_figures(goals: Iterable[GoalResult]) -> bool:
    return any(line.derivation or line.alone for goal in goals for line in goal.lines)


def _loads(loads: Sequence[KnownLoad], goals: Iterable[GoalResult]) -> Iterator[Block]:
    """The loads the lines shown were formed from."""
    used = {name for goal in goals for line in goal.lines for name in _deliveries(line)}
    rows = tuple(
        (numbers.load_state(one.load_state), numbers.day(one.loaded_on), one.delivery_id)
        for one in loads
        if one.delivery_id in used
    )
    if rows:
        yield Table("", ("Ladestand", "Geladen", "Lieferung"), rows, (), (40, 20, 40))


def _deliveries(line: LineResult) -> Iterator[str]:
    made = line.derivation
    for formed in (line.alone, *((made.current, made.baseline) if made else ())):
        for single in (formed.parts or (formed,)) if formed else ():
            yield from (entered.delivery_id for entered in single.inputs)


def _corrections(of: Papered, version: int) -> Iterator[Block]:
    since = [one for one in deliveries(of.counting) if _corrects_since(one, version)]
    yield from bullets([_correction(one) for one in since])


def _corrects_since(one: DeliveryEntry, version: int) -> bool:
    decided = one.decided.version if one.decided else 0
    return one.corrects is not None and one.status is Decision.RELEASED and decided > version


def _correction(one: DeliveryEntry) -> str:
    assert one.corrects is not None, "it corrects another"
    decided = numbers.day(one.decided.occurred_on) if one.decided else ""
    replaces = f"{one.delivery_id} zu {numbers.load_state(one.load_state)} berichtigt {one.corrects.of}"
    return f"{replaces} ({german(one.corrects.cause)}), freigegeben am {decided}"


def _today(of: Papered, then: tuple[GoalResult, ...], version: int, now: str) -> Iterator[Block]:
    """Whether today's figures would change it: verdicts of an assessment, lines that stand otherwise."""
    made = of.decision.present
    if made and made.source.version == version:
        yield from _verdicts_today(of, made, now)
    rows = tuple(_moved(of, then)) if _with_figures(then) else ()
    if rows:
        columns = ("Größe", "damals", "Stand damals", now, f"Stand {now}")
        yield Table("", columns, rows, (1, 3), (32, 16, 18, 16, 18))
    elif _with_figures(then):
        yield Paragraph(f"Jede Größe hat {now} denselben Wert und denselben Stand wie damals.")


def _verdicts_today(of: Papered, made: AssessmentEntry, now: str) -> Iterator[Block]:
    moved = [german_decision.said(one) for one in of.decision.verdicts if one.moved]
    if moved:
        yield Paragraph(f"Die Zahlen, die {now} gelten, führten errechnet zu anderen Urteilen:")
        yield from bullets(moved)
    else:
        yield Paragraph(
            f"Keines der {len(made.verdicts)} Urteile würde nach den Zahlen, die {now} gelten, anders errechnet."
        )


def _moved(of: Papered, then: tuple[GoalResult, ...]) -> Iterator[tuple[str, ...]]:
    month = next((goal.load_state.report_month for goal in then if goal.load_state), None)
    after = by_line(of.course.goals_at(month))
    for name, line in by_line(then).items():
        now = after.get(name)
        if now and (values(line), line.state) != (values(now), now.state):
            yield results.measure(line), _said(line), stands(line)[1], _said(now), stands(now)[1]


def _said(line: LineResult) -> str:
    _, value, _, change = values(line)
    return value if change == "–" else change


def _later(of: Papered, version: int) -> Iterator[Block]:
    rows = tuple(
        (str(one.version), numbers.day(one.occurred_on), titled(one, of), one.provenance.office)
        for one in of.course.records
        if one.version > version
    )
    if rows:
        yield Table("", ("Eintrag", "Tag", "Was", "Wer"), rows, (0,), (9, 13, 44, 34))


def _proof(of: Papered, record: Record) -> Iterator[Block]:
    found = proof_of(of, record)
    covered = f"über {found['tree_size']} Einträge, der erste nach diesem Eintrag" if found["tree_size"] else None
    yield pairs(
        ("Prüfsumme", found["leaf"]),
        ("Position", f"{record.position} im Protokoll"),
        ("Prüfpunkt", covered or "noch keiner"),
        ("Wurzel", found["root"]),
    )
    yield Paragraph(f"{HOW_TO_CHECK} {PATH if found['tree_size'] else NO_PATH}")


def proof_of(of: Papered, record: Record) -> dict[str, Any]:
    """The entry's proof of inclusion under the first checkpoint over it; without a path before there is one."""
    proofs, kept = of.system.audit.proofs, of.covering(record)
    found: dict[str, Any] = {"leaf": encoded(proofs.leaf(record.position)), "position": record.position}
    if kept is None:
        return found | {"tree_size": None, "root": None, "proof": None}
    path = proofs.inclusion(record.position, kept.size)
    return found | {
        "tree_size": kept.size,
        "root": encoded(proofs.root(kept.size)),
        "proof": [encoded(one) for one in path],
    }
