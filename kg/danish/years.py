"""Which year a date without one means, seen from the meeting whose minutes say it.

After `jf.` (what is cited exists already) it is the last such date that is not after the meeting; otherwise the nearest
one, ties to the past. Where the nearest is more than a quarter of a year away, so that both neighbours are possible,
a past tense or a word of the future earlier in the sentence decides.
"""

import datetime
import re

LOOK_BACK = 90
"""How many characters before a date can say which year it means."""

_FAR = datetime.timedelta(days=92)
_CITED = re.compile(r"\b(?:jf\.|jævnfør\b)[^.]{0,36}$", re.IGNORECASE)
_TENSE = re.compile(
    r"\b(?:(?P<past>blev|var|havde|har|tidligere|seneste?|sidste?|\w+(?:ede|kendte|sluttede))"
    r"|(?P<future>skal|vil|bliver|kommende|næste|planlagt|frist|deadline|forventes|senest))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<!\bjf)(?<!\bnr)(?<!\bvedr)[.!?]\s+(?=[A-ZÆØÅ])|\n\s*\n")


def day(year: int, month: int, number: int) -> datetime.date | None:
    """The day, or None where the calendar has none."""
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None


def monday_of(year: int, week: int) -> datetime.date | None:
    """The Monday of the ISO week, or None where the year has no such week."""
    try:
        return datetime.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def infer_day(month: int, number: int, anchor: datetime.date, before: str = "") -> datetime.date | None:
    """The day `number`.`month` that is meant at the meeting of `anchor`; None where no year has it.

    `before` is the text that leads up to it.
    """
    reach = 4 if (month, number) == (2, 29) else 1
    days = [d for d in (day(y, month, number) for y in range(anchor.year - reach, anchor.year + reach + 1)) if d]
    if not days:
        return None
    clause = _SENTENCE.split(before[-LOOK_BACK:])[-1]
    past, future = [d for d in days if d <= anchor], [d for d in days if d > anchor]
    if past and _CITED.search(clause):
        return past[-1]
    nearest = min(days, key=lambda d: (abs(d - anchor), d))
    cues = list(_TENSE.finditer(clause)) if past and future and abs(nearest - anchor) > _FAR else []
    if cues:
        return past[-1] if cues[-1]["past"] else future[0]
    return nearest


def infer_month(month: int, anchor: datetime.date, before: str) -> str:
    """The month (`YYYY-MM`) that is meant at the meeting of `anchor`, by the same rule."""
    meant = infer_day(month, min(anchor.day, 28), anchor, before)
    return f"{meant:%Y-%m}" if meant else f"{anchor.year}-{month:02}"
