"""Lists over all agreements as tables: where each stands, what is due, circumstances."""

from datetime import date, datetime

from application.lists.circumstances import CircumstanceRow
from application.lists.due_item import DueItem
from application.lists.overview import OverviewRow
from domain.attainment import in_words
from domain.german import german
from domain.record import Actor, Role
from interfaces.bootstrap import System
from interfaces.german import numbers
from interfaces.german.due import due_says
from interfaces.tables import origin
from interfaces.tables.table import Cell, Column, Stated, Table, tabled

SOURCE = ("Quelle", "Protokoll der Zielvereinbarungen, soweit für Sie lesbar")


def agreements(system: System, actor: Actor, *, known_at: datetime | None = None) -> Table:
    """Every agreement, and where it stands."""
    at = system.lists.as_of(known_at)
    rows = system.lists.overview(actor, at=at)
    stated: Stated = (SOURCE, *origin.of_log(system, at, known_at))
    return tabled("vereinbarungen", "Vereinbarungen und wo sie stehen", stated, _AGREEMENTS, rows)


def due(
    system: System, actor: Actor, on: date | None, role: Role | None = None, *, known_at: datetime | None = None
) -> Table:
    """Everything due on a day, those with a deadline first."""
    at, day = system.lists.as_of(known_at), on or system.service.today()
    rows = system.lists.due(actor, day, role, at=at)
    whose = german(role) if role else "alle"
    stated: Stated = (("Stichtag", numbers.day(day)), ("Wer", whose), SOURCE, *origin.of_log(system, at, known_at))
    late: Column[DueItem] = Column(
        "überfällig", lambda row: "ja" if row.due_by is not None and row.due_by < day else "nein"
    )
    return tabled(f"faellig-{day}", f"Fällig am {numbers.day(day)}", stated, (*_DUE[:3], late, *_DUE[3:]), rows)


def circumstances(system: System, actor: Actor, *, known_at: datetime | None = None) -> Table:
    """Circumstances and legal changes, the same ones of several agreements under each other."""
    at = system.lists.as_of(known_at)
    same = system.lists.circumstances(actor, at=at)
    stated: Stated = (SOURCE, *origin.of_log(system, at, known_at))
    rows = [(row, one.appraised_alike) for one in same for row in one.rows]
    return tabled("umstaende", "Umstände und Gesetzesänderungen", stated, _CIRCUMSTANCES, rows)


def _verdicts(row: OverviewRow) -> Cell:
    if row.assessed:
        return ", ".join(f"{one.title}: {german(one.judged)} (bewertet)" for one in row.assessed)
    return ", ".join(f"{one.title}: {in_words(one.state, one.caveats)}" for one in row.verdicts) or None


def _effect(row: CircumstanceRow) -> Cell:
    if row.has_effect is None:
        return "noch nicht gewürdigt"
    return "mit Auswirkung" if row.has_effect else "ohne Auswirkung"


_AGREEMENTS: tuple[Column[OverviewRow], ...] = (
    Column("Vereinbarung", lambda row: row.agreement_id),
    Column("Jahr", lambda row: str(row.year)),
    Column("Bezeichnung", lambda row: row.title),
    Column("Partner", lambda row: ", ".join(party.name for party in row.parties)),
    Column("Lage", lambda row: german(row.status)),
    Column("in Kraft seit", lambda row: row.binding_since),
    Column("Fassung", lambda row: row.terms_version),
    Column("letzter Berichtsmonat", lambda row: row.latest_month),
    Column("Ziele", _verdicts),
    Column("Dialoge geführt", lambda row: row.dialogs_held),
    Column("Dialoge vereinbart", lambda row: row.dialogs_agreed),
    Column("zu würdigen", lambda row: row.to_appraise),
    Column("Stand (Eintrag)", lambda row: row.version),
)
_DUE: tuple[Column[DueItem], ...] = (
    Column("Vereinbarung", lambda row: row.agreement_id),
    Column("seit", lambda row: row.due_from),
    Column("bis", lambda row: row.due_by),
    Column("wer", lambda row: ", ".join(map(german, row.roles))),
    Column("Partner", lambda row: row.party),
    Column("was", due_says),
    Column("Fundstelle", lambda row: row.clause),
    Column("Bezug", lambda row: row.reference),
)
_CIRCUMSTANCES: tuple[Column[tuple[CircumstanceRow, bool | None]], ...] = (
    Column("was", lambda row: f"{german(row[0].kind)} {row[0].about}"),
    Column("Jahr", lambda row: str(row[0].year)),
    Column("Vereinbarung", lambda row: row[0].agreement_id),
    Column("vereinbart", lambda row: row[0].agreed),
    Column("tatsächlich", lambda row: row[0].actual),
    Column("festgehalten am", lambda row: row[0].noted_on),
    Column("festgehalten von", lambda row: german(row[0].noted_in_role)),
    Column("bestritten", lambda row: "ja" if row[0].disputed else "nein"),
    Column("Würdigung", lambda row: _effect(row[0])),
    Column("Begründung", lambda row: row[0].why),
    Column("gleich gewürdigt", lambda row: {None: None, True: "ja", False: "nein"}[row[1]]),
    Column("Zeilen", lambda row: ", ".join(row[0].lines) or None),
    Column("Wortlaut", lambda row: row[0].says),
)
