"""Timelines, matrices and reports in a browser: no network, no complaint, readable by everybody and at every width."""

from pathlib import Path

import pytest

from kg.api import open_graph
from kg.messages import speaker
from kg.pictures.files import write_file
from kg.pictures.report import NAMES, report_pages
from kg.pictures.timeline import read_timeline, timeline_page
from kg.queries.names import look_up
from tests.serve.hostile import hostile_store

SAY = speaker("en")
TIMELINES = {
    "case": {"case": "22/10457"},
    "container": {"case": "21/30044"},
    "unit": {"unit": "CFE"},
    "theme": {"theme": "economy"},
}
KINDS = {"case": "case", "unit": "agent", "theme": "theme"}


def written(store: Path, folder: Path) -> Path:
    """A folder with a report, and timelines of a case, a collecting number, a unit and a theme."""
    with open_graph(store) as graph:
        for name, given in TIMELINES.items():
            about = {key: look_up(graph, KINDS[key], value) for key, value in given.items()}
            write_file(folder / f"timeline-{name}.html", timeline_page(read_timeline(graph, SAY, **about), SAY))
        for name, text in report_pages(graph, SAY, "1").items():
            write_file(folder / name, text)
    return folder


@pytest.fixture(scope="module")
def made(example_store: Path, tmp_path_factory) -> Path:
    return written(example_store, tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Path:
    """A report on minutes that would run scripts in every field."""
    folder = tmp_path_factory.mktemp("hostile")
    with open_graph(hostile_store(folder)) as graph:
        for name, text in report_pages(graph, SAY, "1").items():
            write_file(folder / "report" / name, text)
        case = look_up(graph, "case", "22/99999")
        write_file(folder / "report" / "case.html", timeline_page(read_timeline(graph, SAY, case=case), SAY))
    return folder / "report"


def url(folder: Path, name: str) -> str:
    return (folder / f"{name}.html").as_uri()


def is_narrow(page) -> bool:
    """Whether nothing makes the page scroll sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


PAGES = [*(f"timeline-{name}" for name in TIMELINES), *NAMES]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_for_everybody_light_dark_and_on_a_telephone(visit, made: Path, name: str) -> None:
    seen = visit(url(made, name))
    seen.shot(f"report-{name}-light")
    assert seen.violations() == []
    seen.page.emulate_media(color_scheme="dark")
    seen.shot(f"report-{name}-dark")
    assert seen.violations() == []
    seen.page.set_viewport_size({"width": 400, "height": 900})
    seen.shot(f"report-{name}-400")
    assert is_narrow(seen.page)
    seen.calm()


@pytest.mark.parametrize("name", [*NAMES, "case"])
def test_hostile_minutes_run_nothing_and_break_nothing(visit, hostile: Path, name: str) -> None:
    seen = visit(url(hostile, name), width=400)
    seen.page.evaluate("document.querySelectorAll('.mark, .matrix-table button').forEach((each) => "
        "each.dispatchEvent(new MouseEvent('click', {bubbles: true})))")  # fmt: skip
    assert seen.page.evaluate("window.ran") is None
    assert is_narrow(seen.page)
    seen.calm()


def test_every_page_of_a_report_leads_to_every_other(visit, made: Path) -> None:
    seen = visit(url(made, "index"))
    for name in NAMES:
        seen.page.locator(f'.top nav a[href="{name}.html"]').click()
        assert seen.page.url == url(made, name)
        assert seen.page.locator(".top nav a[aria-current]").get_attribute("href") == f"{name}.html"
    seen.calm()


def test_a_mark_shows_its_items_words_by_mouse(visit, made: Path) -> None:
    seen = visit(url(made, "timeline-case"))
    panel = seen.page.locator(".timeline-panel")
    assert not panel.is_visible()
    seen.page.get_by_role("button", name="2022-06-15, Økonomiudvalget").click()
    assert panel.locator("blockquote").inner_text().startswith("Udsat. Udvalget ønsker at se et bud")
    assert panel.locator(".source").inner_text() == "tvk-oekonomiudvalget-2022-06-15.txt:68"
    seen.shot("report-timeline-case-chosen")
    assert seen.violations() == []
    panel.get_by_role("button", name="Close").click()
    assert not panel.is_visible()


def test_arrow_keys_go_from_mark_to_mark(visit, made: Path) -> None:
    seen = visit(url(made, "timeline-case"))
    marks, keys = seen.page.locator(".mark"), seen.page.keyboard
    marks.first.focus()
    keys.press("ArrowRight")
    said = seen.page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert said.startswith("2022-05-24, Direktionen")
    keys.press("ArrowDown")
    keys.press("Enter")
    assert seen.page.locator(".timeline-panel h2").inner_text() == "2022-06-15 Økonomiudvalget"
    keys.press("Escape")
    assert seen.page.evaluate("document.activeElement.dataset.mark") == "2"
    assert seen.page.locator('.mark[tabindex="0"]').count() == 1


def test_a_timeline_is_also_a_table_that_sorts(visit, made: Path) -> None:
    seen = visit(url(made, "timeline-case"))
    table = seen.page.locator("[data-as='table'] table")
    assert not table.is_visible()
    seen.page.get_by_role("button", name="Table").click()
    dates = table.locator("tbody tr td:first-child")
    before = dates.all_inner_texts()
    table.get_by_role("button", name="date").click()
    table.get_by_role("button", name="date").click()
    assert dates.all_inner_texts() == sorted(before, reverse=True)
    assert not seen.page.locator(".timeline-list").is_visible()


def test_on_a_telephone_a_timeline_is_its_list(visit, made: Path) -> None:
    seen = visit(url(made, "timeline-case"), width=400)
    assert not seen.page.locator(".timeline-svg").is_visible()
    assert seen.page.locator(".timeline-list > li").count() == 8
    assert seen.page.locator(".timeline-list .between").first.inner_text() == "77 days later"


def test_a_meeting_opens_to_its_items(visit, made: Path) -> None:
    seen = visit(url(made, "timeline"), width=400)
    seen.page.locator("summary", has_text="2022-06-15").click()
    opened = seen.page.locator("details[open] .items > li")
    assert "Tårnevig Svømmehal - valg af scenarie" in opened.nth(1).inner_text()


def cells(page) -> dict[str, str]:
    """What the cells of the matrix say to those who hear it."""
    found = page.locator(".matrix-table td button:visible").evaluate_all("all => all.map(e => e.ariaLabel)")
    return dict(each.removesuffix(".").rsplit(": ", 1) for each in found)


def test_a_year_recolours_the_matrix(visit, made: Path) -> None:
    seen = visit(url(made, "matrix"))
    every, total = cells(seen.page), seen.page.locator(".matrix-table tfoot td").last
    assert every["Kultur- og Borgercentret, culture and leisure"] == "5 items"
    assert total.inner_text() == "34"
    seen.page.get_by_role("button", name="2023").click()
    chosen = cells(seen.page)
    assert chosen["Kultur- og Borgercentret, culture and leisure"] == "1 item"
    assert set(chosen) < set(every)
    assert int(total.inner_text()) < 34
    seen.shot("report-matrix-2023")
    assert seen.violations() == []


def test_a_matrix_sorts_by_number(visit, made: Path) -> None:
    seen = visit(url(made, "matrix"))
    seen.page.get_by_role("button", name="By number").click()
    for totals in (".matrix-table tbody td.total", ".matrix-table tfoot td[data-column]"):
        found = [int(each) for each in seen.page.locator(totals).all_inner_texts()]
        assert found == sorted(found, reverse=True)


def test_a_cell_lists_its_items_and_arrow_keys_go_on(visit, made: Path) -> None:
    seen = visit(url(made, "matrix"))
    keys = seen.page.keyboard
    seen.page.locator(".matrix-table thead button").first.focus()
    keys.press("ArrowDown")
    keys.press("Enter")
    panel = seen.page.locator(".matrix-panel")
    assert panel.locator("h2").inner_text() == "Sekretariatscentret – archives"
    assert panel.locator(".items > li").count() == 1
    assert "tvk-" in panel.locator(".source").inner_text()
    seen.shot("report-matrix-chosen")
    assert seen.violations() == []
    keys.press("Escape")
    assert seen.page.evaluate("document.activeElement.innerText") == "1"


def test_rows_of_a_report_are_filtered_as_one_types(visit, made: Path) -> None:
    seen = visit(url(made, "loops"))
    rows = seen.page.locator("#loops-table tbody tr:visible")
    assert rows.count() == 9
    seen.page.get_by_label("Show only rows with").first.fill("vagtplan")
    assert rows.count() == 1
    assert seen.page.locator("#loops-count").inner_text() == "1"
    assert "Udskydes til et møde i januar 2023" in rows.inner_text()
