"""What the extractors share of one document: its text, its sentences and whose item an offset belongs to."""

import datetime
import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

import msgspec

from kg.danish.dates import Found, find_dates
from kg.danish.markup import blank_markup, lower_same_length
from kg.model.minutes import AgendaItem, Meeting, Section
from kg.model.source import Source
from kg.profiles import Profile

_ANY_DAY = datetime.date(2000, 1, 1)
# A sentence ends at a full stop before a capital letter, or at a line's end unless the next line goes on in lower case
# or the line stops at a preposition ("anbefales over for / Byrådet").
# A full stop behind an abbreviation, a single letter, or the number of a list's entry ends none.
_BREAK = re.compile(
    r"""[.!?\r\n](?:
      (?<=[.!?])(?<!\b[A-ZÆØÅa-zæøå]\.)
      (?<!(?i:\b(?:nr|kl|jf|bl|ca|mv|kr|pr|pt|dr|fx|st)\.))
      (?<!(?i:\b(?:pkt|jfr|eks|mio|mia|ift|ifm|evt|hhv|dok|stk|tlf|flg|osv|mdr|nov|dec|okt|aug|jan|feb)\.))
      (?<!(?i:\b(?:vedr|inkl|forv|sept)\.))(?<!(?i:\b(?:ekskl|målgr)\.))
      [)"”]?[ \t]+(?=["”(]?[A-ZÆØÅ])
    | (?<=[\r\n])(?!(?:(?<=\b(?:og|af|på|om)\n)|(?<=\b(?:til|for|fra|med|ved|hos)\n))[A-ZÆØÅ])
      [\r\n]*(?![a-zæøå])
    )""",
    re.VERBOSE,
)
_FARTHEST = 1500
_ENTRY_NUMBER = re.compile(r"(?:^|\n)[ \t]*(?:[-·•*][ \t]+)?\d{1,2}$")


class Reading(msgspec.Struct, frozen=True):
    """`plain` is the text with markup blanked out and `lower` the same in lower case: both as long as the text as read.

    `breaks` are the offsets where sentences begin, `starts` those where items do, `dates` all dates in reading order.
    """

    source: Source
    meeting: Meeting
    profile: Profile
    plain: str
    lower: str
    day: datetime.date
    breaks: tuple[int, ...]
    starts: tuple[int, ...]
    dates: tuple[Found, ...]
    days: tuple[int, ...]

    def item_at(self, offset: int) -> int:
        """The index of the open item in whose text `offset` lies; -1 for the header, the contents list and closed
        items.
        """
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and not self.meeting.items[index].closed else -1

    def sentence(self, offset: int) -> tuple[int, int]:
        """The range of the sentence around `offset`; of one that goes on and on, what is near."""
        place = bisect_right(self.breaks, offset)
        start = self.breaks[place - 1] if place else 0
        end = self.breaks[place] if place < len(self.breaks) else len(self.plain)
        return max(start, offset - _FARTHEST), min(end, offset + _FARTHEST)

    def section_at(self, item: AgendaItem, offset: int) -> Section | None:
        """The section of `item` in whose body `offset` lies."""
        return next((section for section in item.sections if section.start <= offset < section.end), None)

    def dates_in(self, start: int, end: int) -> tuple[Found, ...]:
        """The dates that begin between two offsets."""
        return self.dates[bisect_left(self.days, start) : bisect_left(self.days, end)]

    def sentences(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ranges of the sentences between two offsets, cut at both."""
        place = bisect_right(self.breaks, start)
        bounds = [start]
        while place < len(self.breaks) and self.breaks[place] < end:
            bounds.append(self.breaks[place])
            place += 1
        bounds.append(end)
        return [(first, last) for first, last in pairwise(bounds) if self.plain[first:last].strip()]


def reading(source: Source, meeting: Meeting, profile: Profile, plain: str = "") -> Reading:
    """Prepare a parsed document for the extractors; `plain` is the source's text without markup, where that is known
    already.
    """
    plain = plain or blank_markup(source.text)
    day = datetime.date.fromisoformat(meeting.date) if meeting.date else _ANY_DAY
    breaks = tuple(found.end() for found in _BREAK.finditer(plain) if not _is_entry_number(plain, found.start()))
    starts = tuple(item.start for item in meeting.items)
    dates = tuple(find_dates(plain, day))
    days = tuple(date.start for date in dates)
    return Reading(source, meeting, profile, plain, lower_same_length(plain), day, breaks, starts, dates, days)


def _is_entry_number(plain: str, stop: int) -> bool:
    """Whether a full stop at `stop` is that of "1." at the beginning of a line."""
    return (
        plain[stop] == "."
        and stop > 0
        and plain[stop - 1].isdigit()
        and bool(_ENTRY_NUMBER.search(plain[max(0, stop - 8) : stop]))
    )
