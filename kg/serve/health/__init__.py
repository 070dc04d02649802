"""The health of the graph: what is missing or odd in the minutes, what the build found, whether the rules are kept.

/health, /health.json, and /healthz, a word for whoever watches that the server answers.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg.api import Graph
from kg.graph.store import generation_folder
from kg.messages import Say
from kg.messages.problems import is_loss
from kg.queries.answer import Page
from kg.serve.health.check import Checked, checked, start_check
from kg.serve.limited import limited
from kg.serve.negotiate import asked_form
from kg.serve.pages import Here
from kg.serve.pages.table import table_of
from kg.serve.site import render

_MOST = 100  # rows of a table, problems, broken rules; all of them are in the JSON
_MEGA, _GIGA = 1_000_000, 1_000_000_000  # bytes
_WAIT = 3  # seconds after which a page whose check is running asks again


class Told(msgspec.Struct, frozen=True):
    """A problem of the build as a sentence; `href` is its line in the source page, empty where there is none."""

    place: str
    sentence: str
    loss: bool
    href: str


def _page(request: Request) -> Response:
    here = Here(request, "/health")
    form = asked_form(request, ("html", "json"))
    return _json(here) if form == "json" else _html(here)


def _html(here: Here) -> Response:
    gaps = _gaps(here)
    state = checked(here.graph)
    found = problems(here.graph, here)
    answer = render(
        here.request,
        "health.html",
        figures=figures(here.graph, here.say),
        generation=here.graph.generation,
        store=str(Path(here.graph.path).name),
        size=_readable(size_of(here.graph), here.language),
        personal=bool(here.graph.manifest.get("personal_data")),
        problems=found[:_MOST],
        problem_count=len(found),
        losses=sum(each.loss for each in found),
        checked=state,
        violations=_violations(state, here)[:_MOST],
        gaps=[table_of(here, each, most=_MOST) for each in gaps.answers],
        most=_MOST,
    )
    if state.state == "running":
        answer.headers["refresh"] = str(_WAIT)
    answer.headers["cache-control"] = "no-store"
    return answer


def _gaps(here: Here) -> Page:
    """What is missing or odd in the minutes, asked once for each graph and language."""
    name = f"gaps in {here.language}"
    if name not in here.graph.kept:
        here.graph.kept[name] = here.page("gaps")
    found: Page = here.graph.kept[name]
    return found


def _json(here: Here) -> Response:
    state = checked(here.graph)
    whole = {
        "generation": here.graph.generation,
        "bytes": size_of(here.graph),
        "figures": here.graph.manifest.get("figures", {}),
        "personal_data": bool(here.graph.manifest.get("personal_data")),
        "problems": here.graph.manifest.get("problems", []),
        "rules": {"state": state.state, "violations": _violations(state, here)},
        "gaps": {answer.name: answer.dicts() for answer in _gaps(here).answers},
    }
    answer = Response(msgspec.json.encode(whole), media_type="application/json")
    answer.headers["cache-control"] = "no-store"
    return answer


def figures(graph: Graph, say: Say) -> list[tuple[str, int]]:
    """How many of each the build found, in words."""
    found: dict[str, int] = graph.manifest.get("figures", {})
    return [(say(f"figure.{name}"), count) for name, count in found.items()]


def problems(graph: Graph, here: Here) -> list[Told]:
    """What the build found wrong with files, as sentences, what was lost before mere notes."""
    documents = {Path(str(each.get("path", ""))).name: str(each["sha256"])[:16] for each in _documents(graph)}
    told = []
    for each in graph.manifest.get("problems", ()):
        name, line = Path(each["path"].replace("\\", "/")).name, each.get("line") or 0
        known = name in documents
        told.append(
            Told(
                f"{name}:{line}" if line else name,
                here.say(f"problem.{each['message']}", *each.get("values", ())),
                is_loss(each["message"]),
                here.links.path(f"/id/document/{documents[name]}" + (f"#L{line}" if line else "")) if known else "",
            )
        )
    return sorted(told, key=lambda one: not one.loss)


def _documents(graph: Graph) -> Sequence[dict[str, Any]]:
    found: Sequence[dict[str, Any]] = graph.manifest.get("documents", ())
    return found


def _violations(state: Checked, here: Here) -> list[dict[str, str]]:
    found = state.report.violations if state.report else ()
    return [
        {
            "node": each.focus,
            "path": each.path,
            "value": each.value,
            "message": each.said(here.language),
        }
        for each in found
    ]


def size_of(graph: Graph) -> int:
    """The bytes of the files of this generation; those that vanish meanwhile do not count."""
    if "size" not in graph.kept:
        folder = generation_folder(graph.path, graph.generation)
        graph.kept["size"] = sum(_size(path) for path in folder.rglob("*"))
    return int(graph.kept["size"])


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _readable(size: int, language: str) -> str:
    number, unit = (size / _GIGA, "GB") if size >= _GIGA else (size / _MEGA, "MB")
    text = f"{number:,.1f} {unit}"
    return text.translate(str.maketrans(",.", ".,")) if language == "da" else text


def _start(request: Request) -> Response:
    """Begins the check of the rules, and shows how far it is. A page elsewhere cannot begin it."""
    here = Here(request, "/health")
    if request.headers.get("sec-fetch-site") not in ("cross-site", "same-site"):
        start_check(here.graph)
    return RedirectResponse(here.links.path("/health#rules"), 303)


def _json_page(request: Request) -> Response:
    return _json(Here(request, "/health"))


def _alive(_: Request) -> Response:
    return PlainTextResponse("ok\n", headers={"cache-control": "no-store"})


ROUTES: list[BaseRoute] = [
    Route("/health", limited(_page)),
    Route("/health.json", limited(_json_page)),
    Route("/health/check", _start, methods=["POST"]),
    Route("/healthz", _alive),
]
