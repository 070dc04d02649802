"""What is odd about a profile: names that two bear at once, circles of renames, what no document uses."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

import msgspec

from kg.layouts.captions import KINDS
from kg.model.record import Record
from kg.profiles.days import Name, all_names, first_day, last_day
from kg.profiles.load import line_of
from kg.profiles.profile import Agent, Body, Profile, Unit, agents_of

_Group = Unit | Body
_TABLES = {"unit": "units", "body": "bodies", "person": "people"}


class Finding(msgspec.Struct, frozen=True, order=True):
    """Something odd: the line of the file (0: none), the key of its sentence, what fills it."""

    line: int
    key: str
    values: tuple[str, ...] = ()


def conflicts(profile: Profile, text: str) -> list[Finding]:
    """What contradicts itself in a profile, with the lines of `text`, its file."""
    found = [
        *_shared_names(profile, text),
        *_successors("unit", profile.units, text),
        *_successors("body", profile.bodies, text),
        *_parties(profile, text),
        *_captions(profile, text),
    ]
    return sorted(set(found))


def _place(profile: Profile, text: str, name: Name) -> int:
    agents = [agent.name for kind, agent in agents_of(profile) if kind == name.kind]
    place = agents.index(name.agent) + 1
    return line_of(text, _TABLES[name.kind], place, "name")


def _shared_names(profile: Profile, text: str) -> Iterator[Finding]:
    """One name that means two agents on one day."""
    for name, meanings in sorted(all_names(profile).items()):
        for a, b in combinations(meanings, 2):
            if (a.kind, a.agent) != (b.kind, b.agent) and _overlap(a, b):
                yield Finding(_place(profile, text, b), "shared-name", (name, a.agent, b.agent))
    for kind, table in _TABLES.items():
        agents = [agent for each, agent in agents_of(profile) if each == kind]
        for one, (place, other) in _pairs(agents):
            if one.name == other.name and _days_meet(one.since, one.until, other.since, other.until):
                yield Finding(line_of(text, table, place, "name"), "same-name", (one.name,))


def _pairs(agents: list[Agent]) -> Iterator[tuple[Agent, tuple[int, Agent]]]:
    """Every two of them, the second with its place from 1."""
    return ((a, (place, b)) for place, b in enumerate(agents, 1) for a in agents[: place - 1])


def _overlap(a: Name, b: Name) -> bool:
    # an agent's own name gives way to the alias that has its time
    if a.own != b.own and any(each.since or each.until for each in (a, b) if not each.own):
        return False
    return _days_meet(a.since, a.until, b.since, b.until)


def _days_meet(since: str, until: str, other_since: str, other_until: str) -> bool:
    return first_day(since) <= last_day(other_until) and first_day(other_since) <= last_day(until)


def _successors(kind: str, groups: tuple[_Group, ...], text: str) -> Iterator[Finding]:
    by_name = {each.name: each for each in groups}
    for place, each in enumerate(groups, 1):
        key = "renamed" if each.renamed else "merged_into"
        line = line_of(text, _TABLES[kind], place, key)
        target = each.renamed or each.merged_into
        if each.renamed and each.merged_into:
            yield Finding(line, "both-became", (each.name, each.renamed, each.merged_into))
        if target and target not in by_name:
            yield Finding(line, "unknown-successor", (each.name, target))
        elif target and not each.until and not by_name[target].since:
            yield Finding(line, "no-day", (each.name, target))
        if target and each.name in _after(each, by_name):
            yield Finding(line, "circle", (each.name,))


def _after(group: Unit | Body, by_name: dict[str, _Group]) -> set[str]:
    """All that a unit became, one after the other."""
    seen: set[str] = set()
    name = group.renamed or group.merged_into
    while name and name not in seen:
        seen.add(name)
        following = by_name.get(name)
        name = (following.renamed or following.merged_into) if following else ""
    return seen


def _parties(profile: Profile, text: str) -> Iterator[Finding]:
    names: dict[str, set[str]] = defaultdict(set)
    for place, party in enumerate(profile.parties, 1):
        for each in filter(None, {party.letter, party.name, *party.aliases}):
            names[each].add(party.name)
            if len(names[each]) > 1:
                yield Finding(line_of(text, "parties", place, "name"), "party-twice", (each,))
    for place, person in enumerate(profile.people, 1):
        if person.party and person.party not in profile.party_names:
            yield Finding(line_of(text, "people", place, "party"), "unknown-party", (person.name, person.party))


def _captions(profile: Profile, text: str) -> Iterator[Finding]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind, captions in profile.captions.items():
        if kind not in KINDS and kind != "decision":
            yield Finding(line_of(text, "captions", 0, kind), "unknown-kind", (kind, ", ".join(sorted(KINDS))))
        for caption in captions:
            kinds[caption].add(kind)
            if caption != caption.lower():
                yield Finding(line_of(text, "captions", 0, kind), "large-letters", (caption,))
    for caption, several in sorted(kinds.items()):
        if len(several) > 1:
            kind = max(several)
            yield Finding(line_of(text, "captions", 0, kind), "two-kinds", (caption, ", ".join(sorted(several))))


def unused(profile: Profile, text: str, records: Iterable[Record]) -> list[Finding]:
    """The names, captions, numbers and signals of a profile that none of the documents has, each in its own time."""
    names = [each for meanings in all_names(profile).values() for each in meanings]
    patterns = [re.compile(pattern) for pattern in profile.case_numbers]
    signals = profile.authority.signals if profile.authority else ()
    heard: set[object] = set()
    for record in records:
        day, lower = record.meeting.date or "", record.text.lower()
        lines = {line.strip().rstrip(":") for line in lower.splitlines()}
        heard.update(each for each in names if (each.own or each.holds(day)) and _stands(each.name, lower))
        heard.update(caption for captions in profile.captions.values() for caption in captions if caption in lines)
        heard.update(pattern.pattern for pattern in patterns if pattern.search(record.text))
        heard.update(signal for signal in signals if signal in record.text)
    captions = [(kind, each) for kind, several in profile.captions.items() for each in several]
    number, signal = line_of(text, "case_numbers", 0, "case_numbers"), line_of(text, "authority", 0, "signals")
    found = [
        *((each, _place(profile, text, each), "unused-name", (each.name, each.agent)) for each in names),
        *((each, line_of(text, "captions", 0, kind), "unused-caption", (each,)) for kind, each in captions),
        *((each.pattern, number, "unused-number", (each.pattern,)) for each in patterns),
        *((each, signal, "unused-signal", (each,)) for each in signals),
    ]
    return sorted({Finding(line, key, values) for what, line, key, values in found if what not in heard})


def _stands(name: str, lower: str) -> bool:
    """Whether a name stands in a text of small letters as a word of its own; a genitive s may follow."""
    name = name.lower()
    return name in lower and re.search(rf"(?<![\w-]){re.escape(name)}(?:'?s)?(?!\w)", lower) is not None
