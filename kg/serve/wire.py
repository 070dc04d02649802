"""What is decided before any page: which names this server answers to, where it stands, and what every answer says."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Guard:
    """Refuses a request for another host than ours (a page elsewhere may have its own name resolve to loopback, "DNS
    rebinding"), takes off the path of the reverse proxy, and adds headers to every answer.
    """

    def __init__(self, app: ASGIApp, *, hosts: tuple[str, ...], base_path: str, headers: Mapping[str, str]) -> None:
        """`hosts` without ports; `*` among them is any."""
        self._app = app
        self._hosts = {each.casefold() for each in hosts}
        self._base_path = base_path
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers 421 (RFC 9110, section 15.5.20)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                if message["status"] == _SLASH:
                    headers["location"] = self._beside(headers["location"])
            await send(message)

        host = host_name(Headers(scope=scope).get("host", ""))
        if "*" not in self._hosts and host not in self._hosts:
            answer = PlainTextResponse(f"This server does not answer to the name {host[:100]!r}.\n", 421)
            await answer(scope, receive, marked)
            return
        await self._app(self._below(scope), receive, marked)

    def _below(self, scope: Scope) -> Scope:
        """The request as it is without the path of the proxy, whether the proxy takes that off itself or not."""
        path = scope["path"]
        if self._base_path and (path == self._base_path or path.startswith(f"{self._base_path}/")):
            return {**scope, "path": path[len(self._base_path) :] or "/"}
        return scope

    def _beside(self, location: str) -> str:
        """Where a redirection leads for the client: the router knows neither our path nor the name of the proxy."""
        to = urlsplit(location)
        return urlunsplit(("", "", f"{self._base_path}/{to.path.lstrip('/')}", to.query, ""))


_SLASH = 307  # the status of the router's own redirections: a path with a slash too many, or one too few
_HOST = re.compile(r"(\[[^\]]*\]|[^:]*)(?::\d*)?")


def host_name(header: str) -> str:
    """The name of a Host header without its port; that of an IPv6 address keeps its brackets (RFC 3986, 3.2.2)."""
    found = _HOST.fullmatch(header.strip())
    return (found[1] if found else header).casefold()
