"""What became otherwise between two moments of an agreement."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from application.history.between_moments import AgreementDifference, Moment, changes, difference
from application.reading.knowledge import knowledge
from application.reading.parts.part import Area
from domain.facts import AgreementFact, DraftRevised, RecordDisputed, RecordRetracted
from domain.facts.judging import Addressed
from domain.rules import Refused
from domain.values import sha256_of
from infrastructure.journal import Journal
from tests.application.lives import assessed, benchmark_missed, finally_talked, recorded
from tests.application.test_history import CELLE, HEIDEKREIS_ID, START, write
from tests.builders import (
    COUNTY,
    HEIDEKREIS,
    Happened,
    Life,
    a_line,
    a_load,
    a_released,
    agreed,
    an_agreement_in_force,
    at_most,
    drafted,
    monthly,
    signed,
)
from tests.domain import one_life
from tests.specs.drafts import changed

LZB = agreed(a_line(at_most("-2.5"), id="lzb", measure="LZB"))
LOADS = [
    a_load(f"{year}-02", monthly("LZB", f"{year}-01", [persons] * 2)) for year, persons in ((2025, 99), (2026, 90))
]


def between(journal: Journal, life: Life, before: Moment, after: Moment) -> AgreementDifference:
    """What differs in an agreement with this life, its entries a minute apart."""
    write(journal, recorded(life))
    return difference(journal, COUNTY, HEIDEKREIS_ID, before, after)


def of(found: AgreementDifference, area: Area) -> dict[str, tuple[str | None, str | None]]:
    """What changed of one kind."""
    return {change.says: (change.before, change.after) for change in found.changes if change.area is area}


def test_between_a_version_and_itself_nothing_differs(journal: Journal) -> None:
    found = between(journal, an_agreement_in_force(), 2, 2)
    assert (found.changes, found.entries) == ((), ())


LIVES = (one_life.WHOLE, one_life.WITHDRAWN, one_life.TERMINATED)


@pytest.mark.parametrize("scenes", LIVES)
def test_no_entry_leaves_everything_as_it_was(scenes: tuple[one_life.Scene, ...]) -> None:
    records = one_life.lived(*scenes)[-1].records
    unseen = [one.fact.title for n, one in enumerate(records) if not list(changes(records[:n], records[: n + 1]))]
    assert unseen == []


def test_the_lives_compared_entry_by_entry_have_every_fact() -> None:
    happened = {type(record.fact) for scenes in LIVES for record in one_life.lived(*scenes)[-1].records}
    assert happened == {*get_args(AgreementFact)}


def test_the_entries_in_between_are_named_in_their_order_whichever_moment_comes_first(journal: Journal) -> None:
    found = between(journal, (an_agreement_in_force(), benchmark_missed()), 2, 4)
    assert [(one.version, one.title) for one in found.entries] == [
        (3, "Vereinbarung unterzeichnet"),
        (4, "Umstand festgehalten"),
    ]
    assert difference(journal, COUNTY, HEIDEKREIS_ID, 4, 2).entries == found.entries


def test_each_entry_of_a_whole_life_says_what_it_moved() -> None:
    records = one_life.lived(*one_life.WHOLE)[-1].records
    told = {
        (record.fact.title, one.says): (one.before, one.after)
        for n, record in enumerate(records)
        for one in changes(records[:n], records[: n + 1])
    }
    signed = "vorgeschlagen ab dem 01.07.2026, unterzeichnet von"
    titled = f"Titel: {one_life.FULL.title} → Vereinbarung, wie unterzeichnet"
    assert told["Zielwert vorgeschlagen", "Zeile lzb, Vorschlag von heidekreis"] == (
        None,
        "höchstens -2,5 Prozent: Wie im Vorjahr",
    )
    assert told["Dialog abgesagt", "Dialog entfallen"] == (
        "regelmäßig, angesetzt für den 20.05.2026",
        "regelmäßig, abgesagt",
    )
    assert told["Dialog geführt", "Dialog wunsch"][1] == (
        "auf Wunsch der Kommune, geführt am 20.05.2026 auf dem Ladestand 2026-02 (t-0)"
    )
    assert told["Protokoll bestätigt", "Dialog wunsch, Niederschrift"] == (
        "bestätigt von ni-ms",
        "bestätigt von ni-ms, heidekreis",
    )
    assert told["Eintrag zurückgenommen", "Doch nicht [circumstance:irrtum]"] == ("zu würdigen", None)
    assert told["Änderung zurückgezogen", "Änderung a"][1] == "zurückgezogen"
    assert told["Änderung unterzeichnet", "Änderung b"] == (
        f"{signed} ni-ms: {titled}",
        "von allen unterzeichnet, gilt ab dem 01.07.2026",
    )
    assert told["Verabredung berichtet", "Verabredung sprechtag (Sprechtag)"] == (
        "heidekreis, bis zum 01.09.2026",
        "umgesetzt: Läuft",
    )
    assert told["Umsetzungsschritt berichtet", "Umsetzungsschritt schulung"] == (None, "umgesetzt: Da")
    assert told["Gesamtbewertung beanstandet", "Antwort der Kommune"] == (None, "beanstandet: Nein")


def test_terms_differ_by_path_and_have_another_number(journal: Journal) -> None:
    five = changed("die Integrationsquote um mindestens 5,0 % steigen soll")
    found = between(journal, (drafted(), DraftRevised(terms=five, terms_hash=sha256_of(five))), 1, 2)
    assert of(found, Area.TERMS) == {"Ziel 2, Zeile k2, Zielwert": ("mindestens 5,3 Prozent", "mindestens 5,0 Prozent")}
    assert of(found, Area.STATUS) == {"Fassung der Bedingungen": ("1", "2")}


def test_a_status_an_instant_and_before_the_beginning(journal: Journal) -> None:
    found = between(journal, an_agreement_in_force(), 0, START + timedelta(minutes=1))
    assert (found.before_version, found.after_version) == (0, 2)
    assert of(found, Area.STATUS)["Lage"] == (None, "teilweise unterzeichnet")
    later = difference(journal, COUNTY, HEIDEKREIS_ID, START + timedelta(minutes=1), datetime(2030, 1, 1, tzinfo=UTC))
    assert of(later, Area.STATUS)["Lage"] == ("teilweise unterzeichnet", "in Kraft")
    assert of(later, Area.STATUS)["bindend seit"] == (None, "10.02.2026")


def test_figures_count_from_their_release_and_lines_move_with_them(journal: Journal) -> None:
    life = (an_agreement_in_force(LZB), *map(a_released, LOADS))
    found = between(journal, life, 3, 7)
    assert of(found, Area.FIGURES) == {
        f"Lieferung {year}-02-t0 ({year}-02 (t-0))": (None, "freigegeben, zählt") for year in (2025, 2026)
    }
    assert of(found, Area.LINES) == {
        "Ziel ziel, Zeile lzb": ("nicht beurteilbar", "auf Kurs: die Veränderung -9,1 Prozent (2026-02 (t-0))")
    }
    waiting = difference(journal, COUNTY, HEIDEKREIS_ID, 5, 6)
    assert of(waiting, Area.FIGURES) == {"Lieferung 2026-02-t0 (2026-02 (t-0))": (None, "nicht entschieden")}
    assert of(waiting, Area.LINES) == {}, "delivered is not yet released"


def test_a_load_replaced_for_an_error_counts_no_more(journal: Journal) -> None:
    life = (
        an_agreement_in_force(LZB),
        a_released(LOADS[1]),
        a_released(LOADS[1], "neu", "2026-02-t0", "transmission_error"),
    )
    found = between(journal, life, 5, 7)
    assert of(found, Area.FIGURES) == {
        "Lieferung 2026-02-t0 (2026-02 (t-0))": ("freigegeben, zählt", "zählt nicht mehr, ersetzt durch neu"),
        "Lieferung neu (2026-02 (t-0))": (None, "freigegeben, zählt"),
    }
    then = knowledge(journal, COUNTY, HEIDEKREIS_ID, 7)
    assert [load.delivery_id for load in then.loads] == ["2026-02-t0"], "the new one was released by this very entry"


def test_what_is_to_appraise_comes_is_disputed_goes_and_is_appraised(journal: Journal) -> None:
    says = "Die Beschäftigung sank. [circumstance:arbeitsmarkt]"
    addressed = Addressed(reference="circumstance:arbeitsmarkt", has_effect=True, why="So.")
    life = (an_agreement_in_force(), benchmark_missed(), RecordDisputed(version=4, says="Nein."), finally_talked())
    found = between(journal, (life, assessed(addressed)), 3, 5)
    assert of(found, Area.APPRAISAL) == {says: (None, "zu würdigen")}
    assert of(found, Area.STATUS) == {"Eintrag 4": (None, "bestritten")}
    judged = difference(journal, COUNTY, HEIDEKREIS_ID, 5, 8)
    assert of(judged, Area.APPRAISAL) == {says: ("zu würdigen", "gewürdigt, mit Auswirkung")}


def test_what_was_taken_back_is_gone_and_the_way_back_brings_it(journal: Journal) -> None:
    retracted = Happened(RecordRetracted(version=4), by=COUNTY)
    found = between(journal, (an_agreement_in_force(), benchmark_missed(), retracted), 4, 5)
    (there,) = of(found, Area.APPRAISAL).values()
    (back,) = of(difference(journal, COUNTY, HEIDEKREIS_ID, 5, 4), Area.APPRAISAL).values()
    assert (there, back) == (("zu würdigen", None), (None, "zu würdigen"))


@pytest.mark.parametrize("version", [-1, 4])
def test_a_version_that_does_not_exist_is_refused(journal: Journal, version: int) -> None:
    with pytest.raises(Refused, match=f"Eintrag {version}"):
        between(journal, an_agreement_in_force(), 1, version)


def test_another_countys_agreement_does_not_exist(journal: Journal) -> None:
    write(journal, recorded(drafted(), signed(HEIDEKREIS.parties[0])))
    with pytest.raises(Refused, match="gibt es hier nicht"):
        difference(journal, CELLE, HEIDEKREIS_ID, 1, 2)


def test_before_the_first_entry_nothing_was_known(journal: Journal) -> None:
    write(journal, recorded(an_agreement_in_force()))
    first = knowledge(journal, COUNTY, HEIDEKREIS_ID, 1)
    assert (first.status, first.terms_version, first.goals, first.loads, first.open_points) == (None, None, (), (), {})
    second = knowledge(journal, COUNTY, HEIDEKREIS_ID, 2)
    assert (second.status, second.terms_version) == ("drafted", 1)
