"""The examples that come with the package, built, asked and drawn."""

import re
from pathlib import Path

import msgspec

from kg.errors import SagsgrafError, StoreError
from kg.graph.export import export
from kg.graph.graph import Graph
from kg.graph.manifest import FormatError
from kg.graph.rows import Rows
from kg.graph.store import current_generation, open_store
from kg.inputs import find_inputs
from kg.messages import Say
from kg.pipeline import Progress, build
from kg.profiles import NONE
from kg.report import Report
from kg.settings import Settings

_PACKAGE = Path(__file__).resolve().parent
_FOLDERS = (_PACKAGE / "examples", _PACKAGE.parent / "examples")


class Demo(msgspec.Struct, frozen=True):
    """What the demonstration made: the report of the build, the history of the case, and where the files are."""

    report: Report
    case: str
    history: Rows
    store: Path
    turtle: Path
    page: Path


def examples() -> Path:
    """The folder of the invented minutes. Raises `SagsgrafError` where the installation is not whole."""
    for folder in _FOLDERS:
        if (folder / "minutes").is_dir():
            return folder
    raise SagsgrafError(
        "The examples are missing from the installation: install sagsgraf again.",
        "Eksemplerne mangler i installationen: installér sagsgraf igen.",
    )


def holds_another(target: Path) -> bool:
    """Whether `target` has a graph of other documents than the examples, which the demonstration must not replace."""
    store = target / "store"
    if current_generation(store) is None:
        return False
    try:
        _, manifest, _ = open_store(store)
    except FormatError:
        return True
    except StoreError:
        return False
    ours = {path.name for path in (examples() / "minutes").iterdir()}
    return not {Path(each["path"]).name for each in manifest.get("documents", [])} <= ours


def make_demo(target: Path, progress: Progress, say: Say, version: str) -> Demo:
    """Build the graph of the examples below `target`, ask it for a case history, write it as Turtle and as a page.

    The page says which `version` of the program made it.
    """
    inputs, _ = find_inputs([str(examples() / "minutes")])
    store, turtle, page = target / "store", target / "graph.ttl", target / "network.html"
    report = build(inputs, store, Settings(forced=NONE), progress)
    question = (examples() / "questions" / "case-history.rq").read_text("utf-8")
    with Graph.open(store) as graph:
        history = graph.query(question)
        export(graph, turtle)
        _write_page(graph, page, say, version)
    return Demo(report, _case_of(question), history, store, turtle, page)


def _write_page(graph: Graph, path: Path, say: Say, version: str) -> None:
    from kg.pictures.files import made_of
    from kg.pictures.network import Choice, read_network
    from kg.pictures.network.page import network_page

    page = network_page(read_network(graph, Choice(), say("code")), say, about=made_of(graph, say, version))
    path.write_bytes(page.encode())


def _case_of(question: str) -> str:
    """The case number that the question is about, as its VALUES line gives it."""
    found = re.search(r'VALUES\s+\?number\s*\{\s*"([^"]+)"', question)
    return found[1] if found else ""
