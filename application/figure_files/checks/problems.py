"""Problems a check of a file found: every one counted, the first of each kind kept."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from application.figure_files.checks.wording import COLUMN, MARKED, NOTHING, PROBLEM, PROBLEM_AT, QUOTED, ROW, SEEN
from application.figure_files.ports import CellValue, Headed, Marked
from domain.facts.figure_files import CheckId, Warned
from domain.reasons import Reason, Said
from domain.rulebook.file_checks import CHECKS, Check, Severity
from domain.said_from import said_from
from domain.values import Frozen, Words

KEPT = 100
"""Problems of one check that are reported one by one."""
TRAVELLING = 20
"""Warnings of one check whose words travel with the delivery."""
SHOWN = 80
"""Characters of a cell that a problem repeats."""


class FileProblem(Frozen):
    """A problem: which check, where, what was found and what was expected; the row is that of the file."""

    check: CheckId
    severity: Severity
    row: int | None
    column: str | None
    about: Words | None
    found: Words
    expected: Words
    rule: str | None = None
    """The code of the rule that speaks, where a rule of the agreement does; null where the check alone does."""

    @property
    def says(self) -> Words:
        """The problem as one sentence."""
        row = ROW.said(row=self.row) if self.row else None
        column = COLUMN.said(column=self.column) if self.column else None
        where = tuple(place for place in (row, column, self.about) if place)
        found = Said(self.found.rstrip("."), self.found.source) if isinstance(self.found, Said) else self.found
        told = {"check": self.check, "found": found, "expected": self.expected}
        return PROBLEM_AT.said(where=where, **told) if where else PROBLEM.said(**told)


class CheckCount(Frozen):
    """How often a check found something."""

    check: CheckId
    severity: Severity
    says: Words
    count: int


Listener = Callable[[FileProblem], None]
"""Called with every problem as it is found."""


class Problems:
    """Collects problems in bounded space; a listener hears of each."""

    def __init__(self, listener: Listener | None = None) -> None:
        self._listener = listener
        self._counts: Counter[CheckId] = Counter()
        self._kept: dict[CheckId, list[FileProblem]] = {}
        self._noted: set[int] | None = None

    @contextmanager
    def each_once(self) -> Iterator[None]:
        """Inside, a problem of figures that go to several agreements is noted once, where its words are the same."""
        self._noted = set()
        yield
        self._noted = None

    def add(
        self,
        check: Check,
        *,
        expected: Reason,
        found: Reason | None = None,
        cell: CellValue = None,
        row: int | None = None,
        column: str | None = None,
        about: Reason | None = None,
        rule: str | None = None,
    ) -> None:
        """Note a problem: what was found in plain words, or the cell that it was found in; the rule that says it."""
        if self._noted is not None:
            one = hash((check.id, expected, found or visible(cell), row, column, about))
            if one in self._noted:
                return
            self._noted.add(one)
        self._counts[check.id] += 1
        keep = self._counts[check.id] <= KEPT
        if keep or self._listener:
            told = FileProblem(
                check=check.id,
                severity=check.severity,
                row=row,
                column=shown(cell.heading) if isinstance(cell, Headed) else column,
                about=about.said() if about else None,
                found=(found or visible(cell)).said(),
                expected=expected.said(),
                rule=rule,
            )
            if keep:
                self._kept.setdefault(check.id, []).append(told)
            if self._listener:
                self._listener(told)

    @property
    def counts(self) -> tuple[CheckCount, ...]:
        """Every check that found something, by number."""
        return tuple(
            CheckCount(check=check.id, severity=check.severity, says=check.says, count=self._counts[check.id])
            for check in CHECKS
            if self._counts[check.id]
        )

    @property
    def told(self) -> tuple[FileProblem, ...]:
        """The problems kept, by row and check."""
        kept = (problem for problems in self._kept.values() for problem in problems)
        return tuple(sorted(kept, key=lambda problem: (problem.row or 0, problem.check)))

    def number(self, severity: Severity) -> int:
        """How many problems of a severity there are."""
        return sum(one.count for one in self.counts if one.severity is severity)

    @property
    def travelling(self) -> tuple[Warned, ...]:
        """The warnings as they travel with a delivery."""
        return tuple(self._travelling(one) for one in self.counts if one.severity is Severity.WARNING)

    def _travelling(self, one: CheckCount) -> Warned:
        says = tuple(problem.says for problem in self._kept[one.check][:TRAVELLING])
        return Warned(check=one.check, count=one.count, says=says, said_from=said_from(says))


def visible(cell: CellValue) -> Reason:
    """A cell's content in a form people can read."""
    if isinstance(cell, Marked):
        return MARKED.of(text=shown(cell.seen), why=SEEN[cell.why].said(), place=cell.place)
    text = shown("" if cell is None else str(cell))
    return QUOTED.of(text=text) if text else NOTHING


def comma(cell: str) -> str:
    """A figure's cell with a decimal comma."""
    return cell.replace(".", ",")


def shown(text: str) -> str:
    """A text from a file without what moves a terminal's cursor, and not too long; lines as ⏎ parts them."""
    text = " ⏎ ".join(text.splitlines())
    text = "".join(one if one.isprintable() else "�" for one in text)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
