"""Dates in Danish prose and tables: a small grammar, anchored at digits and at month names.

A date without a year gets one from the anchor, the date of the meeting whose minutes these are: see `kg.danish.years`.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from kg.danish.almanac import (
    FULL_MONTHS,
    MONTHS,
    SHORT_MONTHS,
    find_times,
    is_recurrence,
    parse_month,
    parse_month_year,
    parse_time,
    weekday_of,
)
from kg.danish.years import LOOK_BACK, day, infer_day, infer_month, monday_of

__all__ = [
    "Found",
    "find_dates",
    "find_times",
    "infer_day",
    "is_recurrence",
    "parse_month",
    "parse_month_year",
    "parse_time",
    "weekday_of",
]


class Found(msgspec.Struct, frozen=True, gc=False):
    """A date and where it stands.

    `iso` is `YYYY-MM-DD`, `YYYY-MM` or `YYYY` as `precision` (`day`, `month`, `year`) says. `vague` marks *primo*,
    *foråret*, *1. halvår*, a week and the like. `rule` is one of: `day`, `month`, `year` (the year is written),
    `numeric` (27-09-2016, 1/9-2016), `iso`; `day-inferred`, `month-inferred`, `day-month` (27.9, 1/9), where the year
    is guessed from the anchor; `range-end` (the last day or month of a range); `season`, `half-year`, `quarter` and
    `week`.
    """

    start: int
    end: int
    iso: str
    precision: str
    rule: str
    vague: bool = False


_GUESSED = frozenset(("day-inferred", "month-inferred", "day-month"))
_GAP = 28  # the longest that may stand between the ends of a range: `til og med torsdag den`
_YEARS_AWAY = 20  # a two-digit year further off than this is no year

_S = r"[ \xa0]{0,2}+(?:\r?\n[ \xa0]{0,4}+)?+"  # possessive, as is all that repeats here: no text may take long
_FULL = "|".join(FULL_MONTHS)
_MONTH = rf"(?i:(?:{_FULL})(?![^\W_])|(?:{'|'.join(SHORT_MONTHS)})(?![^\W_])\.?)"
_JOIN = rf"(?:\.?{_S}(?:[-–]|til(?:\ og\ med)?\b){_S}(?:den\ )?|\.{_S}(?:,|/|,?{_S}og\b|samt\b){_S}(?:den\ )?)"
_DIGITS = re.compile(
    rf"""[0-9](?<![^\W_][0-9])(?<![,/§][0-9])(?<![0-9][.:\-–][0-9])(?:
      (?P<year>(?:(?<=1)9|(?<=2)0)[0-9]{{2}})(?!\w|[\-/–.,:][0-9]|\ (?:kr|mio|mia)\b)
    | (?P<iso>[0-9]{{3}}-[0-9]{{2}}-[0-9]{{2}})(?![0-9]|-[0-9])
    | (?P<numeric>[0-9]?(?:-[0-9]{{1,2}}-|\.\ ?[0-9]{{1,2}}\.\ ?|/[0-9]{{1,2}}(?:[\-/\ ]|\ -\ ))
        (?:[12][0-9]{{3}}|(?<!\ )[0-9]{{2}}))(?![0-9]|[.,:/\-][0-9]|-?[A-ZÆØÅ][0-9]{{2}}-)
    | (?P<daymonth>[0-9]?[/.][0-9]{{1,2}})(?![0-9]|[.,:/\-–]?[0-9])
        (?!\s?(?:mio|mia|mill|kr|t\.|pct|%|procent|time|til\ hver))
    | (?P<half>\.?\ ?(?:halvår|kvartal)(?:\ i)?,?\ [12][0-9]{{3}})(?!\w|[\-/–][0-9])
    | (?<=[Uu]ge\ [0-9])(?P<week>[0-9]?(?:(?:,|\ i|/|\ -)?\ ?20[0-9]{{2}})?)(?![\w.]|[\-–/,][0-9])
    | (?P<named>(?P<days>[0-9]?(?:{_JOIN}[0-9]{{1,2}}+){{0,6}}+)
        (?:\.?(?:[ \xa0]{{0,2}}+(?!\r?\n)|{_S}(?=[a-z]))|-(?=[a-z]{{3,9}}-[12][0-9]{{3}}))(?P<name>{_MONTH})
        (?:(?:,?{_S}|-)(?P<of>[12][0-9]{{3}})(?![0-9]|[\-/–][0-9]))?)
    )""",
    re.VERBOSE,
)
_WORDS = re.compile(
    r"[iIaAlLnNoO]\s(?P<what>"
    rf"(?:{_FULL})(?!\w|-\w)|(?:{'|'.join(SHORT_MONTHS)})\.(?=\s|$|[,;)])"
    r"|(?:for|efter)året\b|sommeren\b|vinteren\b)"
    r"(?![ \xa0](?:19|20)[0-9]{2}(?!\w))"
)
_CUES = frozenset(("i", "fra", "siden", "til", "primo", "medio", "ultimo"))
_VAGUE = frozenset(("primo", "medio", "ultimo"))
_SEASONS = frozenset("forår foråret efterår efteråret sommer sommeren vinter vinteren".split())
_BEFORE_YEAR = frozenset(("i", "fra", "siden"))
_STRETCHES = frozenset("starten begyndelsen midten slutningen udgangen løbet".split())
_DAY_CUE = re.compile(
    r"(?:\b(?:den|d\.?|pr\.?|senest|inden)|(?:møde|mødet|møder|møderne|sag|sagen|seminar|seminaret|dag))[ \xa0]?$",
    re.IGNORECASE,
)
_RANGE_GAP = re.compile(r"[ \xa0]?(?:-|–|til(?: og med)?)\s?(?:(?:[a-zæøå]+dag )?(?:den|d\.) )?", re.IGNORECASE)
_ENUMERATION = re.compile(r"[,/]|og\b(?! med)|samt")
_NUMBER = re.compile(r"[0-9]+")
_MONTH_NAME = re.compile(r"[^\W\d_]{3,}")


def find_dates(text: str, anchor: datetime.date, start: int = 0, end: int | None = None) -> list[Found]:
    """The dates in `text[start:end]` in reading order; offsets are those of `text`.

    Of `22.-23. august 2013` the first day spans the whole, the last (`range-end`) reads `23. august 2013`.
    `27.9` and `1/9` need a cue before them (*den*, *d.*, a meeting word) and have the rule `day-month`; a month without
    a year needs *i*, *fra*, *til*, *siden*, *primo* …; a bare year needs *i*, *fra* or *siden*. Days that no calendar
    has are none.
    """
    stop = len(text) if end is None else end
    found: list[Found] = []
    for match in _DIGITS.finditer(text, start, stop):
        found.extend(_READERS[match.lastgroup or ""](match, anchor))
    worded = [date for match in _WORDS.finditer(text, start, stop) for date in _worded(match, anchor)]
    if worded:
        found = sorted(found + worded, key=_place)
    _close_ranges(text, found)
    return found


def _place(found: Found) -> int:
    return found.start


def _iso(match: re.Match[str], _anchor: datetime.date) -> Iterator[Found]:
    year, month, number = match[0].split("-")
    date = day(int(year), int(month), int(number))
    if date:
        yield Found(match.start(), match.end(), date.isoformat(), "day", "iso")


def _numeric(match: re.Match[str], anchor: datetime.date) -> Iterator[Found]:
    number, month, year = map(int, _NUMBER.findall(match[0]))
    if year < 100:
        year += anchor.year // 100 * 100
        if abs(year - anchor.year) > _YEARS_AWAY:
            return
    date = day(year, month, number)
    if date:
        yield Found(match.start(), match.end(), date.isoformat(), "day", "numeric")


def _day_month(match: re.Match[str], anchor: datetime.date) -> Iterator[Found]:
    before = match.string[max(0, match.start() - LOOK_BACK) : match.start()]
    if not _DAY_CUE.search(before[-14:]):
        return
    number, month = map(int, _NUMBER.findall(match[0]))
    date = infer_day(month, number, anchor, before) if 1 <= month <= 12 else None
    if date:
        yield Found(match.start(), match.end(), date.isoformat(), "day", "day-month")


def _named(match: re.Match[str], anchor: datetime.date) -> Iterator[Found]:
    text, start, name, year = match.string, match.start(), match["name"], match["of"]
    month = MONTHS[name.lower().rstrip(".")]
    written = text[start : match.end("days")]
    numbers = [(0, written)] if len(written) < 3 else [(m.start(), m[0]) for m in _NUMBER.finditer(written)]
    before = "" if year else text[max(0, start - LOOK_BACK) : start]
    for place, number in numbers:
        date = day(int(year), month, int(number)) if year else infer_day(month, int(number), anchor, before)
        if date:
            rule = "range-end" if place and not _ENUMERATION.search(written) else "day" if year else "day-inferred"
            yield Found(start + place, match.end(), date.isoformat(), "day", rule)


def _half(match: re.Match[str], _anchor: datetime.date) -> Iterator[Found]:
    rule = "half-year" if "halv" in match[0] else "quarter"
    yield Found(match.start(), match.end(), match[0][-4:], "year", rule, vague=True)


def _week(match: re.Match[str], anchor: datetime.date) -> Iterator[Found]:
    number, *years = map(int, _NUMBER.findall(match[0]))
    mondays = [monday_of(year, number) for year in years or range(anchor.year - 1, anchor.year + 2)]
    monday = min((d for d in mondays if d), key=lambda d: (abs(d - anchor), d), default=None)
    if monday:
        yield Found(match.start() - 4, match.end(), f"{monday:%Y-%m}", "month", "week", vague=True)


def _year(match: re.Match[str], _anchor: datetime.date) -> Iterator[Found]:
    """A year, and the word before it that says what of it is meant: a month, months, a season, *medio*, or only *i*."""
    text, end, year = match.string, match.end(), match[0]
    word, start = _word_before(text, match.start())
    if word in MONTHS:
        yield _month_of(text, start, end, f"{year}-{MONTHS[word]:02}", "month")
    elif word in _SEASONS:
        yield Found(start, end, year, "year", "season", vague=True)
    elif word in _VAGUE or (word == "af" and _word_before(text, start)[0] in _STRETCHES):
        yield Found(start if word in _VAGUE else match.start(), end, year, "year", "year", vague=True)
    elif word in _BEFORE_YEAR:
        yield Found(match.start(), end, year, "year", "year")
    elif "-" in word or "/" in word or "–" in word:
        yield from _joined_months(word, start, end, year)


def _joined_months(words: str, start: int, end: int, year: str) -> Iterator[Found]:
    """`April-juni 2018`, `Nov./dec. 2016`."""
    names = list(_MONTH_NAME.finditer(words))
    if all(name[0] in MONTHS for name in names):
        for place, name in enumerate(names):
            rule = "range-end" if place else "month"
            yield Found(start + name.start(), end, f"{year}-{MONTHS[name[0]]:02}", "month", rule)


def _worded(match: re.Match[str], anchor: datetime.date) -> Iterator[Found]:
    """A month or season without a year, after a word that makes it a time: `i marts`, `ultimo juni`, `i foråret`."""
    text, start = match.string, match.start("what")
    cue, _ = _word_before(text, start)
    if cue not in _CUES:
        return
    end, word = match.end("what"), match["what"].rstrip(".").lower()
    if word in MONTHS:
        month = infer_month(MONTHS[word], anchor, text[max(0, start - LOOK_BACK) : start])
        yield _month_of(text, start, end, month, "month-inferred")
    elif cue == "i":
        yield Found(start, end, str(anchor.year), "year", "season", vague=True)


def _month_of(text: str, start: int, end: int, iso: str, rule: str) -> Found:
    """The month, from *primo*, *medio* or *ultimo* on where that stands before it."""
    word, place = _word_before(text, start)
    vague = word in _VAGUE
    return Found(place if vague else start, end, iso, "month", rule, vague)


def _word_before(text: str, end: int) -> tuple[str, int]:
    """The word before the space that ends at `end`, lower-cased and without a dot, and where it starts; "" for none."""
    head = text[max(0, end - 24) : end]
    words = head.split()
    if not words or "\t" in head[-2:] or "\n\n" in head[-2:] or not head[-1].isspace():
        return "", end
    word = words[-1].lstrip("(\"'”»*_").lower()
    stop = end - len(head) + len(head.rstrip())
    return word.rstrip("."), stop - len(word)


def _close_ranges(text: str, found: list[Found]) -> None:
    """Join the ends of `28. august til 2. september`: the second is a `range-end`, a year holds for both."""
    for place in range(1, len(found)):
        first, last = found[place - 1], found[place]
        if first.precision != last.precision or first.precision == "year" or not 0 < last.start - first.end < _GAP:
            continue
        if _RANGE_GAP.fullmatch(text, first.end, last.start):
            found[place - 1 : place + 1] = _ends(first, last)


def _ends(first: Found, last: Found) -> Iterable[Found]:
    if first.rule in _GUESSED and (last.rule not in _GUESSED or first.iso > last.iso):
        rule = first.rule if last.rule in _GUESSED else first.precision
        first = msgspec.structs.replace(first, iso=_shifted(first.iso, last.iso), rule=rule)
    elif last.rule in _GUESSED:
        last = msgspec.structs.replace(last, iso=f"{int(first.iso[:4]) + (last.iso[5:] < first.iso[5:])}{last.iso[4:]}")
    return first, msgspec.structs.replace(last, rule="range-end")


def _shifted(first: str, last: str) -> str:
    """`first` in the year that puts it just before `last` (both ISO, to the same precision)."""
    return f"{int(last[:4]) - (first[5:] > last[5:])}{first[4:]}"


_READERS: dict[str, Callable[[re.Match[str], datetime.date], Iterator[Found]]] = {
    "iso": _iso,
    "named": _named,
    "numeric": _numeric,
    "daymonth": _day_month,
    "half": _half,
    "week": _week,
    "year": _year,
}
