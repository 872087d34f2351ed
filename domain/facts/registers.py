"""Facts about the registers of no agreement: the keys that sign the log's checkpoints, and the names of persons."""

from typing import Annotated

from pydantic import StringConstraints

from domain.record import Fact
from domain.values import PersonId, Sha256, Text

KeyHex = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""The 32 bytes of an Ed25519 key (RFC 8032), in hex."""


class KeyIntroduced(Fact):
    """From here on checkpoints of the log are signed with this key; the first replaces none (N.2)."""

    title = "Signaturschlüssel eingeführt"
    clause = "N.2"

    origin: Text
    public_key: KeyHex
    replaces: KeyHex | None = None


class PersonErased(Fact):
    """A person's name and salt were erased from the register; entries and proofs stay as they are (N.4)."""

    title = "Person gelöscht"
    clause = "N.4"

    person: PersonId
    name_commitment: Sha256
