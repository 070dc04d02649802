"""Which thing of the graph a name in a spreadsheet means: candidates with scores from 0 to 100."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from rapidfuzz import fuzz, process

from kg.graph.graph import Graph
from kg.graph.prefixes import full_iri
from kg.queries.names import names, plain

# the kinds that names are looked up in, by the class that OpenRefine knows them as
KIND_OF = {
    full_iri("foaf:Person"): "person",
    full_iri("sag:Centre"): "unit",
    full_iri("sag:Body"): "body",
    full_iri("sag:Case"): "case",
    full_iri("skos:Concept"): "theme",
}
_LEAST = 50  # of 100: what is less alike is no candidate
_SURE = 95  # of 100: a property that is so much alike agrees
_WEIGHT = 0.25  # of the properties together, where there are any
_COMPARED = 100  # letters: what is longer is hardly a name, and takes long
_EXACT = 100.0
_NEARLY = 99.0  # at most, for a name that is another one


Values = Mapping[str, Mapping[str, Sequence[str]]]  # by IRI and property


class Known(msgspec.Struct, frozen=True):
    """Everything that can be matched: labels as they are compared, and beside each the IRI and class of its thing."""

    labels: tuple[str, ...]
    things: tuple[tuple[str, str], ...]


class Candidate(msgspec.Struct, frozen=True):
    """A thing that may be meant: `name` is how alike its name is, `properties` how much each property agrees."""

    iri: str
    type: str
    name: float
    properties: tuple[tuple[str, float], ...] = ()

    @property
    def score(self) -> float:
        """From 0 to 100."""
        if not self.properties:
            return round(self.name, 1)
        agreeing = sum(value for _, value in self.properties) / len(self.properties)
        return round((1 - _WEIGHT) * self.name + _WEIGHT * agreeing, 1)

    @property
    def is_exact(self) -> bool:
        """Whether the name is the same and no property speaks against it."""
        return self.name == _EXACT and all(value >= _SURE for _, value in self.properties)


def key(text: str) -> str:
    """A name as names are compared here: the same words in any order ("Holm, Tine" is Tine Holm)."""
    return " ".join(sorted(plain(text).split()))


def known(graph: Graph, types: Iterable[str]) -> Known:
    """What can be matched of some classes; of all where none of them is known."""
    wanted = tuple(each for each in KIND_OF if each in set(types)) or tuple(KIND_OF)
    name = f"to match of {' '.join(wanted)}"
    if name not in graph.kept:
        found = sorted({(key(each.label), each.iri, kind) for kind in wanted for each in names(graph, KIND_OF[kind])})
        graph.kept[name] = Known(tuple(each[0] for each in found), tuple(each[1:] for each in found))
    kept: Known = graph.kept[name]
    return kept


def candidates(of: Known, query: str, most: int) -> list[Candidate]:
    """The things whose names are most like a query, the best first; each once, by its best name.

    Of a long query only the beginning is compared, and all of it with names that may be the same.
    """
    wanted, begins = key(query), key(query[:_COMPARED])
    if not wanted:
        return []
    best: dict[tuple[str, str], float] = {}
    for label, alike, place in process.extract(
        begins, of.labels, scorer=fuzz.WRatio, processor=None, score_cutoff=_LEAST, limit=4 * most + 20
    ):
        name = _EXACT if label == wanted else min(alike, _NEARLY)
        thing = of.things[place]
        best[thing] = max(best.get(thing, 0.0), name)
    found = [Candidate(iri, kind, name) for (iri, kind), name in best.items()]
    return sorted(found, key=_by_score)[:most]


def weighed(found: Sequence[Candidate], asked: Mapping[str, Sequence[str]], values: Values) -> list[Candidate]:
    """The candidates with how much their properties agree: `asked` are the values in the spreadsheet, `values` those of
    the graph, by IRI and property.
    """
    with_properties = [
        msgspec.structs.replace(
            each,
            properties=tuple(
                (pid, _agreeing(wanted, values.get(each.iri, {}).get(pid, ()))) for pid, wanted in asked.items()
            ),
        )
        for each in found
    ]
    return sorted(with_properties, key=_by_score)


def certain(found: Sequence[Candidate]) -> str:
    """The IRI of the one candidate that is meant; empty where none or several are."""
    exact = {each.iri for each in found if each.is_exact}
    return exact.pop() if len(exact) == 1 else ""


def _agreeing(wanted: Sequence[str], values: Sequence[str]) -> float:
    return max((fuzz.token_sort_ratio(plain(a), plain(b)) for a in wanted for b in values), default=0.0)


def _by_score(each: Candidate) -> tuple[float, str]:
    return -each.score, each.iri
