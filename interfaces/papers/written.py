"""A paper as a file: its bytes in a format, the name it goes by, and the hash it is known by."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from interfaces.papers.blocks import Paper
from interfaces.papers.kinds import KINDS
from interfaces.papers.printing import pdf
from interfaces.papers.sources import Papered

Ending = Literal["pdf", "docx"]


@dataclass(frozen=True, slots=True)
class Format:
    """What writes a paper, and the media type of what it writes."""

    write: Callable[[Paper], bytes]
    media_type: str


def _docx(paper: Paper) -> bytes:
    from interfaces.papers.editable import docx  # noqa: PLC0415 - few papers are written so, and every service starts

    return docx(paper)


FORMATS: Mapping[Ending, Format] = {
    "pdf": Format(pdf, "application/pdf"),
    "docx": Format(_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


@dataclass(frozen=True, slots=True)
class Written:
    """A paper written down."""

    title: str
    name: str
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash by which it can be recorded as a document."""
        return sha256(self.content).hexdigest()

    @property
    def digest(self) -> str:
        """The same hash as the header Repr-Digest says it (RFC 9530)."""
        return f"sha-256=:{b64encode(bytes.fromhex(self.sha256)).decode()}:"


def written(kind: str, of: Papered, ending: Ending = "pdf") -> Written:
    """A kind of paper about an agreement, in a format."""
    form, paper = FORMATS[ending], KINDS[kind].make(of)
    name = "-".join(filter(None, (kind, of.agreement_id, of.about)))
    return Written(paper.title, f"{name}.{ending}", form.media_type, form.write(paper))
