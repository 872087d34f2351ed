"""Outages in the log: each reason once, not with every request that meets it."""

from time import monotonic

import structlog
from fastapi import FastAPI

from application.ports import Damaged, Unavailable

NOTED_AGAIN = 60.0
"""Seconds after which the same reason is logged again."""
log = structlog.get_logger("zielsteuerung.http")


def note(app: FastAPI, why: Unavailable) -> None:
    """Log why the service cannot answer, with the database's code; damage is remembered, and turns health red."""
    note_once(app, str(why), says=str(why), sqlstate=why.code)
    if isinstance(why, Damaged):
        app.state.damage = why
        damage(app)


def damage(app: FastAPI) -> Damaged | None:
    """The damage this process met, as long as it cannot be written down where a verification would clear it."""
    met: Damaged | None = getattr(app.state, "damage", None)
    if met:
        try:
            app.state.system.audit.verification.met_damage(met)
        except Unavailable:  # at least this process knows
            return met
        app.state.damage = None
    return None


def note_once(app: FastAPI, reason: str, **fields: str | None) -> bool:
    """Log a reason when it is new, and again after a minute; whether it was logged."""
    now = monotonic()
    noted = {known: at for known, at in getattr(app.state, "outages", {}).items() if now - at < NOTED_AGAIN}
    new = reason not in noted
    if new:
        noted[reason] = now
        log.warning("unavailable", **fields)
    app.state.outages = noted
    return new
