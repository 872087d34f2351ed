"""Who reads at the command line."""

import os

from domain.record import Actor, Role


def local_reader() -> Actor:
    """Whoever may open the database on this machine, and so may read all of it."""
    return Actor("befehlszeile", Role.AUDITOR, "Befehlszeile", f"Systembenutzer Nr. {os.geteuid()}")
