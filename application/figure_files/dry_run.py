"""The result of checking a file: every problem, the changes it would bring, and what may be stated with a file."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import Field

from application.figure_files.checks.problems import CheckCount, FileProblem
from application.figure_files.mapping.table import Understood
from application.figure_files.previous_loads import LoadDifference
from domain.attainment import Caveat, LineState
from domain.facts.figure_files import DryRunId, MappingName
from domain.facts.figures import Cause, Correction, SourceFile
from domain.figures import LoadState
from domain.measures import Version
from domain.parties import Ags
from domain.rulebook.file_checks import CHECKS_VERSION
from domain.values import AgreementId, Day, DeliveryId, Frozen, LineId, Month, Sha256, Text, Year, canonical


class Saying(Frozen):
    """Statements with a file: why it comes again, and for which agreements it is."""

    cause: Cause | None = None
    """Why load states that count already are delivered again."""
    revision: Version = "original"
    """The revision of the statistic the figures belong to."""
    year: Year | None = None
    """Deliver for the agreements of this year only; without it for all that read the figures' year."""
    jump_percent: Annotated[int, Field(strict=True, ge=1, le=1000)] = 25
    """From which change on against the previous load a figure is warned of."""
    note: Text | None = None
    """A remark that stays with every load."""
    mapping: MappingName | None = None
    """The mapping to read the file by; without it the file has the template's layout, or exactly one mapping fits."""
    carrier: Ags | None = None
    """The carrier's official key (AGS), where neither the file nor the mapping says it."""
    month: Month | None = None
    """The month of every figure, likewise."""
    waited: Annotated[int | None, Field(strict=True, ge=0, le=24)] = None
    """The months waited, likewise."""
    loaded_on: Day | None = None
    """The day of loading, likewise."""


class PlannedLoad(Frozen):
    """One load of a file, for one agreement at one load state."""

    agreement_id: AgreementId
    delivery_id: DeliveryId
    state: LoadState
    loaded_on: date
    series: int
    figures: int
    empty: int
    """Figures that are missing or suppressed."""
    correction: Correction | None
    differing: int
    """Figures whose value differs from an earlier load."""
    differences: tuple[LoadDifference, ...]
    """The first of them."""


class LineChange(Frozen):
    """A line whose state would change if the file were released."""

    agreement_id: AgreementId
    line_id: LineId
    month: Month | None
    was_month: Month | None
    """The month of `was`: where a later one is loaded for the first time, the last one before it."""
    was: LineState
    now: LineState
    was_caveats: tuple[Caveat, ...]
    now_caveats: tuple[Caveat, ...]
    was_value: str | None
    now_value: str | None
    was_pace: str | None
    """The pace required of each remaining month, in the outlook's unit."""
    now_pace: str | None


class DryRun(Frozen):
    """The outcome of a check; nothing was recorded. A file without errors may be delivered, naming `id`."""

    id: DryRunId
    file: SourceFile
    rows: int
    errors: int
    warnings: int
    counts: tuple[CheckCount, ...]
    problems: tuple[FileProblem, ...]
    """All of them, or the first hundred of each check."""
    versions: dict[AgreementId, int]
    """The agreements it was checked against, each at its version."""
    loads: tuple[PlannedLoad, ...]
    lines: tuple[LineChange, ...]
    understood: Understood | None = None
    """How a file of another layout was read."""


def dry_run_id(sha256: Sha256, saying: Saying, versions: Mapping[AgreementId, int]) -> DryRunId:
    """Names a check by what was checked, and by the versions it was checked against.

    Whoever has the file can work it out, so it says which check is meant, and does not prove that it was made.
    """
    asked = canonical([sha256, saying.model_dump(mode="json")])
    against = canonical([CHECKS_VERSION, dict(versions)])
    return f"{hashlib.sha256(asked).hexdigest()[:16]}-{hashlib.sha256(against).hexdigest()[:16]}"
