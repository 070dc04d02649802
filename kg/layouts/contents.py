"""The contents list (*indholdsfortegnelse*): titles with the page on which each point begins."""

import re
from collections.abc import Sequence

import msgspec

from kg.danish.lines import Line
from kg.layouts.draft import Draft, piece
from kg.model.source import Text

_HEADING = re.compile(
    r"\s*(?:indholdsfortegnelse|indhold|punktliste|dagsordenpunkter|dagsorden|punkter på dagsordenen)\s*:?\s*$", re.I
)
_ENTRY = re.compile(
    r"""\s*\|?\s*(?:(?:punkt|pkt\.?)?\s*(?P<number>\d{1,3})\s*[.:)]?\s+)?(?P<title>\S.*?)\s*(?:\.{3,}|…+
      |(?:\.\ ){3,}|\t|\s{4,}|\|)[\s.…|]*(?P<page>\d{1,4})\s*\|?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_POINT = re.compile(r"\s*(?:punkt|pkt\.?)\s+\d+[a-z]?\s*[:.]", re.I)


class Entry(msgspec.Struct, frozen=True):
    """One line of the contents list."""

    title: Text
    page: int


class Contents(msgspec.Struct, frozen=True):
    """The list and the range of lines that it takes."""

    entries: tuple[Entry, ...] = ()
    first: int = 0
    end: int = 0


def find_contents(draft: Draft) -> Contents:
    """The contents list of a draft; empty where it has none. A title may run over two lines."""
    for index, line in enumerate(draft.lines[:200]):
        if _HEADING.match(line.text):
            entries, end = _read(draft, index + 1)
            if entries:
                return Contents(tuple(entries), index, end)
    return Contents()


def _read(draft: Draft, index: int) -> tuple[list[Entry], int]:
    entries: list[Entry] = []
    pending: Line | None = None
    end = index
    for number, line in enumerate(draft.lines[index:], index):
        if not line.text.strip(" |-"):
            continue
        found = _ENTRY.match(line.text)
        if found:
            start = pending.start if pending else line.start + found.start("title")
            title = piece(draft.plain, start, line.start + found.end("title"))
            entries.append(Entry(title, int(found["page"])))
            pending, end = None, number + 1
        elif pending is not None or _POINT.match(line.text):
            break
        else:
            pending = line
    return entries, end


def titles(entries: Sequence[Entry]) -> list[str]:
    """The titles alone."""
    return [entry.title.value for entry in entries]
