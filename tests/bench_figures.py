"""`make benchfigures`: a Land's whole delivery as files, checked, delivered and released, beside the bare readers.

404 Jobcenter × 24 months × 3 (total, women, men) × 20 base quantities: 581,760 rows in three CSV files; the first of
them once more as a workbook. Figures are invented.
"""

import csv
import json
import resource
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from time import perf_counter

from openpyxl import Workbook
from python_calamine import load_workbook
from rich.console import Console
from rich.table import Table

from application.figures.layout import LONG
from application.figures.problems import Problems
from application.figures.rows import collect
from application.service import Service
from domain.measures import EDITIONS
from domain.values import span
from infrastructure.database import opened
from infrastructure.embedded_postgres import throw_away
from tests.builders import CLERK, HEIDEKREIS
from tests.figures.files import READER, SECOND, TODAY, Desk, Row, figure_row, file_id

JOBCENTERS, QUANTITIES, FILES = 404, 20, 3
MONTHS = span("2024-10", "2026-09")
CODES = [one.code for one in EDITIONS["2019"].quantities][:QUANTITIES]


def rows(carriers: range) -> Iterator[Row]:
    """Every figure of some Jobcenter."""
    for carrier in carriers:
        for place, code in enumerate(CODES):
            for sex, share in (("insgesamt", 3), ("Frauen", 1), ("Männer", 2)):
                for number, month in enumerate(MONTHS):
                    value = share * (1000 + 7 * carrier + 11 * place + number)
                    yield figure_row(code, month, value, sex, ags=f"03{carrier:03d}", loaded="2026-10-16")


def written(folder: Path) -> list[Path]:
    """The files, and the first once more as a workbook."""
    step = -(-JOBCENTERS // FILES)
    paths = []
    for first in range(0, JOBCENTERS, step):
        path = folder / f"land-{first}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(LONG)
            writer.writerows(rows(range(first, min(first + step, JOBCENTERS))))
        paths.append(path)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Daten")
    sheet.append(LONG)
    for row in rows(range(step)):
        sheet.append([cell or None for cell in row])
    book.save(folder / "land.xlsx")
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


def measured(desk: Desk, folder: Path) -> dict[str, float]:
    """Every figure of the benchmark."""
    figures: dict[str, float] = {}
    paths, workbook = written(folder), folder / "land.xlsx"
    for name, work, path in (
        ("bare csv reader, rows/s", bare_csv, paths[0]),
        ("csv read and understood, rows/s", collected, paths[0]),
        ("bare calamine, rows/s", bare_xlsx, workbook),
        ("xlsx read and understood, rows/s", collected, workbook),
    ):
        started = perf_counter()
        figures[name] = work(path) / (perf_counter() - started)
    figures["peak memory of a reading process, MiB"] = peak(resource.RUSAGE_CHILDREN)
    for carrier in range(JOBCENTERS):
        desk.agreement(HEIDEKREIS, f"03{carrier:03d}", f"jobcenter-{carrier}")
    spent = dict.fromkeys(("check", "deliver", "preview", "release"), 0.0)
    count = 0
    for path in paths:
        started = perf_counter()
        with path.open("rb") as content, READER.taken(content, path.name) as file:
            found = desk.files.check(CLERK, file)
            assert found.errors == 0, found.problems
            spent["check"] += perf_counter() - started
            started = perf_counter()
            receipt = desk.files.deliver(CLERK, file, found.id)
            spent["deliver"] += perf_counter() - started
        started = perf_counter()
        preview = desk.files.read(SECOND, file_id(receipt)).preview
        spent["preview"] += perf_counter() - started
        started = perf_counter()
        desk.files.release(SECOND, file_id(receipt), preview)
        spent["release"] += perf_counter() - started
        count += found.rows
    figures |= {f"{name} of {count} rows, s": seconds for name, seconds in spent.items()}
    figures |= {f"{name}, rows/s": count / seconds for name, seconds in spent.items()}
    figures["peak memory of the service, MiB"] = peak(resource.RUSAGE_SELF)
    return figures


def main() -> None:
    """Measure on a throw-away server, print a table and one line of JSON."""
    now = datetime.combine(TODAY, time(12), UTC)
    with (
        tempfile.TemporaryDirectory() as folder,
        throw_away() as url,
        opened(url, url, movable_clock=True) as (journal, persons),
    ):
        figures = measured(Desk(Service(journal, persons, now=lambda: now, software="bench")), Path(folder))
    table = Table("Messung", "Wert")
    for what, value in figures.items():
        table.add_row(what, f"{value:,.1f}")
    Console().print(table)
    print(json.dumps({what: round(value, 1) for what, value in figures.items()}))


if __name__ == "__main__":
    main()
