"""The ways in which exporters number the points of an agenda, the surest first."""

import re
from collections.abc import Sequence

import msgspec

from kg.layouts.draft import Draft

_SUFFIX = "abcdefghijklmnopqrstuvwxyzæøå"


class Style(msgspec.Struct, frozen=True):
    """One way of numbering: `belief` is what a heading in it is worth by its form alone, `beginnings` the characters
    with which its lines can begin.
    """

    name: str
    belief: float
    beginnings: str
    pattern: re.Pattern[str]


class Numbered(msgspec.Struct, frozen=True):
    """A line that may be the heading of a point: its rank (number, then letter), its label, where its title begins."""

    line: int
    number: int
    suffix: int
    label: str
    title: int


# A page that folds its points in a list often writes the number twice: the list's own, and the point's.
_AGAIN = r"(?:[ \t]*(?P=label)[.:)][ \t]+(?=[A-ZÆØÅ]))?"
_TITLE = r"[ \t]*[:.,)–-]*[ \t]*(?P<title>.*)$"
# What stands behind an ordinal that is part of a sentence or title: a month, a treatment, a part of the year.
_ORDINAL = (
    r"(?!(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår|sal|del"
    r"|behandling(?:en)?|viceborgmester|gang|klasse|division|etape|runde|trin|led|pkt|punkt|møde)\b)"
)
STYLES: tuple[Style, ...] = (
    Style(
        "punkt",
        2.0,
        "pP•-",
        re.compile(
            rf"[\s•-]*(?:punkt|dagsordenspunkt)\s+(?:nr\.?\s*)?(?P<label>\d{{1,4}}[a-z]?)(?![\w/]|[.,-]\d){_TITLE}",
            re.I,
        ),
    ),
    Style(
        "pkt",
        1.5,
        "pP•-",
        re.compile(rf"[\s•-]*pkt\.?\s*(?:nr\.?\s*)?(?P<label>\d{{1,4}}[a-z]?)(?![\w/]|[.,-]\d){_TITLE}", re.I),
    ),
    Style(
        "sag",
        1.5,
        "sS",
        re.compile(
            r"\s*sag\s*(?:nr\.?\s*)?(?P<label>\d{1,4}[a-z]?)(?![\w/]|[.,-]\d)\s*"
            r"(?:[:.)–-]+[ \t]*|$|(?=\())(?P<title>.*)$",
            re.I,
        ),
    ),
    Style(
        "nr",
        1.0,
        "nN",
        re.compile(
            r"\s*nr\.?\s?(?P<label>\d{1,3}[a-z]?)\s*(?:[-–:]\s+|\.\s+)(?P<title>(?:\d{1,2}\.\s)?[^\W\d].*)$", re.I
        ),
    ),
    Style(
        "number",
        0.0,
        "0123456789",
        re.compile(rf"\s*(?P<label>\d{{1,4}}[a-z]?)\s?(?:[.:)](?!\d)|\s[–-]\s){_AGAIN}[ \t]*{_ORDINAL}(?P<title>.*)$"),
    ),
    Style(
        "bullet",
        0.0,
        "•·",
        re.compile(
            rf"\s*[•·]\s{{0,8}}(?P<label>\d{{1,4}}[a-z]?)(?:[.:)](?!\d)[ \t]*{_ORDINAL}(?P<title>.*)"
            rf"|\s{_ORDINAL}(?P<bare>[A-ZÆØÅ(»\"”].*)|)$"
        ),
    ),
    Style(
        "tabbed",
        0.0,
        "0123456789|",
        re.compile(r"\s*\|?\s*(?P<label>\d{1,4})\.?(?:[ \t]*[|\t]|[ ]{2,})[ \t]*(?P<title>\S.*)$"),
    ),
    Style(
        "bare", -0.5, "0123456789", re.compile(rf"\s*(?P<label>\d{{1,4}})\s{_ORDINAL}(?P<title>[A-ZÆØÅ(»\"”][^\t|]*)$")
    ),
    Style("alone", -0.5, "0123456789", re.compile(r"\s*(?P<label>\d{1,4})\.?\s*(?P<title>)$")),
    Style(
        "letter",
        0.5,
        "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ",
        re.compile(r"\s*(?P<label>[A-ZÆØÅ]{1,2}[ -]?\d{1,3})(?:\s?[.:)–-]+|\s)\s*(?P<title>\S.*)$"),
    ),
    Style("ad", 0.0, "aA", re.compile(rf"\s*(?P<label>ad\.?\s*(?:punkt\s*|pkt\.?\s*)?\d{{1,3}}){_TITLE}", re.I)),
)


def find_numbered(draft: Draft, style: Style, lines: range) -> list[Numbered]:
    """The lines among `lines` that have the form of a heading in `style`, in order."""
    found = []
    for index in lines:
        text = draft.lines[index].text
        head = text.lstrip()[:1]
        if not head or head not in style.beginnings:
            continue
        match = style.pattern.match(text)
        if match:
            found.append(_numbered(index, match))
    return found


def _numbered(index: int, match: re.Match[str]) -> Numbered:
    label = match["label"]
    digits = re.search(r"\d+", label)
    suffix = label[-1].lower() if label[-1:].isalpha() else ""
    return Numbered(
        index, int(digits[0]) if digits else 0, _SUFFIX.find(suffix) + 1 if suffix else 0, label, _title_at(match)
    )


def _title_at(match: re.Match[str]) -> int:
    """Where the title begins: in the last group that matched, else behind the label."""
    return match.start(match.lastgroup) if match.lastgroup not in {None, "label"} else match.end()


def filled(written: Sequence[int]) -> list[int]:
    """The number of each point: as `written`; where that is 0, its place in the document, or the next above all others
    where another has that.
    """
    taken = set(written)
    numbers, last, most = [], 0, max(taken, default=0)
    for place, number in enumerate(written, 1):
        if not number:
            last = place if place not in taken and place > last else most + 1
            most = max(most, last)
            taken.add(last)
        numbers.append(number or last)
    return numbers
