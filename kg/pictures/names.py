"""What things are called side by side, so that no two of several authorities have the same name."""

from collections import Counter
from collections.abc import Mapping

from kg.graph.graph import Graph

_AUTHORITIES = "SELECT ?x ?label { ?x a sag:Municipality ; skos:prefLabel ?label }"


def distinct(graph: Graph, labels: Mapping[str, str]) -> dict[str, str]:
    """The labels by IRI; those that several have get their authority behind them: `Direktionen (Tårnevig)`."""
    often = Counter(labels.values())
    if max(often.values(), default=1) == 1:
        return dict(labels)
    known = {
        f"{iri}/": str(label).removesuffix(" Kommune") for iri, label in sorted(graph.query(_AUTHORITIES).values())
    }
    found = {}
    for iri, label in labels.items():
        of = next((name for prefix, name in known.items() if iri.startswith(prefix)), "") if often[label] > 1 else ""
        found[iri] = f"{label} ({of})" if of else label
    return found
