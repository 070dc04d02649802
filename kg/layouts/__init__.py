"""Source to Meeting: whatever the layout, a meeting comes out, and what is odd about it is a Problem."""

import datetime
import re
from collections import Counter

import msgspec

from kg.layouts.above import titled_above
from kg.layouts.caption import read_caption
from kg.layouts.captions import BY_CAPTION
from kg.layouts.contents import Contents, find_contents
from kg.layouts.draft import Draft, draft
from kg.layouts.header import Header, read_header
from kg.layouts.items import match_entries, read_item
from kg.layouts.marked import is_marked, read_marked
from kg.layouts.points import find_points
from kg.layouts.quality import find_problems
from kg.model.minutes import Meeting
from kg.model.problem import Problem
from kg.model.source import Source
from kg.profiles import NONE, Profile

__all__ = ["Draft", "draft", "parse"]

_ANY_DAY = datetime.date(2000, 1, 1)


def parse(source: Source, profile: Profile = NONE, sheet: Draft | None = None) -> tuple[Meeting, tuple[Problem, ...]]:
    """Read the shape of `source`, whose draft is `sheet`. Never raises on content: what is missing is left out and
    reported.
    """
    sheet = sheet or draft(source)
    if is_marked(source):
        meeting = read_marked(sheet, _captions(profile))
        return meeting, find_problems(source, meeting, Contents(), ())
    contents = find_contents(sheet)
    found = find_points(sheet, contents)
    points = titled_above(sheet, found.points)
    first = points[0].line if points else len(sheet.lines)
    header = read_header(sheet, contents.first if contents.entries else first)
    header = _completed(header, sheet, first) if points else header
    day = datetime.date.fromisoformat(header.date) if header.date else _ANY_DAY
    captions = _captions(profile)
    patterns = tuple(re.compile(pattern) for pattern in profile.case_numbers)
    ends = [*(point.line for point in points[1:]), *([len(sheet.lines)] if points else [])]
    items = tuple(
        read_item(sheet, point, entry, end, day, captions, patterns)
        for point, entry, end in zip(points, match_entries(points, contents), ends, strict=True)
    )
    meeting = Meeting(
        header.kind,
        header.body,
        header.date,
        header.date_at,
        header.start_time,
        header.place,
        header.attendance,
        items,
        found.style or "none",
    )
    return meeting, find_problems(source, meeting, contents, points)


def _captions(profile: Profile) -> dict[str, str]:
    """Captions in lower case with their kinds: those of the profile before the common ones."""
    return BY_CAPTION | {caption: kind for kind, own in profile.captions.items() for caption in own}


def _completed(header: Header, sheet: Draft, first: int) -> Header:
    """A header without body or date, completed from the captions of decisions, else the date from the file's name."""
    if header.body and header.date:
        return header
    captions = [read_caption(sheet, index, _ANY_DAY, BY_CAPTION) for index in range(first, len(sheet.lines))]
    decisions = [caption for caption in captions if caption and caption.kind == "decision"]
    dates = Counter(caption.date for caption in decisions if caption.date)
    bodies = [caption.body for caption in decisions if caption.body]
    in_name = re.search(r"(?:19|20)\d\d-[01]\d-[0-3]\d", sheet.source.name)
    date = (
        header.date
        or max(sorted(dates), key=lambda each: dates[each], default=None)
        or (in_name[0] if in_name and is_day(in_name[0]) else None)
    )
    return msgspec.structs.replace(header, body=header.body or (bodies[0] if bodies else None), date=date)


def is_day(text: str) -> bool:
    """Whether an ISO date is one of the calendar."""
    try:
        return bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False
