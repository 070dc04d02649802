"""What a word processor's document is made of, and how it is written out as lines that read as the document prints.

A paragraph is one line (more where its author broke it), a row of a table one line with a tab between the cells. Blank
lines part paragraphs, except short ones of one style, which are a list: names, fields of a header, attachments.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kg.errors import UnreadableError
from kg.model.source import Mark
from kg.readers.reader import Content

_SHORT = 90
_CAPTION = 40
# Spaces of other widths become plain, soft hyphens go; what ends a line elsewhere must not end one by chance.
_PLAIN = {
    **dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000], " "),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")),
    **dict.fromkeys(map(ord, "\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"), "\n"),
    ord("\u2011"): "-",
}
_SENTENCE = re.compile(r"[A-ZÆØÅ].*[a-zæøå]{3}[.!?]")  # not the abbreviation in which a sum or a name may end
_ENDS_FIELD = re.compile(r":\s*$")


class Paragraph(msgspec.Struct, frozen=True):
    r"""One paragraph: its stretches of text, each with whether it is bold; `\n` in them is a line its author broke.

    `level` is a heading's, 0 for none; `style` tells paragraphs of one kind from those of another.
    """

    pieces: tuple[tuple[str, bool], ...]
    level: int = 0
    style: str = ""

    def lines(self) -> list[tuple[str, bool]]:
        """Its lines that are not blank, each with whether all of it is bold."""
        lines: list[list[tuple[str, bool]]] = [[]]
        for text, bold in self.pieces:
            first, *others = text.translate(_PLAIN).split("\n")
            lines[-1].append((first, bold))
            lines.extend([(other, bold)] for other in others)
        return [each for each in map(_joined, lines) if each[0]]


class Table(msgspec.Struct, frozen=True):
    """Rows of cells, each cell a sequence of blocks."""

    rows: tuple[tuple[tuple["Block", ...], ...], ...]


Block = Paragraph | Table


class _Entry(msgspec.Struct, frozen=True):
    """What is written together: lines, and what keeps them together with the next. A `table` has a number from 1."""

    lines: tuple[tuple[str, bool], ...]
    level: int = 0
    style: str = ""
    table: int = 0


def render(blocks: Iterable[Block], kind: str) -> Content:
    """The blocks as a text of the media type `kind`, with the marks `heading`, `bold` and `row`.

    Raises `UnreadableError` where there is no text in them.
    """
    written: list[str] = []
    marks: list[Mark] = []
    place = 0
    before: _Entry | None = None
    for entry in _entries(blocks, [0]):
        if not entry.lines:
            before = None
            continue
        if written and not (before and _belong(before, entry)):
            written.append("\n")
            place += 1
        for text, bold in entry.lines:
            marks.extend(_marks(entry, place, place + len(text), bold=bold))
            written += [text, "\n"]
            place += len(text) + 1
        before = entry
    if not written:
        raise UnreadableError("no-words")
    return Content("".join(written), kind, marks=tuple(marks))


def _marks(entry: _Entry, start: int, end: int, *, bold: bool) -> Iterator[Mark]:
    if entry.level:
        yield Mark(start, end, "heading", str(entry.level))
    if bold:
        yield Mark(start, end, "bold")
    if entry.table:
        yield Mark(start, end, "row")


def _joined(line: Sequence[tuple[str, bool]]) -> tuple[str, bool]:
    text = "".join(text for text, _ in line).strip()
    return text, bool(text) and all(bold for part, bold in line if part.strip())


def _belong(first: _Entry, second: _Entry) -> bool:
    """Whether no blank line parts two entries: rows of one table, or short lines of one style."""
    if first.table or second.table:
        return first.table == second.table
    return (
        not first.level
        and not second.level
        and first.style == second.style
        and first.lines[-1][1] == second.lines[0][1]
        and all(len(text) <= _SHORT for text, _ in (*first.lines, *second.lines))
    )


def _entries(blocks: Iterable[Block], tables: list[int]) -> Iterator[_Entry]:
    """`tables` counts the tables, those inside others too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _Entry(tuple(block.lines()), block.level, block.style)
        else:
            tables[0] += 1
            yield _Entry(())
            yield from _rows(block, tables[0], tables)
            yield _Entry(())


def _rows(table: Table, number: int, tables: list[int]) -> Iterator[_Entry]:
    """Rows as lines with tabs; where one cell is all the row, as in a table that only sets the page, its text."""
    for cells in table.rows:
        lines = [[text for text, _ in _lines(cell)] for cell in cells]
        filled = [place for place, cell in enumerate(lines) if cell]
        if not filled:
            continue
        if len(cells) == 1 or (len(filled) == 1 and (len(cells) == 2 or len(lines[filled[0]]) > 1)):
            yield from _entries(cells[filled[0]], tables)
        elif _is_captioned(cells, lines, filled):
            yield _Entry(())
            yield from _entries([*cells[filled[0]], *cells[filled[1]]], tables)
            yield _Entry(())
        else:
            for text in _pairs(cells, lines, filled) or _side_by_side(lines):
                yield _Entry(((text, False),), table=number)


def _lines(blocks: Iterable[Block]) -> list[tuple[str, bool]]:
    """All lines of a cell, those of tables in it too."""
    found: list[tuple[str, bool]] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.extend((text.replace("\t", " "), bold) for text, bold in block.lines())
        else:
            found.extend(line for row in block.rows for cell in row for line in _lines(cell))
    return found


def _is_captioned(cells: Sequence[Sequence[Block]], lines: list[list[str]], filled: list[int]) -> bool:
    """Whether a row is a caption and, beside it, its text: in several lines or one that is long, or a sentence, or with
    the caption alone in bold.
    """
    if len(filled) != 2:
        return False
    first, second = (lines[place] for place in filled)
    if len(first) != 1 or len(first[0]) > _CAPTION:
        return False
    if len(second) > 1 or len(second[0]) > 3 * _SHORT:
        return True
    alone = _lines(cells[filled[0]])[0][1] and not _lines(cells[filled[1]])[0][1]
    return len(cells) == 2 and (alone or bool(_SENTENCE.fullmatch(second[0])))


def _pairs(cells: Sequence[Sequence[Block]], lines: list[list[str]], filled: list[int]) -> list[str]:
    """The lines of a row that has several captions with their values: captions are bold, or end in a colon."""
    captions, values = filled[::2], filled[1::2]
    if len(filled) < 4 or len(captions) != len(values):
        return []
    if any(_is_caption(cells[place]) is (place in values) for place in filled):
        return []
    return ["\t".join(" ".join(lines[place]) for place in pair) for pair in zip(captions, values, strict=True)]


def _is_caption(cell: Iterable[Block]) -> bool:
    lines = _lines(cell)
    return len(lines) == 1 and (lines[0][1] or bool(_ENDS_FIELD.search(lines[0][0])))


def _side_by_side(lines: list[list[str]]) -> list[str]:
    """A row as it prints: cells of equally many lines stand line by line beside each other, others in one line."""
    counts = {len(cell) for cell in lines if cell}
    if len(counts) == 1 and counts != {1} and sum(bool(cell) for cell in lines) > 1:
        count = counts.pop()
        return ["\t".join(cell[place] if cell else "" for cell in lines) for place in range(count)]
    return ["\t".join(" ".join(cell) for cell in lines)]
