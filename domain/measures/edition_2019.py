"""The catalogue of the version of 15.03.2019: key figures, supplementary figures, and what is watched beside them.

Formulas: the ordinance, §§ 4 to 6; its codes are those of the statistics of the Bundesagentur für Arbeit. The ordinance
names no direction; what is better follows from the aims of § 48b SGB II.
"""

from dataclasses import dataclass, replace

from domain.measures.kinds import Better, Edition, Entry, Formula, Measure, Place, Unit
from domain.measures.quantities_2019 import AGREEMENT, CIRCUMSTANCES, EQUALITY, ORDINANCE, QUANTITIES, SINCE


@dataclass(frozen=True, slots=True)
class _Chapter:
    """What the measures of one paragraph have in common."""

    source: str
    place: Place
    beside: tuple[str, ...] = ()
    by_sex: bool = True

    def entry(
        self,
        code: str,
        name: str,
        formula: Formula,
        of: tuple[str, str | None],
        unit: Unit = Unit.PERCENT,
        better: Better | None = None,
        counted_in: Unit = Unit.PERSONS,
    ) -> Entry:
        """A measure of this paragraph: formula, numerator and denominator, and in which direction it is better."""
        numerator, denominator = of
        measure = Measure(
            code=code,
            name=name,
            version="2019",
            formula=formula,
            numerator=numerator,
            denominator=denominator,
            unit=unit,
            counted_in=counted_in,
            source=self.source,
        )
        return Entry(
            measure=measure,
            place=self.place,
            better=better,
            by_sex=self.by_sex,
            accompanies=self.beside,
            valid_from=SINCE,
        )


UP, DOWN = Better.UP, Better.DOWN
EUR, PERSONS, INTEGRATIONS = Unit.EUR, Unit.PERSONS, Unit.INTEGRATIONS

K1 = _Chapter(f"{ORDINANCE}, § 4 Abs. 1", Place.KEY_FIGURE)
K1E = _Chapter(f"{ORDINANCE}, § 4 Abs. 2", Place.SUPPLEMENTARY, ("K1",))
K1E_ALSO_OF_LLU = replace(K1E, beside=("K1", "LLU"))
K2 = _Chapter(f"{ORDINANCE}, § 5 Abs. 1", Place.KEY_FIGURE)
K2E = _Chapter(f"{ORDINANCE}, § 5 Abs. 2", Place.SUPPLEMENTARY, ("K2",))
K3 = _Chapter(f"{ORDINANCE}, § 6 Abs. 1", Place.KEY_FIGURE)
K3E = _Chapter(f"{ORDINANCE}, § 6 Abs. 2", Place.SUPPLEMENTARY, ("K3", "LZB"))
YEAR_TO_DATE_OF_K1E = _Chapter(
    f"{ORDINANCE}, § 4 Abs. 2 (Größe); Jahresfortschrittswert wie beim Lebensunterhalt", Place.OUTSIDE, ("LLU",)
)
STOCK = f"{ORDINANCE}, § 6 Abs. 1 (Bestand); Jahresfortschrittswert als Mittel der Monatsbestände"
WATCHED = _Chapter(AGREEMENT, Place.OUTSIDE)
FUNDS = _Chapter(CIRCUMSTANCES, Place.OUTSIDE, by_sex=False)

_ENTRIES = (
    K1.entry(
        "K1",
        "Veränderung der Summe der Leistungen zum Lebensunterhalt (ohne Leistungen für Unterkunft und Heizung)",
        Formula.YEAR_ON_YEAR,
        ("LLU", None),
        better=DOWN,
        counted_in=EUR,
    ),
    K1E.entry(
        "K1E1",
        "Veränderung der Summe der Leistungen für Unterkunft und Heizung",
        Formula.YEAR_ON_YEAR,
        ("LUH", None),
        better=DOWN,
        counted_in=EUR,
    ),
    K1E.entry(
        "K1E2",
        "Veränderung der Zahl der erwerbsfähigen Leistungsberechtigten",
        Formula.YEAR_ON_YEAR,
        ("ELB", None),
        better=DOWN,
    ),
    K1E_ALSO_OF_LLU.entry(
        "K1E3",
        "Durchschnittliche Zugangsrate der erwerbsfähigen Leistungsberechtigten",
        Formula.MEAN_OF_RATES,
        ("ELB_ZUGANG", "ELB"),
        better=DOWN,
    ),
    K1E_ALSO_OF_LLU.entry(
        "K1E4",
        "Durchschnittliche Abgangsrate der erwerbsfähigen Leistungsberechtigten",
        Formula.MEAN_OF_RATES_OF_PRECEDING,
        ("ELB_ABGANG", "ELB"),
        better=UP,
    ),
    K2.entry(
        "K2",
        "Integrationsquote",
        Formula.SUM_PER_MEAN_OF_PRECEDING,
        ("INT", "ELB"),
        better=UP,
        counted_in=INTEGRATIONS,
    ),
    K2E.entry(
        "K2E1",
        "Quote der Eintritte in geringfügige Beschäftigung",
        Formula.SUM_PER_MEAN_OF_PRECEDING,
        ("BS_GERING", "ELB"),
    ),
    K2E.entry(
        "K2E2",
        "Quote der Eintritte in öffentlich geförderte Beschäftigung",
        Formula.SUM_PER_MEAN_OF_PRECEDING,
        ("BS_2AM", "ELB"),
    ),
    replace(K2E, source=f"{ORDINANCE}, § 5 Abs. 2 Nr. 3").entry(
        "K2E3",
        "Kontinuierliche Beschäftigung nach Integration",
        Formula.SUM_PER_SUM,
        ("INT_KONT", "INT_SVB"),
        better=UP,
        counted_in=INTEGRATIONS,
    ),
    K2E.entry(
        "K2E4",
        "Integrationsquote der Alleinerziehenden",
        Formula.SUM_PER_MEAN_OF_PRECEDING,
        ("INT_ALLEIN", "ELB_ALLEIN"),
        better=UP,
        counted_in=INTEGRATIONS,
    ),
    K3.entry(
        "K3",
        "Veränderung des Bestands an Langzeitleistungsbeziehenden",
        Formula.YEAR_ON_YEAR,
        ("LZB", None),
        better=DOWN,
    ),
    K3E.entry(
        "K3E1",
        "Integrationsquote der Langzeitleistungsbeziehenden",
        Formula.SUM_PER_MEAN_OF_PRECEDING,
        ("INT_LZB", "LZB"),
        better=UP,
        counted_in=INTEGRATIONS,
    ),
    K3E.entry(
        "K3E2",
        "Aktivierungsquote der Langzeitleistungsbeziehenden",
        Formula.MEAN_PER_MEAN,
        ("LZB_AMP", "LZB"),
        better=UP,
    ),
    K3E.entry(
        "K3E3",
        "Durchschnittliche Zugangsrate der Langzeitleistungsbeziehenden",
        Formula.MEAN_OF_RATES,
        ("LZB_ZUGANG", "LZB"),
        better=DOWN,
    ),
    K3E.entry(
        "K3E4",
        "Durchschnittliche Abgangsrate der Langzeitleistungsbeziehenden",
        Formula.MEAN_OF_RATES_OF_PRECEDING,
        ("LZB_ABGANG", "LZB"),
        better=UP,
    ),
    replace(WATCHED, source=f"{ORDINANCE}, § 4 Abs. 1").entry(
        "LLU",
        "Summe der Leistungen zum Lebensunterhalt",
        Formula.SUM,
        ("LLU", None),
        EUR,
        DOWN,
        EUR,
    ),
    YEAR_TO_DATE_OF_K1E.entry(
        "LUH", "Summe der Leistungen für Unterkunft und Heizung", Formula.SUM, ("LUH", None), EUR, DOWN, EUR
    ),
    YEAR_TO_DATE_OF_K1E.entry(
        "ELB",
        "Durchschnittlicher Bestand an erwerbsfähigen Leistungsberechtigten",
        Formula.MEAN,
        ("ELB", None),
        PERSONS,
        DOWN,
    ),
    replace(WATCHED, source=STOCK).entry(
        "LZB",
        "Durchschnittlicher Bestand an Langzeitleistungsbeziehenden",
        Formula.MEAN,
        ("LZB", None),
        PERSONS,
        DOWN,
    ),
    WATCHED.entry(
        "INT_BD_SHARE",
        "Anteil bedarfsdeckender Integrationen",
        Formula.SUM_PER_SUM,
        ("INT_BD", "INT"),
        better=UP,
        counted_in=INTEGRATIONS,
    ),
    WATCHED.entry(
        "LZB_4J",
        "Langzeitleistungsbeziehende mit vier oder mehr Jahren Leistungsbezug",
        Formula.MEAN,
        ("LZB_4J", None),
        PERSONS,
        DOWN,
    ),
    _Chapter(EQUALITY, Place.OUTSIDE, ("K2",), by_sex=False).entry(
        "AMP_FRAUENANTEIL",
        "Anteil der Frauen an den Teilnehmenden in Maßnahmen",
        Formula.MEAN_PER_MEAN,
        ("AMP_FRAUEN", "AMP"),
        better=UP,
    ),
    *(
        FUNDS.entry(code, name, formula, (code, None), EUR, counted_in=EUR)
        for code, name, formula in (
            ("EGL_SOLL", "Leistungen zur Eingliederung in Arbeit: zugeteilte Mittel", Formula.LAST),
            ("EGL_IST", "Leistungen zur Eingliederung in Arbeit: verausgabte Mittel", Formula.SUM),
            ("VWK_SOLL", "Verwaltungskosten: zugeteilte Mittel", Formula.LAST),
            ("VWK_IST", "Verwaltungskosten: verausgabte Mittel", Formula.SUM),
        )
    ),
    *(
        FUNDS.entry(code, f"Eckwert, wie beobachtet: {name} gegenüber dem Vorjahr", Formula.LAST, (code, None))
        for code, name in (
            ("SVB_VJ", "sozialversicherungspflichtig Beschäftigte im Land"),
            ("ALO_VJ", "Arbeitslose im Land"),
            ("ALO_SGB2_VJ", "Arbeitslose im Rechtskreis SGB II im Land"),
        )
    ),
)

EDITION_2019 = Edition(version="2019", title=ORDINANCE, valid_from=SINCE, entries=_ENTRIES, quantities=QUANTITIES)
