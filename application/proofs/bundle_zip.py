"""The ZIP around a bundle: stored members without gap, of which every byte is laid down (docs/audit.md)."""

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

LIMIT = 2**31 - 1
"""Bytes a bundle may have."""
_DATE = 0x21
"""1 January 1980, the first day there is."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the container, with the CRC-32 of its content."""

    name: str
    size: int
    crc: int

    @property
    def head(self) -> bytes:
        """What stands before its content."""
        return b"PK\3\4" + struct.pack("<H", 20) + self._common + self.name.encode()

    @property
    def length(self) -> int:
        """Bytes it takes, with its head."""
        return len(self.head) + self.size

    def listed(self, offset: int) -> bytes:
        """Its line in the directory: written on a system with rights (3), readable by its owner (0600)."""
        rest = struct.pack("<HHHLL", 0, 0, 0, 0o600 << 16, offset)
        return b"PK\1\2" + struct.pack("<BBH", 20, 3, 20) + self._common + rest + self.name.encode()

    @property
    def _common(self) -> bytes:
        sizes = (self.crc, self.size, self.size)
        return struct.pack("<HHHHLLLHH", 0, 0, 0, _DATE, *sizes, len(self.name), 0)


def directory(members: Sequence[Member]) -> bytes:
    """What stands behind the last member's content."""
    offset, lines = 0, b""
    for member in members:
        lines += member.listed(offset)
        offset += member.length
    return lines + struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, len(members), len(members), len(lines), offset, 0)


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
