"""Structured logs: one JSON line per event on standard error, readable columns where somebody watches a terminal."""

import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from types import TracebackType

import structlog
from structlog.typing import EventDict, WrappedLogger

FRAMES = 20
"""Places of a trace, nearest last."""
CAUSES = 5
"""Exceptions of a chain."""


def configure() -> None:
    """Send every log of this process through structlog."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    watched = sys.stderr.isatty()
    shown: list[structlog.typing.Processor] = [
        faults_by_place,
        structlog.dev.ConsoleRenderer() if watched else structlog.processors.JSONRenderer(ensure_ascii=False),
    ]
    structlog.configure(
        [*shared, *shown],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *shown], foreign_pre_chain=shared
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    for name in ("uvicorn", "uvicorn.error"):
        log = logging.getLogger(name)
        log.handlers, log.propagate = [handler], False
    logging.getLogger("uvicorn.access").handlers = []  # the gate says more, and no sign-in codes
    logging.getLogger("uvicorn.access").propagate = False
    threading.excepthook = _thread_failed


def faults_by_place(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """An exception as its types and places: messages and local variables hold bodies, names and tokens."""
    given = event.pop("exc_info", None)
    event.pop("stack_info", None)
    fault = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(fault, BaseException):
        event["exception"] = [described(one) for one in chain(fault)]
    return event


def described(fault: BaseException) -> dict[str, object]:
    """The type of an exception, where it was raised, and the database's code for it."""
    said: dict[str, object] = {"type": f"{type(fault).__module__}.{type(fault).__qualname__}"}
    if sqlstate := getattr(fault, "sqlstate", None):  # the database's own code
        said["sqlstate"] = sqlstate
    if isinstance(fault, OSError) and fault.strerror:
        said["strerror"] = fault.strerror
    return said | {"at": places(fault.__traceback__)}


def chain(fault: BaseException) -> Iterator[BaseException]:
    """An exception and its causes, nearest first; of a group its first member as well."""
    one: BaseException | None = fault
    for _ in range(CAUSES):
        if one is None:
            return
        yield one
        inside = one.exceptions[0] if isinstance(one, BaseExceptionGroup) else None
        one = inside or one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def places(trace: TracebackType | None) -> list[str]:
    """File, line and function of each frame."""
    frames = traceback.StackSummary.extract(traceback.walk_tb(trace), limit=-FRAMES, lookup_lines=False)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    structlog.get_logger("zielsteuerung").error(
        "thread failed", thread=failed.thread.name if failed.thread else None, exc_info=failed.exc_value
    )
