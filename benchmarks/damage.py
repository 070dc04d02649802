"""What scanning and careless conversion do to words."""

import re
from random import Random

_LETTERS = str.maketrans(dict.fromkeys("æøåÆØÅ", "\u00c3"))


def letter_lost(rng: Random, title: str) -> str:
    """The title with one letter missing inside its longest word."""
    longest = max(re.finditer(r"[^\W\d_]+", title), key=lambda m: len(m[0]))
    at = longest.start() + 1 + int(rng.random() * (len(longest[0]) - 2))
    return title[:at] + title[at + 1 :]


def second_byte_lost(title: str) -> str:
    """The title as UTF-8 read as another encoding whose second byte of each Danish letter then went missing."""
    return title.translate(_LETTERS)
