"""The lines of all pages as one text, with the offset of each page and what the print says of a line."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from kg.model.source import Mark
from kg.readers.pdf.contents import Printed, numbers_last
from kg.readers.pdf.hyphens import joined
from kg.readers.pdf.lines import Cell, Line
from kg.readers.pdf.running import PAGE_NUMBER, Page, find_running

_GAP = 1.3  # of the usual distance of two lines: more than that parts paragraphs
_LARGE = 1.15  # of the usual size of letters
_LONGEST_HEADING = 150
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_AUTHORITY = re.compile(r"\b(?:Kommune|Region)\b")
_NUMBER = re.compile(r"\d+")


class Document(msgspec.Struct, frozen=True):
    """All pages as a text. `aside` has for each page the words of its running headers and footers."""

    text: str
    pages: tuple[int, ...]
    marks: tuple[Mark, ...]
    aside: tuple[str, ...]


def document_of(pages: Sequence[Page]) -> Document:
    """Put the pages together."""
    running = find_running(pages)
    first = list(_first_said(pages, running))
    for number, place, column, _ in first:
        if number > 1:  # too late for a header of the whole: it stays where it stands
            running[number].discard((place, column))
    bodies = [_body(page, running[number]) for number, page in enumerate(pages)]
    if bodies:
        bodies[0] = [*(_headline(pages[at[0]].lines[at[1]], at[3]) for at in first if at[0] < 2), *bodies[0]]
    aside = [_dropped(page, running[number]) for number, page in enumerate(pages)]
    printed = _unbroken(numbers_last(list(_printed(bodies))))
    text, offsets, marks = _written(printed, len(pages))
    return Document(text, offsets, marks, tuple(aside))


def _dropped(page: Page, running: set[tuple[int, int]]) -> str:
    return "\n".join(page.lines[place].cells[column].text for place, column in sorted(running))


def _body(page: Page, running: set[tuple[int, int]]) -> list[Line]:
    kept = []
    for place, line in enumerate(page.lines):
        cells = [cell for column, cell in enumerate(line.cells) if (place, column) not in running]
        if cells:
            kept.append(msgspec.structs.replace(line, cells=cells))
    return kept


def _first_said(pages: Sequence[Page], running: dict[int, set[tuple[int, int]]]) -> Iterator[tuple[int, int, int, str]]:
    """What only a running header says (a body, a date), or only a footer whose authority it names: where it stands
    first (page, line, cell), and its words without the page's number.
    """
    told = " ".join(line.text for number, page in enumerate(pages) for line in _body(page, running[number])).casefold()
    shapes = {""}
    for number, page in enumerate(pages):
        for place, column in sorted(running[number]):
            line = page.lines[place]
            words = PAGE_NUMBER.sub("", line.cells[column].text).strip(" -–:/|")
            shape = _NUMBER.sub("", words).strip(" -–:/|.").casefold()
            in_head = line.y > page.height / 2
            if shape not in shapes and words.casefold() not in told and (in_head or _AUTHORITY.search(words)):
                shapes.add(shape)
                yield number, place, column, words


def _headline(line: Line, words: str) -> Line:
    return msgspec.structs.replace(line, cells=[Cell(words, line.left, line.right)])


def _printed(bodies: Sequence[Sequence[Line]]) -> Iterator[Printed]:
    usual = _usual_pitch(bodies)
    right = max((line.right for body in bodies for line in body), default=0.0)
    last: Line | None = None
    for page, body in enumerate(bodies):
        for place, line in enumerate(body):
            if place:
                apart = last is not None and last.y - line.y > _GAP * usual * max(last.size, line.size)
            else:
                apart = last is not None and _ends_short(last, line, right)
            yield Printed(line.text, page, apart, line)
            last = line


def _ends_short(last: Line, line: Line, right: float) -> bool:
    """Whether the next page begins with another sort of line, or with a word that would have had room on this one."""
    if abs(last.size - line.size) > 0.1 * line.size or last.bold != line.bold:
        return True
    word = line.cells[0].text.split()[0]
    return last.right + (len(word) + 1) * 0.6 * last.size < right


def _usual_pitch(bodies: Sequence[Sequence[Line]]) -> float:
    """The distance of two base lines that most lines have, in ems of the larger of them."""
    pitches: Counter[float] = Counter()
    for body in bodies:
        for above, below in pairwise(body):
            pitch = (above.y - below.y) / max(above.size, below.size)
            if 0.9 < pitch < 3:
                pitches[round(pitch * 10) / 10] += min(len(above.text), len(below.text))
    return min(pitches, key=lambda pitch: (-pitches[pitch], pitch), default=1.2)


def _unbroken(printed: list[Printed]) -> list[Printed]:
    """The lines with words whole that a line end divided."""
    words = {found.casefold() for each in printed for found in _WORD.findall(each.text)}
    kept: list[Printed] = []
    for each in printed:
        whole = joined(kept[-1].text, each.text, words) if kept and kept[-1].text.endswith("-") else None
        if whole and not each.apart and "\t" not in kept[-1].text:
            kept[-1].text, each.text = whole
        if each.text:
            kept.append(each)
    return kept


def _written(printed: list[Printed], pages: int) -> tuple[str, tuple[int, ...], tuple[Mark, ...]]:
    usual = _usual_size(printed)
    pieces: list[str] = []
    offsets: list[int] = []
    marks: list[Mark] = []
    length = 0
    for each in printed:
        if each.apart:
            pieces.append("\n")
            length += 1
        offsets += [length] * (each.page + 1 - len(offsets))
        marks += (Mark(length, length + len(each.text), role, value) for role, value in _roles(each, usual))
        pieces.append(f"{each.text}\n")
        length += len(each.text) + 1
    offsets += [length] * (pages - len(offsets))
    return "".join(pieces), tuple(offsets), tuple(marks)


def _usual_size(printed: list[Printed]) -> float:
    sizes: Counter[float] = Counter()
    for each in printed:
        sizes[round(each.line.size * 2) / 2] += len(each.text)
    return min(sizes, key=lambda size: (-sizes[size], size), default=1.0)


def _roles(each: Printed, usual: float) -> Iterator[tuple[str, str]]:
    if "\t" in each.text:
        yield "row", ""
    elif each.line.bold:
        yield "bold", ""
    if "\t" not in each.text and each.line.size > _LARGE * usual and len(each.text) <= _LONGEST_HEADING:
        yield "heading", "1" if each.line.size > _LARGE * _LARGE * usual else "2"
