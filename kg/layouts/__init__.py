"""Source to Meeting: whatever the layout, a meeting comes out, and what is odd about it is a Problem."""

import datetime
import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from kg.layouts.above import titled_above
from kg.layouts.absence import absent_by_point, absent_throughout, tells_absence
from kg.layouts.caption import Caption, read_caption
from kg.layouts.captions import BY_CAPTION
from kg.layouts.cases import cases_above
from kg.layouts.contents import Contents, find_contents
from kg.layouts.days import agenda_day
from kg.layouts.divisions import find_divisions
from kg.layouts.draft import Draft, draft, piece
from kg.layouts.header import Header, read_header
from kg.layouts.items import match_entries, read_item
from kg.layouts.kinds import kind_of
from kg.layouts.marked import is_marked, read_marked
from kg.layouts.points import KEYWORDS, Point, find_points
from kg.layouts.quality import find_problems
from kg.layouts.subpoints import Where, parents, under, with_numbers, with_subpoints
from kg.layouts.told import with_told
from kg.layouts.treatments import is_of_point, read_treatment
from kg.layouts.untitled import is_closed_heading
from kg.model.minutes import AgendaItem, Attendance, Meeting, Section
from kg.model.problem import Problem
from kg.model.source import Source, Text
from kg.profiles import NONE, Profile

__all__ = ["Draft", "draft", "parse"]

_ANY_DAY = datetime.date(2000, 1, 1)
_REPORT = re.compile(r"\s*Referat\s*(?::|$)")
_FEW = 4  # lines with words that are a header and nothing more


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
    above = (
        (*sheet.lines[: contents.first], *sheet.lines[contents.end : first])
        if contents.entries
        else sheet.lines[:first]
    )
    header = read_header(msgspec.structs.replace(sheet, lines=above), len(above))
    header = _completed(header, sheet, first, found.style) if points else _only_titled(header)
    day = datetime.date.fromisoformat(header.date) if header.date else _ANY_DAY
    captions = _captions(profile)
    if _is_reported(sheet, [point.line for point in points]):
        captions = captions | {"referat": "decision"}
    patterns = tuple(re.compile(pattern) for pattern in profile.case_numbers)
    where = Where(day, captions, patterns)
    points, items = _with_items(sheet, contents, points, where)
    kind = kind_of(sheet.plain, header, items) if items else header.kind
    items = with_told(sheet, header, items) if kind == "minutes" else items
    meeting = Meeting(
        kind,
        header.body,
        header.date,
        header.date_at,
        header.start_time,
        header.place,
        (*header.attendance, *_absent(sheet.plain, header, items)),
        items or _whole(sheet, header, len(above)),
        found.style or "none",
        header.template,
        found.tried,
    )
    return meeting, find_problems(source, meeting, contents, points)


def _with_items(
    sheet: Draft, contents: Contents, found: Sequence[Point], where: Where
) -> tuple[tuple[Point, ...], tuple[AgendaItem, ...]]:
    """The points with their sub-points, and the items that they head. A point is read whole first: closed by what
    stands in it, it has no sub-points.
    """
    points = with_numbers(found)
    items = _items(sheet, contents, points, where)
    more = with_subpoints(sheet, contents, points, items, where)
    if len(more) == len(points):
        return points, items
    points = with_numbers(more)
    return points, _items(sheet, contents, points, where)


def _items(sheet: Draft, contents: Contents, points: Sequence[Point], where: Where) -> tuple[AgendaItem, ...]:
    cases = cases_above(sheet, [(point.line, point.body_line) for point in points], where.patterns)
    begins = [case[1] if case else point.line for case, point in zip(cases, points, strict=True)]
    ends = [*begins[1:], *([len(sheet.lines)] if points else [])]
    read = [
        read_item(
            sheet,
            msgspec.structs.replace(point, case=case and case[0]),
            entry,
            end,
            where.day,
            where.captions,
            where.patterns,
        )
        for point, case, entry, end in zip(points, cases, match_entries(points, contents), ends, strict=True)
    ]
    return under(read, parents(points))


def _is_reported(sheet: Draft, headings: Sequence[int]) -> bool:
    """Whether *Referat* below the points, and no *Beslutning*, says what was decided: once at half of them or more."""
    below = range(headings[0] if headings else len(sheet.lines), len(sheet.lines))
    told = sum(_REPORT.match(sheet.lines[index].text) is not None for index in below)
    if not told or not told <= len(headings) <= told * 2:
        return False
    others = (index for index in below if not _REPORT.match(sheet.lines[index].text))
    captions = (read_caption(sheet, index, _ANY_DAY, BY_CAPTION) for index in others)
    return not any(caption and caption.kind == "decision" for caption in captions)


def _captions(profile: Profile) -> dict[str, str]:
    """Captions in lower case with their kinds: those of the profile before the common ones."""
    return BY_CAPTION | {caption: kind for kind, own in profile.captions.items() for caption in own}


def _whole(sheet: Draft, header: Header, first: int) -> tuple[AgendaItem, ...]:
    """The one point of minutes in which none is found: all of their text, so that it can be searched."""
    written = [line for line in sheet.lines if line.text.strip()]
    if not (header.body and header.date) or len(written) < _FEW or not first:
        return ()
    title = piece(sheet.plain, written[0].start, written[0].end)
    start, end = written[0].start, written[-1].end
    is_closed = any(is_closed_heading(sheet, index) for index in range(len(sheet.lines)))
    if is_closed or any(find_divisions(sheet, 0).closed):
        return (AgendaItem(1, "1", title, (), True, None, None, (), (), (), start, end),)
    lead = Section("lead", Text("", start, start), start, end)
    return (AgendaItem(1, "1", title, (), False, None, None, (lead,), (), (), start, end),)


def _absent(plain: str, header: Header, items: Sequence[AgendaItem]) -> list[Attendance]:
    """Who is noted absent throughout the points, and in the header not at all."""
    found = {person.name.value: person for person in (*absent_by_point(plain, items), *absent_throughout(plain, items))}
    known = {person.name.value for person in header.attendance}
    return [person for name, person in found.items() if name not in known]


def _completed(header: Header, sheet: Draft, first: int, style: str) -> Header:
    """A header without body or date, completed from the captions of decisions, else the date from the file's name.

    A report with numbered chapters is no meeting: the name of its file says nothing.
    """
    if header.body and header.date:
        return header
    captions = [read_caption(sheet, index, _ANY_DAY, BY_CAPTION) for index in range(first, len(sheet.lines))]
    decisions = _of_meeting([caption for caption in captions if caption and caption.kind == "decision"])
    if not header.body and not any(caption.body for caption in decisions):
        decisions = [*decisions, *_of_points(sheet, first, header.date)]
    dates = Counter(caption.date for caption in decisions if caption.date)
    bodies = [caption.body for caption in decisions if caption.body]
    is_meeting = header.is_titled or decisions or style in KEYWORDS
    in_name = re.search(r"(?:19|20)\d\d-[01]\d-[0-3]\d", sheet.source.name) if is_meeting else None
    date = (
        header.date
        or max(sorted(dates), key=lambda each: dates[each], default=None)
        or agenda_day(sheet, first)
        or (in_name[0] if in_name and is_day(in_name[0]) else None)
    )
    return msgspec.structs.replace(header, body=header.body or (bodies[0] if bodies else None), date=date)


def _of_meeting(decisions: list[Caption]) -> list[Caption]:
    """The captions of decisions that may name the meeting's own body and day.

    Where as many name nothing (*Beslutning*), what is named above the last of them was decided earlier, elsewhere.
    """
    is_own = [caption.body is None and caption.date is None for caption in decisions]
    named = Counter((caption.body and caption.body.value, caption.date) for caption in decisions)
    most = max((count for name, count in named.items() if name != (None, None)), default=0)
    last = max((place for place, own in enumerate(is_own) if own), default=0)
    return decisions if most > sum(is_own) else decisions[last:]


def _of_points(sheet: Draft, first: int, date: str | None) -> list[Caption]:
    """The lines that say where and when the points were treated: *Vejudvalget, 03-04-2024, pkt. 7* at several points,
    or any of the meeting's own day (`date`) where that is known; none where they name several bodies.
    """
    lines = (index for index in range(first, len(sheet.lines)) if not tells_absence(sheet.lines[index].text))
    found = [read_treatment(sheet, index, _ANY_DAY) for index in lines]
    if date:
        named = [caption for caption in found if caption and caption.date == date]
    else:
        named = [caption for caption in found if caption and is_of_point(caption.text.value)]
    same = {(caption.body.value if caption.body else "", caption.date) for caption in named}
    return named if len(same) == 1 and (date or len(named) > 1) else []


def _only_titled(header: Header) -> Header:
    """Of a document without points a meeting is made only where its header says that it is of one."""
    if header.is_titled and header.body and header.date:
        return header
    return msgspec.structs.replace(header, body=None, date=None, date_at=None, attendance=())


def is_day(text: str) -> bool:
    """Whether an ISO date is one of the calendar."""
    try:
        return bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False
