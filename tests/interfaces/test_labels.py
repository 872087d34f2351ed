"""People read names where the record has ids; what an agreement does not know stays as it is."""

import pytest

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
        ("Ziel 2, Zeile k2, Zielwert", "Ziel 2, Zeile „Integrationsquote“, Zielwert"),
        ("Unterschrift ni-ms", "Unterschrift MS"),
        ("Lieferung ladung-2026-08-t0 (2026-08 (t-0))", "Lieferung August 2026 ohne Wartezeit"),
        (
            "Zielabweichung a (Zeile k2, 2026-05 (t-3))",
            "Zielabweichung der Zeile „Integrationsquote“, Mai 2026 nach 3 Monaten Wartezeit",
        ),
        ("Dialog wunsch", "Dialog wunsch"),
    ],
)
def test_subjects_are_said_by_names(labels: Labels, said: str, read: str) -> None:
    assert labels.of_subject(said) == read


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("bestätigt von ni-ms, heidekreis", "bestätigt von MS, Landkreis Heidekreis"),
        (
            "gehandelt als Land (ni-ms) und als Kommune (heidekreis)",
            "gehandelt als Land (MS) und als Kommune (Landkreis Heidekreis)",
        ),
        ("heidekreis, bis zum 07.05.2026", "Landkreis Heidekreis, bis zum 07.05.2026"),
        (
            "gilt von Anfang an, unterzeichnet von ni-ms am 28.01.2026, heidekreis am 02.02.2026, SHA-256 ab",
            "gilt von Anfang an, unterzeichnet von MS am 28.01.2026, Landkreis Heidekreis am 02.02.2026, SHA-256 ab",
        ),
        (
            "regelmäßig, geführt am 20.05.2026 auf dem Ladestand 2026-05 (t-3)",
            "regelmäßig, geführt am 20.05.2026 auf dem Ladestand Mai 2026 nach 3 Monaten Wartezeit",
        ),
        (
            "auf Kurs: Veränderung 5,4 Prozent (2026-05 (t-0))",
            "auf Kurs: Veränderung 5,4 Prozent (Mai 2026 ohne Wartezeit)",
        ),
    ],
)
def test_statements_are_said_with_names(labels: Labels, said: str, read: str) -> None:
    assert labels.of_statement(said) == read


@pytest.mark.parametrize(
    "words",
    [
        "Az. [law:test] gilt; Zeile k2 bleibt",
        "Wie besprochen von heidekreis, Dialog wunsch, Unterschrift ni-ms",
        "Zeile k2 ist zu prüfen (2026-05 (t-0))",
        "umgesetzt: von ni-ms, bis zum 01.02.2026 fertig",
        "Thema offen geblieben",
    ],
)
def test_words_of_people_are_never_altered(labels: Labels, words: str) -> None:
    assert (labels.of_subject(words), labels.of_statement(words)) == (words, words)


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
