"""What a rule is, and how it refuses or notices."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Never

from pydantic import Field

from domain.german import spoken
from domain.values import Frozen

RULES_VERSION = "1"


class Finding(Frozen):
    """What a rule said about one act; it stays visible until the final assessment addresses it."""

    rule: str
    clause: str
    says: str
    values: dict[str, str] = Field(default_factory=dict)
    """What the sentence names, by role; the plain words, for machines."""


class Refused(Exception):  # noqa: N818 - an answer, not an error
    """A request was refused; `findings` holds everything that stood against it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(" ".join(finding.says for finding in self.findings))


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: stable code, clause it comes from, effect, and a German sentence that says what to do."""

    code: str
    clause: str
    effect: Literal["refuse", "finding"]
    says: str

    def finding(self, **values: object) -> Finding:
        """What the rule says about these values."""
        said = {name: spoken(value) for name, value in values.items()}
        plain = {name: str(value) for name, value in values.items()}
        return Finding(rule=self.code, clause=self.clause, says=self.says.format(**said), values=plain)

    def refuse(self, **values: object) -> Never:
        """Raise Refused with this rule's sentence."""
        raise Refused([self.finding(**values)])

    def refuse_if(self, broken: bool, **values: object) -> None:
        """Raise Refused when the rule is broken."""
        if broken:
            self.refuse(**values)

    def notice_if(self, broken: bool, **values: object) -> tuple[Finding, ...]:
        """One finding when the rule is broken, none otherwise."""
        return (self.finding(**values),) if broken else ()
