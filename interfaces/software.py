"""Version of this software: its number, and a digest that distinguishes sources of the same number."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("domain", "application", "infrastructure", "interfaces")
SOURCES = {".py", ".sql", ".toml"}


@cache
def software() -> str:
    """The running version, such as `0.1.0+3f9a1c22`; read once, because sources may be replaced while it runs."""
    return named(version("zielsteuerung"), Path(__file__).parents[1])


def named(number: str, root: Path) -> str:
    """The number with a digest of the packages' sources under `root`.

    It is the beginning of the SHA-256 over the list that `sha256sum` prints of them, so that anybody can work it out.
    """
    found = (path for package in PACKAGES for path in (root / package).rglob("*") if path.suffix in SOURCES)
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
    listed = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return f"{number}+{sha256(listed.encode()).hexdigest()[:8]}"
