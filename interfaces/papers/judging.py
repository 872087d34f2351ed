"""Papers of judging and checking: final assessment, audit extract, the whole record of the agreement."""

from collections.abc import Iterator, Mapping
from typing import Any

from application.history.entry import HistoryEntry
from application.reading.knowledge import knowledge
from application.reading.parts.final_assessment import AssessmentEntry, final_assessment
from domain.assessing import to_appraise
from domain.german import german
from domain.results import GoalResult
from domain.rulebook.mending import NO_SUCH_RECORD
from interfaces.german import numbers, results
from interfaces.papers.blocks import Block, Heading, Paper, Paragraph, Signatures, Table, bullets, pairs, section
from interfaces.papers.goals import by_line, data, goals_shown, lines_table, row
from interfaces.papers.sources import Papered
from interfaces.papers.talks import pack

HOW_TO_CHECK = (
    "Prüfen lässt sich das ohne diesen Dienst: „zielsteuerung audit export“ schreibt ein Nachweispaket der"
    " Vereinbarung, „verify.py“ prüft es mit dem Schlüssel, den die prüfende Stelle selbst aufbewahrt, und nennt"
    " Prüfpunkt und Wurzel, die hier im Fuß stehen."
)


def assessment(of: Papered) -> Paper:
    """The final assessment: computed beside judged, each appraisal with its reason, the county's position."""
    made = final_assessment(of.counting).present
    blocks: list[Block]
    if made is None:
        blocks = [
            Paragraph("Eine Gesamtbewertung ist noch nicht getroffen. So stehen die Ziele zum Datenstand:"),
            *section("Ziele", goals_shown(of, charts=False)),
            *section("Zu würdigen", bullets([*to_appraise(of.course.agreement).values()])),
        ]
    else:
        blocks = [
            *_decided(made),
            *section("Zahlen der Entscheidung", _embedded(made)),
            *section("Würdigung", _appraisals(of, made), "Nichts war zu würdigen."),
            *section("Stellungnahme der Kommune", _position(made)),
            Heading("Unterschriften"),
            Signatures(tuple(party.name for party in of.parties)),
        ]
    return Paper("Gesamtbewertung", of.subtitle, tuple(blocks), of.state, {"goals": data(of)})


def _decided(made: AssessmentEntry) -> Iterator[Block]:
    by = made.source
    yield pairs(
        ("Getroffen am", numbers.day(by.occurred_on)),
        ("Von", f"{by.office} ({german(by.role)}), Eintrag {by.version}"),
        ("Anlass", made.cause),
        ("Zusammenfassung", made.summary),
    )
    rows = tuple((one.title, german(one.computed), german(one.judged), one.why or "–") for one in made.verdicts)
    yield Table("Urteile", ("Ziel", "errechnet", "geurteilt", "Begründung"), rows, (), (36, 16, 16, 32))


def _embedded(made: AssessmentEntry) -> Iterator[Block]:
    """The figures the decision itself holds, as they were then."""
    for plain in made.derivation:
        goal = GoalResult.model_validate(plain)
        if goal.lines:
            yield Heading(f"Ziel {goal.goal_id}: {goal.title}", 2)
            yield lines_table(goal)


def _appraisals(of: Papered, made: AssessmentEntry) -> Iterator[Block]:
    words = to_appraise(of.course.agreement)
    rows = tuple(
        (words.get(one.reference, results.reference(one.reference)), "ja" if one.has_effect else "nein", one.why)
        for one in made.addressed
    )
    if rows:
        yield Table("Umstände, neues Recht und Feststellungen", ("Was", "Wirkung", "Warum"), rows, (), (42, 12, 46))


def _position(made: AssessmentEntry) -> Iterator[Block]:
    said = [f"{german(made.county.stance)} ({numbers.day(made.county.on)})"]
    said += [made.county.says] if made.county.says else []
    yield Paragraph(": ".join(said))
    answers = [
        f"{german(one.answer)}{f': {one.says}' if one.says else ''} ({numbers.day(one.source.occurred_on)})"
        for one in made.answers
    ]
    yield from bullets(answers)


def extract(of: Papered) -> Paper:
    """A decision for an auditor: who, when, on which figures, what was known, and what came later."""
    version = _version(of)
    record = of.entry_of(version)
    if record is None:
        NO_SUCH_RECORD.refuse(version=version)
    known = knowledge(of.system.journal, of.actor, of.agreement_id, version)
    entries = of.system.histories.of_agreement(of.actor, of.agreement_id, known_at=of.known_at)
    entry = next(one for one in entries if one.version == version)
    by = record.provenance
    loads = tuple(
        (numbers.load_state(one.load_state), numbers.day(one.loaded_on), one.delivery_id) for one in known.loads
    )
    blocks: list[Block] = [
        *section(
            "Entscheidung",
            [
                pairs(
                    ("Was", entry.title),
                    ("Wann", numbers.day(record.occurred_on)),
                    ("Festgehalten", numbers.instant(record.recorded_at)),
                    ("Von", f"{by.office} ({german(by.role)})"),
                    ("Für", of.party(by.party) if by.party else None),
                    ("Grund", by.reason),
                    ("Rechtsgrundlage", by.legal_basis),
                    ("Eintrag", f"{version} der Vereinbarung, Nr. {record.position} im Protokoll"),
                    ("Software", record.software),
                )
            ],
        ),
        *section("Feststellungen dazu", bullets([f"{one.says} [Regel {one.rule}]" for one in record.findings])),
        *section("Was damals bekannt war", _known(known.goals)),
        *section(
            "Freigegebene Ladungen damals",
            [Table("Ladungen", ("Ladestand", "geladen", "Lieferung"), loads, (), (40, 20, 40))] if loads else [],
            "Keine Ladung war freigegeben.",
        ),
        *section("Was seitdem kam", _later(entries, version), "Nichts ist seitdem hinzugekommen."),
        *section("Was die Zahlen heute sagen", _now(of, known.goals), "Die Zahlen sagen heute dasselbe."),
        *section("Prüfen", [Paragraph(HOW_TO_CHECK)]),
    ]
    return Paper(f"Prüfauszug zu Eintrag {version}", of.subtitle, tuple(blocks), of.state, _as_data(record, known))


def _version(of: Papered) -> int:
    if of.about is not None:
        return int(of.about) if of.about.isdigit() and len(of.about) < 7 else 0
    made = final_assessment(of.counting).present
    return made.source.version if made else of.course.records[-1].version


def _as_data(record: Any, known: Any) -> dict[str, Any]:
    return {"entry": record.fact.model_dump(mode="json"), "known": known.model_dump(mode="json")}


def _known(goals: tuple[GoalResult, ...]) -> Iterator[Block]:
    for goal in goals:
        if goal.lines:
            yield Heading(f"Ziel {goal.goal_id}: {goal.title}", 2)
            yield lines_table(goal)


def _later(entries: tuple[HistoryEntry, ...], version: int) -> Iterator[Block]:
    rows = tuple(
        (numbers.day(one.occurred_on), one.title, f"{one.office} ({german(one.role)})", str(one.version))
        for one in entries
        if one.version > version
    )
    if rows:
        yield Table("Spätere Einträge", ("Tag", "Was", "Wer", "Eintrag"), rows, (3,), (16, 40, 34, 10))


def _now(of: Papered, then: tuple[GoalResult, ...]) -> Iterator[Block]:
    """The lines whose state or value differs from what was known then, at the same month."""
    before = by_line(then)
    month = next((goal.load_state.report_month for goal in then if goal.load_state), None)
    after = by_line(of.course.goals_at(month))
    rows = tuple(
        (results.measure(line), row(line)[3], german(line.state), row(after[name])[3], german(after[name].state))
        for name, line in before.items()
        if name in after and (row(line)[1:4], line.state) != (row(after[name])[1:4], after[name].state)
    )
    if rows:
        columns = ("Zeile", "damals", "Stand damals", "heute", "Stand heute")
        yield Table("Zeilen, die heute anders stehen", columns, rows, (1, 3), (36, 16, 16, 16, 16))


def record(of: Papered) -> Paper:
    """Everything about the agreement, for the closing of the file."""
    entries = of.system.histories.of_agreement(of.actor, of.agreement_id, known_at=of.known_at)
    rows = tuple(
        (
            str(one.version),
            numbers.day(one.occurred_on),
            one.title,
            f"{one.office} ({german(one.role)})",
            one.reason or "",
        )
        for one in entries
    )
    terms = of.course.agreement.terms
    text = [Paragraph(f"{one.place}: {one.says}") for one in terms.text]
    blocks = [
        *pack(of).blocks,
        *[block for block in assessment(of).blocks if not isinstance(block, Signatures)],
        *section("Wortlaut der Vereinbarung", text),
        *section(
            "Alle Einträge", [Table("Einträge", ("Nr.", "Tag", "Was", "Wer", "Grund"), rows, (0,), (7, 14, 29, 27, 23))]
        ),
        *section("Prüfen", [Paragraph(HOW_TO_CHECK)]),
    ]
    attached: Mapping[str, Any] = {"goals": data(of), "history": [one.model_dump(mode="json") for one in entries]}
    return Paper("Akte der Zielvereinbarung", of.subtitle, tuple(blocks), of.state, dict(attached), contents=True)
