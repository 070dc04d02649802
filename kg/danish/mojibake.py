"""Letters that a wrong decoding broke: `Ã¦` for `æ`, and `Ã` alone where the second byte is lost."""

import itertools
import re

from kg.danish.names import COMMON_FIRST_NAMES
from kg.danish.words import is_compound, is_listed

_SIGNS = ("Ã", "Â", "â€", "\ufffd")
_LOST = r"(?:Ã[?\ufffd]?|\ufffd{1,2})"
_BROKEN_WORD = re.compile(rf"[^\W\d_Ã]*(?:{_LOST}[^\W\d_Ã]*)+")
_LOST_LETTER = re.compile(_LOST)
# The pairs that ftfy leaves alone because they might be meant (`Ã¥`); in Danish text they never are.
_PAIRS = {letter.encode().decode(encoding): letter for letter in "æøåÆØÅéÉöÖäÄüÜ" for encoding in ("latin-1", "cp1252")}
_PAIR = re.compile("|".join(map(re.escape, _PAIRS)))
_DANISH, _FOREIGN = "æøå", "éöäü"
_MOST_LOST = 3  # more lost letters in one word than this are not guessed


def has_marks(value: str) -> bool:
    """Whether `value` has a sign of wrongly decoded text."""
    return any(sign in value for sign in _SIGNS)


def repair(value: str) -> tuple[str, bool]:
    """`value` with broken letters repaired, and whether all of them surely are.

    Whole pairs (`Ã¦`) are decoded again; what ftfy knows besides (`â€œ`) only after that, since it would make `à` of a
    lost letter before a space. A lone `Ã` becomes the one letter of `æøå` (else of `éöäü`) that
    makes its word (with its capital) a first name, else a listed Danish word, else a compound of two; where none or
    several do, the word stays as it is and the answer is False. A lost first letter is a capital at the beginning of
    `value` and in words in capitals.
    """
    if not has_marks(value):
        return value, True
    fixed = _PAIR.sub(lambda pair: _PAIRS[pair[0]], value)
    mended = _BROKEN_WORD.sub(_mend, fixed)
    if any(sign in mended for sign in _SIGNS[1:3]):
        from ftfy import fix_encoding

        mended = fix_encoding(mended)
    return mended, not has_marks(mended)


def _mend(match: re.Match[str]) -> str:
    word = match[0]
    pieces = _LOST_LETTER.split(word)
    if len(pieces) - 1 > _MOST_LOST:
        return word
    for letters in (_DANISH, _FOREIGN):
        candidates = [
            "".join(_laced(pieces, filling)) for filling in itertools.product(letters, repeat=len(pieces) - 1)
        ]
        for known in (_is_name, is_listed, is_compound):
            good = [candidate for candidate in candidates if known(candidate)]
            if len(good) == 1:
                return _cased(good[0], word, at_start=match.start() == 0)
            if good:
                return word
    return word


def _laced(pieces: list[str], filling: tuple[str, ...]) -> list[str]:
    return [pieces[0], *(part for pair in zip(filling, pieces[1:], strict=True) for part in pair)]


def _is_name(word: str) -> bool:
    return word in COMMON_FIRST_NAMES


def _cased(mended: str, broken: str, *, at_start: bool) -> str:
    """`mended` with the case of the letters that were lost: capitals among capitals, or first of the value."""
    rest = "".join(_LOST_LETTER.split(broken))
    if len(rest) > 1 and rest.isupper():
        return mended.upper()
    if at_start and _LOST_LETTER.match(broken):
        return mended[0].upper() + mended[1:]
    return mended
