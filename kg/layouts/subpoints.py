"""Sub-points: within a point, headings with its number (*3.1*, *Pkt. 3.1*, *3 a)*) or *ad 1.*, each treated on its own.

A report in the presentation of a case has numbered headings too. What makes sub-points of them is that the contents
list has them, or that two of them or more have their own case numbers, recommendations or decisions.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from kg.layouts.caption import names_decision, read_caption
from kg.layouts.captions import BY_CAPTION
from kg.layouts.cases import read_case
from kg.layouts.closed import is_closed, is_closed_below
from kg.layouts.contents import Contents, Entry
from kg.layouts.draft import Draft
from kg.layouts.numbering import filled
from kg.layouts.points import PART, TEMPLATE, Point, is_answer
from kg.layouts.titles import Heading, read_title
from kg.model.minutes import AgendaItem

_WORD = r"\s*(?:(?:(?:dagsordens)?punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?)?"
_TITLE = r"[ \t]*(?P<title>.*)$"
_FORMS = (
    re.compile(rf"{_WORD}(?P<label>(?P<of>\d{{1,4}})\.(?P<place>\d{{1,2}}))(?!\.?\d)\.?\s?[:)–-]?(?!\S){_TITLE}", re.I),
    re.compile(
        rf"{_WORD}(?P<label>(?P<of>\d{{1,4}})(?:(?P<place>[a-z])|\s(?P<spaced>[a-z])(?=[.):])))[.):]?(?!\S){_TITLE}",
        re.I,
    ),
    re.compile(rf"\s*(?P<label>ad\.?\s*(?:(?:punkt|pkt\.?)\s*)?(?P<place>\d{{1,2}}))\s?[.:)–-]+(?!\S){_TITLE}", re.I),
)
_BEGINNINGS = frozenset("0123456789pPdDsSaA")
_LETTERED = re.compile(r"(\d{1,4})\s?(?:\.\d{1,2}|[a-zæøå])\.?", re.I)
_WIDEST = 300
_LONGEST = 160
_FEWEST = 2  # sub-points that have a case, a recommendation or a decision of their own
_MOST_RUNS = 4  # that are looked at, so that time stays linear
_DEBATED = frozenset(("presentation", "background"))


class _Head(msgspec.Struct, frozen=True):
    """A line that may be the heading of a sub-point: its form, its place among its siblings, its label and title."""

    form: int
    place: int
    label: str
    line: int
    title: Heading


class Where(msgspec.Struct, frozen=True):
    """What reading sub-points needs to know: the meeting's day, its authority's captions and forms of case numbers."""

    day: datetime.date
    captions: dict[str, str]
    patterns: tuple[re.Pattern[str], ...]


def with_subpoints(
    draft: Draft, contents: Contents, points: Sequence[Point], items: Sequence[AgendaItem], where: Where
) -> list[Point]:
    """The points, each followed by its sub-points; a closed one has none, for nothing of it is read."""
    found: list[Point] = []
    ends = [*(point.line for point in points[1:]), len(draft.lines)]
    for point, item, end in zip(points, items, ends, strict=False):
        found.append(point)
        if not item.closed and not point.below:
            found += _below(draft, contents, point, end, where)
    return found


def with_numbers(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points with those among them marked that are sub-points by their letter (*3a* below *3*), and with numbers
    for those that the document gives none.
    """
    made: list[Point] = []
    top = ""
    taken: set[str] = set()
    for point in points:
        letters = _LETTERED.fullmatch(point.label)
        below = point.below or bool(letters and top and letters[1] == top)
        again = letters is not None and letters[1] in taken
        if not below:
            top = point.label
        taken.add(letters[1] if letters else point.label)
        made.append(msgspec.structs.replace(point, below=below, number=0 if below or again else point.number))
    numbers = filled([point.number for point in made])
    return tuple(msgspec.structs.replace(point, number=number) for point, number in zip(made, numbers, strict=True))


def parents(points: Sequence[Point]) -> list[int | None]:
    """For each point the place of the one that it is a sub-point of."""
    found: list[int | None] = []
    top = 0
    for place, point in enumerate(points):
        top = top if point.below else place
        found.append(top if point.below else None)
    return found


def parents_by_label(labels: Sequence[str]) -> list[int | None]:
    """The same where an exporter lists all points alike: *3.1* and *3a* stand somewhere below *3*."""
    seen: dict[str, int] = {}
    found: list[int | None] = []
    for place, label in enumerate(labels):
        split = _LETTERED.fullmatch(label.strip())
        found.append(seen.get(split[1]) if split else None)
        if label.strip(" .").isdigit():
            seen[label.strip(" .")] = place
    return found


def under(items: Sequence[AgendaItem], above: Sequence[int | None]) -> tuple[AgendaItem, ...]:
    """The items, each below its parent; a closed parent closes what is below it."""
    return tuple(
        msgspec.structs.replace(item.shut() if place is not None and items[place].closed else item, parent=place)
        for item, place in zip(items, above, strict=True)
    )


def _below(draft: Draft, contents: Contents, point: Point, end: int, where: Where) -> list[Point]:
    listed = _listed(contents.below, point)
    for run in _runs(_heads(draft, point, end, listed))[:_MOST_RUNS]:
        if _are_points(draft, point, run, end, where):
            return [
                Point(0, head.label, head.title.title, head.line, head.title.body_line, closed=point.closed, below=True)
                for head in run
            ]
    return []


def _listed(entries: Sequence[Entry], point: Point) -> Contents:
    """The contents list of a point: its sub-points, as far as the document's list has them."""
    own = tuple(each for each in entries if each.number == point.number)
    return Contents(own, 0, 0, tuple(each.title.value.casefold() for each in own))


def _heads(draft: Draft, point: Point, end: int, listed: Contents) -> Iterator[_Head]:
    for index in range(point.body_line, end):
        text = draft.lines[index].text
        if len(text) > _WIDEST or text.lstrip()[:1] not in _BEGINNINGS:
            continue
        for form, pattern in enumerate(_FORMS):
            found = pattern.match(text)
            said = found.groupdict() if found else {}
            if found and said.get("of") in {None, str(point.number)}:
                title = read_title(draft, listed, index, found.start("title"))
                place = said["place"] or said.get("spaced") or ""
                if _is_title(title.title.value):
                    yield _Head(form, _rank(place), " ".join(said["label"].split()), index, title)


def _rank(place: str) -> int:
    return int(place) if place.isdigit() else ord(place.lower()) - ord("a") + 1


def _is_title(text: str) -> bool:
    """Whether words can head a sub-point: short, with a capital, no sentence, no answer and no caption."""
    head = text.rstrip(" :").lower()
    return (
        0 < len(text) <= _LONGEST
        and text.lstrip("\"»”'(")[:1].isupper()
        and text[-1] not in ".;,:"
        and not (is_answer(text) or PART.match(text))
        and BY_CAPTION.get(head) not in TEMPLATE
        and not names_decision(head)
    )


def _runs(heads: Iterator[_Head]) -> list[list[_Head]]:
    """The headings of one form that count up from 1 one by one, the longest run first."""
    runs: list[list[_Head]] = []
    latest: dict[int, list[_Head]] = {}
    for head in heads:
        run = latest.get(head.form)
        if head.place == 1:
            run = latest[head.form] = []
            runs.append(run)
        if run is not None and head.place == len(run) + 1:
            run.append(head)
    return sorted(runs, key=len, reverse=True)


def _are_points(draft: Draft, point: Point, run: Sequence[_Head], end: int, where: Where) -> bool:
    """Whether headings are of points: all are in the contents list, one is closed, or two have what only points have.

    A decision below the last one only is that of the whole point, and so is one above the first.
    """
    ends = [*(head.line for head in run[1:]), end]
    if all(head.title.listed >= 0 for head in run) or any(map(partial(_is_shut, draft), run, ends)):
        return True
    above = _captions(draft, point.body_line, run[0].line, where)
    if len(run) < _FEWEST or "decision" in above:
        return False
    own = [_own(draft, head, last, where) for head, last in zip(run, ends, strict=True)]
    decided = [place for place, kinds in enumerate(own) if "decision" in kinds]
    if decided == [len(run) - 1]:
        return False
    if sum(bool(kinds & {"decision", "case"}) for kinds in own) >= _FEWEST:
        return True
    return not above & _DEBATED and sum("recommendation" in kinds for kinds in own) >= _FEWEST


def _is_shut(draft: Draft, head: _Head, end: int) -> bool:
    """Whether a heading, or a line below it, says that it is closed: then it is a point, and nothing of it is read."""
    lines = (draft.lines[index].text for index in range(head.title.body_line, end))
    return is_closed(head.title.title.value) or is_closed_below(lines)


def _own(draft: Draft, head: _Head, end: int, where: Where) -> set[str]:
    case, _ = read_case(draft, head.title.body_line, end, where.patterns)
    return _captions(draft, head.title.body_line, end, where) | ({"case"} if case else set())


def _captions(draft: Draft, first: int, last: int, where: Where) -> set[str]:
    """The kinds of the captions on some lines; a decision counts where it is of this meeting."""
    found = (read_caption(draft, index, where.day, where.captions) for index in range(first, last))
    days = {None, where.day.isoformat()}
    return {each.kind for each in found if each and (each.kind != "decision" or each.date in days)}
