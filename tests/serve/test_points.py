"""Pages of sub-points, and of decisions on which people voted."""

from pathlib import Path

import pytest

from kg.inputs import find_inputs
from kg.pipeline import build
from kg.profiles import NONE
from kg.serve.config import Config
from kg.settings import Settings
from tests.serve.test_pages import HTML, seen

MINUTES = Path(__file__).parents[1] / "minutes" / "formats" / "hammelby-byraad-2025-06-18.txt"
MEETING = "/id/hammelby/meeting/byraadet/2025-06-18"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("points")
    build(find_inputs([str(MINUTES)])[0], folder, Settings(forced=NONE))
    return folder


def test_sub_points_stand_below_their_point_under_the_number_that_is_written(serve, store: Path) -> None:
    words = seen(serve(Config(store)).client, MEETING)
    order = ["Anlægssager", "2.1 Cykelsti langs Mosevej", "2.2 Bro over Hammel Å", "2.3 Køb af areal", "Eventuelt"]
    places = [words.index(each) for each in order]
    assert places == sorted(places)


def test_a_point_and_its_sub_points_lead_to_each_other(serve, store: Path) -> None:
    client = serve(Config(store)).client
    point = client.get(f"{MEETING}/item/2", headers=HTML).text
    assert all(f'href="{MEETING}/item/{number}"' in point for number in (4, 5, 6))
    for number in (4, 6):  # an open one and a closed one
        page = client.get(f"{MEETING}/item/{number}", headers=HTML).text.partition('class="about"')[2]
        assert f'href="{MEETING}/item/2"' in page
    assert "item 2.1" in seen(client, f"{MEETING}/item/4")


def test_an_item_says_who_voted_how_and_who_put_what_on_record(serve, store: Path) -> None:
    client = serve(Config(store)).client
    words = seen(client, f"{MEETING}/item/4")
    for said in (
        "Voted for 11",
        "Egon Bruhn",
        "Voted against 4 Venstre",
        "Put on record: ( Venstre )",
        "Stien er for dyr.",
    ):
        assert said in words
    assert "Abstained Socialistisk Folkeparti" in seen(client, f"{MEETING}/item/5")
    assert "Imod stemte 4 Venstre" in seen(client, f"{MEETING}/item/4?lang=da")


def test_an_item_says_whom_its_recommendation_passes(serve, store: Path) -> None:
    words = seen(serve(Config(store)).client, f"{MEETING}/item/4")
    assert "Teknisk Afdeling → Økonomiudvalget → Byrådet" in words


def test_every_page_of_these_minutes_is_there(serve, store: Path) -> None:
    client = serve(Config(store)).client
    decision = f"{MEETING}/item/4/decision/byraadet-2025-06-18"
    pages = [decision, f"{decision}/remark/1", f"{MEETING}/item/4/recommendation/step/1", "/ask/votes"]
    assert [client.get(each, headers=HTML, follow_redirects=True).status_code for each in pages] == [200] * 4
