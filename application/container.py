"""The ZIP around a bundle: stored members without gap, of which every byte is laid down (docs/audit.md)."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

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
