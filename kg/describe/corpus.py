"""The facts that depend on more than one document: agents under all their names, containers, derived links."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.describe.context import Context
from kg.describe.iris import UNKNOWN
from kg.describe.profiled import describe_profiled
from kg.model.card import Card
from kg.model.entity import Entity, Reason
from kg.model.fact import Described, Evidence, Fact, Literal
from kg.model.link import Link
from kg.model.said import Said

_TYPES = {
    "unit": "sag:Centre",
    "body": "sag:Body",
    "person": "foaf:Person",
    "director": "sag:Director",
    "organisation": "sag:Organisation",
    "party": "sag:Party",
}
_SAID = {
    "profile": Said("profilen kalder {other} sådan", "the profile names {other} so"),
    "same-word": Said(
        "det er det samme ord som {other}, bøjet eller stavet anderledes",
        "it is the same word as {other}, inflected or spelled otherwise",
    ),
    "administration": Said(
        "begge navne står for hele administrationen, hvor ingen enhed er nævnt",
        "both names stand for the whole administration, where no unit is named",
    ),
    "same-party": Said("begge navne står for det samme parti", "both names stand for the same political party"),
    "name-and-kind": Said(
        "{other} har det samme navn med ordet for, hvad det er, foran",
        "{other} is the same name with the word for what it is before it",
    ),
    "council": Said("begge navne står for myndighedens øverste råd", "both names stand for the authority's council"),
    "introduced": Said("en tekst skriver »{other} ({name})«", "a text says “{other} ({name})”"),
    "letters-in-order": Said(
        "bogstaverne står i samme rækkefølge forrest i ordene i {other}",
        "its letters stand in order at the heads of the words of {other}",
    ),
    "shared-contexts": Said(
        "det har bogstaverne i rækkefølge og nævnes i de samme punkter som {other}",
        "it has the letters in order and is named in the same items as {other}",
    ),
    "initials-of-only-director": Said(
        "ingen anden, der deltager i møderne, har de initialer",
        "nobody else who attends the meetings has these initials",
    ),
    "only-director-of-that-name": Said(
        "{other} er den eneste direktør med det fornavn", "{other} is the only director of that first name"
    ),
    "only-attendee-of-that-name": Said(
        "{other} er den eneste med det fornavn, der deltager i møderne",
        "{other} is the only one of that first name who attends the meetings",
    ),
    "name-part": Said(
        "alle ordene står i {other} og ikke i andres navn",
        "all its words stand in {other}, and in no other person's name",
    ),
    "name-initial": Said("det forkorter {other} og ingen andre", "it abbreviates {other}, and nobody else"),
    "verdict": Said(
        "et menneske har sagt, at det er det samme som {other}", "a person said that it is the same as {other}"
    ),
}
_COLLECTS = Said(
    "flere faste punkter, der ikke hænger sammen, har dette nummer",
    "several unrelated routine points share this number",
)


def describe_agents(
    authorities: Iterable[str], context: Context, graph: str, texts: dict[tuple[str, int, int], str]
) -> Described:
    """Every agent with its names and, for each joined name, why. `texts` holds the words of reasons that quote."""
    facts: list[Fact] = []
    for authority in sorted(authorities):
        iri = context.iris.authority(authority)
        facts += [
            Fact(iri, "rdf:type", "sag:Municipality"),
            Fact(iri, "skos:prefLabel", Literal(authority or "Ukendt")),
        ]
        unknown = f"{iri}/body/{UNKNOWN}"
        facts += [
            Fact(unknown, "rdf:type", "sag:Body"),
            Fact(unknown, "skos:prefLabel", Literal("Ukendt")),
            Fact(unknown, "org:subOrganizationOf", iri),
            *describe_profiled(authority, context),
        ]
    for entity in context.resolution.entities:
        facts += _agent(entity, context, texts)
    return Described(graph, tuple(facts))


def _agent(entity: Entity, context: Context, texts: dict[tuple[str, int, int], str]) -> Iterator[Fact]:
    iri = context.iris.agent(entity)
    yield Fact(iri, "rdf:type", _TYPES[entity.kind])
    yield Fact(iri, "foaf:name" if entity.kind in {"person", "director"} else "skos:prefLabel", Literal(entity.label))
    if entity.kind in {"unit", "body"}:
        yield Fact(iri, "org:subOrganizationOf", context.iris.authority(entity.authority))
    reasons: dict[str, list[Reason]] = defaultdict(list)
    for reason in entity.reasons:
        reasons[reason.name].append(reason)
    for reason in entity.reasons:
        if reason.other not in reasons:
            reasons[reason.other].append(reason)
    for name in entity.alternatives:
        best = max(reasons.get(name, ()), key=lambda reason: (reason.score, reason), default=None)
        yield _alternative(iri, name, best, context, texts)


def _alternative(
    iri: str, name: str, reason: Reason | None, context: Context, texts: dict[tuple[str, int, int], str]
) -> Fact:
    if reason is None:
        return Fact(iri, "skos:altLabel", Literal(name))
    said = _SAID[reason.rule]
    why = Said(*(f"{reason.name}: {each.format(name=reason.name, other=reason.other)}" for each in (said.da, said.en)))
    place = (reason.document, reason.start, reason.end)
    evidence: tuple[Evidence, ...] = ()
    if place in texts:
        evidence = (
            Evidence(
                context.iris.document(reason.document),
                reason.start,
                reason.end,
                texts[place],
                reason.rule,
                reason.score,
            ),
        )
    return Fact(iri, "skos:altLabel", Literal(name), evidence, why, reason.score)


def describe_links(
    links: Sequence[Link], cards: Sequence[Card], containers: frozenset[tuple[str, str]], context: Context, graph: str
) -> Described:
    """Derived links with reason and score; whether each case is a container, and whether each task is done."""
    facts = [Fact(each.source, each.relation, each.target, each.evidence, each.reason, each.score) for each in links]
    for authority, number in sorted({(card.authority, card.case) for card in cards if card.case}):
        held = (authority, number) in containers
        why = _COLLECTS if held else None
        iri = context.iris.case(authority, number)
        facts.append(Fact(iri, "sag:container", Literal("true" if held else "false", "xsd:boolean"), (), why))
    done = {each.source for each in links if each.relation == "sag:closedBy"}
    tasks = sorted({task.iri for card in cards for task in card.tasks})
    facts += [Fact(task, "sag:status", Literal("done" if task in done else "open")) for task in tasks]
    return Described(graph, tuple(facts))


def describe_drives(driven: Iterable[tuple[str, str]], graph: str) -> Described:
    """What agents drive: (agent, theme) pairs from the items that they drive and the themes of those."""
    return Described(graph, tuple(Fact(agent, "sag:drives", theme) for agent, theme in sorted(set(driven))))


def one_node(cards: Iterable[Card]) -> dict[tuple[str, str, str, str], str]:
    """For decisions that items quote, by (authority, body, date, case): the one node that stands for them.

    It is that of the item where it was taken; where no item took it, or several items of one number did, that of the
    first item that quotes it. Where two items of one meeting quote it, each tells of its own point of the case, and
    there is no one node.
    """
    takers: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    quoting: dict[tuple[str, str, str, str], list[tuple[str, str]]] = defaultdict(list)
    places: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for card in cards:
        for decision in card.decisions if card.case else ():
            key = (card.authority, decision.body, decision.date, card.case)
            if decision.quoted:
                quoting[key].append((card.date, decision.iri))
                places[key].append(card.meeting)
            else:
                takers[key].add(decision.iri)
    return {
        key: next(iter(takers[key])) if len(takers[key]) == 1 else min(found)[1]
        for key, found in quoting.items()
        if len(takers[key]) == 1 or len(set(places[key])) == len(places[key])
    }
