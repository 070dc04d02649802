"""What a person typed, to what is asked for: there is no text that cannot be read."""

from collections.abc import Iterator

import msgspec

from kg.search.words import asked_words, terms

_LONGEST = 4_000  # characters that are read of a question
_MOST = 24  # words of a question that are asked for
_QUOTES = str.maketrans(dict.fromkeys("„“”«»″", '"'))


class Part(msgspec.Struct, frozen=True):
    """One thing asked for: a word, or several that stand side by side.

    `at` counts the words before it in the question. Words that begin with `beginning` are found too, unless it is "".
    What is a `number` says nothing in pieces.
    """

    terms: tuple[str, ...]
    at: int
    beginning: str = ""
    number: bool = False


def read_question(words: str) -> tuple[Part, ...]:
    """The parts of a question, each once; nothing for one without a word.

    Words between quotation marks are one part, and so is a number with something in it, such as `22/10457`. Words that
    every text has are left out where there are others.
    """
    found: list[tuple[Part, bool]] = []
    place = 0
    for text, quoted in _pieces(words[:_LONGEST].translate(_QUOTES)):
        for part, common in _parts(text, place, quoted):
            found.append((part, common))
            place = part.at + len(part.terms)
    telling = [part for part, common in found if not common] or [part for part, _ in found]
    first: dict[tuple[str, ...], Part] = {}
    for part in telling:
        first.setdefault(part.terms, part)
    return tuple(first.values())[:_MOST]


def _pieces(words: str) -> Iterator[tuple[str, bool]]:
    """Words, and what stands in quotation marks (true); where one has no second, it counts for nothing."""
    pieces = words.split('"')
    for number, piece in enumerate(pieces):
        quoted = number % 2 == 1 and number < len(pieces) - 1
        for text in [piece] if quoted else piece.split():
            yield text, quoted


def _parts(text: str, place: int, quoted: bool) -> Iterator[tuple[Part, bool]]:  # noqa: FBT001 - as it comes
    """The parts of a piece, and whether each is a word that says little."""
    together = tuple(terms(text))
    if len(together) > 1 and (quoted or any(each.isdigit() for each in text)):
        yield Part(together, place, number=not quoted), False
        return
    for number, word in enumerate(asked_words(text)):
        yield Part((word.term,), place + number, word.beginning), word.common


__all__ = ["Part", "read_question"]
