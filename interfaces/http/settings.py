"""The operator's settings of the network service, from the environment."""

from ipaddress import ip_address

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class HttpSettings(BaseSettings):
    """Limits of the network service; each is an environment variable with the prefix ZIELSTEUERUNG_."""

    model_config = SettingsConfigDict(env_prefix="ZIELSTEUERUNG_", env_ignore_empty=True, frozen=True)

    body_limit: int = Field(default=4 * 1024 * 1024, ge=1024)
    """Bytes a request's body may have."""
    upload_limit: int = Field(default=64 * 1024 * 1024, ge=1024)
    """Bytes a file of figures may have."""
    files_at_once: int = Field(default=2, ge=1)
    """How many files of figures each process reads at the same time; further ones wait."""
    query_limit: int = Field(default=4096, ge=256)
    """Bytes an address may have, query included."""
    header_limit: int = Field(default=16 * 1024, ge=1024)
    """Bytes all header fields together may have."""
    head_seconds: float = Field(default=10.0, gt=0, le=600)
    """How long a connection may take from its first moment, or an answer's end, to the end of the next head."""
    body_seconds: float = Field(default=10.0, gt=0, le=600)
    """After how long, again and again, a body has to have come on at `body_rate`, or be whole."""
    body_rate: int = Field(default=16 * 1024, ge=1)
    """Bytes of a body that have to come in a second, unless the service itself lets it wait."""
    answer_seconds: float = Field(default=30.0, gt=0, le=600)
    """How long an answer may wait for a caller who does not read it."""
    connections: int = Field(default=500, ge=10)
    """Connections each process holds at the same time; where all are taken, the oldest without a head gives way."""
    connections_per_address: int = Field(default=200, ge=1)
    """Connections each process holds with one address at the same time."""
    proxies: str = ""
    """Addresses of reverse proxies, separated by spaces: their X-Forwarded-For names the caller that limits count."""
    uploads_per_person: int = Field(default=4, ge=1)
    """Files one person may send to each process at the same time."""
    answers_per_person: int = Field(default=2, ge=1)
    """Answers each process makes for one person at the same time; further ones wait."""
    exports_per_person: int = Field(default=1, ge=1)
    """Papers, tables, histories and bundles each process makes for one person at the same time; further ones wait."""
    exports_at_once: int = Field(default=2, ge=1)
    """How many parts of long ones each process makes at the same time for all persons together."""
    bodies_per_person: int = Field(default=4, ge=1)
    """Bodies of more than 8 KiB one person may send to each process at the same time; further ones wait."""
    readers_per_person: int = Field(default=10, ge=1)
    """Streams and waiting requests of the feed one person may have in each process at the same time."""
    readers_per_party: int = Field(default=40, ge=1)
    """The same for all persons of a party together."""
    monitors: str = ""
    """Addresses, separated by spaces, that read metrics and the details of health; this machine always may."""
    requests_per_minute: int = Field(default=3000, ge=1)
    """Requests one person may make in a minute, in each process."""
    strangers_per_minute: int = Field(default=300, ge=1)
    """Requests without a valid sign-in from one address in a minute, in each process."""
    poll_seconds: float = Field(default=25.0, ge=0.1, le=55.0)
    """How long a reader of the feed is kept waiting for something new."""

    @field_validator("proxies", "monitors")
    @classmethod
    def _addresses(cls, addresses: str) -> str:
        return " ".join(str(ip_address(one)) for one in addresses.split())
