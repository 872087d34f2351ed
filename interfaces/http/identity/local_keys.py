"""The local issuer's signing keys: files beside the database, one per key, never overwritten."""

import contextlib
import json
import os
import re
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from interfaces.http.identity.answers import IdentityUnavailable, Misconfigured
from interfaces.http.identity.key_sets import Keys

_NAME = re.compile(r"signing-key-([0-9]{6})\.json")


@dataclass(frozen=True, slots=True)
class _Generation:
    number: int
    created: float
    key: OKPKey


class LocalKeys:
    """Ed25519 keys in a directory of their own (mode 0700, files 0600), for all workers on this machine.

    The newest signs; one that was replaced verifies for `lifetime` seconds more, then its file goes.
    """

    def __init__(self, directory: Path, *, lifetime: float, now: Callable[[], float] = time.time) -> None:
        self._directory, self._lifetime, self._now = directory, lifetime, now
        self._lock = threading.Lock()
        self._read: tuple[_Generation, ...] = ()
        self._as_of = -1
        try:
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._generations():
                self._create(1)
            self.signing_key()
        except (OSError, IdentityUnavailable) as error:
            raise Misconfigured([str(error)]) from error

    def signing_key(self) -> OKPKey:
        """The newest key, with its private half; raises IdentityUnavailable."""
        return self._newest().key

    def in_force(self) -> Keys:
        """The keys that verify now."""
        return self._verifying(self._generations())

    def newer_than(self, keys: Keys) -> Keys:  # noqa: ARG002 - looking again costs little, whatever the caller knows
        """The keys that verify now, after another look into the directory."""
        return self._verifying(self._generations(anew=True))

    def rotate(self) -> None:
        """Sign with a new key from now on; tokens of the old one hold until they expire."""
        self._create(self._newest().number + 1)
        generations = self._generations(anew=True)
        verifying = {key.kid for key in self._verifying(generations)}
        for old in generations:
            if old.key.kid not in verifying:
                self._path(old.number).unlink(missing_ok=True)

    def _newest(self) -> _Generation:
        generations = self._generations(anew=True)
        if not generations:
            raise IdentityUnavailable(f"Im Schlüsselspeicher {self._directory} liegt kein Schlüssel mehr.")
        return generations[-1]

    def _verifying(self, generations: tuple[_Generation, ...]) -> Keys:
        replaced = [later.created for later in generations[1:]]
        return tuple(
            generation.key
            for generation, at in zip(generations, [*replaced, float("inf")], strict=True)
            if self._now() < at + self._lifetime
        )

    def _generations(self, *, anew: bool = False) -> tuple[_Generation, ...]:
        with self._lock:
            try:
                as_of = self._directory.stat().st_mtime_ns
                if anew or as_of != self._as_of:
                    self._read, self._as_of = self._found(), as_of
            except OSError as error:
                raise _unusable(self._directory, error) from error
            return self._read

    def _found(self) -> tuple[_Generation, ...]:
        numbered = ((_NAME.fullmatch(path.name), path) for path in self._directory.iterdir())
        found = (_generation(int(match[1]), path) for match, path in numbered if match)
        return tuple(sorted((one for one in found if one), key=lambda one: one.number))

    def _create(self, number: int) -> None:
        """Make a key with this number, unless another worker has just made one."""
        key = OKPKey.generate_key("Ed25519", auto_kid=True)
        content = json.dumps({"created": self._now(), "key": key.as_dict(private=True)}).encode()
        draft = self._directory / f".{secrets.token_hex(8)}"
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(descriptor, "wb") as file:  # noqa: PTH123 - by descriptor, so that the mode is there from the start
                file.write(content)
                file.flush()
                os.fsync(descriptor)
            with contextlib.suppress(FileExistsError):
                os.link(draft, self._path(number))  # appears whole or not at all, and replaces nothing
        except OSError as error:
            raise _unusable(self._directory, error) from error
        finally:
            draft.unlink(missing_ok=True)

    def _path(self, number: int) -> Path:
        return self._directory / f"signing-key-{number:06d}.json"


def _generation(number: int, path: Path) -> _Generation | None:
    try:
        if path.stat().st_mode & 0o077:
            raise IdentityUnavailable(f"Die Schlüsseldatei {path} darf nur ihrem Eigentümer offenstehen (chmod 600).")
        found = json.loads(path.read_bytes())
        return _Generation(number, float(found["created"]), OKPKey.import_key(found["key"]))
    except FileNotFoundError:  # another worker has just let go of it
        return None
    except (OSError, ValueError, TypeError, KeyError, JoseError) as error:
        raise _unusable(path, error) from error


def _unusable(path: Path, error: Exception) -> IdentityUnavailable:
    return IdentityUnavailable(f"Der Schlüsselspeicher {path} ist nicht benutzbar ({type(error).__name__}: {error}).")
