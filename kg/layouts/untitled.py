"""Points that only their template tells apart: where its first caption, or a case number, comes again.

Web sites fold the points of an agenda under buttons; what is saved or copied of the page often lacks the buttons'
words, so that a point has a title above its first caption, or none at all.
"""

import datetime
import re
from collections.abc import Sequence

import msgspec

from kg.danish.case_numbers import match_label
from kg.layouts.caption import read_caption
from kg.layouts.captions import BY_CAPTION
from kg.layouts.closed import is_closed, says_only_closed
from kg.layouts.draft import Draft, piece
from kg.layouts.header_fields import HEADER_FIELDS
from kg.layouts.titles import next_with_words, opens_body
from kg.model.source import Text

_ANY_DAY = datetime.date(2000, 1, 1)
_TEMPLATE = frozenset(("background", "recommendation", "presentation", "decision", "competence"))
_FURTHER = frozenset(("attachments", "history", "economy", "legal", "policy", "hearing", "consequences"))
_LONGEST = 200
_SHOWN = 120  # letters of a text that stand for a title that is not there
_NEAR = 3
_SEVERAL = 2
_FIELDS = 8  # lines below a header's date in which the title of its one point may stand
_DATED = re.compile(r"\s*(?:møde)?(?:dato|tidspunkt)\s*[:|\t]", re.I)
_KIND = re.compile(r"\W*(?:\w*referat|\w*dagsorden|\w*protokol\w*)\b", re.I)
_LETTERS = re.compile(r"[^\W\d]{2}")
# What some pages set above each point in place of its number.
_STATUS = re.compile(r"\W*(?:åben|åbent|lukket|fortroligt?)(?:\s+(?:punkt|sag))?\W*", re.I)
_SENTENCE_END = re.compile(r"(?<=[^\W\d]{3})[.!?](?=\s|$)")


class Cut(msgspec.Struct, frozen=True):
    """Where a point begins: its first line, its title, and the line after that."""

    line: int
    title: Text
    body_line: int


def find_untitled(draft: Draft, first: int) -> list[Cut]:
    """The points from line `first` on of minutes that have neither numbers nor headings; none without a decision, or
    a recommendation below the date of a meeting.
    """
    captions = _template(draft, first)
    while captions and captions[0][2] not in _TEMPLATE:
        del captions[0]
    kinds = {kind for _, _, kind in captions}
    if "decision" not in kinds and not ("recommendation" in kinds and _is_dated(draft, captions[0][0])):
        return []
    openers = _openers(draft, first, captions)
    below = _below_cases(draft, first, openers)
    if below:
        closed = [line for line in _with_closed(draft, list(below.values())) if line not in below.values()]
        cuts = [Cut(case, _line(draft, line), line + 1) for case, line in below.items()]
        return sorted([*cuts, *(Cut(line, _line(draft, line), line + 1) for line in closed)], key=lambda cut: cut.line)
    lines = _with_closed(draft, openers)
    titles = [_title_above(draft, line, first) for line in lines]
    if len(lines) == 1 and titles[0] is None:
        titles = [_title_of_page(draft, lines[0])]
    is_titled = sum(title is not None for title in titles) * 2 > len(lines)
    return [
        _cut(draft, line, title if is_titled or is_closed_heading(draft, line) else None)
        for line, title in zip(lines, titles, strict=True)
    ]


def is_closed_heading(draft: Draft, index: int) -> bool:
    """Whether a line is the heading of a closed point, or says of what follows that it is one."""
    text = draft.lines[index].text.strip()
    return 0 < len(text) <= _LONGEST and (is_closed(text) or says_only_closed(text))


def _with_closed(draft: Draft, lines: list[int]) -> list[int]:
    """The lines and, as points of their own, the headings of closed points that no caption showed."""
    headings = [index for index in range(min(lines), len(draft.lines)) if is_closed_heading(draft, index)]
    return sorted({*lines, *headings})


def _template(draft: Draft, first: int) -> list[tuple[int, str, str]]:
    """The lines that are captions of a template as a whole: line, caption in lower case, kind."""
    found = []
    for index in range(first, len(draft.lines)):
        text = draft.lines[index].text.strip()
        if not 4 < len(text) < _LONGEST or _KIND.match(text):
            continue
        caption = read_caption(draft, index, _ANY_DAY, BY_CAPTION)
        if caption and (caption.kind in _TEMPLATE or caption.kind in _FURTHER):
            word = "beslutning" if caption.kind == "decision" else caption.text.value.rstrip(" :").lower()
            found.append((index, word, caption.kind))
    return found


def _openers(draft: Draft, first: int, captions: Sequence[tuple[int, str, str]]) -> list[int]:
    """The lines that open a point: case numbers behind a label where one stands above the first caption, else each
    return of that caption after others.
    """
    cases = [index for index in range(first, len(draft.lines)) if _is_case(draft.lines[index].text)]
    if cases and cases[0] < captions[0][0] and next_with_words(draft, cases[0] + 1, _NEAR) == captions[0][0]:
        return cases
    marked = [index for index in range(first, len(draft.lines)) if _STATUS.fullmatch(draft.lines[index].text)]
    if len(marked) > 1 and next_with_words(draft, marked[0] + 1, _NEAR) == captions[0][0]:
        return marked
    opener, lines, others = captions[0][1], [captions[0][0]], 0
    for index, word, _ in captions[1:]:
        if word == opener and (others or _title_above(draft, index, lines[-1] + 1)):
            lines.append(index)
            others = 0
        else:
            others += word != opener
    return lines


def _below_cases(draft: Draft, first: int, openers: Sequence[int]) -> dict[int, int]:
    """The lines of case numbers, each with that of the title below it, where a table or names part the title from the
    template; none unless each opener of a point, and there are several, has both above it.
    """
    cases = [index for index in range(first, len(draft.lines)) if _is_case(draft.lines[index].text)]
    if len(cases) < _SEVERAL or len(cases) != len(openers):
        return {}
    ends = (*cases[1:], len(draft.lines))
    found = {}
    for case, opener, end in zip(cases, openers, ends, strict=True):
        title = next_with_words(draft, case + 1, _NEAR)
        if title is None or not title < opener < end or not _is_title(draft.lines[title].text.strip()):
            return {}
        found[case] = title
    return found


def _is_case(line: str) -> bool:
    text = line.strip(" \t\xa0•·-")
    value = match_label(text) if len(text) < _LONGEST else None
    return value is not None and (value >= len(text) or any(sign.isdigit() for sign in text[value:]))


def _title_above(draft: Draft, line: int, first: int) -> Text | None:
    """The line right above the first caption, where it can be a title and begins a part of its own; the heading of a
    closed point is its own.
    """
    if is_closed_heading(draft, line):
        return _line(draft, line)
    if _STATUS.fullmatch(draft.lines[line].text):
        return None
    for index in range(line - 1, max(first, line - _NEAR) - 1, -1):
        text = draft.lines[index].text.strip()
        if text:
            begins = index == 0 or not draft.lines[index - 1].text.strip() or _is_end(draft, index - 1)
            return _line(draft, index) if begins and _is_title(text) else None
    return None


def _is_end(draft: Draft, index: int) -> bool:
    """Whether a line is a caption with nothing below it, or nothing but a mark."""
    return BY_CAPTION.get(draft.lines[index].text.strip().rstrip(" :").lower()) == "attachments"


def _title_of_page(draft: Draft, line: int) -> Text | None:
    """The title of a page's one point: the first line that can be one below the header's date."""
    dated = next((index for index in range(min(line, 40)) if _DATED.match(draft.lines[index].text)), None)
    if dated is None:
        return None
    near = range(dated + 1, min(line, dated + 1 + _FIELDS))
    found = next((index for index in near if _is_title(draft.lines[index].text.strip())), None)
    return _line(draft, found) if found is not None else None


def _is_title(text: str) -> bool:
    label = text.split(maxsplit=1)[0].lower() if text else ""
    return (
        5 < len(text) <= _LONGEST
        and text[:1].isupper()
        and text[-1] not in ".;,:"
        and label not in HEADER_FIELDS
        and not _KIND.fullmatch(text)
        and not opens_body(text)
    )


def _is_dated(draft: Draft, line: int) -> bool:
    return any(_DATED.match(draft.lines[index].text) for index in range(min(line, 40)))


def _line(draft: Draft, index: int) -> Text:
    return piece(draft.plain, draft.lines[index].start, draft.lines[index].end)


def _cut(draft: Draft, line: int, title: Text | None) -> Cut:
    if title is None:
        return Cut(line, _first_words(draft, line), line)
    begin = next(index for index in range(line, -1, -1) if draft.lines[index].start <= title.start)
    return Cut(begin, title, begin + 1)


def _first_words(draft: Draft, line: int) -> Text:
    """What a point without a title says first, below its captions: a sentence of it at most."""
    for index in range(line, len(draft.lines)):
        text = draft.lines[index].text.strip()
        if not _LETTERS.search(text) or opens_body(text) or _STATUS.fullmatch(text):
            continue
        if read_caption(draft, index, _ANY_DAY, BY_CAPTION):
            continue
        whole = _line(draft, index)
        end = _SENTENCE_END.search(draft.plain, whole.start, whole.end)
        stop = end.start() if end else whole.end
        if stop - whole.start > _SHOWN:
            stop = draft.plain.rfind(" ", whole.start, whole.start + _SHOWN)
        return piece(draft.plain, whole.start, stop if stop > whole.start else whole.end)
    return Text("", draft.lines[line].start, draft.lines[line].start)
