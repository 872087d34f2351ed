"""Falsifies what scenarios say must hold, one word at a time: every falsified outcome must turn its scenario red."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.specs.reasons import RULES as REASONS
from tests.specs.reasons import SAID

FEATURES = Path(__file__).parents[2] / "features"
_OPPOSITES = (
    ("nicht auf Kurs", "auf Kurs"),
    ("auf Kurs", "nicht auf Kurs"),
    ("mindestens", "höchstens"),
    ("höchstens", "mindestens"),
    ("Personen", "Prozent"),
    ("Euro", "Personen"),
    ("nicht erreicht", "erreicht"),
    ("ohne Feststellung", "mit der Feststellung, dass es verspätet festgehalten ist"),
)
_OTHER = ("der Grund fehlt", "es dieser Stelle nicht zusteht")
"""Reasons: the second falsifies the first, and the first every other."""
_KEYWORD = re.compile(r"^\s*(Angenommen|Gegeben sei|Wenn|Dann|Und|Aber)\b")
_IN_PART = re.compile(r"\b(?:sagt|heißt es)\b.*:$")
"""Steps whose table says a part of what there is: it stays true without its last row."""
_STARTS = re.compile(r"^\s*(@|Regel:|Szenario:|Szenariogrundriss:|Grundlage:)")
_NUMBER = re.compile(r"\d(?=[^\d]*$)")


def falsified(line: str) -> Iterator[str]:
    """The line with one thing in it that does not hold: a number, a word for its opposite, a quotation, a cell."""
    if "<" in line:  # an example says what holds
        return
    for word, opposite in _OPPOSITES:
        if word in line:
            yield line.replace(word, opposite, 1)
            break
    if line.strip().startswith("|"):
        cells = line.split("|")
        for place in range(1, len(cells) - 1):
            if cells[place].strip():
                yield "|".join([*cells[:place], another(cells[place]), *cells[place + 1 :]])
        return
    for reason in SAID.finditer(line):
        yield line[: reason.start(1)] + _OTHER[reason[1] == _OTHER[0]] + line[reason.end(1) :]
    for found in re.finditer(r'"([^"]+)"|(\d[\d.,]*)', line):
        inner = 1 if found[1] else 2
        yield line[: found.start(inner)] + another(found[inner]) + line[found.end(inner) :]


def another(text: str) -> str:
    """The text with another last digit, or with a letter more."""
    if found := _NUMBER.search(text):
        return text[: found.start()] + str((int(found[0]) + 1) % 10) + text[found.end() :]
    if text.rstrip().endswith('"'):
        return f'{text.rstrip()[:-1]}x" '
    return f"{text.rstrip()}x " if text.endswith(" ") else f"{text}x"


def blocks(lines: list[str]) -> Iterator[list[str]]:
    """A feature's parts: its head, and each tag, Regel, background and scenario with what belongs to it."""
    block: list[str] = []
    for line in lines:
        if _STARTS.match(line) and block:
            yield block
            block = []
        block.append(line)
    yield block


def variants(block: list[str]) -> Iterator[list[str]]:
    """A scenario once for each thing that can be falsified in its outcomes, and in what examples say of them."""
    outcome, in_part, number, named = False, False, 0, {True: set[str](), False: set[str]()}
    for place, line in enumerate(block):
        if line.strip().startswith("Beispiele:"):
            for wrong in examples(block[place:], named[True] - named[False]):
                number += 1
                yield [f"{block[0]} (falsch {number})", *block[1:place], *wrong]
            return
        if keyword := _KEYWORD.match(line):
            outcome = keyword[1] == "Dann" or (outcome and keyword[1] in {"Und", "Aber"})
            in_part = _IN_PART.search(line) is not None
        named[outcome] |= set(re.findall("<([^>]+)>", line))
        for wrong_line in falsified(line) if outcome else ():
            number += 1
            yield [f"{block[0]} (falsch {number}, Zeile {place})", *block[1:place], wrong_line, *block[place + 1 :]]
        if outcome and not in_part and _ends_a_table(block, place):
            number += 1
            yield [f"{block[0]} (falsch {number}, ohne Zeile {place})", *block[1:place], *block[place + 1 :]]


def _ends_a_table(block: list[str], place: int) -> bool:
    """Whether a line is the last row of a table."""
    after = block[place + 1] if place + 1 < len(block) else ""
    return block[place].strip().startswith("|") and not after.strip().startswith("|")


def examples(lines: list[str], outcomes: set[str]) -> Iterator[list[str]]:
    """Examples of one row each, with one cell falsified that only outcomes name."""
    heading, *rows = [line for line in lines if line.strip().startswith("|")]
    names = [cell.strip() for cell in heading.split("|")]
    for row in rows:
        cells = row.split("|")
        for place, name in enumerate(names):
            if name in outcomes and cells[place].strip():
                wrong = _opposite(cells[place]) or another(cells[place])
                yield [lines[0], heading, "|".join([*cells[:place], wrong, *cells[place + 1 :]])]


def _opposite(cell: str) -> str | None:
    """What says the opposite of a state or a reason."""
    if cell.strip() in REASONS:
        return f" {_OTHER[cell.strip() == _OTHER[0]]} "
    found = next(((word, other) for word, other in _OPPOSITES if word in cell), None)
    return cell.replace(*found, 1) if found else None


def write(folder: Path, every: int = 1) -> int:
    """Write every feature with its scenarios falsified, or with every n-th of these; how many are written."""
    found, count = 0, 0
    for path in sorted(FEATURES.glob("*.feature")):
        lines: list[str] = []
        for block in blocks(path.read_text("utf-8").splitlines()):
            if not re.match(r"^\s*Szenario", block[0]):
                lines += block
                continue
            for variant in variants(block):
                found += 1
                if found % every == 0:
                    lines += [*variant, ""]
                    count += 1
        (folder / path.name).write_text("\n".join(lines) + "\n", "utf-8")
    return count
