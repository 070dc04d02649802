"""Pages of a meeting that has several documents, and of a document that has no meeting."""

import re
import shutil
from pathlib import Path

import pytest

from kg.api import open_graph
from kg.inputs import find_inputs
from kg.pipeline import build
from kg.profiles import NONE
from kg.serve.config import Config
from kg.settings import Settings
from tests.serve.test_pages import HTML, seen, text_of

SOURCES = Path(__file__).parents[1] / "queries" / "sources"
MEETING = "/id/klintevig/meeting/havneudvalget/2031-01-05"
LETTER = "Kære alle i Havneudvalget\n\nTak for sidst. Vi ses ved pælebroen.\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("several")
    shutil.copytree(SOURCES, folder / "minutes")
    (folder / "minutes" / "brev.txt").write_text(LETTER, "utf-8")
    build(find_inputs([str(folder / "minutes")])[0], folder / "store", Settings(forced=NONE))
    return folder / "store"


def test_a_meeting_names_its_documents_the_best_first_and_where_they_differ(serve, store: Path) -> None:
    words = seen(serve(Config(store)).client, MEETING)
    first, second, third = (
        words.index(name)
        for name in (
            "referat-2031-01-05-rettet.txt minutes, counts where they differ",
            "referat-2031-01-05.md minutes",
            "dagsorden-2031-01-05.txt agenda",
        )
    )
    assert first < second < third
    assert "Where the documents differ" in words
    assert "Item 2 has the case number 30/400 here and 30/401 in referat-2031-01-05-rettet.txt." in words


def test_an_item_leads_to_its_words_in_each_document(serve, store: Path) -> None:
    client = serve(Config(store)).client
    page = client.get(f"{MEETING}/item/1", headers=HTML).text
    attachments = page.partition('id="attachments"')[2].partition("</section>")[0]
    leading = re.findall(r'href="(/[^"]*)"', attachments.partition("</li>")[0])
    assert len({each.partition("#")[0] for each in leading}) == 3
    assert all(client.get(each, headers=HTML).status_code == 200 for each in leading)


def test_a_document_without_a_meeting_is_a_document_with_its_text_and_a_gap(serve, store: Path) -> None:
    client = serve(Config(store)).client
    gaps = client.get("/health.json").json()["gaps"]["gaps-documents"]
    assert [row["file"] for row in gaps] == ["brev.txt"] * len(gaps) != []
    page = client.get(f"/id/{gaps[0]['document'].rpartition('/id/')[2]}", headers=HTML, follow_redirects=True)
    assert "Vi ses ved pælebroen." in text_of(page.text)
    assert "In documents without a meeting brev.txt" in seen(client, "/find?q=pælebroen")
    assert "brev.txt" not in seen(client, "/find?q=pælebroen&year=2031")


def test_kg_find_has_it_too(store: Path) -> None:
    with open_graph(store) as graph:
        (row,) = graph.find("pælebroen").dicts()
        assert row["title"] == "brev.txt"
        assert "ved pælebroen" in row["snippet"]
        assert graph.find("pælebroen", **{"from": "2031"}).rows == ()


def test_what_another_document_closes_is_not_shown(serve, store: Path) -> None:
    """The first minutes have the purchase open, with its price; the corrected ones and the agenda close it."""
    assert "500.000" in (SOURCES / "referat-2031-01-05.md").read_text("utf-8")
    client = serve(Config(store)).client
    for row in client.get("/health.json").json()["gaps"]["gaps-sources"]:
        page = client.get(f"/id/{row['document'].rpartition('/id/')[2]}", headers=HTML, follow_redirects=True)
        assert "Færgens" in page.text or "Lukket" in page.text
        assert "500.000" not in text_of(page.text)
    assert "500.000" not in seen(client, f"{MEETING}/item/3")
    with open_graph(store) as graph:
        assert graph.find("forhandlingsudgangspunkt").rows == ()
