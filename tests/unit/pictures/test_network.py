"""Networks: who and what the items tie together, every edge with the items behind it."""

import os
import random
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from kg.api import Graph
from kg.errors import UsageError
from kg.messages import speaker
from kg.pictures.items import Item, read_items
from kg.pictures.network import Choice, Network, make_network, read_network
from kg.pictures.network.page import network_page, network_view
from kg.pictures.network.ties import OFS, Known

ROOT = Path(__file__).resolve().parents[3]
BASE = "https://w3id.org/sagsgraf/id/taarnevig"
CFE, SWIM = f"{BASE}/unit/center-for-ejendomme", f"{BASE}/case/22-10457"
BOARD, FINANCE = f"{BASE}/body/direktionen", f"{BASE}/body/oekonomiudvalget"
CULTURE = "https://w3id.org/sagsgraf/theme/culture"
HOSTILE = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "\u202egnirts",
    "a" * 10_000,
    "{{ 7 * 7 }}",
]


def ends(network: Network) -> dict[tuple[str, str], tuple[str, ...]]:
    """The items behind each edge, by the IRIs of its ends."""
    return {
        (network.nodes[edge.one].iri, network.nodes[edge.other].iri): tuple(
            network.items[each].iri for each in edge.items
        )
        for edge in network.edges
    }


def kinds(network: Network) -> set[str]:
    return {node.kind for node in network.nodes}


def item(
    number: int, *, case: str = "", people: tuple[str, ...] = (), themes: tuple[str, ...] = (), title: str = ""
) -> Item:
    """An invented item of one body, driven by one centre."""
    return Item(
        f"i/{number}", f"2022-01-{1 + number % 28:02}", "b/1", "Board", number, title or f"Item {number}", False, case,
        case.rpartition("/")[2], themes, ("c/1",), people,
    )  # fmt: skip


def known(items: list[Item], label: str = "") -> Known:
    things = {"b/1": ("body", label or "Board"), "c/1": ("centre", label or "Centre")}
    for each in items:
        things |= {iri: ("person", label or iri) for iri in each.people} | {
            iri: ("theme", label or iri) for iri in each.themes
        }
        things |= {each.case: ("case", label or each.case)} if each.case else {}
    return Known(things)


# --- what each network is made of


def test_centres_and_people_are_tied_to_the_themes_of_the_items_that_they_drive(asked: Graph) -> None:
    network = read_network(asked, Choice("units-themes"))
    behind = ends(network)[CFE, CULTURE]
    driven = {each.iri for each in read_items(asked, "en") if CFE in each.drivers and CULTURE in each.themes}
    assert set(behind) == driven != set()
    assert kinds(network) == {"centre", "person", "theme"}


def test_cases_are_tied_to_the_bodies_that_treated_them(asked: Graph) -> None:
    network = read_network(asked, Choice("cases"))
    of_case = [each for each in read_items(asked, "en") if each.case == SWIM]
    assert kinds(network) == {"case", "body"}
    assert len(of_case) == 7
    for body in (BOARD, FINANCE):
        assert set(ends(network)[body, SWIM]) == {each.iri for each in of_case if each.body == body}


def test_cases_about_the_same_matter_are_tied_and_both_items_stand_behind(asked: Graph) -> None:
    network = read_network(asked, Choice("cases"))
    tied = {edge.relations: edge for edge in network.edges if network.nodes[edge.one].kind == "case"}
    assert ("related",) in tied
    for edge in tied.values():
        assert {network.nodes[edge.one].iri, network.nodes[edge.other].iri} == {
            network.items[i].case for i in edge.items
        }


def test_collecting_numbers_tie_nothing_and_are_counted(asked: Graph) -> None:
    network = read_network(asked, Choice("cases"))
    assert network.left_out == 6
    assert not any(node.marked for node in network.nodes)
    assert "6 collecting numbers" in network_page(network, speaker("en"))


def test_a_collecting_number_that_is_asked_for_is_shown_and_marked(asked: Graph) -> None:
    network = read_network(asked, Choice("cases", case="24/31150"))
    assert [node.marked for node in network.nodes if node.kind == "case"] == [True]


def test_people_are_tied_to_where_they_met_and_to_whom_they_are_named_with(asked: Graph) -> None:
    network = read_network(asked, Choice("people"))
    person = f"{BASE}/person/henrik-toftgaard"
    relations = {ends_: edge.relations for ends_, edge in zip(ends(network), network.edges, strict=True)}
    assert relations[person, BOARD] == ("attended", "member")
    assert ("together",) in relations.values()
    assert {each.rpartition("/item/")[0] for each in ends(network)[person, FINANCE]} == {
        f"{BASE}/meeting/oekonomiudvalget/2023-02-22", f"{BASE}/meeting/oekonomiudvalget/2024-03-20",
    }  # fmt: skip


def test_all_ties_things_of_different_kinds_that_share_an_item(asked: Graph) -> None:
    network = read_network(asked, Choice("all"))
    assert kinds(network) == {"centre", "person", "body", "theme", "case"}
    for edge in network.edges:
        one, other = network.nodes[edge.one], network.nodes[edge.other]
        assert one.kind != other.kind
        for place in edge.items:
            each = network.items[place]
            assert {one.iri, other.iri} <= {each.body, each.case, *each.themes, *each.drivers, *each.people}


@pytest.mark.parametrize("of", OFS)
def test_every_edge_has_items_and_so_has_every_node(asked: Graph, of: str) -> None:
    network = read_network(asked, Choice(of))
    assert network.edges
    assert all(edge.items for edge in network.edges)
    for edge in network.edges:
        for end in (edge.one, edge.other):
            assert set(edge.items) <= set(network.nodes[end].items)
    assert len(network.shown) == len(network.items)


def test_a_long_list_of_names_ties_no_two_of_them() -> None:
    crowd = [item(1, people=tuple(f"p/{i:02}" for i in range(41)))]
    few = [item(1, people=("p/1", "p/2"))]
    assert make_network(crowd, known(crowd), Choice("people")).edges == ()
    assert len(make_network(few, known(few), Choice("people")).edges) == 1


# --- narrowed


@pytest.mark.parametrize(
    ("choice", "holds"),
    [
        (Choice("all", case="22/10457"), lambda each: each.case == SWIM),
        (Choice("all", unit="CFE"), lambda each: CFE in each.drivers),
        (Choice("all", theme="kultur og fritid"), lambda each: CULTURE in each.themes),
        (Choice("all", body="Direktionen"), lambda each: each.body == BOARD),
        (Choice("all", from_="2023", to="2023"), lambda each: each.date[:4] == "2023"),
        (Choice("all", from_="2022-06", to="2022-06-15"), lambda each: "2022-06-01" <= each.date <= "2022-06-15"),
    ],
)
def test_a_network_is_narrowed_to_the_items_asked_for(asked: Graph, choice: Choice, holds) -> None:
    network = read_network(asked, choice)
    assert {each.iri for each in network.items} == {each.iri for each in read_items(asked, "en") if holds(each)}
    assert network.nodes


def test_a_network_of_one_case_has_those_that_belong_with_it(asked: Graph) -> None:
    labels = {node.label for node in read_network(asked, Choice("cases", case="22/11803")).nodes}
    assert {"22/11803", "22/13366", "24/03390"} <= labels
    assert "22/10457" not in labels


def test_what_it_was_narrowed_to_stands_in_the_title(asked: Graph) -> None:
    page = network_page(read_network(asked, Choice("cases", unit="CFE"), "da"), speaker("da"))
    assert "behandlede dem: Center for Ejendomme</title>" in page


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (Choice(unit="Center for Eventyr"), "No centre or person in the graph is called Center for Eventyr"),
        (Choice(case="99/99999"), "No case in the graph is called 99/99999"),
        (Choice(from_="en dag"), "cannot be read as from"),
    ],
)
def test_a_name_that_nothing_has_is_one_sentence(asked: Graph, choice: Choice, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read_network(asked, choice)


# --- the same always


def test_the_order_of_the_items_does_not_matter(asked: Graph) -> None:
    items = list(read_items(asked, "en"))
    from kg.pictures.network.ties import read_known

    first = make_network(items, read_known(asked, "en"), Choice("all"))
    random.Random(1).shuffle(items)
    assert make_network(items, read_known(asked, "en"), Choice("all")) == first


def test_the_same_graph_gives_the_same_bytes_in_every_process(example_store: Path) -> None:
    code = (
        "import sys, hashlib\nfrom kg.api import open_graph\nfrom kg.messages import speaker\n"
        "from kg.pictures.network import Choice, read_network\nfrom kg.pictures.network.page import network_page\n"
        "graph = open_graph(sys.argv[1])\n"
        "for of in ('all', 'units-themes'):\n"
        "    page = network_page(read_network(graph, Choice(of), 'da'), speaker('da'))\n"
        "    print(hashlib.sha256(page.encode()).hexdigest())\n"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code, str(example_store)], check=True, capture_output=True, cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(made) == 1


# --- too large


def many(count: int) -> list[Item]:
    return [item(i, case=f"case/{i}", themes=(f"t/{i % 7}",)) for i in range(count)]


def test_the_lightest_of_too_many_nodes_are_folded_into_one_for_each_kind_and_the_page_says_so() -> None:
    items = [*many(40), item(100, case="case/1")]
    network = make_network(items, known(items), Choice("all"), most=20)
    assert len(network.nodes) <= 20
    folded = [node for node in network.nodes if node.folded]
    assert network.folded == sum(node.folded for node in folded) == 40 + 7 + 2 - (len(network.nodes) - len(folded))
    assert "case/1" in {node.iri for node in network.nodes}
    assert {i for node in folded if node.kind == "case" for i in node.items} >= {
        place for place, each in enumerate(network.items) if each.case not in {n.iri for n in network.nodes}
    }
    others = next(node.folded for node in folded if node.kind == "case")
    page = network_page(network, speaker("en"))
    assert f"{network.folded} are folded into one node for each kind" in page
    assert f"{others} other cases" in page


def test_a_network_that_fits_is_not_folded() -> None:
    items = many(10)
    network = make_network(items, known(items), Choice("all"))
    assert (network.folded, network.thinned) == (0, 0)
    assert "network-note" not in network_view(network, speaker("en"))[0]


def test_of_too_many_edges_the_strongest_stay_every_node_keeps_one_and_the_page_says_so() -> None:
    items = many(40)
    whole = make_network(items, known(items), Choice("all"))
    thin = make_network(items, known(items), Choice("all"), most_edges=60)
    assert len(thin.edges) == 60
    assert thin.thinned == len(whole.edges) - 60
    assert {end for edge in thin.edges for end in (edge.one, edge.other)} == set(range(len(thin.nodes)))
    assert len(thin.edges[0].items) == len(whole.edges[0].items)
    assert f"The {thin.thinned} weakest ties are left out" in network_page(thin, speaker("en"))


# --- the page


def test_the_picture_and_the_tables_hold_the_same(asked: Graph) -> None:
    network = read_network(asked, Choice("units-themes"))
    html, data = network_view(network, speaker("en"))
    assert [node["label"] for node in data["nodes"]] == [node.label for node in network.nodes]
    assert html.count("data-edge=") == len(data["edges"]) == len(network.edges)
    assert [tuple(edge["items"]) for edge in data["edges"]] == [edge.items for edge in network.edges]


def test_addresses_are_given_where_the_page_around_has_them(asked: Graph) -> None:
    network = read_network(asked, Choice("units-themes"))
    _, without = network_view(network, speaker("en"))
    _, within = network_view(network, speaker("en"), lambda iri: f"/x?{iri}")
    assert all("href" not in node for node in without["nodes"])
    assert {each.href for each in without["items"]} == {""}
    assert within["nodes"][0]["href"] == f"/x?{network.nodes[0].iri}"
    assert within["items"][0].href == f"/x?{network.items[0].iri}"
    assert "#char=" in within["items"][0].source_href


@pytest.mark.parametrize("bad", HOSTILE)
def test_a_name_is_data_and_never_code(bad: str) -> None:
    def page(text: str) -> str:
        items = [item(i, case=f"case/{i}", themes=("t/1",), people=("p/1",), title=text) for i in range(3)]
        return network_page(make_network(items, known(items, text), Choice("all")), speaker("en"))

    assert page(bad).count("<script") == page("plain").count("<script")
    assert page(bad).count("</script") == page("plain").count("</script")
    assert "<img src=x" not in page(bad)
    assert "{{ 7 * 7 }}" in page("{{ 7 * 7 }}")


def test_closed_items_show_only_what_may_be_shown(asked: Graph) -> None:
    network = read_network(asked, Choice("all"))
    closed = [shown for each, shown in zip(network.items, network.shown, strict=True) if each.closed]
    assert closed
    assert all(each.outcomes == () and each.title in each.words for each in closed)


def test_a_graph_that_ties_nothing_says_so() -> None:
    page = network_page(make_network([], Known(), Choice()), speaker("da"))
    assert "Der er intet at tegne" in page
    assert '<div class="network-canvas"' not in page


def test_a_network_says_its_language(asked: Graph) -> None:
    page = network_page(read_network(asked, Choice(), "da"), speaker("da"), about="Lavet af 10 referater")
    assert '<html lang="da">' in page
    assert "kultur og fritid" in page
    assert "Lavet af 10 referater" in page


def test_a_whole_network_is_of_any_size_and_not_for_a_page(asked: Graph) -> None:
    whole = read_network(asked, Choice("all"), whole=True)
    drawn = read_network(asked, Choice("all"))
    assert whole.shown == ()
    assert msgspec.structs.replace(drawn, shown=()) == msgspec.structs.replace(whole, chosen=drawn.chosen)
