"""Lists of people as headers give them: names with roles and party letters in brackets, over several lines."""

import re

from kg.layouts.draft import piece
from kg.model.minutes import Attendance

_SEPARATOR = re.compile(r"[,;]|\s+og\s+|\s+samt\s+|\t")
_LINES = re.compile(r"[\r\n]+")
_BULLET = re.compile(r"^[\s\-·•*–]+")
_BRACKET = re.compile(r"\s*\(([^)]*)\)\s*$")
_TITLES = re.compile(
    r"""^(?:(?:[a-zæøå]*direktør|[a-zæøå]*chef|[a-zæøå]*leder|borgmester|viceborgmester|formand|næstformand
        |rådmand|konsulent|sekretær|referent)\s+)(?=[A-ZÆØÅ])""",
    re.IGNORECASE | re.VERBOSE,
)
_ROLES = (
    ("secretary", re.compile(r"sekretær|referent", re.I)),
    ("absentee", re.compile(r"afbud|fravær|ikke til stede", re.I)),
    ("substitute", re.compile(r"stedfortræder|suppleant|i stedet for", re.I)),
    ("guest", re.compile(r"gæst|under punkt|pkt\.|punkt \d|deltog|deltager", re.I)),
)
_NAME = re.compile(r"[A-ZÆØÅÉÖÄÜ][\w'’.-]*(?:\s+(?:(?:von|van|de|la|af)\s+)?[A-ZÆØÅÉÖÄÜ][\w'’.-]*)*$")


def read_people(plain: str, start: int, end: int, role: str) -> list[Attendance]:
    """The people named in `plain[start:end]`, each with `role` unless a bracket or a following word says otherwise."""
    people: list[Attendance] = []
    for first, last in _pieces(plain, start, end):
        name, said = _name(plain, first, last)
        if name is None:
            if said and people and not plain[first:last].strip()[:1].isupper():
                people[-1] = Attendance(people[-1].name, said)
            continue
        text = piece(plain, *name)
        if _NAME.match(text.value) and text.value.lower() not in {"ingen", "alle", "alle medlemmer"}:
            people.append(Attendance(text, said or role))
    return people


def _pieces(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    block = plain[start:end]
    separator = (
        _SEPARATOR
        if re.search(r"[,;\t]", re.sub(r"\([^)]*\)", "", block))
        else re.compile(rf"{_LINES.pattern}|{_SEPARATOR.pattern}")
    )
    if len(re.findall(r"(?m)^\s*[-·•*–]\s", block)) > 1:
        separator = re.compile(rf"{_LINES.pattern}|{_SEPARATOR.pattern}")
    depth_free = re.sub(r"\([^)]*\)", lambda found: "(" + "x" * (len(found[0]) - 2) + ")", block)
    bounds, last = [], 0
    for found in separator.finditer(depth_free):
        bounds.append((start + last, start + found.start()))
        last = found.end()
    bounds.append((start + last, end))
    return [(first, stop) for first, stop in bounds if plain[first:stop].strip()]


def _name(plain: str, start: int, end: int) -> tuple[tuple[int, int] | None, str]:
    """The range of the name alone and the role that its surroundings say; no range where the piece is a role only."""
    text = plain[start:end]
    bullet = _BULLET.match(text)
    if bullet:
        start += bullet.end()
        text = plain[start:end]
    said = ""
    while found := _BRACKET.search(text):
        said = said or _role(found[1])
        text = text[: found.start()]
    dash = re.search(r"\s[–-]\s", text)
    if dash:
        said = said or _role(text[dash.end() :])
        text = text[: dash.start()]
    title = _TITLES.match(text.strip())
    if title:
        said = said or _role(title[0])
        start += len(text) - len(text.lstrip()) + title.end()
        text = text.strip()[title.end() :]
    if not text.strip():
        return None, said
    if text.strip()[:1].islower():
        return None, _role(text)
    return (start, start + len(text)), said


def _role(words: str) -> str:
    return next((role for role, pattern in _ROLES if pattern.search(words)), "")
