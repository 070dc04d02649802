"""Names that the profile knows."""

import functools
import re
from collections.abc import Iterator

import ahocorasick

from kg.extract.reading import Reading
from kg.model.finding import Mention
from kg.profiles.days import post_titles
from kg.profiles.profile import Body, Person, Unit

# A first name alone means the person where it is the subject of a verb, or stands beside another that is.
_ACTS = re.compile(
    r"""(?:\ og\ [A-ZÆØÅ][a-zæøå]+)?\ (?:[a-zæøå]+(?:er|de|te)|er|var|blev|har|skal|vil|går|står|gør|får|tog|bad|gav
      |skrev|holdt|bør|kan|ser|så)\b""",
    re.VERBOSE,
)


# … or where shares are dealt out: "netværk 1-3 Lars, 4-5 Jørgen".
_LISTED = re.compile(r"(?:\d|:|–) $")


@functools.cache
def _names(
    units: tuple[Unit, ...], bodies: tuple[Body, ...], people: tuple[Person, ...]
) -> ahocorasick.Automaton | None:
    """Names that mean their agent wherever they stand. First names and initials do so only in some places: other rules
    find those.
    """
    names: dict[str, str] = {}
    named: tuple[tuple[str, tuple[Unit | Body | Person, ...]], ...] = (
        ("unit", units),
        ("body", bodies),
        ("person", people),
    )
    for kind, agents in named:
        for agent in agents:
            posts = post_titles(agent) if isinstance(agent, Person) else ()
            for name in (agent.name, *agent.aliases, *posts):
                bare = kind == "person" and " " not in name and name not in posts
                if not (bare and name.isupper()):
                    names[name] = "first-name" if bare else kind
    if not names:
        return None
    automaton = ahocorasick.Automaton()
    for name, kind in names.items():
        automaton.add_word(name, (name, kind))
    automaton.make_automaton()
    return automaton


def find_known(reading: Reading) -> Iterator[Mention]:
    """Every name of the profile's units, bodies and people in open items, at word borders; a genitive s may follow."""
    profile = reading.profile
    automaton = _names(profile.units, profile.bodies, profile.people)
    if automaton is None:
        return
    plain = reading.plain
    for last, (name, kind) in automaton.iter(plain):
        start, end = last - len(name) + 1, last + 1
        before, after = plain[start - 1 : start], plain[end : end + 1]
        if (
            before.isalnum()
            or before in {"-", "@"}
            or (after.isalnum() and not (after == "s" and not plain[end + 1 : end + 2].isalnum()))
        ):
            continue
        item = reading.item_at(start)
        if item < 0 or (
            kind == "first-name" and not _ACTS.match(plain, end) and not _LISTED.search(plain[start - 4 : start])
        ):
            continue
        if kind == "first-name":
            yield Mention(item, "person", name, start, end, "first-name-acting")
        else:
            yield Mention(item, kind, name, start, end, "profile-name")
