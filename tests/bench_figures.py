"""`make benchfigures`: a Land's whole delivery as files, checked, delivered and released, beside the bare readers.

404 Jobcenter (JOBCENTERS=n for another number) × 24 months × 3 (total, women, men) × 20 measures: 581,760 rows in three
CSV files; the first of them once more as a workbook. Twice: as the first delivery, and a month later, when every check,
difference and effect has earlier loads to reckon with. Figures are invented.
"""

import csv
import json
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from time import perf_counter

from openpyxl import Workbook
from python_calamine import load_workbook
from rich.console import Console
from rich.table import Table

from application.acting.service import Service
from application.figure_files.checks.problems import Problems
from application.figure_files.intake.layout import LONG
from application.figure_files.intake.rows import collect
from domain.values import Month
from infrastructure.database import opened
from infrastructure.embedded_postgres import throw_away
from tests.builders import CLERK, HEIDEKREIS
from tests.figures.files import READER, SECOND, TODAY, Desk, file_id
from tests.whole_delivery import rows

JOBCENTERS, FILES = 404, 3
ROUNDS = {"first delivery": "2026-08", "a month later": "2026-09"}
BOOK = "land.xlsx"


def written(folder: Path, jobcenters: int, report_month: Month) -> list[Path]:
    """A round's files, and the first once more as a workbook."""
    step = -(-jobcenters // FILES)
    paths = []
    for first in range(0, jobcenters, step):
        path = folder / f"land-{report_month}-{first}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(LONG)
            writer.writerows(rows(range(first, min(first + step, jobcenters)), report_month))
        paths.append(path)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Daten")
    sheet.append(LONG)
    for row in rows(range(step), report_month):
        sheet.append([cell or None for cell in row])
    book.save(folder / BOOK)
    return paths


def bare_csv(path: Path) -> int:
    """Rows that the standard library's reader sees."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file, delimiter=";")) - 1


def bare_xlsx(path: Path) -> int:
    """Rows that the fast reader sees."""
    return sum(1 for _ in load_workbook(str(path)).get_sheet_by_index(0).iter_rows()) - 1


def collected(path: Path) -> int:
    """Rows that came through the reading process and were understood."""
    with path.open("rb") as content, READER.taken(content, path.name) as file:
        return collect(file.rows(), Problems()).rows


def peak(who: int) -> float:
    """The most memory ever taken, in MiB."""
    return resource.getrusage(who).ru_maxrss / 1024


def processor_seconds() -> float:
    """Processor time of this process and of those that read for it."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def measured(desk: Desk, folder: Path, jobcenters: int) -> dict[str, float]:
    """Every figure of the benchmark."""
    files = {name: written(folder, jobcenters, month) for name, month in ROUNDS.items()}
    figures = read_alone(files["a month later"][0], folder / BOOK)
    for carrier in range(jobcenters):
        desk.agreement(HEIDEKREIS, f"03{carrier:03d}", f"jobcenter-{carrier}")
    for name, paths in files.items():
        figures |= {f"{name}: {what}": value for what, value in handed_over(desk, paths).items()}
    figures["peak memory of the service, MiB"] = peak(resource.RUSAGE_SELF)
    return figures


def read_alone(path: Path, workbook: Path) -> dict[str, float]:
    """How fast the readers are, bare and with every cell understood; also in processor time."""
    figures: dict[str, float] = {}
    spent: dict[str, float] = {}
    for name, work, file in (
        ("bare csv reader", bare_csv, path),
        ("csv read and understood", collected, path),
        ("bare calamine", bare_xlsx, workbook),
        ("xlsx read and understood", collected, workbook),
    ):
        started, before = perf_counter(), processor_seconds()
        rows = work(file)
        figures[f"{name}, rows/s"] = rows / (perf_counter() - started)
        spent[name] = (processor_seconds() - before) / rows
        figures[f"{name}, µs of processor time a row"] = spent[name] * 1e6
    figures["csv ÷ bare reader, processor time"] = spent["csv read and understood"] / spent["bare csv reader"]
    figures["xlsx ÷ bare calamine, processor time"] = spent["xlsx read and understood"] / spent["bare calamine"]
    figures["peak memory of a reading process, MiB"] = peak(resource.RUSAGE_CHILDREN)
    return figures


def handed_over(desk: Desk, paths: Sequence[Path]) -> dict[str, float]:
    """One round: every file checked, delivered and released."""
    spent = dict.fromkeys(("check", "deliver", "preview", "release"), 0.0)
    count: Counter[str] = Counter()
    for path in paths:
        with path.open("rb") as content, READER.taken(content, path.name) as file:
            with timed(spent, "check"):
                found = desk.files.check(CLERK, file)
            assert found.errors == 0, found.problems[:3]
            with timed(spent, "deliver"):
                receipt = desk.files.deliver(CLERK, file, found.id)
        with timed(spent, "preview"):
            preview = desk.files.read(SECOND, file_id(receipt)).preview
        with timed(spent, "release"):
            desk.files.release(SECOND, file_id(receipt), preview)
        differing = sum(load.differing for load in found.loads)
        count.update(rows=found.rows, loads=len(found.loads), differing=differing, lines=len(found.lines))
    return {
        "rows": count["rows"],
        "figures other than in an earlier load": count["differing"],
        "lines that change": count["lines"],
        **{f"{what}, s": seconds for what, seconds in spent.items()},
        **{f"{what}, rows/s": count["rows"] / spent[what] for what in ("check", "deliver")},
        "release, loads/s": count["loads"] / spent["release"],
    }


@contextmanager
def timed(spent: dict[str, float], what: str) -> Iterator[None]:
    """Adds up the seconds spent inside."""
    started = perf_counter()
    yield
    spent[what] += perf_counter() - started


def main(jobcenters: int) -> None:
    """Measure on a throw-away server, print a table and one line of JSON."""
    now = datetime.combine(TODAY, time(12), UTC)
    with (
        tempfile.TemporaryDirectory() as folder,
        throw_away() as url,
        opened(url, url, movable_clock=True) as (journal, persons),
    ):
        desk = Desk(Service(journal, persons, now=lambda: now, software="bench"))
        figures = measured(desk, Path(folder), jobcenters)
    table = Table("Messung", "Wert")
    for what, value in figures.items():
        table.add_row(what, f"{value:,.1f}")
    Console().print(table)
    print(json.dumps({what: round(value, 1) for what, value in figures.items()}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else JOBCENTERS)
