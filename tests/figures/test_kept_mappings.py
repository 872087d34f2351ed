"""Mappings that are laid down, found by themselves, or not known."""

from datetime import date

from application.figure_files.dry_run import Saying
from application.figure_files.mapping.known import shipped
from domain.facts import FigureFileDelivered, FigureMappingKept
from domain.rulebook.figures import MAPPING_KNOWN, MAPPING_MISFIT, MAPPING_UNKNOWN
from tests.builders import CLERK, HEIDEKREIS
from tests.figures.files import Desk, figure_row, refused
from tests.figures.mappings import COUNCIL
from tests.figures.test_mappings import NAMED, SERIES


def test_a_mapping_is_laid_down_once_and_found_by_itself(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    kept = desk.files.keep(CLERK, COUNCIL).records[0].fact
    assert isinstance(kept, FigureMappingKept)
    with refused(MAPPING_KNOWN):
        desk.files.keep(CLERK, COUNCIL)
    found = desk.check(NAMED)
    assert found.errors == 0, found.problems
    assert found.understood is not None
    assert found.understood.mapping == "kreistag"
    delivered = desk.deliver(NAMED).records[0].fact
    assert isinstance(delivered, FigureFileDelivered)
    assert delivered.mapping == kept.sha256


def test_a_shipped_mapping_is_laid_down_with_the_first_delivery_by_it(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    saying = Saying(mapping="zeitreihe-ein-traeger", carrier="03358", waited=0, loaded_on=date(2026, 4, 16))
    receipt = desk.deliver(SERIES, saying)
    facts = [record.fact for record in receipt.records]
    kept = [fact for fact in facts if isinstance(fact, FigureMappingKept)]
    assert [fact.sha256 for fact in kept] == [shipped()["zeitreihe-ein-traeger"].sha256]
    assert isinstance(facts[0], FigureFileDelivered)
    assert facts[0].mapping == kept[0].sha256


def test_unknown_and_unfit_mappings_are_refused(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    with refused(MAPPING_UNKNOWN, "zeitreihe-ein-traeger"):
        desk.check(SERIES, Saying(mapping="unbekannt"))
    with refused(MAPPING_MISFIT, "anzugeben ist: Träger, Wartemonate, Ladedatum"):
        desk.check(SERIES, Saying(mapping="zeitreihe-ein-traeger"))


def test_the_layout_of_the_template_needs_no_mapping(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    assert desk.check([figure_row("LZB", "2026-03", 3275)]).understood is None
