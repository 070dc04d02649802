"""What a request to `/sparql` asks: SPARQL 1.1 Protocol, section 2.1, and what of it is refused."""

import asyncio
import re
from collections.abc import Iterable
from urllib.parse import parse_qsl

import msgspec
from starlette.requests import Request

from kg.graph.dataset import Dataset
from kg.serve.endpoint.answers import RefusalError

MOST = 1_000_000  # bytes of a request
_PATIENCE = 30.0  # seconds until all of it must be there
_FIELDS = 1_000
_FORM, _DIRECT, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+")


class Question(msgspec.Struct, frozen=True):
    """What is asked: the text, the graphs that it is asked of (None for those that it names), and the form wanted."""

    query: str
    dataset: Dataset | None = None
    format: str = ""


async def read_question(request: Request) -> Question | None:
    """The question of a GET, HEAD or POST; None for one without any. Raises `RefusalError`."""
    fields = _fields(request.scope["query_string"])
    if request.method == "POST":
        return await _posted(request, fields)
    queries = _queries(fields)
    return _question(queries[0], fields) if queries else None


async def _posted(request: Request, fields: list[tuple[str, str]]) -> Question:
    media, *parameters = (part.strip().casefold() for part in request.headers.get("content-type", "").split(";"))
    if media == _UPDATE:
        raise RefusalError(403, "endpoint.update")
    if media not in (_FORM, _DIRECT):
        raise RefusalError(415, "endpoint.media", media=media[:100], direct=_DIRECT)
    if any(each.startswith("charset=") and each[8:].strip('"') not in ("utf-8", "utf8") for each in parameters):
        raise RefusalError(400, "endpoint.utf8")
    body = await read_body(request)
    queries = _queries(fields)
    if media == _DIRECT:
        queries.append(_decoded(body))
    else:
        posted = _fields(body)
        queries += _queries(posted)
        fields += posted
    if not queries:
        raise RefusalError(400, "endpoint.no-query")
    if len(queries) > 1:
        raise RefusalError(400, "endpoint.several")
    return _question(queries[0], fields)


def _queries(fields: Iterable[tuple[str, str]]) -> list[str]:
    names = [name for name, _ in fields]
    if "update" in names:
        raise RefusalError(403, "endpoint.update")
    if names.count("query") > 1:
        raise RefusalError(400, "endpoint.several")
    return [value for name, value in fields if name == "query"]


def _question(query: str, fields: Iterable[tuple[str, str]]) -> Question:
    found: dict[str, list[str]] = {"default-graph-uri": [], "named-graph-uri": [], "format": []}
    for name, value in fields:
        if name in found:
            found[name].append(value)
    default, named, forms = (tuple(dict.fromkeys(values)) for values in found.values())
    for iri in (*default, *named):
        checked_iri(iri)
    return Question(query, Dataset(default, named) if default or named else None, forms[0] if forms else "")


def checked_iri(iri: str) -> str:
    """A full IRI as it is; raises `RefusalError` for what is none."""
    if not _IRI.fullmatch(iri):
        raise RefusalError(400, "endpoint.graph-iri", iri=iri[:100])
    return iri


def _fields(encoded: bytes) -> list[tuple[str, str]]:
    try:
        text = encoded.decode("ascii")
        return parse_qsl(text, keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=_FIELDS)
    except UnicodeDecodeError:
        raise RefusalError(400, "endpoint.utf8") from None
    except ValueError:
        raise RefusalError(400, "endpoint.form") from None


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusalError(400, "endpoint.utf8") from None


async def read_body(request: Request) -> bytes:
    """The body of a request, which may be neither too large nor too slow. Raises `RefusalError`."""
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(_PATIENCE):
            async for part in request.stream():
                parts.append(part)
                size += len(part)
                if size > MOST:
                    raise RefusalError(413, "endpoint.too-long", {"connection": "close"}, most=MOST)
    except TimeoutError:
        raise RefusalError(408, "endpoint.slow", {"connection": "close"}, seconds=f"{_PATIENCE:g}") from None
    return b"".join(parts)
