"""The service's own clockwork: a checkpoint when one is due, and out of the house with each new one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog
from starlette.concurrency import run_in_threadpool

from interfaces.bootstrap import System

EVERY = 600.0
"""Seconds between two looks; which of several processes makes a checkpoint does not matter."""
log = structlog.get_logger("zielsteuerung")


@asynccontextmanager
async def checkpoints_when_due(system: System, every: float = EVERY) -> AsyncIterator[None]:
    """While this lasts, a checkpoint is made whenever one is due; trouble is logged, and it is tried again."""
    task = asyncio.create_task(_again_and_again(system, every))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _again_and_again(system: System, every: float) -> None:
    while True:
        try:
            if made := await run_in_threadpool(system.audit.checkpoints.make_if_due):
                log.info("checkpoint", size=made.size, occasion=made.occasion)
            for holding in await run_in_threadpool(system.audit.publisher.publish):
                if holding.trouble:
                    log.error("checkpoint not published", receiver=holding.receiver, why=holding.trouble)
        except Exception as why:  # whatever it is, it is tried again
            log.error("checkpoint not made", exc_info=why)
        await asyncio.sleep(every)
