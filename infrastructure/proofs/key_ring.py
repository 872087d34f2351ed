"""The secret keys that sign checkpoints: in a folder that only the service reads, or in an environment variable.

Beside them stands what they signed last, so that nobody has them sign a log that does not continue it.
"""

import base64
import binascii
import hashlib
import os
import secrets
from collections.abc import Collection, Sequence
from pathlib import Path

from application.proofs.ports import KeyMissing, KeyRing
from application.proofs.signed_note import SigningKey
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
        return GivenKeys(settings.zielsteuerung_signing_key.get_secret_value(), settings.zielsteuerung_keys)
    return KeyFolder(keys_folder(settings))


def keys_folder(settings: Settings) -> Path:
    """The folder of the keys, and of what they signed last."""
    return settings.zielsteuerung_keys or settings.zielsteuerung_data / "keys"


class Remembering:
    """The last signed checkpoint, one file a log, in a folder; without a folder nothing is remembered."""

    def __init__(self, folder: Path | None) -> None:
        self._memory = folder

    def last_signed(self, origin: str) -> str | None:
        """The last note that was signed for a log; raises KeyMissing."""
        file = self._file(origin)
        try:
            return file.read_text("utf-8", errors="replace") if file else None
        except FileNotFoundError:
            return None
        except OSError as trouble:
            raise KeyMissing(NOT_KEPT.format(folder=self._memory, why=trouble.strerror)) from trouble

    def remember(self, origin: str, note: str) -> None:
        """Put a note in the place of the one before; raises KeyMissing."""
        file = self._file(origin)
        if file is None:
            return
        try:
            _written(file.with_suffix(".neu"), note.encode())
            file.with_suffix(".neu").replace(file)
        except OSError as trouble:
            raise KeyMissing(NOT_KEPT.format(folder=self._memory, why=trouble.strerror)) from trouble

    def _file(self, origin: str) -> Path | None:
        return self._memory / f"{hashlib.sha256(origin.encode()).hexdigest()[:16]}.signed" if self._memory else None


class KeyFolder(Remembering):
    """Keys as files of one folder, readable by their owner alone, named by the id of the public key."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._folder = folder

    def held(self, origin: str, needed: Collection[bytes] = ()) -> Sequence[SigningKey]:
        """The keys for a log; raises KeyMissing when the file of a needed one cannot be read, or others can read it."""
        # The id depends on the log's name, which keeps other logs' keys in the same folder apart.
        keys = ((path, self._key(origin, path, needed)) for path in sorted(self._folder.glob("*.key")))
        return [key for path, key in keys if key and path.stem == key.public.id.hex()]

    def _key(self, origin: str, path: Path, needed: Collection[bytes]) -> SigningKey | None:
        try:
            return SigningKey(origin, _private(path))
        except (OSError, KeyMissing) as trouble:
            if path.stem not in {one.hex() for one in needed}:
                return None
            if isinstance(trouble, KeyMissing):
                raise
            raise KeyMissing(NOT_KEPT.format(folder=self._folder, why=trouble.strerror)) from trouble

    def create(self, origin: str) -> SigningKey:
        """Make one more and keep it; raises KeyMissing when it cannot be kept."""
        key = SigningKey(origin, secrets.token_bytes(32))
        try:
            path = self._folder / f"{key.public.id.hex()}.key"
            _written(path, base64.b64encode(key.seed) + b"\n", os.O_EXCL)
        except OSError as trouble:
            raise KeyMissing(NOT_KEPT.format(folder=self._folder, why=trouble.strerror)) from trouble
        return key


class GivenKeys(Remembering):
    """Keys given by value, which are never made here."""

    def __init__(self, text: str, memory: Path | None = None) -> None:
        super().__init__(memory)
        self._seeds = [_seed(part) for part in text.split()]

    def held(self, origin: str, needed: Collection[bytes] = ()) -> Sequence[SigningKey]:  # noqa: ARG002 - as above
        """Every key for a log."""
        return [SigningKey(origin, seed) for seed in self._seeds]

    def create(self, origin: str) -> SigningKey:  # noqa: ARG002 - one signature for all
        """Raises KeyMissing: who gives keys makes them."""
        raise KeyMissing(NOT_MADE_HERE)


class PassingKeys(Remembering):
    """Keys that live as long as the process, for databases that do so too."""

    def __init__(self) -> None:
        super().__init__(None)
        self._seeds: list[bytes] = []

    def held(self, origin: str, needed: Collection[bytes] = ()) -> Sequence[SigningKey]:  # noqa: ARG002 - as above
        """Every key for a log."""
        return [SigningKey(origin, seed) for seed in self._seeds]

    def create(self, origin: str) -> SigningKey:
        """Make one more."""
        self._seeds.append(secrets.token_bytes(32))
        return SigningKey(origin, self._seeds[-1])


def _written(path: Path, content: bytes, only_new: int = os.O_TRUNC) -> None:
    """Write a file that only its owner reads, to the disk; `only_new` = os.O_EXCL refuses one that is there."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | only_new, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


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
