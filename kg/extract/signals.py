"""The words of a theme scheme, and where a text has them: at the heads of words, at their tails, inside compounds."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

import ahocorasick
import msgspec

from kg.danish.words import compound_tail, stem

_SHORT = 3
_SHORTEST_STEM = 6
_SHORTEST_TAIL = 6
_LONGEST_WORD = 60
_INFLECTION = re.compile(r"\w{0,4}(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
_ONE_WORD = re.compile(r"[^\W\d_]+")


class Scheme(msgspec.Struct, frozen=True, cache_hash=True):
    """The words of a theme scheme: (notation, word, strong). A word matches at the head of a word; with `-` before it,
    at the tail.

    `numbers` are pairs (number of a subject index, notation): a case number that begins with it is about that theme.
    """

    words: tuple[tuple[str, str, bool], ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()


class Hit(NamedTuple):
    """A word of the scheme in a text, from where to where, with what it may mean: (notation, strong)."""

    start: int
    end: int
    meanings: tuple[tuple[str, bool], ...]
    word: str = ""
    rule: str = "theme-words"


class _Words(msgspec.Struct, frozen=True):
    """What the letters of a word may mean, at the head of a longer word or at its tail."""

    word: str
    length: int
    head: tuple[tuple[str, bool], ...]
    tail: tuple[tuple[str, bool], ...]


@functools.cache
def _automaton(scheme: Scheme) -> ahocorasick.Automaton:
    heads: dict[str, dict[tuple[str, bool], None]] = defaultdict(dict)
    tails: dict[str, dict[tuple[str, bool], None]] = defaultdict(dict)
    for notation, word, strong in scheme.words:
        (tails if word.startswith("-") else heads)[word.lstrip("-").lower()][notation, strong] = None
    for word in [each for each in heads if _ONE_WORD.fullmatch(each)]:
        shorter = stem(word)
        if len(shorter) >= _SHORTEST_STEM and word != shorter and word.startswith(shorter):
            heads[shorter].update(heads.pop(word))
    automaton = ahocorasick.Automaton()
    for word in sorted({*heads, *tails} - {""}):
        automaton.add_word(word, _Words(word, len(word), tuple(heads.get(word, ())), tuple(tails.get(word, ()))))
    automaton.make_automaton()
    return automaton


def find_hits(lower: str, scheme: Scheme) -> list[Hit]:
    """The scheme's words in a text of small letters, by where they end; of those that begin at one place the longest,
    which says most precisely what is meant.
    """
    found: dict[int, Hit] = {}
    for last, words in _automaton(scheme).iter(lower):
        start, end = last - words.length + 1, last + 1
        if start == 0 or not lower[start - 1].isalnum():
            if words.head and (words.length > _SHORT or not lower[end : end + 1].isalnum()):
                found[start] = Hit(start, end, words.head, words.word)
        elif words.tail and _INFLECTION.match(lower, end):
            found[start] = Hit(start, end, words.tail, words.word)
    return sorted(found.values(), key=itemgetter(1))


def find_compounds(lower: str, start: int, end: int, scheme: Scheme) -> Iterator[Hit]:
    """The scheme's strong words inside the compounds of a stretch: a long one at the tail (`hovedbiblioteket`), a short
    one at the head of a word whose tail is one that compounds are made with (`busordningen`).
    """
    for word in _WORD.finditer(lower, start, end):
        for hit in _inside(word[0], scheme):
            yield hit._replace(start=word.start() + hit.start, end=word.start() + hit.end)


@functools.lru_cache(maxsize=65536)
def _inside(word: str, scheme: Scheme) -> tuple[Hit, ...]:
    if not _SHORTEST_TAIL < len(word) <= _LONGEST_WORD:
        return ()
    found = []
    for last, words in _automaton(scheme).iter(word):
        start, end = last - words.length + 1, last + 1
        strong = tuple(meaning for meaning in words.head if meaning[1])
        at_tail = start >= _SHORT and words.length >= _SHORTEST_TAIL and not words.tail and _INFLECTION.match(word, end)
        at_head = start == 0 and words.length <= _SHORT and compound_tail(word[end:])
        if strong and (at_tail or at_head):
            found.append(Hit(start, end, strong, words.word, "theme-compound"))
    return tuple(found)


# Where the number says no more than a main group in general, or the authority's own government, anything may be filed.
_SUBJECT = re.compile(r"(\d\d\.\d\d\.\d\d)-(?:[A-ZÆØÅ]\d\d-)?\d")
_GENERAL = re.compile(r"00\.\d\d\.\d\d|\d\d\.00\.00")


def subject_of(case: str, scheme: Scheme) -> Iterator[tuple[str, bool]]:
    """What the subject number at the head of a case number means, by the longest number known: (notation, certain).

    Source: how SBSYS numbers cases, `01.02.03-P00-1-14`: subject, kind, serial, year.
    """
    found = _SUBJECT.match(case)
    subject = number = found[1] if found else ""
    while number and number not in _numbers(scheme):
        number = number.rpartition(".")[0]
    for notation in _numbers(scheme).get(number, ()):
        yield notation, number == subject or not _GENERAL.fullmatch(subject)


@functools.cache
def _numbers(scheme: Scheme) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for number, notation in scheme.numbers:
        found[number] = (*found.get(number, ()), notation)
    return found
