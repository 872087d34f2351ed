"""Builds the requirements document: `python -m tests.requirements [RESULTS [FOLDER]]`, by default in build/."""

import sys
from datetime import date
from pathlib import Path

from domain.parties import Side
from interfaces.bootstrap import throw_away_system
from interfaces.requirements.entries import with_entries
from interfaces.requirements.writing import write
from interfaces.sample.cast import READER
from interfaces.sample.play import MovableClock, play
from interfaces.sample.terms import heidekreis_2026
from tests.requirements.building import document


def main(results: Path, folder: Path) -> int:
    """Write the document with the sample's agreement; 1 when a play failed or is missing."""
    clock, terms = MovableClock(date(2026, 1, 1)), heidekreis_2026()
    with throw_away_system(clock) as system:
        *_, (_, receipt) = play(system, clock, terms)
        history = system.histories.of_agreement(READER, receipt.agreement_id)
    county = next(party.name for party in terms.parties if party.side is Side.COUNTY)
    built = with_entries(document(results), receipt.agreement_id, history, f"{county} {terms.year}")
    write(built, folder)
    plays = [play for law in built.laws for scenario in law.scenarios for play in scenario.plays]
    wrong = [play for play in plays if play.result != "passed"]
    print(f"{folder / 'index.html'}: {len(built.laws)} Regeln, {len(plays)} Beispiele, nicht bestanden: {len(wrong)}")
    return int(bool(wrong))


if __name__ == "__main__":
    given = [Path(word) for word in sys.argv[1:]]
    sys.exit(main(*given, *(Path("build/requirements.json"), Path("build/requirements"))[len(given) :]))
