"""Tables of those who belong to a body: a column of names, and beside it whom each stands for and whether they came."""

import re

from kg.layouts.people import read_people
from kg.model.minutes import Attendance

ROSTER = "roster"
_NAMES = re.compile(r"navn(?:e)?|medlem(?:mer|mets navn)?|deltagere?|mødedeltagere?", re.I)
_HEADS = re.compile(
    r"""repræsenter\w*|rolle|funktion|titel|parti|liste|organisation|post|stilling|valgt\ (?:af|for)|fra|enhed|center
      |afdeling|initialer|bemærkning(?:er)?|status|til\ ?stede|tilstede|fremmødt?e?|mødt|deltog|afbud|fravær(?:ende)?
      |afbud/fravær(?:ende)?|ikke\ mødt""",
    re.IGNORECASE | re.VERBOSE,
)
_CAME = re.compile(r"til ?stede|fremmødt?e?|mødt|deltog", re.I)
_STAYED = re.compile(r"(?:afbud|fravær|ikke mødt)", re.I)
_ABSENT = re.compile(r"(?:nej|afbud|fraværende|ikke til ?stede|ikke mødt|÷|-)", re.I)
_TICK = re.compile(r"(?:x|ja|v|✓|✔|☒)", re.I)
_PARTIES = re.compile(r"parti|liste", re.I)
_LETTERS = re.compile(r"[A-ZÆØÅ]{1,3}")
_SECRETARY = re.compile(r"(?:møde)?(?:sekretær|referent)", re.I)


def is_roster_head(line: str) -> bool:
    """Whether a line is the head of such a table: *Navn, Repræsenterer, Til stede*."""
    cells = _cells(line)
    return (
        len(cells) > 1
        and any(_NAMES.fullmatch(cell) for cell in cells)
        and all(not cell or _NAMES.fullmatch(cell) or _HEADS.fullmatch(cell) for cell in cells)
        and any(_HEADS.fullmatch(cell) for cell in cells)
    )


def read_roster(plain: str, start: int, end: int, role: str) -> list[Attendance]:
    """The people in the rows of `plain[start:end]`, whose first line is the head; `role` is that of those who came."""
    people: list[Attendance] = []
    heads: list[str] = []
    for line in re.finditer(r"[^\r\n]+", plain[start:end]):
        cells = _cells(line[0])
        if not heads:
            heads = cells
            continue
        column = next(place for place, head in enumerate(heads) if _NAMES.fullmatch(head))
        if column < len(cells) and cells[column]:
            at = start + line.start() + _offset(line[0], column)
            said = _role(heads, cells, column) or role
            found = read_people(plain, at, at + len(_parts(line[0])[column]), said)[:1]
            people += [Attendance(one.name, one.role, one.party or _party(heads, cells)) for one in found]
    return people


def _party(heads: list[str], cells: list[str]) -> str:
    """The letter in a column of parties."""
    pairs = zip(heads, cells, strict=False)
    return next((cell for head, cell in pairs if _PARTIES.fullmatch(head) and _LETTERS.fullmatch(cell)), "")


def _role(heads: list[str], cells: list[str], names: int) -> str:
    """What the other cells of a row say of the person; empty where they say nothing."""
    for place, cell in enumerate(cells):
        head = heads[place] if place < len(heads) else ""
        if place == names:
            continue
        is_told = bool(_CAME.match(head)) or cell[:1].isalpha()  # a dash alone says it in the column of those who came
        if _TICK.fullmatch(cell) if _STAYED.match(head) else is_told and _ABSENT.fullmatch(cell):
            return "absentee"
        if _SECRETARY.fullmatch(cell):
            return "secretary"
    return ""


def _parts(line: str) -> list[str]:
    return line.split("\t" if "\t" in line else "|")


def _cells(line: str) -> list[str]:
    return [part.strip(" *") for part in _parts(line)] if "\t" in line or "|" in line else []


def _offset(line: str, column: int) -> int:
    return sum(len(part) + 1 for part in _parts(line)[:column])
