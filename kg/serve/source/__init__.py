"""The source page: the minutes themselves, with everything marked that the graph knows from them.

/id/document/{hash}          the page; #char=3,9 is a place in it, #L12 a line
/id/document/{hash}.json     the places and what stands on them; ?start=3&end=9 those that touch that range
                .csv .ttl .jsonld .txt     the same as rows; the document's named graph; the text itself
/document/{hash}/page/3.png  a picture of a page, where the file has pages
"""

from functools import partial

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.api import Graph
from kg.graph.rows import Iri
from kg.model.record import Record
from kg.serve.limited import limited
from kg.serve.links import Links
from kg.serve.negotiate import asked_form, media_type, split_suffix
from kg.serve.pages import Here
from kg.serve.pages.table import long_date
from kg.serve.site import language_of, render, say_of, site_of, texts_of
from kg.serve.source.cut import cut_lines, leaves, make_marks
from kg.serve.source.forms import graph_bytes, rows_page, spans_json
from kg.serve.source.names import Teller
from kg.serve.source.parts import Part, part_at, parts_of
from kg.serve.source.read import KINDS, Place, read_places
from kg.serve.source.sheets import sheet, shown_pages
from kg.web import script_json

# what the script says, by the names that it has for it
_TEXTS = {
    "rule": "rule", "score": "score", "because": "because", "more": "more", "line": "panel-line", "here": "link-here",
    "nothing": "nothing", "near": "near", "failed": "failed",
}  # fmt: skip
OFFERED = ("html", "json", "csv", "ttl", "jsonld", "text")
_SUFFIXES = {"json": "json", "csv": "csv", "ttl": "ttl", "jsonld": "jsonld", "txt": "text", "html": "html"}
_MEETING = """SELECT ?document ?meeting ?file ?date ?body ?iri {
  ?document sag:fileName ?file . OPTIONAL { ?meeting sag:minutes ?document ; dcterms:date ?date ; sag:body ?iri .
    ?iri skos:prefLabel ?body } } ORDER BY ?meeting LIMIT 1"""


class Outlined(msgspec.Struct, frozen=True):
    """An item in the table of contents beside the text: `line` is where it begins, in that part."""

    label: str
    title: str
    case: str
    line: int
    closed: bool
    part: int = 1


def _document(request: Request) -> Response:
    """The document in the form that was asked for. 404 for one that the graph does not have, 406 for another form."""
    stem, suffix = split_suffix(request.path_params["name"], _SUFFIXES)
    site, say = site_of(request), say_of(request)
    graph = site.graph()
    document = site.links.iri(f"document/{stem}")
    if stem not in graph.kept.setdefault("documents", _known(graph)):
        raise HTTPException(404, say("source.unknown"))
    form = _SUFFIXES[suffix] if suffix else asked_form(request, OFFERED)
    if form is None:
        raise HTTPException(406, say("source.forms", forms=", ".join(f".{each}" for each in _SUFFIXES)))
    answer = _page(request, graph, document) if form == "html" else _alternate(request, graph, document, form)
    answer.headers.setdefault("vary", "Accept, Accept-Language, Cookie")
    return answer


def _known(graph: Graph) -> frozenset[str]:
    return frozenset(str(each["sha256"])[:16] for each in graph.manifest.get("documents", ()))


def places_of(graph: Graph, document: str, part: Part) -> tuple[Place, ...]:
    """The places that a part of a document touches; those that were asked for last are kept."""
    kept: dict[tuple[str, int], tuple[Place, ...]] = graph.kept.setdefault("places of documents", {})
    asked = (document, part.number)
    if asked not in kept:
        found = read_places(graph, document, part.start - 1, part.end)  # -1: also what has no length
        for old in list(kept)[: max(0, len(kept) + 1 - _MOST_KEPT)]:
            kept.pop(old, None)
        kept[asked] = found
    return kept[asked]


def _parts(graph: Graph, document: str, record: Record) -> tuple[Part, ...]:
    """The parts of a document, found once for each graph."""
    kept: dict[str, tuple[Part, ...]] = graph.kept.setdefault("parts of documents", {})
    if document not in kept:
        kept[document] = parts_of(record)
    return kept[document]


def _part(request: Request, parts: tuple[Part, ...]) -> Part:
    """The part that the address asks for, the first by itself. 404 for one that is not there."""
    given = request.query_params.get("part", "1")
    found = next((part for part in parts if str(part.number) == given), None)
    if found is None:
        raise HTTPException(404)
    return found


_MOST_KEPT = 16


def _on(part: Part, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Without those that end where the part begins."""
    return tuple(each for each in places if each.end > part.start or each.start >= part.start)


def _page(request: Request, graph: Graph, document: str) -> Response:
    site, say = site_of(request), say_of(request)
    record = texts_of(graph).record(document)
    parts = _parts(graph, document, record) if record else (Part(1, 0, 0, 1, 1),)
    part = _part(request, parts)
    places = _on(part, places_of(graph, document, part)) if record else ()
    teller = Teller(graph, site.links, say)
    teller.learn(places)
    about = _about(graph, document, record)
    text = record.text[part.start : part.end] if record else ""
    text = text.removesuffix("\n") if part.number < len(parts) else text  # it ends the last line, and begins none
    lines = list(cut_lines(text, make_marks(places, teller.title, site.links.of), part.start, part.line))
    counts = {kind: sum(each.kind == kind for each in places) for kind in KINDS}
    outline = _outline(record, parts) if record else []
    return render(
        request,
        "source.html",
        about=about,
        heading=_heading(request, about),
        document=document,
        record=record,
        outline=outline,
        heads={each.line for each in outline},
        captions=_captions(record) if record else set(),
        leaves=leaves(lines, record.pages if record else ()),
        sheets=shown_pages(graph, record) if record else (),
        sheet=partial(_sheet, links=site.links, document=document),
        count=parts[-1].last,
        marks=len(places),
        digits=len(str(parts[-1].last)),
        part=part,
        parts=parts if len(parts) > 1 else (),
        names={kind: teller.kind(kind) for kind in KINDS},
        kinds=[(kind, teller.kind(kind), count) for kind, count in counts.items() if count],
        data=script_json({name: say(f"source.{key}") for name, key in _TEXTS.items()} | _borders(part, parts)),
    )


def _borders(part: Part, parts: tuple[Part, ...]) -> dict[str, object]:
    """For the script, which alone knows what stands after the # of an address: where each part begins."""
    return {"part": part.number, "parts": [(each.start, each.line) for each in parts]}


def _sheet(page: int, links: Links, document: str) -> str:
    """The address of the picture of a page."""
    return links.path(f"/document/{document.rpartition('/')[2]}/page/{page}.png")


def _about(graph: Graph, document: str, record: Record | None) -> dict[str, str]:
    """The file name of a document and its meeting; the graph knows no meeting of a document without a header."""
    file = record.path.replace("\\", "/").rpartition("/")[2] if record else ""
    rows = graph.query(_MEETING, {"document": Iri(document)}).dicts()
    known = {name: str(value) for name, value in (rows[0] if rows else {}).items() if value is not None}
    return {"file": file, "meeting": "", "date": "", "body": "", **known}


def _heading(request: Request, about: dict[str, str]) -> str:
    """What the minutes are called: body and day of the meeting, or the name of the file."""
    if not about["date"]:
        return about["file"] or say_of(request)("source.title")
    return f"{about['body']}, {long_date(Here(request, request.url.path), about['date'])}"


def _outline(record: Record, parts: tuple[Part, ...]) -> list[Outlined]:
    found = []
    line, seen = 1, 0
    for item in sorted(record.meeting.items, key=lambda each: each.start):
        line, seen = line + record.text.count("\n", seen, item.start), item.start
        case = item.case.value if item.case else ""
        found.append(
            Outlined(
                item.label or str(item.number), item.title.value, case, line, item.closed, part_at(parts, line=line)
            )
        )
    return found


def _captions(record: Record) -> set[int]:
    """The lines of the captions within the items."""
    starts = sorted(section.caption.start for item in record.meeting.items for section in item.sections)
    lines, line, seen = set(), 1, 0
    for start in starts:
        line, seen = line + record.text.count("\n", seen, start), start
        lines.add(line)
    return lines


def _alternate(request: Request, graph: Graph, document: str, form: str) -> Response:
    site = site_of(request)
    if form == "text":
        written = texts_of(graph).text(document).encode("utf-8", "surrogatepass")
        return Response(written, media_type="text/plain; charset=utf-8")
    if form in ("ttl", "jsonld"):
        return Response(graph_bytes(graph, document, form), media_type=media_type(form))
    found = _asked_places(request, graph, document)
    teller = Teller(graph, site.links, say_of(request))
    text = texts_of(graph).text(document)
    if form == "csv":
        return Response(rows_page(found, text, teller, language_of(request)), media_type=media_type("csv"))
    return Response(spans_json(document, found, text, teller), media_type="application/json")


def _asked_places(request: Request, graph: Graph, document: str) -> tuple[Place, ...]:
    """The places that touch the range of the query, or all where it gives none. 400 for what is no range."""
    record = texts_of(graph).record(document)
    parts = _parts(graph, document, record) if record else ()
    given = [request.query_params.get(name) for name in ("start", "end")]
    start, end = -1, max((part.end for part in parts), default=0)
    if given != [None, None]:
        if not all(each and each.isascii() and each.isdecimal() and len(each) < 10 for each in given):
            raise HTTPException(400, say_of(request)("source.range"))
        start, end = (int(str(each)) for each in given)
        end = max(end, start + 1)
    touched = [part for part in parts if part.start < end and part.end > start]
    found = {(each.start, each.end): each for part in touched for each in places_of(graph, document, part)}
    return tuple(each for each in found.values() if each.start < end and each.end > start)


ROUTES: list[BaseRoute] = [
    Route("/id/document/{name}", limited(_document)),
    Route("/document/{name}/page/{number:int}.png", limited(sheet)),
]
