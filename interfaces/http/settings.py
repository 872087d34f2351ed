"""What the operator decides about the network service, from the environment."""

from pydantic import Field
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
    requests_per_minute: int = Field(default=3000, ge=1)
    """Requests one person may make in a minute, in each process."""
    strangers_per_minute: int = Field(default=300, ge=1)
    """Requests without a valid sign-in from one address in a minute, in each process."""
    poll_seconds: float = Field(default=25.0, ge=0.1, le=55.0)
    """How long a reader of the feed is kept waiting for something new."""
