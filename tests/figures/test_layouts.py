"""Eleven layouts of real tables are read by a mapping, or refused with the sentence that helps; none is misread."""

from datetime import date

import pytest

from application.figure_files.dry_run import DryRun, Saying
from application.figure_files.mapping.known import shipped
from application.reading.explanation import Explanations
from domain.facts import FiguresDelivered
from domain.figures import Form
from domain.rulebook.figures import FILE_UNREADABLE, MAPPING_MISFIT, SEVERAL_MAPPINGS
from domain.values import span
from tests.builders import CLERK, HEIDEKREIS
from tests.figures import layouts
from tests.figures.files import Desk, as_csv, figure_row, refused
from tests.figures.mappings import COUNCIL_GOALS, COUNCIL_SERIES, MAPPINGS

OWN, OWN_NUMBER = "2026.4.03.03358.1", "24108"
TWO_YEARS = span("2025-01", "2026-03")
DAY = date(2026, 4, 16)
SETTLED = Saying(month="2026-03", waited=3, loaded_on=date(2026, 7, 16))
FIRST = Saying(carrier="03358", waited=0, loaded_on=DAY)


@pytest.fixture
def own(desk: Desk) -> Desk:
    """A desk with the agreement of one carrier, which has a number at the Bundesagentur."""
    ministry, county = HEIDEKREIS.parties
    numbered = county.model_copy(update={"carrier_number": OWN_NUMBER})
    desk.agreement(HEIDEKREIS.model_copy(update={"parties": (ministry, numbered)}))
    return desk


def checked(desk: Desk, layout: str, saying: Saying) -> DryRun:
    """What the check says of a layout, with the mapping somebody wrote for it, found by itself."""
    if layout in MAPPINGS:
        desk.files.keep(CLERK, MAPPINGS[layout])
    return desk.check(layouts.ALL[layout](), saying)


def figures(desk: Desk, content: bytes, saying: Saying) -> dict[tuple[str, str, str, str], str | None]:
    """Every figure that is delivered with a file: measure, form, sex and month to the number as recorded."""
    return {
        (series.measure, str(series.form), str(series.sex), month): value
        for fact in (record.fact for record in desk.deliver(content, saying).records)
        if isinstance(fact, FiguresDelivered)
        for series in fact.load.series
        for month, value in zip(span(series.first, series.last), series.values, strict=True)
    }


def read(desk: Desk, layout: str, saying: Saying) -> dict[tuple[str, str, str, str], str | None]:
    """Every figure of a layout that is checked without an error and delivered."""
    found = checked(desk, layout, saying)
    assert found.errors == 0, [one.says for one in found.problems]
    return figures(desk, layouts.ALL[layout](), saying)


def test_a_month_of_all_carriers_is_read_by_their_numbers(own: Desk) -> None:
    found = read(own, "of_carriers", SETTLED)
    assert found == {
        ("K1", "monthly", "total", "2026-03"): "-0.8",
        ("K1", "monthly", "women", "2026-03"): "-0.5",
        ("K1", "monthly", "men", "2026-03"): "-1.1",
        ("K2", "rolling12", "total", "2026-03"): "26.4",
        ("K2", "rolling12", "women", "2026-03"): "20.1",
        ("K2", "rolling12", "men", "2026-03"): "32.9",
        ("K3", "monthly", "total", "2026-03"): "-2.1",
    }
    how = own.check(layouts.of_carriers(), SETTLED).understood
    assert how is not None
    assert how.sheets_left == ("Hinweise",)
    assert how.carriers_left == ("D", "W", "O", "03", "24110")


def test_published_rates_of_a_month_are_whole_by_themselves_and_stand_beside_what_is_computed(own: Desk) -> None:
    (alone,) = own.check(layouts.of_carriers(), SETTLED).problems
    assert (alone.check, "nur Kennzahlen, wie sie veröffentlicht sind" in alone.says) == ("V57", True)
    spent = [figure_row("LLU", month, 1_000_000 + int(month[:4]), waited=3, loaded="2026-07-16") for month in TWO_YEARS]
    own.release(own.deliver(spent))
    assert own.check(layouts.of_carriers(), SETTLED).problems == ()
    own.release(own.deliver(layouts.of_carriers(), SETTLED))
    grid = Explanations(own.service.journal).matrix(CLERK, OWN, "K1", form=Form.MONTHLY).grid
    computed, published = grid.rows[-1].figures
    assert computed is not None
    assert published is not None
    assert (computed.basis, published.basis, str(published.rounded)) == ("computed", "delivered", "-0.8")
    assert published.changed, "which says that it differs"


def test_a_month_of_all_counties_is_read_by_their_keys(own: Desk) -> None:
    assert read(own, "of_counties", SETTLED) == {
        ("K1", "monthly", "total", "2026-03"): "-0.8",
        ("K2", "rolling12", "total", "2026-03"): "26.4",
        ("K3", "monthly", "total", "2026-03"): "-2.1",
    }


def test_a_series_over_25_months_is_read_from_its_sheet(own: Desk) -> None:
    found = read(own, "over_25_months", Saying(loaded_on=SETTLED.loaded_on))
    assert len(found) == 25
    assert found["ELB", "monthly", "total", "2024-03"] == "6800"
    assert found["ELB", "monthly", "total", "2026-03"] == "6824"


def test_a_series_of_one_carrier_is_read(own: Desk) -> None:
    found = read(own, "of_one_carrier", FIRST)
    assert len(found) == 12
    assert found["ELB", "monthly", "women", "2026-03"] == "3490"
    assert found["LZB", "monthly", "total", "2026-01"] == "3275"


@pytest.mark.parametrize(("layout", "months"), [("benchmark_figures", 3), ("monthly_report", 2)])
def test_what_was_published_of_one_carrier_is_read_and_the_rest_is_told(own: Desk, layout: str, months: int) -> None:
    found = read(own, layout, FIRST)
    assert [found["ELB", "monthly", "total", month] for month in ("2026-02", "2026-03")] == ["6805", "6790"]
    assert len(found) == months
    how = own.check(layouts.ALL[layout](), FIRST).understood
    assert how is not None
    assert any(one.startswith("Leistungsberechtigte") for one in how.labels_left)


def test_a_lands_overview_is_read_by_names(own: Desk) -> None:
    assert read(own, "of_a_land", Saying(loaded_on=SETTLED.loaded_on)) == {
        ("K2", "rolling12", "total", "2026-03"): "26.4",
        ("K2", "rolling12", "women", "2026-03"): "20.1",
        ("K2", "rolling12", "men", "2026-03"): "32.9",
    }


def test_an_extract_of_a_jobcenters_own_software_is_read(own: Desk) -> None:
    found = read(own, "own_software", Saying(loaded_on=DAY))
    assert [found["K2", "ytd", "total", f"2026-{month:02}"] for month in (1, 2, 3)] == [
        "62/6820.00", "131/6815.00", "205/6811.67",
    ]  # fmt: skip
    assert found["LZB", "monthly", "total", "2026-01"] == "3275"
    assert found["LLU", "monthly", "total", "2026-02"] == "1118201.90"


def test_prepared_figures_of_both_years_become_two_loads(own: Desk) -> None:
    checked(own, "of_the_ministry", Saying())
    loads = own.check(layouts.of_the_ministry()).loads
    assert [(load.state.report_month, load.loaded_on.year) for load in loads] == [("2025-03", 2025), ("2026-03", 2026)]
    found = figures(own, layouts.of_the_ministry(), Saying())
    assert found == {
        ("K2", "ytd", "total", "2026-03"): "3",
        ("K2", "ytd", "total", "2025-03"): "2.9",
        ("LZB", "ytd", "total", "2026-03"): "3269",
        ("LZB", "ytd", "total", "2025-03"): "3301",
    }


def errors(found: DryRun) -> list[str]:
    return [one.says for one in found.problems if one.severity == "error"]


@pytest.mark.parametrize(
    ("layout", "mapping", "row", "says"),
    [
        (
            "council_goals",
            COUNCIL_GOALS,
            2,
            "Spalte „Ist 06/2026“: gefunden „13,5 Mio. EUR“, erwartet eine ausgeschriebene Zahl",
        ),
        (
            "council_series",
            COUNCIL_SERIES,
            4,
            "Spalte „12/25“: gefunden „6.810 ⏎ 3.890.000“, erwartet eine einzige Zahl",
        ),
    ],
)
def test_figures_of_a_council_paper_that_are_no_numbers_are_refused(
    own: Desk, layout: str, mapping: str, row: int, says: str
) -> None:
    own.files.keep(CLERK, mapping)
    told = errors(own.check(layouts.ALL[layout](), Saying(carrier="03358")))
    assert any(f"Zeile {row}" in one and says in one for one in told), told


@pytest.mark.parametrize("layout", sorted({*MAPPINGS, "council_goals", "council_series"} - {"over_25_months"}))
def test_without_a_mapping_one_sentence_says_what_to_do(own: Desk, layout: str) -> None:
    (only,) = errors(own.check(layouts.ALL[layout]()))
    assert "die Spalten der Vorlage (Träger-AGS, Kennzahl" in only
    assert "oder eine Zuordnung, die sagt, was in welcher Spalte steht" in only


def test_without_a_mapping_the_sheets_are_named(own: Desk) -> None:
    with refused(FILE_UNREADABLE, "„Inhalt“, „ELB“, „BG“"):
        own.check(layouts.over_25_months())


def test_a_footnote_in_a_published_table_is_never_a_digit(own: Desk) -> None:
    (only,) = errors(own.check(layouts.benchmark_figures(note="1"), FIRST))
    assert "B6" in only
    assert "hochgestellt" in only


def test_one_carrier_of_a_table_of_many_may_be_named(own: Desk) -> None:
    own.agreement(HEIDEKREIS, "03353", "harburg")
    both = own.check(layouts.of_counties(), SETTLED)
    assert {load.agreement_id for load in both.loads} == {"2026.4.03.03353.1", "2026.4.03.03358.1"}
    only = own.check(layouts.of_counties(), SETTLED.model_copy(update={"carrier": "03353"}))
    assert {load.agreement_id for load in only.loads} == {"2026.4.03.03353.1"}


def test_a_table_of_carriers_without_agreement_is_refused_by_name(own: Desk) -> None:
    with refused(MAPPING_MISFIT, "für keinen Träger darin gibt es eine Vereinbarung"):
        own.check(layouts.of_carriers(number=24109), SETTLED)


def test_a_number_that_agreements_of_two_carriers_name_is_refused_by_both(own: Desk) -> None:
    ministry, county = HEIDEKREIS.parties
    other = county.model_copy(update={"name": "Landkreis Harburg", "carrier_number": OWN_NUMBER})
    own.agreement(HEIDEKREIS.model_copy(update={"parties": (ministry, other)}), "03353", "harburg")
    with refused(MAPPING_MISFIT, f"die Trägernummer {OWN_NUMBER} nennen Vereinbarungen mehrerer Träger (03353, 03358)"):
        own.check(layouts.of_carriers(), SETTLED)


def test_a_choice_between_mappings_is_left_to_the_person(own: Desk) -> None:
    own.files.keep(CLERK, MAPPINGS["own_software"])
    own.files.keep(CLERK, MAPPINGS["own_software"].replace('"fachsoftware"', '"fachsoftware-2"'))
    with refused(SEVERAL_MAPPINGS, "fachsoftware, fachsoftware-2"):
        own.check(layouts.own_software(), Saying(loaded_on=DAY))


def test_some_headings_of_the_template_bring_a_list_of_the_others(own: Desk) -> None:
    told = errors(own.check(as_csv([("03358", "LZB", 3275)], header=("Träger-AGS", "Kennzahl", "Wert"))))
    assert any("Spalte „Bezugsmonat“" in one for one in told)


def test_every_mapping_that_ships_is_shown_by_a_layout(own: Desk) -> None:
    by = {
        (found := own.check(layouts.ALL[name](), saying)).understood and found.understood.mapping
        for name, saying in (
            ("of_carriers", SETTLED), ("of_counties", SETTLED), ("of_one_carrier", FIRST),
            ("benchmark_figures", FIRST), ("monthly_report", FIRST),
        )
    }  # fmt: skip
    assert by == set(shipped())
