"""Names of people in running text, and posts that one person holds."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.danish.names import COMMON_FIRST_NAMES, strip_genitive
from kg.extract.places import find_literals, matches
from kg.extract.reading import Reading
from kg.extract.units import CAPITAL
from kg.model.finding import Mention

_NAME = rf"{CAPITAL}[a-zæøåéöäü]+(?:-{CAPITAL}[a-zæøåéöäü]+)?"
# Two or more such names; particles and initials inside. The pattern begins with a capital, and only then looks back:
# that is fast.
_PERSON = re.compile(
    rf"{CAPITAL}(?<![\w@./-].)[a-zæøåéöäü]+(?:-{CAPITAL}[a-zæøåéöäü]+)?"
    rf"(?: (?:von|van|de|la|af) {CAPITAL}[\wæøåéöäü-]+| {_NAME}| {CAPITAL}\.?(?![\w]))+"
)
# Words of the names of places, which follow a first name as a surname does ("Frederiks Allé") …
_PLACE_WORD = re.compile(
    r"""^(?:kommune|center|centret|udvalg|råd|forum|vej|gade|allé|plads|torv|skole|stræde|park|hus|fond|a/s|aps
      |seminar|forening)s?$""",
    re.IGNORECASE | re.VERBOSE,
)
# … and endings of words that people's names do not have.
_ORG_WORD = re.compile(
    r"""(?:kommune|center|centret|centeret|udvalg|råd|forum|forvaltning|afdeling|enhed|skole|seminar|direktion|bestyrelse|strategi|plan
      |politik|parken|gade|vej|hus|huset|forening|selskab|fond|bank|skov|allé|plads|by|torv|projekt|lov|pulje|puljen|service|office|business
      |program|region|aftale|møde|bilag|punkt|sag)s?$""",
    re.IGNORECASE | re.VERBOSE,
)
_TITLE_BEFORE = re.compile(
    r"""\b(?:[a-zæøå]*direktør|[a-zæøå]*chef|[a-zæøå]*leder|[a-zæøå]*konsulent|[a-zæøå]*ingeniør|[a-zæøå]*koordinator|[a-zæøå]*medarbejder|partner|borgmester|viceborgmester|[a-zæøå]*formand|rådmand
      |rådgiver|advokat|sekretær|sygeplejerske|jurist|arkitekt|professor|ejer)\s+$""",
    re.IGNORECASE | re.VERBOSE,
)
# "Centerchef Viggo Nørreby": the title is written as a name is, at the head of a sentence
_TITLE = re.compile(
    r"""[A-ZÆØÅ][a-zæøå]*(?:direktør|chef|leder|konsulent|ingeniør|koordinator|sekretær|medarbejder|rådgiver|formand|jurist|arkitekt|mester)
      \ (?=[A-ZÆØÅ][\wæøå-]+\ [A-ZÆØÅ])""",
    re.VERBOSE,
)
_OF_PLACE = re.compile(r" (?:af|de|la) ")
_INITIAL_LAST = re.compile(r" [A-ZÆØÅ]\.?$")
_BESIDE = re.compile(r"\s*(?:,|og|samt|/|&)\s*")
# "(F)" is a party, "(VEC)" or "(Digitaliseringsenheden)" a unit; "er projektleder", "deltager" and the like are said
# of people only.
_BEHIND_PERSON = re.compile(
    r"""\s*\((?:[A-ZÆØÅ]|[A-ZÆØÅ][A-ZÆØÅ0-9]{1,5}
        |[A-ZÆØÅ][\wæøå-]*(?:centret|centeret|center|enheden|afdelingen|forvaltningen|sekretariatet|staben))\)
    |\s+(?:er|bliver|var)\ (?:tovholder|projektleder|projektejer|kontaktperson|sekretær|referent|formand|ordstyrer
        |ansvarlig|inhabil)\b
    |\s+(?:deltager|deltog|orienterede|orienterer|præsenterede|tiltrådte|fratræder)\b
    |,\ (?:[a-zæøå]*chef|[a-zæøå]*leder|[a-zæøå]*konsulent|[a-zæøå]*direktør|formand|næstformand)\b""",
    re.VERBOSE,
)
_POSTS = ("Borgmesteren", "Viceborgmesteren", "Kommunaldirektøren", "Regionsrådsformanden", "Regionsdirektøren")
_POST = re.compile(rf"(?:{'|'.join(_POSTS)})(?=s?(?![\w-]))")
_INSIDE_WORD = re.compile(r"[\w-]")


def find_people(reading: Reading) -> Iterator[Mention]:
    """People by full name: a common first name, a title before it, a unit in brackets after it, or company of such a
    name.
    """
    waiting: Mention | None = None
    sure: Mention | None = None
    for hit in _PERSON.finditer(reading.plain):
        item = reading.item_at(hit.start())
        if item < 0:
            continue
        mention = _person(hit, item)
        if _certain(reading, mention) and not any(_PLACE_WORD.search(word) for word in mention.name.split()):
            if waiting and _BESIDE.fullmatch(reading.plain, waiting.end, mention.start):
                yield waiting
            yield mention
            sure, waiting = mention, None
        elif _is_organisation(mention.name):
            waiting = None
        elif sure and _BESIDE.fullmatch(reading.plain, sure.end, mention.start):
            yield mention
            sure = mention
        else:
            waiting = mention


def _person(hit: re.Match[str], item: int) -> Mention:
    start, end = hit.span()
    title = _TITLE.match(hit[0])
    start += title.end() if title else 0
    name = " ".join(hit[0][title.end() if title else 0 :].split())
    words = name.split()
    if words[0] not in COMMON_FIRST_NAMES and len(words) > 2 and words[1] in COMMON_FIRST_NAMES:
        start = hit.start() + hit[0].index(words[1])
        name = " ".join(words[1:])
    stripped = strip_genitive(name)
    if stripped != name and not _INITIAL_LAST.search(stripped):
        end -= len(name) - len(stripped)
        name = stripped
    return Mention(item, "person", name, start, end, "person-title" if title else "person-name")


def _certain(reading: Reading, mention: Mention) -> bool:
    first = mention.name.split()[0]
    if mention.rule == "person-title":
        return True
    if first in COMMON_FIRST_NAMES or first.partition("-")[0] in COMMON_FIRST_NAMES:
        return True
    if _is_organisation(mention.name):
        return False
    if _BEHIND_PERSON.match(reading.plain, mention.end):
        return True
    return bool(_TITLE_BEFORE.search(reading.plain, max(0, mention.start - 30), mention.start))


@lru_cache(maxsize=4096)
def _is_organisation(name: str) -> bool:
    words = name.split()
    return any(_ORG_WORD.search(word) for word in words) or bool(
        _OF_PLACE.search(name) and words[0] not in COMMON_FIRST_NAMES
    )


def find_posts(reading: Reading) -> Iterator[Mention]:
    """Posts that one person holds, named without the holder."""
    for hit in matches(_POST, reading.plain, find_literals(reading.plain, _POSTS)):
        item = reading.item_at(hit.start())
        if item >= 0 and not _INSIDE_WORD.match(reading.plain, hit.start() - 1):
            yield Mention(item, "person", hit[0], hit.start(), hit.end(), "person-post")
