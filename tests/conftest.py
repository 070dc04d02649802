"""What tests share: the annotated corpus beside the checkout, and the rule that nothing missing passes unseen."""

import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kg.api import Graph, open_graph
from kg.inputs import find_inputs
from kg.pipeline import build
from kg.profiles import NONE
from kg.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SAGSGRAF_SHARED") or ROOT.parent / "shared")
REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"

# how long an example takes says how busy the machine is, and nothing of the code
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with `corpus`, `gold` and `score`; a test that asks for it is skipped where there is none."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip(f"the annotated corpus is not at {SHARED} (set SAGSGRAF_SHARED)")
    return SHARED


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the invented minutes."""
    return ROOT / "examples"


@pytest.fixture(scope="session")
def example_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the invented minutes, read without a profile, as `kg demo` does."""
    store = tmp_path_factory.mktemp("examples") / "store"
    build(find_inputs([str(ROOT / "examples" / "minutes")])[0], store, Settings(forced=NONE))
    return store


@pytest.fixture(scope="session")
def asked(example_store: Path) -> Iterator[Graph]:
    """That graph, to be asked."""
    with open_graph(example_store) as graph:
        yield graph


@pytest.fixture(scope="module")
def listener() -> Iterator[tuple[int, list[int]]]:
    """A port that counts who connects to it."""
    calls: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                calls.append(1)
                connection.close()

        threading.Thread(target=accept, daemon=True).start()
        yield server.getsockname()[1], calls


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the machine speaks decides nothing."""
    monkeypatch.setenv("KG_LANG", "en")
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    report = yield
    return _required(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    report = yield
    return _required(report)


def _required(report):
    """The same report; with REQUIRE_ALL=1 a skip, which names what is missing, is a failure."""
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        where = report.longrepr
        reason = where[2] if isinstance(where, tuple) else str(where)
        report.longrepr = f"REQUIRE_ALL=1, and something is missing: {reason}"
    return report
