"""Earlier treatments of a case, told inside a point: *Sagens forløb*, *Tidligere behandling*.

Exporters tell them as a body with a day on a line of its own, or as labelled lines (*Udvalg: … Dato: … Punktnummer: …*)
with the decision below.
"""

import datetime
import re

from kg.layouts.bodies import bare_body, is_body, names_body
from kg.layouts.caption import Caption, without_date
from kg.layouts.draft import Draft, piece
from kg.model.source import Text

_LONGEST = 130
_LABELS = re.compile(
    r"\s*(?:udvalg|forum|råd/udvalg|organ|instans|behandlet i|behandling i|møde i)\s*(?:[:\t]\s*|$)", re.I
)
_DATE = re.compile(r"\s*(?:møde)?dato\s*:?\s*", re.I)
_FURTHER = re.compile(
    r"\s*(?:punkt(?:nummer|nr\.?)?|pkt\.?(?:\s*nr\.?)?|sags?(?:nummer|nr\.?)|mødetype|dagsordenspunkt)\s*:?\s*\S{0,24}\s*$",
    re.I,
)
_BESIDE = re.compile(
    r"""\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|den|d(?=\.)|af|fra|i|på|møde[tr]?|møde\ i|behandlet
        |behandling|tidligere
      |kl\.?\ ?\d{1,2}(?:[.:]\d\d)?|ordinært|ekstraordinært|(?:dagsordens)?punkt(?:et)?|pkt\.?|sag|nr\.?|som|(?:19
        |20)\d\d\ ?[-–/]\ ?(?:19|20)?\d\d)\b\.?
      |\b\d{1,4}\b|[(),:.;–—-]""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_POINT = re.compile(r"\b(?:punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?\d{1,4}[a-z]?\W*$", re.I)
_OF_FIELD = ("udvalg for ", "udvalget for ", "udvalget vedrørende ", "rådet for ", "bestyrelsen for ")
_NO_DAY = 2000  # the year that stands for a day that is not known
_NEAR = 6  # lines in which labels and their values stand


def read_treatment(draft: Draft, index: int, day: datetime.date) -> Caption | None:
    """The heading of a treatment that begins on line `index`, if one does; of a later day than `day` it is only a plan.

    A line without a colon is `loose`.
    """
    line = draft.lines[index].text
    if not line.strip() or line.lstrip()[0] in "-·•*|":
        return None
    if _LABELS.match(line):
        return _labelled(draft, index, day)
    if len(line) > _LONGEST or not any(sign.isdigit() for sign in line) or not names_body(line):
        return None
    return _on_one_line(draft, index, day)


def _on_one_line(draft: Draft, index: int, day: datetime.date) -> Caption | None:
    """*Økonomiudvalget, 3. maj 2023, pkt. 4:* or *11-12-2023 Byråd 2022-2025*."""
    line = draft.lines[index]
    text = piece(draft.plain, line.start, line.end)
    colon = draft.plain.rfind(":", text.start, text.end)
    inline = 0 <= colon < text.end - 1 and not draft.plain[text.start : text.start + 4].isdigit()
    head = piece(draft.plain, text.start, colon) if inline else text
    date, bare = without_date(draft, head, day)
    if date is None and inline:
        head, inline = text, False
        date, bare = without_date(draft, head, day)
    body = _body(draft, bare, head.start)
    if body is None or date is None:
        return None
    if _is_plan(date, day):
        return Caption("history", head, line.end, draft.level(index), loose=True)
    is_closed = inline or text.value.endswith(":")
    start = colon + 1 if inline else line.end
    return Caption("decision", head, start, draft.level(index), body, date, loose=not is_closed)


def is_of_point(text: str) -> bool:
    """Whether the heading of a treatment ends in the number of a point: *Vejudvalget, 03-04-2024, pkt. 7*."""
    return _OF_POINT.search(text) is not None


def _is_plan(date: str, day: datetime.date) -> bool:
    """Whether a day is still to come on the meeting's; not where the meeting's is unknown."""
    return day.year > _NO_DAY and date > day.isoformat()


def _body(draft: Draft, bare: str, offset: int) -> Text | None:
    """The one name of a body that stands in `bare` beside the words that belong to the form."""
    blank = _BESIDE.sub(lambda found: " " * len(found[0]), bare)
    words = blank.split()
    if not words:
        return None
    start, end = bare.index(words[0]), bare.rindex(words[-1]) + len(words[-1])
    first, last = bare_body(bare[start:end])
    name = bare[start + first : start + last]
    of_field = name.lower().startswith(_OF_FIELD)
    if not is_body(name.strip()) or (
        not of_field and any(word[0].islower() and not word.endswith("-") for word in words if len(word) > 3)
    ):
        return None
    return piece(draft.plain, offset + start + first, offset + start + last)


def _labelled(draft: Draft, index: int, day: datetime.date) -> Caption | None:
    """*Udvalg: Magistraten*, *Dato: 02-09-2025*, *Punktnummer: 12*, each value behind its label or on the next line."""
    label = _LABELS.match(draft.lines[index].text)
    found = _value(draft, index, label.end() if label else 0)
    if found is None:
        return None
    body, index_after = found
    first, last = bare_body(draft.plain[body.start : body.end])
    body = piece(draft.plain, body.start + first, body.start + last)
    place = _next(draft, index_after)
    dated = _DATE.match(draft.lines[place].text) if place is not None else None
    if place is None or dated is None or not is_body(body.value):
        return None
    value = _value(draft, place, dated.end())
    date = without_date(draft, value[0], day)[0] if value else None
    if value is None or date is None or _is_plan(date, day):
        return None
    end = _past_labels(draft, value[1])
    head = piece(draft.plain, draft.lines[index].start, draft.lines[end - 1].end)
    return Caption("decision", head, draft.lines[end - 1].end, draft.level(index), body, date)


def _value(draft: Draft, index: int, offset: int) -> tuple[Text, int] | None:
    """What stands behind a label that ends at `offset` of line `index`, else on the next line with words; and the line
    after it.
    """
    line = draft.lines[index]
    if line.text[offset:].strip():
        return piece(draft.plain, line.start + offset, line.end), index + 1
    place = _next(draft, index + 1)
    if place is None or ":" not in line.text:
        return None
    return piece(draft.plain, draft.lines[place].start, draft.lines[place].end), place + 1


def _next(draft: Draft, index: int) -> int | None:
    """The next line with words, near."""
    near = range(index, min(index + _NEAR, len(draft.lines)))
    return next((place for place in near if draft.lines[place].text.strip()), None)


def _past_labels(draft: Draft, index: int) -> int:
    """The line after the further labels of a treatment: the number of its point."""
    place = _next(draft, index)
    while place is not None and _FURTHER.match(draft.lines[place].text):
        index = place + 1
        if draft.lines[place].text.rstrip().endswith(":"):
            value = _next(draft, index)
            index = value + 1 if value is not None else index
        place = _next(draft, index)
    return index
