"""Reports name what their rows hold by ids, in pages, in the terminal and beside machine values in CSV."""

from datetime import date

import pytest

from application.reports.catalogue import REPORTS
from application.reports.corrections import CorrectedSince
from application.reports.late import MissingLoad
from application.reports.mended import Mended
from application.reports.prepared import PreparedDialog
from application.reports.row import ReportRow
from application.reports.twice import ActedTwice
from domain.agreement import fold
from domain.facts.judging import Outcome
from domain.state import Agreement
from interfaces.german import reports as reading
from tests.application.lives import held, scheduled
from tests.builders import a_load, a_released, an_agreement_in_force
from tests.domain.given import given
from tests.http.conftest import SAMPLE

LOAD, LATER = a_load("2026-02"), a_load("2026-02").model_copy(update={"loaded_on": date(2026, 7, 1)})
PLACE = {"agreement_id": SAMPLE, "version": 9, "position": 9, "title": "Dialog geführt"}
ROWS: dict[str, ReportRow] = {
    "twice": ActedTwice.model_validate(
        PLACE
        | {"person": "p-1", "office": "Controlling", "first_agreement_id": "register.keys", "first_version": 1}
        | {"what": "gehandelt als Land (ni-ms) und als Kommune (heidekreis)", "first_title": "Schlüssel eingeführt"}
    ),
    "mended": Mended.model_validate(
        PLACE
        | {"occurred_on": date(2026, 5, 1), "party": "ni-ms", "office": "Controlling", "about_version": 3}
        | {"about_title": "Umstand", "about_party": "heidekreis", "says": "Versehen", "replaced_by": None}
    ),
    "corrections": CorrectedSince.model_validate(
        PLACE
        | {"decided_on": date(2027, 5, 1), "verdict": "Integrationsquote", "judged": Outcome.ATTAINED}
        | {"computed": Outcome.ATTAINED, "today": None, "changed": True, "replaced": "erste durch zweite"}
    ),
    "committee": PreparedDialog.model_validate(
        PLACE
        | {"dialog_id": "d1", "held_on": date(2026, 5, 1), "prepared_on": None, "in_time": False}
        | {"recommendation": None}
    ),
    "missing": MissingLoad.model_validate(
        {"agreement_id": SAMPLE, "report_month": "2026-02", "months_waited": 0, "days": 3}
        | {"expected_on": date(2026, 3, 20)}
    ),
}
READ = {
    "twice": {"gehandelt als Land (MS) und als Kommune (Landkreis Heidekreis)", "Verzeichnis der Schlüssel"},
    "mended": {"MS", "Landkreis Heidekreis"},
    "corrections": {"erreicht", "Februar 2026 ohne Wartezeit, neu geliefert am 02.03.2026", "ja"},
    "committee": {"Zieldialog am 10.06.2026", "nein"},
    "missing": {"Februar 2026"},
}


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    loads = (*a_released(LOAD, "erste"), *a_released(LATER, "zweite", "erste", "statistical_revision"))
    found = fold(given(*an_agreement_in_force(), *loads, scheduled(), held()).records)
    assert found is not None
    return found


@pytest.mark.parametrize("name", ROWS)
def test_people_read_names(agreement: Agreement, name: str) -> None:
    cells = list(reading.cells(REPORTS[name], ROWS[name], lambda _: agreement))
    assert len(cells) == len(REPORTS[name].read)
    assert set(cells) >= READ[name]


@pytest.mark.parametrize("name", ROWS)
def test_spreadsheets_have_names_beside_ids_and_words_beside_yes_and_no(agreement: Agreement, name: str) -> None:
    report = REPORTS[name]
    cells = report.csv_cells(ROWS[name], lambda row, field: reading.cell(row, field, lambda _: agreement))
    table = dict(zip(report.csv_headings, cells, strict=True))
    assert not {"True", "False"} & set(map(str, cells))
    beside = {heading: value for heading, value in table.items() if heading.endswith("(Wort)")}
    expected = READ[name] - {"Verzeichnis der Schlüssel", "Februar 2026"}
    assert set(beside.values()) >= expected
