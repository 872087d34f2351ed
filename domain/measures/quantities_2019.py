"""The base quantities of the version of 2019: monthly figures from which its measures are formed.

Like the measures, they have no direction in the ordinance; it follows from the aims of § 48b SGB II.
"""

from dataclasses import dataclass
from datetime import date

from domain.measures.kinds import BaseQuantity, Better, Counted, Unit

ORDINANCE = "Kennzahlenverordnung nach § 48a SGB II in der Fassung vom 15.03.2019"
AGREEMENT = "Vereinbarung, III. § 2 Abs. 1 Nr. 1: Monitoring außerhalb der Kennzahlenverordnung"
EQUALITY = "Vereinbarung, III. § 2 Abs. 1 Nr. 6: Anteil der Frauen in Maßnahmen"
CIRCUMSTANCES = "Vereinbarung, III. § 3 Abs. 5: Haushaltsmittel und gesamtwirtschaftliche Eckwerte"
SINCE = date(2019, 3, 15)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What quantities counted alike have in common."""

    unit: Unit
    counted: Counted
    by_sex: bool = True

    def of(
        self, code: str, name: str, source: str, better: Better | None = None, part_of: str | None = None
    ) -> BaseQuantity:
        """A quantity: its name, where it is laid down, in which direction it is better, and of what it is a part."""
        return BaseQuantity(
            code=code,
            name=name,
            unit=self.unit,
            counted=self.counted,
            source=source,
            better=better,
            by_sex=self.by_sex,
            part_of=part_of,
            valid_from=SINCE,
        )


UP, DOWN = Better.UP, Better.DOWN
_STOCK, _FLOW = _Kind(Unit.PERSONS, Counted.STOCK), _Kind(Unit.PERSONS, Counted.FLOW)
_INTEGRATIONS, _MONEY = _Kind(Unit.INTEGRATIONS, Counted.FLOW), _Kind(Unit.EUR, Counted.FLOW)
_ALL = _Kind(Unit.PERSONS, Counted.STOCK, by_sex=False)
_GRANTED, _SPENT = _Kind(Unit.EUR, Counted.STOCK, by_sex=False), _Kind(Unit.EUR, Counted.FLOW, by_sex=False)
_CHANGE = _Kind(Unit.PERCENT, Counted.STOCK, by_sex=False)
_K1, _K1E3 = f"{ORDINANCE}, § 4 Abs. 1", f"{ORDINANCE}, § 4 Abs. 2"
_K2, _K2E = f"{ORDINANCE}, § 5 Abs. 1", f"{ORDINANCE}, § 5 Abs. 2"
_K3, _K3E = f"{ORDINANCE}, § 6 Abs. 1", f"{ORDINANCE}, § 6 Abs. 2"

QUANTITIES = (
    _STOCK.of("ELB", "Erwerbsfähige Leistungsberechtigte", _K2, DOWN),
    _STOCK.of("ELB_ALLEIN", "Alleinerziehende erwerbsfähige Leistungsberechtigte", _K2E, DOWN, "ELB"),
    _STOCK.of("LZB", "Langzeitleistungsbeziehende", _K3, DOWN, "ELB"),
    _STOCK.of("LZB_4J", "Langzeitleistungsbeziehende mit vier oder mehr Jahren Leistungsbezug", AGREEMENT, DOWN, "LZB"),
    _STOCK.of("LZB_AMP", "Langzeitleistungsbeziehende in einer aktivierenden Maßnahme", _K3E, UP, "LZB"),
    _FLOW.of("ELB_ZUGANG", "Zugang an erwerbsfähigen Leistungsberechtigten", _K1E3, DOWN),
    _FLOW.of("ELB_ABGANG", "Abgang an erwerbsfähigen Leistungsberechtigten", _K1E3, UP),
    _FLOW.of("BS_GERING", "Eintritte in geringfügige Beschäftigung", _K2E),
    _FLOW.of("BS_2AM", "Eintritte in öffentlich geförderte Beschäftigung", _K2E),
    _FLOW.of("LZB_ZUGANG", "Zugang an Langzeitleistungsbeziehenden", _K3E, DOWN),
    _FLOW.of("LZB_ABGANG", "Abgang an Langzeitleistungsbeziehenden", _K3E, UP),
    _INTEGRATIONS.of("INT", "Integrationen", _K2, UP),
    _INTEGRATIONS.of("INT_BD", "Bedarfsdeckende Integrationen", AGREEMENT, UP, "INT"),
    _INTEGRATIONS.of("INT_SVB", "Integrationen in sozialversicherungspflichtige Beschäftigung", _K2E, UP, "INT"),
    _INTEGRATIONS.of("INT_KONT", "Kontinuierliche Beschäftigungen nach Integration", _K2E, UP, "INT_SVB"),
    _INTEGRATIONS.of("INT_ALLEIN", "Integrationen von Alleinerziehenden", _K2E, UP, "INT"),
    _INTEGRATIONS.of("INT_LZB", "Integrationen von Langzeitleistungsbeziehenden", _K3E, UP, "INT"),
    _MONEY.of("LLU", "Leistungen zum Lebensunterhalt ohne Leistungen für Unterkunft und Heizung", _K1, DOWN),
    _MONEY.of("LUH", "Leistungen für Unterkunft und Heizung", _K1E3, DOWN),
    _ALL.of("AMP", "Teilnehmende in Maßnahmen der Eingliederung", EQUALITY),
    _ALL.of("AMP_FRAUEN", "Teilnehmerinnen in Maßnahmen der Eingliederung", EQUALITY, UP, "AMP"),
    _GRANTED.of("EGL_SOLL", "Leistungen zur Eingliederung in Arbeit: für das Jahr zugeteilt", CIRCUMSTANCES),
    _SPENT.of("EGL_IST", "Leistungen zur Eingliederung in Arbeit: im Monat verausgabt", CIRCUMSTANCES),
    _GRANTED.of("VWK_SOLL", "Verwaltungskosten: für das Jahr zugeteilt", CIRCUMSTANCES),
    _SPENT.of("VWK_IST", "Verwaltungskosten: im Monat verausgabt", CIRCUMSTANCES),
    _CHANGE.of("SVB_VJ", "Sozialversicherungspflichtig Beschäftigte im Land zum Vorjahr", CIRCUMSTANCES, UP),
    _CHANGE.of("ALO_VJ", "Arbeitslose im Land zum Vorjahr", CIRCUMSTANCES, DOWN),
    _CHANGE.of("ALO_SGB2_VJ", "Arbeitslose im Rechtskreis SGB II im Land zum Vorjahr", CIRCUMSTANCES, DOWN),
)
