"""The rows of a file in the long layout: as they are, or by a mapping."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from application.figure_files.dry_run import Saying
from application.figure_files.intake.layout import is_header
from application.figure_files.mapping.carriers import carriers
from application.figure_files.mapping.known import known, named
from application.figure_files.mapping.misfit import TOO_MANY_CELLS, Misfit
from application.figure_files.mapping.model import Keys, Written
from application.figure_files.mapping.table import Sheets, Understood, fits, translated
from application.figure_files.ports import Row, TakenFile, Unreadable
from application.ports import Journal, Progress
from domain.record import Actor
from domain.rulebook.figures import MAPPING_MISFIT, SEVERAL_MAPPINGS

PEEKED = 2
"""Rows among which a file of the template's layout has its headings."""
MOST_CELLS = 3_000_000


class Opened(NamedTuple):
    """Rows in a layout of ours, and by which mapping they became so."""

    rows: Iterator[Row]
    understood: Understood | None = None
    by: Written | None = None


def opened(journal: Journal, actor: Actor, file: TakenFile, saying: Saying, progress: Progress | None) -> Opened:
    """The rows of a file, by the mapping named, or by the only one that fits where it has not the template's layout.

    Refuses a mapping that does not exist or does not fit, and a choice between several; raises Unreadable.
    """
    tables = file.tables(progress)
    first = list(islice(tables, PEEKED))
    if saying.mapping is None and (not first or any(is_header(row) for _, row in first)):
        return Opened(_of_one_sheet(chain(first, tables), file))
    sheets = _sheets(chain(first, tables))
    by = named(journal, saying.mapping) if saying.mapping else _only_fitting(journal, sheets)
    if by is None:
        return Opened(file.rows())
    given = Keys(
        month=saying.month,
        waited=None if saying.waited is None else str(saying.waited),
        loaded_on=saying.loaded_on.isoformat() if saying.loaded_on else None,
    )
    try:
        rows, understood = translated(by.mapping, sheets, given, saying.carrier, lambda: carriers(journal, actor))
    except Misfit as why:
        MAPPING_MISFIT.refuse(name=by.mapping.name, why=why.reason)
    return Opened(iter(rows), understood, by)


def _of_one_sheet(tables: Iterator[tuple[str, Row]], file: TakenFile) -> Iterator[Row]:
    sheet = None
    for name, row in tables:
        if sheet not in {None, name}:
            yield from file.rows()  # which says which sheets there are
        sheet = name
        yield row


def _sheets(tables: Iterator[tuple[str, Row]]) -> Sheets:
    sheets: Sheets = {}
    cells = 0
    for name, row in tables:
        cells += len(row)
        if cells > MOST_CELLS:
            raise Unreadable(TOO_MANY_CELLS)
        sheets.setdefault(name, []).append(row)
    return sheets


def _only_fitting(journal: Journal, sheets: Sheets) -> Written | None:
    fitting = [one for one in known(journal).values() if fits(one.mapping, sheets)]
    SEVERAL_MAPPINGS.refuse_if(len(fitting) > 1, names=", ".join(one.mapping.name for one in fitting))
    return fitting[0] if fitting else None
