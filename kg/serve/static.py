"""Styles and scripts: read from the package, with names that change when they do, so that browsers may keep them."""

import hashlib
import re
from functools import cache

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.web import asset

_NAME = re.compile(r"[a-z][a-z0-9_.-]{0,60}")  # nothing else is the name of an asset
_TYPES = {"css": "text/css", "js": "text/javascript"}
# an address that names this very content keeps it; another one is asked for again when an hour has passed
_FOR_EVER = "public, max-age=31536000, immutable"
_FOR_NOW = "public, max-age=3600"


@cache
def version(name: str) -> str:
    """Some letters that stand for the content of an asset."""
    return hashlib.sha256(asset(name).encode()).hexdigest()[:12]


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    ending = name.rpartition(".")[2]
    if ending not in _TYPES or not _NAME.fullmatch(name):
        raise HTTPException(404)
    try:
        text = asset(name)
    except FileNotFoundError:
        raise HTTPException(404) from None
    fits = request.query_params.get("v") == version(name)
    headers = {"cache-control": _FOR_EVER if fits else _FOR_NOW, "etag": f'"{version(name)}"'}
    if _has(request.headers.get("if-none-match", ""), headers["etag"]):
        return Response(status_code=304, headers=headers)
    return Response(text, media_type=_TYPES[ending], headers=headers)


def _has(known: str, etag: str) -> bool:
    """Whether a browser has this already (RFC 9110, 13.1.2): one of those that it names, perhaps weakly, or any."""
    return any(each.strip().removeprefix("W/") in (etag, "*") for each in known.split(","))


ROUTES: list[BaseRoute] = [Route("/static/{name}", _static)]
