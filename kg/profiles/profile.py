"""What differs between authorities, as data: names and grammars that no rule could know.

A profile is a TOML file; `docs/profiles.md` describes it. It improves what is found and is never needed. Names may have
their time: a text is read with the units, people and posts of its day (`kg/profiles/days.py`).
"""

from pathlib import Path

import msgspec

_DATED = {"since": "from", "until": "to"}


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename=_DATED):
    """An organisational unit under all its names, from the day `since` to the day `until` (ISO; empty: always).

    `renamed` is the name of the unit that it became, `merged_into` that of the unit in which it went up.
    """

    name: str
    aliases: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    renamed: str = ""
    merged_into: str = ""


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename=_DATED):
    """Something that meets and decides, under all its names; the rest as for a unit."""

    name: str
    aliases: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    renamed: str = ""
    merged_into: str = ""


class Post(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename=_DATED):
    """A title that stands for whoever holds it on the day (`Borgmesteren`)."""

    title: str
    since: str = ""
    until: str = ""


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename=_DATED):
    """Someone whose name or initials the minutes use.

    `posts` are titles that stand for the person: plain ones while the person's own dates last, others with dates of
    their own. `party` is the letter or name of one of the profile's parties.
    """

    name: str
    aliases: tuple[str, ...] = ()
    posts: tuple[str | Post, ...] = ()
    director: bool = False
    since: str = ""
    until: str = ""
    party: str = ""


class Party(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A party or local list by the letter that minutes write for it."""

    name: str
    letter: str = ""
    aliases: tuple[str, ...] = ()


class Authority(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The authority itself under all its names; `signals` are words that show that a document is its."""

    name: str
    aliases: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that one profile says. `captions` maps a section's kind to further captions (lower case)."""

    authority: Authority | None = None
    units: tuple[Unit, ...] = ()
    bodies: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    captions: dict[str, tuple[str, ...]] = {}
    case_numbers: tuple[str, ...] = ()

    @property
    def party_names(self) -> dict[str, str]:
        """The name of each of its parties by letter and by every other name."""
        return {
            each: party.name for party in self.parties for each in (party.letter, party.name, *party.aliases) if each
        }


Agent = Unit | Body | Person
NONE = Profile()


def agents_of(profile: Profile) -> tuple[tuple[str, Agent], ...]:
    """The units, bodies and people of a profile, each with the kind of its mentions, in the file's order."""
    return (
        *(("unit", each) for each in profile.units),
        *(("body", each) for each in profile.bodies),
        *(("person", each) for each in profile.people),
    )


def shipped() -> tuple[Profile, ...]:
    """The profiles that come with the package, by file name."""
    from kg.profiles.load import load

    return tuple(load(path) for path in sorted(Path(__file__).parent.glob("*.toml")))
