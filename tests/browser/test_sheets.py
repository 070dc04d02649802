"""The pages of a PDF beside its words, in a browser."""

from collections.abc import Iterator

import pytest

from kg.inputs import find_inputs
from kg.pipeline import build
from kg.profiles import NONE
from kg.serve.config import Config
from kg.settings import Settings
from tests.serve.conftest import Served
from tests.unit.readers import invented


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The explorer over minutes as FirstAgenda prints them."""
    folder = tmp_path_factory.mktemp("printed")
    (folder / "stier.pdf").write_bytes(invented.firstagenda().pdf())
    build(find_inputs([str(folder / "stier.pdf")])[0], folder / "store", Settings(forced=NONE))
    server = Served(Config(folder / "store"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("kg.serve.source.sheets._SECONDS", 300)  # a busy machine is no failure
        yield server
    server.stop()


def address(server: Served) -> str:
    answer = server.client.get("/sparql", params={"query": "SELECT ?d { ?d a sag:Document }", "format": "json"})
    return f"{server.url}/id/document/{answer.json()['results']['bindings'][0]['d']['value'].rpartition('/')[2]}"


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1280, "dark"), (400, "light")])
def test_pages_stand_beside_their_words(visit, printed, width: int, scheme: str) -> None:
    seen = visit(address(printed), width=width, scheme=scheme, language="da")
    pictures = seen.page.locator(".sheet img")
    for place in range(3):
        pictures.nth(place).scroll_into_view_if_needed()
        seen.page.wait_for_function(
            "place => document.querySelectorAll('.sheet img')[place].naturalWidth > 0", arg=place
        )
    words, picture = (seen.page.locator(f"#page-3 .{each}").bounding_box() for each in ("lines", "sheet"))
    if width > 1024:
        assert picture["x"] >= words["x"] + words["width"]
        assert abs(picture["y"] - words["y"]) < 60 or picture["y"] > words["y"]
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.page.locator(".sheet figcaption").all_inner_texts()[3].startswith("Side 4 · Siden vises ikke")
    seen.page.evaluate("scrollTo(0, 0)")
    seen.shot(f"source-pdf-{width}-{scheme}")
    assert seen.violations() == []
    seen.calm()


def test_pictures_can_be_put_away(visit, printed) -> None:
    seen = visit(address(printed))
    seen.page.get_by_label("Pages as pictures").uncheck()
    assert not seen.page.locator(".sheet img").first.is_visible()
    seen.calm()


def test_a_place_shows_what_stands_there_over_the_pictures(visit, printed) -> None:
    seen = visit(address(printed))
    seen.page.locator(".t a.m").first.click()
    seen.page.wait_for_selector(".panel .words")
    assert seen.page.locator(".panel").is_visible()
    seen.calm()
