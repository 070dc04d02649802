"""A source made ready for parsing: markup blanked out length for length, cut into lines."""

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

import msgspec

from kg.danish.lines import Line, split_lines
from kg.danish.markup import blank_markup, fold
from kg.layouts.furniture import blank_buttons, blank_furniture
from kg.model.source import Source, Text

_start, _end = attrgetter("start"), attrgetter("end")
# No table is that wide. What stands behind such a gap is a line of its own, so that no rule has to look across it.
_GAP = re.compile(r"[^\S\n\r]{300,}+")
_LEVEL = re.compile(r"\s*(#{1,6})\s")


class Draft(msgspec.Struct, frozen=True, gc=False):
    """`plain` has the length of the source's text, so that an offset means the same place in both."""

    source: Source
    plain: str
    lines: tuple[Line, ...]
    levels: dict[int, int] = {}
    bolds: frozenset[int] = frozenset()

    def lines_in(self, start: int, end: int) -> tuple[Line, ...]:
        """The lines, of which a part stands between two offsets."""
        first = bisect_right(self.lines, start, key=_end)
        return self.lines[first : bisect_left(self.lines, end, key=_start)]

    def level(self, index: int) -> int:
        """The heading level that the file or its Markdown (number of `#`) gives line `index`; 0 for none."""
        line = self.lines[index]
        if line.start in self.levels:
            return self.levels[line.start]
        found = _LEVEL.match(self.source.text, line.start, line.end)
        return len(found[1]) if found else 0

    def bold(self, index: int) -> bool:
        """Whether line `index` is set in bold as a whole."""
        line = self.lines[index]
        if line.start in self.bolds:
            return True
        raw = self.source.text[line.start : line.end].strip()
        return len(raw) > 4 and raw.startswith(("**", "__", "<b>")) and raw.endswith(("**", "__", "</b>"))


def draft(source: Source) -> Draft:
    """Prepare `source`."""
    plain = blank_furniture(blank_buttons(_GAP.sub(_parted, blank_markup(source.text))))
    lines = tuple(split_lines(plain))
    levels = {
        lines[bisect_right(lines, mark.start, key=_start) - 1].start: int(mark.value)
        for mark in source.marks
        if mark.role == "heading"
    }
    bolds = frozenset(mark.start for mark in source.marks if mark.role == "bold")
    return Draft(source, plain, lines, levels, bolds)


def _parted(gap: re.Match[str]) -> str:
    """A gap as line ends, length for length."""
    return "\n" * len(gap[0])


def piece(plain: str, start: int, end: int) -> Text:
    """The text of `plain` between two offsets, without the white space around it, as a value with its place."""
    text = plain[start:end].lstrip()
    start = end - len(text)
    text = text.rstrip()
    return Text(fold(text), start, start + len(text))
