"""Facts about the keys that sign the log's checkpoints."""

from typing import Annotated

from pydantic import StringConstraints

from domain.record import Fact
from domain.values import Text

KeyHex = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""The 32 bytes of an Ed25519 key (RFC 8032), in hex."""


class KeyIntroduced(Fact):
    """From here on checkpoints of the log are signed with this key; the first replaces none (N.2)."""

    title = "Signaturschlüssel eingeführt"
    clause = "N.2"

    origin: Text
    public_key: KeyHex
    replaces: KeyHex | None = None
