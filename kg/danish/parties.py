"""The political parties of Denmark, by the letter of the ballot and by the names that minutes use.

What stands here is known all over the country. A letter that no party has is that of a local list; a profile may say
whose it is.
"""

import re
from collections.abc import Mapping

NATIONAL: dict[str, tuple[str, ...]] = {
    "A": ("Socialdemokratiet", "Socialdemokraterne", "Socialdemokraternes", "Soc.dem."),
    "B": ("Radikale Venstre", "Det Radikale Venstre", "De Radikale", "RV"),
    "C": ("Det Konservative Folkeparti", "Konservativt Folkeparti", "De Konservative", "Konservative", "KF"),
    "D": ("Nye Borgerlige",),
    "F": ("Socialistisk Folkeparti", "SF"),
    "I": ("Liberal Alliance", "LA"),
    "K": ("Kristendemokraterne", "KD"),
    "M": ("Moderaterne",),
    "O": ("Dansk Folkeparti", "DF"),
    "V": ("Venstre",),
    "Ø": ("Enhedslisten", "Enhedslisten - De Rød-Grønne"),
    "Å": ("Alternativet",),
    "Æ": ("Danmarksdemokraterne",),
}
"""By letter: the name that the graph prefers, then the others."""

_LABEL = {name.casefold(): names[0] for letter, names in NATIONAL.items() for name in (letter, *names)}
_LIST = re.compile(r"(?:liste|gruppe|parti)\s+(?P<letter>[a-zæøå]{1,2})$")

NAMES: tuple[str, ...] = tuple(sorted((name for names in NATIONAL.values() for name in names), key=len, reverse=True))
"""Every name of every party, the longest first."""


def party_label(name: str, local: Mapping[str, str] | None = None) -> str:
    """The preferred name of a party that minutes call `name`: "(A)", "Liste A" and "Socialdemokraterne" are one.

    `local` maps letters or names to the names of an authority's own lists, and goes first. A letter that nobody
    knows is `Liste X`; any other name stays as it is.
    """
    bare = " ".join(name.strip("() \t\r\n").split())
    named = _LIST.match(bare.casefold())
    letter = named["letter"].upper() if named else bare
    for key in (bare, letter):
        for known, label in (local or {}).items():
            if known.casefold() == key.casefold():
                return label
    label = _LABEL.get(letter.casefold(), "")
    if label or (len(letter) > 1 and not named):
        return label or bare
    return f"Liste {letter}"


def party_letter(label: str) -> str:
    """The letter of a national party by its preferred name; empty for any other."""
    return next((letter for letter, names in NATIONAL.items() if names[0] == label), "")
