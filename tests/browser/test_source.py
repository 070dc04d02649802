"""The source page in a browser: exactly the words of an address, what stands on them, and nothing that minutes run."""

from collections.abc import Iterator

import pytest

from kg.serve.config import Config
from tests.browser.conftest import PATIENCE
from tests.serve.conftest import Served


def document_of(server: Served, words: str) -> tuple[str, str]:
    """The address and the text of the first document that has some words."""
    answer = server.client.get(
        "/sparql", params={"query": "SELECT ?d { ?d a sag:Document } ORDER BY ?d", "format": "json"}
    )
    for row in answer.json()["results"]["bindings"]:
        path = f"/id/document/{row['d']['value'].rpartition('/')[2]}"
        text = server.client.get(f"{path}.txt").text
        if words in text:
            return f"{server.url}{path}", text
    raise AssertionError(words)


def spot(page) -> str:
    """The words that are highlighted, with a line break where a line ends."""
    return page.evaluate(
        """() => [...document.querySelectorAll("mark.spot")].reduce((text, mark, i, all) => {
          const line = (each) => [...document.querySelectorAll(".l")].indexOf(each.closest(".l"));
          return text + (i ? "\\n".repeat(line(mark) - line(all[i - 1])) : "") + mark.textContent;
        }, "")"""
    )


@pytest.mark.parametrize(
    "words",
    [
        "Økonomiudvalget, der får sagen forelagt den 15. juni",  # a reference, with a name inside
        "Økonomiudvalget",
        "der får",  # no fact's own words
        "Sagen genfremsættes i Direktionen den 24. maj 2022. KBC udarbejder",  # from within one task into another
        "efterretning.\n- 2) Scenarie 2 anbefales",  # over a line break
    ],
)
def test_an_address_highlights_exactly_its_words(visit, explorer, words: str) -> None:
    url, text = document_of(explorer, words)
    start = text.index(words)
    seen = visit(f"{url}#char={start},{start + len(words)}")
    seen.page.wait_for_selector(".panel .words")
    assert spot(seen.page) == words
    assert seen.page.locator("mark.spot").first.evaluate(
        "each => { const box = each.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
    )
    seen.calm()


@pytest.mark.parametrize(
    "words", ["Økonomiudvalget", "\U0001d516vømmehallen", "CFE \u202eefter\u202c", "\U0001f600 taget"]
)
def test_what_lies_outside_the_basic_plane_counts_once(visit, hostile, words: str) -> None:
    url, text = document_of(hostile, words)
    start = text.index(words)
    seen = visit(f"{url}#char={start},{start + len(words)}")
    seen.page.wait_for_selector(".panel .words")
    assert spot(seen.page) == words


def test_hostile_minutes_run_nothing(visit, hostile) -> None:
    url, text = document_of(hostile, "svømmehal")
    seen = visit(f"{url}#char=0,{len(text)}")
    seen.page.wait_for_selector(".panel .words")
    assert seen.page.evaluate("window.ran") is None
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    seen.calm()


def test_a_mark_shows_what_stands_there_and_then_leads_on(visit, explorer) -> None:
    url, _ = document_of(explorer, "Økonomiudvalget, der får sagen forelagt")
    seen = visit(url)
    mark = seen.page.locator('.t a.m.k-centre:has-text("CBL")')
    mark.click()
    panel = seen.page.locator(".panel")
    panel.locator("li").first.wait_for()
    assert "Center for Børn og Læring" in panel.inner_text()
    assert "abbreviation-bare" in panel.inner_text()
    assert "#char=" in seen.page.url
    assert panel.locator("li a").first.get_attribute("href") == "/id/taarnevig/unit/center-for-boern-og-laering"
    seen.page.keyboard.press("Escape")
    assert seen.page.locator("mark.spot").count() == 0
    seen.calm()


def test_the_words_of_a_decision_begin_at_its_name_in_the_margin(visit, explorer) -> None:
    url, text = document_of(explorer, "Økonomiudvalget, der får sagen forelagt")
    seen = visit(url)
    seen.page.locator('.g a:has-text("Decision")').nth(2).click()
    seen.page.wait_for_selector(".panel .words")
    assert spot(seen.page).startswith("- 1) Taget til efterretning.\n- 2) Scenarie 2")
    assert spot(seen.page) in text


def test_a_kind_can_be_switched_off(visit, explorer) -> None:
    url, _ = document_of(explorer, "Økonomiudvalget, der får sagen forelagt")
    page = visit(url).page
    width = "() => getComputedStyle(document.querySelector('.m.k-centre.from'), '::before').display"
    assert page.evaluate(width) != "none"
    page.get_by_label("Centre").uncheck()
    assert page.evaluate(width) == "none"


@pytest.fixture
def parted(example_store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """A server to which minutes of two pages are long."""
    monkeypatch.setattr("kg.serve.source.parts._WHOLE", 3_000)
    monkeypatch.setattr("kg.serve.source.parts._SIZE", 2_000)
    server = Served(Config(example_store))
    yield server
    server.stop()


def test_an_address_leads_into_the_part_of_a_long_document_that_has_its_words(visit, parted) -> None:
    words = "KBC udarbejder"
    url, text = document_of(parted, f"Sagen genfremsættes i Direktionen den 24. maj 2022. {words}")
    start = text.index(words)
    seen = visit(f"{url}?lang=da#char={start},{start + len(words)}")
    seen.page.wait_for_url(f"{url}?lang=da&part=*#char=*")
    seen.page.wait_for_selector(".panel .words")
    assert spot(seen.page) == words
    line = text.count("\n", 0, start) + 1
    assert seen.page.locator(".panel .how a").first.inner_text() == f"Linje {line}"
    seen.page.goto(f"{url}#L{line}")
    seen.page.wait_for_url(f"{url}?part=*#L{line}")
    assert seen.page.locator(":target .n").inner_text() == str(line)
    seen.calm()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 400)])
def test_the_parts_of_a_long_document_are_for_everyone(visit, parted, scheme: str, width: int) -> None:
    url, _ = document_of(parted, "Økonomiudvalget, der får sagen forelagt")
    seen = visit(f"{url}?part=2", scheme=scheme, width=width)
    assert seen.page.locator(".in-parts").first.locator("[aria-current]").inner_text() == "2"
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.violations() == []
    seen.shot(f"source-part-{scheme}-{width}")
    seen.calm()


def test_without_scripts_marks_and_anchors_are_there(chromium, explorer) -> None:
    url, text = document_of(explorer, "Økonomiudvalget, der får sagen forelagt")
    start = text.index("CBL")
    context = chromium.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{url}#char={start},{start + 3}")
    assert page.locator(":target").inner_text() == "CBL"
    page.locator(":target").click()
    page.wait_for_url("**/unit/*")
    assert page.url.endswith("/id/taarnevig/unit/center-for-boern-og-laering")
    context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 400), ("dark", 400)])
def test_the_page_is_for_everyone(visit, explorer, scheme: str, width: int) -> None:
    url, text = document_of(explorer, "Økonomiudvalget, der får sagen forelagt")
    start = text.index("Økonomiudvalget, der")
    seen = visit(f"{url}#char={start},{start + 15}", width=width, scheme=scheme)
    seen.page.wait_for_selector(".panel .words")
    on_top = """() => {
      const box = document.querySelector("mark.spot").getBoundingClientRect();
      const found = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return found.closest("mark.spot") !== null || found.querySelector("mark.spot") !== null;
    }"""
    assert seen.page.evaluate(on_top)  # the panel does not lie over the words that it speaks of
    assert seen.violations() == []
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    seen.shot(f"source-{scheme}-{width}")
    seen.calm()
