"""Assets of pages: the style of our own, and files fetched by `make setup`; nothing is fetched at run time."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path as File

_HERE = File(__file__).parent
_KERN = _HERE / "node_modules/@kern-ux/native/dist"
_FONTS = _KERN / "fonts/fira-sans"
FILES: Mapping[str, File] = {
    "pages.css": _HERE / "static/pages.css",
    "requirements.css": _HERE.parent / "requirements/static/requirements.css",
    "requirements.js": _HERE.parent / "requirements/static/requirements.js",
    "kern.css": _KERN / "kern.min.css",
    "htmx.js": _HERE / "node_modules/htmx.org/dist/htmx.min.js",
    "fira-400.woff2": _FONTS / "FiraSans-Regular.woff2",
    "fira-500.woff2": _FONTS / "FiraSans-Medium.woff2",
    "fira-600.woff2": _FONTS / "FiraSans-SemiBold.woff2",
}
"""Everything that can be asked for, by its name."""


@cache
def asset(name: str) -> str:
    """Where a file is; the address changes with its content, so that browsers keep it."""
    return f"/assets/{_digest(FILES[name])}/{name}"


@cache
def is_there(name: str) -> bool:
    """Whether the file was set up; pages stay usable without it."""
    return FILES[name].exists()


def _digest(file: File) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12] if file.exists() else "missing"
