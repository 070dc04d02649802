"""All names of the corpus to agents: every name in exactly one, every merge with a reason."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.danish.parties import party_label, party_letter
from kg.danish.slug import slug
from kg.danish.units import unit_key
from kg.model.entity import Entity, Name, Reason, Resolution
from kg.profiles import NONE, Profile
from kg.profiles.profile import Body, Person, Unit
from kg.resolve.abbreviations import join_abbreviations
from kg.resolve.clusters import Clusters, Key
from kg.resolve.hearing import Hearing
from kg.resolve.people import join_people
from kg.resolve.verdicts import Verdicts

_COUNCILS = ("byråd", "kommunalbestyrelse", "regionsråd")
_WITH_PLACE = 2  # words: the place, the council
_ORDER = {"unit": 0, "body": 1, "director": 2, "person": 3, "organisation": 4, "party": 5, "abbreviation": 6}


def resolve(hearings: Iterable[Hearing], profiles: dict[str, Profile], verdicts: Verdicts) -> Resolution:
    """The agents behind all names heard; `profiles` by name of authority.

    The same names give the same agents whatever the order in which they were heard.
    """
    entities: list[Entity] = []
    of: dict[Name, int] = {}
    for hearing in sorted(hearings, key=lambda each: each.authority):
        for entity, keys in _of_authority(hearing, profiles.get(hearing.authority, NONE), verdicts):
            for kind, name in keys:
                of[Name(hearing.authority, kind, name)] = len(entities)
            entities.append(entity)
    return Resolution(tuple(entities), of)


def _of_authority(hearing: Hearing, profile: Profile, verdicts: Verdicts) -> list[tuple[Entity, list[Key]]]:
    clusters = Clusters(verdicts)
    agents = _heard_of(hearing, profile)
    _join_verdicts([*sorted(hearing.names), *agents], clusters, verdicts)
    known = _from_profile(agents, hearing, clusters)
    for kind in ("unit", "body"):
        _join_spellings(kind, hearing, clusters)
    join_people(hearing, clusters)
    _join_kinds(hearing, clusters)
    _join_councils(hearing, clusters)
    _join_administration(hearing, clusters)
    known |= _join_parties(hearing, clusters, getattr(profile, "party_names", {}))
    alone = join_abbreviations(hearing, clusters)
    for name in alone:
        clusters.add(("abbreviation", name))
    return _entities(hearing, clusters, known, alone)


_Agents = dict[Key, tuple[Unit | Body | Person, list[Key]]]


def _heard_of(hearing: Hearing, profile: Profile) -> _Agents:
    """The profile's agents of which some name was heard: by preferred name, with the names heard."""
    named: tuple[tuple[str, tuple[Unit | Body | Person, ...]], ...] = (
        ("unit", profile.units),
        ("body", profile.bodies),
        ("person", profile.people),
    )
    found: _Agents = {}
    for kind, agents in named:
        for agent in agents:
            names = (agent.name, *agent.aliases, *(agent.posts if isinstance(agent, Person) else ()))
            heard = [(each, name) for name in names for each in (kind, "abbreviation") if (each, name) in hearing.names]
            if heard:
                found[kind, agent.name] = agent, heard
    return found


def _from_profile(agents: _Agents, hearing: Hearing, clusters: Clusters) -> dict[Key, str]:
    """Join what the profile says is one; returns the preferred name for each name that it prefers."""
    for anchor, (agent, heard) in agents.items():
        clusters.add(anchor)
        if isinstance(agent, Person) and agent.director:
            hearing.board.add(agent.name)
        for key in heard:
            if key != anchor:
                clusters.join(key, anchor, Reason(key[1], agent.name, "profile", 1.0))
    return {anchor: anchor[1] for anchor in agents}


def _join_spellings(kind: str, hearing: Hearing, clusters: Clusters) -> None:
    """Inflections, hyphens and case of one name: IT-Centret, IT-Centeret, IT-Centrets."""
    groups: dict[str, list[str]] = defaultdict(list)
    for each, name in sorted(hearing.names):
        if each == kind:
            groups[unit_key(name)].append(name)
    for key in [key for key in groups if key.endswith("s") and key[:-1] in groups]:
        groups[key[:-1]] += groups.pop(key)
    for names in groups.values():
        longest = max(names, key=lambda name: (len(name), name))
        for name in names:
            clusters.add((kind, name))
            if name != longest:
                clusters.join((kind, name), (kind, longest), Reason(name, longest, "same-word", 0.98))


def _join_verdicts(keys: Iterable[Key], clusters: Clusters, verdicts: Verdicts) -> None:
    """Join what a person said is the same: before anything else, so that nothing stands in its way."""
    by_name: dict[str, dict[Key, None]] = defaultdict(dict)
    for key in keys:
        by_name[key[1].casefold()][key] = None
    for a, b in sorted(verdicts.same):
        for one in by_name.get(a, ()):
            for other in by_name.get(b, ()):
                clusters.join(one, other, Reason(one[1], other[1], "verdict", 1.0))


def _join_administration(hearing: Hearing, clusters: Clusters) -> None:
    """*Administrationen* and *Forvaltningen* are the same where no unit is named: all that works for the council."""
    names = sorted(name for kind, name in hearing.names if kind == "organisation")
    for name in names:
        clusters.add(("organisation", name))
        if name != names[0]:
            clusters.join(
                ("organisation", name), ("organisation", names[0]), Reason(name, names[0], "administration", 0.9)
            )


def _join_parties(hearing: Hearing, clusters: Clusters, local: Mapping[str, str]) -> dict[Key, str]:
    """A party's letter and its names: "(A)", "Liste A", "Socialdemokraterne". `local` names an authority's lists."""
    preferred: dict[Key, str] = {}
    for kind, name in sorted(hearing.names):
        if kind == "party":
            label = party_label(name, local)
            anchor = ("party", label)
            preferred[anchor] = label
            for each in dict.fromkeys((label, name, party_letter(label) or name)):
                clusters.add(("party", each))
                if each != label:
                    clusters.join(("party", each), anchor, Reason(each, label, "same-party", 1.0))
    return preferred


def _join_kinds(hearing: Hearing, clusters: Clusters) -> None:
    """Join "Center for Vej og Park" and "Vej og Park", where only one unit's name ends so."""
    whole: dict[str, set[str]] = defaultdict(set)
    for kind, name in sorted(hearing.names):
        head, link, rest = name.partition(" for ")
        if kind == "unit" and link and " og " in rest and " " not in head:
            whole[rest].add(name)
    for rest, names in sorted(whole.items()):
        if ("unit", rest) in hearing.names and len({unit_key(name) for name in names}) == 1:
            name = min(names)
            clusters.join(("unit", rest), ("unit", name), Reason(rest, name, "name-and-kind", 0.8))


def _join_councils(hearing: Hearing, clusters: Clusters) -> None:
    """Join "Klintevig Byråd" and "Byrådet": an authority has one council, named after it or by its word alone."""
    bodies = sorted(name for kind, name in hearing.names if kind == "body")
    for council in _COUNCILS:
        own = [name for name in bodies if unit_key(name) in {council, f"{council}s"} or name.lower() == f"{council}et"]
        placed = [
            name
            for name in bodies
            if (words := name.split())[-1].lower() in {council, f"{council}et"}
            and len(words) == _WITH_PLACE
            and hearing.authority.startswith(words[0])
        ]
        places = {name.split()[0] for name in placed}
        for name in placed if own and len(places) == 1 else ():
            clusters.join(("body", name), ("body", own[0]), Reason(name, own[0], "council", 0.9))


def _entities(
    hearing: Hearing, clusters: Clusters, known: dict[Key, str], alone: dict[str, str]
) -> list[tuple[Entity, list[Key]]]:
    made: list[tuple[Entity, list[Key]]] = []
    taken: set[tuple[str, str]] = set()
    for root in clusters.roots():
        keys = sorted(clusters.members(root), key=lambda key: (_ORDER[key[0]], key[1]))
        kind = keys[0][0] if keys[0][0] != "abbreviation" else alone.get(keys[0][1], "")
        if not kind:
            continue
        if kind == "person" and any(name in hearing.board for _, name in keys):
            kind = "director"
        label = next((known[key] for key in keys if key in known), "") or _preferred(keys)
        names = sorted({name for _, name in keys} - {label})
        reasons = tuple(sorted(clusters.reasons[root]))
        made.append((Entity(hearing.authority, kind, label, tuple(names), _free(kind, label, taken), reasons), keys))
    return made


def _preferred(keys: list[Key]) -> str:
    """The longest name, ties by alphabet; a name in full goes before any abbreviation, a name before a post."""
    names = [name for kind, name in keys if kind != "abbreviation"] or [name for _, name in keys]
    return min(names, key=lambda name: (-len(name), name))


def _free(kind: str, label: str, taken: set[tuple[str, str]]) -> str:
    place = "person" if kind == "director" else kind
    base = slug(label)
    name, number = base, 1
    while (place, name) in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add((place, name))
    return name
