"""What is known of an authority besides its minutes: its official code, and what its profile says of its agents."""

from collections import defaultdict
from collections.abc import Iterator

from kg.danish.authorities import known_authority
from kg.danish.slug import slug
from kg.describe.context import Context
from kg.model.entity import Entity
from kg.model.fact import Fact, Literal
from kg.model.said import Said
from kg.profiles.days import first_day, last_day, names_of, timed_names
from kg.profiles.profile import Body, Party, Profile, Unit, agents_of

_SO = Said("profilen siger det", "the profile says so")
_CLASSES = {"unit": "sag:Centre", "body": "sag:Body"}
_Group = Unit | Body


def describe_profiled(authority: str, context: Context) -> Iterator[Fact]:
    """The authority's code and other names, its parties, and how its units and bodies came of each other.

    Of a profile's agents only those that some text names are in the graph, with what they were or became.
    """
    iri = context.iris.authority(authority)
    known = known_authority(authority)
    if known and known.code:
        yield Fact(iri, "dcterms:identifier", Literal(known.code))
    profile = context.profiles.get(authority)
    if profile is None:
        return
    for name in sorted(set(profile.authority.aliases if profile.authority else ()) - {authority}):
        yield Fact(iri, "skos:altLabel", Literal(name), (), _SO)
    agents = {(each.kind, each.label): each for each in context.resolution.entities if each.authority == authority}
    agents |= {("person", label): each for (kind, label), each in agents.items() if kind == "director"}
    yield from _names_with_a_time(profile, agents, context)
    for party in profile.parties:
        yield from _party(party, iri)
    yield from _memberships(profile, agents, iri, context)
    for kind, groups in (("unit", profile.units), ("body", profile.bodies)):
        yield from _changes(kind, groups, agents, iri, context)


_Agents = dict[tuple[str, str], Entity]


def _names_with_a_time(profile: Profile, agents: _Agents, context: Context) -> Iterator[Fact]:
    """Names that meant an agent for a time: no text has them as such, for each was read as it was meant."""
    timed = timed_names(profile)
    for kind, agent in agents_of(profile):
        entity = agents.get((kind, agent.name))
        for each in names_of(kind, agent) if entity else ():
            if entity and each.name in timed and not each.own and each.name not in entity.alternatives:
                when = f"({each.since or '…'} – {each.until or '…'})"
                why = Said(
                    f"profilen kalder {agent.name} sådan ({when})", f"the profile names {agent.name} so ({when})"
                )
                yield Fact(context.iris.agent(entity), "skos:altLabel", Literal(each.name), (), why)


def _party(party: Party, authority: str) -> Iterator[Fact]:
    iri = f"{authority}/party/{slug(party.name)}"
    yield Fact(iri, "rdf:type", "sag:Party", (), _SO)
    yield Fact(iri, "skos:prefLabel", Literal(party.name))
    if party.letter:
        yield Fact(iri, "skos:notation", Literal(party.letter))
    for alias in sorted(set(party.aliases) - {party.name}):
        yield Fact(iri, "skos:altLabel", Literal(alias))


def _memberships(profile: Profile, agents: _Agents, authority: str, context: Context) -> Iterator[Fact]:
    for person in profile.people:
        entity, name = agents.get(("person", person.name)), profile.party_names.get(person.party)
        if entity and name:
            yield Fact(context.iris.agent(entity), "org:memberOf", f"{authority}/party/{slug(name)}", (), _SO)


def _changes(
    kind: str, groups: tuple[_Group, ...], agents: _Agents, authority: str, context: Context
) -> Iterator[Fact]:
    """An event for each day on which units or bodies became another, where a text names one of them."""
    by_name = {each.name: each for each in groups}
    events: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in groups:
        successor = each.renamed or each.merged_into
        if successor:
            events[successor, change_day(each, by_name.get(successor))].append(each.name)
    for (successor, day), names in sorted(events.items()):
        if not day or not any((kind, name) in agents for name in (successor, *names)):
            continue
        iri = f"{authority}/change/{slug(successor)}-{day}"
        yield Fact(iri, "rdf:type", "org:ChangeEvent", (), _SO)
        yield Fact(iri, "dcterms:date", Literal(day, "xsd:date"))
        for predicate, name in [("org:resultingOrganization", successor), *_originals(names)]:
            entity = agents.get((kind, name))
            group = context.iris.agent(entity) if entity else f"{authority}/{kind}/{slug(name)}"
            yield Fact(iri, predicate, group)
            if entity is None:
                yield Fact(group, "rdf:type", _CLASSES[kind], (), _SO)
                yield Fact(group, "skos:prefLabel", Literal(name))
                yield Fact(group, "org:subOrganizationOf", authority)


def _originals(names: list[str]) -> list[tuple[str, str]]:
    return [("org:originalOrganization", name) for name in sorted(names)]


def change_day(before: _Group, after: _Group | None) -> str:
    """The day on which a unit became another: the other's first, else the last of its own; empty where none is said."""
    if after and after.since:
        return first_day(after.since)
    return last_day(before.until) if before.until else ""
