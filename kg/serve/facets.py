"""Narrowing a list: by body, year, centre, theme and outcome, each value with how much of it there is."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from urllib.parse import urlencode

import msgspec

from kg.errors import UsageError
from kg.pictures.items import Item
from kg.queries.names import look_up
from kg.serve.pages import Here

NAMES = ("year", "body", "unit", "theme", "outcome")
_KINDS = {"body": "body", "unit": "agent", "theme": "theme", "outcome": "outcome"}
_SHOWN = 8  # values of a facet that stand open; the others are below them
_MOST = 60

Keys = Callable[[Item], tuple[str, ...]]


class Value(msgspec.Struct, frozen=True):
    """A value of a facet: how many there are with it, and the address with it chosen, or no more."""

    label: str
    count: int
    href: str
    chosen: bool


class Facet(msgspec.Struct, frozen=True):
    """A facet: `values` stand open, `others` below them."""

    name: str
    label: str
    values: tuple[Value, ...]
    others: tuple[Value, ...] = ()


class Facets:
    """What the address narrows a list of items to, and what it could be narrowed to besides."""

    def __init__(self, here: Here) -> None:
        """Raises `UsageError` for a value that nothing has."""
        self.here = here
        self.chosen: dict[str, tuple[str, ...]] = {}
        for name in NAMES:
            given = [each.strip() for each in here.request.query_params.getlist(name) if each.strip()]
            if given:
                self.chosen[name] = tuple(dict.fromkeys(self._code(name, each) for each in given))

    def _code(self, name: str, given: str) -> str:
        """A value as it stands in addresses: the IRI below the base, a notation, a year."""
        if name == "year":
            if not (given.isdecimal() and len(given) == 4):
                raise UsageError(
                    f"“{given}” is not a year; write it like 2022.", f"»{given}« er ikke et år; skriv det som 2022."
                )
            return given
        return self._of(look_up(self.here.graph, _KINDS[name], given))

    def _of(self, iri: str) -> str:
        thing = self.here.directory.get(iri)
        if thing is not None and thing.kind in ("theme", "outcome"):
            return thing.code
        return iri.removeprefix(self.here.links.base)

    def codes(self, name: str, item: Item) -> tuple[str, ...]:
        """The values that an item has."""
        if name == "year":
            return (item.date[:4],)
        if name == "outcome":
            return item.notations
        found = {"body": (item.body,), "unit": item.drivers, "theme": item.themes}[name]
        return tuple(self._of(iri) for iri in found)

    def narrowed(self, items: Iterable[Item], but: str = "") -> list[Item]:
        """The items that have a chosen value of every facet except `but`."""
        wanted = [(name, set(codes)) for name, codes in self.chosen.items() if name != but]
        return [item for item in items if all(not codes.isdisjoint(self.codes(name, item)) for name, codes in wanted)]

    def label(self, name: str, code: str) -> str:
        """A value as people read it."""
        directory = self.here.directory
        if name in ("theme", "outcome"):
            thing = directory.concept(code)
            return thing.label if thing else code
        return code if name == "year" else directory.side_by_side(f"{self.here.links.base}{code}")

    def all(self, items: Iterable[Item], keys: Keys) -> list[Facet]:
        """Every facet over these items; `keys` are what is counted: an item itself, or what it belongs to."""
        listed = list(items)
        found = []
        for name in NAMES:
            counts = self._counts(name, self.narrowed(listed, but=name), keys)
            if len(counts) > 1 or name in self.chosen:
                found.append(self._facet(name, counts))
        return found

    def _counts(self, name: str, items: list[Item], keys: Keys) -> Counter[str]:
        seen: dict[str, set[str]] = defaultdict(set)
        for item in items:
            for code in self.codes(name, item):
                seen[code].update(keys(item))
        return Counter({code: len(each) for code, each in seen.items() if each})

    def _facet(self, name: str, counts: Counter[str]) -> Facet:
        chosen = self.chosen.get(name, ())
        labels = {code: self.label(name, code) for code in {*counts, *chosen}}
        rank: Callable[[str], tuple[object, ...]] = partial(_rank, name, counts, labels)
        order = sorted(labels, key=lambda code: (code not in chosen, *rank(code)))[:_MOST]
        values = [Value(labels[code], counts[code], self.toggled(name, code), code in chosen) for code in order]
        return Facet(name, self.here.say(f"explorer.facet.{name}"), tuple(values[:_SHOWN]), tuple(values[_SHOWN:]))

    def toggled(self, name: str, code: str) -> str:
        """The address with a value chosen, or no more."""
        chosen = self.chosen.get(name, ())
        codes = [each for each in chosen if each != code] if code in chosen else [*chosen, code]
        return self.address({**self.chosen, name: tuple(codes)})

    def address(self, chosen: dict[str, tuple[str, ...]], **others: str) -> str:
        """The address of this list with these values."""
        kept = {key: self.here.given(key) for key in ("q", "sort") if self.here.given(key)}
        pairs = [*{**kept, **others}.items(), *((name, each) for name in NAMES for each in chosen.get(name, ()))]
        query = urlencode([(key, value) for key, value in pairs if value], safe="/")
        return self.here.links.path(self.here.path) + (f"?{query}" if query else "")

    def chips(self) -> list[tuple[str, str, str]]:
        """What is chosen: facet, value, and the address without it."""
        return [
            (self.here.say(f"explorer.facet.{name}"), self.label(name, code), self.toggled(name, code))
            for name, codes in self.chosen.items()
            for code in codes
        ]


def _rank(name: str, counts: Counter[str], labels: dict[str, str], code: str) -> tuple[object, ...]:
    """Years from the newest, all else from the most."""
    return (-int(code),) if name == "year" else (-counts[code], labels[code])
