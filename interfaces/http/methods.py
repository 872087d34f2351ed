"""Which methods an address offers, for those who try another one."""

from collections.abc import Iterable

from fastapi import APIRouter
from starlette.routing import compile_path

from interfaces.http.access import GuardedRoute


class Methods:
    """The methods of every address, from routers and their prefixes."""

    def __init__(self, routers: Iterable[tuple[str, APIRouter]]) -> None:
        self._routes = [
            (compile_path(prefix + route.path)[0], route.methods)
            for prefix, router in routers
            for route in router.routes
            if isinstance(route, GuardedRoute)
        ]

    def at(self, path: str) -> str:
        """The methods of all routes that lead to this address, as the header Allow names them."""
        offered = {method for address, methods in self._routes if address.match(path) for method in methods or ()}
        return ", ".join(sorted(offered))
