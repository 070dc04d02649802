"""The names of a day: which unit, body or person a name means on the date of a meeting."""

import calendar
import datetime
import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from kg.profiles.profile import Agent, Person, Post, Profile, agents_of


class Name(msgspec.Struct, frozen=True, order=True):
    """One name of an agent of a profile and when it means that agent (ISO dates, empty: open).

    `own` is the agent's preferred name, which means it on every day.
    """

    name: str
    kind: str
    agent: str
    since: str = ""
    until: str = ""
    own: bool = False

    def holds(self, day: str) -> bool:
        """Whether the name means the agent on a day; on an unknown one, empty, only a name that always does."""
        if not day:
            return not (self.since or self.until)
        return first_day(self.since) <= day <= last_day(self.until)


def first_day(date: str) -> str:
    """The first day of a year, a month or a day: `2014` → `2014-01-01`; the empty string goes before every day."""
    return f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10] if date else ""


def last_day(date: str) -> str:
    """The last day of a year, a month or a day: `2014-02` → `2014-02-28`; the empty string goes after every day."""
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        return f"{date}-{calendar.monthrange(int(date[:4]), int(date[5:]))[1]}"
    return date or "9999"


def names_of(kind: str, agent: Agent) -> Iterator[Name]:
    """Every name of an agent, its own first."""
    yield Name(agent.name, kind, agent.name, own=True)
    for alias in agent.aliases:
        yield Name(alias, kind, agent.name, agent.since, agent.until)
    for post in agent.posts if isinstance(agent, Person) else ():
        if isinstance(post, Post):
            yield Name(post.title, kind, agent.name, post.since or agent.since, post.until or agent.until)
        else:
            yield Name(post, kind, agent.name, agent.since, agent.until)


def all_names(profile: Profile) -> dict[str, list[Name]]:
    """Every name of the profile's units, bodies and people, with all that it may mean, in the file's order."""
    found: dict[str, list[Name]] = defaultdict(list)
    for kind, agent in agents_of(profile):
        for name in names_of(kind, agent):
            found[name.name].append(name)
    return dict(found)


def timed_names(profile: Profile) -> dict[str, list[Name]]:
    """The names whose meaning depends on the day: they end, begin, or are several agents'."""
    return {
        name: meanings
        for name, meanings in all_names(profile).items()
        if any(each.since or each.until for each in meanings) or len({(each.kind, each.agent) for each in meanings}) > 1
    }


def of_day(profile: Profile, day: str) -> Profile:
    """The profile as it was on a day (ISO; empty where it is unknown): aliases and posts only of those who bore them.

    An agent keeps its own name on every day, for texts speak of the past too.
    """

    def names(kind: str, agent: Agent) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.name for each in names_of(kind, agent) if not each.own and each.holds(day)))

    replace = msgspec.structs.replace
    return replace(
        profile,
        units=tuple(replace(each, aliases=names("unit", each)) for each in profile.units),
        bodies=tuple(replace(each, aliases=names("body", each)) for each in profile.bodies),
        people=tuple(_person(each, frozenset(names("person", each))) for each in profile.people),
    )


def _person(person: Person, names: frozenset[str]) -> Person:
    return msgspec.structs.replace(
        person,
        aliases=tuple(each for each in person.aliases if each in names),
        posts=tuple(each for each in post_titles(person) if each in names),
    )


def post_titles(person: Person) -> tuple[str, ...]:
    """The titles of a person's posts, each once."""
    return tuple(dict.fromkeys(each.title if isinstance(each, Post) else each for each in person.posts))


def meant_on(profile: Profile, day: str) -> dict[str, Name]:
    """What each name that depends on the day means on that day; a name that two bear at once means nothing."""
    found = {}
    for name, meanings in timed_names(profile).items():
        bearers = [each for each in meanings if each.holds(day) and not each.own] or [
            each for each in meanings if each.own
        ]
        if len({(each.kind, each.agent) for each in bearers}) == 1:
            found[name] = bearers[0]
    return found


_ISO = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")


def is_date(text: str) -> bool:
    """Whether a profile's date is one: `2014`, `2014-03` or `2014-03-31`."""
    if _ISO.fullmatch(text):
        return True
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
