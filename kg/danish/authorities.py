"""Denmark's municipalities and regions under all their names, with the codes that everyone knows them by."""

import csv
import functools
import re
from collections import Counter
from pathlib import Path

import ahocorasick
import msgspec

from kg.danish.slug import slug

_FILE = Path(__file__).with_name("authorities.csv")
_REGION = "Region "
_AFTER = ("kommune", "Rådhus", "rådhus", "byråd", "kommunalbestyrelse")
_COUNCIL_OF = ("Byrådet i", "Kommunalbestyrelsen i", "rådhuset i", "Rådhuset i")
# What makes another place of a name: an invented or former "Ny …" or "Vester …" is not the one that is known.
_OTHER_PLACE = frozenset("Ny Nye Nørre Sønder Vester Øster Store Lille Gammel Gamle Over Neder Sankt".split())
_STEM = re.compile(r"\W+(?:Regionsk|K)ommunes?$", re.IGNORECASE)
_KEPT_BY = re.compile(r"[\s-]+")
_DOMAIN_BEFORE = frozenset("@./ \t\n(<>:\"'")
_INFLECTED = re.compile(r"(?:s|ns|en|ens|t|ts|et|ets)?(?![\w-])")


class Known(msgspec.Struct, frozen=True):
    """A municipality or region: its code (empty where it has none yet), official name, names by themselves, domain."""

    code: str
    place: str
    name: str
    also: tuple[str, ...] = ()
    domain: str = ""

    @property
    def is_region(self) -> bool:
        """Whether it is one of the regions."""
        return self.name.startswith(_REGION)


@functools.cache
def known_authorities() -> tuple[Known, ...]:
    """All of them, by code; the region to come last."""
    lines = (line for line in _FILE.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return tuple(
        Known(code, place, name, tuple(filter(None, also.split(","))), domain)
        for code, place, name, also, domain in csv.reader(lines, delimiter=";")
    )


def known_authority(name: str) -> Known | None:
    """The authority that a name means, with or without *Kommune*, spelt as it may be (*Århus*); None for any other."""
    return _by_key().get(_key(_STEM.sub("", name)))


def official_name(name: str) -> str:
    """The official name of the authority that `name` ends in, or `name` as it stands where none is known.

    `Århus Kommune` → `Aarhus Kommune`, `Formand Jensen Odense Kommune` → `Odense Kommune`; `Ny Odense Kommune` is
    another one.
    """
    words = name.split()
    for first in range(len(words)):
        if first and words[first - 1] in _OTHER_PLACE:
            break
        known = known_authority(" ".join(words[first:]))
        if known:
            return known.name
    return name


def count_known(text: str) -> Counter[str]:
    """How often a text names what only one authority has, in words that the open grammar of names does not know.

    Its town hall, its domain, its council (`Byrådet i Odense`), itself in small or large letters (`ODENSE KOMMUNE`).
    """
    counted: Counter[str] = Counter()
    for last, (written, name) in _automaton().iter(text):
        start, end = last - len(written) + 1, last + 1
        before = text[start - 1 : start]
        if written.endswith(".dk"):
            fits = (not before or before in _DOMAIN_BEFORE) and not text[end : end + 1].isalnum()
        else:
            fits = not before.isalnum() and before != "-" and _INFLECTED.match(text, end) is not None
        counted[name] += fits
    return +counted


def hinted_by(path: str) -> str:
    """The authority with whose name a file's name or one of its folders begins (`odense-byraad-2031.pdf`), or nothing.

    The nearest to the file wins.
    """
    for part in reversed(re.split(r"[/\\]", path)):
        words = slug(part).split("-") if part else []
        for size in range(min(4, len(words)), 0, -1):
            known = _by_slug().get("-".join(words[:size]))
            if known:
                return known.name
    return ""


def _spellings(name: str) -> tuple[str, ...]:
    """A name as it is and was spelt: Aarhus, Århus; Ikast-Brande, Ikast Brande."""
    old = name.replace("Aa", "Å").replace("aa", "å")
    new = name.replace("Å", "Aa").replace("å", "aa")
    return tuple(dict.fromkeys(each for one in (name, old, new) for each in (one, one.replace("-", " "))))


def _stems(known: Known) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for name in (known.place, *known.also) for each in _spellings(name)))


def _key(name: str) -> str:
    return _KEPT_BY.sub(" ", name.strip().casefold().replace("å", "aa"))


@functools.cache
def _by_key() -> dict[str, Known]:
    return {_key(stem): known for known in known_authorities() for stem in _stems(known)}


@functools.cache
def _by_slug() -> dict[str, Known]:
    found = {slug(stem): known for known in known_authorities() for stem in _stems(known)}
    found.update((known.domain.removesuffix(".dk"), known) for known in known_authorities() if len(known.domain) > 6)
    for known in known_authorities():
        for stem in _stems(known):
            # file names drop letters that keyboards lack: koebenhavn, kobenhavn
            found.setdefault(slug(stem.replace("ø", "o").replace("Ø", "o").replace("æ", "ae").replace("å", "a")), known)
    return found


@functools.cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for known in known_authorities():
        for stem in () if known.is_region else _stems(known):
            before, after = (f"{council} {stem}" for council in _COUNCIL_OF), (f"{stem} {noun}" for noun in _AFTER)
            for written in (*before, *after, f"{stem} KOMMUNE".upper()):
                automaton.add_word(written, (written, known.name))
        if known.domain:
            automaton.add_word(known.domain, (known.domain, known.name))
    automaton.add_word("Borgerrepræsentation", ("Borgerrepræsentation", "Københavns Kommune"))
    automaton.add_word("Region Midt", ("Region Midt", "Region Midtjylland"))
    automaton.make_automaton()
    return automaton
