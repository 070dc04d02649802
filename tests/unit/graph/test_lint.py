"""The linter: what it finds wrong with the ontology files, with code and with graphs."""

from pathlib import Path

import pytest

from kg.graph.lint import Report, code_files, lint, main
from kg.ontology_files import SHAPES, THEMES, VOCABULARY, ontology_file

SAG = "https://w3id.org/sagsgraf/ontology#"
OUTCOMES = """approved approved_with_changes noted discussed recommended referred returned postponed rejected withdrawn
decided""".split()


def linted(folder: Path, vocabulary: str = "", themes: str = "", code: str = "", graph: str = "") -> Report:
    """The linter's report where each file has something added, and the code and the graph are only what is given."""
    paths = {}
    for name, extra in ((VOCABULARY, vocabulary), (SHAPES, ""), (THEMES, themes)):
        paths[name] = folder / name
        paths[name].write_text(ontology_file(name).read_text("utf-8") + extra, encoding="utf-8")
    source, data = folder / "code.py", folder / "graph.ttl"
    source.write_text(code, encoding="utf-8")
    data.write_text(graph, encoding="utf-8")
    return lint(paths[VOCABULARY], paths[SHAPES], paths[THEMES], [source], [data])


def test_the_shipped_files_and_code_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert all(line.startswith("not used by any code yet: sag:") for line in capsys.readouterr().out.splitlines())


def test_a_graph_with_an_unknown_term_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = tmp_path / "graph.nt"
    graph.write_text(f"<https://example.org/a> <{SAG}colour> <https://example.org/b> .\n", encoding="utf-8")
    assert main([str(graph)]) == 1
    assert "graph.nt: sag:colour is not in the vocabulary" in capsys.readouterr().out


def test_code_is_found() -> None:
    assert {"lint.py", "ontology_files.py"} <= {path.name for path in code_files()}


@pytest.mark.parametrize(
    ("added", "error"),
    [
        ({"vocabulary": "sag:Thing a owl:Class ."}, "sagsgraf.ttl: sag:Thing has no label in da"),
        (
            {"vocabulary": 'sag:Thing a owl:Class ; rdfs:label "t"@en .'},
            "sagsgraf.ttl: sag:Thing has no definition in en",
        ),
        ({"vocabulary": 'sag:Thing a owl:Class ; rdfs:label "t" .'}, "sagsgraf.ttl: sag:Thing has no label in en"),
        ({"vocabulary": "sag:due rdfs:subPropertyOf sag:when ."}, "sagsgraf.ttl: sag:when is not in the vocabulary"),
        ({"vocabulary": "sag:x a owl:ObjectProperty ."}, "sagsgraf.ttl: sag:x has no domain"),
        ({"vocabulary": "sag:x a owl:DatatypeProperty ."}, "sagsgraf.ttl: sag:x has no range"),
        (
            {"vocabulary": 'sag:outcome-noted skos:notation "n" .'},
            "sagsgraf.ttl: sag:outcome-noted has 2 notations, not one",
        ),
        (
            {"vocabulary": 'sag:outcome-x a skos:Concept ; skos:inScheme sag:outcomes ; skos:notation "noted" .'},
            "sagsgraf.ttl: 2 concepts of sag:outcomes have the notation noted",
        ),
        ({"themes": "theme:x a skos:Concept ."}, "themes.ttl: https://w3id.org/sagsgraf/theme/x has no label in da"),
        (
            {"themes": "theme:x a skos:Concept ."},
            "themes.ttl: https://w3id.org/sagsgraf/theme/x is in 0 schemes, not one",
        ),
        ({"themes": 'theme:legal sag:label2 "x" .'}, "themes.ttl: sag:label2 is not in the vocabulary"),
        ({"code": 'PREDICATE = "sag:colour"'}, "code.py: sag:colour is not in the vocabulary"),
        ({"code": 'f"sag:colour-{shade}"'}, "code.py: sag:colour- is not in the vocabulary"),
        ({"graph": f"<a:b> a <{SAG}Colour> ."}, "graph.ttl: sag:Colour is not in the vocabulary"),
    ],
)
def test_what_the_linter_reports(tmp_path: Path, added: dict[str, str], error: str) -> None:
    assert any(found.endswith(error) for found in linted(tmp_path, **added).errors)


@pytest.mark.parametrize(
    ("code", "used"),
    [
        ('"sag:item"', {"sag:item"}),
        ('SAG + "item"', {"sag:item"}),
        ("?m sag:item/sag:number ?n", {"sag:item", "sag:number"}),
        ('f"sag:outcome-{notation}"', {f"sag:outcome-{notation}" for notation in OUTCOMES}),
    ],
)
def test_which_terms_code_speaks_of(tmp_path: Path, code: str, used: set[str]) -> None:
    silent, speaking = linted(tmp_path), linted(tmp_path, code=code)
    assert not silent.errors
    assert not speaking.errors
    assert set(silent.unused) - set(speaking.unused) == used
