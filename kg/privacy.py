"""Source to Source: personal data masked length for length, so that every offset still holds.

Minutes are public, but now and then a CPR number or somebody's private telephone stands in them. What is masked here is
in no record, graph, export or index; `--keep-personal-data` keeps it for those who may have it.
"""

import re
from collections.abc import Iterator

import msgspec

from kg.model.source import Source

MASK = "\u2588"
# DDMMYY-XXXX. Modulus 11 proves nothing since 2007 (CPR-kontoret), so it clears no hit.
_CPR = re.compile(r"(?<![\d/.-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d(?:[ \u2010-\u2013-]?\d{4})(?![\d/-])")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?i)\b(?:tlf|telefon(?:nr|nummer)?|mobil(?:nr|nummer)?|tel|direkte)\b[.:]*[ \t]*"
    r"((?:\+45[ ]?)?(?:\d[ ]?){7}\d)(?!\d)"
)


def mask(source: Source) -> Source:
    """`source` with CPR numbers, e-mail addresses and telephone numbers replaced by U+2588, character for character.

    The pages on which some stand are hidden.
    """
    text = masked(source.text)
    aside = tuple(masked(words) for words in source.aside)
    if (text, aside) == (source.text, source.aside):
        return source
    changed = {page for start, end in _ranges(source.text, text) for page in source.pages_in(start, end)}
    changed |= {page for page, words in enumerate(source.aside, 1) if aside[page - 1] != words}
    return msgspec.structs.replace(source, text=text, aside=aside, hidden=tuple(sorted({*source.hidden, *changed})))


def _ranges(before: str, after: str) -> Iterator[tuple[int, int]]:
    """Where a masked text differs."""
    if before != after:
        for found in re.finditer(f"{MASK}+", after):
            if before[found.start() : found.end()] != found[0]:
                yield found.span()


def masked(text: str) -> str:
    """`text` with what is personal replaced by U+2588, character for character."""
    if any(char.isdigit() for char in text):
        text = _CPR.sub(lambda found: MASK * len(found[0]), text)
        text = _PHONE.sub(lambda found: found[0][: found.start(1) - found.start()] + MASK * len(found[1]), text)
    if "@" in text:
        text = _EMAIL.sub(lambda found: MASK * len(found[0]), text)
    return text
