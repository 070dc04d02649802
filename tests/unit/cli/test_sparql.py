"""`kg sparql`, as whoever types a question that is too much meets it."""

from pathlib import Path

import pytest

from kg.cli import main

ITEMS = "SELECT ?i { ?i a sag:AgendaItem }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . FILTER(STR(?c) < STR(?f)) ?g ?h ?i . ?j ?k ?l }"


def test_more_rows_than_allowed_are_an_error_that_says_what_to_do(example_store: Path, capfd) -> None:
    store = ["--store", str(example_store)]
    assert main(["sparql", ITEMS, "--max-rows", "1000", "--format", "csv", *store]) == 0
    assert len(capfd.readouterr().out.splitlines()) > 10
    for form in ("csv", "json", "table"):
        assert main(["sparql", ITEMS, "--max-rows", "10", "--format", form, *store]) == 2
        out, err = capfd.readouterr()
        assert out == ""
        assert err == "kg: The answer has more than 10 rows: add a LIMIT, or raise --max-rows.\n"


def test_time_is_bounded(example_store: Path, capfd) -> None:
    assert main(["sparql", ENDLESS, "--timeout", "1.5", "--store", str(example_store)]) == 2
    assert capfd.readouterr().err == "kg: The query took longer than 1.5 seconds and was stopped.\n"


def test_memory_is_bounded(example_store: Path, capfd) -> None:
    pytest.importorskip("resource", reason="this platform cannot limit memory")
    doubles = " ".join(f"BIND(CONCAT(?s{n}, ?s{n}) AS ?s{n + 1})" for n in range(20))
    large = f"SELECT (STRLEN(?s20) AS ?n) {{ BIND('{'x' * 1_000}' AS ?s0) {doubles} }}"
    assert main(["sparql", large, "--memory", "600", "--store", str(example_store)]) == 2
    assert "needed more than 600 MB" in capfd.readouterr().err


@pytest.mark.parametrize(("form", "begins"), [("nt", "<"), ("jsonld", "["), ("rdf", "<?xml"), ("ttl", "@prefix")])
def test_triples_come_in_the_forms_of_rdf(example_store: Path, capfd, form: str, begins: str) -> None:
    query = "DESCRIBE ?c { ?c a sag:Case }"
    assert main(["sparql", query, "--format", form, "--store", str(example_store)]) == 0
    assert capfd.readouterr().out.startswith(begins)
