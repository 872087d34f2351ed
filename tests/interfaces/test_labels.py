"""People read names where the record has ids; what an agreement does not know stays as it is."""

import pytest

from domain.figures import LoadState
from interfaces.german.labels import Labels
from tests.builders import an_agreement_in_force
from tests.domain.given import given


@pytest.fixture(scope="module")
def labels() -> Labels:
    return Labels(given(an_agreement_in_force()).agreement)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Es fehlt Geld [circumstance:eingliederungsmittel]", "Es fehlt Geld"),
        ("Neues Recht (BGBl. 2026 I Nr. 107) [law:recht]", "Neues Recht (BGBl. 2026 I Nr. 107)"),
        ("Zeile k2, Vorschlag von heidekreis", "Zeile „Integrationsquote“, Vorschlag von Landkreis Heidekreis"),
        ("Unterschrift ni-ms", "Unterschrift MS"),
        ("bestätigt von ni-ms, heidekreis", "bestätigt von MS, Landkreis Heidekreis"),
        ("Lieferung ladung-2026-08-t0 (2026-08 (t-0))", "Lieferung 2026-08 ohne Wartezeit"),
        ("geführt auf dem Ladestand 2026-05 (t-3)", "geführt auf dem Ladestand 2026-05 nach 3 Monaten Wartezeit"),
        ("Zeile gibt-es-nicht", "Zeile gibt-es-nicht"),
        ("Dialog wunsch", "Dialog wunsch"),
        ("umgesetzt: von uns, bis zum 01.02. fertig", "umgesetzt: von uns, bis zum 01.02. fertig"),
    ],
)
def test_ids_are_said_by_their_names(labels: Labels, said: str, read: str) -> None:
    assert labels.of(said) == read


def test_a_state_of_a_load_is_said_as_everywhere(labels: Labels) -> None:
    assert labels.of(str(LoadState(report_month="2026-05", months_waited=1))) == "2026-05 nach 1 Monat Wartezeit"


@pytest.mark.parametrize(
    ("field", "named", "read"),
    [
        ("line_id", "k2", "Integrationsquote"),
        ("party", "heidekreis", "Landkreis Heidekreis"),
        ("line_id", "gibt-es-nicht", "gibt-es-nicht"),
        ("delivery_id", "gibt-es-nicht", "gibt-es-nicht"),
        ("amendment_id", "anpassung-1", "anpassung-1"),
    ],
)
def test_the_field_of_a_fact_says_what_its_id_names(labels: Labels, field: str, named: str, read: str) -> None:
    assert labels.name(field, named) == read
