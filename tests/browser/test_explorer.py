"""The explorer in a browser: every kind of page is accessible, fits a narrow screen and runs nothing of the minutes."""

import pytest

from tests.browser.conftest import PATIENCE
from tests.serve.test_pages import CASE, ITEM, MEETING

PAGES = {
    "start": "/",
    "case": CASE,
    "collecting-number": "/id/taarnevig/case/21-30044",
    "item": ITEM,
    "closed-item": f"{MEETING}/item/4",
    "meeting": "/id/taarnevig/meeting/oekonomiudvalget/2023-02-22",
    "centre": "/id/taarnevig/unit/center-for-ejendomme",
    "person": "/id/taarnevig/person/birthe-nordahl",
    "body": "/id/taarnevig/body/direktionen",
    "theme": "/theme/economy",
    "task": f"{ITEM}/task/2",
    "authority": "/id/taarnevig",
    "cases": "/cases?body=Direktionen&year=2022",
    "people": "/people",
    "documents": "/documents",
    "find": "/find?q=svømmehal+energi",
    "find-nothing": "/find?q=Birte+Nordal",
    "loops": "/loops",
    "tasks": "/tasks?state=overdue&body=Direktionen",
    "drives": "/drives",
    "network": "/network",
    "timeline": f"/timeline?case={CASE.removeprefix('/id/')}",
    "not-found": "/id/taarnevig/case/22-10458",
}


def wider(page) -> list[str]:
    """What sticks out of the page to the right, unless it scrolls within itself."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
          [...document.querySelectorAll("main *, header *")]
            .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
            .map((each) => each.outerHTML.slice(0, 120))"""
    )


def calm(seen, path: str) -> None:
    """As `calm`, except that the console names an answer of 404."""
    seen.errors = [each for each in seen.errors if not ("22-10458" in path and "404" in each)]
    seen.calm()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_kept_as_a_picture(visit, explorer, name: str) -> None:
    seen = visit(explorer.url + PAGES[name])
    assert wider(seen.page) == []
    assert seen.violations() == []
    seen.shot(f"explorer-{name}")
    calm(seen, PAGES[name])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_in_the_dark_on_a_narrow_screen(visit, explorer, name: str) -> None:
    seen = visit(explorer.url + PAGES[name], width=400, scheme="dark", language="da")
    assert wider(seen.page) == []
    assert seen.violations() == []
    seen.shot(f"explorer-{name}-narrow-dark")
    calm(seen, PAGES[name])


def test_minutes_that_mean_harm_do_none(visit, hostile) -> None:
    waiting, done = ["/"], set()
    seen = visit(f"{hostile.url}/")
    dialogs = []
    seen.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    while waiting and len(done) < 60:
        path = waiting.pop(0)
        if path in done:
            continue
        done.add(path)
        seen.page.goto(hostile.url + path)
        assert seen.page.evaluate("window.ran") is None, path
        assert wider(seen.page) == [], path
        found = seen.page.eval_on_selector_all(
            "main a[href], nav.ways a[href]", "all => all.map((each) => each.getAttribute('href').split('#')[0])"
        )
        waiting += [each for each in found if each.startswith("/") and each.count("=") <= 1 and "lang=" not in each]
    assert len(done) > 40
    assert dialogs == []
    seen.calm()


@pytest.mark.parametrize("path", ["/", "/items", "/id/unknown/meeting/direktionen/2022-03-08", "/find?q=godkendt"])
def test_they_break_no_narrow_page_either(visit, hostile, path: str) -> None:
    seen = visit(hostile.url + path, width=400)
    assert wider(seen.page) == []
    seen.shot(f"explorer-hostile-{path.strip('/').replace('/', '-').replace('?', '-') or 'start'}")
    seen.calm()


def test_one_searches_narrows_and_reads_by_keyboard_alone(visit, explorer) -> None:
    seen = visit(f"{explorer.url}/cases")
    page = seen.page
    page.keyboard.press("/")
    page.keyboard.type("svømmehal")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find?q=*")
    page.locator(".facets a", has_text="Økonomiudvalget").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**body=taarnevig/body/oekonomiudvalget*")
    assert page.locator(".chips a").inner_text().split() == ["Body", "Økonomiudvalget", "×", "remove"]
    page.locator(".hits .src").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/document/**")
    seen.calm()


def test_the_timeline_of_a_case_stands_on_its_page(visit, explorer) -> None:
    seen = visit(explorer.url + CASE)
    frame = seen.page.frame_locator("details.picture[open] iframe")
    frame.locator("svg").first.wait_for()
    frame.locator("a", has_text="").first.wait_for(state="attached")
    seen.page.wait_for_function(  # it is set when what is in it has been laid out
        """() => {
          const frame = document.querySelector("details.picture[open] iframe");
          const height = Math.ceil(frame.contentDocument.body.getBoundingClientRect().height);
          return height > 100 && frame.clientHeight === height;
        }"""
    )
    seen.calm()


def test_a_network_is_only_asked_for_when_it_is_opened(visit, explorer) -> None:
    seen = visit(explorer.url + PAGES["centre"])
    asked = "performance.getEntriesByType('resource').map(each => each.name).filter(each => each.includes('/network?'))"
    assert seen.page.evaluate(asked) == []
    seen.page.locator("summary", has_text="Network").click()
    seen.page.frame_locator("details.picture[open] iframe").locator("canvas").wait_for()
    assert "/network?unit=" in seen.page.evaluate(asked)[0]
    seen.calm()


def test_the_language_and_the_light_are_chosen_and_stay(visit, explorer) -> None:
    seen = visit(explorer.url + CASE)
    page = seen.page
    page.get_by_role("link", name="Dansk").click()
    page.wait_for_url("**lang=da*")
    assert page.locator("html").get_attribute("lang") == "da"
    page.get_by_role("button", name="Lys eller mørk").click()
    page.locator("nav.ways a", has_text="Møder").click()
    page.wait_for_url("**/meetings")
    assert page.locator("h1").inner_text().startswith("Møder")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    seen.calm()


@pytest.mark.parametrize("name", ["start", "case", "item", "cases", "find", "tasks", "timeline"])
def test_a_page_can_be_read_without_scripts(chromium, explorer, name: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(explorer.url + PAGES[name])
    words = {"start": "Newest meetings", "case": "Udsat. Udvalget", "item": "Udsat. Udvalget", "cases": "22/10457"}
    assert words.get(name, "") in page.locator("main").inner_text()
    assert len(page.locator("main").inner_text()) > 400
    context.close()


def test_on_paper_there_is_nothing_to_press(visit, explorer) -> None:
    seen = visit(explorer.url + CASE)
    seen.page.emulate_media(media="print")
    assert seen.page.locator("form:visible, nav:visible, button:visible, iframe:visible").count() == 0
    assert seen.page.get_by_text("Udsat. Udvalget ønsker").first.is_visible()
