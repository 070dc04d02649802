"""What the endpoint says of itself: SPARQL 1.1 Service Description, with figures of the graph (VoID)."""

from collections.abc import Iterator
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from kg.errors import SagsgrafError
from kg.graph import protocol
from kg.graph.prefixes import short_name
from kg.graph.protocol import StoppedError
from kg.graph.results import read_rows, write_triples
from kg.graph.rows import Iri, plain
from kg.graph.terms import iri_token, literal_token
from kg.messages import TEXTS
from kg.model.fact import Literal
from kg.serve.endpoint.answers import RefusalError, Sent
from kg.serve.endpoint.pool import MAX_BYTES, wait
from kg.serve.negotiate import FORMS, TRIPLES, asked_form
from kg.serve.site import site_of

_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
)  # fmt: skip
_CLASSES = "SELECT ?class (COUNT(?x) AS ?n) { ?x a ?class } GROUP BY ?class ORDER BY ?class"
_TRIPLES = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


async def describe_service(request: Request) -> Response:
    """The description in the form of RDF that the reader likes best."""
    form = asked_form(request, TRIPLES)
    if form is None:
        raise RefusalError(406, "endpoint.accept", offered=", ".join(FORMS[each][0] for each in TRIPLES))
    site = site_of(request)
    host = request.headers.get("host", "")
    address = f"{request.url.scheme}://{host}{site.links.path('/sparql')}"
    graph = site.graph()
    figures = graph.kept.get("void") or await _figures(request)
    if figures:
        graph.kept["void"] = figures
    named = len(graph.manifest.get("graphs", {}))
    lines = {*_service(address), *_dataset(address, named), *_void(address, figures)}
    return Sent(request, write_triples(sorted(lines), form), form)


def _line(subject: str, predicate: str, value: str) -> bytes:
    return f"{iri_token(subject)} {iri_token(predicate)} {value}".encode()


def _service(address: str) -> Iterator[bytes]:
    yield _line(address, "rdf:type", iri_token("sd:Service"))
    yield _line(address, "sd:endpoint", iri_token(address))
    yield _line(address, "sd:supportedLanguage", iri_token("sd:SPARQL11Query"))
    yield _line(address, "sd:feature", iri_token("sd:UnionDefaultGraph"))
    for name in _RESULTS:
        yield _line(address, "sd:resultFormat", iri_token(f"{_FORMATS}{name}"))
    yield _line(address, "sd:defaultDataset", iri_token(f"{address}#dataset"))
    for label in _texts("endpoint.service"):
        yield _line(address, "rdfs:label", label)


def _dataset(address: str, count: int) -> Iterator[bytes]:
    """The dataset, its default graph and, as a sentence, its named ones: they may be thousands."""
    dataset, default = f"{address}#dataset", f"{address}#default-graph"
    yield _line(dataset, "rdf:type", iri_token("sd:Dataset"))
    yield _line(dataset, "sd:defaultGraph", iri_token(default))
    for sentence in _texts("endpoint.graphs", count=count):
        yield _line(dataset, "rdfs:comment", sentence)
    yield _line(default, "rdf:type", iri_token("sd:Graph"))
    yield _line(default, "rdf:type", iri_token("void:Dataset"))
    yield _line(default, "void:sparqlEndpoint", iri_token(address))


def _void(address: str, figures: tuple[int, dict[str, int]] | None) -> Iterator[bytes]:
    """How many triples, and of each class how many things."""
    if figures is None or not figures[0]:
        return
    default = f"{address}#default-graph"
    triples, classes = figures
    yield _line(default, "void:triples", _number(triples))
    for name, count in classes.items():
        part = f"{address}#class={quote(short_name(name), safe=':')}"
        yield _line(default, "void:classPartition", iri_token(part))
        yield _line(part, "void:class", iri_token(name))
        yield _line(part, "void:entities", _number(count))


def _texts(key: str, **values: object) -> Iterator[str]:
    for text, language in zip(TEXTS[key], ("da", "en"), strict=True):
        yield literal_token(Literal(text.format(**values), language=language))


def _number(number: int) -> str:
    return literal_token(Literal(str(number), "xsd:integer"))


async def _figures(request: Request) -> tuple[int, dict[str, int]] | None:
    """The number of triples, and of things by class; none where the graph is too large to be counted in time.

    None where nobody had time to count.
    """
    config = site_of(request).config
    found = []
    for query in (_TRIPLES, _CLASSES):
        try:
            asked = protocol.Request(query, ("json",), config.timeout, config.max_rows, MAX_BYTES)
            found.append(read_rows((await wait(request, asked)).body))
        except StoppedError:
            return 0, {}
        except SagsgrafError:
            return None
    counts = {name.value: plain(count) for name, count in found[1] if isinstance(name, Iri)}
    triples = found[0].values()[0][0]
    return int(str(triples)), {name: int(str(count)) for name, count in counts.items()}
