"""In which form an answer is sent: what Accept, `?format=` or a suffix asks for, of what there is."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec
from starlette.datastructures import Headers
from starlette.requests import Request

# form: the media type that it is sent as, then the other names that it goes by
FORMS: dict[str, tuple[str, ...]] = {
    "html": ("text/html", "application/xhtml+xml"),
    "json": ("application/json",),
    "srj": ("application/sparql-results+json", "application/json"),
    "srx": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "ttl": ("text/turtle", "application/x-turtle", "application/turtle"),
    "nt": ("application/n-triples", "text/plain"),
    "jsonld": ("application/ld+json", "application/json"),
    "rdf": ("application/rdf+xml", "application/xml", "text/xml"),
    "problem": (
        "application/problem+json",
        "application/json",
        "application/sparql-results+json",
        "application/ld+json",
    ),
    "text": ("text/plain",),
}
ROWS = ("srj", "srx", "csv", "tsv")  # what the answer to a SELECT or ASK can be
TRIPLES = ("ttl", "nt", "jsonld", "rdf")


class Range(msgspec.Struct, frozen=True):
    """One of the media types of an Accept header, `*` for any; `quality` from 0 (not at all) to 1."""

    type: str
    subtype: str
    quality: float


@lru_cache(maxsize=1_024)
def choose(accept: str, offered: tuple[str, ...]) -> str | None:
    """The form (a key of `FORMS`) that an Accept header (RFC 9110, 12.5.1) likes best; None where none will do.

    Of those liked equally the one that the header names most exactly, then the first in `offered`. An empty header is
    content with anything. `application/json`, say, is a name of several forms: the one whose own type it is comes
    first.
    """
    ranges = parse_accept(accept)
    if not ranges:
        return offered[0] if offered else None
    best, found = (0.0, 0), None
    for form in offered:
        liked = max(_liked(media, ranges, own=media == FORMS[form][0]) for media in FORMS[form])
        if liked[0] > 0 and liked > best:
            best, found = liked, form
    return found


def asked_form(request: Request, offered: tuple[str, ...]) -> str | None:
    """The form of the answer to a request: `?format=` (a form or a media type) where it is there, else by Accept."""
    wanted = request.query_params.get("format", "").strip()
    if wanted:
        return form_named(wanted, offered)
    return choose(accept_of(request.headers), offered)


def form_named(name: str, offered: Iterable[str]) -> str | None:
    """The form that a `format=` means: one of `offered` by its own name (`ttl`), `json` or `xml` for any of their kind,
    or by a media type; None where there is no such.
    """
    forms = tuple(offered)
    name = name.casefold()
    if name in forms:
        return name
    alike = {"json": ("srj", "jsonld"), "xml": ("srx", "rdf"), "turtle": ("ttl",), "ntriples": ("nt",)}
    found = next((form for form in alike.get(name, ()) if form in forms), None)
    return found or (choose(name, forms) if "/" in name and "*" not in name else None)


def split_suffix(path: str, offered: Iterable[str]) -> tuple[str, str | None]:
    """A path without its suffix, and the form that this names: `/id/by/case/1.ttl` is `/id/by/case/1` as `ttl`; the
    path as it is and None where it ends in none of `offered`.
    """
    stem, dot, suffix = path.rpartition(".")
    return (stem, suffix) if dot and stem and suffix in tuple(offered) else (path, None)


def media_type(form: str) -> str:
    """What a Content-Type says of a form, its encoding included where the type leaves it open."""
    media = FORMS[form][0]
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def accept_of(headers: Headers) -> str:
    """The Accept header of a request, which may come in several lines."""
    return ", ".join(headers.getlist("accept"))


def parse_accept(accept: str) -> list[Range]:
    """The media ranges of an Accept header; what is no media range is passed over."""
    found = []
    for part in accept.split(","):
        media, *parameters = (each.strip().casefold() for each in part.split(";"))
        kind, slash, subtype = media.partition("/")
        if slash and kind and subtype:
            found.append(Range(kind, subtype, _quality(parameters)))
    return found


def _quality(parameters: Iterable[str]) -> float:
    for each in parameters:
        name, _, value = each.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def _liked(media: str, ranges: Iterable[Range], *, own: bool) -> tuple[float, int]:
    """How much a header likes a media type, by the most exact of its ranges, and how exact that is.

    A `*` means a form's own type, never one that it goes by besides.
    """
    kind, _, subtype = media.partition("/")
    exact, quality = 0, 0.0
    for each in ranges:
        if each.type == kind and each.subtype == subtype:
            level = 4 if own else 3
        elif own and each.type == kind and each.subtype == "*":
            level = 2
        else:
            level = 1 if own and each.type == each.subtype == "*" else 0
        if level > exact or (level == exact and level and each.quality > quality):
            exact, quality = level, each.quality
    return quality, exact
