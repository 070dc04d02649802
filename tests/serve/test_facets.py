"""Narrowing: what a facet counts is what one finds on choosing it, and what is chosen can be taken back."""

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest

HTML = {"accept": "text/html", "accept-language": "en"}
_VALUE = re.compile(
    r'<li><a href="([^"]+)"( class="chosen")?[^>]*><bdi>(.*?)</bdi><span class="count">(\d+)</span></a></li>'
)
_CHIP = re.compile(r'<li><a href="([^"]+)" rel="nofollow"><span class="soft">')


def values(page: str) -> list[tuple[str, int]]:
    """Of each value of each facet the address that chooses it, and its count."""
    return [(html.unescape(address), int(count)) for address, _, _, count in _VALUE.findall(page)]


def total(page: str) -> int:
    """How many things a list has."""
    found = re.search(r"<h1>.*?(\d+)", page, re.DOTALL)
    assert found
    return int(found[1])


@pytest.mark.parametrize(
    "path", ["/items", "/cases", "/meetings", "/people", "/documents", "/find?q=budget", "/units?theme=economy"]
)
def test_a_count_is_what_one_finds(client, path: str) -> None:
    found = values(client.get(path, headers=HTML).text)
    assert len(found) > 5
    kinds = {next(iter(parse_qs(urlsplit(address).query).keys() - {"q"}), "") for address, _ in found}
    assert len(kinds) > 2 or "theme" in path
    for address, count in found[::3]:
        if "theme=economy" in path and address.count("theme=") != 1:
            continue  # that one takes the theme back, or adds another to it
        assert (address, total(client.get(address, headers=HTML).text)) == (address, count)


def test_facets_are_combined_and_taken_back(client) -> None:
    page = client.get("/items?body=Direktionen&year=2022", headers=HTML).text
    chips = [html.unescape(each) for each in _CHIP.findall(page)]
    assert chips == ["/items?body=taarnevig/body/direktionen", "/items?year=2022"]
    both = total(page)
    assert both < min(total(client.get(each, headers=HTML).text) for each in chips)
    assert total(client.get("/items?body=Direktionen&year=2022&year=2023", headers=HTML).text) > both


def test_counts_of_a_facet_do_not_see_what_it_is_narrowed_to(client) -> None:
    page = client.get("/items?year=2022", headers=HTML).text
    more = [address for address, _ in values(page) if address.startswith("/items?year=2022&year=")]
    assert len(more) == 3  # 2023, 2024 and 2025, which none of the items of 2022 has


def test_a_name_in_the_address_is_looked_up(client) -> None:
    short, whole = (
        client.get(path, headers=HTML).text
        for path in ("/items?unit=CFE", "/items?unit=taarnevig/unit/center-for-ejendomme")
    )
    assert total(short) == total(whole) > 0


def test_a_list_is_sorted_by_what_one_chooses(client) -> None:
    for sort, down in (("items", False), ("-items", True)):
        rows = client.get(f"/themes.json?sort={sort}").json()["answers"][0]["rows"]
        counts = [row["items"] for row in rows]
        assert counts == sorted(counts, reverse=down)
        assert len(set(counts)) > 2
    page = client.get("/themes?sort=label", headers=HTML).text
    assert 'aria-sort="ascending"' in page


def test_a_list_is_cut_into_pages(client, monkeypatch) -> None:
    monkeypatch.setattr("kg.serve.lists.PAGE", 25)
    pages = [client.get(f"/items?page={number}&sort=title", headers=HTML).text for number in (1, 2, 3)]
    rows = [re.findall(r'<td class="title[^"]*" data-label="title"><a href="([^"]+)"', page) for page in pages]
    assert [len(each) for each in rows] == [25, 25, 9]
    assert len({each for page in rows for each in page}) == 59
    assert 'rel="next"' in pages[0]
    assert 'rel="prev"' not in pages[0]
    assert 'rel="next"' not in pages[2]


def test_the_words_in_a_list(client) -> None:
    rows = client.get("/people.json?q=birt").json()["answers"][0]["rows"]
    assert [row["label"] for row in rows] == ["Birthe Nordahl"]
