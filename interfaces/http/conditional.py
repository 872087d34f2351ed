"""ETags: an agreement's version is the tag of everything read about it, and what a write was decided on."""

import re
from importlib.metadata import version as software_version
from typing import Any

from fastapi.responses import JSONResponse, Response

from interfaces.http.parameters import TAG
from interfaces.http.problems import Trouble

_SOFTWARE = software_version("zielsteuerung")


def etag(version: int) -> str:
    """The tag of an agreement at a version, as this software shows it; writing looks at the version alone."""
    return f'"{version}-{_SOFTWARE}"'


def version_matched(if_match: str | None) -> int:
    """The version a write was decided on; 428 without, 400 when it is not one of our tags."""
    if if_match is None:
        raise Trouble("version-missing")
    found = re.fullmatch(TAG, if_match.strip())
    if found is None:
        raise Trouble("version-unreadable")
    return int(if_match.strip().strip('"').partition("-")[0])


def tagged(if_none_match: str | None, version: int, content: Any) -> Response:
    """The content under its tag, or 304 when the caller has it already."""
    return unchanged(if_none_match, version) or JSONResponse(content, headers=_marks(version))


def rendered_already(version: int, body: bytes) -> Response:
    """A JSON body that was rendered before, under its tag."""
    return Response(body, media_type="application/json", headers=_marks(version))


def unchanged(if_none_match: str | None, version: int) -> Response | None:
    """304 when the caller has this version already, else None."""
    marks = _marks(version)
    known = [tag.strip().removeprefix("W/") for tag in (if_none_match or "").split(",")]
    return Response(status_code=304, headers=marks) if marks["ETag"] in known or "*" in known else None


def _marks(version: int) -> dict[str, str]:
    return {"ETag": etag(version), "Cache-Control": "private, no-cache"}
