"""The Reconciliation Service API 0.2: a column of names, as a spreadsheet has them, is matched with the graph.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

import json

import pytest

from kg.serve import reconcile
from kg.serve.config import Config
from kg.serve.reconcile.match import Candidate, Known, candidates, certain, key
from tests.serve.test_endpoint_hostile import connected

BASE = "https://w3id.org/sagsgraf/id/taarnevig/"
SAG = "https://w3id.org/sagsgraf/ontology#"
CASE, CENTRE, BODY, PERSON = f"{SAG}Case", f"{SAG}Centre", f"{SAG}Body", "http://xmlns.com/foaf/0.1/Person"
THEME = "http://www.w3.org/2004/02/skos/core#Concept"


def match(client, **queries) -> dict[str, list[dict]]:
    """The results of a batch by POST, as OpenRefine sends it."""
    answer = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200
    return {name: found["result"] for name, found in answer.json().items()}


def extend(client, ids: list[str], *properties: str) -> dict:
    asked = {"ids": ids, "properties": [{"id": each} for each in properties]}
    return client.post("/reconcile", data={"extend": json.dumps(asked)}).json()


def test_the_manifest_says_what_there_is(client) -> None:
    answer = client.get("/reconcile")
    assert answer.headers["content-type"] == "application/json"
    manifest = answer.json()
    assert manifest["versions"] == ["0.2"]
    assert {"name", "identifierSpace", "schemaSpace"} <= set(manifest)
    assert "{{id}}" in manifest["view"]["url"]
    assert "{{id}}" in manifest["preview"]["url"]
    assert {PERSON, CENTRE, BODY, CASE, THEME} == {each["id"] for each in manifest["defaultTypes"]}


def test_addresses_in_the_manifest_are_those_that_the_asker_knows(serve, example_store) -> None:
    client = serve(Config(example_store, base_path="/minutes", hosts=("graf.example",))).client
    manifest = client.get("/minutes/reconcile", headers={"host": "graf.example:81"}).json()
    assert manifest["suggest"]["entity"]["service_url"] == "http://graf.example:81/minutes/reconcile"
    assert manifest["view"]["url"] == "http://graf.example:81/minutes/resource?iri={{id}}"


@pytest.mark.parametrize(
    ("name", "kind", "iri"),
    [
        ("Tine Holmboe", PERSON, "person/tine-holmboe"),
        ("Holmboe, Tine", PERSON, "person/tine-holmboe"),
        ("  tine   HOLMBOE ", "", "person/tine-holmboe"),
        ("CFE", CENTRE, "unit/center-for-ejendomme"),
        ("Center for Ejendomme", "", "unit/center-for-ejendomme"),
        ("Kultur- og Borgercentret", "", "unit/kultur-og-borgercentret"),
        ("Kultur og borgercentret", CENTRE, "unit/kultur-og-borgercentret"),
        ("22/10457", CASE, "case/22-10457"),
        ("22-10457", "", "case/22-10457"),
        ("Økonomiudvalget", BODY, "body/oekonomiudvalget"),
    ],
)
def test_a_name_that_is_one_things_is_a_match(client, name: str, kind: str, iri: str) -> None:
    query = {"query": name, **({"type": kind} if kind else {})}
    first = match(client, q=query)["q"][0]
    assert (first["id"], first["match"], first["score"]) == (BASE + iri, True, 100)


@pytest.mark.parametrize(
    ("name", "kind", "iri"),
    [
        ("Tine Holmbo", PERSON, "person/tine-holmboe"),
        ("Okonomiudvalget", BODY, "body/oekonomiudvalget"),
        ("Kultur & Borgercenter", CENTRE, "unit/kultur-og-borgercentret"),
    ],
)
def test_a_name_that_is_nearly_one_is_a_candidate_and_no_match(client, name: str, kind: str, iri: str) -> None:
    first = match(client, q={"query": name, "type": kind})["q"][0]
    assert first["id"] == BASE + iri
    assert 50 <= first["score"] < 100
    assert not first["match"]


def test_results_have_the_form_of_the_specification(client) -> None:
    results = match(client, q={"query": "Tine", "limit": 3})["q"]
    assert 1 <= len(results) <= 3
    for result in results:
        assert set(result) == {"id", "name", "score", "match", "type", "features"}
        assert isinstance(result["match"], bool)
        assert all(set(each) == {"id", "name"} for each in result["type"])
        assert all(set(each) == {"id", "value"} for each in result["features"])
    assert results == sorted(results, key=lambda each: -each["score"])


def test_a_type_leaves_out_the_others(client) -> None:
    results = match(client, q={"query": "Center for Ejendomme", "type": [PERSON, BODY]})["q"]
    assert {each["type"][0]["id"] for each in results} <= {PERSON, BODY}


def test_a_batch_by_get_is_the_same(client) -> None:
    queries = {"a": {"query": "CFE"}, "b": {"query": "22/10457"}}
    by_get = client.get("/reconcile", params={"queries": json.dumps(queries)}).json()
    assert {name: found["result"] for name, found in by_get.items()} == match(client, **queries)


def test_several_things_of_one_name_are_no_match() -> None:
    namesakes = [Candidate("a", PERSON, 100.0), Candidate("b", PERSON, 100.0)]
    assert certain(namesakes) == ""
    told_apart = [
        Candidate("a", PERSON, 100.0, (("centre", 100.0),)),
        Candidate("b", PERSON, 100.0, (("centre", 20.0),)),
    ]
    assert certain(told_apart) == "a"


def test_a_property_can_speak_against_a_name(client) -> None:
    case = {"query": "22/10457", "type": CASE}
    fits = match(client, q={**case, "properties": [{"pid": "last-body", "v": "Direktionen"}]})["q"][0]
    other = match(client, q={**case, "properties": [{"pid": "last-body", "v": {"id": "x", "name": "Byrådet"}}]})["q"][0]
    assert fits["match"]
    assert not other["match"]
    assert other["score"] < fits["score"] == 100
    assert {"id": "last-body", "value": 100.0} in fits["features"]


@pytest.mark.parametrize("text", ["", "   ", "!?", "\u202e", "<script>", "x" * 500])
def test_what_is_no_name_matches_nothing(client, text: str) -> None:
    assert not any(each["match"] for each in match(client, q={"query": text})["q"])


@pytest.mark.parametrize(("text", "compared"), [("Holm, Tine", "holm tine"), ("15/18107", "15 18107"), ("", "")])
def test_names_are_compared_by_their_words(text: str, compared: str) -> None:
    assert key(text) == compared


def test_the_last_treatment_of_a_case_can_be_fetched(client) -> None:
    iri = f"{BASE}case/22-10457"
    answer = extend(client, [iri, "no iri"], "title", "date", "last-body", "outcome", "treatments", "unheard-of")
    assert [each["id"] for each in answer["meta"]][:2] == ["title", "date"]
    assert answer["rows"][iri] == {
        "title": [{"str": "Svømmehallen - byggestatus"}],
        "date": [{"date": "2025-01-14T00:00:00"}],
        "last-body": [{"id": f"{BASE}body/direktionen", "name": "Direktionen"}],
        "outcome": [{"str": "noted"}],
        "treatments": [{"int": 7}],
        "unheard-of": [],
    }
    assert not any(answer["rows"]["no iri"].values())


def test_what_can_be_fetched_is_proposed(client) -> None:
    answer = client.get("/reconcile/properties", params={"type": CENTRE}).json()
    assert {"id": "part-of", "name": "part of"} in answer["properties"]
    iri = f"{BASE}unit/kultur-og-borgercentret"
    row = extend(client, [iri], *(each["id"] for each in answer["properties"]))["rows"][iri]
    assert row["name"] == [{"str": "KBC"}]
    assert row["part-of"] == [{"id": "https://w3id.org/sagsgraf/id/taarnevig", "name": "Tårnevig Kommune"}]


@pytest.mark.parametrize(
    ("what", "prefix", "found"),
    [
        ("entity", "kult borg", f"{BASE}unit/kultur-og-borgercentret"),
        ("type", "cas", CASE),
        ("property", "last dec", "decision"),
    ],
)
def test_names_are_suggested_while_one_types(client, what: str, prefix: str, found: str) -> None:
    result = client.get(f"/reconcile/suggest/{what}", params={"prefix": prefix}).json()["result"]
    assert found in [each["id"] for each in result]


def test_a_preview_is_a_small_page_that_a_frame_may_hold(client) -> None:
    answer = client.get("/reconcile/preview", params={"id": f"{BASE}unit/kultur-og-borgercentret"})
    assert "Kultur- og Borgercentret" in answer.text
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    assert "<script" not in answer.text
    assert client.get("/reconcile/preview", params={"id": '"><script>'}).status_code == 404


@pytest.mark.parametrize(
    "form",
    [
        {"queries": "{"},
        {"queries": "[]"},
        {"queries": '{"a": {"query": 7}}'},
        {"queries": '{"a": {"query": "x", "limit": "many"}}'},
        {"queries": json.dumps({"a": {"query": "x" * 501}})},
        {"queries": json.dumps({str(n): {"query": "x"} for n in range(201)})},
        {"queries": "[" * 10_000},
        {"extend": "{}"},
        {"extend": json.dumps({"ids": ["a"] * 501, "properties": []})},
    ],
)
def test_what_cannot_be_answered_is_one_sentence(client, form: dict[str, str]) -> None:
    answer = client.post("/reconcile", data=form)
    assert answer.status_code == 400
    assert answer.json()["message"].endswith(".")


def test_a_batch_that_is_too_long_is_one_sentence(client) -> None:
    answer = client.post("/reconcile", data={"queries": " " * 1_000_001})
    assert answer.status_code == 413
    assert answer.json()["message"].endswith(".")


def test_a_batch_that_never_comes_is_given_up(serve, example_store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.serve.endpoint.request._PATIENCE", 0.3)
    server = serve(Config(example_store))
    with connected(server.url) as slow:
        slow.sendall(b"POST /reconcile HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nqueries=")
        assert slow.recv(100).startswith(b"HTTP/1.1 408")


def test_of_a_long_name_the_beginning_is_compared() -> None:
    long = "Afdelingen for alt, som ikke hører til noget andet sted i hele den store by ved fjorden og i dens omegn"
    known = Known((key("Havnen"), key(long)), (("x:1", BODY), ("x:2", BODY)))
    assert [(each.iri, each.name) for each in candidates(known, long, 5)] == [("x:2", 100.0)]
    (near,) = candidates(known, f"{long} {'x' * 300}", 5)
    assert near.iri == "x:2"
    assert 95 < near.name < 100


def test_other_pages_may_ask_unless_told_otherwise(serve, example_store, client) -> None:
    assert client.get("/reconcile").headers["access-control-allow-origin"] == "*"
    closed = serve(Config(example_store, cors="")).client
    assert "access-control-allow-origin" not in closed.get("/reconcile").headers


def test_only_some_values_of_a_property_are_compared(client, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    monkeypatch.setattr(reconcile, "weighed", lambda found, wanted, _: compared.extend(wanted["name"]) or found)
    many = [f"{number} {'x' * 1_000}" for number in range(200)]
    match(client, q={"query": "Tine Holmboe", "type": PERSON, "properties": [{"pid": "name", "v": many}]})
    assert len(compared) == 10
    assert max(map(len, compared)) == 500
