"""`make roundtrip`: every table and template the sample hands on, opened by LibreOffice Calc cell by cell.

Calc opens each file as somebody would and says what stands in its cells: the same texts, and numbers as numbers.
"""

import csv
import io
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from application.figure_files.intake import cell_values as words
from interfaces.sample.cast import DESK
from tests.figures.roundtrip import calc_at, converted
from tests.http.conftest import SAMPLE, played
from tests.http.service import Running
from tests.postgres import joined
from tests.web.test_tables import DELIVERY, EVERY

TEMPLATES = (
    "year=2026", "year=2025", "month=2026-03", "month=2026-03&layout=wide&year_to_date=true", f"delivery={DELIVERY}",
)  # fmt: skip
PLAIN, GERMAN = "csv:Text - txt - csv (StarCalc):59,34,76", "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1031"
"""How Calc says what it read, in English, and as what it opens CSV: semicolons, UTF-8, German numbers."""
Rows = list[list[Any]]


def written(sample: Running, ending: str) -> Iterator[bytes]:
    """Every table, then every template."""
    client = sample.as_(DESK.person)
    for address in EVERY:
        path, _, query = address.partition("?")
        yield client.get(f"/api/v1{path}.{ending}?{query}").raise_for_status().content
    for query in TEMPLATES:
        address = f"/api/v1/agreements/{SAMPLE}/figure-template?{query}&format={ending}"
        yield client.get(address).raise_for_status().content


def main() -> int:
    """Open every file, and name each that Calc reads otherwise; 0 when there is none."""
    if (calc := calc_at()) is None:
        return 2
    wrong = 0
    with tempfile.TemporaryDirectory() as name, joined(Path(name, "server")) as server:
        folder = Path(name)
        with played(server, folder) as sample:
            files = {f"{n:02}.{end}": one for end in ("xlsx", "csv") for n, one in enumerate(written(sample, end))}
        for place, content in files.items():
            file = folder / place
            file.write_bytes(content)
            own = from_workbook(content) if file.suffix == ".xlsx" else from_csv(content)
            converted(calc, PLAIN, file, folder / "calc", *(() if file.suffix == ".xlsx" else (GERMAN,)))
            opened = from_csv((folder / "calc" / f"{file.stem}.csv").read_bytes())
            other = [at for at, pair in enumerate(zip(own, opened, strict=False), 1) if not same(*pair)]
            if other or len(own) != len(opened):
                print(f"{place}: {len(own)} / {len(opened)} rows, otherwise in {other[:5]}")
                wrong += 1
    print(f"{len(files)} files opened, {wrong} of them read otherwise")
    return int(wrong > 0)


def from_workbook(content: bytes) -> Rows:
    """The cells of the only sheet."""
    sheet: Any = load_workbook(io.BytesIO(content)).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def from_csv(content: bytes) -> Rows:
    """The cells of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def same(own: list[Any], opened: list[Any]) -> bool:
    """Whether a row says the same; beyond its last cell there is nothing."""
    width = max(len(own), len(opened))
    padded = [[*row, *[""] * (width - len(row))] for row in (own, opened)]
    return all(map(_same, *padded))


def _same(own: Any, opened: str) -> bool:
    if isinstance(own, datetime | date):
        return opened != "" and str(own.year) in opened
    if isinstance(own, int | float):
        return _number(opened.replace(",", "")) == own
    own = own or ""
    if words.day(own) or words.month(own):  # Calc takes it for a date, as people do
        return own[-2:] in opened
    return own.split() == opened.split() or _number(own.replace(",", ".")) == _number(opened.replace(",", ""))


def _number(text: str) -> float | str:
    """The number; a text that is none as it is."""
    try:
        return float(text)
    except ValueError:
        return text


if __name__ == "__main__":
    sys.exit(main())
