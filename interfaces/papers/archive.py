"""ZIP archives written piece by piece: no more of one is held than the member just written."""

import io
import json
import zipfile
from collections.abc import Iterator
from typing import IO, Any, cast

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every member: none."""


class Archive:
    """An archive whose bytes are taken out as they come; the same members give the same bytes."""

    def __init__(self) -> None:
        self._out = _Pieces()
        self._zip = zipfile.ZipFile(cast(IO[bytes], self._out), "w", zipfile.ZIP_DEFLATED)

    def add(self, name: str, content: bytes, *, packed: bool = False) -> Iterator[bytes]:
        """Another member; `packed` says that it cannot be made smaller."""
        member = zipfile.ZipInfo(name, EPOCH)
        member.external_attr = 0o600 << 16
        self._zip.writestr(member, content, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED)
        yield from self._out.taken()

    def add_json(self, name: str, content: Any) -> Iterator[bytes]:
        """Another member, as JSON that people can read too."""
        yield from self.add(name, f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode())

    def end(self) -> Iterator[bytes]:
        """The directory, without which an archive that broke off does not open."""
        self._zip.close()
        yield from self._out.taken()


class _Pieces(io.RawIOBase):
    """A file that cannot be read or sought, only emptied."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> Iterator[bytes]:
        pieces, self._pieces = self._pieces, []
        yield from pieces
