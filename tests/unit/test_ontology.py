"""The vocabulary and the themes: that they parse, say what the data rely on, and are whole."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import SagsgrafError
from kg.ontology_files import SHAPES, THEMES, VOCABULARY, ontology_file

SAG = "https://w3id.org/sagsgraf/ontology#"
PREFIXES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sag: <https://w3id.org/sagsgraf/ontology#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""

OUTCOMES = """approved approved_with_changes noted discussed recommended referred returned postponed rejected
withdrawn decided""".split()
NOTATIONS = """economy leadership personnel digitalisation innovation strategy political-service communication
procurement legal archives security emergency intermunicipal business employment integration children schools elderly
social health housing property planning environment traffic culture""".split()


def asked(query: str, *names: str) -> list[tuple[str, ...]]:
    """The answers to a query over some of the files, as text."""
    store = ox.Store()
    for name in names:
        store.load(path=str(ontology_file(name)))
    answer = store.query(PREFIXES + query)
    assert isinstance(answer, ox.QuerySolutions)
    return [tuple(str(term.value) for term in row) for row in answer]


def pairs(query: str, name: str) -> dict[str, str]:
    """The answers to a query of two columns over one file."""
    return {first: second for first, second in asked(query, name)}  # noqa: C416 - a row is a tuple of any length


@pytest.mark.parametrize("name", [VOCABULARY, SHAPES, THEMES])
def test_a_file_is_turtle_with_a_header_a_licence_and_a_version(name: str) -> None:
    licences = asked("SELECT ?l ?v { ?o dcterms:license ?l ; owl:versionInfo ?v }", name)
    assert [licence for licence, _ in licences] == ["https://creativecommons.org/licenses/by/4.0/"]


@pytest.mark.parametrize("name", [VOCABULARY, THEMES])
def test_no_blank_nodes_where_users_load_the_file(name: str) -> None:
    assert not asked("SELECT ?s { ?s ?p ?o FILTER(isBlank(?s) || isBlank(?o)) }", name)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SagsgrafError, match=r"themes\.ttl is missing"):
        ontology_file(THEMES, (tmp_path,))


def test_the_first_folder_that_holds_a_file_wins(tmp_path: Path) -> None:
    (tmp_path / THEMES).write_text("", encoding="utf-8")
    assert ontology_file(THEMES, (tmp_path / "none", tmp_path)) == tmp_path / THEMES


# The vocabulary


@pytest.mark.parametrize(
    ("term", "above"),
    [
        ("Municipality", {"org:FormalOrganization"}),
        ("Body", {"org:OrganizationalUnit"}),
        ("Centre", {"org:OrganizationalUnit"}),
        ("Director", {"foaf:Person"}),
        ("Meeting", {"schema:Event"}),
        ("AgendaItem", set()),
        ("Case", set()),
        ("Task", {"schema:PlanAction"}),
        ("Attachment", {"foaf:Document"}),
        ("Amount", {"schema:MonetaryAmount"}),
        ("Party", {"org:Organization"}),
        ("Organisation", {"org:Organization"}),
        ("Statement", {"rdf:Statement"}),
        ("Document", {"foaf:Document", "prov:Entity"}),
        ("Mention", {"oa:Annotation"}),
        ("Evidence", {"oa:TextPositionSelector", "oa:TextQuoteSelector"}),
        ("secretary", {"sag:attendee"}),
        ("guest", {"sag:attendee"}),
        ("absentee", set()),
        ("substitute", set()),
        ("drivenBy", {"sag:mentions"}),
        ("proposedBy", {"sag:drivenBy"}),
        ("preparedBy", {"sag:drivenBy"}),
        ("responsible", {"sag:drivenBy"}),
    ],
)
def test_what_is_written_out_above_a_term(term: str, above: set[str]) -> None:
    namespaces = dict(line.removeprefix("PREFIX ").split(": ") for line in PREFIXES.strip().splitlines())
    found = {iri for (iri,) in asked(f"SELECT ?o {{ sag:{term} rdfs:subClassOf|rdfs:subPropertyOf ?o }}", VOCABULARY)}
    assert found == {namespaces[prefix][1:-1] + name for prefix, name in (curie.split(":") for curie in above)}


def test_the_only_inverse_and_the_only_symmetric_property() -> None:
    assert asked("SELECT ?a ?b { ?a owl:inverseOf ?b }", VOCABULARY) == [(SAG + "meeting", SAG + "item")]
    assert asked("SELECT ?a { ?a a owl:SymmetricProperty }", VOCABULARY) == [(SAG + "relatedTo",)]


@pytest.mark.parametrize(
    ("kind", "count"), [("owl:Class", 23), ("owl:ObjectProperty", 48), ("owl:DatatypeProperty", 27)]
)
def test_how_many_terms_there_are(kind: str, count: int) -> None:
    assert len(asked(f"SELECT ?t {{ ?t a {kind} }}", VOCABULARY)) == count


def test_outcomes_are_named_by_their_notation() -> None:
    found = pairs("SELECT ?n ?c { ?c skos:inScheme sag:outcomes ; skos:notation ?n }", VOCABULARY)
    assert found == {notation: f"{SAG}outcome-{notation}" for notation in OUTCOMES}


# The themes


def test_themes_are_those_of_the_contract() -> None:
    found = pairs("SELECT ?n ?c { ?c skos:notation ?n }", THEMES)
    assert found == {notation: f"https://w3id.org/sagsgraf/theme/{notation}" for notation in NOTATIONS}


@pytest.mark.parametrize("notation", NOTATIONS)
def test_a_theme_has_words_enough_and_none_twice(notation: str) -> None:
    where = f'?c skos:notation "{notation}"'
    strong = [word for (word,) in asked(f"SELECT ?w {{ {where} ; skos:hiddenLabel ?w }}", THEMES)]
    weak = [word for (word,) in asked(f"SELECT ?w {{ {where} ; sag:weakLabel ?w }}", THEMES)]
    assert 15 <= len(strong) <= 65
    assert not set(strong) & set(weak)
    assert [word for word in strong + weak if word != word.casefold().strip()] == []


@pytest.mark.parametrize("word", ["sag", "kommune", "møde", "borger", "plan", "udvikling", "opgave", "beslutning"])
def test_words_that_every_item_holds_signal_no_theme(word: str) -> None:
    assert not asked(f'SELECT ?c {{ ?c skos:hiddenLabel|sag:weakLabel "{word}"@da }}', THEMES)


def test_kle_is_linked_to_and_not_repeated() -> None:
    links = asked("SELECT ?c ?k { ?c skos:closeMatch ?k }", THEMES)
    assert links
    assert all(link.startswith("http://www.kle-online.dk/emneplan/") and link[-4] == "/" for _, link in links)
