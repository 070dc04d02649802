"""Where words stand: literals found by plain search, and the beginnings of the phrases around them.

A rule whose pattern would begin with any letter is tried only at the beginnings of phrases that hold one of its nouns:
that is some thirty times as fast as a search, and finds the same.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from re import Match, Pattern

from kg.model.finding import Mention

_LINKS = " ,/"  # what may part the words of "Børne-, Unge- og Kulturudvalget"
_LONGEST_LINK = 3
_MOST_BEFORE = 8


def find_literals(text: str, literals: Sequence[str]) -> list[int]:
    """The offsets of all `literals` in `text`, in order."""
    places: list[int] = []
    for literal in literals:
        place = text.find(literal)
        while place >= 0:
            places.append(place)
            place = text.find(literal, place + 1)
    places.sort()
    return places


def word_start(text: str, offset: int) -> int:
    """The beginning of the word, hyphens included, that `offset` stands in or just behind."""
    while offset and ((before := text[offset - 1]).isalnum() or before in "-_"):
        offset -= 1
    return offset


def phrase_starts(text: str, offset: int) -> list[int]:
    """Where a phrase whose noun stands at `offset` may begin, leftmost first.

    At its own word, at the word before ("Teknisk Afdeling"), or at words before that leave it their noun ("Børne- og").
    """
    starts = [word_start(text, offset)]
    for _ in range(_MOST_BEFORE):
        end = starts[0]
        while end and text[end - 1] in _LINKS and starts[0] - end < _LONGEST_LINK:
            end -= 1
        start = word_start(text, end)
        if start == end or end == starts[0]:
            break
        starts.insert(0, start)
        if text[end - 1] != "-" and text[start:end] != "og":
            break
    return starts


def matches(pattern: Pattern[str], text: str, starts: Iterator[int] | Sequence[int]) -> Iterator[Match[str]]:
    """The matches of `pattern` that begin at one of `starts` (in order), none inside the one before."""
    done = -1
    for start in starts:
        if start > done - 1:
            found = pattern.match(text, start)
            if found:
                done = found.end()
                yield found


def noun_phrases(pattern: Pattern[str], text: str, lower: str, nouns: Sequence[str]) -> Iterator[Match[str]]:
    """The matches of `pattern`, all of which hold one of `nouns`, in `text`; `lower` is `text` in lower case."""
    starts = {start for place in find_literals(lower, nouns) for start in phrase_starts(text, place)}
    return matches(pattern, text, sorted(starts))


def within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Those of `mentions`, in order of place, that begin between two offsets."""
    return mentions[
        bisect_left(mentions, start, key=attrgetter("start")) : bisect_left(mentions, end, key=attrgetter("start"))
    ]


class Ranges:
    """Ranges of a text, none inside another, and which of them an offset lies in."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Any order."""
        self._ranges = sorted(ranges)

    def around(self, offset: int) -> tuple[int, int] | None:
        """The range that begins at or before `offset` and ends behind it."""
        place = bisect_right(self._ranges, offset, key=itemgetter(0)) - 1
        return self._ranges[place] if place >= 0 and offset < self._ranges[place][1] else None


def line_start(text: str, start: int) -> int:
    """The start of the line of `start` where only white space stands before it there (markup that was blanked out)."""
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return start if text[line:start].strip() else line
