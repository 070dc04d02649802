"""One fact as pages show it: what it says, of what, with the places of its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from kg.graph.prefixes import short_name
from kg.pictures.items import Item
from kg.serve.pages import Here
from kg.serve.pages.table import Part, Words, place_of


class Fact(msgspec.Struct, frozen=True):
    """`label` is the property, `value` a text or a link, `iri` the node that it leads to, `words` places in documents,
    `reason` why a derived fact holds.
    """

    label: str
    value: Part
    iri: str = ""
    words: tuple[Words, ...] = ()
    reason: str = ""
    kind: str = ""


def fact_rows(facts: Iterable[Fact]) -> Iterator[tuple[str, str, str, str]]:
    """Facts as rows: property, value, IRI of the value, address of its first words."""
    for fact in facts:
        yield fact.label, fact.value.text, fact.iri, fact.words[0].href if fact.words else ""


def places_of(here: Here, evidence: Iterable[str]) -> tuple[Words, ...]:
    """The places of pieces of evidence, by document and offset, each once."""
    found = {part.href: part for each in sorted(evidence) if (part := place_of(here, each)) is not None}
    return tuple(found.values())


def link_part(here: Here, iri: str) -> Part:
    """A node by its name, as a link."""
    thing = here.directory.get(iri)
    if thing is not None:
        return Part(thing.label, here.links.of(iri))
    line = item_line(here, iri)
    return line or Part(short_name(iri) if "#" in iri else iri.removeprefix(here.links.base), here.links.of(iri))


def items_by_iri(here: Here) -> dict[str, Item]:
    """Every item by its IRI."""
    key = f"items by iri in {here.language}"
    found: dict[str, Item] | None = here.graph.kept.get(key)
    if found is None:
        found = here.graph.kept[key] = {each.iri: each for each in here.items}
    return found


def items_of(here: Here, iri: str) -> tuple[Item, ...]:
    """The items of a meeting or a case, by date and number."""
    key = f"items of each in {here.language}"
    found: dict[str, tuple[Item, ...]] | None = here.graph.kept.get(key)
    if found is None:
        grouped: dict[str, list[Item]] = defaultdict(list)
        for item in here.items:
            grouped[item.iri.rpartition("/item/")[0]].append(item)
            if item.case:
                grouped[item.case].append(item)
        found = here.graph.kept[key] = {each: tuple(items) for each, items in grouped.items()}
    return found.get(iri, ())


def item_line(here: Here, iri: str) -> Part | None:
    """An item in one line: date, body, number and title; None for what is no item."""
    item = items_by_iri(here).get(iri)
    if item is None:
        return None
    number = here.say("explorer.item-number", number=item.point)
    return Part(f"{item.date} {item.body_name}, {number}: {item.title}", here.links.of(iri))
