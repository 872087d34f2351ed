"""Writes the document into one folder to hand over: HTML with its style and search, PDF, JSON, and a table."""

import csv
from pathlib import Path

from interfaces.requirements.document import Document
from interfaces.requirements.printing import pdf
from interfaces.requirements.rendering import as_page, matrix, stored

FILES = ("requirements.css", "requirements.js")


def write(document: Document, folder: Path) -> None:
    """Write index.html, its two companions, anforderungen.pdf, anforderungen.json and matrix.csv."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(as_page(document), "utf-8")
    for name in FILES:
        (folder / name).write_text(stored(name), "utf-8")
    (folder / "anforderungen.pdf").write_bytes(pdf(document))
    (folder / "anforderungen.json").write_text(document.model_dump_json(indent=1), "utf-8")
    with (folder / "matrix.csv").open("w", encoding="utf-8-sig", newline="") as table:
        csv.writer(table, delimiter=";").writerows(matrix(document))
