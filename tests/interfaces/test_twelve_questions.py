"""Each of the twelve questions of docs/questions.md is answered by its command and at its address."""

import re
import shlex
from pathlib import Path

import pytest

from tests.http.conftest import sample
from tests.http.service import Running
from tests.interfaces.test_cli import Cli
from tests.interfaces.test_documented import played

__all__ = ["played", "sample"]

PAGE = (Path(__file__).parents[2] / "docs" / "questions.md").read_text("utf-8")
ASKED = {
    int(number): (command, address)
    for number, command, address in re.findall(r"^\| (\d+) \| [^|]+ \| `([^`]+)` \| `([^`]+)` \|$", PAGE, re.MULTILINE)
}
NOTHING = (
    r"Dazu gibt es nichts\. Durchsucht: \d+ Einträge von \d+ .* bis Position \d+, Stichtag .* Regel: .*{}.*Prüfpunkt"
)
SAID = {
    1: r"Entschieden am 27\.04\.2027 durch MS.* Integrationsquote .* erreicht .* 2025.* 2026",
    2: r"Dialog geführt, festgehalten 06\.10\.2026 .* August 2026 .* Zu würdigen: Beispiel: es stehen weniger",
    3: r"Gewürdigt: .*weniger Eingliederungsmittel .*: ohne Auswirkung\. .* blieb gleich",
    4: r"Stand 7 und Stand 101 Bedingungen und Zielwerte: unverändert\.(?!.*Zielwert)",
    5: NOTHING.format("ersetzt"),
    6: r"vorher einbezogen .* 23\.06\.2026 +09\.06\.2026 +ja",
    7: NOTHING.format("Dieselbe Person"),
    8: NOTHING.format("14 Tage"),
    9: r"Unversehrt: \d+ Einträge",
    10: r"nach heutigen Zahlen .* geschlechterspezifisches Ziel .* nicht erreicht +nicht erreicht +nicht erreicht",
    11: NOTHING.format("in einer anderen nicht"),
    12: r"Dr\. Christine Arbogast .* passt .* Jens Grote .* passt",
}
TOLD = {
    1: r'"office":"MS, Sachbearbeitung Zielsteuerung".*"judged":"attained"|"judged":"attained".*"office":"MS, Sach',
    2: r'"loads":\[\{',
    3: r'"has_effect":false',
    4: r'"before_version":7,"after_version":101(?!.*Zielwert)',
    5: r'"items":\[\],"searched":\{.*ersetzt',
    6: r'"items":\[\{.*"searched":\{',
    7: r'"items":\[\],"searched":\{.*Dieselbe Person',
    8: r'"items":\[\],"searched":\{.*14 Tage',
    9: r'"sound":true',
    10: r'"today":"not_attained"',
    11: r'"items":\[\],"searched":\{.*in einer anderen nicht',
    12: r'"name":"Dr\. Christine Arbogast".*"opens":true',
}


def test_there_are_twelve() -> None:
    assert list(ASKED) == list(SAID) == list(TOLD) == list(range(1, 13))


@pytest.mark.parametrize("number", ASKED)
def test_one_command_answers(played: Cli, number: int) -> None:
    ended = played(*shlex.split(ASKED[number][0]))
    assert ended.returncode == 0, ended.stderr
    assert re.search(SAID[number], " ".join(ended.stdout.split())), ended.stdout


@pytest.mark.parametrize("number", ASKED)
def test_one_address_answers(sample: Running, number: int) -> None:
    if number == 9:
        assert sample.system.audit.verification.verify().sound
    answer = sample.as_("pruefung").get(f"/api/v1{ASKED[number][1]}")
    assert answer.status_code == 200
    assert re.search(TOLD[number], answer.text), answer.text
