"""Which words are Danish, what is left of one without its inflection, and what its parts are.

simplemma's word list is loaded at the first question, because that takes a second; stems and compounds need no list.
"""

import re
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_PART = 3
_LONGEST_WORD = 60
_LINKS = ("", "s", "e")


@lru_cache(maxsize=65536)
def is_listed(word: str) -> bool:
    """Whether the word list has `word` as it stands, in any case."""
    from simplemma import is_known

    lower = word.lower()
    return bool(word) and (bool(is_known(lower, lang="da")) or (word != lower and bool(is_known(word, lang="da"))))


@lru_cache(maxsize=65536)
def is_compound(word: str) -> bool:
    """Whether `word` is two listed words of three letters or more, with nothing, `s` or `e` between them."""
    lower = word.lower() if len(word) <= _LONGEST_WORD else ""
    for border in range(_SHORTEST_PART, len(lower) - _SHORTEST_PART + 1):
        heads = (lower[:border].removesuffix(link) for link in _LINKS)
        if is_listed(lower[border:]) and any(len(head) >= _SHORTEST_PART and is_listed(head) for head in heads):
            return True
    return False


def is_danish_word(word: str) -> bool:
    """Whether `word` (letters only) is listed or a compound of two listed words: `væksthusaftale`. Case is ignored."""
    return is_listed(word) or is_compound(word)


def better_spelling(a: str, b: str) -> str:
    """The better of two spellings of one title: fewer words that are no Danish words, else the longer, else `a`.

    Words that both have are not judged, so a name or abbreviation that no list knows does no harm.
    """
    words_a, words_b = set(_WORD.findall(a.lower())), set(_WORD.findall(b.lower()))
    wrong_a = sum(not is_danish_word(word) for word in words_a - words_b)
    wrong_b = sum(not is_danish_word(word) for word in words_b - words_a)
    if wrong_a != wrong_b:
        return a if wrong_a < wrong_b else b
    return b if len(b) > len(a) else a


# Nouns that Danish minutes make compounds with, as their second part: what is done with the first, or about it.
_TAILS = frozenset(
    "aftale analyse anlæg anmodning ansøgning beregning betaling bevilling budget budgettet center central drift "
    "evaluering fordeling forhandling forsikring forslag forsøg forvaltning fremskrivning funktion fusion gebyr gruppe "
    "håndtering indsats indtægt kampagne kontor kontrakt koordinering kort kultur kvalitet linje løft løsning model "
    "møde niveau notat område omlægning opgave ordning orientering overenskomst plan planlægning politik princip "
    "procedure process projekt pulje ramme rapport redegørelse refusion regler regulativ regulering renovering sag "
    "samarbejde service skema spor stigning strategi struktur styring støtte sum system takst tilbud tillæg tilskud "
    "trafik udbud udgift udvalg udvidelse udvikling undersøgelse vedligeholdelse vejledning vurdering".split()
)
_ENDINGS = ("ernes", "erne", "enes", "ene", "ets", "ens", "ers", "en", "et", "er", "e", "r", "n", "t", "s", "")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A Danish word of small letters without its inflection, as Snowball's rules have it: `huslejerne` → `huslej`."""
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("danish")


@lru_cache(maxsize=65536)
def compound_tail(rest: str) -> bool:
    """Whether what is left of a word after its first part is a noun that compounds are made with, in any inflection."""
    parts = {rest[link:] for link in (0, 1) if link == 0 or rest[:1] in "se"}
    return any(part.removesuffix(ending) in _TAILS for part in parts for ending in _ENDINGS)
