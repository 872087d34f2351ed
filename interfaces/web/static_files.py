"""The files that pages are set in, one by one."""

from pathlib import Path as File
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import FileResponse, Response

from interfaces.http.problems import Trouble
from interfaces.web.assets import FILES, is_there
from interfaces.web.route import PageRoute

router = APIRouter(route_class=PageRoute, include_in_schema=False)
_TYPES = {".css": "text/css", ".js": "text/javascript", ".woff2": "font/woff2"}
FOR_EVER = "public, max-age=31536000, immutable"


@router.get("/assets/{digest}/{name}", operation_id="page_asset")
def read_asset(
    digest: Annotated[str, Path(max_length=20)],  # noqa: ARG001 - the address changes with the content, for caches
    name: Annotated[str, Path(max_length=40)],
) -> Response:
    """A file."""
    if name not in FILES or not is_there(name):
        raise Trouble("not-found")
    file: File = FILES[name]
    return FileResponse(file, media_type=_TYPES[file.suffix], headers={"Cache-Control": FOR_EVER})
