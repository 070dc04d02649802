"""One thing said in both of the project's languages."""

import msgspec


class Said(msgspec.Struct, frozen=True, order=True):
    """The same words in Danish and in English."""

    da: str
    en: str
