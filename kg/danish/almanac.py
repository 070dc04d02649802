"""Danish words for months, weekdays, times of day and recurrence, as they stand in table cells and headings."""

import re

import msgspec

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("januar", "jan"),
            ("februar", "febr", "feb"),
            ("marts", "mar"),
            ("april", "apr"),
            ("maj",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
FULL_MONTHS = tuple(name for name in MONTHS if name == "maj" or len(name) > 4 or name in ("juni", "juli"))
SHORT_MONTHS = tuple(name for name in MONTHS if name not in FULL_MONTHS)
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

_CELL_WORD = re.compile(r"[^\W\d_]+|\d+")
_CELL_OTHER = re.compile(r"[\s,;./()\-–&]*")
_FILLERS = frozenset(
    ("i", "og", "eller", "til", "samt", "evt", "primo", "medio", "ultimo", "start", "slut", "forventet")
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_RECURRENCE = re.compile(
    r"\b(?:hver|hvert)\b(?! især\b| for sig\b)"
    r"|\b(?:halv|fjerdings|to|tre)?årlig(?:t|e)?\b|\b(?:kvartals|måneds|års)vis(?:t|e)?\b|\bkvartalsmæssig"
    r"|\bmånedlig(?:t|e)?\b|\bugentlig(?:t|e)?\b|\bdaglig(?:t)?\b|\bjævnlig(?:t)?\b|\bløbende\b|\bgentag(?:en|et)"
    r"|\bgange?\s+(?:om|pr\.?|per)\s"
    r"|\b\d\.\s*(?:møde|uge)\s+i\s+(?:måneden|kvartalet|halvåret|året)\b"
    r"|\b(?:pr\.|per)\s*(?:uge|måned|mdr|kvartal|halvår|år)\b",
    re.IGNORECASE,
)
_KL = re.compile(r"[Kk][Ll](?<!\w[Kk][Ll])\.?\s?([0-9]{1,2})(?:[.:]([0-9]{2}))?(?![0-9]|[.:][0-9])")
_COLON = re.compile(r":([0-9]{2})(?::00)?+(?![0-9]|:[0-9])")  # "16:30:00" counts no seconds
_HOURS = re.compile(r"(?<![0-9.:])[0-9]{1,2}$")
_BARE_TIME = re.compile(r"\s*(\d{1,2})[.:](\d\d)(?:\s*(?:-|–|til)\s*\d{1,2}[.:]\d\d)?\s*")


class Time(msgspec.Struct, frozen=True):
    """A time of day `HH:MM` and where it stands; of a span of time, its start."""

    start: int
    end: int
    time: str


def _clock(hours: str, minutes: str | None) -> str | None:
    hour, minute = int(hours), int(minutes or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def find_times(text: str, start: int = 0, end: int | None = None) -> list[Time]:
    """The times of day in `text[start:end]`: `kl. 9`, `kl. 15.45`, `kl. 13.00-15.00` (its start), `16:15`.

    A bare `10.00` is none: it may be a number. The span reads as the first time, without the end of a range.
    """
    stop = len(text) if end is None else end
    found = []
    for match in _KL.finditer(text, start, stop):
        time = _clock(match[1], match[2])
        if time:
            found.append(Time(match.start(), match.end(), time))
    for match in _COLON.finditer(text, start, stop) if ":" in text else ():
        hours = _HOURS.search(text, max(start, match.start() - 3), match.start())
        time = _clock(hours[0], match[1]) if hours else None
        if hours and time and not any(one.start < match.end() <= one.end for one in found):
            found.append(Time(hours.start(), match.end(), time))
    return sorted(found, key=_place)


def _place(time: Time) -> int:
    return time.start


def parse_time(text: str) -> str | None:
    """The first time of day in `text` as `HH:MM`, also where `text` is nothing but `10.00` or `10.00-12.00`."""
    bare = _BARE_TIME.fullmatch(text)
    if bare:
        return _clock(bare[1], bare[2])
    times = find_times(text)
    return times[0].time if times else None


def parse_month_year(text: str) -> tuple[list[int], int | None]:
    """The months (1-12, as written) and the year of a cell or heading that says nothing else, else `([], None)`.

    `Februar, maj og okt.` → `([2, 5, 10], None)`; `Januar 2016` → `([1], 2016)`; `Medio august` → `([8], None)`.
    """
    months: list[int] = []
    year: int | None = None
    for word in _CELL_WORD.findall(text):
        lower = word.lower()
        if lower in MONTHS:
            months.append(MONTHS[lower])
        elif _YEAR.fullmatch(word) and year is None:
            year = int(word)
        elif lower not in _FILLERS:
            return [], None
    if not months or not _CELL_OTHER.fullmatch(_CELL_WORD.sub("", text)):
        return [], None
    return months, year


def parse_month(text: str) -> list[int]:
    """The months that a cell names when it names nothing else: `August/sept.` → `[8, 9]`; else `[]`."""
    return parse_month_year(text)[0]


def weekday_of(text: str) -> int | None:
    """The first weekday named in `text`, Monday 0 to Sunday 6: `Tirsdag d. 3.` → 1; None without one."""
    for word in _CELL_WORD.findall(text):
        if word.lower() in _WEEKDAYS:
            return _WEEKDAYS.index(word.lower())
    return None


def is_recurrence(text: str) -> bool:
    """Whether a cell says that something comes again: `Kvartalsvis`, `3. møde i hver mdr.`, `to gange årligt`.

    So does a list of months (`Februar, maj, august`); two months with a slash between (`Nov./dec.`) are alternatives.
    """
    if _RECURRENCE.search(text):
        return True
    months, year = parse_month_year(text)
    return year is None and (len(months) > 2 or (len(months) == 2 and not re.search(r"[/\-–]|\btil\b|\beller\b", text)))
