"""Files of figures for tests: rows in the long layout, and the service they are handed to."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

import pytest

from application.acting.orders import Receipt
from application.acting.service import Service
from application.figure_files.deliveries import PLAINLY, FileDeliveries
from application.figure_files.dry_run import DryRun, Saying
from application.figure_files.intake.layout import LONG
from application.figure_files.ports import TakenFile
from domain.acts.drafting import DraftAgreement
from domain.german import german
from domain.record import Actor
from domain.rules import Refused, Rule
from domain.terms import Terms
from domain.values import Month, span
from infrastructure.figure_files.reading import FigureFiles
from interfaces.sample.figures import invented_load, loaded_on
from tests.builders import CLERK, MINISTRY

TODAY = date(2026, 12, 20)
SECOND = replace(MINISTRY, person="zweite-fach", office="Referat Controlling")
READER = FigureFiles()
Row = tuple[object, ...]


def figure_row(
    measure: str,
    month: Month,
    value: object,
    sex: str = "insgesamt",
    *,
    form: str = "Monatswert",
    ags: str = "03358",
    waited: int = 0,
    loaded: str = "2026-04-16",
    above: object = "",
    below: object = "",
    mark: str = "",
) -> Row:
    """One row of the long layout."""
    return (ags, measure, form, sex, month, waited, loaded, value, above, below, mark)


def load_rows(report_month: Month, ags: str = "03358") -> list[Row]:
    """The rows of the sample's invented load up to a month."""
    load = invented_load(report_month, loaded_on(report_month))
    return [
        figure_row(series.measure, month, series.at(month), german(series.sex), ags=ags, loaded=str(load.loaded_on))
        for series in load.series
        for month in span(series.first, series.last)
    ]


def as_csv(rows: Iterable[Row], header: Sequence[str] = LONG, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """Rows as a CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([header, *rows])
    return text.getvalue().encode(encoding)


@contextmanager
def taken(content: bytes, name: str = "zahlen.csv") -> Iterator[TakenFile]:
    """A file as it is handed in."""
    with READER.taken(io.BytesIO(content), name) as file:
        yield file


@dataclass(frozen=True)
class Desk:
    """Where files are handed in: the service on a database of its own."""

    service: Service

    @property
    def files(self) -> FileDeliveries:
        """The way of a file."""
        return FileDeliveries(self.service)

    def agreement(self, terms: Terms, ags: str = "03358", county: str = "heidekreis") -> str:
        """A drafted agreement with a county."""
        parties = (terms.parties[0], terms.parties[1].model_copy(update={"id": county, "ags": ags}))
        own = terms.model_copy(update={"parties": parties})
        drafted = DraftAgreement(occurred_on=self.service.today(), terms=own)
        return self.service.act(MINISTRY, drafted).agreement_id

    def check(self, rows: Iterable[Row] | bytes, saying: Saying = PLAINLY, actor: Actor = CLERK) -> DryRun:
        """What a check of these rows says."""
        with taken(rows if isinstance(rows, bytes) else as_csv(rows)) as file:
            return self.files.check(actor, file, saying)

    def deliver(
        self, rows: Iterable[Row] | bytes, saying: Saying = PLAINLY, dry_run: str | None = None, key: str | None = None
    ) -> Receipt:
        """Check these rows and deliver them."""
        content = rows if isinstance(rows, bytes) else as_csv(rows)
        dry_run = dry_run or self.check(content, saying).id
        with taken(content) as file:
            return self.files.deliver(CLERK, file, dry_run, saying, key=key)

    def release(self, delivered: Receipt | str, actor: Actor = SECOND, key: str | None = None) -> Receipt:
        """Release a file as somebody does who has just seen it."""
        name = delivered if isinstance(delivered, str) else file_id(delivered)
        return self.files.release(actor, name, self.files.read(SECOND, name).preview, key=key)

    def reject(self, delivered: Receipt | str, reason: str | None, actor: Actor = SECOND) -> Receipt:
        """Reject a file as somebody does who has just seen it."""
        name = delivered if isinstance(delivered, str) else file_id(delivered)
        return self.files.reject(actor, name, self.files.read(SECOND, name).preview, reason=reason)

    def entries(self) -> int:
        """How many entries the log has."""
        return len(self.service.journal.log(limit=100_000))


def file_id(receipt: Receipt) -> str:
    """The id of a delivered file."""
    return receipt.records[0].stream_id.removeprefix("register.files.")


@contextmanager
def refused(rule: Rule, saying: str = "") -> Iterator[None]:
    """What is done inside is refused by this rule."""
    with pytest.raises(Refused) as refusal:
        yield
    assert [finding.rule for finding in refusal.value.findings] == [rule.code]
    assert saying in str(refusal.value)
