"""A file of figures on its way, as the steps about files write, check and deliver it."""

from dataclasses import dataclass, field

from application.figure_files.checks.problems import FileProblem
from application.figure_files.deliveries import FileDeliveries
from application.figure_files.dry_run import DryRun, Saying
from application.figure_files.intake.layout import LONG
from application.figure_files.preview import FileReading
from domain.facts import FigureFileDelivered
from domain.facts.figures import Cause
from domain.record import Actor
from tests.figures.files import as_csv, taken
from tests.specs.cast import SECOND
from tests.specs.world import World

PLAIN = Saying()
TRANSMISSION = Saying(cause=Cause.TRANSMISSION_ERROR)


@dataclass
class Paper:
    """The file on the table, and what was found out about it."""

    world: World
    rows: list[list[object]] = field(default_factory=list)
    content: bytes | None = None
    header: tuple[str, ...] = LONG
    checked: DryRun | None = None
    seen: FileReading | None = None
    file_id: str = ""

    @property
    def files(self) -> FileDeliveries:
        """The way of a file."""
        return FileDeliveries(self.world.service)

    @property
    def bytes(self) -> bytes:
        """The file as it is handed in."""
        return self.content or as_csv([tuple(row) for row in self.rows], self.header)

    @property
    def dry_run(self) -> DryRun:
        """The last check; fails when there was none."""
        self.world.must_be_examined()
        assert self.checked is not None, "Die Datei wurde nicht geprüft."
        return self.checked

    def check(self, actor: Actor, saying: Saying = PLAIN) -> None:
        """Check the file."""
        with taken(self.bytes, "maerz.csv") as file:
            self.checked = self.world.attempt(lambda: self.files.check(actor, file, saying))

    def deliver(self, actor: Actor, dry_run: str) -> None:
        """Deliver the file on a check."""
        with taken(self.bytes, "maerz.csv") as file:
            receipt = self.world.attempt(lambda: self.files.deliver(actor, file, dry_run))
        self.world.receipt = receipt
        if receipt:
            fact = receipt.records[0].fact
            assert isinstance(fact, FigureFileDelivered)
            self.file_id = fact.file_id
            own = [record for record in receipt.records if record.stream_id == self.world.agreement_id]
            self.world.version = own[-1].version if own else self.world.version

    @property
    def preview(self) -> str:
        """The preview last looked at, or the one as it stands."""
        return (self.seen or self.files.read(SECOND, self.file_id)).preview

    def problems(self, check: str) -> list[FileProblem]:
        """What a check found."""
        return [problem for problem in self.dry_run.problems if problem.check == check]
