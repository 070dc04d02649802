"""Graph to Matrix: who drives which theme, in how many items, year by year."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

import msgspec

from kg.graph.graph import Graph
from kg.messages import Say
from kg.model.fact import Literal
from kg.pictures.items import Item, Shown, read_items, show_items
from kg.pictures.names import distinct
from kg.pictures.timeline.read import label_of, period

# As in drives.rq, so that the numbers are the same.
_DRIVERS = """SELECT ?x ?label {
  { ?x a sag:Centre ; skos:prefLabel ?label } UNION { ?x a sag:Director ; foaf:name ?label } }"""
_THEMES = """SELECT ?lang ?x ?label {
  ?x skos:inScheme ?scheme ; skos:prefLabel ?label . FILTER (?scheme != sag:outcomes && LANG(?label) = ?lang) }"""


class Named(msgspec.Struct, frozen=True):
    """A centre, a director or a theme: its IRI and what it is called."""

    iri: str
    label: str


class Counted(msgspec.Struct, frozen=True):
    """An item, and the places of the rows and columns that it counts in. Its `shown` has IRIs in place of addresses."""

    shown: Shown
    year: int
    rows: tuple[int, ...]
    columns: tuple[int, ...]


class Matrix(msgspec.Struct, frozen=True, dict=True):
    """Rows are centres and directors, columns themes, each by label; `items` are by date. `name` says what the matrix
    was narrowed to, if anything.
    """

    name: str
    rows: tuple[Named, ...]
    columns: tuple[Named, ...]
    years: tuple[int, ...]
    items: tuple[Counted, ...]

    @cached_property
    def counts(self) -> dict[tuple[int, int, int], int]:
        """How many items there are for a row, a column and a year; for the year 0, of all years."""
        found: dict[tuple[int, int, int], int] = defaultdict(int)
        for item in self.items:
            for row in item.rows:
                for column in item.columns:
                    found[row, column, item.year] += 1
                    found[row, column, 0] += 1
        return dict(found)

    def row_total(self, row: int) -> int:
        """In how many items this centre or director drives any of the themes."""
        return sum(row in item.rows for item in self.items)

    def column_total(self, column: int) -> int:
        """How many items of this theme any of the rows drives."""
        return sum(column in item.columns for item in self.items)


def read_matrix(
    graph: Graph, say: Say, *, unit: str = "", theme: str = "", body: str = "", since: str = "", until: str = ""
) -> Matrix:
    """The matrix of all, of one centre (or director), of one theme, or of what one body treated. `unit`, `theme` and
    `body` are IRIs; `since` and `until` are days, months or years. Raises `UsageError` where one cannot be read.
    """
    language = say("code")
    first, last = period(graph, since, until)
    drivers = {str(iri): str(label) for iri, label in sorted(graph.query(_DRIVERS).values()) if unit in ("", str(iri))}
    themes = {
        str(iri): str(label)
        for _, iri, label in sorted(graph.query(_THEMES, {"lang": Literal(language)}).values())
        if theme in ("", str(iri))
    }
    chosen = [
        each
        for each in read_items(graph, language)
        if first <= each.date <= last
        and body in ("", each.body)
        and any(driver in drivers for driver in each.drivers)
        and any(of in themes for of in each.themes)
    ]
    rows = _named(graph, drivers, (driver for each in chosen for driver in each.drivers))
    columns = _named(graph, themes, (of for each in chosen for of in each.themes))
    name = " · ".join(label_of(graph, iri, language) for iri in (unit, theme, body) if iri)
    years = tuple(sorted({int(each.date[:4]) for each in chosen}))
    return Matrix(name, rows, columns, years, tuple(_counted(graph, chosen, rows, columns)))


def _named(graph: Graph, labels: dict[str, str], used: Iterable[str]) -> tuple[Named, ...]:
    """Those that are used, by label; where two are called the same, with their authorities."""
    found = distinct(graph, {iri: labels[iri] for iri in set(used) if iri in labels})
    return tuple(Named(iri, label) for label, iri in sorted((label, iri) for iri, label in found.items()))


def _counted(
    graph: Graph, chosen: list[Item], rows: tuple[Named, ...], columns: tuple[Named, ...]
) -> Iterable[Counted]:
    row_of = {each.iri: place for place, each in enumerate(rows)}
    column_of = {each.iri: place for place, each in enumerate(columns)}
    for item, shown in zip(chosen, show_items(graph, chosen, str), strict=True):
        yield Counted(
            shown,
            int(item.date[:4]),
            tuple(row_of[each] for each in item.drivers if each in row_of),
            tuple(column_of[each] for each in item.themes if each in column_of),
        )
