"""Which words are Danish, by simplemma's word list, loaded at the first question because that takes a second."""

import re
from functools import lru_cache

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
