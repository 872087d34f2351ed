"""Mappings as people write them for tables that others made."""

MAPPINGS = {
    "over_25_months": """
name = "zeitreihe-25-monate"
title = "Zeitreihe über 25 Monate, je Kreis"
source = "Statistik der Bundesagentur für Arbeit, Archiv 2010"
sheets = ["ELB"]
header = "Schlüssel"
carrier = { column = "Schlüssel" }
constant = { measure = "ELB", form = "Monatswert", sex = "insgesamt", waited = "3" }
""",
    "of_a_land": """
name = "landesbericht-k2"
title = "Übersicht der K2 eines Landes"
source = "Umsetzung des SGB II in Niedersachsen, Berichtsmonat März 2015"
header = "Jobcenter"
header_rows = 2
carrier = { column = "Jobcenter", kind = "name", names = { Heidekreis = "03358", Harburg = "03353" } }
cell = { month = "A2" }
constant = { form = "gleitender Jahreswert", waited = "3" }
[values]
"K2 Gesamt" = { measure = "K2", sex = "insgesamt" }
"K2 Frauen" = { measure = "K2", sex = "Frauen" }
"K2 Männer" = { measure = "K2", sex = "Männer" }
""",
    "own_software": """
name = "fachsoftware"
title = "Auszug der Fachsoftware"
source = "Auszug aus der Fachsoftware des Jobcenters"
header = "Schlüssel"
carrier = { column = "Schlüssel" }
column = { month = "Monat" }
constant = { sex = "insgesamt", waited = "0" }
[values]
INT = { measure = "K2", form = "JFW", part = "numerator" }
ELB_VM = { measure = "K2", form = "JFW", part = "denominator" }
K2 = { measure = "K2", form = "JFW" }
LZB = { measure = "LZB", form = "Monatswert" }
"Leistungen LLU" = { measure = "LLU", form = "Monatswert" }
""",
    "of_the_ministry": """
name = "zielnachhaltung"
title = "Jahresfortschrittswerte beider Jahre"
source = "Aufbereitete Daten des Ministeriums (Zielvereinbarung III.3.2)"
header = "zkT"
header_rows = 2
ends = "Stand"
carrier = { column = "zkT", kind = "name", names = { "Landkreis Heidekreis" = "03358" } }
constant = { form = "JFW", sex = "insgesamt", waited = "0" }
[values]
"K2 JFW 2026" = { measure = "K2", month = "2026-03", loaded_on = "2026-04-16" }
"K2 JFW 2025" = { measure = "K2", month = "2025-03", loaded_on = "2025-04-16" }
"LZB JFW 2026" = { measure = "LZB", month = "2026-03", loaded_on = "2026-04-16" }
"LZB JFW 2025" = { measure = "LZB", month = "2025-03", loaded_on = "2025-04-16" }
""",
}
"""By the layout that each reads."""
COUNCIL_GOALS = """
name = "ratsvorlage-ziele"
title = "Zielerreichung"
source = "Stadt Leipzig, Halbjahresbericht zur Zielerreichung 2015"
header = "Zielindikator"
constant = { form = "JFW", sex = "insgesamt", waited = "0", loaded_on = "2026-07-16" }
column = { measure = "Zielindikator" }
[values]
"Ist 06/2026" = { month = "2026-06" }
[labels]
"Summe der Leistungen zum Lebensunterhalt (LLU)" = { measure = "LLU" }
"Integrationsquote" = { measure = "K2" }
"""
COUNCIL_SERIES = """
name = "ratsvorlage-reihe"
title = "Mehrjahresvergleich"
source = "Stadt Erlangen, Vorlage 50/050/2016"
header = "Bezugsgröße"
constant = { form = "Monatswert", sex = "insgesamt", waited = "3", loaded_on = "2026-04-16" }
column = { measure = "Bezugsgröße" }
[labels]
"eLB´s" = { measure = "ELB" }
"""
COUNCIL = """
name = "kreistag"
title = "Vorlage eines Kreistags"
source = "nachgebaut"
header = "Landkreis"
[carrier]
column = "Landkreis"
kind = "name"
names = { Heidekreis = "03358" }
[constant]
form = "Monatswert"
sex = "insgesamt"
month = "2026-03"
waited = "0"
loaded_on = "2026-04-16"
[values]
LZB = { measure = "LZB" }
ELB = { measure = "ELB" }
"""
"""Of a table that names counties and no keys."""
