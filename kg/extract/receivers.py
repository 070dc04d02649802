"""Whom a recommendation is put to: "indstiller til Økonomiudvalget at anbefale over for Byrådet, at"."""

import re
from collections.abc import Sequence

from kg.model.finding import Mention

_WIDEST = 400  # characters from the beginning in which a recommendation says so
_VERB = (
    r"(?:(?:gen)?(?:indstill|anbefal|foreslå|forelægg|oversend|fremsend|videresend)(?:er|es|e|s|r)?"
    r"|indstillingen|sagen)"
)
_TO = r"(?:til|over\ for|overfor|for|via|gennem)"
_THE = r"(?:(?:den|det)\s)?"
# What may stand right before the first, and between one and the next.
_FIRST = re.compile(rf"\b{_VERB}\s(?:(?:sagen|det|forslaget|hermed|derfor)\s)?(?:{_TO}\s)?{_THE}$", re.I)
_NEXT = re.compile(
    rf"""\s*,?\s*(?:
      (?:og|samt|,)\s(?:(?:videre|derefter|herefter)\s)?(?:{_TO}\s)?
      |(?:(?:om|med\ henblik\ på|og)\s)?(?:at\s)?{_VERB}\s(?:(?:sagen|det)\s)?(?:videre\s)?(?:{_TO}\s)?
      |(?:{_TO})\s){_THE}$""",
    re.I | re.VERBOSE,
)
_BODIES = frozenset(("body", "abbreviation"))


def find_receivers(plain: str, start: int, end: int, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """The bodies that the recommendation in `plain[start:end]` is put to, in order; `named` are its agents by place.

    Nothing, where the words between do not show it.
    """
    found: list[Mention] = []
    last = min(end, start + _WIDEST)
    for mention in (each for each in named if each.kind in _BODIES and start <= each.start < last):
        before = plain[(found[-1].end if found else start) : mention.start].replace("\n", " ")
        if (_NEXT.fullmatch if found else _FIRST.search)(before):
            found.append(mention)
        elif found:
            break
    return tuple(found)
