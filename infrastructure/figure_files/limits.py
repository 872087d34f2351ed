"""Limits of a file: sizes, and the resources of the process that reads it."""

import resource

MIB = 1024 * 1024
MAX_BYTES = 64 * MIB
"""Size of a file."""
MAX_ROWS = 250_000
"""Rows below the headings."""
MAX_COLUMNS = 200
MAX_TEXT = 200
"""Characters of a cell; what is longer is cut and cannot be meant."""
MAX_INFLATED = 512 * MIB
"""Size of everything in a workbook, unpacked."""
MEMORY = 1280 * MIB
CPU_SECONDS = 40
WAITING_SECONDS = 60.0
"""How long nothing but the reading may be waited for, in all."""


def confine() -> None:
    """Let this process have so much memory and time, write no file and leave no core."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
