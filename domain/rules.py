"""Rules, and how they refuse or notice."""

from collections.abc import Iterable
from dataclasses import dataclass
from string import Formatter
from typing import Any, Literal, Never

from pydantic import Field

from domain.german import spoken
from domain.reasons import plain_values
from domain.values import Frozen

RULES_VERSION = "1"


class Finding(Frozen):
    """A rule's statement about one act; it stays visible until the final assessment addresses it."""

    rule: str
    clause: str
    says: str
    values: dict[str, str] = Field(default_factory=dict)
    """The values the sentence names, by role; codes and plain words, for machines."""

    def several(self, name: str) -> tuple[str, ...]:
        """The plain words of a value that joins several; none where there is no such value."""
        return tuple(filter(None, self.values.get(name, "").split(", ")))


class Refused(Exception):  # noqa: N818 - an answer, not an error
    """A request was refused; `findings` holds everything that stood against it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(" ".join(finding.says for finding in self.findings))


class _Sentence(Formatter):
    """German sentences; {names:oder} and {names:und} join several values by these words."""

    def format_field(self, value: Any, format_spec: str) -> str:
        return f" {format_spec} ".join(map(spoken, value)) if format_spec else spoken(value)


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: stable code, clause it comes from, effect, and a German sentence that says what to do."""

    code: str
    clause: str
    effect: Literal["refuse", "finding"]
    says: str

    def finding(self, **values: object) -> Finding:
        """The finding for these values; it keeps codes and plain values, from which any language is rendered."""
        says = _Sentence().format(self.says, **values)
        return Finding(rule=self.code, clause=self.clause, says=says, values=plain_values(values))

    def refuse(self, **values: object) -> Never:
        """Raise Refused with this rule's sentence."""
        raise Refused([self.finding(**values)])

    def refuse_if(self, broken: bool, **values: object) -> None:
        """Raise Refused when the rule is broken."""
        if broken:
            self.refuse(**values)

    def notice_if(self, broken: bool, **values: object) -> tuple[Finding, ...]:
        """A finding when the rule is broken, else nothing."""
        return (self.finding(**values),) if broken else ()
