"""What a build found, and what went wrong."""

import msgspec

from kg.model.fact import Described
from kg.model.problem import Problem

_COUNTED = {
    "sag:Document": "documents",
    "sag:AgendaItem": "items",
    "sag:Decision": "decisions",
    "sag:Centre": "centres",
    "sag:Task": "tasks",
    "foaf:Person": "people",
    "sag:Director": "people",
}


class Figures(msgspec.Struct, frozen=True):
    """How many of each a build found."""

    documents: int = 0
    meetings: int = 0
    items: int = 0
    cases: int = 0
    decisions: int = 0
    centres: int = 0
    people: int = 0
    themes: int = 0
    tasks: int = 0


class Report(msgspec.Struct, frozen=True):
    """What a build did. `unchanged` where there was nothing to do."""

    figures: Figures
    problems: list[Problem]
    unchanged: bool = False


def count_figures(figures: Figures, described: Described) -> Figures:
    """`figures` with what one graph adds; things that several documents share are counted by the pipeline."""
    counts = msgspec.structs.asdict(figures)
    for fact in described.facts:
        if fact.predicate == "rdf:type" and fact.object in _COUNTED:
            counts[_COUNTED[str(fact.object)]] += 1
    return Figures(**counts)
