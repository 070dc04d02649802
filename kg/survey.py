"""Whose minutes each document is, before any is understood: a folder's documents are mostly of one authority.

A document names its neighbours too, sometimes more often than itself; so what a folder's documents name together
decides, unless one document's own words are strong.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import PurePath

import msgspec

from kg.danish.authorities import count_known, hinted_by, known_authority, official_name
from kg.errors import UnreadableError
from kg.inputs import Input
from kg.model.problem import Problem
from kg.model.source import Source
from kg.profiles import NONE, Profile
from kg.reading import read_input
from kg.settings import Settings

_NAMED = re.compile(
    r"\b((?:Region )?[A-ZÆØÅ][\wæøå]+(?:[- ][A-ZÆØÅ][\wæøå]+){0,2}) (?:Kommune|Regionskommune|Byråd|Kommunalbestyrelse)"
    r"(?:s|t|ts|n|ns)?\b( ?\([A-ZÆØÅ]{2,5}\))?"
)
_REGION = re.compile(r"\bRegion (?:Hovedstaden|Midtjylland|Nordjylland|Sjælland|Syddanmark|Østdanmark)\b")
_BEFORE = frozenset(
    "I Af Fra For Med Og At Når Hvis Som Da Til Ved Mellem Hos Bilag Punkt Referat Dagsorden Den De En Et".split()
)
# A neighbour is visited, worked with and compared with.
_NEIGHBOUR = re.compile(r"(?:\b(?:med|fra|mellem|hos|besøg|end|ligesom|både|bl\.a\.|f\.eks\.)\s+|,\s+|\bog\s+)$", re.I)
# A line of the head that says whose meeting it is: a region's, whose minutes visit municipalities and name them.
_REGIONAL = re.compile(
    r"(?im)^(?!\s*\d)[^.:\n]{0,40}\b(?:regionsråd(?:et|ets|smøde)?|udvalg(?:et)? for regional\w*)\b[^.\n]{0,60}$"
)
_LOCAL = re.compile(r"(?i)\b(?:byråd|kommunalbestyrelse|borgerrepræsentation|kommunens?\b)")
_HEAD = 400
_MOST = 4  # what one document may add to the name of its folder
_STRONG = 6
_STATED = 6  # a file's own structure says whose it is
_HINT = 2  # the name of a file or folder may say so


class Survey(msgspec.Struct, frozen=True):
    """A file as first seen: its hash and the authorities that it names, with weights; or why it cannot be read.

    `head` is the authority that its first lines, or its own structure, name most; `hint` the one that its path names.
    """

    input: Input
    sha256: str = ""
    named: tuple[tuple[str, int], ...] = ()
    head: str = ""
    problem: Problem | None = None
    hint: str = ""


def survey(given: Input, signals: tuple[tuple[str, str], ...], *, ocr: bool = False) -> Survey:
    """Look at one file. `signals` are (word, authority) pairs of profiles; with `ocr` pictures of text are read too."""
    try:
        return survey_of(given, read_input(given, ocr=ocr), signals)
    except UnreadableError as error:
        return Survey(given, problem=Problem(given.relative, 0, error.key, error.values))


def survey_of(given: Input, source: Source, signals: tuple[tuple[str, str], ...]) -> Survey:
    """Look at one file that was read."""
    counted = named_in(source.text)
    for word, authority in signals:
        count = source.text.count(word)
        if count:
            counted[authority] += count
    if _REGIONAL.search(source.text[:_HEAD]) and not _LOCAL.search(source.text[:_HEAD]):
        counted = Counter({name: count for name, count in counted.items() if name.startswith("Region ")})
    head = Counter({name: count for name, count in named_in(source.text[:_HEAD]).items() if name in counted})
    for mark in source.marks:
        if mark.role == "authority":
            name = _whole(mark.value or source.text[mark.start : mark.end])
            counted[name] += _STATED
            head[name] += _STATED
    hint = hinted_by(f"{PurePath(given.path).parent.name}/{given.relative}")
    if hint:
        counted[hint] += _HINT
    first = min(head, key=lambda name: (-head[name], name), default="")
    return Survey(given, source.sha256, tuple(sorted(counted.items())), first, hint=hint)


def named_in(text: str) -> Counter[str]:
    """The authorities that a text names, with weights: more with an abbreviation, less where a neighbour is meant.

    A municipality or region that exists is named officially, however it is spelt; any other as the text has it.
    """
    counted = count_known(text)
    for found in _NAMED.finditer(text):
        name = _bare(found[1])
        if name:
            weight = 3 if found[2] else 1 if _NEIGHBOUR.search(text[max(0, found.start() - 12) : found.start()]) else 2
            counted[_whole(name)] += weight
    for found in _REGION.finditer(text):
        counted[found[0]] += 1
    return counted


def _whole(name: str) -> str:
    """The full name of an authority: the official one where it exists."""
    official = official_name(name)
    whole = known_authority(official) or official.startswith("Region ") or official.endswith("ommune")
    return official if whole else f"{official} Kommune"


def _bare(name: str) -> str:
    words = name.split()
    while words and words[0].capitalize() in _BEFORE:
        words = words[1:]
    return " ".join(words)


def decide(surveys: Iterable[Survey]) -> dict[Input, str]:
    """The authority of each document; empty where nothing names one."""
    folders: dict[str, Counter[str]] = defaultdict(Counter)
    readable = [each for each in surveys if each.problem is None]
    for each in readable:
        for name, weight in each.named:
            folders[each.input.folder][name] += min(weight, _MOST)
    winners = {folder: _winner(counted) for folder, counted in folders.items()}
    common = _majority([winners.get(each.input.folder, "") for each in readable])
    found = {each.input: _own(each, winners.get(each.input.folder, "") or common) for each in readable}
    return found | _beside(readable, found)


def _beside(surveys: list[Survey], found: dict[Input, str]) -> dict[Input, str]:
    """Documents that name nobody are of the authority of those beside them, where no other is named in any document:
    the agenda of a meeting whose minutes name it once.
    """
    named = {name for each in surveys for name, _ in each.named}
    if len(named) != 1 or set(found.values()) - {""} != named:
        return {}
    folders = {given.folder for given, name in found.items() if name}
    return dict.fromkeys((each.input for each in surveys if not each.named and each.input.folder in folders), *named)


def _winner(counted: Counter[str]) -> str:
    name = min(counted, key=lambda each: (-counted[each], each))
    return name if counted[name] > 1 else ""


def _majority(names: list[str]) -> str:
    """The name that more than half of those that are none-empty are; empty where there is none."""
    counted = Counter(name for name in names if name)
    name = min(counted, key=lambda each: (-counted[each], each), default="")
    return name if counted[name] * 2 > counted.total() else ""


def _own(each: Survey, folder: str) -> str:
    """A document's own authority where its head or path names it, or its text does far more often than the folder's."""
    weights = dict(each.named)
    for claimed in (each.head, each.hint):
        if claimed and claimed != folder and weights.get(claimed, 0) >= weights.get(folder, 0):
            return claimed
    best = min(weights, key=lambda name: (-weights[name], name), default="")
    return best if best and weights[best] >= _STRONG + 2 * weights.get(folder, 0) else folder


def signals_of(profiles: Iterable[Profile]) -> tuple[tuple[str, str], ...]:
    """The words that show whose a document is, with the authority's name: its signals and its other names."""
    return tuple(
        (word, profile.authority.name)
        for profile in profiles
        if profile.authority
        for word in dict.fromkeys((*profile.authority.signals, *profile.authority.aliases))
    )


def assign(authority: str, settings: Settings) -> tuple[str, Profile]:
    """Whose a document is and by what profile it is read; the authority of a forced profile is that of every one.

    `authority` is what `decide` found; where it is another name of a profile's, the profile's own is the one.
    """
    profile = settings.forced if settings.forced is not None else profile_of(authority, settings.profiles)
    return profile.authority.name if profile.authority else authority, profile


def profile_of(authority: str, profiles: Iterable[Profile]) -> Profile:
    """The profile of an authority under any of its names, if there is one."""
    asked = official_name(authority)
    for each in profiles:
        if each.authority and authority and asked in map(official_name, (each.authority.name, *each.authority.aliases)):
            return each
    return NONE
