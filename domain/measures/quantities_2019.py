"""The base quantities of the version of 2019: monthly figures from which its measures are formed."""

from domain.measures.kinds import BaseQuantity, Counted, Unit

_STOCKS = {
    "ELB": "Erwerbsfähige Leistungsberechtigte",
    "ELB_ALLEIN": "Alleinerziehende erwerbsfähige Leistungsberechtigte",
    "LZB": "Langzeitleistungsbeziehende",
    "LZB_4J": "Langzeitleistungsbeziehende mit vier oder mehr Jahren Leistungsbezug",
    "LZB_AMP": "Langzeitleistungsbeziehende in einer aktivierenden Maßnahme",
}
_FLOWS_OF_PERSONS = {
    "ELB_ZUGANG": "Zugang an erwerbsfähigen Leistungsberechtigten",
    "ELB_ABGANG": "Abgang an erwerbsfähigen Leistungsberechtigten",
    "BS_GERING": "Eintritte in geringfügige Beschäftigung",
    "BS_2AM": "Eintritte in öffentlich geförderte Beschäftigung",
    "LZB_ZUGANG": "Zugang an Langzeitleistungsbeziehenden",
    "LZB_ABGANG": "Abgang an Langzeitleistungsbeziehenden",
}
_INTEGRATIONS = {
    "INT": "Integrationen",
    "INT_BD": "Bedarfsdeckende Integrationen",
    "INT_SVB": "Integrationen in sozialversicherungspflichtige Beschäftigung",
    "INT_KONT": "Kontinuierliche Beschäftigungen nach Integration",
    "INT_ALLEIN": "Integrationen von Alleinerziehenden",
    "INT_LZB": "Integrationen von Langzeitleistungsbeziehenden",
}
_MONEY = {
    "LLU": "Leistungen zum Lebensunterhalt ohne Leistungen für Unterkunft und Heizung",
    "LUH": "Leistungen für Unterkunft und Heizung",
}
_WITHOUT_SEX = (
    ("AMP", "Teilnehmende in Maßnahmen der Eingliederung", Unit.PERSONS, Counted.STOCK),
    ("AMP_FRAUEN", "Teilnehmerinnen in Maßnahmen der Eingliederung", Unit.PERSONS, Counted.STOCK),
    ("EGL_SOLL", "Leistungen zur Eingliederung in Arbeit: für das Jahr zugeteilt", Unit.EUR, Counted.STOCK),
    ("EGL_IST", "Leistungen zur Eingliederung in Arbeit: im Monat verausgabt", Unit.EUR, Counted.FLOW),
    ("VWK_SOLL", "Verwaltungskosten: für das Jahr zugeteilt", Unit.EUR, Counted.STOCK),
    ("VWK_IST", "Verwaltungskosten: im Monat verausgabt", Unit.EUR, Counted.FLOW),
    ("SVB_VJ", "Sozialversicherungspflichtig Beschäftigte im Land zum Vorjahr", Unit.PERCENT, Counted.STOCK),
    ("ALO_VJ", "Arbeitslose im Land zum Vorjahr", Unit.PERCENT, Counted.STOCK),
    ("ALO_SGB2_VJ", "Arbeitslose im Rechtskreis SGB II im Land zum Vorjahr", Unit.PERCENT, Counted.STOCK),
)


def _each(names: dict[str, str], unit: Unit, counted: Counted) -> tuple[BaseQuantity, ...]:
    return tuple(BaseQuantity(code=code, name=name, unit=unit, counted=counted) for code, name in names.items())


QUANTITIES = (
    *_each(_STOCKS, Unit.PERSONS, Counted.STOCK),
    *_each(_FLOWS_OF_PERSONS, Unit.PERSONS, Counted.FLOW),
    *_each(_INTEGRATIONS, Unit.INTEGRATIONS, Counted.FLOW),
    *_each(_MONEY, Unit.EUR, Counted.FLOW),
    *(
        BaseQuantity(code=code, name=name, unit=unit, counted=counted, by_sex=False)
        for code, name, unit, counted in _WITHOUT_SEX
    ),
)
