"""Themes: words of the scheme, weighted by where they stand; a title says more than a body."""

import functools
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

import ahocorasick
import msgspec

from kg.extract.reading import Reading
from kg.model.finding import Mention, Theme
from kg.model.minutes import AgendaItem

_IN_TITLE = 8.0
_STRONG = 1.0
_WEAK = 0.35
_ENOUGH = 2.0
_SHARE = 0.55
_MOST = 3
_SHORT = 3
_INFLECTION = re.compile(r"\w{0,4}(?!\w)")


class Scheme(msgspec.Struct, frozen=True, cache_hash=True):
    """The words of a theme scheme: (notation, word, strong). A word matches at the head of a word; with `-` before it,
    at the tail.
    """

    words: tuple[tuple[str, str, bool], ...] = ()


_Hit = tuple[int, int, tuple[tuple[str, bool], ...]]
"""A word of the scheme in a document, from where to where, with what it may mean: (notation, strong)."""


class _Words(msgspec.Struct, frozen=True):
    """What the letters of a word may mean, at the head of a longer word or at its tail."""

    length: int
    head: tuple[tuple[str, bool], ...]
    tail: tuple[tuple[str, bool], ...]


@functools.cache
def _automaton(scheme: Scheme) -> ahocorasick.Automaton:
    heads: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    tails: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for notation, word, strong in scheme.words:
        (tails if word.startswith("-") else heads)[word.lstrip("-").lower()].append((notation, strong))
    automaton = ahocorasick.Automaton()
    for word in sorted({*heads, *tails} - {""}):
        automaton.add_word(word, _Words(len(word), tuple(heads[word]), tuple(tails[word])))
    automaton.make_automaton()
    return automaton


def find_themes(reading: Reading, scheme: Scheme, units: Sequence[Mention] = ()) -> Iterator[Theme]:
    """The themes of all open items: those that the title names, else the one or two that the body speaks of most.

    The names of `units` and the captions of sections signal nothing.
    """
    if not scheme.words:
        return
    captions = [
        (section.caption.start, section.caption.end) for item in reading.meeting.items for section in item.sections
    ]
    lower = _masked(reading.lower, [*captions, *((unit.start, unit.end) for unit in units)])
    hits = list(_hits(lower, scheme))
    ends = [end for _, end, _ in hits]
    for index, item in enumerate(reading.meeting.items):
        if not item.closed:
            yield from _in_item(hits, ends, index, item)


def _masked(lower: str, spans: list[tuple[int, int]]) -> str:
    pieces, last = [], 0
    for start, end in sorted(spans):
        if start >= last:
            pieces += [lower[last:start], " " * (end - start)]
            last = end
    return "".join([*pieces, lower[last:]])


def _in_item(hits: list[_Hit], ends: list[int], index: int, item: AgendaItem) -> Iterator[Theme]:
    scores: dict[str, float] = defaultdict(float)
    first: dict[str, tuple[int, int]] = {}
    in_title: set[str] = set()
    titles = [(text.start, text.end) for text in (item.title, *item.alternatives)]
    for start, end, meanings in _within(hits, ends, *titles[0]):
        for notation, strong in meanings:
            scores[notation] += (_STRONG if strong else _WEAK) * _IN_TITLE
            first.setdefault(notation, (start, end))
            if strong:
                in_title.add(notation)
    for start, end, meanings in _within(hits, ends, item.start, item.end):
        if not any(low <= start < high for low, high in titles):
            for notation, strong in meanings:
                scores[notation] += _STRONG if strong else _WEAK
                first.setdefault(notation, (start, end))
    for notation in _best(scores, in_title):
        yield Theme(index, notation, round(scores[notation], 2), *first[notation], "theme-words")


def _best(scores: dict[str, float], in_title: set[str]) -> Iterator[str]:
    """The themes that weigh enough: those of the title, else the heaviest, and whatever comes near it."""
    ranked = sorted(scores, key=lambda notation: (-scores[notation], notation))
    for place, notation in enumerate(ranked[:_MOST]):
        enough = notation in in_title or (not in_title and place == 0 and scores[notation] >= _ENOUGH)
        if enough or (scores[notation] >= _IN_TITLE and scores[notation] >= scores[ranked[0]] * _SHARE):
            yield notation


def _within(hits: list[_Hit], ends: list[int], start: int, end: int) -> list[_Hit]:
    return [hit for hit in hits[bisect_right(ends, start) : bisect_right(ends, end)] if hit[0] >= start]


def _hits(lower: str, scheme: Scheme) -> Iterator[_Hit]:
    """The scheme's words in a text, by where they end."""
    for last, words in _automaton(scheme).iter(lower):
        start, end = last - words.length + 1, last + 1
        if start == 0 or not lower[start - 1].isalnum():
            if words.head and (words.length > _SHORT or not lower[end : end + 1].isalnum()):
                yield start, end, words.head
        elif words.tail and _INFLECTION.match(lower, end):
            yield start, end, words.tail
