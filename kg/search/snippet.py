"""Where in an item's text the words of a question stand, and the passage that shows most of them."""

import re
import unicodedata
from itertools import islice

import msgspec

from kg.search.question import Part
from kg.search.words import word_terms

_WIDTH = 240  # characters of a passage, at most
_BEFORE = 60  # characters of it before the first word that was found, at most
# A word with its accents, where they are characters of their own.
_ANY = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_WORD = re.compile(_ANY)
_Mark = tuple[int, int, int]  # start and end of what was found, and the number of the part that it answers
_NONE, _OPENS = -1, -2  # a word that answers no part, and one that may be the first of several that do


class Snippet(msgspec.Struct, frozen=True):
    """`start` and `end` are offsets into the text, `marks` those of the words that were found, from `start` on."""

    start: int
    end: int
    marks: tuple[tuple[int, int], ...] = ()


class Asked:
    """What a question asks for, to be found in many texts: few words make up most of them, so each is judged once."""

    def __init__(self, parts: tuple[Part, ...]) -> None:
        """The parts of the question; those of several words are found where these stand side by side."""
        self._single = {part.terms[0]: number for number, part in enumerate(parts) if len(part.terms) == 1}
        self._beginnings = [(part.beginning, number) for number, part in enumerate(parts) if part.beginning]
        self._phrases = [(part.terms, number) for number, part in enumerate(parts) if len(part.terms) > 1]
        self._openings = {terms[0] for terms, _ in self._phrases}
        self._known: dict[str, int] = {}
        first = {each[0] for each in (*self._single, *self._openings, *(each for each, _ in self._beginnings))}
        self._candidate = _beginning_with(first)

    def marks(self, text: str) -> list[_Mark]:
        """The places of the question's parts in a text, in its order; none begins before the one before it ends."""
        marks: list[_Mark] = []
        for word in self._candidate.finditer(text):
            known = self._known.get(word[0])
            if known is None:
                known = self._known[word[0]] = self._which(word[0])
            if known != _NONE and (not marks or marks[-1][1] <= word.start()):
                end, which = self._phrase(text, word) if known == _OPENS else (word.end(), known)
                if which != _NONE:
                    marks.append((word.start(), end, which))
        return marks

    def _which(self, word: str) -> int:
        """The part that a word answers or may be the first word of."""
        return _OPENS if self._openings.intersection(word_terms(word)) else self._alone(word)

    def _alone(self, word: str) -> int:
        for term in word_terms(word):
            begun = (number for beginning, number in self._beginnings if term.startswith(beginning))
            which = self._single.get(term, next(begun, _NONE))
            if which != _NONE:
                return which
        return _NONE

    def _phrase(self, text: str, first: re.Match[str]) -> tuple[int, int]:
        """Where which phrase ends that begins with a word; if none does, the same of the word alone."""
        for terms, number in self._phrases:
            here = list(islice(_WORD.finditer(text, first.start()), len(terms)))
            if terms == tuple(term for word in here for term in word_terms(word[0])):
                return here[-1].end(), number
        return first.end(), self._alone(first[0])


def _beginning_with(letters: set[str]) -> re.Pattern[str]:
    """Finds the words that begin with one of `letters`, however it is written: most words need no closer look."""
    cases = {case for letter in letters for case in (letter, letter.upper())}
    first = "".join(sorted({each for case in cases for each in (case[0], unicodedata.normalize("NFD", case)[0])}))
    here = f"(?=[{re.escape(first)}])" if first else "(?!)"
    return re.compile(rf"(?<![^\W_])(?<![\u0300-\u036f]){here}{_ANY}")


def cut(text: str, asked: Asked) -> Snippet:
    """The passage of `text` with most of what is asked for; its beginning where there is none of it.

    The first line, which has the title, counts only where no other has a word.
    """
    found = asked.marks(text)
    heading = text.find("\n") + 1
    marks = [each for each in found if each[0] >= heading] or found
    start = _begin(text, _best(text, marks)[0] if marks else heading)
    end = _end(text, start)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    inside = tuple((max(low, start) - start, min(high, end) - start) for low, high, _ in found if start <= low < end)
    return Snippet(start, end, inside)


def _best(text: str, marks: list[_Mark]) -> _Mark:
    """The word at which the passage begins that has most of the parts; of equals, in fewest lines; then the first."""
    best, most = marks[0], (0, 0)
    last, reach = 0, _WIDTH - _BEFORE
    for number, mark in enumerate(marks):
        while last < len(marks) and marks[last][1] <= mark[0] + reach:
            last += 1
        here = len({which for _, _, which in marks[number:last]}), -text.count("\n", mark[0], mark[0] + reach)
        if here > most:
            best, most = mark, here
    return best


def _begin(text: str, at: int) -> int:
    """Where a passage begins that shows what stands at `at`: with the line, or else some words before."""
    earliest = max(0, at - _BEFORE)
    line = text.rfind("\n", earliest, at)
    if line >= 0 or earliest == 0:
        return line + 1
    word = next((place for place in range(earliest, at) if text[place].isspace()), earliest)
    return word if word > earliest or not text[earliest - 1].isspace() else earliest


def _end(text: str, start: int) -> int:
    """Where it ends: with the text, or else before a word that would be cut, unless that is all there is."""
    end = start + _WIDTH
    if end >= len(text):
        return len(text)
    return next((place for place in range(end, start + _WIDTH // 2, -1) if text[place].isspace()), end)
