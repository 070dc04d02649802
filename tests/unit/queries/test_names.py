"""What people call things, and which things that is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import kg.queries.names
from kg.api import Graph, open_graph
from kg.graph.rows import Iri
from kg.inputs import find_inputs
from kg.pipeline import build
from kg.profiles import NONE
from kg.queries.names import AmbiguousNameError, UnknownNameError, look_up, nearest, plain
from kg.settings import Settings

MINUTES = Path(__file__).parents[2] / "minutes"


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """Minutes of two authorities, Klintemose and Lyngsted, that have bodies of the same name."""
    store = tmp_path_factory.mktemp("towns") / "store"
    folders = [str(MINUTES / name / "minutes") for name in ("klintemose", "birkholt")]
    build(find_inputs(folders)[0], store, Settings(forced=NONE))
    with open_graph(store) as graph:
        yield graph


@pytest.mark.parametrize(
    ("kind", "name", "end"),
    [
        ("case", "22/10457", "taarnevig/case/22-10457"),
        ("case", "22-10457", "taarnevig/case/22-10457"),
        ("case", "taarnevig/case/22-10457", "taarnevig/case/22-10457"),
        ("unit", "Center for Ejendomme", "taarnevig/unit/center-for-ejendomme"),
        ("unit", "CENTER FOR EJENDOMME", "taarnevig/unit/center-for-ejendomme"),
        ("unit", "CFE", "taarnevig/unit/center-for-ejendomme"),
        ("unit", "cfe", "taarnevig/unit/center-for-ejendomme"),
        ("unit", "ejendomme", "taarnevig/unit/center-for-ejendomme"),
        ("unit", "Plan- og Byggecentret", "taarnevig/unit/plan-og-byggecentret"),
        ("unit", "plan og byggecentret", "taarnevig/unit/plan-og-byggecentret"),
        ("person", "Birthe Nordahl", "taarnevig/person/birthe-nordahl"),
        ("person", "nordahl birthe", "taarnevig/person/birthe-nordahl"),
        ("body", "ØU", "taarnevig/body/oekonomiudvalget"),
        ("body", "ØKONOMIUDVALGET", "taarnevig/body/oekonomiudvalget"),
        ("any", "Direktionen", "taarnevig/body/direktionen"),
        ("agent", "Henrik Toftgaard", "taarnevig/person/henrik-toftgaard"),
        ("meeting", "Direktionen 2022-03-08", "taarnevig/meeting/direktionen/2022-03-08"),
        ("meeting", "2022-03-08 direktionen", "taarnevig/meeting/direktionen/2022-03-08"),
        ("meeting", "2022-03-08", "taarnevig/meeting/direktionen/2022-03-08"),
        ("meeting", "ØU 2022-06-15", "taarnevig/meeting/oekonomiudvalget/2022-06-15"),
        ("authority", "Tårnevig", "taarnevig"),
    ],
)
def test_a_name_leads_to_its_thing(asked: Graph, kind: str, name: str, end: str) -> None:
    assert look_up(asked, kind, name) == asked.manifest["base"] + end


@pytest.mark.parametrize("name", ["kultur og fritid", "Kultur og fritid", "culture", "kultur"])
def test_a_theme_has_names_in_both_languages(asked: Graph, name: str) -> None:
    assert look_up(asked, "theme", name).endswith("theme/culture")


@pytest.mark.parametrize("name", ["udsat", "postponed"])
def test_an_outcome_has_names_in_both_languages(asked: Graph, name: str) -> None:
    assert look_up(asked, "outcome", name).endswith("outcome-postponed")


def test_the_whole_iri_is_a_name_too(asked: Graph) -> None:
    iri = f"{asked.manifest['base']}taarnevig/person/birthe-nordahl"
    assert look_up(asked, "person", iri) == iri


def test_an_iri_of_another_kind_is_not_taken(asked: Graph) -> None:
    with pytest.raises(UnknownNameError):
        look_up(asked, "unit", "taarnevig/person/birthe-nordahl")


@pytest.mark.parametrize(
    ("kind", "name", "first"),
    [
        ("case", "22/10475", "22/10457"),
        ("unit", "CFX", "CFE"),
        ("unit", "Center for Ejendome", "Center for Ejendomme"),
        ("person", "Birte Nordal", "Birthe Nordahl"),
        ("body", "Økonomi-udvalg", "Økonomiudvalget"),
        ("theme", "skole", "skoler"),
    ],
)
def test_an_unknown_name_has_the_nearest_ones_first(asked: Graph, kind: str, name: str, first: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        look_up(asked, kind, name)
    assert caught.value.nearest[0] == first
    assert f"called {name}; the nearest names are: {first}" in caught.value.said("en")
    assert f"»{name}«; det nærmeste er: {first}" in caught.value.said("da")


def test_where_nothing_comes_near_nothing_is_suggested(asked: Graph) -> None:
    with pytest.raises(UnknownNameError, match="nor anything like it") as caught:
        look_up(asked, "unit", "¤¤¤¤")
    assert caught.value.nearest == ()


def test_a_case_is_never_found_by_part_of_its_number(asked: Graph) -> None:
    with pytest.raises(UnknownNameError):
        look_up(asked, "case", "10457")


def test_a_name_of_several_lists_them_by_their_best_names(asked: Graph) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        look_up(asked, "unit", "center for")
    assert [label for _, label in caught.value.choices] == [
        "Center for Børn og Læring",
        "Center for Ejendomme",
        "Center for Plan, Klima og Byg",
    ]
    assert "Center for Ejendomme (taarnevig/unit/center-for-ejendomme)" in str(caught.value)
    assert all(asked.query("ASK { ?x a sag:Centre }", {"x": Iri(iri)}).rows for iri, _ in caught.value.choices)


def test_what_stands_in_brackets_is_a_name(asked: Graph) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        look_up(asked, "meeting", "2022")
    base = asked.manifest["base"]
    assert {look_up(asked, "meeting", iri.removeprefix(base)) for iri, _ in caught.value.choices} == {
        iri for iri, _ in caught.value.choices
    }
    assert [label for _, label in caught.value.choices] == [
        "Direktionen 2022-03-08",
        "Direktionen 2022-05-24",
        "Direktionen 2022-09-20",
        "Økonomiudvalget 2022-06-15",
    ]


def test_themes_are_listed_by_the_names_that_were_meant(asked: Graph) -> None:
    with pytest.raises(AmbiguousNameError, match=r"børn og unge .*kultur og fritid .*udbud og indkøb "):
        look_up(asked, "theme", "og")


def test_many_choices_are_counted_and_not_listed(asked: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.queries.names, "_MOST", 1)
    with pytest.raises(AmbiguousNameError, match=r"2022-05-24\) and 2 more; write more of the name"):
        look_up(asked, "meeting", "2022")


@pytest.mark.parametrize("town", ["klintemose", "lyngsted"])
def test_the_authority_narrows_the_choice(towns: Graph, town: str) -> None:
    with pytest.raises(AmbiguousNameError):
        look_up(towns, "body", "Økonomiudvalget")
    authority = look_up(towns, "authority", town)
    assert look_up(towns, "body", "Økonomiudvalget", authority) == f"{authority}/body/oekonomiudvalget"
    assert look_up(towns, "theme", "økonomi", authority) == look_up(towns, "theme", "økonomi")


def test_what_another_authority_has_is_unknown(towns: Graph) -> None:
    authority = look_up(towns, "authority", "klintemose")
    other = look_up(towns, "authority", "lyngsted")
    with pytest.raises(UnknownNameError):
        look_up(towns, "body", f"{other}/body/oekonomiudvalget", authority)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15/18107", "15 18107"),
        ("15-18107", "15 18107"),
        ("Plan- og Byggecentret", "plan og byggecentret"),
        ("A\u030ase", "åse"),
        ("  ØU.", "øu"),
        ("", ""),
        ("¤", ""),
    ],
)
def test_names_are_compared_by_words_and_figures(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("loop", "loops"), ("lops", "loops"), ("løkker", ""), ("", "")],
)
def test_nearest(name: str, expected: str) -> None:
    assert (*nearest(name, ["loops", "case", "meeting"]), "")[0] == expected
