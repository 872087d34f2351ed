"""An application that cannot start while a file exists, as ours while the database is away."""

import os
from pathlib import Path
from typing import Any


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Answer the server's question whether it may start, and nothing else."""
    assert scope["type"] == "lifespan"
    await receive()
    fails = Path(os.environ["FAILS"]).exists()
    await send({"type": "lifespan.startup.failed" if fails else "lifespan.startup.complete"})
    await receive()
    await send({"type": "lifespan.shutdown.complete"})
