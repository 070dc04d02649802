"""The first page of a report: how much there is, of which days, and what each page is."""

from collections import Counter
from collections.abc import Mapping

import msgspec

from kg.graph.graph import Graph
from kg.messages import Say
from kg.pictures.files import days_of_minutes
from kg.pictures.items import read_items
from kg.pictures.timeline.marks import SIGNS, TONES, sign_name
from kg.pictures.timeline.read import state_of
from kg.queries.answer import Page
from kg.web import environment

_FIGURES = (
    ("documents", ""), ("meetings", "timeline"), ("items", "timeline"), ("cases", "cases"), ("decisions", ""),
    ("centres", "matrix"), ("people", "network"), ("themes", "matrix"),
)  # fmt: skip
_HIGHEST = 90  # pixels of the highest column
_FEW, _WIDE, _NARROW = 12, 60, 34  # years that get wide columns, and how far apart the columns are


class Figure(msgspec.Struct, frozen=True):
    """A number, what it counts, and the page about it, if any; `warn` if somebody ought to look."""

    count: int
    text: str
    href: str = ""
    warn: bool = False


class Column(msgspec.Struct, frozen=True):
    """A year's items: parts of (y, height, tone)."""

    year: str
    count: int
    top: float
    parts: tuple[tuple[float, float, str], ...]


def index_view(graph: Graph, pages: Mapping[str, Page], names: tuple[str, ...], say: Say) -> str:
    """The HTML of the first page. `pages` are those about `loops`, `tasks` and `gaps`; `names` those to list."""
    found = graph.manifest.get("figures", {})
    figures = [
        Figure(found.get(name, 0), say(f"figure.{name}"), f"{page}.html" if page else "") for name, page in _FIGURES
    ]
    overdue = sum(state_of(row) == "overdue" for row in pages["tasks"].main)
    urgent = [
        Figure(len(pages["loops"].main), say("report.figure.loops"), "loops.html", warn=True),
        Figure(overdue, say("report.figure.overdue"), "tasks.html", warn=True),
        Figure(sum(len(each) for each in pages["gaps"].answers), say("report.figure.gaps"), "gaps.html"),
    ]
    first, last = days_of_minutes(graph)
    columns = years(graph, say)
    return environment("kg.pictures").get_template("report_index.html").render(
        say=say, figures=figures, urgent=urgent, first=first, last=last, columns=columns,
        height=_HIGHEST, apart=_apart(columns),
        tones=[(tone, say(f"timeline.tone.{tone}")) for tone in TONES],
        pages=[(f"{name}.html", say(f"report.page.{name}"), say(f"report.about.{name}")) for name in names],
    )  # fmt: skip


def years(graph: Graph, say: Say) -> list[Column]:
    """The items of each year as columns, by what they came to."""
    counts: dict[int, Counter[str]] = {}
    for each in read_items(graph, say("code")):
        tone = SIGNS[sign_name(each.notations, closed=each.closed)].tone
        counts.setdefault(int(each.date[:4]), Counter())[tone] += 1
    if not counts:
        return []
    most = max(each.total() for each in counts.values())
    found = []
    for year in range(min(counts), max(counts) + 1):
        y, parts, tones = float(_HIGHEST), [], counts.get(year, Counter())
        for tone in TONES:
            height = round(_HIGHEST * tones[tone] / most, 1)
            y = round(y - height, 1)
            parts.append((y, height, tone))
        found.append(Column(str(year), tones.total(), y, tuple(parts)))
    return found


def _apart(columns: list[Column]) -> int:
    return _WIDE if len(columns) <= _FEW else _NARROW
