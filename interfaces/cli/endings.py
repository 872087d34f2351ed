"""How a command ends that did not succeed: its sentences and its exit code."""

from collections.abc import Iterator

from pydantic import ValidationError
from typer import Abort
from typer.exceptions import TyperException

from application.acting.malformed import problems
from application.ports import Damaged, Unavailable
from domain.rules import Finding, Refused
from interfaces.cli.console import console
from interfaces.cli.hints import hints
from interfaces.cli.usage import sentences
from interfaces.german import numbers
from interfaces.http.identity.answers import Misconfigured


def ended(fault: Exception) -> int | None:
    """Say why on standard error; 1: refused or damaged, 2: malformed, 3: something needed is not there.

    None, and nothing said, for a fault of the program itself.
    """
    code, sentences = _told(fault)
    for sentence in sentences:
        console(stderr=True).print(sentence, markup=False, soft_wrap=True)
    return code


def _refused(finding: Finding) -> Iterator[str]:
    yield f"{numbers.spoken(finding.says)} [Regel {finding.rule}, {finding.clause}]"
    yield from hints(finding)


def _told(fault: Exception) -> tuple[int | None, Iterator[str]]:
    match fault:
        case Refused():
            return 1, (line for finding in fault.findings for line in _refused(finding))
        case ValidationError():
            return 2, iter(problems(fault))
        case Misconfigured():
            return 3, iter(fault.sentences)
        case TyperException():
            return fault.exit_code, iter(sentences(fault))
        case Abort():
            return 1, iter(["Abgebrochen."])
        case Damaged():
            return 1, iter([f"{fault} Bitte nachprüfen: zielsteuerung audit verify"])
        case Unavailable():
            return 3, iter([str(fault)])
        case _:
            return None, iter(())
