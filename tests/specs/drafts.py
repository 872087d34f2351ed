"""Terms as the features vary them: what a draft may say wrongly, and agreements other than Heidekreis 2026."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from domain.parties import Party, Side
from domain.terms import Consent, Terms
from interfaces.sample.terms import heidekreis_2026
from tests.specs.language import UNITS, month, number
from tests.specs.loads import CODES, SEXES

Plain = dict[str, Any]
Change = Callable[[Plain], None]


def changed(saying: str, terms: Terms | None = None) -> Terms:
    """The terms, by default those of Heidekreis 2026, so changed that they say this."""
    plain = (terms or heidekreis_2026()).model_dump(mode="json")
    for part in saying.split(" und das Gesamtbudget"):
        CHANGES[part if part in CHANGES else f"das Gesamtbudget{part}"](plain)
    return Terms.model_validate(plain)


def _line(plain: Plain, line_id: str) -> Plain:
    return next(line for goal in plain["goals"] for line in goal["lines"] if line["id"] == line_id)


def _bound_of(plain: Plain, line_id: str) -> Plain:
    bound: Plain = _line(plain, line_id)["bound"]
    return bound


def _goal(plain: Plain, goal_id: str) -> Plain:
    return next(goal for goal in plain["goals"] if goal["id"] == goal_id)


def _bound(comparator: str, value: str, unit: str) -> Plain:
    return {"comparator": comparator, "value": value, "unit": unit}


def _five_percent(plain: Plain) -> None:
    _line(plain, "k2")["bound"]["value"] = "5.0"


def _another_year(plain: Plain) -> None:
    plain["year"] = 2027
    plain["assessment"] = {"opens_on": "2028-03-01", "closes_on": "2028-06-30", "months_waited": 0}


def _another_county(plain: Plain) -> None:
    plain["parties"][1] |= {"id": "celle", "name": "Landkreis Celle"}


def _no_county(plain: Plain) -> None:
    plain["parties"][1]["side"] = "land"


def _own_measure(plain: Plain, **said: str) -> None:
    usual = {"code": "ERSTGESPRAECHE", "name": "Erstgespräche", "version": "eigen", "source": "erfunden"}
    counted = {"formula": "mean", "numerator": "ERSTGESPRAECHE", "unit": "persons", "counted_in": "persons"}
    plain["own_measures"] = [usual | counted | said]


def _same_benchmark_ids(plain: Plain) -> None:
    plain["benchmarks"][1]["id"] = plain["benchmarks"][0]["id"]


def _two_targets(plain: Plain) -> None:
    goal = _goal(plain, "2")
    goal["lines"].append(_line(plain, "k2") | {"id": "k2-zwei"})
    goal["verdicts"][0]["lines"].append("k2-zwei")


def _verdict_on_monitored(plain: Plain) -> None:
    goal = _goal(plain, "1")
    goal["verdicts"] = [{"id": "1-gesamt", "clause": "III.2.1.1", "title": "Leistungen", "lines": ["llu"]}]


def _no_verdict_on_men(plain: Plain) -> None:
    _goal(plain, "2")["verdicts"][1]["lines"].remove("k2-maenner")


def _interim(*months: str) -> Change:
    def change(plain: Plain) -> None:
        agreed = _bound("at_least", "1.0", "percent")
        _line(plain, "k2")["interim"] = [{"month": month, "bound": agreed} for month in months]

    return change


def _swapped_sexes(plain: Plain) -> None:
    _line(plain, "k2-frauen")["sex"], _line(plain, "k2-maenner")["sex"] = "men", "women"


def _empty_corridor(plain: Plain) -> None:
    goal = _goal(plain, "2")
    below = _line(plain, "k2") | {"id": "k2-hoechstens", "bound": _bound("at_most", "4.0", "percent")}
    goal["lines"].append(below)
    goal["verdicts"][0]["lines"].append("k2-hoechstens")


def _change_of_change(plain: Plain) -> None:
    _line(plain, "lzb").update(measure="K3")


CHANGES: Mapping[str, Change] = {
    "alles bleibt, wie es ist": lambda plain: None,
    "der Bestand um rund 2,5 % sinken soll": lambda plain: _line(plain, "lzb").update(says="um rund 2,5 % sinken"),
    "der Korridor für die Integrationsquote leer ist": _empty_corridor,
    "vom geschlechterspezifischen Ziel drei Zeilen erfüllt sein sollen": lambda plain: _goal(plain, "2")["verdicts"][
        1
    ].update(needs=3),
    "die Integrationsquote mit dem Jahr 2027 verglichen werden soll": lambda plain: _line(plain, "k2").update(
        base_year=2027
    ),
    "neben dem Zielwert des Bestands eine Zahl in Prozent genannt ist": lambda plain: _line(plain, "lzb")[
        "bound"
    ].update(names={"value": "3900", "unit": "percent", "decides": False}),
    "Ziel 3 die Veränderung einer Veränderung misst": _change_of_change,
    "die eigene Kennzahl eine Anzahl in Prozent nennt": lambda plain: _own_measure(plain, unit="percent"),
    "die eigene Kennzahl so heißt wie eine Kennzahl der Verordnung": lambda plain: _own_measure(plain, code="K2"),
    "Ziel 6 ein Urteil trägt": lambda plain: _goal(plain, "6").update(
        lines=[_line(plain, "k2-frauen") | {"id": "6-frauen", "measure": "K2E4"}],
        verdicts=[{"id": "6-urteil", "clause": "III.2.1.6", "title": "Gleichstellung", "lines": ["6-frauen"]}],
    ),
    "die Integrationsquote um mindestens 5,0 % steigen soll": _five_percent,
    "der Bestand um 2,55 % sinken und auf eine Nachkommastelle gerundet werden soll": lambda plain: _line(plain, "lzb")[
        "bound"
    ].update(value="-2.55"),
    "die Zeile der Frauen künftig die Männer meint und umgekehrt": _swapped_sexes,
    "er für das Jahr 2027 gilt": _another_year,
    "statt des Landkreises Heidekreis der Landkreis Celle Partner ist": _another_county,
    "er nach § 48b Abs. 1 S. 1 Nr. 2 SGB II geschlossen wird": lambda plain: plain.update(track=2),
    "beide Partner auf der Seite des Landes stehen": _no_county,
    "zwei Eckwerte denselben Namen tragen": _same_benchmark_ids,
    "das Gesamtbudget mit 15,9 Mio. Euro angegeben ist": lambda plain: plain["budget"].update(stated_total="15900000"),
    "die Integrationsquote zwei Zielwerte derselben Art hat": _two_targets,
    "der Zielwert der Integrationsquote fehlt": lambda plain: _line(plain, "k2").update(bound=None),
    "der Zielwert der Integrationsquote in Prozentpunkten steht": lambda plain: _line(plain, "k2")["bound"].update(
        unit="percentage_points"
    ),
    "die beobachtete Summe der Leistungen einen Zielwert trägt": lambda plain: _line(plain, "llu").update(
        bound=_bound("at_most", "0", "percent")
    ),
    "ein Urteil über eine nur beobachtete Zeile entscheiden soll": _verdict_on_monitored,
    "über die Quote der Männer kein Urteil entscheidet": _no_verdict_on_men,
    "der Abstand der Geschlechter beim Bestand gemessen werden soll": lambda plain: _line(plain, "lzb").update(
        sex="gap"
    ),
    "Ziel 4 keine Umsetzungsschritte nennt": lambda plain: _goal(plain, "4").update(steps=[]),
    "Ziel 5 keine Erfolgskriterien nennt": lambda plain: _goal(plain, "5").update(criteria=[]),
    "die Vereinbarung schon für 2018 gilt": lambda plain: plain.update(
        year=2018, assessment=plain["assessment"] | {"opens_on": "2019-03-01", "closes_on": "2019-06-30"}
    ),
    "nach einer nicht hinterlegten Fassung von 2030 nur berichtet wird": lambda plain: plain.update(
        ordinance=plain["ordinance"] | {"catalogue": "2030"}, goals=[_goal(plain, "6")]
    ),
    "Ziel 3 an einer Kennzahl gemessen wird, die es nicht gibt": lambda plain: _line(plain, "lzb").update(measure="K9"),
    "ein Zwischenwert für Februar 2027 steht": _interim("2027-02"),
    "zwei Zwischenwerte für Februar 2026 stehen": _interim("2026-02", "2026-02"),
    "der Abschlussdialog schon im Herbst 2026 liegt": lambda plain: plain["assessment"].update(
        opens_on="2026-09-01", closes_on="2026-11-30", months_waited=0
    ),
}
"""What the features let a draft say, and how that comes about."""

FORMS = {"Jahresfortschrittswert": "ytd", "Monatswert": "monthly", "gleitender Jahreswert": "rolling12"}
QUANTITIES = {"Veränderung": "change", "Veränderung in Punkten": "points", "Höhe": "level"}
COMPARATORS = {"mindestens": "at_least", "mehr als": "more_than", "höchstens": "at_most", "weniger als": "less_than"}


def bound(text: str) -> Plain:
    """Mindestens +5,3 Prozent, also with the number it names: höchstens -0,3 Prozent auf 4.778 Personen."""
    agreed, _, named = text.partition(" auf ")
    comparator, value, unit = agreed.rsplit(maxsplit=2)
    said = _bound(COMPARATORS[comparator], number(value), UNITS[unit])
    if not named:
        return said
    value, unit = named.removesuffix(DECIDES).split()
    return said | {"names": {"value": number(value), "unit": UNITS[unit], "decides": named.endswith(DECIDES)}}


DECIDES = ", die Zahl entscheidet"


def places(goals: list[Plain]) -> int:
    """As many decimals as the bounds of these goals have, at least one."""
    lines = [line for goal in goals for line in goal["lines"]]
    bounds = [
        one for line in lines for one in (line["bound"], *(interim["bound"] for interim in line["interim"])) if one
    ]
    return max(1, *(len(one["value"].partition(".")[2]) for one in bounds), 1)


def agreement(year: int, table: Sequence[Sequence[str]], county: str = "heidekreis", **others: Any) -> Terms:
    """An agreement that says these lines, one goal each, and nothing else but what is named."""
    rows = [dict(zip(table[0], row, strict=True)) for row in table[1:]]
    plain = heidekreis_2026().model_dump(mode="json")
    window = {"opens_on": f"{year + 1}-03-01", "closes_on": f"{year + 1}-06-30", "months_waited": 0}
    plain |= {"year": year, "assessment": window}
    if county == "friesland":
        plain["parties"][1] |= {"id": "friesland", "name": "Landkreis Friesland", "ags": "03455"}
    plain["goals"] = [_goal_of(f"z{n}", row) for n, row in enumerate(rows, 1)]
    plain["rounding"] = {"decides": "exact", "decimals": places(plain["goals"])}
    plain |= others
    return Terms.model_validate(plain)


def with_two_ministries() -> Terms:
    """The Heidekreis agreement with a second ministry as third party."""
    plain = heidekreis_2026().model_dump(mode="json")
    second = {"id": "ni-mw", "name": "Niedersächsisches Ministerium für Wirtschaft"}
    plain["parties"].insert(1, plain["parties"][0] | second)
    return Terms.model_validate(plain)


def _goal_of(line_id: str, row: Mapping[str, str]) -> Plain:
    agreed = row.get("vereinbart", "nichts")
    kind = "expected" if "erwartet" in row else "monitored" if agreed == "nichts" else "target"
    interim_month, _, interim = row.get("Zwischenwert", "").partition(": ")
    line = {
        "id": line_id,
        "clause": "III.2.1.2",
        "kind": kind,
        "measure": CODES[row["Kennzahl"]],
        "sex": SEXES[row.get("Geschlecht", "insgesamt")],
        "quantity": QUANTITIES[row["gemessen wird"]],
        "form": FORMS[row.get("Form", "Jahresfortschrittswert")],
        "base_year": int(row["Vergleichsjahr"]) if row.get("Vergleichsjahr") else None,
        "months_waited": int(row["Monate Wartezeit"]) if row.get("Monate Wartezeit") else None,
        "bound": None if kind == "monitored" else bound(row.get("erwartet", agreed)),
        "interim": [{"month": month(interim_month), "bound": bound(interim)}] if interim else [],
        "says": row["Zeile"],
    }
    verdict = {"id": f"{line_id}-urteil", "clause": "III.2.1.2", "title": row["Zeile"], "lines": [line_id]}
    return {
        "id": f"ziel-{line_id}",
        "clause": "III.2.1.2",
        "kind": "measured",
        "title": row["Zeile"],
        "says": row["Zeile"],
        "lines": [line],
        "verdicts": [verdict] if kind == "target" else [],
    }


def lines_named(table: Sequence[Sequence[str]]) -> dict[str, str]:
    """The line ids of such an agreement by their names."""
    return {row[0]: f"z{n}" for n, row in enumerate(table[1:], 1)}


BUND = Party(id="bmas", side=Side.LAND, name="Bundesministerium für Arbeit und Soziales")
AGENCY = Party(id="ba", side=Side.COUNTY, name="Bundesagentur für Arbeit")


def of_the_federation() -> Terms:
    """An agreement of the Bund with the Bundesagentur, which have no official key; invented but for the parties."""
    consent = Consent(by="Bundesministerium der Finanzen")
    return heidekreis_2026().model_copy(update={"track": 1, "parties": (BUND, AGENCY), "consents": (consent,)})


def of_another_ministry() -> Terms:
    """An agreement of the same county and year with another ministry of the Land."""
    land, county = heidekreis_2026().parties
    other = land.model_copy(update={"id": "ni-mw", "name": "Niedersächsisches Ministerium für Wirtschaft"})
    return heidekreis_2026().model_copy(update={"parties": (other, county)})


def on_one_side(track: int) -> Terms:
    """An agreement on this track with both parties on the side that steers."""
    parties = tuple(party.model_copy(update={"side": Side.LAND}) for party in heidekreis_2026().parties)
    return heidekreis_2026().model_copy(update={"track": track, "parties": parties})
