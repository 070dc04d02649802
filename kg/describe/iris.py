"""Identifiers of data: readable, and a function of the input alone (design: the vocabulary's table of identifiers)."""

import functools

import msgspec

from kg.danish.slug import slug
from kg.model.entity import Entity

DEFAULT_BASE = "https://w3id.org/sagsgraf/id/"
UNKNOWN = "unknown"
_PLACES = {
    "unit": "unit",
    "body": "body",
    "person": "person",
    "director": "person",
    "organisation": "organisation",
    "party": "party",
}


class Iris(msgspec.Struct, frozen=True):
    """Makes every IRI under one base, which ends in `/` or `#`."""

    base: str = DEFAULT_BASE

    def authority(self, name: str) -> str:
        """The authority itself: `{base}{slug}`; an authority that nothing names is `unknown`."""
        return f"{self.base}{authority_slug(name)}"

    def document(self, sha256: str) -> str:
        """`{base}document/{first 16 of the sha256}`."""
        return f"{self.base}document/{sha256[:16]}"

    def agent(self, entity: Entity) -> str:
        """`{authority}/unit/{slug}`, `/body/…`, `/person/…`, `/organisation/…` or `/party/…`."""
        return f"{self.authority(entity.authority)}/{_PLACES[entity.kind]}/{entity.slug}"

    def case(self, authority: str, number: str) -> str:
        """`{authority}/case/{number with - for /}`."""
        return f"{self.authority(authority)}/case/{_path(number.replace('/', '-'))}"

    def meeting(self, authority: str, body: str, date: str, place: int = 1) -> str:
        """`{authority}/meeting/{body}/{date}`, with `-{n}` from the second meeting of a body on a day."""
        return f"{self.authority(authority)}/meeting/{body}/{date}" + (f"-{place}" if place > 1 else "")


@functools.lru_cache(maxsize=4096)
def authority_slug(name: str) -> str:
    """The slug of an authority, without the word *Kommune*, which all share."""
    return slug(name.removesuffix(" Kommune").removesuffix(" kommune")) if name else UNKNOWN


def _path(text: str) -> str:
    return "".join(each if each.isalnum() or each in "-._" else "-" for each in text)
