"""The Reconciliation Service API 0.2, for OpenRefine: a column of names is matched with people, centres and cases.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/. GET /reconcile says what there is;
`queries=` and `extend=`, by GET or as a form by POST, ask. JSONP is not offered: it would run what a server says.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from anyio import to_thread
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.api import Graph
from kg.errors import UsageError
from kg.messages import Say
from kg.serve.cors import Cors
from kg.serve.endpoint.answers import RefusalError
from kg.serve.endpoint.request import read_body
from kg.serve.limited import limited
from kg.serve.reconcile.extend import CLASS_OF, OF_TYPE, PROPERTIES, as_texts, values_of
from kg.serve.reconcile.match import KIND_OF, Candidate, candidates, certain, key, known, weighed
from kg.serve.site import render, say_of, sentence_of, site_of
from kg.serve.source.names import names_of

_MOST_QUERIES = 200  # in one batch
_MOST_IDS = 500
_MOST_LETTERS = 500  # of one name
_MOST_VALUES = 10  # of one property: each is compared with those of every candidate
_MOST_RESULTS = 50  # of one query
_FEW = 5  # where a query does not say how many it wants
_LOOKED_AT = 30  # candidates whose properties are compared
_PREVIEW = (420, 260)  # pixels


class Wanted(msgspec.Struct, frozen=True):
    """A property of a query: its name and the value, or values, of the spreadsheet."""

    pid: str
    v: Any


class Query(msgspec.Struct, frozen=True):
    """One name to be matched."""

    query: str = ""
    type: str | list[str] = ""
    limit: float = _FEW
    properties: list[Wanted] = msgspec.field(default_factory=list)

    @property
    def types(self) -> list[str]:
        """The classes that are wanted."""
        return [self.type] if isinstance(self.type, str) else self.type

    @property
    def most(self) -> int:
        """How many results are wanted."""
        return max(1, min(int(self.limit), _MOST_RESULTS)) if self.limit > 0 else _FEW


class Named(msgspec.Struct, frozen=True):
    """A property that is to be fetched."""

    id: str


class Extend(msgspec.Struct, frozen=True):
    """The things and the properties of a data extension."""

    ids: list[str]
    properties: list[Named]


async def _reconcile(request: Request) -> Response:
    """The manifest, matches or values of properties."""
    try:
        asked = {**request.query_params, **(await _form(request))}
        if "queries" in asked:
            return _json(await _on_thread(request, _matched, asked["queries"]))
        if "extend" in asked:
            return _json(await _on_thread(request, _extended, asked["extend"]))
    except UsageError as error:
        return _json({"status": "error", "message": sentence_of(request, error)}, 400)
    except RefusalError as error:
        sentence = say_of(request)(error.key, **error.values)
        return _json({"status": "error", "message": sentence}, error.status, error.headers)
    return _json(_manifest(request))


async def _on_thread(request: Request, make: Callable[[Request, str], dict[str, Any]], text: str) -> dict[str, Any]:
    return await to_thread.run_sync(partial(make, request, text), limiter=request.app.state.limit)


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form by POST. Raises `RefusalError` for one too long or too slow, `UsageError` for none."""
    if request.method != "POST":
        return {}
    say, body = say_of(request), await read_body(request)
    try:
        return dict(parse_qsl(body.decode("utf-8"), errors="strict", max_num_fields=20))
    except ValueError:
        raise UsageError(say("reconcile.form")) from None


def _manifest(request: Request) -> dict[str, Any]:
    here, say = address_of(request), say_of(request)
    place = {name: {"service_url": here, "service_path": f"/suggest/{name}"} for name in ("entity", "type", "property")}
    return {
        "versions": ["0.2"],
        "name": say("reconcile.name"),
        "identifierSpace": site_of(request).links.base,
        "schemaSpace": "http://www.w3.org/2000/01/rdf-schema#Class",
        "view": {"url": f"{here.removesuffix('/reconcile')}/resource?iri={{{{id}}}}"},
        "defaultTypes": [_type(each, say) for each in KIND_OF],
        "suggest": place,
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", "width": _PREVIEW[0], "height": _PREVIEW[1]},
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/properties"},
            "property_settings": [],
        },
        "batchSize": _MOST_QUERIES,
    }


def address_of(request: Request) -> str:
    """The address of this service as the asker knows this server."""
    return f"{request.url.scheme}://{request.url.netloc}{site_of(request).links.path('/reconcile')}"


def _type(iri: str, say: Say) -> dict[str, str]:
    return {"id": iri, "name": say(f"reconcile.type.{KIND_OF[iri]}")}


def _matched(request: Request, text: str) -> dict[str, Any]:
    """The candidates of every query of a batch. Raises `UsageError` for what is no such batch or too large a one."""
    say = say_of(request)
    batch = _read(text, dict[str, Query], say)
    if len(batch) > _MOST_QUERIES:
        raise UsageError(say("reconcile.many", most=_MOST_QUERIES))
    if any(len(each.query) > _MOST_LETTERS or len(each.properties) > len(PROPERTIES) for each in batch.values()):
        raise UsageError(say("reconcile.letters", most=_MOST_LETTERS))
    graph = site_of(request).graph()
    return {name: {"result": _results(graph, each, say)} for name, each in batch.items()}


def _results(graph: Graph, asked: Query, say: Say) -> list[dict[str, Any]]:
    found = candidates(known(graph, asked.types), asked.query, max(asked.most, _LOOKED_AT))
    wanted = {each.pid: _texts(each.v) for each in asked.properties if each.pid in PROPERTIES}
    if wanted and found:
        values = values_of(graph, [each.iri for each in found], list(wanted), say("code"))
        found = weighed(found, wanted, as_texts(values))
    sure = certain(found)
    names = names_of(graph, (each.iri for each in found), say("code"))
    return [_result(each, names, say, sure) for each in found[: asked.most]]


def _result(each: Candidate, names: Mapping[str, str], say: Say, sure: str) -> dict[str, Any]:
    features = [{"id": "name", "value": round(each.name, 1)}]
    features += [{"id": pid, "value": round(value, 1)} for pid, value in each.properties]
    return {
        "id": each.iri,
        "name": names.get(each.iri, each.iri),
        "score": each.score,
        "match": each.iri == sure,
        "type": [_type(each.type, say)],
        "features": features,
    }


def _texts(value: object) -> list[str]:
    """The values of a property in a query: text, numbers, things that were matched before, or several of these."""
    values = value[:_MOST_VALUES] if isinstance(value, list) else [value]
    texts = (str(each.get("name") or each.get("id") or "") if isinstance(each, dict) else str(each) for each in values)
    return [text[:_MOST_LETTERS] for text in texts]


def _extended(request: Request, text: str) -> dict[str, Any]:
    """The values of properties. Raises `UsageError` for what asks for none, or for too many."""
    say = say_of(request)
    asked = _read(text, Extend, say)
    properties = [each.id for each in asked.properties]
    if len(asked.ids) > _MOST_IDS or len(properties) > len(PROPERTIES):
        raise UsageError(say("reconcile.many", most=_MOST_IDS))
    graph = site_of(request).graph()
    iris = [each for each in asked.ids if _is_iri(each)]
    found = values_of(graph, iris, [each for each in properties if each in PROPERTIES], say("code"))
    rows = {each: {pid: found.get(each, {}).get(pid, []) for pid in properties} for each in asked.ids}
    return {"meta": [_property(each, say) for each in properties], "rows": rows}


def _is_iri(text: str) -> bool:
    return ":" in text and not any(each in text for each in ' <>"{}|^`\\') and text.isprintable()


def _property(pid: str, say: Say) -> dict[str, Any]:
    if pid not in PROPERTIES:
        return {"id": pid, "name": pid}
    said: dict[str, Any] = {"id": pid, "name": say(f"reconcile.property.{pid}")}
    if pid in CLASS_OF:
        said["type"] = _type(CLASS_OF[pid], say) if CLASS_OF[pid] in KIND_OF else {"id": CLASS_OF[pid]}
    return said


def _properties(request: Request) -> Response:
    """The properties that can be fetched of a class."""
    kind = request.query_params.get("type", "")
    say = say_of(request)
    found = [_property(pid, say) for pid in OF_TYPE.get(kind, ())]
    return _json({"type": kind, "properties": [{"id": each["id"], "name": each["name"]} for each in found]})


def _suggest(request: Request) -> Response:
    """What begins, or has a word that begins, with `prefix`: things, classes or properties."""
    say, prefix = say_of(request), key(request.query_params.get("prefix", "")[:_MOST_LETTERS])
    what = request.path_params["what"]
    found: list[dict[str, Any]]
    if what == "entity":
        found = _suggested(request, prefix, say)
    else:
        each_of = (
            [_type(each, say) for each in KIND_OF] if what == "type" else [_property(pid, say) for pid in PROPERTIES]
        )
        found = [{"id": each["id"], "name": each["name"]} for each in each_of if _begins(key(each["name"]), prefix)]
    return _json({"result": found})


def _suggested(request: Request, prefix: str, say: Say) -> list[dict[str, Any]]:
    graph = site_of(request).graph()
    things = known(graph, [request.query_params.get("type", "")])
    found: dict[str, str] = {}
    for label, (iri, kind) in zip(things.labels, things.things, strict=True):
        if prefix and len(found) < _MOST_RESULTS and _begins(label, prefix):
            found.setdefault(iri, kind)
    names = names_of(graph, found, say("code"))
    return [
        {"id": iri, "name": names.get(iri, iri), "notable": [_type(kind, say)]}
        for iri, kind in sorted(found.items(), key=lambda each: names.get(each[0], each[0]))
    ]


def _begins(label: str, prefix: str) -> bool:
    """Whether each word of what was typed begins a word of a name."""
    words = label.split()
    return all(any(word.startswith(part) for word in words) for part in prefix.split())


def _preview(request: Request) -> Response:
    """A small page about one thing, for a frame of OpenRefine's: no script, and nothing to press but links."""
    iri = request.query_params.get("id", "")
    graph, say = site_of(request).graph(), say_of(request)
    kind = next((kind for label, kind in known(graph, ()).things if label == iri), "")
    rows = []
    if kind:
        found = values_of(graph, [iri], OF_TYPE[kind], say("code"))[iri]
        rows = [(say(f"reconcile.property.{pid}"), _shown(cells)) for pid, cells in found.items() if cells]
    name = names_of(graph, (iri,) if kind else (), say("code")).get(iri, "")
    answer = render(
        request, "reconcile_preview.html", iri=iri, name=name, kind=KIND_OF.get(kind, ""), rows=rows,
        status=200 if kind else 404,
    )  # fmt: skip
    answer.headers["content-security-policy"] = (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
    )
    return answer


def _shown(cells: list[dict[str, Any]]) -> str:
    texts = [str(each.get("name") or next(iter(each.values()))).removesuffix("T00:00:00") for each in cells]
    whole = " · ".join(texts[:6])
    return whole if len(whole) <= _MOST_SHOWN else f"{whole[:_MOST_SHOWN]} …"


_MOST_SHOWN = 240  # characters of a value in the preview


def _read(text: str, kind: type[Any], say: Say) -> Any:
    try:
        return msgspec.json.decode(text.encode("utf-8", "surrogatepass"), type=kind)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise UsageError(say("reconcile.json", reason=str(error)[:200])) from None


def _json(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(msgspec.json.encode(value), status, headers, media_type="application/json")


_OPEN = [Middleware(Cors)]
ROUTES: list[BaseRoute] = [
    Route("/reconcile", _reconcile, methods=["GET", "POST", "OPTIONS"], middleware=_OPEN),
    Route("/reconcile/properties", limited(_properties), methods=["GET", "OPTIONS"], middleware=_OPEN),
    Route("/reconcile/suggest/{what}", limited(_suggest), methods=["GET", "OPTIONS"], middleware=_OPEN),
    Route("/reconcile/preview", limited(_preview)),
]
