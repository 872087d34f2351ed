"""Editions of the catalogue are pinned byte for byte, and worked examples tell each formula from every other."""

import hashlib
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest

from domain.bare_values import Delivered
from domain.figures import Form
from domain.lacking import Lacking
from domain.measures import EDITIONS, Formula, Measure
from domain.measures.edition_file import FOLDER, edition_of
from domain.terms import Sex
from domain.year_to_date import formed
from tests.builders import a_load, monthly

PINNED = {
    "2010.toml": "ef12a6a68a7ac17dc93fa713500a59ff3d56c609984a2887868fdb088a69fbdb",
    "2011.toml": "74f4ff1e0e5bce77de51032d983cdbdbf0da0a94d20b42e474ef2d4ce68a4892",
    "2019.toml": "d99f7cec471ca4235afb01f295f8752b0d7dd9aac4e76f60f35457ccf3b94cd5",
}
"""A published edition is never edited; an amended ordinance becomes a file of its own."""

FIGURES = {
    # January and February 2025, December 2025, January and February 2026
    "ELB": (4000, 4100, 4080, 3920, 3900),
    "ELB_ALLEIN": (500, 510, 480, 520, 530),
    "LZB": (2500, 2520, 2450, 2430, 2400),
    "LZB_4J": (1300, 1310, 1290, 1280, 1270),
    "LZB_AMP": (200, 210, 180, 190, 220),
    "ELB_ZUGANG": (150, 160, 140, 196, 117),
    "ELB_ABGANG": (170, 160, 150, 204, 98),
    "BS_GERING": (30, 20, 25, 22, 18),
    "BS_2AM": (5, 6, 4, 7, 8),
    "LZB_ZUGANG": (60, 50, 40, 81, 48),
    "LZB_ABGANG": (70, 60, 50, 98, 54),
    "INT": (90, 80, 85, 100, 84),
    "INT_BD": (50, 40, 45, 60, 55),
    "INT_SVB": (80, 70, 75, 90, 70),
    "INT_KONT": (60, 50, 55, 63, 49),
    "INT_NACH": (44, 40, 42, 52, 36),
    "INT_ALLEIN": (8, 9, 7, 10, 12),
    "INT_LZB": (30, 25, 28, 35, 26),
    "LLU": (2000000, 2100000, 1900000, 1950000, 1900000),
    "LUH": (1500000, 1600000, 1550000, 1590000, 1603000),
    "AMP": (400, 420, 410, 430, 450),
    "AMP_FRAUEN": (180, 190, 185, 200, 212),
    "EGL_SOLL": (7000000, 7000000, 7000000, 7100000, 7200000),
    "EGL_IST": (500000, 510000, 520000, 400000, 430000),
    "VWK_SOLL": (6000000, 6000000, 6000000, 6200000, 6300000),
    "VWK_IST": (450000, 460000, 470000, 480000, 490000),
    "SVB_VJ": ("0.4", "0.3", "0.1", "-0.2", "-0.5"),
    "ALO_VJ": ("3.1", "3.0", "2.7", "2.5", "2.2"),
    "ALO_SGB2_VJ": ("1.9", "1.8", "1.6", "1.4", "1.1"),
}
MONTHS = ("2025-01", "2025-02", "2025-12", "2026-01", "2026-02")


@dataclass(frozen=True, slots=True)
class Worked:
    """A measure's year-to-date value in February 2026, reckoned by hand."""

    numerator: str
    denominator: str
    value: str


WORKED = {
    "2019": {
        "K1": Worked("3850000", "4100000", "-250/41"),
        "K1E1": Worked("3193000", "3100000", "3"),
        "K1E2": Worked("7820", "8100", "-280/81"),
        "K1E3": Worked("2/25", "2", "4"),  # 196/3920 = 1/20, 117/3900 = 3/100
        "K1E4": Worked("3/40", "2", "15/4"),  # 204/4080 = 1/20, 98/3920 = 1/40
        "K2": Worked("184", "4000", "23/5"),
        "K2E1": Worked("40", "4000", "1"),
        "K2E2": Worked("15", "4000", "3/8"),
        "K2E3": Worked("112", "160", "70"),
        "K2E4": Worked("22", "500", "22/5"),
        "K3": Worked("4830", "5020", "-950/251"),
        "K3E1": Worked("61", "2440", "5/2"),
        "K3E2": Worked("205", "2415", "4100/483"),
        "K3E3": Worked("4/75", "2", "8/3"),  # 81/2430 = 1/30, 48/2400 = 1/50
        "K3E4": Worked("14/225", "2", "28/9"),  # 98/2450 = 1/25, 54/2430 = 1/45
        "LLU": Worked("3850000", "1", "3850000"),
        "LUH": Worked("3193000", "1", "3193000"),
        "ELB": Worked("7820", "2", "3910"),
        "LZB": Worked("4830", "2", "2415"),
        "INT_BD_SHARE": Worked("115", "184", "125/2"),
        "LZB_4J": Worked("2550", "2", "1275"),
        "AMP_FRAUENANTEIL": Worked("206", "440", "515/11"),
        "EGL_SOLL": Worked("7200000", "1", "7200000"),
        "EGL_IST": Worked("830000", "1", "830000"),
        "VWK_SOLL": Worked("6300000", "1", "6300000"),
        "VWK_IST": Worked("970000", "1", "970000"),
        "SVB_VJ": Worked("-1/2", "1", "-1/2"),
        "ALO_VJ": Worked("11/5", "1", "11/5"),
        "ALO_SGB2_VJ": Worked("11/10", "1", "11/10"),
    },
}
WATCHED = {code for code, example in WORKED["2019"].items() if EDITIONS["2019"].measures[code].source[:1] == "V"}
WORKED |= {
    earlier: {code: example for code, example in WORKED["2019"].items() if code not in WATCHED}
    | {"K2E3": Worked("88", "160", "55")}
    for earlier in ("2010", "2011")
}
"""Before 2019 the formulas were the same, but for what K2E3 counts; what is watched beside them came later."""
EXAMPLES = [(version, code) for version, examples in WORKED.items() for code in examples]
EXCHANGES = [
    (version, code, other)
    for version, code in EXAMPLES
    for other in Formula
    if other is not EDITIONS[version].measures[code].formula
]


def computed(measure: Measure) -> Worked:
    """What the measure gives for the figures, which were loaded three months after February 2026."""
    series = []
    for quantity, figures in FIGURES.items():
        known = dict(zip(MONTHS, figures, strict=True))
        year = [f"2025-{month:02d}" for month in range(1, 13)] + ["2026-01", "2026-02"]
        series.append(monthly(quantity, year[0], [known.get(month, 1) for month in year]))
    delivered = Delivered(delivery_id="lieferung", event_id=UUID(int=7), load=a_load("2026-02", *series, waited=3))
    value = formed(delivered, measure, Sex.TOTAL, Form.YEAR_TO_DATE, 1)
    return Worked(value.numerator or "", value.denominator or "", value.exact)


def outcome(measure: Measure) -> Worked | None:
    """The value, or None where the formula lacks what it divides by."""
    try:
        return computed(measure)
    except (Lacking, ValueError):
        return None


def test_every_edition_is_the_file_that_was_published() -> None:
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in FOLDER.iterdir()}
    assert found == PINNED
    assert [f"{version}.toml" for version in EDITIONS] == sorted(PINNED)


def test_every_measure_of_every_edition_has_a_worked_example() -> None:
    assert {version: list(edition.measures) for version, edition in EDITIONS.items()} == {
        version: list(examples) for version, examples in WORKED.items()
    }


@pytest.mark.parametrize(("version", "code"), EXAMPLES)
def test_a_measure_is_formed_as_worked_by_hand(version: str, code: str) -> None:
    assert computed(EDITIONS[version].measures[code]) == WORKED[version][code]


@pytest.mark.parametrize(("version", "code", "other"), EXCHANGES)
def test_a_worked_example_fails_for_every_other_formula(version: str, code: str, other: Formula) -> None:
    exchanged = EDITIONS[version].measures[code].model_copy(update={"formula": other})
    assert outcome(exchanged) != WORKED[version][code]


@pytest.mark.parametrize(
    ("broken", "by"),
    [
        ('formula = "sum"', 'formula = "sums"'),
        ('place = "key_figure"', 'rank = "key_figure"'),
        ('numerator = "INT"', ""),
        ("valid_from = 2019-03-15", 'valid_from = "im März"'),
    ],
)
def test_a_file_with_a_wrong_key_or_value_is_no_edition(broken: str, by: str) -> None:
    text = (FOLDER / "2019.toml").read_text("utf-8")
    assert broken in text
    with pytest.raises(ValueError, match=r"validation error|Extra|required|valid"):
        edition_of(text.replace(broken, by, 1))


def test_an_edition_is_valid_from_the_day_it_came_into_force() -> None:
    days = {version: edition.valid_from for version, edition in EDITIONS.items()}
    assert days == {"2010": date(2010, 8, 23), "2011": date(2011, 1, 1), "2019": date(2019, 3, 22)}
    later = [one for edition in EDITIONS.values() for one in edition.entries if one.valid_from < edition.valid_from]
    assert later == []


def test_an_example_s_value_is_its_numerator_over_its_denominator() -> None:
    for version, examples in WORKED.items():
        for code, worked in examples.items():
            measure = EDITIONS[version].measures[code]
            ratio = Fraction(worked.numerator) / Fraction(worked.denominator)
            in_percent = {"percent": 100 * ratio}.get(measure.unit if measure.denominator else "", ratio)
            expected = 100 * (ratio - 1) if measure.formula is Formula.YEAR_ON_YEAR else in_percent
            assert Fraction(worked.value) == expected, code
