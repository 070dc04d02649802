"""A document as HTML, line by line: its text unchanged, cut where marks begin and end.

Offsets are code points, as Python counts. Whatever a browser would change when it reads HTML (a carriage return, a NUL,
half of a surrogate pair) is written so that it counts as one code point there too.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

import msgspec

from kg.serve.source.read import BLOCKS, Place

_CHUNK = 200  # lines that a browser may leave undrawn together
_UNSHOWN = re.compile("[\0\ud800-\udfff]")


class Mark(msgspec.Struct, frozen=True):
    """A place as it is shown: `title` says its kind and what it is, `href` is the page of that; `named` is whether the
    margin names it, where it is a block.
    """

    start: int
    end: int
    kind: str
    title: str
    href: str
    named: bool = True

    @property
    def anchor(self) -> str:
        """The fragment of the place's IRI."""
        return f"char={self.start},{self.end}"


class Line(msgspec.Struct, frozen=True):
    """One line: its number (from 1), the offset of its first character, its HTML, the blocks that it is in, and the
    marks of those that begin on it.
    """

    number: int
    start: int
    html: str
    blocks: tuple[str, ...]
    begin: tuple[Mark, ...]


def make_marks(places: Sequence[Place], title: Callable[[Place], str], href: Callable[[str], str]) -> list[Mark]:
    """Places as marks, those without words left out."""
    return [
        Mark(each.start, each.end, each.kind, title(each), href(each.about), "/part/" not in each.about)
        for each in places
        if each.end > each.start
    ]


def cut_lines(text: str, marks: Sequence[Mark], start: int = 0, first: int = 1) -> Iterator[Line]:
    """The lines of a text with its marks, which come in the order in which they begin, the longest first.

    Of a part of a text, `start` is the offset at which it begins, and `first` the number of its first line.
    """
    waiting = list(reversed(marks))
    over: list[Mark] = []  # that the line is in
    for number, words in enumerate(text.split("\n"), first):
        end = start + len(words)
        over = [each for each in over if each.end > start]
        while waiting and waiting[-1].start <= end:
            over.append(waiting.pop())
        begin = tuple(each for each in over if each.kind in BLOCKS and each.named and each.start >= start)
        blocks = tuple(kind for kind in BLOCKS if any(each.kind == kind and each.start < end for each in over))
        yield Line(number, start, "".join(_pieces(words, start, over)), blocks, begin)
        start = end + 1


def _pieces(words: str, start: int, marks: Sequence[Mark]) -> Iterator[str]:
    """A line from one border of a mark to the next."""
    end = start + len(words)
    inside = {place for mark in marks for place in (mark.start, mark.end) if start < place < end}
    for first, last in pairwise(sorted({start, end, *inside})):
        covers = [mark for mark in marks if mark.start < last and mark.end > first]
        covers.sort(key=lambda mark: (mark.kind not in BLOCKS, mark.start - mark.end, mark.start))
        yield _wrapped(shown(words[first - start : last - start]), covers, first, last)
    yield from (f'<span id="{mark.anchor}"></span>' for mark in marks if mark.start == end)  # it begins with the break


def _wrapped(piece: str, covers: Sequence[Mark], first: int, last: int) -> str:
    """A piece inside its marks, the longest outside. The innermost is the link, for links cannot hold links."""
    inner = next((mark for mark in reversed(covers) if mark.kind not in BLOCKS), None)
    for mark in reversed(covers):
        names = f"{'b' if mark.kind in BLOCKS else 'm'} k-{mark.kind}"
        names += " from" if mark.start == first else ""
        names += " to" if mark.end == last else ""
        anchor = f' id="{mark.anchor}"' if mark.start == first else ""
        if mark is inner:
            link = f' href="{html.escape(mark.href)}" title="{shown(mark.title)}" data-at="{mark.start},{mark.end}"'
            piece = f'<a class="{names}"{anchor}{link}>{piece}</a>'
        else:
            piece = f'<span class="{names}"{anchor}>{piece}</span>'
    return piece


class Leaf(msgspec.Struct, frozen=True):
    """Lines that are drawn together: those of a page, or some hundreds where there are no pages and `page` is 0."""

    lines: Sequence[Line]
    page: int = 0


def leaves(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Leaf]:
    """The lines by page, where `pages` has the offset at which each begins; else by the hundreds."""
    if pages:
        for page, here in groupby(lines, lambda line: max(1, bisect_right(pages, line.start))):
            yield Leaf(tuple(here), page)
        return
    for first in range(0, len(lines), _CHUNK):
        yield Leaf(lines[first : first + _CHUNK])


def shown(text: str) -> str:
    """Text as HTML that a browser reads back as the same number of code points."""
    return html.escape(_UNSHOWN.sub("\ufffd", text)).replace("\r", "&#13;")
