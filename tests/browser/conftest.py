"""A real Chromium for tests: no network but the pages that a test names, and no error in its console."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.serve.config import Config
from tests.serve.conftest import Served
from tests.serve.hostile import hostile_store

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = ROOT / "output" / "screenshots"
CHROMIUM = os.environ.get("SAGSGRAF_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(os.environ.get("SAGSGRAF_AXE") or ROOT / ".venv" / "browser" / "node_modules" / "axe-core" / "axe.min.js")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 300_000  # milliseconds: a busy machine is no failure


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    """The browser; no longer than for a module, for while it runs no test can have an event loop of its own."""
    if not CHROMIUM:
        pytest.skip("chromium is not installed (or set SAGSGRAF_CHROMIUM)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS, timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def explorer(example_store: Path) -> Iterator[Served]:
    """The explorer over the graph of the examples."""
    server = Served(Config(example_store))
    yield server
    server.stop()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The explorer over minutes that mean harm."""
    server = Served(Config(hostile_store(tmp_path_factory.mktemp("hostile"))))
    yield server
    server.stop()


class Visit:
    """One page in the browser: `page` is Playwright's; `errors` what the console and scripts complained of; `asked` the
    addresses outside of what is allowed that it wanted.
    """

    def __init__(self, page, allowed: str) -> None:
        self.page = page
        self.errors: list[str] = []
        self.asked: list[str] = []
        self._allowed = allowed
        page.route("**/*", self._decide)
        page.on("console", lambda said: self.errors.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _decide(self, route) -> None:
        url = route.request.url
        if url.startswith((self._allowed, "data:", "blob:")):
            route.continue_()
        else:
            self.asked.append(url)
            route.abort()

    def shot(self, name: str) -> None:
        """Keep a picture of the whole page in `output/screenshots`."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)

    def violations(self) -> list[str]:
        """What axe-core finds against WCAG 2.1 A and AA: rule and place of each."""
        if not AXE.is_file():
            pytest.skip(f"axe-core is not at {AXE} (set SAGSGRAF_AXE)")
        # evaluated through the debugger, which a page's Content-Security-Policy does not concern
        self.page.evaluate(AXE.read_text("utf-8"))
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
        found = self.page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, iframes: false})", tags
        )
        return [
            f"{each['id']}: {node['target']} {node['failureSummary']}"
            for each in found["violations"]
            for node in each["nodes"]
        ]

    def calm(self) -> None:
        """Nothing was complained of and nothing asked for."""
        assert self.errors == []
        assert self.asked == []


@pytest.fixture
def visit(chromium) -> Iterator[Callable[..., Visit]]:
    """Opens an address (a file or a local server) and nothing else: `visit(url, width=1280, scheme="light")`."""
    contexts = []

    def go(url: str, *, width: int = 1280, height: int = 900, scheme: str = "light", language: str = "en") -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale=language, reduced_motion="reduce"
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        allowed = url if url.startswith("file:") else "/".join(url.split("/")[:3]) + "/"
        visited = Visit(context.new_page(), allowed.rpartition("/")[0] + "/")
        visited.page.goto(url)
        return visited

    yield go
    for context in contexts:
        context.close()
