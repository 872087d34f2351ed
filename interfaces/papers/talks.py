"""Papers of one target dialog: its invitation and its minutes."""

from collections.abc import Iterator

from application.reading.parts.dialogs import DialogEntry, Talk
from application.reading.parts.follow_up import agreed_measures, deviations, legal_changes
from domain.facts import DialogHeld
from domain.facts.dialogs import DialogKind
from domain.facts.individual import Progress
from domain.german import german
from domain.rulebook.dialogs import DIALOG_WITHOUT_DAY
from interfaces.german import numbers
from interfaces.papers.blocks import Heading, Paper, Paragraph, Signatures, bullets, pairs, section, text
from interfaces.papers.calendar import calendar
from interfaces.papers.follow_up import committee_said, measures_table
from interfaces.papers.goals import at_a_glance, data, goals_shown
from interfaces.papers.sources import Papered

FINAL_AGENDA = (
    "Erreichung der Ziele nach den Daten des Dezembers",
    "Individualisierte Ziele: Umsetzungsschritte und Erfolgskriterien",
    "Umstände, neues Recht und Feststellungen, die zu würdigen sind",
    "Stellungnahme der Kommune",
)
LATER = "wird noch mitgeteilt"


def invitation(of: Papered) -> Paper:
    """The invitation to a dialog; refuses one that has no day."""
    dialog = of.planned()
    if dialog.planned_for is None:
        DIALOG_WITHOUT_DAY.refuse(dialog=dialog.dialog_id)
    day, invites = numbers.day(dialog.planned_for), dialog.appointments[-1].source.office
    reason = dialog.requested.reason if dialog.requested else None
    blocks = [
        Paragraph("Die Vereinbarungspartner werden zum Zieldialog eingeladen."),
        pairs(
            ("Es lädt ein", invites),
            ("Anlass", german(dialog.kind)),
            ("Grund", reason),
            ("Tag", day),
            ("Beginn", f"{of.begins:%H:%M} Uhr" if of.begins else LATER),
            ("Ort", of.place or LATER),
            ("Eingeladen", "; ".join(party.name for party in of.parties)),
        ),
        *section("Tagesordnung", bullets(_agenda(of, dialog))),
        *section("Bitte mitbringen", bullets(_to_bring(of))),
        Paragraph("Grundlage ist die Dialogmappe; sie nennt jede Zahl mit ihrem Ladestand.", note=True),
        Signatures((invites,)),
    ]
    title = f"Einladung zum Zieldialog am {day}"
    return Paper(title, of.subtitle, tuple(blocks), of.state, data(of), appointment=calendar(of).decode())


def _agenda(of: Papered, dialog: DialogEntry) -> Iterator[str]:
    """The subjects of III.3.1: those that there is something to say about."""
    if dialog.kind is DialogKind.FINAL:
        yield from FINAL_AGENDA
        return
    yield "Stand der Ziele nach den Kennzahlen und Ergänzungsgrößen gemäß § 48a SGB II"
    yield "Individualisierte Ziele: Umsetzungsschritte und Erfolgskriterien"
    if agreed_measures(of.counting):
        yield "Was aus den Verabredungen wurde"
    if deviations(of.counting):
        yield "Zielabweichungen und ihre Ursachen"
    for change in legal_changes(of.counting):
        yield f"Auswirkungen neuen Rechts: {change.law}"
    yield "Veränderte Rahmenbedingungen"
    if dialog.committee:
        yield "Empfehlung des Ausschusses"
    yield "Verabredungen"


def _to_bring(of: Papered) -> Iterator[str]:
    for one in agreed_measures(of.counting):
        if one.done is None:
            yield f"Bericht zur Verabredung {_quoted(one.says)} ({of.party(one.party)}, bis {numbers.day(one.due_on)})"
    over = {Progress.DONE, Progress.DROPPED}
    for goal in of.agreed.values():
        still = [item for item in goal.steps if of.course.agreement.steps.get(item.id) not in over]
        if still:
            steps = "ein Umsetzungsschritt ist" if len(still) == 1 else f"{len(still)} Umsetzungsschritte sind"
            yield f"Stand und Nachweise zu Ziel {goal.id} {_quoted(goal.title)}: {steps} offen"


def _quoted(says: str) -> str:
    """A text in quotation marks, those within it halved."""
    return f"„{says.translate(str.maketrans('„“', '‚‘'))}“"


def minutes(of: Papered) -> Paper:
    """The minutes of a dialog, to be confirmed by both sides: as it was recorded, and never otherwise."""
    dialog, talk = of.held()
    then = of.of_talk(talk)
    entry = next(one for one in then.dialogs if one.dialog_id == dialog.dialog_id)
    talk = entry.held or talk
    blocks = [
        pairs(
            ("Anlass", german(entry.kind)),
            ("Form", "im Schriftwechsel" if _fact(then, talk).in_writing else None),
            ("Grundlage", numbers.load_state(talk.load_state)),
            ("Teilgenommen", "\n".join(_participants(then, talk))),
            ("Besprochen", f"Ziele {', '.join(talk.goals_discussed)}"),
        ),
        *section("Tagesordnung", bullets(talk.agenda)),
        *section("Anlass: festgehaltene Zielabweichungen", bullets(_called_for(then, talk))),
        *section("Stand der Ziele", [*_as_of(then), *at_a_glance(then), *goals_shown(then, brief=True)]),
        *section("Ursachen", text(talk.causes)),
        *section("Auswirkungen neuen Rechts", bullets(_laws(then, talk))),
        *section("Ausblick", text(talk.outlook)),
        *section("Verabredungen", measures_table(talk.measures, then, fresh=True), "Es wurde nichts verabredet."),
        *section("Empfehlung des Ausschusses", committee_said([entry])),
        Heading("Bestätigung"),
        Paragraph(
            "Die Vereinbarungspartner bestätigen, dass diese Niederschrift das Gesagte wiedergibt. Bestätigt wird die"
            " PDF-Datei in genau dieser Fassung, ausgewiesen durch ihre Prüfsumme (SHA-256)."
        ),
        Signatures(tuple(party.name for party in of.parties)),
    ]
    title = f"Niederschrift über den Zieldialog am {numbers.day(talk.held_on)}"
    return Paper(title, then.subtitle, tuple(blocks), then.state, data(then))


def _as_of(of: Papered) -> Iterator[Paragraph]:
    """As of when everything is shown: what was appraised a day later is open here."""
    yield Paragraph(
        f"Stand: {numbers.instant(of.as_of)}, als der Dialog festgehalten wurde. Was danach berichtet oder gewürdigt"
        " wurde, steht in der Gesamtbewertung und in der Akte.",
        note=True,
    )


def _participants(of: Papered, talk: Talk) -> list[str]:
    return [f"{one.office} ({of.party(one.party)})" if one.party else one.office for one in talk.participants]


def _fact(of: Papered, talk: Talk) -> DialogHeld:
    return next(fact for fact, source in of.counting.of(DialogHeld) if source.event_id == talk.source.event_id)


def _called_for(of: Papered, talk: Talk) -> list[str]:
    causes = {one.deviation_id: f"{of.line_name(one.line_id)}: {one.causes}" for one in deviations(of.counting)}
    return [causes.get(name, name) for name in _fact(of, talk).called_for]


def _laws(of: Papered, talk: Talk) -> list[str]:
    laws = {one.change_id: one.law for one in legal_changes(of.counting)}
    return [f"{laws.get(one.change_id, one.change_id)}: {one.says}" for one in _fact(of, talk).laws]
