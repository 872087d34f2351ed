"""The requirements document as data: the text, the Regeln, their scenarios with the last results, and the entries."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from domain.values import Frozen

OF_THE_SOFTWARE = "26"
"""The number of the first feature about the software itself."""
Result = Literal["passed", "failed", "missing"]
"""`missing`: the last run did not play it."""


class Play(Frozen):
    """A scenario as it was played: once, or once for each example."""

    cells: tuple[str, ...]
    result: Result
    reason: str | None = None


class Step(Frozen):
    """A line of a scenario, and the table below it."""

    keyword: str
    text: str
    table: tuple[tuple[str, ...], ...] = ()


class CitedRule(Frozen):
    """A rule, or a check of files, that a scenario says in words, with its code."""

    code: str
    says: str


class Scenario(Frozen):
    """Evidence for a Regel."""

    address: str
    title: str
    line: int
    headings: tuple[str, ...]
    background: tuple[Step, ...]
    """What holds before in every scenario of its feature and Regel."""
    steps: tuple[Step, ...]
    plays: tuple[Play, ...]
    rules: tuple[CitedRule, ...]

    @property
    def result(self) -> Result:
        """Failed if one play failed, missing if one is missing."""
        return worst(play.result for play in self.plays)


class Law(Frozen):
    """A Regel: what the service does under the words it is tied to."""

    address: str
    file: str
    feature: str
    sentence: str
    clauses: tuple[str, ...]
    scenarios: tuple[Scenario, ...]

    @property
    def result(self) -> Result:
        """That of its scenarios."""
        return worst(scenario.result for scenario in self.scenarios)

    @property
    def plays(self) -> int:
        """How many plays there are."""
        return sum(len(scenario.plays) for scenario in self.scenarios)


class TiedSpan(Frozen):
    """Words of a sentence that ask for something, or say why nothing is to be recorded."""

    address: str
    words: str
    laws: tuple[str, ...]
    why_none: str | None
    entries: tuple[str, ...] = ()
    """Titles of entries that stand at this sentence; the others stand at the last one of their clause."""


class Entry(Frozen):
    """What happened under a clause."""

    position: int
    version: int
    occurred_on: date
    title: str
    office: str


class Sentence(Frozen):
    """A heading, sentence or list item of the agreement."""

    address: str
    place: str
    clause: str
    heading: bool
    says: str
    spans: tuple[TiedSpan, ...]
    entries: tuple[int, ...]
    """Positions of the agreement's entries about it."""


class Run(Frozen):
    """The run of the scenarios whose results are shown."""

    at: datetime
    software: str
    current: bool
    """Whether software, features and steps are still those that were run."""


class Document(Frozen):
    """The whole."""

    built_at: datetime
    software: str
    run: Run | None
    agreement: str | None
    agreement_name: str | None = None
    sentences: tuple[Sentence, ...]
    laws: tuple[Law, ...]
    entries: tuple[Entry, ...]

    @property
    def homes(self) -> dict[str, str]:
        """Which span shows each Regel whole: the first one under the Regel's own clause, else the first of all."""
        own = {law.address: law.clauses[0] for law in self.laws}
        found: dict[str, str] = {}
        for clause_matters in (True, False):
            for sentence in self.sentences:
                for span in sentence.spans:
                    for address in span.laws:
                        if not clause_matters or own[address] == sentence.clause:
                            found.setdefault(address, span.address)
        return found

    @property
    def beside(self) -> tuple[Law, ...]:
        """Regeln that no words of the agreement ask for: what auditors ask of any record, then the software itself."""
        tied = {address for sentence in self.sentences for span in sentence.spans for address in span.laws}
        return tuple(law for law in self.laws if law.address not in tied)

    @property
    def of_auditors(self) -> tuple[Law, ...]:
        """What auditors ask of any record."""
        return tuple(law for law in self.beside if law.file[:2] < OF_THE_SOFTWARE)

    @property
    def of_the_software(self) -> tuple[Law, ...]:
        """What the software itself assures: entries, names, proofs."""
        return tuple(law for law in self.beside if law.file[:2] >= OF_THE_SOFTWARE)


def worst(results: Iterable[Result]) -> Result:
    """The result that counts for several."""
    found = {*results}
    return "failed" if "failed" in found else "missing" if "missing" in found or not found else "passed"
