"""What an act costs as the register of persons grows: p50 at 0, 1,600 and 20,000 persons; part of `make bench`.

All names are made of syllables; one in a hundred is called Müller, who is met in the second text.
"""

import json
import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import count, islice
from time import perf_counter, process_time

import psycopg

from application.acting.name_spelling import lookup_word
from application.acting.service import Service
from application.ports import Person
from domain.acts.dialogs import RequestDialog
from infrastructure.database import opened
from infrastructure.embedded_postgres import throw_away
from interfaces.sample.terms import heidekreis_2026
from tests.bench import DAY, NOW, drafted, percentile

SIZES, ACTS = (0, 1_600, 20_000), 60
PLAIN = (
    "Die Kommune bittet um ein weiteres Gespräch zum Stand der Integrationen von Langzeitleistungsbeziehenden, weil "
    "der Rückgang im zweiten Quartal stärker ausfiel als im Land und im Bund und bisher nicht erklärt ist."
)
COMMON = f"{PLAIN} Der Müller am Markt und der Landrat sind daran beteiligt."
SYLLABLES = (
    "ber",
    "bach",
    "dorf",
    "feld",
    "gar",
    "hau",
    "hof",
    "kel",
    "lin",
    "mann",
    "nau",
    "rich",
    "sta",
    "stein",
    "wal",
)


def people(chance: random.Random) -> Iterator[Person]:
    """Persons of made-up names, for ever."""
    for number in count():
        family = "Müller" if number % 100 == 0 else "".join(chance.choices(SYLLABLES, k=3)).capitalize()
        given = "".join(chance.choices(SYLLABLES, k=2)).capitalize()
        yield Person(id=f"person-{number}", given_name=given, family_name=family)


def acts(service: Service, number: int, reason: str) -> tuple[float, float]:
    """Median of an act's milliseconds, on the clock and of the service's own CPU."""
    name, actor = drafted(service, heidekreis_2026(), number)
    wall, cpu = [], []
    for version in range(1, ACTS + 1):
        asked = RequestDialog(occurred_on=DAY, dialog_id=f"dialog-{version}", reason=reason)
        began, worked = perf_counter(), process_time()
        service.act(actor, asked, name, on_version=version)
        wall.append((perf_counter() - began) * 1000)
        cpu.append((process_time() - worked) * 1000)
    return percentile(wall[10:], 50), percentile(cpu[10:], 50)


def measured(url: str) -> dict[str, float]:
    """Every figure of the benchmark."""
    figures: dict[str, float] = {}
    entered, known = people(random.Random(7)), 0
    with opened(url, url, movable_clock=True) as (journal, persons):
        service = Service(journal, persons, now=lambda: NOW, software="bench")
        for place, size in enumerate(SIZES):
            enter(url, islice(entered, size - known))
            known = size
            for text, reason in enumerate((PLAIN, COMMON)):
                wall, cpu = acts(service, 100 + 10 * place + text, reason)
                of = f"{size} persons, {('plain text', 'a common name alone')[text]}"
                figures |= {f"{of}: p50 ms": wall, f"{of}: CPU ms": cpu}
    return figures


def enter(url: str, persons: Iterable[Person]) -> None:
    """Register them as the service does, in one go."""
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO zielsteuerung.person (id, title, given_name, family_name, salt, commitment, lookup_word)"
            " VALUES (%s, '', %s, %s, sha256('salz'), sha256('salz'), %s)",
            [(one.id, one.given_name, one.family_name, lookup_word(one)) for one in persons],
        )


if __name__ == "__main__":
    with throw_away() as url:
        found = measured(url)
    for of, value in found.items():
        print(f"{of}  {value:.1f}")
    print(json.dumps({"at": datetime.now(UTC).isoformat(), **found}))
