"""Pages that are the same for everybody: the accessibility statement."""

from fastapi import APIRouter, Request, Response

from interfaces.web.rendering import page
from interfaces.web.route import PageRoute

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@router.get("/barrierefreiheit", operation_id="page_accessibility")
def show_accessibility(request: Request) -> Response:
    """The statement on accessibility: the state, known gaps, and how to report one."""
    return page(request, "accessibility.html")
