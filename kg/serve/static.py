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
    kept = "public, max-age=31536000, immutable" if request.query_params.get("v") == version(name) else "no-cache"
    return Response(text, media_type=_TYPES[ending], headers={"cache-control": kept, "etag": f'"{version(name)}"'})


ROUTES: list[BaseRoute] = [Route("/static/{name}", _static)]
