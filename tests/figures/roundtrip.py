"""`make roundtrip`: a template filled by LibreOffice Calc on its way to attainment, beside the same with openpyxl.

Calc opens the workbook the service wrote, takes the figures from a table of values as somebody would paste them, and
saves it in its own way of writing XLSX.
"""

import csv
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, time
from pathlib import Path

from application.acting.service import Service
from application.figure_files.template import Wanted, template
from application.reading.attainment import Queries
from domain.attainment import LineState
from domain.figures import LoadState
from domain.german import german
from domain.terms import Terms
from domain.values import span
from infrastructure.database import opened
from interfaces.sample.figures import invented_load, loaded_on
from tests.builders import HEIDEKREIS
from tests.figures.files import READER, SECOND, TODAY, Desk
from tests.postgres import throw_away_database

NOON = datetime.combine(TODAY, time(12), UTC)
CALC = ("soffice", "libreoffice", "localc")


def values(month: str) -> dict[tuple[str, str, str], str]:
    """The sample's invented figures of a load by measure, sex and month."""
    load = invented_load(month, loaded_on(month))
    return {
        (series.measure, german(series.sex), one): value or ""
        for series in load.series
        for one, value in zip(span(series.first, series.last), series.values, strict=True)
    }


def filled_by_calc(terms: Terms, month: str, folder: Path, calc: str) -> bytes:
    """The template of a month after Calc has read, filled and saved it."""
    empty = folder / f"{month}.xlsx"
    load = Wanted(LoadState(report_month=month, months_waited=0), loaded_on(month))
    with empty.open("wb") as file:
        READER.write(template(terms, "03358", [load]), file, workbook=True)
    converted(calc, "csv:Text - txt - csv (StarCalc):59,34,76", empty, folder)
    with (folder / f"{month}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, delimiter=";")
    known = values(month)
    with (folder / f"{month}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(header)
        writer.writerows([*row[:7], known.get((row[1], row[3], row[4]), ""), *row[8:]] for row in rows)
    empty.unlink()
    # Column 1 is text (2); of the others Calc decides itself, so months and days become days.
    converted(calc, "xlsx", folder / f"{month}.csv", folder, "--infilter=Text - txt - csv (StarCalc):59,34,76,1,1/2")
    return empty.read_bytes()


def converted(calc: str, to: str, file: Path, folder: Path, *more: str) -> None:
    """Let Calc read a file and save it in another format beside it."""
    profile = f"-env:UserInstallation={folder.as_uri()}/profil"
    command = [calc, profile, "--headless", *more, "--convert-to", to, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def calc_at() -> str | None:
    """Where Calc is; None, and how to get it, where it is not."""
    calc = next((path for path in map(shutil.which, CALC) if path), None)
    if calc is None:
        print("LibreOffice Calc is not installed; on Debian: apt install libreoffice-calc-nogui", file=sys.stderr)
    return calc


def main() -> int:
    """Check, deliver and release two loads that went through Calc, and read the attainment; 0 when all is as it was."""
    if (calc := calc_at()) is None:
        return 2
    with (
        tempfile.TemporaryDirectory() as folder,
        throw_away_database() as database,
        opened(database.service_url, database.owner_url) as (journal, persons),
    ):
        desk = Desk(Service(journal, persons, now=lambda: NOON, software="0.0.0"))
        agreement = desk.agreement(HEIDEKREIS)
        for month in ("2025-03", "2026-03"):
            content = filled_by_calc(HEIDEKREIS, month, Path(folder), calc)
            found = desk.check(content)
            for problem in found.problems:
                print(problem.says)
            receipt = desk.deliver(content)
            desk.release(receipt)
        goals = Queries(journal).attainment(SECOND, agreement, month="2026-03").goals
    lines = {line.line_id: line.state for goal in goals for line in goal.lines}
    for line, state in lines.items():
        print(f"{line}: {german(state)}")
    return int(LineState.NOT_ASSESSABLE in lines.values())


if __name__ == "__main__":
    sys.exit(main())
