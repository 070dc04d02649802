"""Whether a graph keeps the rules of `ontology/shapes.ttl`, by pySHACL."""

from typing import TYPE_CHECKING

import msgspec

from kg.graph.graph import Graph
from kg.graph.prefixes import PREFIXES, short_name
from kg.ontology_files import SHAPES, THEMES, VOCABULARY, ontology_file

if TYPE_CHECKING:
    import rdflib

_SH = PREFIXES["sh"]


class Violation(msgspec.Struct, frozen=True, order=True):
    """One rule that one node breaks: `message` by language (`da`, `en`); `path` and `value` are empty where SHACL gives
    none.
    """

    focus: str
    path: str
    value: str
    message: tuple[tuple[str, str], ...]

    def said(self, language: str) -> str:
        """The message in a language, or in any where that one is missing."""
        texts = dict(self.message)
        return texts.get(language) or next(iter(texts.values()), "")


class Report(msgspec.Struct, frozen=True):
    """What validation found: nothing, where `conforms`."""

    conforms: bool
    violations: tuple[Violation, ...]


def validate(graph: Graph, shapes: bytes | None = None) -> Report:
    """Check every node of a graph against the shapes (those shipped, unless Turtle is given).

    The vocabulary and the shipped themes are added to the data, so that their concepts are known. No inference, no
    SPARQL in shapes: whatever must follow is written out in the graph. Violations are sorted.
    """
    import pyshacl
    import rdflib

    data = rdflib.Graph()
    data.parse(data=b"".join([line + b" .\n" for line in graph.triples()]), format="nt")
    for name in (VOCABULARY, THEMES):
        data.parse(data=ontology_file(name).read_bytes(), format="turtle")
    rules = rdflib.Graph().parse(data=shapes or ontology_file(SHAPES).read_bytes(), format="turtle")
    conforms, found, _ = pyshacl.validate(data, shacl_graph=rules, inference="none", advanced=False)
    return Report(bool(conforms), _violations(found) if isinstance(found, rdflib.Graph) else ())


def _violations(found: "rdflib.Graph") -> tuple[Violation, ...]:
    import rdflib

    sh = rdflib.Namespace(_SH)
    results = found.subjects(rdflib.RDF.type, sh.ValidationResult)
    return tuple(sorted(_violation(found, result) for result in results))


def _violation(found: "rdflib.Graph", result: "rdflib.term.Node") -> Violation:
    import rdflib

    sh = rdflib.Namespace(_SH)

    def one(name: str) -> str:
        value = found.value(result, sh[name])
        return "" if value is None or isinstance(value, rdflib.BNode) else short_name(str(value))

    messages = {
        (each.language or "", str(each))
        for each in found.objects(result, sh.resultMessage)
        if isinstance(each, rdflib.Literal)
    }
    return Violation(one("focusNode"), one("resultPath"), one("value"), tuple(sorted(messages)))
