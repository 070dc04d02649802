"""The shapes of Danish names of people, and the genitive of any name."""

import re
from pathlib import Path

from kg.danish.units import abbreviation_score, definite_variants, unit_key

__all__ = [
    "COMMON_FIRST_NAMES",
    "abbreviation_score",
    "definite_variants",
    "initials",
    "is_person_name",
    "strip_genitive",
    "unit_key",
]

COMMON_FIRST_NAMES: frozenset[str] = frozenset(
    Path(__file__).with_name("first_names.txt").read_text(encoding="utf-8").split()
)
"""Some 500 first names that are common in Denmark, as public statistics of names have them."""

_PARTICLES = frozenset("af al bin da de del den der di du el la le van von".split())
_TOKEN = re.compile(r"(?:[^\W\d_]['’])?[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INITIAL = re.compile(r"[^\W\d_]{1,2}\.?")
_MAX_TOKENS = 5
# Parts of words that belong to organisations, posts and headings, never to a person's name.
_NO_NAME = re.compile(
    r"kommun|center|centr[ei]|udvalg|rådet|byråd|afdeling|forvaltning|direktion|direktør|styrels|sekretariat|enhed|gruppe"
    r"|forum|forening|forbund|ministeri|nævn|region|skole|institution|chef|leder|ledelse|mester|formand|formænd|konsulent|medlem"
    r"|sekretær|sagsbehandler|projekt|møde|sager|sag$|punkt|bilag|beslutning|indstilling|referat|dagsorden|budget|økonomi"
    r"|plan$|politik$|strategi|danmark|selskab|fonden$|^aps$|service|rapport|orientering|godkend|oplæg|notat|udkast"
    r"|partiet|venstre|folkeparti|liste$|enhedslisten|socialdemokrat|konservativ|radikale|alternativet",
    re.IGNORECASE,
)
_NO_NAME_WORDS = frozenset(
    "den det de der en et i på til fra af og for om med ved ny nye nyt status mandag tirsdag onsdag torsdag fredag "
    "lørdag søndag januar februar marts juni juli september oktober november december tid sted dato lukket åben åbent "
    "afbud fraværende deltagere gæster pause frokost eventuelt evt velkomst ingen alle fast aktuelle øvrige hele "
    "dette denne dansk danske fælles social sundhed børn unge teknik miljø kultur fritid".split()
)
# Places whose own ending looks like a genitive.
_PLACES_IN_S = frozenset(
    "aarhus århus assens horsens randers stevns struers hals als mors nees kalvslunds tranekærs".split()
)
_GENITIVE_ENDING = re.compile(
    r"(?:[^\W\d_]{3,}(?:et|en|erne|ne)|[^\W\d_]*(?:kommune|region|center|centre|afdeling|forvaltning|enhed|udvalg|råd|stab"
    r"|sekretariat|forum|gruppe|skole|bestyrelse|styrelse|forening)|[^\W\d_]{2,}sen)s"
)
_ABBREVIATION = re.compile(r"([A-ZÆØÅ]{2,})s")


def is_person_name(text: str) -> bool:
    """Whether `text` has the shape of a person's full name.

    Two to five capitalised words, with particles (*von*, *de*) and initials (*S.*) inside; none of them a word
    or part of a word of organisations, posts, parties or headings. A shape only: `Frederiks Bro` has it as well.
    """
    tokens = text.split()
    if not 2 <= len(tokens) <= _MAX_TOKENS or not _is_capitalised(tokens[0]) or not _is_capitalised(tokens[-1]):
        return False
    if not all(_is_name_token(token) for token in tokens):
        return False
    return not _NO_NAME.search(text) and not any(token.lower() in _NO_NAME_WORDS for token in tokens)


def _is_capitalised(token: str) -> bool:
    return token[0].isupper() and token not in _PARTICLES


def _is_name_token(token: str) -> bool:
    if token in _PARTICLES:
        return True
    if _INITIAL.fullmatch(token):
        return token[0].isupper() and (len(token) == 1 or token.endswith(".") or token[1].islower())
    if not _TOKEN.fullmatch(token):
        return False
    return token[0].isupper() and not token.isupper()


def initials(name: str) -> tuple[str, ...]:
    """The initials by which minutes may call the person, likeliest first: all, first and last, first two.

    `Anna Bodil Carlsen` → `('ABC', 'AC', 'AB')`; `Anne-Mie Holm` → `('AMH', 'AH', 'AM')`: a hyphened name counts as
    two, then as one. A particle counts for nothing. Empty for a name of one word.
    """
    tokens = [token for token in name.replace(".", " ").split() if token.lower() not in _PARTICLES]
    if len(tokens) < 2:
        return ()
    whole = [token[0].upper() for token in tokens]
    split = [part[0].upper() for token in tokens for part in token.split("-") if part]
    forms = ["".join(split), split[0] + split[-1], split[0] + split[1], "".join(whole), whole[0] + whole[1]]
    return tuple(dict.fromkeys(forms))


def strip_genitive(name: str) -> str:
    """`name` without the genitive of its last word, where that is certain, else `name`.

    `IT-Centrets` → `IT-Centret`, `TVK's` and `TVKs` → `TVK`, `Lones` → `Lone`, `Hansens` → `Hansen`, `Jens'` → `Jens`.
    A first name that ends in s, or a place (`Horsens`), stays; so does a word whose s could be its own.
    """
    if name.endswith(("'s", "’s", "´s")):
        return name[:-2]
    if name.endswith(("'", "’")) and name[-2:-1] in "sxzSXZ":
        return name[:-1]
    last = re.split(r"[\s-]", name)[-1]
    if not last.endswith("s") or last in COMMON_FIRST_NAMES or last.lower() in _PLACES_IN_S:
        return name
    certain = (
        last[:-1] in COMMON_FIRST_NAMES or _GENITIVE_ENDING.fullmatch(last.lower()) or _ABBREVIATION.fullmatch(last)
    )
    return name[:-1] if certain else name
