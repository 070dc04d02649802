"""The title of a point: where it begins, how many lines it takes, and which line of the contents list is its own."""

import re

import msgspec
from rapidfuzz import fuzz, process

from kg.danish.case_numbers import match_case_number, match_label
from kg.layouts.captions import BY_CAPTION
from kg.layouts.contents import Contents
from kg.layouts.draft import Draft, piece
from kg.model.source import Text

ALIKE = 88.0
_MOST_LINES = 3
_SHORT = 28  # letters of a line that goes on in lower case
_LONG = 45  # letters of a line that may have been broken for want of room
_LONGEST = 300
_HANGING = re.compile(
    r"(?:[-–,/:&]|\b(?:og|eller|af|for|til|i|på|med|om|ved|vedr\.?|vedrørende|samt|fra|den|det|de|en|et|i\.?f\.?t\.?|over|under|efter|mellem|mod))$",
    re.I,
)
_OPEN = re.compile(r"\s*\((?:åben|åbent|offentlig|offentligt)\)[ \t]*", re.I)  # "(Åben) Cykelstier"
# The brackets of a case number that is not there; what a page reads out to those who do not see it.
_NO_CASE = re.compile(r"(?<=\S)(?:[ \t]*\([ \t]*\)[ \t]*|[ \t]*Klik her for at [^\n]{1,400})$")
_CELL = re.compile(r"\s*[|\t]")


class Heading(msgspec.Struct, frozen=True):
    """A title with the index of the line after it, and the place of its entry in the contents list, or -1."""

    title: Text
    body_line: int
    listed: int


def read_title(draft: Draft, contents: Contents, index: int, offset: int) -> Heading:
    """The title that begins at `offset` of line `index`, or on the next line with words where nothing stands there."""
    start = draft.lines[index].start + offset
    opened = _OPEN.match(draft.plain, start, draft.lines[index].end)
    start = opened.end() if opened else start
    if not draft.plain[start : draft.lines[index].end].strip():
        below = next_with_words(draft, index + 1, 2)
        if below is None or opens_body(draft.lines[below].text):
            return Heading(Text("", start, start), index + 1, -1)
        index, start = below, draft.lines[below].start
    empty = _NO_CASE.search(draft.plain, start, draft.lines[index].end)
    if empty:
        return _listed(Heading(piece(draft.plain, start, empty.start()), index + 1, -1), contents)
    cell = _CELL.search(draft.plain, start, draft.lines[index].end)
    if cell and cell.start() > start:
        return _listed(Heading(piece(draft.plain, start, cell.start()), index + 1, -1), contents)
    plain = _listed(Heading(piece(draft.plain, start, draft.lines[index].end), index + 1, -1), contents)
    if plain.listed >= 0 and likeness(plain.title.value, contents.entries[plain.listed].title.value) == 100:
        return plain
    return _longer(draft, contents, start, index, plain)


def _longer(draft: Draft, contents: Contents, start: int, index: int, plain: Heading) -> Heading:
    """The title with further lines: as many as the contents list has of it, else as its broken lines show."""
    best, most = plain, _listing(plain, contents)
    for last in range(index + 1, min(index + _MOST_LINES, len(draft.lines))):
        if not draft.lines[last].text.strip() or opens_body(draft.lines[last].text):
            break
        longer = _listed(Heading(piece(draft.plain, start, draft.lines[last].end), last + 1, -1), contents)
        if longer.listed >= 0 and _listing(longer, contents) > most:
            best, most = longer, _listing(longer, contents)
    return best if best.listed >= 0 else _unlisted(draft, start, index, plain)


def _listing(heading: Heading, contents: Contents) -> float:
    return likeness(heading.title.value, contents.entries[heading.listed].title.value) if heading.listed >= 0 else 0.0


def _unlisted(draft: Draft, start: int, index: int, plain: Heading) -> Heading:
    """A title broken over lines: the rest stands right below, before a case number, a caption or a blank line."""
    last = index
    while last + 1 < min(index + _MOST_LINES, len(draft.lines)):
        below = draft.lines[last + 1].text
        if not below.strip() or opens_body(below) or below.rstrip().endswith((".", ":", ";")):
            break
        if not _is_broken(draft.plain[max(start, draft.lines[last].start) : draft.lines[last].end], below):
            break
        last += 1
    if last == index:
        return plain
    end = draft.lines[last + 1].text if last + 1 < len(draft.lines) else ""
    title = piece(draft.plain, start, draft.lines[last].end)
    is_closed_off = not end.strip() or opens_body(end)
    return Heading(title, last + 1, -1) if is_closed_off and len(title.value) <= _LONGEST else plain


def _is_broken(line: str, below: str) -> bool:
    line, below = line.strip(), below.strip()
    if not line or line[-1] in ".;?!" or below[0] in "-·•*|0123456789":
        return False
    return bool(_HANGING.search(line)) or (
        len(line) >= (_LONG if below[0].isupper() else _SHORT) and (below[0].islower() or len(line) >= _LONG + 15)
    )


def opens_body(line: str) -> bool:
    """Whether a line cannot be part of a title: a case number, its label, a caption."""
    text = line.strip()
    head = text.rstrip(" :").lower()
    start = match_label(text)
    labelled = start is not None and (start >= len(text) or any(sign.isdigit() for sign in text[start:]))
    number = match_case_number(text)
    return (
        BY_CAPTION.get(head, "announcement") != "announcement"
        or labelled
        or (number is not None and number.end == len(text))
        or ":" in text[:24]
    )


def next_with_words(draft: Draft, index: int, near: int) -> int | None:
    """The next of `near` lines from `index` on that has words."""
    lines = range(index, min(index + near, len(draft.lines)))
    return next((place for place in lines if draft.lines[place].text.strip()), None)


def likeness(one: str, other: str) -> float:
    """How alike two titles are, 0-100, whatever their case."""
    return fuzz.ratio(one.casefold(), other.casefold())


def _listed(heading: Heading, contents: Contents) -> Heading:
    if not contents.entries or not heading.title.value:
        return heading
    found = process.extractOne(heading.title.value.casefold(), contents.folded, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return msgspec.structs.replace(heading, listed=found[2]) if found else heading
