"""Falsifies what scenarios say must hold, one word at a time: every falsified outcome must turn its scenario red."""

import re
from collections.abc import Iterator
from pathlib import Path

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
    (", weil der Grund fehlt", ", weil es dieser Stelle nicht zusteht"),
)
_KEYWORD = re.compile(r"^\s*(Angenommen|Gegeben sei|Wenn|Dann|Und|Aber)\b")
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
    for quotation in re.finditer(r'"([^"]+)"', line):
        yield line[: quotation.start(1)] + another(quotation[1]) + line[quotation.end(1) :]


def another(text: str) -> str:
    """The text with another last digit, or with a letter more."""
    if found := _NUMBER.search(text):
        return text[: found.start()] + str((int(found[0]) + 1) % 10) + text[found.end() :]
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
    """A scenario once for each thing that can be falsified in its outcomes."""
    outcome, number = False, 0
    for place, line in enumerate(block):
        if line.strip().startswith("Beispiele:"):
            return
        if keyword := _KEYWORD.match(line):
            outcome = keyword[1] == "Dann" or (outcome and keyword[1] in {"Und", "Aber"})
        if outcome:
            for wrong in falsified(line):
                number += 1
                yield [f"{block[0]} (falsch {number}, Zeile {place})", *block[1:place], wrong, *block[place + 1 :]]


def write(folder: Path) -> int:
    """Write every feature with its scenarios falsified; how many there are."""
    count = 0
    for path in sorted(FEATURES.glob("*.feature")):
        lines: list[str] = []
        for block in blocks(path.read_text("utf-8").splitlines()):
            if not re.match(r"^\s*Szenario", block[0]):
                lines += block
                continue
            for variant in variants(block):
                lines += [*variant, ""]
                count += 1
        (folder / path.name).write_text("\n".join(lines) + "\n", "utf-8")
    return count
