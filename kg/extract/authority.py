"""Whose minutes a document is, by its own words."""

import re
from collections import Counter

from kg.model.source import Source
from kg.profiles import Profile

_NAMED = re.compile(r"\b((?:Region )?[A-ZÆØÅ][\wæøå]+(?:[- ][A-ZÆØÅ][\wæøå]+){0,2}) (Kommune|Byråd|Kommunalbestyrelse)(?:s|t|ts|n|ns)?\b")
_REGION = re.compile(r"\bRegion (?:Hovedstaden|Midtjylland|Nordjylland|Sjælland|Syddanmark|Østdanmark)\b")
_BEFORE = frozenset("I Af Fra For Med Og At Når Hvis Som Da Til Ved Mellem Hos Bilag Punkt".split())
_HEAD = 1500


def find_authority(source: Source, profile: Profile) -> str:
    """The authority that the profile is of, else the one that the text names most; empty where it names none clearly.

    A name must come twice, or once in the first lines: other municipalities are named in passing.
    """
    if profile.authority:
        return profile.authority.name
    counted: Counter[str] = Counter()
    for found in _NAMED.finditer(source.text):
        counted[_bare(found[1])] += 3 if found.start() < _HEAD else 1
    for found in _REGION.finditer(source.text):
        counted[found[0]] += 3 if found.start() < _HEAD else 1
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return ""
    name = ranked[0][0]
    return name if name.startswith("Region ") else f"{name} Kommune"


def _bare(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    return " ".join(words)
