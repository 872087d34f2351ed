"""CSV files: encoding and delimiter found out, rows as a stream."""

import codecs
import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from infrastructure.figure_files import refusal
from infrastructure.figure_files.limits import MAX_COLUMNS, MAX_ROWS, MIB
from infrastructure.figure_files.refusal import Unfit

DELIMITERS = ";,\t"
UTF_8_MARK = b"\xef\xbb\xbf"
ANNOUNCED = re.compile(r"sep=(.)", re.IGNORECASE)
"""Excel's own first line that names the delimiter."""
LONGEST_FIRST = 100_000
"""Characters of the first line that are looked at for the delimiter."""
Rows = Iterator[tuple[int, list[object]]]


def rows(path: Path) -> tuple[int, Rows]:
    """About how many lines there are, and each row that is not empty by its line; raises Unfit."""
    encoding, lines = _encoding(path)
    return lines, _rows(path, encoding)


def commas(path: Path) -> bool:
    """Whether commas part the cells of a CSV file."""
    with path.open("rb") as file:
        first = file.readline(LONGEST_FIRST).removeprefix(UTF_8_MARK)
    if first.startswith(b"PK"):
        return False
    line = first.decode("latin-1")
    announced = ANNOUNCED.fullmatch(line.strip())
    return (announced[1] if announced else _delimiter(line)) == ","


def _delimiter(first: str) -> str:
    return max(DELIMITERS, key=first.count)


def _encoding(path: Path) -> tuple[str, int]:
    decoder, lines, utf_8 = codecs.getincrementaldecoder("utf-8")(), 0, True
    with path.open("rb") as file:
        while block := file.read(MIB):
            if b"\0" in block:
                raise Unfit(refusal.NOT_TEXT)
            lines += block.count(b"\n")
            try:
                utf_8 = utf_8 and decoder.decode(block) is not None
            except UnicodeDecodeError:
                utf_8 = False
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        utf_8 = False
    return ("utf-8-sig" if utf_8 else "cp1252"), lines + 1


def _rows(path: Path, encoding: str) -> Rows:
    csv.field_size_limit(10_000)
    try:
        with path.open(encoding=encoding, newline="") as file:
            first = file.readline(LONGEST_FIRST)
            announced = ANNOUNCED.fullmatch(first.strip())
            delimiter = announced[1] if announced else _delimiter(first)
            if not announced:
                file.seek(0)
            yield from _parsed(csv.reader(file, delimiter=delimiter, strict=True), 1 if announced else 0)
    except UnicodeDecodeError:
        raise Unfit(refusal.NOT_TEXT) from None


def _parsed(reader: Any, above: int) -> Rows:
    read = 0
    last = above
    try:
        for cells in reader:
            line, last = last + 1, reader.line_num + above
            if len(cells) > MAX_COLUMNS:
                raise Unfit(refusal.TOO_MANY_COLUMNS)
            read += 1
            if read > MAX_ROWS + 1:
                raise Unfit(refusal.TOO_MANY_ROWS)
            if any(map(str.strip, cells)):
                yield line, [*cells]
    except csv.Error as trouble:
        long_cell = "field limit" in str(trouble) and reader.line_num + above == last + 1
        raise Unfit((refusal.LONG_CELL if long_cell else refusal.QUOTES).of(row=last + 1)) from None
