"""The first page: a search box, what there is, what is new and what is open, and the ways in."""

from collections import Counter
from typing import Any

from starlette.routing import BaseRoute, Route

from kg.queries.answer import Answer
from kg.queries.values import latest
from kg.serve.boards import some
from kg.serve.entity.answers import answer, one_page
from kg.serve.entity.tasks import state_of
from kg.serve.lists.rows import day_of, meeting_of
from kg.serve.pages import Content, Here, answering
from kg.serve.pages.table import Part, long_date, table_of

_FEW = 6
_FIGURES = (
    ("documents", "/documents"), ("meetings", "/meetings"), ("items", "/items"), ("cases", "/cases"),
    ("decisions", "/items"), ("tasks", "/tasks"), ("centres", "/units"), ("people", "/people"), ("themes", "/themes"),
)  # fmt: skip


def start_page(here: Here) -> Content:
    """What one sees first."""
    meetings = _newest(here)

    def view() -> dict[str, Any]:
        loops = here.page("loops").main
        tasks = here.page("tasks", open="true").main
        late = [place for place, row in enumerate(tasks.rows) if state_of(row) == "overdue"]
        figures = here.graph.manifest.get("figures", {})
        return {
            "figures": [
                (here.say(f"figure.{name}"), figures.get(name, 0), here.links.path(path)) for name, path in _FIGURES
            ],
            "meetings": [
                (Part(f"{row.body}", here.links.of(row.meeting)), long_date(here, str(row.date)), row.items)
                for row in meetings.rows
            ],
            "loops": table_of(here, loops, ("date", "days", "body", "title", "outcomes"), most=_FEW, newest=True)
            if loops.rows
            else None,
            "loops_total": len(loops.rows),
            "late": table_of(here, some(tasks, late[:_FEW]), ("due", "overdue", "title", "responsible"), most=_FEW)
            if late
            else None,
            "late_total": len(late),
            "as_of": long_date(here, latest(here.graph)),
            "themes": _themes(here),
            "authorities": [each.label for each in here.directory.of_kind("authority")],
        }

    page = one_page("start", "Sagsgraf", meetings)
    return Content("start.html", "Sagsgraf", page, view, tuple(str(row.meeting) for row in meetings.rows))


def _newest(here: Here) -> Answer:
    counts = Counter(meeting_of(item) for item in here.items)
    held = [each for each in here.directory.of_kind("meeting") if each.flag][::-1][: 2 * _FEW]
    rows = ((day_of(each.code), here.directory.label(each.of), counts[each.iri], each.iri) for each in held)
    return answer(
        "meetings", [("date", "date"), ("body", "text"), ("items", "number"), ("meeting", "iri")], rows, here.language
    )


def _themes(here: Here) -> list[tuple[Part, int]]:
    counts = Counter(theme for item in here.items for theme in item.themes)
    order = sorted(counts, key=lambda each: (-counts[each], each))
    return [(Part(here.directory.label(each), here.links.of(each)), counts[each]) for each in order]


ROUTES: list[BaseRoute] = [Route("/", answering(start_page))]
