"""ETags: an agreement's version is the tag of everything read about it, and what a write was decided on.

A file of figures has its preview in place of a version.
"""

import re
from datetime import datetime
from hashlib import sha256
from typing import Any

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from application.ports import Journal
from application.reading.agreement_at import visible
from domain.record import Actor
from domain.values import AgreementId
from interfaces.http.language import in_english
from interfaces.http.parameters import PREVIEW_TAG, TAG
from interfaces.http.problems import Trouble
from interfaces.software import software


def etag(state: int | str) -> str:
    """The tag of an agreement's version, or of a file's preview, as this software shows it in the reader's language."""
    return f'"{state}-{software()}{"-en" if in_english() else ""}"'


def version_matched(if_match: str | None) -> int:
    """The version a write was decided on; 428 without, 400 when it is not one of our tags."""
    return int(_matched(if_match, TAG))


def preview_matched(if_match: str | None) -> str:
    """The preview a decision about a file was made on; 428 without, 400 when it is not one of our tags."""
    return _matched(if_match, PREVIEW_TAG)


def _matched(if_match: str | None, tag: str) -> str:
    """The state a tag names, whatever software, language or compressing proxy marked it (W/)."""
    if if_match is None:
        raise Trouble("version-missing")
    if re.fullmatch(tag, if_match.strip()) is None:
        raise Trouble("version-unreadable")
    return if_match.strip().removeprefix("W/").strip('"').partition("-")[0]


def tagged(if_none_match: str | None, state: int | str, content: Any) -> Response:
    """The content under its tag, or 304 when the caller has it already."""
    return unchanged(if_none_match, state) or JSONResponse(content, headers=marks(state))


def held_already(
    if_none_match: str | None, journal: Journal, actor: Actor, agreement_id: AgreementId, known_at: datetime | None
) -> Response | None:
    """304 when the caller has the agreement as it stands, else None, before anything is formed of it."""
    if if_none_match is None:
        return None
    return unchanged(if_none_match, visible(journal, actor, agreement_id, known_at).records[-1].version)


def state_of_question(request: Request, position: int, generation: int, *more: object) -> str:
    """The state in a list's tag: its position, and a digest of the rows' generation, the question and who asks it."""
    actor = request.state.actor
    asked = (request.url.path, request.url.query, generation, *map(str, more))
    whose = (actor.role, actor.party, actor.scope, request.headers.get("accept-language"))
    return f"{position}-{sha256(repr((asked, whose)).encode()).hexdigest()[:16]}"


def rendered_already(version: int, body: bytes) -> Response:
    """A JSON body that was rendered before, under its tag."""
    return Response(body, media_type="application/json", headers=marks(version))


def unchanged(if_none_match: str | None, state: int | str) -> Response | None:
    """304 when the caller has this version already, else None."""
    known = [tag.strip().removeprefix("W/") for tag in (if_none_match or "").split(",")]
    same = etag(state) in known or "*" in known
    return Response(status_code=304, headers=marks(state)) if same else None


def marks(state: int | str) -> dict[str, str]:
    """The headers that mark a state for reading again."""
    return {"ETag": etag(state), "Cache-Control": "private, no-cache"}
