"""Lists of people as headers give them: names with posts, parties and roles around them, on lines and in tables."""

import re
from collections.abc import Iterator

from kg.layouts.bodies import is_body
from kg.layouts.draft import piece
from kg.model.minutes import Attendance

_SEPARATOR = re.compile(r"[,;]|\s+og\s+|\s+samt\s+|\t|\s\|\s")
_LINES = re.compile(r"[\r\n]+")
_BULLET = re.compile(r"^[\s\-·•*–|]*(?:\d{1,2}[.)]\s+)?")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_POST = r"""(?:(?:[a-zæøå-]*direktør|[a-zæøå-]*chef|[a-zæøå-]*leder|borgmester|viceborgmester|(?:[a-zæøå]+s)?formand
        |[a-zæøå]*næstformand
  |rådmand|rådkvinde|[a-zæøå-]*konsulent|[a-zæøå-]*sekretær|referent|[a-zæøå-]*medarbejder|[a-zæøå-]*koordinator|[a-zæøå-]*repræsentant
  |[a-zæøå-]*medlem|jurist|advokat|arkitekt|ingeniør|planlægger|lærer|skoleleder|pædagog|forældrevalgt|regionsrådsmedlem
  |byrådsmedlem|[a-zæøå-]*mester|suppleant|stedfortræder|fuldmægtig|revisor)(?:en)?|medlemmerne|borgmestrene|rådmændene)"""
_TITLES = re.compile(rf"^(?:{_POST}\s+)+(?=[A-ZÆØÅ])", re.IGNORECASE | re.VERBOSE)
_ONLY_POST = re.compile(rf"(?:{_POST}[\s.]*)+", re.IGNORECASE | re.VERBOSE)
_ROLES = (
    ("substitute", re.compile(r"stedfortræder|suppleant|i stedet for|substitut", re.I)),
    ("secretary", re.compile(r"(?<!ung)sekretær|referent", re.I)),
    ("absentee", re.compile(r"afbud|fravær|ikke (?:til ?stede|mødt)|forhindret|(?<!\w)orlov", re.I)),
    ("guest", re.compile(r"gæst|under punkt|pkt\.|punkt \d|deltog|deltager|observatør|tilforordnet", re.I)),
)
_PARTY = re.compile(r"[A-ZÆØÅ]{1,3}(?:-?\d)?")
_LETTER = re.compile(r"[A-ZÆØÅ](?:-?\d)?")
_NAME = re.compile(r"[A-ZÆØÅÉÖÄÜ][\w'’.-]*(?:\s+(?:(?:von|van|de|der|la|af|bin|el|al)\s+)?[A-ZÆØÅÉÖÄÜ][\w'’.-]*)*$")
_NOBODY = re.compile(
    r"(?:ingen|alle|samtlige|ej|nej|intet|navn|parti|titel|rolle|til ?stede|fremmødt|mødt|medlemmer?|deltagere?|x|ja"
    r"|liste|løsgænger)\b(?!\s+[A-ZÆØÅ])"
    r"|(?:alle|samtlige)\s+(?:medlemmer|var|er|mødte|deltog)|(?:ingen\s+(?:afbud|fraværende))"
    r"|(?:åbne|lukkede)\s+(?:sager|punkter|dagsordenspunkter)\b",
    re.I,
)
_ABSENT_CELL = re.compile(r"(?:nej|afbud|fraværende|ikke til ?stede|ikke mødt)", re.I)
# "Anna Berg Deltog", "Bo Lund (V) mødte ikke": a column of the list that stands one space behind the name.
_STATUS = re.compile(
    r"(?<=[\w)])[ \t]+(?P<absent>afbud|fraværende|ikke (?:til ?stede|mødt)|(?:deltog|mødte) ikke)$"
    r"|(?<=[\w)])[ \t]+(?:deltog|deltager|mødt|mødte|fremmødt|til ?stede)$",
    re.I,
)
_ORDINAL = re.compile(r"^\d\.\s*(?=\w)")  # "1. næstformand"
_INSTEAD_OF = re.compile(r"\s+(?:\w+\s+)*?for\s+[A-ZÆØÅ].*$")
# »Bo Lund (V) - Ida Toft deltog som stedfortræder«, »Bo Lund, stedfortræder Ida Toft«
_WHOLE = r"[A-ZÆØÅ][\w'’-]*(?:\s+[A-ZÆØÅ][\w'’.-]*){1,4}"
_INSTEAD = re.compile(
    rf"""(?:\s[-–]|[,;(:])\s*(?:(?i:stedfortræder|suppleant)\s*:?\s+(?P<behind>{_WHOLE})
      |(?P<before>{_WHOLE})(?:\s\([A-ZÆØÅ]{{1,3}}\))?,?\s+(?:(?:deltog|deltager|mødte|møder|er|var)\s+(?:som\s+)?)?
        (?:stedfortræder|suppleant)\b(?!\s+for\b))""",
    re.VERBOSE,
)
_STANDS_FOR = re.compile(r"\s*(?:stedfortræder|suppleant)\s+for\s", re.I)
_PARTLY = re.compile(r"deltog ikke i\b|fraværende (?:ved|under|i|til|fra)\b", re.I)
_LONGEST = 70


def read_people(plain: str, start: int, end: int, role: str) -> list[Attendance]:
    """The people named in `plain[start:end]`, each with `role` unless a bracket or a following word says otherwise."""
    people: list[Attendance] = []
    for first, last in _pieces(plain, start, end):
        if people and _STANDS_FOR.match(plain, first, last):
            people[-1] = Attendance(people[-1].name, "substitute", people[-1].party)
            continue
        name, said, party = _name(plain, first, last, role)
        if name is None:
            cell = plain[first:last].strip(" |\t\r\n")
            if (
                said
                and people
                and (not cell[:1].isupper() or _ONLY_POST.fullmatch(cell) or _ABSENT_CELL.fullmatch(cell))
            ):
                people[-1] = Attendance(people[-1].name, said, people[-1].party)
            elif party and people and not people[-1].party:
                people[-1] = Attendance(people[-1].name, people[-1].role, party)
            continue
        text = piece(plain, *name)
        is_name = _NAME.match(text.value) and not _NOBODY.match(text.value)
        # "Alma Bruun, Byrådet": whom a person stands for
        if is_name and len(text.value) <= _LONGEST and (" " in text.value or not is_body(text.value)):
            people.append(Attendance(text, said or role, party))
    if role == "absentee":
        people.extend(_instead(plain, start, end, {person.name.value for person in people}))
    return people


def _instead(plain: str, start: int, end: int, known: set[str]) -> Iterator[Attendance]:
    """Who came in the place of those who are away, where a line of the absent says so of another name."""
    for found in _INSTEAD.finditer(plain, start, end):
        text = piece(plain, *found.span("behind" if found["behind"] else "before"))
        if text.value not in known:
            yield Attendance(text, "substitute")


def _pieces(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    block = plain[start:end]
    separator = re.compile(rf"{_LINES.pattern}|{_SEPARATOR.pattern}") if _is_by_line(block) else _SEPARATOR
    depth_free = re.sub(r"\([^)]*\)", lambda found: "(" + "x" * (len(found[0]) - 2) + ")", block)
    bounds, last = [], 0
    for found in separator.finditer(depth_free):
        bounds.append((start + last, start + found.start()))
        last = found.end()
    bounds.append((start + last, end))
    return [(first, stop) for first, stop in bounds if plain[first:stop].strip(" |\r\n\t")]


def _is_by_line(block: str) -> bool:
    """Whether each line begins a new person: no line has a second name behind its commas."""
    bare = re.sub(r"\([^)]*\)", "", block)
    if not re.search(r"[,;\t|]", bare) or len(re.findall(r"(?m)^\s*[-·•*–|]\s", block)) > 1:
        return True
    lines = [line.strip() for line in _LINES.split(bare) if line.strip()]
    behind = [part.strip() for line in lines for part in re.split(r"[,;\t]", line)[1:] if part.strip()]
    behind = [_ORDINAL.sub("", part) for part in behind]
    return len(lines) > 1 and all(part[0].islower() or _ONLY_POST.match(part) or len(part) < 4 for part in behind)


def _name(plain: str, start: int, end: int, role: str) -> tuple[tuple[int, int] | None, str, str]:
    """The range of the name alone, the role that its surroundings say, the party; no range for what is no name."""
    text = plain[start:end]
    bullet = _BULLET.match(text)
    if bullet:
        start += bullet.end()
        text = plain[start:end]
    text = _INSTEAD_OF.sub("", text) if role == "substitute" else text
    text, said, party = _without_tail(text.rstrip(" .|\r\n\t"))
    said = "" if role == "absentee" and said == "substitute" else said  # "Bo Lund (stedfortræder: Ida Toft)"
    title = _TITLES.match(text.strip())
    if title:
        said = said or _role(title[0])
        start += len(text) - len(text.lstrip()) + title.end()
        text = text.strip()[title.end() :]
    bare = text.strip(" .|")
    if not bare or bare[:1].islower() or _ONLY_POST.fullmatch(bare) or _ABSENT_CELL.fullmatch(bare):
        return None, said or _role(text), party
    if _LETTER.fullmatch(bare):
        return None, said, bare
    return (start, start + len(text.rstrip(" .|"))), said, party


def _without_tail(text: str) -> tuple[str, str, str]:
    """A piece without the brackets and the words behind a dash at its end, and the role and party that they give."""
    status = _STATUS.search(text)
    said = "absentee" if status and status["absent"] else ""
    text = text[: status.start()] if status else text
    party = ""
    while True:
        found = _BRACKET.search(text)
        if found:
            said = said or _role(found[1])
            party = found[1].strip() if _PARTY.fullmatch(found[1].strip()) else party
            text = text[: found.start()]
            continue
        dash = re.search(r"\s[–-]\s|(?<=\))\s?[–-]\s?(?=[a-zæøå])|:\s", text)
        if dash is None:
            return text, said, party
        said = said or _role(text[dash.end() :])
        text = text[: dash.start()]


def _role(words: str) -> str:
    """The role that words beside a name give; none to who was there, but not for every point."""
    return "" if _PARTLY.search(words) else next((role for role, pattern in _ROLES if pattern.search(words)), "")
