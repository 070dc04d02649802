"""Routine items: points that come at every meeting and collect what belongs to no case of its own."""

import functools
import re

from rapidfuzz import fuzz

_ROUTINE = (
    "økonomiopfølgning", "øvrige sager", "øvrige punkter", "huskeliste", "eventuelt", "meddelelser", "orientering",
    "orienteringer", "lukket", "lukkede punkter", "lukket punkt", "siden sidst", "godkendelse af dagsorden",
    "godkendelse af referat", "bordet rundt", "mødekalender", "kommende møder", "kommende sager", "aktuelle sager",
    "gensidig orientering", "nyt fra direktionen", "opfølgning", "opfølgningsliste", "budgetopfølgning",
    "orientering fra formanden", "orientering fra direktøren", "meddelelser og orientering", "aktionsliste",
    "sagsoversigt", "personalesager", "diverse", "opgaveliste", "orienteringspunkter", "orientering om sager",
    "godkendelse af dagsordenen", "referat fra sidste møde", "status og opfølgning", "underskriftsside",
)  # fmt: skip
_DATES = re.compile(
    r"\b\d+\. (?:halvår|kvartal)\b|\b\d[\d./-]*\b"
    r"|\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b",
    re.I,
)
_ALIKE = 84


@functools.lru_cache(maxsize=65_536)
def bare(title: str) -> str:
    """A title without dates and signs, in lower case: what is the same from meeting to meeting."""
    return " ".join(re.sub(r"[^\w\s]", " ", _DATES.sub(" ", title)).casefold().split())


@functools.lru_cache(maxsize=65_536)
def routine(title: str) -> str:
    """The routine that a title names ("Økonomiopfølgning 3-4-2030"), also a damaged one; empty for any other matter."""
    plain = bare(title)
    if plain in _ROUTINE:
        return plain
    if len(plain) > 9:
        for each in _ROUTINE:
            if abs(len(each) - len(plain)) < 5 and fuzz.ratio(each, plain) >= _ALIKE:
                return each
    return ""
