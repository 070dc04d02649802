"""Themes: words of the scheme, weighted by how much they signal.

A title says more than a recommendation, and that more than a body. A word of one theme says more than one of several,
and less each further time that it stands there. A case number that begins with a subject's number says it outright.
"""

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from kg.extract.reading import Reading
from kg.extract.signals import Hit, Scheme, find_compounds, find_hits, subject_of
from kg.model.finding import Mention, Theme
from kg.model.minutes import AgendaItem

__all__ = ["Scheme", "find_themes"]

_IN_TITLE = 8.0
_IN_RECOMMENDATION = 2.0
_WEAK = 0.35
_INSIDE = 0.75
_WHERE = 0.5
_ENOUGH = 2.0
_SUPPORT = 1.5  # less than enough
_SHARE = 0.55
_MOST = 3
_PLACE = re.compile(r"\b(?:i|på|ved|langs|hos)\b")
_REST = re.compile(r"\w*")
# An address is where something is, not what it is about: "Skolevej 4".
_ADDRESS = re.compile(
    r"\b[A-ZÆØÅ][\w.-]*(?: [A-ZÆØÅ][\w.-]*)?(?:vej|vejen|gade|gaden|alle|allé|alléen|vænget|stræde|torv|torvet|plads"
    r"|pladsen|park|parken|boulevard|toften|engen|bakken)(?= \d)"
)


class _Weighed(msgspec.Struct):
    """What an item's words add up to: by theme the score, the first words with their rule, the weightiest words of the
    title, and how often each word stood there.
    """

    scores: dict[str, float]
    first: dict[str, tuple[int, int, str]]
    titled: dict[str, float]
    times: dict[str, int]

    def add(self, notation: str, weight: float, hit: Hit, *, title: bool = False) -> None:
        """Count what a word says of a theme."""
        self.scores[notation] += weight
        if notation not in self.first:
            self.first[notation] = (hit.start, hit.end, hit.rule)
        if title:
            self.titled[notation] = max(self.titled.get(notation, 0.0), weight)


def find_themes(reading: Reading, scheme: Scheme, agents: Sequence[Mention] = ()) -> Iterator[Theme]:
    """The themes of all open items: those that the title or case number names, else those the text speaks of most.

    Of `agents` the names of units and committees signal nothing, nor do captions, nor addresses in titles.
    """
    if not scheme.words and not scheme.numbers:
        return
    silent = [
        *((each.caption.start, each.caption.end) for item in reading.meeting.items for each in item.sections),
        *((each.start, each.end) for each in agents if each.kind == "unit" or _is_committee(each)),
        *(found.span() for item in reading.meeting.items for found in _addresses(reading.plain, item)),
    ]
    lower = _masked(reading.lower, silent)
    hits = find_hits(lower, scheme)
    ends = [hit.end for hit in hits]
    for index, item in enumerate(reading.meeting.items):
        if not item.closed:
            weighed = _Weighed(defaultdict(float), {}, {}, defaultdict(int))
            _weigh_case(weighed, item, scheme)
            _weigh_title(weighed, lower, _within(hits, ends, item.title.start, item.title.end), item, scheme)
            _weigh_body(weighed, _within(hits, ends, item.start, item.end), item)
            for notation in _best(weighed):
                start, end, rule = weighed.first[notation]
                yield Theme(index, notation, round(weighed.scores[notation], 2), start, _word_end(lower, end), rule)


def _addresses(plain: str, item: AgendaItem) -> Iterator[re.Match[str]]:
    return _ADDRESS.finditer(plain, item.title.start, item.title.end)


def _is_committee(agent: Mention) -> bool:
    """Whether a body is named after its field: an item's committee is not what the item is about."""
    return agent.kind == "body" and "udvalg" in agent.name.lower()


def _word_end(lower: str, end: int) -> int:
    """Where the word ends of which a part signalled: people read whole words."""
    found = _REST.match(lower, end)
    return found.end() if found else end


def _masked(lower: str, spans: list[tuple[int, int]]) -> str:
    pieces, last = [], 0
    for start, end in sorted(spans):
        if start >= last:
            pieces += [lower[last:start], " " * (end - start)]
            last = end
    return "".join([*pieces, lower[last:]])


def _weigh_case(weighed: _Weighed, item: AgendaItem, scheme: Scheme) -> None:
    """A number that names a subject is as good as a title; one that names little more than a field only supports."""
    if item.case:
        for notation, certain in subject_of(item.case.value, scheme):
            hit = Hit(item.case.start, item.case.end, (), rule="theme-number")
            weighed.add(notation, _IN_TITLE if certain else _SUPPORT, hit, title=certain)


def _weigh_title(weighed: _Weighed, lower: str, hits: list[Hit], item: AgendaItem, scheme: Scheme) -> None:
    """Words before a place ("i", "på") say what it is about; those behind it often only where. Compounds that hide a
    word add what no word says openly.
    """
    start, end = item.title.start, item.title.end
    named = min((hit.end for hit in hits if any(strong for _, strong in hit.meanings)), default=start)
    place = _PLACE.search(lower, named, end)
    where = place.end() if place else end
    for hit in hits:
        for notation, strong in hit.meanings:
            weight = _IN_TITLE * (1.0 if strong else _WEAK) * (1.0 if hit.start < where else _WHERE) / len(hit.meanings)
            weighed.add(notation, weight, hit, title=strong)
    for hit in find_compounds(lower, start, end, scheme):
        for notation, _ in hit.meanings:
            if notation not in weighed.titled:
                weighed.add(notation, _IN_TITLE * _INSIDE * (1.0 if hit.start < where else _WHERE), hit, title=True)


def _weigh_body(weighed: _Weighed, hits: list[Hit], item: AgendaItem) -> None:
    """A word of several themes says less of each, and each less the oftener it stands there."""
    titles = [(text.start, text.end) for text in (item.title, *item.alternatives)]
    asked = [(each.start, each.end) for each in item.sections if each.kind == "recommendation"]
    times = weighed.times
    for hit in hits:
        start = hit.start
        if _is_in(start, titles):
            continue
        times[hit.word] += 1
        share = (_IN_RECOMMENDATION if _is_in(start, asked) else 1.0) / len(hit.meanings) / math.sqrt(times[hit.word])
        for notation, strong in hit.meanings:
            weighed.add(notation, share if strong else share * _WEAK, hit)


def _is_in(offset: int, ranges: list[tuple[int, int]]) -> bool:
    for start, end in ranges:  # noqa: SIM110 - a generator for each word takes three times as long
        if start <= offset < end:
            return True
    return False


def _best(weighed: _Weighed) -> Iterator[str]:
    """The themes that weigh enough: those of title and number, else the heaviest, and whatever comes near it."""
    scores, titled = weighed.scores, weighed.titled
    ranked = sorted(scores, key=lambda notation: (-scores[notation], notation))
    certain = max(titled.values(), default=0.0) * _SHARE
    for place, notation in enumerate(ranked[:_MOST]):
        enough = titled.get(notation, 0.0) >= certain if titled else place == 0 and scores[notation] >= _ENOUGH
        if enough or (scores[notation] >= _IN_TITLE and scores[notation] >= scores[ranked[0]] * _SHARE):
            yield notation


def _within(hits: list[Hit], ends: list[int], start: int, end: int) -> list[Hit]:
    return [hit for hit in hits[bisect_right(ends, start) : bisect_right(ends, end)] if hit.start >= start]
