"""The lists: cases, meetings, bodies, centres, people, themes, items and documents, narrowed, sorted and paged."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import msgspec
from starlette.routing import BaseRoute

from kg.errors import UsageError
from kg.pictures.items import Item
from kg.queries.answer import Answer
from kg.queries.names import plain
from kg.queries.values import Cell, in_order
from kg.serve.entity.answers import answer, one_page
from kg.serve.facets import Facets
from kg.serve.lists.rows import LISTS, Listing
from kg.serve.pages import Content, Here, routes
from kg.serve.pages.table import table_of

PAGE = 100  # rows


def list_page(here: Here, listing: Listing) -> Content:
    """One of the lists, as the address narrows, sorts and pages it."""
    facets = Facets(here)
    found = sorted_by(_rows(here, listing, facets), here.given("sort") or listing.sort)
    number = page_number(here)
    last = max(1, -(-len(found.rows) // PAGE))
    title = here.say(f"explorer.list.{listing.name}")

    def view() -> dict[str, Any]:
        shown = cut(found, number)
        table = msgspec.structs.replace(table_of(here, shown, most=PAGE), heads=())
        return {
            "listing": listing,
            "table": msgspec.structs.replace(table, heads=_heads(here, facets, shown, listing), total=len(found.rows)),
            "facets": facets.all(here.items, lambda item: tuple(listing.keys(here, item))),
            "chips": facets.chips(),
            "clear": facets.address({}),
            "hidden": [(name, code) for name, codes in facets.chosen.items() for code in codes],
            "pages": pages(facets, number, last),
            "number": number,
            "last": last,
            "first_row": (number - 1) * PAGE + 1,
        }

    shown = cut(found, number)
    nodes = tuple(str(getattr(row, listing.node)) for row in shown.rows)
    return Content("list.html", title, one_page(listing.name, title, found), view, nodes)


def _rows(here: Here, listing: Listing, facets: Facets) -> Answer:
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in facets.narrowed(here.items):
        for key in listing.keys(here, item):
            groups[key].append(item)
    if listing.kind and not facets.chosen:
        for thing in here.directory.of_kind(listing.kind):
            groups.setdefault(thing.iri, [])
    rows = (listing.row(here, key, items) for key, items in groups.items())
    wanted = set(plain(here.given("q")).split())
    kept = (row for row in rows if not wanted or _has(row, wanted))
    return answer(listing.name, listing.columns, kept, here.language)


def _has(row: tuple[Cell, ...], wanted: set[str]) -> bool:
    """Whether a row has every word, or the beginning of it, in what is shown."""
    words = plain(" ".join(str(each) for each in row[:-1])).split()
    return all(any(word.startswith(each) for word in words) for each in wanted)


def sorted_by(found: Answer, sort: str) -> Answer:
    """The rows by a column (`items`, or from the end `-items`), empty cells last, equal ones in a fixed order. Raises
    `UsageError` for a column that is not there.
    """
    down, name = sort.startswith("-"), sort.removeprefix("-")
    known = [column.name for column in found.shown]
    if name not in known:
        listed = ", ".join(known)
        raise UsageError(
            f"The list has no column {name}; it has: {listed}.", f"Listen har ingen kolonne {name}; den har: {listed}."
        )
    rows = sorted(found.rows, key=lambda row: in_order(str(row[-1])))
    rows.sort(key=lambda row: _key(getattr(row, name)), reverse=down)
    rows.sort(key=lambda row: getattr(row, name) in (None, "", ()))
    return msgspec.structs.replace(found, rows=tuple(rows))


def _key(value: Cell) -> tuple[Any, ...]:
    if isinstance(value, int):
        return (value,)
    return in_order("; ".join(value) if isinstance(value, tuple) else str(value or ""))


def cut(found: Answer, number: int) -> Answer:
    """The rows of one page."""
    start = (number - 1) * PAGE
    return msgspec.structs.replace(
        found, rows=found.rows[start : start + PAGE], nodes=found.nodes[start : start + PAGE]
    )


def page_number(here: Here) -> int:
    """Which page the address asks for. Raises `UsageError` for what is no number above 0."""
    given = here.given("page") or "1"
    if not given.isdecimal() or len(given) > 6 or int(given) < 1:
        raise UsageError(f"“{given}” is not the number of a page.", f"»{given}« er ikke nummeret på en side.")
    return int(given)


def pages(facets: Facets, number: int, last: int) -> list[tuple[str, str]]:
    """(what, address) of the pages before and after this one."""
    found = []
    if number > 1:
        found.append(("prev", facets.address(facets.chosen, page=str(number - 1) if number > 2 else "")))
    if number < last:
        found.append(("next", facets.address(facets.chosen, page=str(number + 1))))
    return found


def _heads(here: Here, facets: Facets, found: Answer, listing: Listing) -> tuple[tuple[str, str, str, str], ...]:
    """The heads of the columns, each a link that sorts by it; a second choice turns the order round."""
    sort = here.given("sort") or listing.sort
    made = []
    for cell, head in zip(_columns(found), table_of(here, found, most=PAGE).heads, strict=True):
        up, down = sort == cell, sort == f"-{cell}"
        begins_down = cell in ("items", "date", "first", "last", "meetings", "closed", "decisions", "driving")
        other = f"-{cell}" if up or (begins_down and not down) else cell
        made.append(
            (
                head[0],
                head[1],
                facets.address(facets.chosen, sort=other),
                "ascending" if up else "descending" if down else "",
            )
        )
    return tuple(made)


def _columns(found: Answer) -> list[str]:
    """The columns that a table shows: those in which some row has something."""
    return [
        column.name
        for column in found.shown
        if any(getattr(row, column.name) not in (None, (), "") for row in found.rows)
    ]


def _handler(listing: Listing) -> Callable[[Here], Content]:
    return lambda here: list_page(here, listing)


ROUTES: list[BaseRoute] = [route for each in LISTS for route in routes(f"/{each.name}", _handler(each))]
