"""A question to the items that answer it, each with the passage that shows it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kg.errors import StoreError
from kg.search.index import FOLDER, unpack
from kg.search.query import Filters, make_query
from kg.search.question import Part, read_question
from kg.search.snippet import Asked, cut

if TYPE_CHECKING:
    import tantivy

_ALL = Filters()


class Hit(msgspec.Struct, frozen=True):
    """An item that was found, in the document of its meeting that answers best; `rank` counts from 1.

    `snippet` is exactly the document's text from `start` to `end` (code points), line ends and all; it is empty for a
    closed item. `marks` are the words that were found in it, as offsets into `snippet`. `score` grows with how well the
    item answers; it compares only with those of the same answer.
    """

    item: str
    document: str
    title: str
    date: str
    score: float
    rank: int
    snippet: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...] = ()


class Found(msgspec.Struct, frozen=True):
    """The hits, the best first. `every` is false where no item has all that was asked for: these have some of it."""

    hits: tuple[Hit, ...] = ()
    every: bool = True


class _Ranked(msgspec.Struct, frozen=True, order=True):
    """An entry among those that match: the better, the newer and then the first by its IRI comes first."""

    worse: float
    order: int
    item: int
    address: "tantivy.DocAddress"


def find(folder: Path, words: str, *, limit: int = 20, filters: Filters = _ALL) -> Found:
    """The items that answer `words` best, at most `limit`; `folder` is that of a generation, as `write_index` got it.

    Every word must occur, in any form; words in quotation marks side by side. Any text is a question; one without
    words finds nothing. Raises `StoreError` where there is no index that can be read, `ValueError` for a date in
    `filters` that is none.
    """
    parts = read_question(words)
    if not parts or limit < 1:
        return Found()
    index = _opened(folder / FOLDER)
    for asked, every in _askings(parts):
        query = make_query(index.schema, asked, filters, every=every)
        hits = tuple(_hits(index.searcher(), query, asked, limit))
        if hits:
            return Found(hits, every)
    return Found()


def _askings(parts: tuple[Part, ...]) -> Iterator[tuple[tuple[Part, ...], bool]]:
    """All parts; if that finds nothing, any of them, and any word of those in quotation marks."""
    yield parts, True
    single = [each for part in parts for each in ([part] if part.number else _words(part))]
    if len(single) > 1:
        yield tuple(single), False


def _words(part: Part) -> list[Part]:
    return [Part((term,), part.at + number, part.beginning) for number, term in enumerate(part.terms)]


def _opened(folder: Path) -> "tantivy.Index":
    import tantivy

    try:
        return tantivy.Index.open(str(folder))
    except (OSError, ValueError) as error:
        raise StoreError(
            f"The search index in {folder} cannot be opened ({error}): build again with `kg build --fresh`.",
            f"Søgeindekset i {folder} kan ikke åbnes ({error}): byg igen med `kg build --fresh`.",
        ) from error


def _hits(searcher: "tantivy.Searcher", query: "tantivy.Query", parts: tuple[Part, ...], limit: int) -> Iterator[Hit]:
    looked_for = Asked(parts)
    for rank, each in enumerate(_best(searcher, query, limit), 1):
        yield _hit(searcher, each, rank, looked_for)


def _hit(searcher: "tantivy.Searcher", each: _Ranked, rank: int, looked_for: Asked) -> Hit:
    entry = unpack(searcher.doc(each.address)["shown"][0])
    snippet = cut(entry.text, looked_for)
    start, end = entry.start + snippet.start, entry.start + snippet.end
    return Hit(
        item=entry.item,
        document=entry.document,
        title=entry.title,
        date=entry.date,
        score=-each.worse,
        rank=rank,
        snippet=entry.text[snippet.start : snippet.end],
        start=start,
        end=end,
        marks=snippet.marks,
    )


class Matches:
    """All items that answer, the best first: cheaply by name, and one by one as hits."""

    def __init__(self, folder: Path, words: str, *, limit: int, known: dict[int, str]) -> None:
        """As `find`. `known` is filled with the items that are met, by their number in the index: whoever keeps it for
        the generation of `folder` spares looking them up again.
        """
        self.every = True
        self._ranked: list[_Ranked] = []
        self._looked_for = Asked(())
        parts = read_question(words)
        index = _opened(folder / FOLDER)
        self._searcher = index.searcher()
        for asked, every in _askings(parts) if parts else ():
            self._ranked = _best(self._searcher, make_query(index.schema, asked, _ALL, every=every), limit)
            self._looked_for, self.every = Asked(asked), every
            if self._ranked:
                break
        for each in self._ranked:
            if each.item not in known:
                known[each.item] = unpack(self._searcher.doc(each.address)["shown"][0]).item
        self.items = tuple(known[each.item] for each in self._ranked)

    def hit(self, place: int) -> Hit:
        """The hit of the item at a place of `items`."""
        return _hit(self._searcher, self._ranked[place], place + 1, self._looked_for)


def _best(searcher: "tantivy.Searcher", query: "tantivy.Query", limit: int) -> list[_Ranked]:
    """The best entry of each of the best items. As many are looked at as might change that, equals among them."""
    size = limit * 3 + 20
    while True:
        ranked = _ranked(searcher, query, size)
        first: dict[int, _Ranked] = {}
        for each in ranked:
            first.setdefault(each.item, each)
        best = list(first.values())[:limit]
        if len(ranked) < size or (len(best) == limit and ranked[-1].worse > best[-1].worse):
            return best
        size *= 4


def _ranked(searcher: "tantivy.Searcher", query: "tantivy.Query", size: int) -> list[_Ranked]:
    found = searcher.search(query, size, count=False).hits
    addresses = [address for _, address in found]
    orders, items = (_numbers(searcher, name, addresses) for name in ("order", "item"))
    # Rounded, so that the last bit of a sum, which depends on its order, decides nothing.
    return sorted(
        _Ranked(-round(score, 3), order, item, address)
        for (score, address), order, item in zip(found, orders, items, strict=True)
    )


def _numbers(searcher: "tantivy.Searcher", name: str, addresses: "list[tantivy.DocAddress]") -> list[int]:
    """A number of each entry; each has one."""
    return [int(each or 0) for each in searcher.fast_field_values(name, addresses)]


__all__ = ["Filters", "Found", "Hit", "Matches", "find"]
