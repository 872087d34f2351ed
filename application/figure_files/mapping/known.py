"""The mappings there are: shipped with the software, and laid down in the log."""

from collections.abc import Mapping as Mapped
from functools import cache
from importlib.resources import files

from application.figure_files.mapping.model import Written, read
from application.ports import Journal
from application.reading.figure_file import MAPPINGS
from domain.facts import FigureMappingKept
from domain.facts.figure_files import MappingName
from domain.rulebook.figures import MAPPING_UNKNOWN


@cache
def shipped() -> Mapped[MappingName, Written]:
    """The mappings that come with the software, by name."""
    folder = files(__package__) / "shipped"
    texts = sorted((one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name)
    written = [read(one.read_text(encoding="utf-8")) for one in texts]
    return {one.mapping.name: one for one in written}


def known(journal: Journal) -> Mapped[MappingName, Written]:
    """Every mapping by name; one laid down takes the place of one shipped, and a later one that of an earlier."""
    kept = [record.fact for record in journal.records(MAPPINGS) if isinstance(record.fact, FigureMappingKept)]
    return {**shipped(), **{one.name: read("\n".join(one.lines)) for one in {one.name: one for one in kept}.values()}}


def named(journal: Journal, name: MappingName) -> Written:
    """The mapping of a name; refuses one that does not exist."""
    all_of_them = known(journal)
    if name not in all_of_them:
        MAPPING_UNKNOWN.refuse(name=name, known=", ".join(sorted(all_of_them)) or "keine")
    return all_of_them[name]


def is_kept(journal: Journal, written: Written) -> bool:
    """Whether this version of a mapping stands in the log, so that a delivery may rest on it."""
    facts = (record.fact for record in journal.records(MAPPINGS))
    return any(isinstance(fact, FigureMappingKept) and fact.sha256 == written.sha256 for fact in facts)
