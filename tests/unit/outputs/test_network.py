"""The page of centres and themes: it holds what the graph says, runs nothing of it, and fetches nothing."""

import json
import re

import pytest

from kg.messages import speaker
from kg.outputs.network import Tie, make_network, network_page

HR, IT = "https://example.org/unit/hr", "https://example.org/unit/it"
LAW, PAY = "https://example.org/theme/law", "https://example.org/theme/pay"
TIES = [
    Tie(HR, "IT-Centret", PAY, "Løn", 3),
    Tie(IT, "IT-Centret", LAW, "Jura", 1),
    Tie(IT, "IT-Centret", PAY, "Løn", 2),
]


def data(page: str, name: str) -> list[dict[str, object]]:
    found = re.search(rf"{name}: new vis\.DataSet\((.*?)\)[,\s]", page)
    assert found
    return json.loads(found[1])


def test_the_picture_and_the_table_hold_the_same() -> None:
    page = network_page(TIES, speaker("en"))
    names = {node["id"]: node["label"] for node in data(page, "nodes")}
    drawn = {(names[edge["from"]], names[edge["to"]], edge["value"]) for edge in data(page, "edges")}
    assert drawn == {("IT-Centret", "Løn", 3), ("IT-Centret", "Jura", 1), ("IT-Centret", "Løn", 2)}
    for centre, theme, items in drawn:
        assert f'<tr><th scope="row">{centre}</th><td>{theme}</td><td>{items}</td></tr>' in page


def test_centres_stand_left_of_themes_and_near_theirs() -> None:
    nodes = make_network(TIES).nodes
    assert nodes[HR]["x"] == nodes[IT]["x"] < nodes[LAW]["x"] == nodes[PAY]["x"]
    assert (nodes[LAW]["y"] < nodes[PAY]["y"]) is True
    assert (nodes[IT]["y"] < nodes[HR]["y"]) is True


def test_the_order_of_the_ties_does_not_matter() -> None:
    assert dict(make_network(TIES).nodes) == dict(make_network(TIES[::-1]).nodes)


@pytest.mark.parametrize(
    "bad", ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a\u2028b", "$title"]
)
def test_a_name_is_text_and_never_code(bad: str) -> None:
    page = network_page([Tie(HR, bad, PAY, bad, 1)], speaker("en"))
    plain = network_page([Tie(HR, "plain", PAY, "plain", 1)], speaker("en"))
    assert page.count("<script") == plain.count("<script")
    assert page.count("</script") == 2
    assert "<img src=x" not in page
    assert "\u2028" not in page.rpartition("<script>")[2]


def test_the_page_fetches_nothing() -> None:
    page = network_page(TIES, speaker("da"))
    assert "default-src 'none'" in page
    assert not re.search(r"<(?:script|img|iframe|link)[^>]*(?:src|href)=", page)
    assert not re.search(r"@import|url\((?!\"data:)", page.partition("</style>")[0])


@pytest.mark.parametrize(("language", "expected"), [("da", '<html lang="da">'), ("en", '<html lang="en">')])
def test_the_page_says_its_language(language: str, expected: str) -> None:
    assert expected in network_page(TIES, speaker(language))


def test_a_graph_in_which_nobody_drives_anything() -> None:
    page = network_page([], speaker("en"))
    assert "No centre drives a theme in this graph." in page
    assert "<table>" not in page
