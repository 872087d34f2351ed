"""The document that the operator has put beside the service, built with its sources; a newer one is read anew."""

import os
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from interfaces.requirements.document import Document
from interfaces.software import software

FOLDER = "ZIELSTEUERUNG_REQUIREMENTS"
"""Environment variable: the folder that `make requirements` wrote; without it there is no document."""


def stored_document() -> Document | None:
    """The document, or None where none of this shape is there; results are current only for the software that runs."""
    folder = os.environ.get(FOLDER)
    file = Path(folder, "anforderungen.json") if folder else None
    if file is None or not file.is_file():
        return None
    document = _read(file, file.stat().st_mtime_ns)
    if document is None or document.run is None or document.run.software == software():
        return document
    return document.model_copy(update={"run": document.run.model_copy(update={"current": False})})


@lru_cache(maxsize=1)
def _read(file: Path, _: int) -> Document | None:
    try:
        return Document.model_validate_json(file.read_bytes())
    except ValidationError:  # written by other software, or not whole: as good as none
        return None
