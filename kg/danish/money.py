"""Sums of money in Danish prose and tables."""

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec


class Sum(msgspec.Struct, frozen=True):
    """A sum and where it stands; `value` is a plain decimal in whole kroner (`3300000`, `14635.74`, `-500000`).

    `rule` is `scaled` (mio., mia., t.kr.), `kroner`, `range` (the first number of `100.000-150.000 kr.`) or `words`.
    """

    start: int
    end: int
    value: str
    as_written: str
    rule: str


_S = "[ \xa0\u202f\r\n]{0,3}"
_FRACTION = "(?:,[0-9]+)?"
# The number after its first digit; a space parts thousands only where nothing else can be meant.
_REST = (
    r"(?:[0-9]{0,2}(?:\.[0-9]{3})+(?![0-9])|[0-9]{0,2}(?:[\xa0\u202f][0-9]{3})+(?![0-9])"
    r"|[0-9]{0,2}(?:\ [0-9]{3}){2,}(?![0-9])|[0-9]{0,2}\ 000(?![0-9])"
    rf"|[0-9]*(?:\.[0-9]{{1,2}}(?![0-9]))?){_FRACTION}"
)
_KR = r"(?:kr\.?|kroner|dkk)(?![^\W_])"
# What is counted in millions and is no kroner.
_THINGS = (
    "borgere|indbyggere|danskere|mennesker|personer|besøg|ton|kwh|mwh|kg|liter|l|km|kilometer|m2|m3|m²|m³|kvm|"
    "kvadratmeter|euro|eur|dollars?|usd"
)
_NO_THING = rf"(?:{_S}{_KR})?+(?!{_S}(?:(?:{_THINGS})\b|€|\$))"
_UNIT = (
    rf"(?i:(?P<scale>mio|mia|mill|million(?:er)?|milliard(?:er)?)(?![^\W_])\.?+{_NO_THING}"
    rf"|(?P<thousand>t\.?{_S}kr|tkr|tdkk|t\.?dkk|tus(?:ind|\.)?{_S}kr(?:oner)?)(?![^\W_])\.?|{_KR})"
)
_SUM = re.compile(
    rf"""[0-9](?<![^\W_][0-9])(?<![,/§][0-9])(?<![0-9][.:][0-9])
      (?P<prefix>(?<=[rR]\.[ \xa0][0-9])|(?<=[rR][ \xa0.][0-9])|(?<=[kK][ \xa0][0-9]))?
      (?P<rest>{_REST})(?:,--?)?
      (?:{_S}(?P<join>[-–]|til\b|og\b){_S}(?P<high>[0-9]{_REST})(?:,--?)?)?
      (?:{_S}{_UNIT}|(?<=,-)|(?(prefix)(?![0-9.,:/]*[0-9%]|[ \xa0]?(?:%|pct|procent))|(?!)))""",
    re.VERBOSE,
)
_ANCHOR = re.compile(
    r"[0-9](?:(?<=[rR]\.[ \xa0][0-9])|(?<=[rRkK][ \xa0.][0-9])|,-"
    r"|[ \xa0\u202f\r\n]{0,3}(?:[kK][rR]|[mM][iI]|[dD][kK]|[tT](?:\.|[kKdDuU])))"
)
# A word that may have a number in words before it, by a piece that is rare, and how far into the word that is.
_WORDED = (("illion", 1), ("illiard", 1), (" mio", -1), (" mia", -1))
_REACH = 48  # no sum has more characters on either side of that digit
_PREFIX = re.compile(
    r"(?<!\w)(?:(?:(?P<scale>mio|mia|mill)\.?|(?P<thousand>t)\.?)[ \xa0]?)?(?:kr\.?|dkk)[ \xa0]?$", re.IGNORECASE
)
_BETWEEN = re.compile(r"(?:mellem|ml\.)[ \xa0\n]$", re.IGNORECASE)
_SIGN = re.compile(r"(?:(?<![^\s(|:])[-−–]|÷[ \xa0]?)$")
_YEARLIKE = re.compile(r"(?:19|20)[0-9][0-9]")
_NUMBER_WORDS = (
    "nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve"
).split()
_WORDS = {word: Decimal(value) for value, word in enumerate(_NUMBER_WORDS) if value} | {
    "én": Decimal(1),
    "halvanden": Decimal("1.5"),
    "halv": Decimal("0.5"),
}
_WORD_SUM = re.compile(
    rf"(?<=\s)(?P<scale>million(?:er)?|milliard(?:er)?|mio|mia)(?![^\W_])\.?+{_NO_THING}", re.IGNORECASE
)
_LAST_WORD = re.compile(r"([^\W\d_]+)\s$")
_CELL = re.compile(
    r"(?P<minus>[-−–÷]\s?|\()?(?:kr\.?\s?|dkk\s?)?(?P<minus2>[-−–÷]\s?)?"
    rf"(?P<number>[0-9]{_REST}|[0-9]{{1,3}}(?:\ [0-9]{{3}})+)(?:,--?)?(?:{_S}{_UNIT})?\)?",
    re.IGNORECASE,
)
_NO_MONEY = re.compile(r"\bantal|procent|\bpct\b|%|kapacitet|\btimer\b|\bkvm\b|årsværk", re.IGNORECASE)
_HEADER_SCALE = re.compile(
    r"(?P<mia>\bmia\b|\bmilliard)|(?P<mio>\bmio\b|\bmillion)|(?P<kr>\bt\.?\s?kr\b|\btkr\b|\bt\.?dkk\b)"
    r"|\b1[. ]?000\b|\btusinde?\b",
    re.IGNORECASE,
)
_HEADER_MONEY = re.compile(
    r"\bkr\b|\bkroner\b|\bdkk\b|(?:beløb|udgift|indtægt|budget|sum|pris|tilskud|bevilling|refusion|forbrug|ramme|omkostning"
    r"|honorar|betaling|takst|saldo|overskud|underskud|besparelse|økonomi|støtte|finansiering|gebyr)(?:s|er|et|en|n|ne|erne)?\b",
    re.IGNORECASE,
)
_BARE_SCALE = re.compile(r"\W*(?:i\s)?(?:hele\s)?(?:1[. ]?000|tusinde?|mio|mia|millioner|milliarder)\W*", re.IGNORECASE)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}" if number else "0"


def _decimal(written: str) -> Decimal:
    """A number in the Danish way; a dot parts thousands, unless one or two digits follow it at the end."""
    whole, _, fraction = re.sub(r"[ \xa0\u202f]", "", written).partition(",")
    if not re.fullmatch(r"[0-9]+\.[0-9]{1,2}", whole):
        whole = whole.replace(".", "")
    return Decimal(f"{whole}.{fraction}" if fraction else whole)


def _scale(word: str) -> int:
    return 1_000_000_000 if word.lower().startswith(("mia", "milliard")) else 1_000_000


def _factor(unit: re.Match[str] | None) -> int:
    if unit and unit["scale"]:
        return _scale(unit["scale"])
    return 1000 if unit and unit["thousand"] else 1


def find_sums(text: str, start: int = 0, end: int | None = None) -> list[Sum]:
    """The sums of money in `text[start:end]` in reading order, those of zero included; offsets are those of `text`.

    A sum has a unit after it (*kr.*, *mio. kr.*, *t.kr.*, *mio.* alone, `,-`) or *kr.*/*DKK* before it, which its span
    includes, as it does a minus sign (`-`, `÷`). `100.000-150.000 kr.` is two sums.
    """
    stop = len(text) if end is None else end
    found: list[Sum] = []
    taken = start
    for low, high in _windows(text, start, stop):
        for match in _SUM.finditer(text, low, high):
            for one in _read(text, match, taken):
                found.append(one)
                taken = one.end
    worded = [one for piece, offset in _WORDED for one in _word_sums(text, piece, offset, start, stop)]
    return sorted(found + worded, key=_place) if worded else found


def _place(found: Sum) -> int:
    return found.start


def _windows(text: str, start: int, stop: int) -> list[list[int]]:
    """The stretches that can hold a sum: looking for a digit that touches a unit first is several times as fast."""
    anchors = [match.start() for match in _ANCHOR.finditer(text, start, stop)]
    windows: list[list[int]] = []
    for place in anchors:
        if windows and place - _REACH <= windows[-1][1]:
            windows[-1][1] = min(stop, place + _REACH)
        else:
            windows.append([max(start, place - _REACH), min(stop, place + _REACH)])
    return windows


def _read(text: str, match: re.Match[str], taken: int) -> Iterator[Sum]:
    """The one or two sums of a match; *kr.* before it counts unless an earlier sum, ending at `taken`, has it."""
    before = None
    if match["prefix"] is not None:
        before = _PREFIX.search(text, max(taken, match.start() - 12), match.start())
    low, high = text[match.start() : match.end("rest")], match["high"]
    unit = text[match.end("high") if high else match.end("rest") : match.end()]
    if not unit and not before:
        return
    if _YEARLIKE.fullmatch(low) and not high and _is_year(text, match, unit):
        return
    factor = max(_factor(match), _factor(before))
    start = before.start() if before else match.start()
    sign = _SIGN.search(text, max(taken, start - 3), start)
    rule = "kroner" if factor == 1 else "scaled"
    if not high:
        value = _decimal(low) * factor * (-1 if sign else 1)
        start = sign.start() if sign else start
        yield Sum(start, match.end(), _plain(value), text[start : match.end()], rule)
        return
    first, last = _range(low, high, spaced=text[match.end("rest")].isspace())
    if match["join"] == "og" and not _BETWEEN.search(text, max(0, start - 8), start):
        first = None
    if first is not None:
        yield Sum(start, match.end("rest"), _plain(first * factor), text[start : match.end("rest")], "range")
    yield Sum(match.start("high"), match.end(), _plain(last * factor), text[match.start("high") : match.end()], rule)


def _is_year(text: str, match: re.Match[str], unit: str) -> bool:
    """Whether `2016` only stands beside *kr.*: `kr. 2016`, or `i 2016 kr. 500`, or at the end of the line before."""
    follows = text[match.end() : match.end() + 2].strip(" \xa0")[:1].isdigit()
    return not unit or "\n" in unit or (follows and _factor(match) == 1)


def _range(low: str, high: str, *, spaced: bool) -> tuple[Decimal | None, Decimal]:
    """The two ends; in `3-4.000` the first is thousands too, and a year or a number of a point is no end (None)."""
    first, last = _decimal(low), _decimal(high)
    if _YEARLIKE.fullmatch(low) and not _YEARLIKE.fullmatch(high):
        return None, last
    if first * 100 < last:
        return (first * 1000 if not spaced and first * 1000 < last else None), last
    return first, last


def _word_sums(text: str, piece: str, offset: int, start: int, stop: int) -> Iterator[Sum]:
    """`to millioner kr.`, `halvanden million`, `en halv mio. kr.`"""
    place = text.find(piece, start, stop)
    while place >= 0:
        match = _WORD_SUM.match(text, place - offset, stop)
        word = _LAST_WORD.search(text, max(start, place - offset - 12), place - offset) if match else None
        if match and word and word[1].lower() in _WORDS:
            value = _WORDS[word[1].lower()] * _scale(match["scale"])
            yield Sum(word.start(), match.end(), _plain(value), text[word.start() : match.end()], "words")
        place = text.find(piece, place + 1, stop)


def parse_cell(cell: str, unit: int = 1) -> str | None:
    """A table cell that is one number, as a plain decimal in kroner, else None.

    `unit` is what the column counts in (see `header_unit`); a unit in the cell itself (`208.250 kr.`) goes before it.
    Percentages, ranges and empty cells give None. `(1.250)` is negative.
    """
    match = _CELL.fullmatch(cell.strip())
    if not match:
        return None
    own = match["scale"] or match["thousand"] or re.search(r"kr|dkk", cell, re.IGNORECASE)
    value = _decimal(match["number"]) * (_factor(match) if own else unit)
    return _plain(-value if match["minus"] or match["minus2"] else value)


def header_unit(header: str) -> int | None:
    """What one unit of a table's column is worth in kroner where its header names money (1, 1000 …), else None.

    `Ansøgt beløb` → 1, `i hele 1.000 kr.` → 1000, `mio. kr.` → 1000000, `Antal` → None.
    """
    money, scale = _HEADER_MONEY.search(header), _HEADER_SCALE.search(header)
    if _NO_MONEY.search(header) or not (money or (scale and (scale["kr"] or _BARE_SCALE.fullmatch(header)))):
        return None
    if not scale:
        return 1
    return 1_000_000_000 if scale["mia"] else 1_000_000 if scale["mio"] else 1000
