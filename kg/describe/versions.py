"""Which of several documents of one meeting says it best: minutes before agenda, a correction before what it corrects,
the format that keeps most of what the secretary entered, the later of two.
"""

import datetime
import re
from pathlib import PurePosixPath

from kg.danish.dates import find_dates
from kg.model.record import Record

Rank = tuple[int, int, int, int, str, str]

_KINDS = {"minutes": 0, "agenda": 1}
_HEAD = 1_500  # characters before the first point in which a document speaks of itself
_NAME_COUNTS = re.compile(
    r"(?<![^\W_])(?:v|vers(?:ion)?|udgave|rev(?:ision)?)[ ._-]{0,2}(\d{1,2})(?![\d-])", re.IGNORECASE
)
_TEXT_COUNTS = re.compile(r"\b(?:version|udgave)(?:snr\.?)?:?\s(\d{1,2})(?![\d-])", re.IGNORECASE)
_CORRECTED = (
    r"(?:rettet|rettede|korrigeret|korrigerede|revideret|reviderede|berigtiget|berigtigede|opdateret|opdaterede)"
)
_NAME_SAYS = re.compile(rf"(?<![^\W_]){_CORRECTED}(?![^\W_])", re.IGNORECASE)
_TEXT_SAYS = re.compile(
    rf"\b{_CORRECTED}\s+(?:referat|dagsorden|protokol|beslutnings(?:referat|protokol)|udgave|version)"
    rf"|\b(?:referatet|dagsordenen)\s+(?:er|blev)\s+{_CORRECTED}\b|^\W*{_CORRECTED}\s+(?:den|d\.)\s",
    re.IGNORECASE | re.MULTILINE,
)
_STAMP = re.compile(
    r"\b(?:udskrevet|udskriftsdato|genereret|eksporteret|dannet|offentliggjort|publiceret|udsendt|opdateret|revideret"
    r"|rettet|korrigeret)\W{1,3}(?:den|d\.)?\s*$",
    re.IGNORECASE,
)
_CLOSE = 30  # characters in which a date follows what it is the date of
_SEPARATORS = re.compile(r"(?<=\d)[_.](?=\d)")


def rank_of(record: Record) -> Rank:
    """What the documents of a meeting are put in order by, the best first. A function of the document alone."""
    meeting = record.meeting
    head = record.text[: min(_HEAD, meeting.items[0].start if meeting.items else _HEAD)]
    stem = PurePosixPath(record.path).stem
    return (
        _KINDS.get(meeting.kind, 2),
        -_revision(stem, head),
        _format_rank(record.format),
        -_stamped(stem, head, meeting.date or ""),
        record.path,
        record.sha256,
    )


def _format_rank(name: str) -> int:
    """Structured exports, then what Word or a web page holds, then pages as printed, then text."""
    if name in {"application/json", "application/xml", "text/xml"}:
        return 0
    if "html" in name or "wordprocessing" in name or "opendocument" in name:
        return 1
    return 2 if name == "application/pdf" else 3


def _revision(stem: str, head: str) -> int:
    """The number of the version where it is said; a correction that does not count itself is the second."""
    numbers = [int(found[1]) for found in (*_NAME_COUNTS.finditer(stem), *_TEXT_COUNTS.finditer(head))]
    corrected = bool(_NAME_SAYS.search(stem) or _TEXT_SAYS.search(head))
    return max([*numbers, 2 if corrected else 1])


def _stamped(stem: str, head: str, held: str) -> int:
    """The latest day, as a number, on which the document says that it was written out; 0 where it does not say."""
    anchor = datetime.date.fromisoformat(held) if held else datetime.date.min
    found = find_dates(_SEPARATORS.sub("-", stem).replace("_", " "), anchor)
    found += [
        each for each in find_dates(head, anchor) if _STAMP.search(head[max(0, each.start - _CLOSE) : each.start])
    ]
    days = {each.iso for each in found if each.rule in {"day", "iso", "numeric"}}
    return max((int(day.replace("-", "")) for day in days if day > held), default=0)
