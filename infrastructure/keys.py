"""The secret keys that sign checkpoints: in a folder that only the service reads, or in an environment variable."""

import base64
import binascii
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from application.audit_ports import KeyMissing, KeyRing
from application.notes import SigningKey
from infrastructure.settings import Settings

UNREADABLE = "ZIELSTEUERUNG_SIGNING_KEY enthält keinen Schlüssel: erwartet werden 32 Bytes in Base64."
NOT_MADE_HERE = (
    "Die Signaturschlüssel stehen in ZIELSTEUERUNG_SIGNING_KEY; bitte dort den neuen hinter den alten schreiben "
    "(32 zufällige Bytes in Base64, durch Leerzeichen getrennt)."
)
NOT_KEPT = "Die Signaturschlüssel in {folder} lassen sich nicht lesen oder anlegen ({why}); bitte die Rechte prüfen."
OPEN_TO_OTHERS = "Der Signaturschlüssel {file} ist auch für andere lesbar; bitte auf die Rechte 0600 beschränken."


def key_ring(settings: Settings) -> KeyRing:
    """Where the settings say that the keys are."""
    if settings.zielsteuerung_signing_key:
        return GivenKeys(settings.zielsteuerung_signing_key.get_secret_value())
    return KeyFolder(settings.zielsteuerung_keys or settings.zielsteuerung_data / "keys")


class KeyFolder:
    """Keys as files of one folder, readable by their owner alone, named by the id of the public key."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def held(self, origin: str) -> Sequence[SigningKey]:
        """Every key for a log; raises KeyMissing when a file cannot be read, or others can read it."""
        try:
            keys = [(path, SigningKey(origin, _private(path))) for path in sorted(self._folder.glob("*.key"))]
        except OSError as trouble:
            raise KeyMissing(NOT_KEPT.format(folder=self._folder, why=trouble.strerror)) from trouble
        # The id depends on the log's name, so other logs' keys in the same folder are told apart.
        return [key for path, key in keys if path.stem == key.public.id.hex()]

    def create(self, origin: str) -> SigningKey:
        """Make one more and keep it; raises KeyMissing when it cannot be kept."""
        key = SigningKey(origin, secrets.token_bytes(32))
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = self._folder / f"{key.public.id.hex()}.key"
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(base64.b64encode(key.seed) + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as trouble:
            raise KeyMissing(NOT_KEPT.format(folder=self._folder, why=trouble.strerror)) from trouble
        return key


class GivenKeys:
    """Keys given by value, which are never made here."""

    def __init__(self, text: str) -> None:
        self._seeds = [_seed(part) for part in text.split()]

    def held(self, origin: str) -> Sequence[SigningKey]:
        """Every key for a log."""
        return [SigningKey(origin, seed) for seed in self._seeds]

    def create(self, origin: str) -> SigningKey:  # noqa: ARG002 - one signature for all
        """Raises KeyMissing: who gives keys makes them."""
        raise KeyMissing(NOT_MADE_HERE)


class PassingKeys:
    """Keys that live as long as the process, for databases that do so too."""

    def __init__(self) -> None:
        self._seeds: list[bytes] = []

    def held(self, origin: str) -> Sequence[SigningKey]:
        """Every key for a log."""
        return [SigningKey(origin, seed) for seed in self._seeds]

    def create(self, origin: str) -> SigningKey:
        """Make one more."""
        self._seeds.append(secrets.token_bytes(32))
        return SigningKey(origin, self._seeds[-1])


def _private(path: Path) -> bytes:
    if path.stat().st_mode & 0o077:
        raise KeyMissing(OPEN_TO_OTHERS.format(file=path))
    return _seed(path.read_text("ascii", errors="replace").strip(), NOT_KEPT.format(folder=path.parent, why=path.name))


def _seed(text: str, otherwise: str = UNREADABLE) -> bytes:
    try:
        seed = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise KeyMissing(otherwise) from None
    if len(seed) != 32:
        raise KeyMissing(otherwise)
    return seed
