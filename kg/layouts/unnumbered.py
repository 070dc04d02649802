"""Points whose numbers are not in the text: Word counts them itself, and some pages leave them out.

A point is then a heading of the file, or a line of its own, right above a case number or the first caption of a
template.
"""

import datetime
from collections import Counter

from kg.danish.case_numbers import match_case_number, match_label
from kg.layouts.caption import names_decision, read_caption
from kg.layouts.captions import BY_CAPTION
from kg.layouts.closed import is_closed
from kg.layouts.draft import Draft
from kg.layouts.titles import next_with_words, opens_body

_OPENING = frozenset(("background", "recommendation", "presentation", "decision", "competence", "attachments"))
_LONGEST = 200
_ANY_DAY = datetime.date(2000, 1, 1)


def find_unnumbered(draft: Draft, first: int) -> list[int]:
    """The lines that begin a point: headings of the level that most of them share, else titles above case numbers."""
    heads = [
        index
        for index in range(first, len(draft.lines))
        if draft.level(index) and _is_title(draft, index) and not _is_decision(draft, index)
    ]
    levels = Counter(draft.level(index) for index in heads if _opens(draft, index))
    if levels:
        level = min(levels, key=lambda each: (-levels[each], each))
        return _with_text(draft, [index for index in heads if draft.level(index) == level])
    return [index for index in range(first, len(draft.lines)) if _is_title(draft, index) and _has_case(draft, index)]


def _with_text(draft: Draft, heads: list[int]) -> list[int]:
    """The headings without the first where nothing stands below it (*Indhold*)."""
    if len(heads) > 1 and not any(line.text.strip() for line in draft.lines[heads[0] + 1 : heads[1]]):
        return heads[1:]
    return heads


def _is_title(draft: Draft, index: int) -> bool:
    text = draft.lines[index].text.strip()
    is_headed = bool(draft.level(index)) and is_closed(text)
    is_short = 2 < len(text) <= _LONGEST and text[:1].isupper() and text[-1] not in ".;,"
    return is_short and (is_headed or not opens_body(text))


def _opens(draft: Draft, index: int) -> bool:
    """Whether a template's first caption, or a case number, stands right below."""
    below = next_with_words(draft, index + 1, 3)
    if below is None:
        return False
    kind = BY_CAPTION.get(draft.lines[below].text.strip().rstrip(" :").lower())
    return kind in _OPENING or _is_decision(draft, below) or _has_case(draft, index)


def _is_decision(draft: Draft, index: int) -> bool:
    """Whether a line is the caption of a decision: *Beslutning*, *Beslutning i Byrådet den 3. maj 2023*."""
    text = draft.lines[index].text
    if not names_decision(text.lower()):
        return False
    caption = read_caption(draft, index, _ANY_DAY, BY_CAPTION)
    return caption is not None and caption.kind == "decision"


def _has_case(draft: Draft, index: int) -> bool:
    below = next_with_words(draft, index + 1, 2)
    text = draft.lines[below].text.strip() if below is not None else ""
    start = match_label(text)
    found = match_case_number(text, start or 0, labelled=start is not None)
    return found is not None and not text[found.end :].strip()
