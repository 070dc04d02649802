"""One numbered point, from its heading to the next."""

import datetime
import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from kg.danish.words import better_spelling
from kg.layouts.attachments import read_attachments, repaired
from kg.layouts.cases import case_in_title, read_case
from kg.layouts.closed import is_closed, is_closed_below, says_only_closed
from kg.layouts.contents import Contents, Entry
from kg.layouts.draft import Draft
from kg.layouts.points import Point
from kg.layouts.sections import read_sections
from kg.layouts.tables import find_tables
from kg.model.minutes import AgendaItem
from kg.model.source import Text

_ALIKE = 88.0
_NEAR = 3  # lines


def read_item(
    draft: Draft,
    point: Point,
    entry: Entry | None,
    last: int,
    day: datetime.date,
    captions: dict[str, str],
    patterns: tuple[re.Pattern[str], ...],
) -> AgendaItem:
    """The item whose heading is `point` and whose lines end before `last`; `entry` is its line in the contents list."""
    case, first = point.case, point.body_line
    if case is None:
        case, first = read_case(draft, point.body_line, last, patterns)
    titles = [title for title in (point.title, entry.title if entry else None) if title and title.value]
    titles.sort(key=lambda title: says_only_closed(title.value))
    in_title = case_in_title(draft, titles[0]) if titles and case is None else None
    if in_title:
        titles[0], case = in_title
    titles = titles or [Text("", draft.lines[point.line].start, draft.lines[point.line].end)]
    start, end = draft.lines[point.line].start, draft.lines[last - 1].end
    closed = (
        point.closed
        or any(is_closed(title.value) for title in titles)
        or is_closed_below(line.text for line in draft.lines[point.body_line : last])
        or _is_closed_above(draft, point.line)
    )
    page = (entry.page if entry else None) or draft.source.page_at(start)
    if closed:
        return AgendaItem(point.number, point.label, titles[0], (), True, page, case, (), (), (), start, end)
    sections = list(read_sections(draft, first, last, day, captions))
    attachments, repeated = read_attachments(draft, sections, titles)
    title, others = _best_title([*titles, *repeated])
    tables = find_tables(draft.plain, draft.lines[first:last])
    return AgendaItem(
        point.number, point.label, title, others, False, page, case, tuple(sections), attachments, tables, start, end
    )


def _is_closed_above(draft: Draft, line: int) -> bool:
    """Whether a line right above a heading says *Lukket punkt*: some pages set that in a row of its own."""
    above = (draft.lines[index].text for index in range(line - 1, max(-1, line - 1 - _NEAR), -1))
    return says_only_closed(next((text for text in above if text.strip()), ""))


def _best_title(titles: list[Text]) -> tuple[Text, tuple[Text, ...]]:
    titles = [repaired(title) for title in titles]
    best = titles[0]
    for other in titles[1:]:
        if other.value.casefold() != best.value.casefold() and better_spelling(best.value, other.value) == other.value:
            best = other
    seen = {best.value}
    others = []
    for title in titles:
        if title.value not in seen:
            seen.add(title.value)
            others.append(title)
    return best, tuple(others)


def match_entries(points: Sequence[Point], contents: Contents) -> list[Entry | None]:
    """For each point its line in the contents list: by place where the counts agree, else the most alike left; those of
    sub-points stand in a list of their own.
    """
    matched: list[Entry | None] = [None] * len(points)
    for below, entries in ((False, contents.entries), (True, contents.below)):
        places = [place for place, point in enumerate(points) if point.below is below]
        for place, entry in zip(places, _matched([points[place] for place in places], entries), strict=True):
            matched[place] = entry
    return matched


def _matched(points: Sequence[Point], entries: Sequence[Entry]) -> list[Entry | None]:
    if len(points) == len(entries):
        return list(entries)
    left = list(entries)
    matched: list[Entry | None] = []
    for point in points:
        likeness = [fuzz.ratio(point.title.value.casefold(), entry.title.value.casefold()) for entry in left]
        best = max(range(len(left)), key=lambda place: likeness[place], default=-1)
        matched.append(left.pop(best) if best >= 0 and likeness[best] >= _ALIKE else None)
    return matched
