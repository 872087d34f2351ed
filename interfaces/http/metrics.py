"""Prometheus metrics: requests by operation, and how far log and views are."""

import os
from collections.abc import Iterator
from contextlib import suppress

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from application.lists.ports import NotYet
from interfaces.bootstrap import System

MEDIA_TYPE = "text/plain"
_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 30)
_answers = Counter("zielsteuerung_answers_total", "Answers by operation.", ["operation", "method", "status"])
_seconds = Histogram("zielsteuerung_answer_seconds", "Time to answer.", ["operation"], buckets=_SECONDS)


def observed(operation: str, method: str, status: int, seconds: float) -> None:
    """Count one answer."""
    known = method if method in {"GET", "HEAD", "POST", "PUT", "DELETE"} else "other"
    _answers.labels(operation, known, str(status)).inc()
    _seconds.labels(operation).observe(seconds)


class _Log(Collector):
    def __init__(self, system: System) -> None:
        self._system = system

    def collect(self) -> Iterator[GaugeMetricFamily]:
        views, indexed = None, self._system.views.indexed()
        with suppress(NotYet):
            views = self._system.views.position()
        head = self._system.journal.head()  # after what follows it, or that would be ahead
        yield GaugeMetricFamily("zielsteuerung_log_entries", "Entries in the log.", value=head)
        for name, who, read in (("view", "views have", views), ("entry_index", "index of entries has", indexed)):
            if read is not None:
                says = f"Entries the {who} yet to read."
                yield GaugeMetricFamily(f"zielsteuerung_{name}_lag_entries", says, value=head - read)
        done = GaugeMetricFamily("zielsteuerung_view_formed_share", "Done of views formed anew.", labels=["view"])
        for view, forming in self._system.views.progress().items():
            done.add_metric([view], forming.done / max(1, forming.total))
        yield done
        if last := self._system.audit.verification.last():
            age = (self._system.service.now() - last.at).total_seconds()
            yield GaugeMetricFamily("zielsteuerung_verification_sound", "1 if nothing was found.", value=last.sound)
            yield GaugeMetricFamily("zielsteuerung_verification_age_seconds", "Since that was verified.", value=age)


def exposition(system: System) -> bytes:
    """All metrics in Prometheus' text form, of every process when there are several."""
    registry = CollectorRegistry()
    registry.register(_Log(system))
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # the library leaves it untyped
    else:
        registry.register(_answers)
        registry.register(_seconds)
    return generate_latest(registry)
