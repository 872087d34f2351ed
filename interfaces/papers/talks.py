"""Papers of a target dialog: invitation, pack, minutes, and the note for the council's committee."""

from collections.abc import Iterator
from datetime import date

from application.reading.parts.dialogs import DialogEntry, Talk
from application.reading.parts.follow_up import (
    MeasureEntry,
    advice,
    agreed_measures,
    circumstances,
    deviations,
    legal_changes,
)
from domain.assessing import to_appraise
from domain.facts.dialogs import DialogKind
from domain.german import german
from domain.state import Status
from interfaces.german import numbers, results
from interfaces.papers.blocks import (
    Block,
    Bullets,
    Heading,
    Paper,
    Paragraph,
    Signatures,
    Table,
    bullets,
    pairs,
    section,
)
from interfaces.papers.goals import data, goals_shown
from interfaces.papers.sources import Papered

AGENDA = (
    "Stand der Ziele nach den Kennzahlen und Ergänzungsgrößen gemäß § 48a SGB II",
    "Individualisierte Ziele: Umsetzungsschritte und Erfolgskriterien",
    "Was beim letzten Dialog verabredet wurde",
    "Zielabweichungen und ihre Ursachen",
    "Veränderte Rahmenbedingungen und neues Recht",
    "Empfehlung des Ausschusses",
    "Verabredungen",
)


def invitation(of: Papered) -> Paper:
    """The invitation to a dialog that was requested or planned."""
    dialog = of.dialog(held=False)
    day = numbers.day(dialog.planned_for) if dialog.planned_for else "wird noch festgelegt"
    return _paper(
        of,
        f"Einladung zum Zieldialog am {day}" if dialog.planned_for else "Einladung zum Zieldialog",
        [
            pairs(
                ("Anlass", german(dialog.kind)),
                ("Tag", day),
                ("Ort", of.place),
                ("Beteiligte", "; ".join(party.name for party in of.parties)),
            ),
            *section("Tagesordnung", bullets(_agenda(of, dialog))),
            *section("Bitte mitbringen", bullets(_to_bring(of))),
            Paragraph(
                "Grundlage ist die Dialogmappe zum selben Stand; sie nennt jede Zahl mit ihrem Ladestand.", note=True
            ),
        ],
    )


def _agenda(of: Papered, dialog: DialogEntry) -> list[str]:
    if dialog.kind is DialogKind.FINAL:
        return [
            "Erreichung der Ziele nach den Daten des Dezembers",
            "Zu würdigende Umstände",
            "Stellungnahme der Kommune",
        ]
    return [point for point in AGENDA if point != AGENDA[2] or agreed_measures(of.counting)]


def _to_bring(of: Papered) -> list[str]:
    open_steps = [f"Stand des Schrittes „{item.says}“" for goal in of.agreed.values() for item in goal.steps]
    open_measures = [
        f"Bericht über „{one.says}“ ({of.party(one.party)}, bis {numbers.day(one.due_on)})"
        for one in agreed_measures(of.counting)
        if one.done is None
    ]
    return [*open_measures, *open_steps]


def pack(of: Papered) -> Paper:
    """The subjects of a dialog: life, goals, follow-up, open points."""
    month = numbers.month(of.at) if of.at else "noch ohne Daten"
    return _paper(
        of,
        f"Dialogmappe {month}",
        [
            *section("Bisher", [_life(of)]),
            *section("Ziele", goals_shown(of, charts=True)),
            *section("Seit dem letzten Dialog verabredet", _measures(agreed_measures(of.counting), of)),
            *section("Zielabweichungen", bullets(_deviations(of)), "Keine Zielabweichung ist festgehalten."),
            *section("Umstände und neues Recht", _changes(of), "Weder Umstände noch neues Recht sind festgehalten."),
            *section("Beratung", bullets([one.says for one in advice(of.counting)])),
            *section("Empfehlung des Ausschusses", _committee(of), "Der Ausschuss hat noch nichts empfohlen."),
            *section("Offene Feststellungen", bullets([*to_appraise(of.course.agreement).values()])),
        ],
    )


def _life(of: Papered) -> Block:
    agreement = of.course.agreement
    rows = [("Lage", german(agreement.status)), ("Bindend seit", _day(agreement.binding_since))]
    for one in of.dialogs:
        rows.append((f"Dialog ({german(one.kind)})", _came_about(one)))
    if agreement.status not in {Status.ASSESSED, Status.CLOSED}:
        window = agreement.terms.assessment
        rows.append(("Gesamtbewertung", f"{numbers.day(window.opens_on)} bis {numbers.day(window.closes_on)}"))
    return pairs(*rows)


def _day(day: date | None) -> str | None:
    return numbers.day(day) if day else None


def _came_about(one: DialogEntry) -> str:
    if one.held:
        return f"geführt am {numbers.day(one.held.held_on)} auf dem Ladestand {numbers.load_state(one.held.load_state)}"
    planned = f" für den {numbers.day(one.planned_for)}" if one.planned_for else ""
    return f"{german(one.status)}{planned}"


def _measures(found: tuple[MeasureEntry, ...], of: Papered) -> Iterator[Block]:
    if found:
        rows = tuple(
            (
                one.says,
                of.party(one.party),
                numbers.day(one.due_on),
                {None: "offen", True: "umgesetzt", False: "nicht umgesetzt"}[one.done],
            )
            for one in found
        )
        yield Table(
            "Verabredungen und was daraus wurde", ("Verabredung", "Wer", "Bis", "Stand"), rows, (), (46, 26, 13, 15)
        )


def _deviations(of: Papered) -> list[str]:
    lines = {line.id: line.says for goal in of.agreed.values() for line in goal.lines}
    return [
        f"{lines.get(one.line_id, one.line_id)} ({numbers.load_state(one.load_state)}): {one.causes}"
        for one in deviations(of.counting)
    ]


def _changes(of: Papered) -> Iterator[Block]:
    said = [f"{german(one.kind)}: {one.says}" for one in circumstances(of.counting)]
    said += [f"{one.law} ({one.citation})" for one in legal_changes(of.counting)]
    yield from bullets(said)


def _committee(of: Papered) -> Iterator[Block]:
    sessions = {session.session: session for one in of.dialogs for session in one.committee}
    yield from bullets([f"{numbers.day(one.source.occurred_on)}: {one.recommendation}" for one in sessions.values()])


def minutes(of: Papered) -> Paper:
    """The minutes of a dialog that was held, to be confirmed by both sides."""
    dialog = of.dialog(held=True)
    talk = dialog.held
    assert talk is not None, "it was held"
    return _paper(
        of,
        f"Niederschrift über den Zieldialog am {numbers.day(talk.held_on)}",
        [
            pairs(
                ("Anlass", german(dialog.kind)),
                ("Grundlage", numbers.load_state(talk.load_state)),
                ("Teilgenommen", "; ".join(_participant(of, one.office, one.party) for one in talk.participants)),
                ("Ziele", ", ".join(talk.goals_discussed)),
            ),
            *section("Tagesordnung", bullets(talk.agenda)),
            *section("Stand der Ziele", goals_shown(of, charts=False)),
            *_said(talk),
            *section("Verabredungen", _measures(talk.measures, of), "Nichts wurde verabredet."),
            *section("Empfehlung des Ausschusses", bullets([one.recommendation for one in dialog.committee])),
            Heading("Bestätigung"),
            Paragraph("Die Vereinbarungspartner bestätigen, dass die Niederschrift das Gesagte wiedergibt."),
            Signatures(tuple(party.name for party in of.parties)),
        ],
    )


def _participant(of: Papered, office: str, party: str | None) -> str:
    return f"{office} ({of.party(party)})" if party else office


def _said(talk: Talk) -> Iterator[Block]:
    yield from section("Ursachen", [Paragraph(talk.causes)] if talk.causes else [])
    yield from section("Ausblick", [Paragraph(talk.outlook)] if talk.outlook else [])


def note(of: Papered) -> Paper:
    """The note for the council's committee after a dialog, in words a council member understands."""
    dialog = of.dialog(held=True)
    talk = dialog.held
    assert talk is not None, "it was held"
    blocks: list[Block] = [
        Paragraph(
            f"Das Land und {of.county} haben am {numbers.day(talk.held_on)} über die gemeinsamen Ziele des Jobcenters"
            f" gesprochen. Diese Vorlage sagt, wo die Ziele stehen und was verabredet wurde."
        ),
        *section("Wo die Ziele stehen", _in_words(of)),
        *section("Woran es liegt", [Paragraph(talk.causes)] if talk.causes else []),
        *section("Wie es weitergeht", [Paragraph(talk.outlook)] if talk.outlook else []),
        *section("Verabredet wurde", _measures(talk.measures, of), "Nichts wurde verabredet."),
        Paragraph(
            "Verglichen wird immer mit demselben Monat des Vorjahres zum gleichen Ladestand. „Auf Kurs“ heißt: Bliebe"
            " es so, wäre das Ziel erreicht; entschieden wird erst in der Gesamtbewertung des nächsten Frühjahrs.",
            note=True,
        ),
    ]
    return _paper(of, f"Vorlage zum Zieldialog am {numbers.day(talk.held_on)}", blocks)


def _in_words(of: Papered) -> Iterator[Block]:
    for goal in of.goals:
        said = []
        for line in goal.lines:
            made = line.derivation
            if made is None or line.bound is None:
                continue
            against = f", im Vorjahr {results.single(made.baseline)}" if made.baseline else ""
            gap = results.gap(line.gap, line)
            said.append(
                f"{results.measure(line)}: {results.single(made.current)}{against} – {german(line.state)}"
                f"{'' if gap == '–' else f' ({gap})'}."
            )
        if said:
            yield Heading(goal.title, 2)
            yield Bullets(tuple(said))


def _paper(of: Papered, title: str, blocks: list[Block]) -> Paper:
    return Paper(title, of.subtitle, tuple(blocks), of.state, {"goals": data(of)})
