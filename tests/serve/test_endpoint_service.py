"""SPARQL 1.1 Service Description: what the endpoint says of itself. The names are those of the W3C's own suite."""

import pyoxigraph as ox
import pytest

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


def described(client, media: str = "text/turtle") -> ox.Store:
    answer = client.get("/sparql", headers={"accept": media})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media
    store = ox.Store()
    store.extend(ox.parse(answer.content, format=FORMATS[media]))
    return store


def holds(store: ox.Store, pattern: str) -> bool:
    return bool(store.query(f"PREFIX sd: <{SD}> PREFIX void: <{VOID}> ASK {{ {pattern} }}"))


@pytest.mark.parametrize("media", FORMATS)
def test_returns_rdf(client, media: str) -> None:
    assert len(described(client, media)) == len(described(client)) > 10


def test_returns_rdf_where_any_form_will_do(client) -> None:
    for accept in ("", "*/*"):
        assert client.get("/sparql", headers={"accept": accept}).headers["content-type"].startswith("text/turtle")


def test_has_endpoint_triple(client) -> None:
    assert holds(described(client), f"?service sd:endpoint <{client.base_url}/sparql>")


def test_conforms_to_schema(client) -> None:
    """Every property has a subject and an object of the class that the vocabulary asks for."""
    store = described(client)
    assert holds(
        store, "?service a sd:Service ; sd:supportedLanguage sd:SPARQL11Query ; sd:feature sd:UnionDefaultGraph"
    )
    assert holds(store, "?service sd:defaultDataset ?d . ?d a sd:Dataset ; sd:defaultGraph ?g . ?g a sd:Graph")
    for name in ("endpoint", "supportedLanguage", "feature", "resultFormat", "defaultDataset"):
        assert not holds(store, f"?s sd:{name} ?o FILTER NOT EXISTS {{ ?s a sd:Service }}")
        assert not holds(store, f"?s sd:{name} ?o FILTER(!isIRI(?o))")


@pytest.mark.parametrize(
    ("name", "query", "media"),
    [
        ("SPARQL_Results_JSON", "ASK {}", "application/sparql-results+json"),
        ("SPARQL_Results_XML", "ASK {}", "application/sparql-results+xml"),
        ("SPARQL_Results_CSV", "ASK {}", "text/csv"),
        ("SPARQL_Results_TSV", "ASK {}", "text/tab-separated-values"),
        ("Turtle", "DESCRIBE <x:y>", "text/turtle"),
        ("N-Triples", "DESCRIBE <x:y>", "application/n-triples"),
        ("JSON-LD", "DESCRIBE <x:y>", "application/ld+json"),
        ("RDF_XML", "DESCRIBE <x:y>", "application/rdf+xml"),
    ],
)
def test_the_formats_that_it_names_are_answered(client, name: str, query: str, media: str) -> None:
    assert holds(described(client), f"?service sd:resultFormat <http://www.w3.org/ns/formats/{name}>")
    assert client.get("/sparql", params={"query": query}, headers={"accept": media}).status_code == 200


def test_it_gives_figures(client, asked) -> None:
    store = described(client)
    assert holds(store, f"?g a sd:Graph ; void:triples {len(asked.triples())}")
    items = len(asked.query("SELECT ?i { ?i a sag:AgendaItem }"))
    item = "<https://w3id.org/sagsgraf/ontology#AgendaItem>"
    assert holds(store, f"?g void:classPartition [ void:class {item} ; void:entities {items} ]")


def test_a_form_that_there_is_not(client) -> None:
    assert client.get("/sparql", headers={"accept": "image/png"}).status_code == 406
