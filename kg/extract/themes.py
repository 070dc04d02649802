"""Themes: words of the scheme, weighted by where they stand; a title says more than a body."""

import functools
import re
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
    """The words of a theme scheme: (notation, word, strong). A word matches at the head of a word; with `-` before it, at the tail."""

    words: tuple[tuple[str, str, bool], ...] = ()


@functools.cache
def _automaton(scheme: Scheme) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    meanings: dict[str, list[tuple[str, bool, bool]]] = defaultdict(list)
    for notation, word, strong in scheme.words:
        meanings[word.lstrip("-").lower()].append((notation, strong, word.startswith("-")))
    for word, what in meanings.items():
        automaton.add_word(word, (len(word), tuple(what)))
    automaton.make_automaton()
    return automaton


def find_themes(reading: Reading, scheme: Scheme, units: Sequence[Mention] = ()) -> Iterator[Theme]:
    """The themes of all open items: those that the title names, else the one or two that the body speaks of most.

    The names of `units` and the captions of sections signal nothing.
    """
    if not scheme.words:
        return
    captions = [(section.caption.start, section.caption.end) for item in reading.meeting.items for section in item.sections]
    lower = _masked(reading.lower, [*captions, *((unit.start, unit.end) for unit in units)])
    for index, item in enumerate(reading.meeting.items):
        if not item.closed:
            yield from _in_item(lower, index, item, scheme)


def _masked(lower: str, spans: list[tuple[int, int]]) -> str:
    pieces, last = [], 0
    for start, end in sorted(spans):
        if start >= last:
            pieces += [lower[last:start], " " * (end - start)]
            last = end
    return "".join([*pieces, lower[last:]])


def _in_item(lower: str, index: int, item: AgendaItem, scheme: Scheme) -> Iterator[Theme]:
    scores: dict[str, float] = defaultdict(float)
    first: dict[str, tuple[int, int]] = {}
    titles = [(item.title.start, item.title.end), *((text.start, text.end) for text in item.alternatives)]
    in_title: set[str] = set()
    for start, end in dict.fromkeys([*titles[:1], (item.start, item.end)]):
        is_title = (start, end) == titles[0]
        for notation, strong, at, stop in _hits(lower, start, end, scheme):
            if not is_title and any(low <= at < high for low, high in titles):
                continue
            scores[notation] += (_STRONG if strong else _WEAK) * (_IN_TITLE if is_title else 1.0)
            if is_title and strong:
                in_title.add(notation)
            first.setdefault(notation, (at, stop))
    ranked = sorted(scores, key=lambda notation: (-scores[notation], notation))
    top = scores[ranked[0]] if ranked else 0.0
    for place, notation in enumerate(ranked[:_MOST]):
        enough = notation in in_title or (not in_title and place == 0 and scores[notation] >= _ENOUGH)
        if enough or (scores[notation] >= _IN_TITLE and scores[notation] >= top * _SHARE):
            yield Theme(index, notation, round(scores[notation], 2), *first[notation], "theme-words")


def _hits(lower: str, start: int, end: int, scheme: Scheme) -> Iterator[tuple[str, bool, int, int]]:
    for last, (length, meanings) in _automaton(scheme).iter(lower, start, end):
        at, stop = last - length + 1, last + 1
        head = at == 0 or not lower[at - 1].isalnum()
        if not head and not any(at_tail for _, _, at_tail in meanings):
            continue
        inflection = _INFLECTION.match(lower, stop)
        whole = length > _SHORT or stop == len(lower) or not lower[stop].isalnum()
        for notation, strong, at_tail in meanings:
            if (head and whole and not at_tail) or (at_tail and inflection and not head):
                yield notation, strong, at, stop
