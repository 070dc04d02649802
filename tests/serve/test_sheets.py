"""Pictures of a PDF's pages: of the very file, of pages that hold nothing closed or personal, and drawn apart."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from kg.api import open_graph
from kg.inputs import find_inputs
from kg.pipeline import build
from kg.profiles import NONE
from kg.serve.config import Config
from kg.serve.source import sheets
from kg.serve.source.sheets import Sheets, draw_apart
from kg.settings import Settings
from tests.unit.readers import invented
from tests.unit.readers.paper import Paper


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no failure."""
    monkeypatch.setattr(sheets, "_SECONDS", 300)


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "stier.pdf"
    path.write_bytes(invented.firstagenda().pdf())
    return path


@pytest.fixture
def address(minutes: Path, serve):
    """The client of a server over those minutes, and the address of the document's source page."""
    store = minutes.parent / "store"
    build(find_inputs([str(minutes)])[0], store, Settings(forced=NONE))
    with open_graph(store) as graph:
        stem = graph.manifest["documents"][0]["sha256"][:16]
    return serve(Config(store)).client, stem


def test_a_page_as_a_picture(address):
    client, stem = address
    answer = client.get(f"/document/{stem}/page/3.png")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.content.startswith(b"\x89PNG")
    assert answer.headers["cache-control"] == "private, no-cache"
    assert client.get(f"/document/{stem}/page/3.png").content == answer.content


def test_a_page_of_a_file_in_an_archive(minutes: Path, serve) -> None:
    with ZipFile(minutes.with_suffix(".zip"), "w") as archive:
        archive.write(minutes, "2024/stier.pdf")
    store = minutes.parent / "store"
    build(find_inputs([str(minutes.with_suffix(".zip"))])[0], store, Settings(forced=NONE))
    with open_graph(store) as graph:
        stem = graph.manifest["documents"][0]["sha256"][:16]
    answer = serve(Config(store)).client.get(f"/document/{stem}/page/3.png")
    assert answer.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("page", ["4", "0", "5", "-1", "99999999999999999999", "x"])
def test_what_is_closed_or_is_no_page_is_not_drawn(address, page, monkeypatch):
    monkeypatch.setattr(sheets, "draw_apart", lambda *_: pytest.fail("drawn"))
    client, stem = address
    assert client.get(f"/document/{stem}/page/{page}.png").status_code == 404


def test_the_page_shows_pictures_beside_the_words(address):
    client, stem = address
    page = client.get(f"/id/document/{stem}", headers={"accept": "text/html", "accept-language": "da"}).text
    assert re.findall(r'src="/document/\w+/page/(\d)\.png" alt="([^"]*)"', page) == [
        (str(number), f"Billede af side {number}") for number in (1, 2, 3)
    ]
    assert page.count("den kan rumme noget lukket") == 1


@pytest.mark.parametrize("change", ["another", "gone"])
def test_only_the_file_that_was_read_is_shown(address, minutes, change):
    client, stem = address
    assert client.get(f"/document/{stem}/page/1.png").status_code == 200
    if change == "gone":
        minutes.unlink()
    else:
        minutes.write_bytes(Paper().page().lines("Noget andet").pdf())
    assert client.get(f"/document/{stem}/page/1.png").status_code == 404
    page = client.get(f"/id/document/{stem}", headers={"accept": "text/html"}).text
    assert ".png" not in page
    assert "Page 3" in page


def test_a_text_has_no_pages(client, asked):
    stem = asked.manifest["documents"][0]["sha256"][:16]
    assert client.get(f"/document/{stem}/page/1.png").status_code == 404
    assert client.get("/document/0123456789abcdef/page/1.png").status_code == 404


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n\0", Paper().page().pdf()[:150]])
def test_what_cannot_be_drawn_gives_no_picture(data):
    assert draw_apart(data, 1) is None


def test_a_page_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_SECONDS", 0.001)
    assert draw_apart(invented.word().pdf(), 1) is None


def test_a_huge_page_is_drawn_small():
    png = draw_apart(Paper(size=(14_000, 14_000)).page().lines("Stort").pdf(), 1)
    assert png is not None
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    assert width * height < 12_100_000


def test_pictures_are_kept_up_to_a_bound(monkeypatch):
    drawn = []
    monkeypatch.setattr(sheets, "draw_apart", lambda _, number: drawn.append(number) or b"x" * 40)
    kept = Sheets(most=100)
    for number in (1, 2, 1, 3, 1, 2):
        kept.get(b"", "a", number)
    assert drawn == [1, 2, 3, 2]
