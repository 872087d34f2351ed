"""Outages in the log: each reason once, not with every request that meets it."""

from time import monotonic

import structlog
from fastapi import FastAPI

from application.ports import Unavailable

NOTED_AGAIN = 60.0
"""Seconds after which the same reason is logged again."""
log = structlog.get_logger("zielsteuerung.http")


def note(app: FastAPI, why: Unavailable) -> None:
    """Log why the service cannot answer, with the database's code."""
    note_once(app, str(why), says=str(why), sqlstate=why.code)


def note_once(app: FastAPI, reason: str, **fields: str | None) -> None:
    """Log a reason when it is new, and again after a minute."""
    now = monotonic()
    noted = {known: at for known, at in getattr(app.state, "outages", {}).items() if now - at < NOTED_AGAIN}
    if reason not in noted:
        noted[reason] = now
        log.warning("unavailable", **fields)
    app.state.outages = noted
