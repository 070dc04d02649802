"""The pages of tasks, authorities and whatever else the graph holds: all properties, and what points to the node."""

from typing import Any

from kg.graph.prefixes import short_name
from kg.graph.rows import Iri, plain
from kg.messages import TEXTS
from kg.model.fact import Literal
from kg.serve.entity.answers import answer, one_page
from kg.serve.entity.facts import Fact, fact_rows, item_line, link_part, places_of
from kg.serve.entity.nodes import Node, read_node
from kg.serve.entity.tasks import Promises, promises_of
from kg.serve.pages import Content, Here
from kg.serve.pages.table import Part, outcome_part, place_of

_INTO = "SELECT ?node ?p ?s { ?s ?p ?node } ORDER BY ?p ?s LIMIT 200"
_NAMES = (
    "dcterms:title",
    "skos:prefLabel",
    "foaf:name",
    "sag:asWritten",
    "sag:text",
    "oa:exact",
    "sag:fileName",
    "rdfs:label",
)
# what the line of a promise says already
_OF_TASK = frozenset({"sag:status", "sag:due", "sag:responsible", "sag:recurrence", "dcterms:title"})
_HIDDEN = {"rdf:type", "sag:evidence"}
_TASK_ITEM = "SELECT ?node ?item { ?item sag:task ?node } ORDER BY ?item"


def other_page(here: Here, iri: str, hidden: frozenset[str] = frozenset(), task: Promises | None = None) -> Content:
    """All that the graph says of a node, on its page but for what is `hidden`; of a task what became of it as well."""
    node = read_node(here.graph, iri)
    title = next((value for name in _NAMES if (value := _name(here, node, name))), "") or iri.rpartition("/")[2]
    facts = _facts(here, node)
    into = _into(here, iri)
    words = places_of(here, [*node.all("sag:evidence"), *([iri] if place_of(here, iri) else [])])

    def view() -> dict[str, Any]:
        said = {label_of(here, name) for name in hidden}
        return {
            "types": sorted(node.types),
            "facts": [each for each in facts if each.label not in said and (each.iri or each.value.text != title)],
            "task": task,
            "into": into,
            "words": words,
            "kind": _kind(here, node, iri),
        }

    listed = answer(
        "facts",
        [("fact", "text"), ("value", "text"), ("value_iri", "iri"), ("words_iri", "iri")],
        fact_rows([*facts, *into]),
        here.language,
    )
    return Content("node.html", title, one_page("node", title, listed), view, (iri,), iri=iri)


def task_page(here: Here, iri: str) -> Content:
    """A promise: what, who, until when, and what became of it."""
    meeting = iri.partition("/item/")[0]
    found = promises_of(here, here.page("tasks", meeting=meeting).main, iri) if meeting != iri else None
    return other_page(here, iri, _OF_TASK if found else frozenset(), found)


def _name(here: Here, node: Node, name: str) -> str:
    """A value of a property, that in the reader's language first."""
    terms = [term for term in node.said.get(name, ()) if isinstance(term, Literal)]
    spoken = [term for term in terms if term.language == here.language]
    return (spoken or terms)[0].value if terms else ""


def _kind(here: Here, node: Node, iri: str) -> str:
    thing = here.directory.get(iri)
    if thing is not None:
        return here.say(f"explorer.kind.{thing.kind}")
    keys = (f"explorer.kind.{short.partition(':')[2].lower()}" for short in sorted(node.types))
    return next((here.say(key) for key in keys if key in TEXTS), "")


def _facts(here: Here, node: Node) -> list[Fact]:
    found = []
    for name in sorted(node.said, key=lambda each: (label_of(here, each), each)):
        if name in _HIDDEN:
            continue
        for term in node.said[name]:
            if isinstance(term, Literal) and term.language and term.language != here.language:
                continue
            found.append(
                Fact(label_of(here, name), _value(here, name, term), term.value if isinstance(term, Iri) else "")
            )
    return found


def _value(here: Here, name: str, term: Iri | Literal) -> Part:
    if isinstance(term, Iri):
        return (
            outcome_part(here, here.directory.label(term.value))
            if name == "sag:outcome"
            else link_part(here, term.value)
        )
    value = plain(term)
    if isinstance(value, bool):
        return Part(here.say("explorer.yes" if value else "explorer.no"))
    return Part(str(value))


def label_of(here: Here, name: str) -> str:
    """A property as people call it; one that we have no word for by its short name."""
    key = f"explorer.property.{name}"
    return here.say(key) if key in TEXTS else name


def _into(here: Here, iri: str) -> list[Fact]:
    """What points to the node, but for statements and mentions about it."""
    found = []
    for _, predicate, subject in here.graph.query(_INTO, {"node": Iri(iri)}).values():
        name, key = short_name(str(predicate)), str(subject)
        if name in ("rdf:subject", "rdf:object", "sag:agent", "sag:evidence") and "#" in key:
            continue
        part = item_line(here, key) or link_part(here, key)
        found.append(Fact(label_of(here, name), part, key))
    return found
