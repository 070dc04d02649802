"""What the lists hold: for each of them what it counts, and the row of each thing that is counted."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

import msgspec

from kg.pictures.items import Item
from kg.queries.values import Cell
from kg.serve.entity.answers import Spec
from kg.serve.pages import Here


class Listing(msgspec.Struct, frozen=True):
    """A list: what of an item it counts, the rows of what was counted, and by which column it is sorted (`-`: from
    the end). `kind` are the things that are listed even where no item has them.
    """

    name: str
    keys: Callable[[Here, Item], Iterable[str]]
    row: Callable[[Here, str, list[Item]], tuple[Cell, ...]]
    columns: Spec
    node: str
    sort: str
    kind: str = ""


def _span(items: list[Item]) -> tuple[Cell, Cell]:
    """The first and last day of items, which come by date."""
    return (day_of(items[0].date), day_of(items[-1].date)) if items else (None, None)


def day_of(iso: str) -> Cell:
    """An ISO date as a date; what is not a whole one as text."""
    try:
        return datetime.date.fromisoformat(iso)
    except ValueError:
        return iso or None


def _most(here: Here, values: Iterable[str], count: int = 3) -> tuple[str, ...]:
    counted = Counter(values)
    order = sorted(counted, key=lambda each: (-counted[each], each))
    return tuple(here.directory.label(each) for each in order[:count])


def _case(here: Here, iri: str, items: list[Item]) -> tuple[Cell, ...]:
    thing = here.directory.things[iri]
    open_items = [item for item in items if not item.closed]
    title = here.say("explorer.container") if thing.flag else (open_items or items)[-1].title if items else None
    outcomes = items[-1].outcomes if items else ()
    return (thing.label, title, len(items), *_span(items), _most(here, (item.body for item in items)), outcomes, iri)


def _meeting(here: Here, iri: str, items: list[Item]) -> tuple[Cell, ...]:
    thing = here.directory.things[iri]
    decided = sum(bool(item.decision) for item in items)
    closed = sum(item.closed for item in items)
    return (day_of(thing.code), here.directory.label(thing.of), len(items), closed, decided, _documents(here, iri), iri)


def _documents(here: Here, meeting: str) -> tuple[str, ...]:
    key = f"documents by meeting in {here.language}"
    found: dict[str, list[str]] | None = here.graph.kept.get(key)
    if found is None:
        found = defaultdict(list)
        for each in here.directory.of_kind("document"):
            found[each.of].append(each.label)
        here.graph.kept[key] = found
    return tuple(found.get(meeting, ()))


def _body(here: Here, iri: str, items: list[Item]) -> tuple[Cell, ...]:
    meetings = len({meeting_of(item) for item in items})
    return (here.directory.side_by_side(iri), meetings, len(items), *_span(items), iri)


def _unit(here: Here, iri: str, items: list[Item]) -> tuple[Cell, ...]:
    thing = here.directory.things[iri]
    themes = _most(here, (theme for item in items for theme in item.themes))
    return (here.directory.side_by_side(iri), thing.others[:4], len(items), themes, *_span(items), iri)


def _person(here: Here, iri: str, items: list[Item]) -> tuple[Cell, ...]:
    drives = sum(iri in item.drivers for item in items)
    return (here.directory.side_by_side(iri), len(items), drives, *_span(items), iri)


def _theme(here: Here, iri: str, items: list[Item]) -> tuple[Cell, ...]:
    units = _most(here, (unit for item in items for unit in item.drivers))
    return (here.directory.side_by_side(iri), len(items), units, *_span(items), iri)


def _item(here: Here, _: str, items: list[Item]) -> tuple[Cell, ...]:
    item = items[0]
    themes = tuple(here.directory.label(each) for each in item.themes)
    return (
        day_of(item.date), item.body_name, item.number, item.title, item.case_number or None, item.outcomes, themes,
        item.iri,
    )  # fmt: skip


def _document(here: Here, iri: str, items: list[Item]) -> tuple[Cell, ...]:
    thing = here.directory.things[iri]
    meeting = here.directory.get(thing.of)
    body = here.directory.label(meeting.of) if meeting else None
    return (thing.label, day_of(meeting.code) if meeting else None, body, len(items), thing.of or None, iri)


def meeting_of(item: Item) -> str:
    """The IRI of the meeting of an item."""
    return item.iri.rpartition("/item/")[0]


def _document_keys(here: Here, item: Item) -> Iterable[str]:
    key = f"documents of meetings in {here.language}"
    found: dict[str, list[str]] | None = here.graph.kept.get(key)
    if found is None:
        found = defaultdict(list)
        for each in here.directory.of_kind("document"):
            found[each.of].append(each.iri)
        here.graph.kept[key] = found
    return found.get(meeting_of(item), ())


def _drivers(here: Here, item: Item) -> Iterable[str]:
    return (iri for iri in item.drivers if (each := here.directory.get(iri)) and each.kind == "centre")


_SPAN = (("first", "date"), ("last", "date"))
_IRI = ("iri", "iri")
LISTS = (
    Listing(
        "cases", lambda _, item: (item.case,) if item.case else (), _case,
        (("case", "text"), ("title", "text"), ("items", "number"), *_SPAN, ("bodies", "list"), ("outcomes", "list"),
         _IRI),
        "iri", "-last", "case",
    ),
    Listing(
        "meetings", lambda _, item: (meeting_of(item),), _meeting,
        (("date", "date"), ("body", "text"), ("items", "number"), ("closed", "number"), ("decisions", "number"),
         ("documents", "list"), ("meeting", "iri")),
        "meeting", "-date",
    ),
    Listing(
        "bodies", lambda _, item: (item.body,), _body,
        (("label", "text"), ("meetings", "number"), ("items", "number"), *_SPAN, _IRI), "iri", "-items", "body",
    ),
    Listing(
        "units", _drivers, _unit,
        (("label", "text"), ("others", "list"), ("items", "number"), ("themes", "list"), *_SPAN, _IRI),
        "iri", "-items", "centre",
    ),
    Listing(
        "people", lambda _, item: item.people, _person,
        (("label", "text"), ("items", "number"), ("driving", "number"), *_SPAN, _IRI), "iri", "-items", "person",
    ),
    Listing(
        "themes", lambda _, item: item.themes, _theme,
        (("label", "text"), ("items", "number"), ("units", "list"), *_SPAN, _IRI), "iri", "-items", "theme",
    ),
    Listing(
        "items", lambda _, item: (item.iri,), _item,
        (("date", "date"), ("body", "text"), ("number", "number"), ("title", "text"), ("case", "text"),
         ("outcomes", "list"), ("themes", "list"), ("item", "iri")),
        "item", "-date",
    ),
    Listing(
        "documents", _document_keys, _document,
        (("label", "text"), ("date", "date"), ("body", "text"), ("items", "number"), ("meeting", "iri"), _IRI),
        "iri", "-date", "document",
    ),
)  # fmt: skip
