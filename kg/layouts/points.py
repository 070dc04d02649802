"""Where the points of a meeting begin: every way of numbering is tried, and the one that fits best is taken."""

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from kg.layouts.attachments import BUTTON
from kg.layouts.caption import names_decision
from kg.layouts.captions import BY_CAPTION
from kg.layouts.chain import Candidate, best_chain
from kg.layouts.contents import Contents
from kg.layouts.divisions import Divisions, find_divisions
from kg.layouts.draft import Draft
from kg.layouts.numbering import STYLES, Numbered, Style, find_numbered
from kg.layouts.titles import Heading, next_with_words, opens_body, read_title
from kg.layouts.unnumbered import find_unnumbered
from kg.layouts.untitled import Cut, find_untitled
from kg.model.minutes import Fit
from kg.model.source import Text

KEYWORDS = frozenset(("punkt", "pkt", "sag"))
_BY_PLACE = frozenset(("letter", "ad"))  # whose written label is no number
_ENOUGH = {"alone": 1.0, "bare": 0.6, "ad": 1.5, "letter": 1.5, "tabbed": 0.6}
_LEAST = 0.3  # what a heading must be worth on average
_ANSWER = re.compile(
    r"(?:godkendt|tiltrådt|vedtaget|taget til|drøftet|udsat|anbefales|indstilles|indstillingen"
    r"|ja\b|nej\b|afvist|følges|blev )",
    re.I,
)
PART = re.compile(
    r"(?:at\b|godkende[rs]?\b|tage[rs]?\b|beslutte[rs]?\b|drøfte[rs]?\b|anbefale[rs]?\b|[a-zæøå]\))", re.I
)
TEMPLATE = frozenset(("background", "recommendation", "presentation", "economy", "decision", "legal", "attachments"))
_NEXT = re.compile(r"\d{1,3}[.:)]\s+[A-ZÆØÅ]")  # in a list of points, what stands below is another's
_SHORT_FORM = re.compile(r"(?:\b(?:evt|mv|mm|o\.?l|osv|kr|mio|inkl|ifm|nr)|m\.[mv])\.$", re.I)
# What a decision says of another point ("Punkt 3 »Stier« behandles efter punkt 9"), and a line of a list of people.
_TOLD_OF = re.compile(
    r"""(?:[”"»“][^”"»«“\n]{1,300}[”"«“]\s+)?(?:blev|bliver|behandles|udgår|udgik|udsættes|flyttes|rykkes|oversendes)\b""",
    re.I,
)
_MEMBER = re.compile(r"(?:(?:over)?borgmester\s+|rådmand\s+)?(?:[A-ZÆØÅ][\w'’.-]{0,30}\s+){2,5}\([A-ZÆØÅ]{1,2}\)$")
_LONG = 160
_SHORT = 30
_MANY = 2  # points that are found by their numbers
_SURE = 2.0
_SEEN = 4  # lines below a heading in which its case number or first caption stands


class Point(msgspec.Struct, frozen=True):
    """A point's heading: `line` is the first line's index, `body_line` that of the line after the heading.

    `closed` is true where the whole part of the document is; `listed` is its place in the contents list, or -1;
    `below` marks a sub-point of the last point above it that is none; `case` is a case number that stands above the
    heading.
    """

    number: int
    label: str
    title: Text
    line: int
    body_line: int
    listed: int = -1
    closed: bool = False
    below: bool = False
    case: Text | None = None


class Points(msgspec.Struct, frozen=True):
    """The points, how they are numbered, and what each way of numbering was worth."""

    style: str = ""
    points: tuple[Point, ...] = ()
    tried: tuple[Fit, ...] = ()


class _Page(msgspec.Struct, frozen=True):
    """What judging a heading needs to know of the document."""

    draft: Draft
    contents: Contents
    divisions: Divisions
    decisions: tuple[int, ...]
    recommended: tuple[tuple[int, bool], ...]
    first: int


def find_points(draft: Draft, contents: Contents) -> Points:
    """The points in order. No style is named where none was found."""
    page = _read_page(draft, contents)
    tried: list[Fit] = []
    best, most = Points(), 0.0
    for style in STYLES:
        points, worth = _in_style(page, style)
        if points:
            tried.append(Fit(style.name, len(points), round(worth, 1)))
        if points and worth > most and worth >= _ENOUGH.get(style.name, _LEAST) * len(points):
            best, most = Points(style.name, points), worth
    unnumbered = find_unnumbered(draft, contents.end) if most < 1 else []
    if unnumbered:
        tried.append(Fit("unnumbered", len(unnumbered), float(len(unnumbered))))
        best = Points("unnumbered", tuple(_by_place(page, unnumbered)))
    elif most < _SURE:
        cuts = find_untitled(draft, contents.end)
        if _are_better(cuts, best.points):
            tried.append(Fit("unnumbered", len(cuts), float(len(cuts))))
            best = Points("unnumbered", tuple(_cut_out(page, cuts)))
    return msgspec.structs.replace(best, tried=tuple(tried))


def _are_better(cuts: Sequence[Cut], points: Sequence[Point]) -> bool:
    """Whether a template tells points apart where the numbers hardly do: more of them, or the numbers begin inside."""
    if not cuts or not points:
        return bool(cuts)
    return cuts[0].line < points[0].line or (len(points) < _MANY and len(cuts) > len(points))


def _cut_out(page: _Page, cuts: Sequence[Cut]) -> list[Point]:
    return [
        Point(number, str(number), cut.title, cut.line, cut.body_line, -1, page.divisions.is_closed(cut.line))
        for number, cut in enumerate(cuts, 1)
    ]


def _by_place(page: _Page, lines: Sequence[int]) -> list[Point]:
    found = []
    for number, line in enumerate(lines, 1):
        head = read_title(page.draft, page.contents, line, 0)
        closed = page.divisions.is_closed(line)
        found.append(Point(number, str(number), head.title, line, head.body_line, head.listed, closed))
    return found


def _read_page(draft: Draft, contents: Contents) -> _Page:
    decisions, recommended = [], []
    for index in range(contents.end, len(draft.lines)):
        text = draft.lines[index].text
        if not 5 < len(text) < 130:
            continue
        head = text.strip().partition(":")[0].lower()
        kind = BY_CAPTION.get(head)
        if kind == "decision" or (names_decision(head) and not head.endswith((".", ","))):
            decisions.append(index)
            recommended.append((index, False))
        elif kind in TEMPLATE:
            recommended.append((index, kind == "recommendation"))
    first = next((index for index, line in enumerate(draft.lines) if line.text.strip()), 0)
    return _Page(draft, contents, find_divisions(draft, contents.end), tuple(decisions), tuple(recommended), first)


def _in_style(page: _Page, style: Style) -> tuple[tuple[Point, ...], float]:
    """The best chain of headings in one style, and what it is worth."""
    numbered = find_numbered(page.draft, style, range(page.contents.end, len(page.draft.lines)))
    heads = [read_title(page.draft, page.contents, one.line, one.title) for one in numbered]
    candidates = [_judged(page, style, one, head) for one, head in zip(numbered, heads, strict=True)]
    keyword = style.name in KEYWORDS

    def begin(one: Candidate) -> float:
        is_begun = one.is_listed or keyword or one.line == page.first
        return 0.0 if one.number == 1 else 0.3 if is_begun else 2.0

    worth, places = best_chain(candidates, begin)
    points = [
        Point(
            order if style.name in _BY_PLACE else numbered[place].number,
            numbered[place].label.strip(),
            heads[place].title,
            numbered[place].line,
            heads[place].body_line,
            heads[place].listed,
            page.divisions.is_closed(numbered[place].line),
        )
        for order, place in enumerate(places, 1)
    ]
    return tuple(points), worth


def _judged(page: _Page, style: Style, one: Numbered, head: Heading) -> Candidate:
    worth = style.belief + _looks(page, one, head) + _shape(head.title.value, style) + _below(page.draft, head)
    if head.listed >= 0:
        number = page.contents.entries[head.listed].number
        worth += 1.0 if number not in {None, one.number} else 3.0
    return Candidate(
        one.number,
        one.suffix,
        one.line,
        worth,
        bisect_right(page.decisions, one.line),
        head.listed >= 0,
        one.number == 1 and page.divisions.restarts(one.line),
    )


def _looks(page: _Page, one: Numbered, head: Heading) -> float:
    """What the lines around a heading say, and how it is set."""
    lines = page.draft.lines
    worth = 0.3 * (one.line == 0 or not lines[one.line - 1].text.strip())
    worth += 0.3 * (head.body_line < len(lines) and not lines[head.body_line].text.strip())
    worth += 1.5 * bool(page.draft.level(one.line)) + 1.0 * page.draft.bold(one.line)
    if not page.recommended or page.recommended[0][0] > one.line:
        worth += 0.8 * _hangs(page.draft, one.line)
    place = bisect_right(page.recommended, (one.line, True)) - 1
    if place >= 0 and page.recommended[place][1]:
        worth -= 1.2
    return worth


def _hangs(draft: Draft, index: int) -> bool:
    """Whether what stands below a heading is set in from its number: minutes written as one numbered list."""
    if index + 1 >= len(draft.lines):
        return False
    text, below = draft.lines[index].text, draft.lines[index + 1].text
    return bool(below.strip()) and len(below) - len(below.lstrip(" ")) > len(text) - len(text.lstrip(" "))


def _shape(title: str, style: Style) -> float:
    """What the words of a title say: a title is short and no sentence, no answer and no part of a recommendation."""
    if not title:
        return -1.0 if style.name not in KEYWORDS else 0.0
    title = title[:-1] if _SHORT_FORM.search(title) else title
    worth = 0.5 if title[:1].isupper() and title[-1] not in ".;,:" else 0.0
    worth -= 0.8 * (title[-1] == ".") + 1.2 * (title[-1] in ";,") + 2.0 * (len(title) > _LONG)
    worth -= 1.2 * title[:1].islower()
    worth -= 3.0 * is_answer(title) + 4.0 * bool(PART.match(title))
    worth -= 4.0 * bool(_TOLD_OF.match(title)) + 3.0 * bool(_MEMBER.match(title))
    worth -= 3.0 * bool(BUTTON.fullmatch(title))
    if BY_CAPTION.get(title.rstrip(" :").lower()) in TEMPLATE:
        worth -= 3.0
    return worth


def is_answer(title: str) -> bool:
    """Whether a line says what came of a point rather than what it is about."""
    return bool(_ANSWER.match(title)) and (title.endswith(".") or len(title) < _SHORT)


def _below(draft: Draft, head: Heading) -> float:
    """What follows a heading: its case number, the first caption of its text."""
    index, worth = head.body_line, 0.0
    for _ in range(_SEEN):
        place = next_with_words(draft, index, 3)
        if place is None:
            break
        text = draft.lines[place].text.strip()
        if _NEXT.match(text) and not (head.title.value and text.endswith(head.title.value)):  # nor is it repeated
            break
        if text.rstrip(" :").lower() in BY_CAPTION or (names_decision(text.lower()) and text[-1] not in ".,"):
            return worth + 1.0
        if opens_body(text) and any(sign.isdigit() for sign in text) and worth < 2:
            after = next_with_words(draft, place + 1, 2)
            if after is not None and _NEXT.match(draft.lines[after].text.strip()):
                break  # a number that stands above the heading of the next
            worth += 2.0
        index = place + 1
    return worth
