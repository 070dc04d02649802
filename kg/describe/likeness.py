"""What two documents of one meeting say alike: items, attachments, tasks, sums and parts, each matched at most once."""

import re
from collections.abc import Callable, Sequence

import msgspec
from rapidfuzz import fuzz

from kg.model.minutes import AgendaItem

ALIKE = 85.0
_CUT = 95.0  # a title that the other one holds whole: a line of a heading that was lost
_LONG = 12  # characters that a title has at least, to be known by a part of it
_MOST = 1_000_000  # pairs of titles that are compared; hostile documents have more
_SAME_CASE = 50.0  # one case may have two items: their titles must not be of different things
_WORDS = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+")
_ENDING = re.compile(r"\s*\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|msg|jpe?g|png)$", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:bilag|bil\.)\s*(?:nr\.?\s*)?\d+[a-z]?\s*[-–:.)]*\s*(?=\S)", re.IGNORECASE)
# an archive's own number: 2031-204248, 222359/31, 1537646
_FILED = re.compile(r"^(?:\d{4}-\d{4,8}|\d{4,8}[/-]\d{2}|\d{6,9})\s*[-–:]\s*(?=\S)")
_BARE = re.compile(r"^(?:luk(?:ket|kede)(?: (?:punkt|sag|møde|dagsorden|dagsordenspunkt))?)?$")
_CLOSED = re.compile(r"^luk(?:ket|kede)(?: (?:punkt|sag))? (?=\w)|(?<=\w) lukket(?: (?:punkt|sag|behandling))?$")


def folded(text: str) -> str:
    """Words of a text without case and signs."""
    return _WORDS.sub(" ", text.casefold()).strip()


def alike(a: str, b: str) -> bool:
    """Whether two texts say the same: from 0.85 likeness."""
    a, b = folded(a), folded(b)
    return a == b or fuzz.ratio(a, b, score_cutoff=ALIKE) > 0


def agree(a: str, b: str) -> bool:
    """Whether two texts are alike, or one is the other with more behind it, such as who was away."""
    short, long = sorted((folded(a), folded(b)), key=len)
    return alike(short, long) or (bool(short) and long.startswith(short))


class Point(msgspec.Struct, frozen=True):
    """An item as far as another document may know it again; `title` is folded, without *Lukket* beside it."""

    number: int
    title: str
    case: str = ""
    closed: bool = False

    @property
    def nameless(self) -> bool:
        """Whether its title says no more than that it is closed."""
        return bool(_BARE.match(self.title))


def plain_title(title: str) -> str:
    """A title without case and signs, and without *Lukket* beside it."""
    return _CLOSED.sub("", folded(title))


def points_of(items: Sequence[AgendaItem]) -> tuple[Point, ...]:
    """The points of a document."""
    return tuple(
        Point(
            each.number,
            plain_title(each.title.value),
            each.case.value if each.case else "",
            each.closed,
        )
        for each in items
    )


def match_points(own: Sequence[Point], others: Sequence[Point]) -> tuple[int, ...]:
    """For each point the place of its equal among others, each once; -1 where it has none.

    By number and title; by case number, where the titles do not speak against it; by title alone, for points that
    moved; by number where one title is a part of the other, or where both are closed. Whether a point is closed
    decides nothing else: it may be so in one document only.
    """
    found = [-1] * len(own)
    numbers, cases, titles = (_places(others, key) for key in (_number, _case, _title))
    free = dict.fromkeys(range(len(others)))
    for near, key, is_one in (
        (numbers, _number, _titles_alike),
        (cases, _case, _one_case),
        (titles, _title, _named),
        (None, _title, _titles_alike_named),
        (numbers, _number, _part),
        (numbers, _number, _both_closed),
    ):
        left = [index for index, place in enumerate(found) if place < 0]
        if near is None and len(left) * len(free) > _MOST:
            continue
        for index in left:
            known = tuple(free) if near is None else near.get(key(own[index]), ())
            place = next((each for each in known if each in free and is_one(own[index], others[each])), -1)
            if place >= 0:
                found[index] = place
                del free[place]
    return tuple(found)


def _places(points: Sequence[Point], key: Callable[[Point], object]) -> dict[object, list[int]]:
    places: dict[object, list[int]] = {}
    for place, point in enumerate(points):
        places.setdefault(key(point), []).append(place)
    return places


def _number(point: Point) -> int:
    return point.number


def _case(point: Point) -> str:
    return point.case


def _title(point: Point) -> str:
    return point.title


def _titles_alike(point: Point, other: Point, least: float = ALIKE) -> bool:
    return fuzz.ratio(point.title, other.title) >= least


def _one_case(point: Point, other: Point) -> bool:
    if not point.case:
        return False
    if point.nameless or other.nameless:
        return point.number == other.number
    return _titles_alike(point, other, _SAME_CASE)


def _named(point: Point, _: Point) -> bool:
    return not point.nameless


def _titles_alike_named(point: Point, other: Point) -> bool:
    return not point.nameless and _titles_alike(point, other)


def _part(point: Point, other: Point) -> bool:
    short, long = sorted((point.title, other.title), key=len)
    ends = (long[: len(short)], long[len(long) - len(short) :])
    return len(short) >= _LONG and any(fuzz.ratio(short, end) >= _CUT for end in ends)


def _both_closed(point: Point, other: Point) -> bool:
    return point.closed and other.closed


def match_titles(own: Sequence[str], others: Sequence[str]) -> list[int]:
    """For each title of an attachment the place of its equal among others, each once; -1 where it has none."""
    found = _equal(own, others, [-1] * len(own))
    mine, theirs = [_plain(each) for each in own], [_plain(each) for each in others]
    return _near(mine, theirs, _equal(mine, theirs, found), _same_title)


def match_texts(own: Sequence[str], others: Sequence[str]) -> list[int]:
    """For each text the place of one that says the same among others, each once, equal ones first; else -1."""
    mine, theirs = [folded(each) for each in own], [folded(each) for each in others]
    return _near(mine, theirs, _equal(mine, theirs, [-1] * len(own)), alike)


def match_sums(own: Sequence[str], others: Sequence[str]) -> list[int]:
    """For each sum the place of the same one among others; one that is said more often here is said there too."""
    last = {value: place for place, value in enumerate(others)}
    found = _equal(own, others, [-1] * len(own))
    return [place if place >= 0 else last.get(value, -1) for value, place in zip(own, found, strict=True)]


def _equal(own: Sequence[str], others: Sequence[str], found: Sequence[int]) -> list[int]:
    """What was found so far, and for the rest the first free place of the very same text."""
    free: dict[str, list[int]] = {}
    taken = set(found)
    for place in range(len(others) - 1, -1, -1):
        if place not in taken:
            free.setdefault(others[place], []).append(place)
    return [
        place if place >= 0 else free[text].pop() if free.get(text) else -1
        for text, place in zip(own, found, strict=True)
    ]


def _near(own: Sequence[str], others: Sequence[str], found: list[int], same: Callable[[str, str], bool]) -> list[int]:
    """What was found so far, and for the rest the first free place of a text that is like it."""
    taken = set(found)
    free = dict.fromkeys(place for place in range(len(others)) if place not in taken)
    left = [index for index, place in enumerate(found) if place < 0]
    for index in left if len(left) * len(free) <= _MOST else ():
        place = next((each for each in free if same(own[index], others[each])), -1)
        if place >= 0:
            found[index] = place
            del free[place]
    return found


def _plain(title: str) -> str:
    """A title without the ending of a file's name, its place in the list and the number under which it is filed."""
    return folded(_FILED.sub("", _NUMBERED.sub("", _ENDING.sub("", title).strip())))


def _same_title(a: str, b: str) -> bool:
    """Alike, and with no other numbers: *Kort 1* is not *Kort 2*."""
    numbers = _DIGITS.findall(a), _DIGITS.findall(b)
    return fuzz.ratio(a, b) >= ALIKE and (numbers[0] == numbers[1] or not all(numbers))
