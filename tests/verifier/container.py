"""A bundle's members by their place in the file, read independently of the verifier."""

import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from application.proofs.bundle import LIMIT, Member, directory


class Reading:
    """The members of a file by their place in it; raises ValueError unless it is laid out to the byte."""

    def __init__(self, file: BinaryIO, limits: Mapping[str, int]) -> None:
        self._file = file
        self._members: dict[str, tuple[Member, int]] = {}
        self.damaged = False
        """Whether a checksum was wrong in what was read so far."""
        length, offset = file.seek(0, 2), 0
        for name, limit in limits.items():
            file.seek(offset)
            head = file.read(30 + len(name)).ljust(30)
            member = Member(name, int.from_bytes(head[18:22], "little"), int.from_bytes(head[14:18], "little"))
            if head != member.head or member.size > limit or offset + member.length > length:
                raise ValueError(name)
            self._members[name] = member, offset + len(head)
            offset += member.length
        file.seek(offset)
        end = directory([member for member, _ in self._members.values()])
        if file.read(len(end) + 1) != end or length > LIMIT:
            raise ValueError("directory")

    def content(self, name: str) -> bytes:
        """All of a small member."""
        return b"".join(self._pieces(name))

    def lines(self, name: str, limit: int) -> Iterator[bytes]:
        """Its lines; one that does not end, or is far too long, keeps a line break so that it is nobody's."""
        rest = b""
        for piece in self._pieces(name):
            *lines, rest = (rest + piece).split(b"\n")
            yield from lines
            if len(rest) > limit:
                break
        if rest:
            yield rest + b"\n"

    def _pieces(self, name: str) -> Iterator[bytes]:
        member, start = self._members[name]
        self._file.seek(start)
        left, crc = member.size, 0
        while left and (piece := self._file.read(min(left, 2**16))):
            left, crc = left - len(piece), zlib.crc32(piece, crc)
            yield piece
        self.damaged |= crc != member.crc
