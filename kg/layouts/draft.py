"""A source made ready for parsing: markup blanked out length for length, cut into lines."""

import re

import msgspec

from kg.danish.lines import Line, split_lines
from kg.danish.markup import blank_markup, fold
from kg.model.source import Source, Text

_LEVEL = re.compile(r"\s*(#{1,6})\s")


class Draft(msgspec.Struct, frozen=True):
    """`plain` has the length of the source's text, so that an offset means the same place in both."""

    source: Source
    plain: str
    lines: tuple[Line, ...]

    def level(self, index: int) -> int:
        """The heading level (number of `#`) that Markdown gives line `index`; 0 for none."""
        line = self.lines[index]
        found = _LEVEL.match(self.source.text, line.start, line.end)
        return len(found[1]) if found else 0

    def bold(self, index: int) -> bool:
        """Whether line `index` is set in bold as a whole."""
        line = self.lines[index]
        raw = self.source.text[line.start : line.end].strip()
        return len(raw) > 4 and raw.startswith(("**", "__", "<b>")) and raw.endswith(("**", "__", "</b>"))


def draft(source: Source) -> Draft:
    """Prepare `source`."""
    plain = blank_markup(source.text)
    return Draft(source, plain, tuple(split_lines(plain)))


def piece(plain: str, start: int, end: int) -> Text:
    """The text of `plain` between two offsets, without the white space around it, as a value with its place."""
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    return Text(fold(plain[start:end]), start, end)
