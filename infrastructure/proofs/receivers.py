"""Receivers of checkpoints: an address that takes them by POST, a folder, a mail server's queue; and who got which."""

import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from application.ports import Unavailable
from application.proofs.ports import Kept
from application.proofs.publishing import Receiver, Unsent
from infrastructure.recorder import Datastore

SECONDS = 10.0
FORM = (
    "ZIELSTEUERUNG_PUBLISH nennt „{text}“; erwartet wird NAME=ZIEL mit einem Ordner (/pfad), einer Adresse (https://…) "
    "oder einer Mailadresse (mailto:wer@wo?via=server:25)."
)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder somebody else reads, such as a share of the audit office."""

    name: str
    path: Path

    def send(self, checkpoint: Kept) -> None:
        """Put the checkpoint there as a file of its own, whole or not at all; raises Unsent."""
        file = self.path / f"checkpoint-{checkpoint.size}.txt"
        try:
            new = file.with_suffix(".neu")
            new.write_text(checkpoint.note, "utf-8")
            new.replace(file)
        except OSError as trouble:
            raise Unsent(f"der Ordner {self.path} nimmt nichts auf ({trouble.strerror})") from trouble


@dataclass(frozen=True, slots=True)
class Address:
    """A service that takes checkpoints by POST."""

    name: str
    url: str

    def send(self, checkpoint: Kept) -> None:
        """Post the checkpoint as text; raises Unsent unless the answer is one of success."""
        import httpx

        try:
            headers = {"Content-Type": "text/plain; charset=utf-8"}
            answer = httpx.post(self.url, content=checkpoint.note.encode(), headers=headers, timeout=SECONDS)
        except (httpx.HTTPError, httpx.InvalidURL) as trouble:
            raise Unsent(f"die Adresse antwortet nicht ({type(trouble).__name__})") from trouble
        if not answer.is_success:
            raise Unsent(f"die Adresse lehnt ab (HTTP {answer.status_code})")


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail address, by the queue of a mail server."""

    name: str
    to: str
    host: str
    port: int

    def send(self, checkpoint: Kept) -> None:
        """Hand a mail with the checkpoint to the mail server; raises Unsent."""
        message = EmailMessage()
        message["Subject"] = f"Zielsteuerung: Prüfpunkt über {checkpoint.size} Einträge"
        message["From"], message["To"] = f"zielsteuerung@{self.host}", self.to
        message.set_content("Bitte aufbewahren: Was dieser Prüfpunkt bezeugt, lässt sich nicht mehr unbemerkt ändern.")
        message.add_attachment(checkpoint.note, filename=f"checkpoint-{checkpoint.size}.txt")
        try:
            with smtplib.SMTP(self.host, self.port, timeout=SECONDS) as server:
                server.send_message(message)
        except (OSError, smtplib.SMTPException) as trouble:
            raise Unsent(f"der Mailserver {self.host} nimmt nichts an ({type(trouble).__name__})") from trouble


def receivers(text: str) -> tuple[Receiver, ...]:
    """The receivers of a setting, NAME=TARGET separated by blanks; raises Unavailable for what is none."""
    found = tuple(map(_receiver, text.split()))
    if len({one.name for one in found}) < len(found):
        raise Unavailable("ZIELSTEUERUNG_PUBLISH nennt einen Empfänger zweimal.")
    return found


def _receiver(text: str) -> Receiver:
    name, _, target = text.partition("=")
    try:
        parts = urlsplit(target)
        if name and target.startswith("/"):
            return Folder(name, Path(target))
        if name and parts.scheme == "https" and parts.hostname:
            return Address(name, target)
        if name and parts.scheme == "mailto" and "@" in parts.path:
            host, _, port = parse_qs(parts.query).get("via", ["localhost:25"])[0].partition(":")
            return Mail(name, unquote(parts.path), host, int(port or 25))
    except ValueError:
        pass
    raise Unavailable(FORM.format(text=text))


class PublicationTable:
    """Implements the application's Publications."""

    def __init__(self, datastore: Datastore) -> None:
        self._datastore = datastore

    def last(self) -> dict[str, tuple[int, datetime]]:
        """Size and instant of the last checkpoint each receiver got, by name."""
        rows = self._rows("SELECT DISTINCT ON (receiver) * FROM zielsteuerung.publication ORDER BY receiver, size DESC")
        return {row["receiver"]: (row["size"], row["sent_at"]) for row in rows}

    def sent(self, receiver: str, size: int, at: datetime) -> None:
        """Add one; another process may have sent the same."""
        self._rows(
            "INSERT INTO zielsteuerung.publication VALUES (%s, %s, %s) ON CONFLICT DO NOTHING RETURNING size",
            *(receiver, size, at),
        )

    def _rows(self, query: str, *values: object) -> Sequence[dict[str, Any]]:
        with self._datastore.get_connection() as connection:
            return connection.execute(query.encode(), values).fetchall()
