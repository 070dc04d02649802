"""The search: what is called so first, then the items that have the words, each with the passage that shows them."""

from typing import Any

import msgspec
from starlette.routing import BaseRoute

from kg.graph.store import generation_folder
from kg.queries.names import Named, names, nearest, plain
from kg.search import Hit, Matches
from kg.serve.entity.answers import answer, one_page
from kg.serve.entity.facts import items_by_iri
from kg.serve.facets import Facets
from kg.serve.lists import page_number, pages
from kg.serve.pages import Content, ElsewhereError, Here, routes
from kg.serve.pages.table import Part, Words, outcome_part, place_part

_MOST = 2_000  # items that are counted; who has more hits needs other words
PAGE = 20
_NAMED = ("case", "body", "unit", "person", "theme", "meeting")
_MOST_NAMED = 8
_LONGEST = 300  # characters of a question


class Found(msgspec.Struct, frozen=True):
    """A hit, ready to be shown: `place` is meeting, body and number; `snippet` in pieces, each with whether its words
    were asked for.
    """

    rank: int
    title: Part
    place: tuple[Part, ...]
    case: Part | None
    outcomes: tuple[Part, ...]
    snippet: tuple[tuple[str, bool], ...]
    source: Words | None


def find_page(here: Here) -> Content:
    """What `q` finds. A case number leads to its case."""
    words = here.given("q")[:_LONGEST]
    direct = _direct(here, words)
    _go_to_case(here, words, direct)
    facets = Facets(here)
    matches = _matches(here, words)
    known = items_by_iri(here)
    places = {iri: place for place, iri in enumerate(matches.items)}
    items = [known[iri] for iri in matches.items if iri in known]
    chosen = [item.iri for item in facets.narrowed(items)]
    number = page_number(here)
    hits = [matches.hit(places[iri]) for iri in chosen[(number - 1) * PAGE : number * PAGE]]
    shown = [_found(here, hit) for hit in hits]
    rows = (
        (each.rank, hit.date, " · ".join(part.text for part in each.place), each.title.text,
         each.case.text if each.case else None, tuple(part.text for part in each.outcomes),
         " ".join(hit.snippet.split()), hit.item, hit.document)
        for each, hit in zip(shown, hits, strict=True)
    )  # fmt: skip
    columns = [
        ("rank", "number"), ("date", "date"), ("meeting", "text"), ("title", "text"), ("case", "text"),
        ("outcomes", "list"), ("words", "long"), ("item", "iri"), ("document", "iri"),
    ]  # fmt: skip
    loose = [matches.hit(places[iri]) for iri in matches.items if iri not in known][:PAGE]
    title = here.say("explorer.found-title", words=words) if words else here.say("explorer.search")

    def view() -> dict[str, Any]:
        last = max(1, -(-len(chosen) // PAGE))
        return {
            "words": words,
            "direct": [_part(here, each) for each in direct],
            "found": shown,
            "loose": [] if facets.chips() or number > 1 else [_loose(here, hit) for hit in loose],
            "every": matches.every,
            "total": len(chosen),
            "capped": len(matches.items) == _MOST,
            "facets": facets.all(items, lambda item: (item.iri,)) if items else [],
            "chips": facets.chips(),
            "clear": facets.address({}),
            "pages": pages(facets, number, last),
            "number": number,
            "last": last,
            "close": [] if chosen or not words else _close(here, words),
        }

    page = one_page("find", title, answer("found", columns, rows, here.language))
    return Content("find.html", title, page, view, tuple(hit.item for hit in hits))


def _matches(here: Here, words: str) -> Matches:
    known: dict[int, str] = here.graph.kept.setdefault("items by number", {})
    return Matches(generation_folder(here.graph.path, here.graph.generation), words, limit=_MOST, known=known)


def _direct(here: Here, words: str) -> list[tuple[str, Named]]:
    """The things that are called so: those with exactly that name first, then those that have all its words."""
    asked = plain(words)
    wanted = set(asked.split())
    found: dict[str, tuple[int, str, Named]] = {}
    for kind in _NAMED if wanted else ():
        for each in names(here.graph, kind):
            rank = 0 if each.plain == asked else 1 if wanted <= set(each.plain.split()) else 2
            if rank < 2 and not (kind == "meeting" and rank) and rank < found.get(each.iri, (2,))[0]:
                found[each.iri] = (rank, kind, each)
    order = sorted(found.values(), key=lambda each: (each[0], _NAMED.index(each[1]), each[2].label))
    return [(kind, each) for _, kind, each in order[:_MOST_NAMED]]


def _go_to_case(here: Here, words: str, direct: list[tuple[str, Named]]) -> None:
    """Whoever types a case number wants the case. Raises `ElsewhereError`."""
    cases = [each for kind, each in direct if kind == "case" and each.plain == plain(words)]
    if len(cases) == 1 and not here.given("stay"):
        raise ElsewhereError(here.links.of(cases[0].iri))


def _part(here: Here, found: tuple[str, Named]) -> tuple[str, str, Part, str]:
    """Its kind, the word for that, the thing, and the name that was found where it is another than the thing's."""
    kind, named = found
    kind = {"unit": "centre"}.get(kind, kind)
    label = here.directory.label(named.iri)
    other = named.label if plain(named.label) != plain(label) else ""
    shown = here.directory.side_by_side(named.iri)
    return kind, here.say(f"explorer.kind.{kind}"), Part(shown, here.links.of(named.iri)), other


def _found(here: Here, hit: Hit) -> Found:
    item = items_by_iri(here)[hit.item]
    case = Part(item.case_number, here.links.of(item.case)) if item.case else None
    number = here.say("explorer.item-number", number=item.point)
    return Found(
        hit.rank,
        Part(item.title, here.links.of(item.iri)),
        (
            Part(item.date, here.links.of(item.iri.rpartition("/item/")[0])),
            Part(item.body_name, here.links.of(item.body)),
            Part(number),
        ),
        case,
        tuple(outcome_part(here, each) for each in item.outcomes),
        tuple(_pieces(hit)),
        place_part(here, hit.document, hit.start, hit.end) if hit.snippet else None,
    )


def _loose(here: Here, hit: Hit) -> tuple[Part, list[tuple[str, bool]], Words]:
    """A hit in a document without a meeting: its name, the passage in pieces, and where that stands."""
    return (
        Part(hit.title, here.links.of(hit.document)),
        _pieces(hit),
        place_part(here, hit.document, hit.start, hit.end),
    )


def _pieces(hit: Hit) -> list[tuple[str, bool]]:
    """The passage in pieces, those that were asked for and those between them."""
    pieces, at = [], 0
    for start, end in hit.marks:
        pieces += [(hit.snippet[at:start], False), (hit.snippet[start:end], True)]
        at = end
    return [piece for piece in [*pieces, (hit.snippet[at:], False)] if piece[0]]


def _close(here: Here, words: str) -> list[Part]:
    """Titles and names that come close to words that nothing has."""
    titles = {item.title: item.iri for item in here.items if not item.closed}
    for kind in ("case", "body", "unit", "person", "theme"):
        titles.update({each.label: each.iri for each in names(here.graph, kind)})
    return [Part(label, here.links.of(titles[label])) for label in nearest(words, titles)]


ROUTES: list[BaseRoute] = routes("/find", find_page)
