"""What the corpus taught about names, given back to each document whose words use them.

A unit with an ordinary name ("Natur og Vand") shows itself as one in some document only, where it recommends or stands
in a column of units; a director's first name means the director in every document. A document in which such a name
stands unrecognised is extracted once more, knowing it.
"""

import re
from collections.abc import Iterable

import msgspec

from kg.danish.names import COMMON_FIRST_NAMES
from kg.model.record import Record
from kg.profiles import Profile
from kg.profiles.profile import Person, Unit
from kg.resolve import Hearing

_SURE_OF_UNIT = {"recommendation-subject": 1, "unit-column-only": 2, "unit-subject": 1}
_WORDS = re.compile(r"[A-ZÆØÅ][\wæøåÆØÅ-]+")


def learn(hearing: Hearing) -> Profile:
    """The units that only their place gave away, and who attends meetings, by first name where it is one person's."""
    units = sorted(
        name
        for (kind, name), rules in hearing.names.items()
        if kind == "unit"
        and any(rules[rule] >= least for rule, least in _SURE_OF_UNIT.items())
        and (" " in name or "-" in name or len(name) > 7)
    )
    by_first: dict[str, list[str]] = {}
    for name in sorted(hearing.roster):
        by_first.setdefault(name.split()[0], []).append(name)
    people = [
        Person(max(names, key=len), (first,))
        for first, names in sorted(by_first.items())
        if _one(names) and first in COMMON_FIRST_NAMES
    ]
    by_name = {person.name for person in people}
    people += [Person(name, ()) for name in sorted(hearing.roster) if " " in name and name not in by_name]
    return Profile(units=tuple(Unit(name) for name in units), people=tuple(people))


def _one(names: list[str]) -> bool:
    longest = max(names, key=len).split()
    return all(set(name.split()) <= set(longest) for name in names)


def used_in(record: Record, learned: Profile) -> Profile:
    """The part of what was learned that stands in a document's text."""
    text = record.text
    words = set(_WORDS.findall(text))
    units = tuple(unit for unit in learned.units if unit.name.split()[0] in words and unit.name in text)
    people = tuple(
        person
        for person in learned.people
        if person.name.split()[0] in words and (person.aliases or person.name in text)
    )
    return Profile(units=units, people=people)


def extended(profile: Profile, learned: Profile) -> Profile:
    """A profile with what was learned besides."""
    known = {unit.name for unit in profile.units} | {alias for unit in profile.units for alias in unit.aliases}
    people = {alias for person in profile.people for alias in (person.name, *person.aliases)}
    first_names = {
        person.name: tuple(each for each in person.aliases if each not in people) for person in learned.people
    }
    return msgspec.structs.replace(
        profile,
        units=(*profile.units, *(unit for unit in learned.units if unit.name not in known)),
        people=(
            *(_with(person, first_names.get(person.name, ())) for person in profile.people),
            *(person for person in learned.people if not people & {person.name, *person.aliases}),
        ),
    )


def _with(person: Person, aliases: tuple[str, ...]) -> Person:
    """A profile's person with the names that the documents taught besides."""
    return msgspec.structs.replace(person, aliases=(*person.aliases, *aliases)) if aliases else person


def is_empty(profiles: Iterable[Profile]) -> bool:
    """Whether nothing was learned."""
    return all(not profile.units and not profile.people for profile in profiles)
