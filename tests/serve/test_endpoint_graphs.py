"""Graph Store Protocol, for reading: one graph of the store, whole."""

import pyoxigraph as ox
import pytest

from kg.serve.endpoint import graphs as endpoint_graphs

FORMATS = {
    "text/turtle; charset=utf-8": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


def triples(answer) -> set[str]:
    assert answer.status_code == 200, answer.text
    return {str(quad.triple) for quad in ox.parse(answer.content, format=FORMATS[answer.headers["content-type"]])}


def lines(found: list[bytes]) -> set[str]:
    return {str(quad.triple) for quad in ox.parse(b" .\n".join([*found, b""]), format=ox.RdfFormat.N_TRIPLES)}


def graph(client, iri: str, media: str = "text/turtle"):
    return client.get("/graphs", params={"graph": iri}, headers={"accept": media.partition(";")[0]})


@pytest.fixture(scope="module")
def document(served) -> str:
    """The IRI of a document, and of its graph."""
    query = "SELECT ?d { ?d a sag:Document } ORDER BY ?d LIMIT 1"
    return served.client.get("/sparql", params={"query": query, "format": "csv"}).text.split()[1]


@pytest.mark.parametrize("media", FORMATS)
def test_a_named_graph_is_what_queries_find_in_it(client, document: str, media: str) -> None:
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{document}> {{ ?s ?p ?o }} }}"
    expected = client.get("/sparql", params={"query": query})
    assert triples(graph(client, document, media)) == triples(expected)


@pytest.mark.parametrize("media", FORMATS)
def test_the_default_graph_is_everything(client, asked, media: str) -> None:
    answer = client.get("/graphs?default", headers={"accept": media.partition(";")[0]})
    assert triples(answer) == lines(asked.triples())


def test_a_graph_has_an_address_of_its_own(client, document: str) -> None:
    rest = document.removeprefix("https://w3id.org/sagsgraf/id/")
    assert client.get(f"/graphs/{rest}").content == graph(client, document).content


def test_a_large_graph_is_sent_while_it_is_read(client, document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = graph(client, document)
    monkeypatch.setattr(endpoint_graphs, "MAX_BYTES", 1_000)
    streamed = graph(client, document)
    assert "content-length" in whole.headers
    assert "content-length" not in streamed.headers
    assert triples(streamed) == triples(whole)


@pytest.mark.parametrize("where", ["?default", "?graph={document}"])
def test_head_has_no_body(client, document: str, where: str) -> None:
    answer = client.head(f"/graphs{where.format(document=document)}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    assert answer.content == b""


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/graphs", 400),
        ("/graphs?graph=x:a&graph=x:b", 400),
        ("/graphs?default&graph=x:a", 400),
        ("/graphs?graph=not+an+IRI", 400),
        ("/graphs?graph=relative", 400),
        ("/graphs?graph=https://x.dk/unknown", 404),
        ("/graphs/document/unknown", 404),
    ],
)
def test_what_names_no_graph(client, address: str, status: int) -> None:
    for method in ("GET", "HEAD"):
        assert client.request(method, address).status_code == status


def test_a_form_that_there_is_not(client, document: str) -> None:
    assert graph(client, document, "text/csv").status_code == 406


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_nothing_can_be_written(client, document: str, method: str) -> None:
    before = graph(client, document).content
    answer = client.request(method, "/graphs", params={"graph": document}, content=b"<x:a> <x:b> 1 .")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert graph(client, document).content == before
