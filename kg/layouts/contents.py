"""The contents list (*indholdsfortegnelse*): titles, with the page on which each point begins where the list says so.

Lists come with leaders or in a table, numbered with the page at the end of the line, with the pages fallen into a
column of their own, or without pages.
"""

import re
from collections.abc import Sequence

import msgspec
from rapidfuzz import fuzz

from kg.danish.lines import Line
from kg.layouts.draft import Draft, piece
from kg.model.source import Text

_HEADING = re.compile(
    r"""\s*(?:indholdsfortegnelse|indholdsliste|indholdsoversigt|indhold|punktliste|dagsordenpunkter
      |dagsorden|punkter\ på\ dagsordenen|punktoversigt
      |dagsordenspunkter|dagsordenens\ punkter|sagsliste|oversigt\ over\ punkter|punkter|sagsoversigt|emner
      |(?:åben|åbent|offentlig|offentligt)\ (?:dagsorden|referat))\s*:?\s*(?:side)?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_ENTRY = re.compile(
    r"""\s*\|?\s*(?:(?:punkt|pkt\.?|sag)?\s*(?:nr\.?\s*)?(?P<number>\d{1,3})\s*(?:[.:)]|\s*\|)?\s+)?(?P<title>\S.*?)\s*+(?:\.{3,}+|…++
      |(?:\.\ ){3,}+|(?<=\t)|(?<=\s{4})|\|)[\s.…|]*+(?P<page>\d{1,4})\s*\|?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERED = re.compile(
    r"\s*(?:(?:punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?)?(?P<number>\d{1,4})\s*[.:)–-]?\s+(?P<title>\S.*?)\s*$", re.I
)
_SUB = re.compile(
    r"\s*(?:(?:punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?)?(?P<of>\d{1,4})(?:\.\d{1,2}(?![.\d]*\d)\.?|\s?[a-z][.:)])"
    r"\s+(?P<title>\S.*?)\s*$",
    re.I,
)
_PAGED = re.compile(
    r"(?P<title>.*[^\s.…])[\s.…]+(?P<page>\d{1,3})(?:\s*\((?:lukket|fortrolig)[^)]{0,30}\))?$", re.DOTALL | re.I
)
_POINT = re.compile(r"\s*(?:punkt|pkt\.?)\s+\d+[a-z]?\s*[:.]", re.I)
_ALONE = re.compile(r"\s*(\d{1,4})\s*[.:]?\s*")
_PAGE = re.compile(r"\s*\d{1,3}\s*$")
_BETWEEN = re.compile(
    r"\s*(?:side|titel|punkt|nr\.?|emne|punkt\s+titel|(?:åben|åbent|åbne|lukket|lukkede|offentlige?)\s+(?:dagsorden|referat|punkter|del))\s*:?\s*$",
    re.I,
)
_PEOPLE = re.compile(r"\s*(?:mødedeltagere|deltagere|medlemmer|til\ ?stede|fraværende|afbud)\s*:?\s*$", re.I)
_GAP = 4  # blank lines
_MOST = 400
_ALIKE = 80.0
_LONGEST = 140
_WIDE = 500
_OPEN = re.compile(r"\((?:åben|åbent|offentlig|offentligt)\)\s+(?=\S)", re.I)
_ENDS = re.compile(r"\d\s{0,3}\|?\s{0,3}$")


class Entry(msgspec.Struct, frozen=True):
    """One line of the contents list; page and number are None where it does not give them.

    `below` marks a sub-point; its number is that of the point above it.
    """

    title: Text
    page: int | None
    number: int | None = None
    below: bool = False


class Contents(msgspec.Struct, frozen=True):
    """The list and the range of lines that it takes; `below` are its entries for sub-points."""

    entries: tuple[Entry, ...] = ()
    first: int = 0
    end: int = 0
    folded: tuple[str, ...] = ()
    below: tuple[Entry, ...] = ()


def find_contents(draft: Draft) -> Contents:
    """The contents list of a draft; empty where it has none. A title may run over two lines."""
    for index, line in enumerate(draft.lines[:200]):
        if _HEADING.match(line.text):
            entries, end = _read(draft, index + 1)
            numbered, past = _read_numbered(draft, index + 1)
            if len(numbered) > len(entries):
                entries, end = numbered, past
            entries = [_without_open(draft, entry) for entry in entries]
            if not entries and (past := _past_empty_list(draft, index)):
                return Contents((), index, past)
            if entries:
                end = _past_empty_parts(draft, end)
                tops = tuple(each for each in entries if not each.below)
                below = tuple(each for each in entries if each.below)
                return Contents(tops, index, end, tuple(each.title.value.casefold() for each in tops), below)
    return Contents()


def _without_open(draft: Draft, entry: Entry) -> Entry:
    """An entry whose title begins with the title's own words: *(Åben) Cykelstier* is *Cykelstier*."""
    found = _OPEN.match(entry.title.value)
    title = piece(draft.plain, entry.title.start + found.end(), entry.title.end) if found else entry.title
    return msgspec.structs.replace(entry, title=title)


def _past_empty_list(draft: Draft, index: int) -> int:
    """The line after an *Indholdsfortegnelse* that lists nothing but its parts (*Lukkede punkter*), where the header
    goes on below with those who took part; 0 for any other.
    """
    if not draft.lines[index].text.strip().lower().startswith("indholdsfortegnelse"):
        return 0
    end = _past_empty_parts(draft, index + 1)
    below = next((line.text for line in draft.lines[end : end + _GAP] if line.text.strip()), "")
    return end if end > index + 1 and _PEOPLE.match(below) else 0


def _past_empty_parts(draft: Draft, end: int) -> int:
    """The line after the headings of parts (*Lukket referat*) that the list ends in because they list nothing."""
    for place in range(end, min(end + 8, len(draft.lines))):
        text = draft.lines[place].text
        if _BETWEEN.match(text):
            end = place + 1
        elif text.strip():
            break
    return end


def _read(draft: Draft, index: int) -> tuple[list[Entry], int]:
    """A list with leaders: each entry ends in its page."""
    entries: list[Entry] = []
    pending: Line | None = None
    end = index
    for number, line in enumerate(draft.lines[index : index + _MOST], index):
        if not line.text.strip(" |-"):
            continue
        found = _ENTRY.match(line.text) if len(line.text) < _WIDE and _ENDS.search(line.text) else None
        if found:
            start, above = _begins(pending, line.start + found.start("title"), entries)
            title = piece(draft.plain, start, line.start + found.end("title"))
            label = above or found["number"]
            entry = Entry(title, int(found["page"]), int(label) if label else None)
            entries.append(_sub_entry(draft, entry, entries))
            pending, end = None, number + 1
        elif _BETWEEN.match(line.text):
            pending = None
        elif pending is not None or _POINT.match(line.text):
            break
        else:
            pending = line
    return entries, end


def _sub_entry(draft: Draft, entry: Entry, above: Sequence[Entry]) -> Entry:
    """An entry as that of a sub-point, where its title begins with the number of a point above (*3.1 Cykelstier*)."""
    found = _SUB.match(entry.title.value)
    if not found or not any(int(found["of"]) == each.number for each in above):
        return entry
    start = entry.title.start + found.start("title")
    return Entry(piece(draft.plain, start, entry.title.end), entry.page, int(found["of"]), below=True)


def _begins(pending: Line | None, start: int, entries: Sequence[Entry]) -> tuple[int, str]:
    """Where a title begins whose last line's begins at `start`, and its number where the line above has that."""
    if pending is None:
        return start, ""
    alone = _ALONE.fullmatch(pending.text)
    if alone:
        return start, alone[1]
    numbered = _NUMBERED.match(pending.text)
    last = entries[-1].number if entries else 0
    if numbered and last is not None and last < int(numbered["number"]) <= last + 2:
        return pending.start + numbered.start("title"), numbered["number"]
    return pending.start, ""


class _Open(msgspec.Struct):
    """An entry being read: its number, where it stands, the line after it."""

    number: int
    start: int
    end: int
    after: int
    below: bool = False


def _read_numbered(draft: Draft, index: int) -> tuple[list[Entry], int]:
    """A numbered list, believed where its pages show, or where the points come again below with the same titles."""
    found, pages, after = _collect(draft, index)
    texts = [piece(draft.plain, one.start, one.end) for one in found]
    if len(found) < 2:
        return [], index
    if len(pages) >= len(found):
        numbers: list[int | None] = list(pages[: len(found)])
    else:
        numbers = [None] * len(found)
        split = [_PAGED.match(draft.plain[text.start : text.end]) for text in texts]
        last = [int(each["page"]) if each else 0 for each in split]
        if all(last) and last == sorted(last) and last[-1] < 1000:
            numbers = list(last)
            texts = [
                piece(draft.plain, text.start, text.start + each.end("title")) if each else text
                for text, each in zip(texts, split, strict=True)
            ]
    entries = [Entry(text, page, one.number, one.below) for one, text, page in zip(found, texts, numbers, strict=True)]
    after = after if pages else found[-1].after
    return (entries, after) if _comes_again(draft, entries, after) else ([], index)


def _collect(draft: Draft, index: int) -> tuple[list[_Open], list[int], int]:
    """The numbered entries, lines that hold a page alone, and the line after all of them."""
    found: list[_Open] = []
    pages: list[int] = []
    is_open = False
    after = index
    for place, line in enumerate(draft.lines[index : index + _MOST], index):
        text = line.text
        sub = _SUB.match(text)
        is_sub = bool(sub and found and int(sub["of"]) == found[-1].number)
        match = sub if is_sub else _NUMBERED.match(text)
        if not text.strip() or _BETWEEN.match(text):
            is_open = False
        elif found and _PAGE.match(text):
            pages.append(int(text))
            is_open, after = False, place + 1
        elif match and _is_first_again(draft, match["title"], found):
            break
        elif match and (is_sub or _continues(int(match["number"]), found, is_open=is_open)):
            start, end = line.start + match.start("title"), line.start + match.end("title")
            found.append(_Open(int(match["of" if is_sub else "number"]), start, end, place + 1, is_sub))
            is_open, after = True, place + 1
        elif is_open and not pages and not match and len(text) <= _LONGEST:
            found[-1].end, found[-1].after, after = line.end, place + 1, place + 1
            is_open = draft.plain[found[-1].start : line.end].count("\n") < 3
        else:
            break
    return found, pages, after


def _is_first_again(draft: Draft, title: str, found: list[_Open]) -> bool:
    """Whether a title is that of the list's first entry: then the points themselves begin."""
    first = draft.plain[found[0].start : found[0].end].casefold() if found else ""
    return bool(found) and first.startswith(title.casefold()[: max(8, len(first) - 6)])


def _continues(number: int, found: list[_Open], *, is_open: bool) -> bool:
    """Whether an entry of this number may follow: one or two on, or anew in the list of the closed part."""
    if not found:
        return number <= 999
    return found[-1].number < number <= found[-1].number + 2 or (number == 1 and not is_open)


def _comes_again(draft: Draft, entries: Sequence[Entry], after: int) -> bool:
    """Whether half of the titles stand below the list too, each at the beginning of a line behind a number or alone."""
    heads = {_bare(line.text) for line in draft.lines[after:] if 2 < len(line.text) < 400}
    seen = 0
    for entry in entries:
        wanted = _bare(entry.title.value)[:40]
        seen += any(head.startswith(wanted[:25]) or fuzz.ratio(head[:40], wanted) >= _ALIKE for head in heads)
    return seen * 2 >= len(entries)


def _bare(text: str) -> str:
    found = _SUB.match(text) or _NUMBERED.match(text)
    return " ".join((found["title"] if found else text).casefold().split())


def titles(entries: Sequence[Entry]) -> list[str]:
    """The titles alone."""
    return [entry.title.value for entry in entries]
