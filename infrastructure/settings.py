"""The operator's settings, from the environment."""

import os
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def default_data_directory() -> Path:
    """Default place of the embedded database, unless ZIELSTEUERUNG_DATA names another.

    As root under /var/lib, because the server then runs as a user of its own, for whom every folder above must be
    passable; else among the user's own data (XDG).
    """
    if os.geteuid() == 0:
        return Path("/var/lib/zielsteuerung")
    own = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(own) / "zielsteuerung"


class Settings(BaseSettings):
    """Environment variables; without any, the embedded server is used."""

    model_config = SettingsConfigDict(env_ignore_empty=True, frozen=True)

    database_url: str | None = Field(default=None, repr=False)
    """DATABASE_URL: an own server, PostgreSQL 15 or newer, as URL or keywords; the login of the service.

    The login must be a member of the role zielsteuerung_service, or own the database (then it takes on that role).
    """
    database_read_url: str | None = Field(default=None, repr=False)
    """DATABASE_READ_URL: a streaming standby of that server, by the same login: it answers what asks for many rows, as
    far as it has received what was asked for; without it everything is read from DATABASE_URL."""
    database_owner_url: str | None = Field(default=None, repr=False)
    """DATABASE_OWNER_URL: the login that owns the schema and may make roles; without it DATABASE_URL's does."""
    zielsteuerung_data: Path = Field(default_factory=default_data_directory)
    """ZIELSTEUERUNG_DATA: directory of the embedded server."""
    zielsteuerung_sample: bool = False
    """ZIELSTEUERUNG_SAMPLE: commands open the sample's database, as with --sample."""
    zielsteuerung_keys: Path | None = None
    """ZIELSTEUERUNG_KEYS: folder of the keys that sign checkpoints; without it `keys` in ZIELSTEUERUNG_DATA."""
    zielsteuerung_signing_key: SecretStr | None = None
    """ZIELSTEUERUNG_SIGNING_KEY: those keys by value instead, 32 bytes in Base64 each, separated by blanks."""
    zielsteuerung_publish: str = ""
    """ZIELSTEUERUNG_PUBLISH: who gets each new checkpoint, NAME=TARGET separated by blanks.

    A target is a folder (/path), an address that takes it by POST (https://…), or a mail address by a mail server
    (mailto:who@where?via=server:25).
    """
    zielsteuerung_origin: str | None = Field(default=None, pattern=r"^[!-*,-~]+$")
    """ZIELSTEUERUNG_ORIGIN: what the log is called in its first checkpoint, and then for good; else a random name."""
