"""The page of an item, and of a decision: all that was said of one matter at one meeting, each fact with its words."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from kg.graph.rows import Iri
from kg.queries.values import in_order
from kg.serve.entity.answers import answer, one_page
from kg.serve.entity.ballot import Remark, Side, remarks, sides
from kg.serve.entity.facts import Fact, fact_rows, item_line, items_of, link_part, places_of
from kg.serve.entity.nodes import Claims, Node, Nodes, read_nodes
from kg.serve.pages import Content, Here
from kg.serve.pages.table import Part, Words, long_date, outcome_part

_ROLES = ("sag:proposedBy", "sag:preparedBy", "sag:responsible")
_NEXT = "SELECT ?node ?next { ?next sag:previousTreatment ?node } ORDER BY ?next"
_MADE_IN = "SELECT ?node ?item { ?item sag:decision ?node } ORDER BY ?item"


class Decided(msgspec.Struct, frozen=True):
    """A decision or recommendation ready to be shown, with its parts."""

    iri: str
    heading: str
    text: str
    outcomes: tuple[Part, ...]
    makers: tuple[Part, ...]
    referred: tuple[Part, ...]
    words: tuple[Words, ...]
    parts: "tuple[Decided, ...]" = ()
    later: tuple[Part, ...] = ()
    votes: tuple[Side, ...] = ()
    remarks: tuple[Remark, ...] = ()
    put_to: tuple[Part, ...] = ()
    open: bool = False
    shown: bool = False


class Promised(msgspec.Struct, frozen=True):
    """A task ready to be shown."""

    title: str
    href: str
    agents: tuple[Part, ...]
    due: str
    done: tuple[Part, ...]
    words: tuple[Words, ...]


def item_page(here: Here, iri: str, opened: str = "") -> Content:
    """The page of an item; `opened` is the decision that the reader came for."""
    nodes = read_nodes(here.graph, (iri,))
    item = nodes[iri]
    title = item.one("dcterms:title")
    closed = item.true("sag:closed")
    claims = Claims(here.graph, iri, here.language)
    facts = _closed_facts(here, item, claims) if closed else _facts(here, item, claims)
    whole = () if closed else tuple(_contents(here, item, nodes))
    listed = answer(
        "facts",
        [("fact", "text"), ("value", "text"), ("value_iri", "iri"), ("words_iri", "iri")],
        fact_rows([*facts, *whole]),
        here.language,
    )

    def view() -> dict[str, Any]:
        shared = {"item": item, "closed": closed, "facts": facts, **_head(here, item)}
        return shared if closed else {**shared, **_sections(here, item, nodes, claims, opened)}

    return Content(
        "item.html", title, one_page("item", title, listed), view, (iri,), whole=not closed, iri=opened or iri
    )


def decision_page(here: Here, iri: str) -> Content:
    """The page of the item that took a decision, with it opened."""
    found = here.graph.query(_MADE_IN, {"node": Iri(iri)}).values()
    items = [str(item) for _, item in found]
    own = next((item for item in items if iri.startswith(f"{item}/")), items[0] if items else "")
    if not own:
        from kg.serve.entity.other import other_page

        return other_page(here, iri)
    return item_page(here, own, iri)


def _head(here: Here, item: Node) -> dict[str, Any]:
    meeting = here.directory.get(item.one("sag:meeting"))
    body = here.directory.get(meeting.of) if meeting else None
    siblings = items_of(here, meeting.iri) if meeting else ()
    place = next((n for n, each in enumerate(siblings) if each.iri == item.iri), -1)
    before = siblings[place - 1] if place > 0 else None
    after = siblings[place + 1] if 0 <= place < len(siblings) - 1 else None
    return {
        "number": item.one("sag:label") or item.one("sag:number"),
        "meeting": Part(long_date(here, meeting.code), here.links.of(meeting.iri)) if meeting else None,
        "iso": meeting.code if meeting else "",
        "body": Part(body.label, here.links.of(body.iri)) if body else None,
        "before": item_line(here, before.iri) if before else None,
        "after": item_line(here, after.iri) if after else None,
    }


def _closed_facts(here: Here, item: Node, claims: Claims) -> list[Fact]:
    """Of a closed item nothing but its case, its page and where in the agenda it stands."""
    return [*_cases(here, item, claims), *_around(here, item, claims), *_plain(here, item, claims, ("sag:page",))]


def _around(here: Here, item: Node, claims: Claims) -> list[Fact]:
    """The item that this one is a sub-point of, and its own sub-points."""
    label = here.say("explorer.sub-items")
    below = [each for each in items_of(here, item.one("sag:meeting")) if each.above == item.iri]
    return [
        *_things(here, item, claims, "sag:subItemOf"),
        *(Fact(label, Part(f"{each.point} {each.title}", here.links.of(each.iri)), each.iri) for each in below),
    ]


def _facts(here: Here, item: Node, claims: Claims) -> list[Fact]:
    roles = [fact for role in _ROLES for fact in _agents(here, item, claims, role)]
    themes = _things(here, item, claims, "sag:theme")
    return [
        *_cases(here, item, claims),
        *_around(here, item, claims),
        *roles,
        *themes,
        *_plain(here, item, claims, ("sag:page", "dcterms:alternative")),
    ]


def _cases(here: Here, item: Node, claims: Claims) -> list[Fact]:
    return _things(here, item, claims, "sag:case")


def _agents(here: Here, item: Node, claims: Claims, role: str) -> list[Fact]:
    return _things(here, item, claims, role)


def _things(here: Here, item: Node, claims: Claims, name: str) -> list[Fact]:
    return [
        Fact(
            here.say(f"explorer.property.{name}"), link_part(here, value), value,
            places_of(here, claims.words(name, value)), "; ".join(claims.reasons(name, value)),
        )
        for value in item.all(name)
    ]  # fmt: skip


def _plain(here: Here, item: Node, claims: Claims, names: Iterable[str]) -> list[Fact]:
    return [
        Fact(here.say(f"explorer.property.{name}"), Part(value), "", places_of(here, claims.words(name, value)))
        for name in names
        for value in item.all(name)
    ]


def _contents(here: Here, item: Node, nodes: Nodes) -> Iterable[Fact]:
    """What hangs below the item, as facts: for those who take the page as a table."""
    texts = {
        "sag:recommendation": "sag:text", "sag:decision": "sag:text", "sag:task": "dcterms:title",
        "sag:amount": "sag:asWritten", "sag:attachment": "dcterms:title",
    }  # fmt: skip
    for name, text in texts.items():
        for iri in _ordered(item.all(name)):
            node = nodes[iri]
            yield Fact(
                here.say(f"explorer.property.{name}"),
                Part(node.one(text)),
                iri,
                places_of(here, node.all("sag:evidence")),
            )


def _ordered(iris: Iterable[str]) -> list[str]:
    """In the order of their numbers: part/2 before part/10."""
    return sorted(iris, key=in_order)


def _sections(here: Here, item: Node, nodes: Nodes, claims: Claims, opened: str) -> dict[str, Any]:
    decisions = [nodes[iri] for iri in _ordered(item.all("sag:decision"))]
    own = [node for node in decisions if item.iri not in node.all("sag:quotedIn")]
    quoted = [node for node in decisions if item.iri in node.all("sag:quotedIn")]

    def shown(node: Node) -> Decided:
        return _decided(here, node, nodes, opened)

    return {
        "recommendations": [shown(nodes[iri]) for iri in _ordered(item.all("sag:recommendation"))],
        "decisions": [shown(node) for node in own],
        "quoted": [shown(node) for node in quoted],
        "tasks": [_promised(here, nodes[iri]) for iri in _ordered(item.all("sag:task"))],
        "amounts": _listed(here, item, nodes, "sag:amount", _sum),
        "attachments": _listed(here, item, nodes, "sag:attachment", lambda node: (node.one("dcterms:title"), "")),
        "refers": _things(here, item, claims, "sag:refersTo"),
        "previous": [_treated(here, iri, claims, "sag:previousTreatment") for iri in item.all("sag:previousTreatment")],
        "next": [
            _treated(here, str(after), Claims(here.graph, str(after), here.language), "sag:previousTreatment", item.iri)
            for _, after in here.graph.query(_NEXT, {"node": Iri(item.iri)}).values()
        ],
        "related": [_treated(here, iri, claims, "sag:relatedTo") for iri in item.all("sag:relatedTo")],
        "named": _named(here, item, claims),
    }  # fmt: skip


def _sum(node: Node) -> tuple[str, str]:
    return node.one("sag:asWritten"), node.one("rdfs:label")


def _decided(here: Here, node: Node, nodes: Nodes, opened: str) -> Decided:
    links, directory = here.links, here.directory
    codes = {each.code for iri in node.all("sag:outcome") if (each := directory.get(iri))}
    later = node.all("sag:deferredTo")
    return Decided(
        iri=node.iri,
        heading=node.one("sag:heading"),
        text=node.one("sag:text"),
        outcomes=tuple(outcome_part(here, directory.label(iri)) for iri in node.all("sag:outcome")),
        makers=tuple(link_part(here, iri) for iri in node.all("sag:madeBy")),
        referred=tuple(link_part(here, iri) for iri in node.all("sag:referredTo")),
        words=places_of(here, node.all("sag:evidence")),
        parts=tuple(
            _decided(here, nodes[iri], nodes, opened) for iri in _ordered(node.all("sag:part")) if iri in nodes
        ),
        later=tuple(item_line(here, iri) or Part(iri, links.of(iri)) for iri in later),
        votes=sides(here, node),
        remarks=remarks(here, node, nodes),
        put_to=tuple(
            link_part(here, nodes[iri].one("sag:putTo")) for iri in _ordered(node.all("sag:step")) if iri in nodes
        ),
        open=bool(codes & {"postponed", "returned", "referred"}) and "sag:Part" not in node.types,
        shown=node.iri == opened,
    )


def _promised(here: Here, node: Node) -> Promised:
    done = tuple(item_line(here, iri) or Part(iri, here.links.of(iri)) for iri in node.all("sag:closedBy"))
    return Promised(
        node.one("dcterms:title"),
        here.links.of(node.iri),
        tuple(link_part(here, iri) for iri in node.all("sag:responsible")),
        node.one("sag:due") or node.one("sag:recurrence"),
        done,
        places_of(here, node.all("sag:evidence")),
    )


def _listed(
    here: Here, item: Node, nodes: Nodes, name: str, texts: Callable[[Node], tuple[str, str]]
) -> list[tuple[str, str, tuple[Words, ...]]]:
    return [(*texts(nodes[iri]), places_of(here, nodes[iri].all("sag:evidence"))) for iri in _ordered(item.all(name))]


def _treated(here: Here, iri: str, claims: Claims, name: str, value: str = "") -> tuple[Part, str]:
    line = item_line(here, iri) or Part(iri, here.links.of(iri))
    return line, "; ".join(claims.reasons(name, value or iri))


def _named(here: Here, item: Node, claims: Claims) -> list[Fact]:
    """Whoever the item names, people before centres and bodies."""
    rank = {"person": 0, "centre": 1, "body": 2, "organisation": 3}
    found = []
    for iri in item.all("sag:mentions"):
        thing = here.directory.get(iri)
        roles = [role for role in (*_ROLES, "sag:mentions") if claims.words(role, iri)]
        words = [each for role in roles for each in claims.words(role, iri)]
        if thing is not None:
            kind = here.say(f"explorer.kind.{thing.kind}")
            fact = Fact(kind, link_part(here, iri), iri, places_of(here, words[:3]), kind=thing.kind)
            found.append((rank.get(thing.kind, 9), thing.label, fact))
    return [fact for *_, fact in sorted(found, key=lambda each: each[:2])]
