"""The parts of a question and its filters, to one query of the index."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from kg.search.index import day
from kg.search.question import Part

if TYPE_CHECKING:
    import tantivy

# What a word is worth where it stands. The text has it all again, so that title and decision come on top.
_WORTH = {"title": 4.0, "case": 4.0, "decision": 2.0, "recommendation": 1.5, "text": 1.0}
# A compound that begins with a word is worth less than the word, and words side by side are worth more than apart.
_COMPOUND = {"title": 0.5, "text": 0.2}
_TOGETHER = {"title": 3.0, "text": 1.5}
_FARTHEST = 3  # words from one to the next that still count as side by side


class Filters(msgspec.Struct, frozen=True):
    """Which items may be found: of each kind any of the values, of every kind that has some; `()` and "" let all pass.

    `body`, `agent`, `theme` and `authority` are IRIs, `outcome` notations. `since` and `until` are ISO dates, both
    included; a year or a month alone means all of it.
    """

    body: tuple[str, ...] = ()
    agent: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    since: str = ""
    until: str = ""


def make_query(schema: "tantivy.Schema", parts: tuple[Part, ...], filters: Filters, *, every: bool) -> "tantivy.Query":
    """Asks for entries that have `every` part, or any of them, and pass the filters.

    Raises `ValueError` for a date in the filters that is none.
    """
    from tantivy import Occur, Query

    asked = [(Occur.Must if every else Occur.Should, _part(schema, part)) for part in parts]
    words = Query.boolean_query(asked + [(Occur.Should, each) for each in _together(schema, parts)])
    passing = [(Occur.Must, Query.const_score_query(each, 0.0)) for each in _passing(schema, filters)]
    return Query.boolean_query([(Occur.Must, words), *passing]) if passing else words


def _part(schema: "tantivy.Schema", part: Part) -> "tantivy.Query":
    """A part in any of the texts."""
    from tantivy import Query

    where = [
        Query.boost_query(
            Query.term_query(schema, name, part.terms[0])
            if len(part.terms) == 1
            else Query.phrase_query(schema, name, list(part.terms)),
            worth,
        )
        for name, worth in _WORTH.items()
    ]
    if part.beginning:
        # With no letter wrong this is a search for beginnings, of which a pattern would take milliseconds to make.
        where += [
            Query.boost_query(Query.fuzzy_term_query(schema, name, part.beginning, distance=0, prefix=True), worth)
            for name, worth in _COMPOUND.items()
        ]
    return _any(where)


def _together(schema: "tantivy.Schema", parts: tuple[Part, ...]) -> Iterator["tantivy.Query"]:
    """Neighbours of the question, as far apart in a text as there."""
    from tantivy import Query

    for one, two in pairwise(parts):
        apart = two.at - one.at - len(one.terms) + 1
        if 0 < apart <= _FARTHEST:
            words: list[str | tuple[int, str]] = [(0, one.terms[-1]), (apart, two.terms[0])]
            for name, worth in _TOGETHER.items():
                yield Query.boost_query(Query.phrase_query(schema, name, words), worth)


def _passing(schema: "tantivy.Schema", filters: Filters) -> Iterator["tantivy.Query"]:
    from tantivy import FieldType, Query

    for name in ("body", "agent", "theme", "authority", "outcome"):
        values = getattr(filters, name)
        if values:
            yield _any(Query.term_query(schema, name, each, index_option="basic") for each in sorted(set(values)))
    if filters.since or filters.until:
        first = day(filters.since) if filters.since else None
        last = day(filters.until, "9") if filters.until else None
        yield Query.range_query(schema, "day", FieldType.Integer, first, last)


def _any(queries: Iterable["tantivy.Query"]) -> "tantivy.Query":
    from tantivy import Occur, Query

    return Query.boolean_query([(Occur.Should, each) for each in queries])
