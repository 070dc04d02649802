"""The page of a network, as somebody opens it who has no network connection and perhaps no mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.api import Graph
from kg.messages import speaker
from kg.pictures.items import Item, Shown
from kg.pictures.network import Choice, Network, make_network, read_network
from kg.pictures.network.page import network_page
from kg.pictures.network.ties import OFS, Known

HOSTILE = '</script><script>window.ran = 1</script><img src=x onerror="window.ran = 1">\u202e' + "a" * 10_000
READY = ".network[data-ready]"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Network], str]:
    """Writes the page of a network; its address."""

    def page_of(network: Network, language: str = "en") -> str:
        path = tmp_path / "network.html"
        path.write_text(network_page(network, speaker(language), "Made of 10 minutes"), "utf-8")
        return path.as_uri()

    return page_of


@pytest.fixture
def opened(visit, write, asked: Graph):
    """Opens a network of the examples, and waits until it stands."""

    def go(of: str = "units-themes", *, since: str = "", **settings):
        seen = visit(write(read_network(asked, Choice(of, from_=since))), **settings)
        seen.page.wait_for_selector(READY)
        return seen

    return go


def invented(count: int, text: str = "") -> Network:
    """A network of about as many nodes; `text` stands in every field of every item."""
    items, things = [], {"b": ("body", text or "Board")}
    for i in range(count):
        case, centre = f"case/{i}", f"centre/{i // 25}"
        things |= {case: ("case", text or f"22/{i:05}"), centre: ("centre", text or f"Centre {i // 25}")}
        title = text or f"Matter {i} of the board"
        date = f"2022-{1 + i % 12:02}-01"
        items.append(Item(f"i/{i}", date, "b", text or "Board", i, title, False, case, text or case, (), (centre,)))
    network = make_network(items, Known(things), Choice("all"))
    shown = tuple(
        Shown(each.date, each.body_name, each.number, each.title, each.case_number, (text or "ok",), each.title, text)
        for each in network.items
    )
    return Network(*(shown if name == "shown" else getattr(network, name) for name in Network.__struct_fields__))


@pytest.mark.parametrize("of", OFS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_network_opens_without_a_connection_or_a_complaint_and_is_accessible(opened, of: str, scheme: str) -> None:
    seen = opened(of, since="2024-06", scheme=scheme)  # axe-core looks long at long tables
    seen.page.locator("button[data-node]").first.click()
    seen.page.locator("details").last.locator("summary").click()
    assert seen.violations() == []
    seen.shot(f"network-{of}-{scheme}")
    seen.calm()


def test_whoever_has_only_a_keyboard_finds_a_node_and_reads_the_words_behind_it(opened) -> None:
    seen = opened()
    search = seen.page.get_by_label("Find a node")
    search.focus()
    search.press_sequentially("ejendomme")
    assert seen.page.locator(".network-status").inner_text() == "1 found."
    search.press("ArrowDown")
    assert "Center for Ejendomme" in seen.page.evaluate("document.activeElement.textContent")
    seen.page.keyboard.press("Enter")
    panel = seen.page.locator(".network-panel")
    assert seen.page.evaluate("document.activeElement.textContent") == "Center for Ejendomme"
    assert "Lanceringen udskydes til efteråret." in panel.inner_text()
    assert "tvk-direktionen-2022-05-24.txt:39" in panel.inner_text()
    seen.page.keyboard.press("Escape")
    assert seen.page.evaluate("document.activeElement.textContent") == "Most items"
    seen.calm()


def test_the_network_can_be_walked_from_neighbour_to_neighbour_and_along_the_ties(opened) -> None:
    seen = opened()
    panel = seen.page.locator(".network-panel")
    panel.locator(".network-list button").first.click()
    first = panel.locator("h2").inner_text()
    panel.locator(".network-list li").first.locator("button").first.click()
    second = panel.locator("h2").inner_text()
    assert second != first
    panel.locator(".network-list li", has_text=first).locator("button.tie").click()
    assert set(panel.locator("h2").inner_text().split(" – ")) == {first, second}
    assert panel.locator(".items > li").count() >= 1
    panel.get_by_role("button", name="Back to the overview").click()
    assert panel.locator("h2").inner_text() == "Most items"


def tap(place, x: float, y: float) -> None:
    """A click that lasts no time, however busy the machine is: a long one is none to the picture."""
    place.locator("canvas").evaluate(
        """(canvas, [x, y]) => {
          const box = canvas.getBoundingClientRect();
          const how = {clientX: box.left + x, clientY: box.top + y, bubbles: true, pointerId: 1, pointerType: "mouse"};
          canvas.dispatchEvent(new PointerEvent("pointerdown", {...how, button: 0, buttons: 1}));
          window.dispatchEvent(new PointerEvent("pointerup", {...how, button: 0, buttons: 0}));
        }""",
        [x, y],
    )


def test_a_click_into_the_picture_chooses_a_node_and_one_beside_lets_it_go(opened) -> None:
    seen = opened()
    place = seen.page.locator(".network-canvas")
    box = place.bounding_box()
    before = seen.page.screenshot(clip=box)
    for y in range(10, int(box["height"]), 6):  # down the column of themes
        tap(place, box["width"] * 0.7, y)
        if seen.page.locator(".network").get_attribute("data-chosen"):
            break
    chosen = seen.page.locator(".network").get_attribute("data-chosen")
    assert chosen.split()[0] in ("node", "edge")
    assert seen.page.locator(".items > li").count() >= 1
    while seen.page.screenshot(clip=box) == before:  # drawn with the next frame
        seen.page.wait_for_timeout(20)
    tap(place, 3, 3)
    assert seen.page.locator(".network").get_attribute("data-chosen") == ""


def shown(seen) -> list[int]:
    """How many nodes and ties the page says are shown."""
    return [int(word) for word in seen.page.locator(".network-status").inner_text().split() if word.isdigit()]


def test_kinds_days_and_themes_can_be_hidden_and_all_be_shown_again(opened) -> None:
    seen = opened("all")
    whole = shown(seen)
    seen.page.get_by_role("button", name="Cases", exact=True).click()
    without = shown(seen)
    assert without[0] < whole[0]
    assert without[1] < whole[1]
    seen.page.get_by_label("From", exact=True).fill("2024-01-01")
    later = shown(seen)
    assert later[0] < without[0]
    seen.page.get_by_label("Theme").select_option(label="culture and leisure")
    assert shown(seen)[0] < later[0]
    seen.page.locator(".network-list button").first.click()
    assert all(text[:4] >= "2024" for text in seen.page.locator(".items .head").all_inner_texts())
    seen.page.get_by_role("button", name="Show all").click()
    assert shown(seen) == whole
    seen.calm()


def test_filters_that_leave_nothing_say_so(opened) -> None:
    seen = opened()
    seen.page.get_by_label("From", exact=True).fill("2025-01-14")
    seen.page.get_by_role("button", name="Themes", exact=True).click()
    assert "Nothing is left" in seen.page.locator(".network-panel").inner_text()


def test_the_table_sorts_filters_and_leads_to_the_picture(opened) -> None:
    seen = opened()
    table = seen.page.locator("table").first
    figures = "rows => rows.filter(row => !row.hidden).map(row => Number(row.cells[3].dataset.sort))"
    table.get_by_role("columnheader", name="Items").get_by_role("button").click()
    assert table.locator("tbody tr").evaluate_all(figures) == sorted(table.locator("tbody tr").evaluate_all(figures))
    seen.page.get_by_label("Only rows with").first.fill("kultur- borger")
    rows = table.locator("tbody tr:not([hidden])")
    assert 0 < rows.count() < table.locator("tbody tr").count()
    rows.last.locator("button[data-edge]").click()
    assert seen.page.locator(".network").get_attribute("data-chosen").startswith("edge ")
    assert "Kultur- og Borgercentret" in seen.page.evaluate("document.activeElement.textContent")


@pytest.mark.parametrize("of", OFS)
def test_at_400_pixels_nothing_makes_the_page_wider(opened, of: str) -> None:
    seen = opened(of, since="2024-06", width=400, height=800)
    seen.page.locator("button[data-node]").first.click()
    assert seen.page.evaluate("document.documentElement.scrollWidth") == 400
    seen.shot(f"network-{of}-400")
    assert seen.violations() == []


@pytest.mark.parametrize("count", [20, 200, 2000])
def test_names_never_cover_each_other(visit, write, count: int) -> None:
    seen = visit(write(invented(count)), height=900)
    seen.page.wait_for_selector(READY)
    boxes = seen.page.evaluate("JSON.parse(document.querySelector('.network').dataset.boxes)")
    assert len(boxes) >= min(20, count // 2)
    over = [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1]
    ]
    assert over == []
    seen.shot(f"network-{count}")
    seen.calm()


def test_nearer_there_are_more_names_and_tables_too_long_are_filled_when_opened(visit, write) -> None:
    seen = visit(write(invented(600)))
    seen.page.wait_for_selector(READY)
    rows = seen.page.locator("table").first.locator("tbody tr")
    assert rows.count() == 0
    seen.page.locator("details").first.locator("summary").click()
    rows.nth(1199).wait_for()
    assert "Matter" not in rows.first.inner_text()
    rows.first.locator("button[data-node]").first.click()
    assert seen.page.locator(".network").get_attribute("data-chosen").startswith("node ")
    seen.calm()


def test_whatever_the_minutes_say_nothing_of_it_runs(visit, write) -> None:
    seen = visit(write(invented(9, HOSTILE)), width=400)
    seen.page.wait_for_selector(READY)
    seen.page.locator("details").last.locator("summary").click()
    seen.page.get_by_label("Find a node").fill("script")
    seen.page.locator(".network-found button").first.click()
    assert "window.ran = 1" in seen.page.locator(".network-panel").inner_text()
    seen.page.locator("button[data-edge]").first.click()
    assert seen.page.evaluate("window.ran") is None
    assert seen.page.locator("img").count() == 0
    assert seen.page.evaluate("document.documentElement.scrollWidth") == 400
    seen.calm()


def test_light_and_dark_can_be_changed_and_the_picture_follows(opened) -> None:
    seen = opened(scheme="light")
    canvas = seen.page.locator(".network-canvas")
    light = canvas.screenshot()
    seen.page.get_by_role("button", name="Light or dark").click()
    assert seen.page.evaluate("document.documentElement.dataset.theme") == "dark"
    while canvas.screenshot() == light:  # drawn with the next frame; the test hangs where it never is
        seen.page.wait_for_timeout(20)
    seen.calm()


def test_on_paper_the_picture_and_the_table_stand_without_what_one_presses(opened) -> None:
    seen = opened(scheme="dark")
    seen.page.emulate_media(media="print")
    assert seen.page.locator(".network-controls").is_hidden()
    assert seen.page.locator(".network-panel").is_hidden()
    assert not seen.page.get_by_text("Choose a node").is_visible()
    assert seen.page.locator(".network-canvas canvas").is_visible()
    assert "Center for Ejendomme" in seen.page.locator("table").first.inner_text()
