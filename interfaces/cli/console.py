"""Where the command line prints, and how tables look there."""

from rich.console import Console
from rich.table import Table

from application.views.history import History
from domain.german import german, spoken
from domain.results import GoalResult
from interfaces import text

PLAIN_WIDTH = 160
"""Columns when the output is no terminal."""


def console(*, stderr: bool = False) -> Console:
    """A console that is coloured on a terminal and plain elsewhere."""
    out = Console(stderr=stderr, highlight=False)
    return out if out.is_terminal else Console(stderr=stderr, highlight=False, width=PLAIN_WIDTH)


def print_attainment(out: Console, goals: tuple[GoalResult, ...]) -> None:
    """The state of every goal's lines, and below each table how it came about."""
    for goal in goals:
        out.print(f"\n[bold]Ziel {goal.goal_id}: {goal.title}[/bold] ({goal.clause}, {german(goal.kind)})")
        if goal.lines:
            out.print(_lines(goal))
        for verdict in goal.verdicts:
            out.print(f"  {verdict.title} ({verdict.clause}): [bold]{german(verdict.state)}[/bold]")
        for line in goal.lines:
            out.print(f"  · {text.derivation(line)}", soft_wrap=not out.is_terminal)
        for title, items in (("Schritt", goal.steps), ("Kriterium", goal.criteria), ("Bericht", goal.topics)):
            for item in items:
                out.print(f"  {title}: {item.says}", soft_wrap=not out.is_terminal)


def _lines(goal: GoalResult) -> Table:
    table = _table("Kennzahl", "Vorjahr", "laufendes Jahr", "verglichen", "vereinbart", "Lage", "Abstand")
    for line in goal.lines:
        formed = line.derivation
        table.add_row(
            text.measure(line),
            text.single(formed.baseline if formed else None),
            text.single(formed.current if formed else None),
            text.compared(line),
            text.bound(line),
            german(line.state),
            text.gap(line.gap),
        )
    return table


def _table(*headings: str) -> Table:
    return Table(*headings, box=None, padding=(0, 2, 0, 0))


def print_history(out: Console, history: History) -> None:
    """Every entry: position, legal day, what, who, why, and what was noticed."""
    table = _table("Nr.", "Tag", "festgehalten (UTC)", "was", "wer", "Grund, Feststellungen")
    for entry in history:
        who = f"{entry.office}{f' ({entry.capacity})' if entry.capacity else ''}"
        why = [entry.reason or "", *(f"Feststellung: {finding.says}" for finding in entry.findings)]
        table.add_row(
            str(entry.position),
            spoken(entry.occurred_on),
            f"{entry.recorded_at:%d.%m.%Y %H:%M:%S}",
            f"{entry.title}{subject(entry.fact)}",
            who,
            " ".join(filter(None, why)),
        )
    out.print(table)


def subject(fact: dict[str, object]) -> str:
    """What a fact is about, by the ids it carries."""
    ids = ("line_id", "delivery_id", "dialog_id", "session", "party", "place", "person")
    named = [str(fact[name]) for name in ids if fact.get(name)]
    return f": {', '.join(named)}" if named else ""
