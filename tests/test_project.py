"""What holds for the project as a whole: how it is pinned, packaged and layered."""

import ast
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
GENERATED = re.compile(r"\.(?!ci$).*|__pycache__|build|dist|node_modules")
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(work|root|home|Users)/(?=\w)|file:/{2}")


def texts() -> Iterator[tuple[Path, str]]:
    """The project's text files, with their content, without what is generated."""
    for folder, subfolders, names in os.walk(ROOT):
        subfolders[:] = [name for name in subfolders if not GENERATED.fullmatch(name)]
        for path in (Path(folder, name) for name in names if name != ".git"):  # a file in a linked work tree
            content = path.read_bytes()
            if b"\0" not in content:
                yield path.relative_to(ROOT), content.decode()


def imported(path: Path) -> Iterator[str]:
    """The top-level packages that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def test_the_lock_file_names_no_download_address() -> None:
    assert not re.findall(r"https?:|--(?:extra-)?index|--find-links|--trusted-host", LOCK)


def test_every_pinned_package_has_hashes() -> None:
    entries = re.split(r"\n(?=[a-z])", LOCK)[1:]
    assert len(entries) > len(PROJECT["dependencies"])
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_no_text_names_a_place_on_someones_machine() -> None:
    found = {str(path): match[0] for path, text in texts() if (match := MACHINE_PATH.search(text))}
    assert found == {}


def test_a_machine_path_would_be_found() -> None:
    assert MACHINE_PATH.search("see " + "/".join(["", "root", "notes.txt"]))
    assert not MACHINE_PATH.search("https://example.org/home/notes")


def test_the_installed_version_is_the_one_in_the_sources() -> None:
    installed = metadata(PROJECT["name"])
    assert (installed["Version"], installed["License-Expression"]) == (PROJECT["version"], "EUPL-1.2")


def test_the_domain_knows_pydantic_and_the_standard_library_only() -> None:
    allowed = {"domain", "pydantic", "pydantic_core"} | sys.stdlib_module_names
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "domain").rglob("*.py")
        for name in imported(path)
        if name not in allowed
    }
    assert found == set()


def test_the_domain_asks_no_clock() -> None:
    asking = re.compile(r"\.(now|today|utcnow)\(")
    found = [str(path) for path in (ROOT / "domain").rglob("*.py") if asking.search(path.read_text(encoding="utf-8"))]
    assert found == []
