"""What the service is asked, and what it answers."""

from dataclasses import dataclass
from uuid import UUID

from domain.record import Record, Request, RequestId
from domain.values import AgreementId


@dataclass(frozen=True, slots=True)
class Order:
    """A request about an agreement (none for a new one), and the version it was decided on."""

    request: Request
    agreement_id: AgreementId | None = None
    on_version: int = 0


@dataclass(frozen=True, slots=True)
class Trace:
    """The caller's marks on an act: the conversation it may begin, and their own id for it."""

    correlation_id: UUID | None = None
    request_id: RequestId | None = None


NO_TRACE = Trace()


@dataclass(frozen=True, slots=True)
class Receipt:
    """The records of an act; `repeated` when they had been recorded before under the same key."""

    records: tuple[Record, ...]
    repeated: bool = False

    @property
    def agreement_id(self) -> AgreementId:
        """The stream of the first record."""
        return self.records[0].stream_id

    @property
    def version(self) -> int:
        """The version of the first record's stream after it."""
        return self.records[0].version
