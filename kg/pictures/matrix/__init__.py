"""Centres × themes, by year, coloured by their items: a page to send to a colleague, or a part of another page."""

from typing import Any

import msgspec

from kg.messages import Say
from kg.pictures.items import Link, no_links
from kg.pictures.matrix.read import Matrix, read_matrix
from kg.pictures.timeline.words import items_of
from kg.web import Around, environment, standalone

__all__ = ["SCRIPTS", "STYLES", "Matrix", "matrix_page", "matrix_title", "matrix_view", "read_matrix"]

STYLES = ("matrix.css",)
SCRIPTS = ("matrix.js",)
_LEVELS = 6  # colours, the classes l1 to l6


class Pair(msgspec.Struct, frozen=True):
    """A row of the list: a centre or director, a theme, and their items."""

    unit: str
    theme: str
    items: int
    first: str
    last: str


def matrix_page(matrix: Matrix, say: Say, links: tuple[tuple[str, str], ...] = (), about: str = "") -> str:
    """The whole page as one file; `links` and `about` as in `Around`."""
    body, data = matrix_view(matrix, say)
    around = Around(data=data, styles=STYLES, scripts=SCRIPTS, links=links, about=about)
    return standalone(matrix_title(matrix, say), body, say, around)


def matrix_title(matrix: Matrix, say: Say) -> str:
    """What the matrix shows, with what it was narrowed to."""
    return f"{say('matrix.title')}: {matrix.name}" if matrix.name else say("matrix.title")


def matrix_view(
    matrix: Matrix, say: Say, link: Link = no_links, source: str = "page-data"
) -> tuple[str, dict[str, Any]]:
    """The HTML of a matrix, and the data that its page must hold in `<script type="application/json" id=SOURCE>`.

    `link` gives the addresses of items and of places in documents, by their IRIs. The page needs `base.css`,
    `matrix.css`, `common.js` and `matrix.js`; several matrices on a page need a `source` each.
    """
    every = steps(max((count for (_, _, year), count in matrix.counts.items() if not year), default=0))
    html = environment("kg.pictures").get_template("matrix.html").render(
        say=say, matrix=matrix, source=source, ranges=ranges(every), words=lambda count: items_of(count, say),
        cells=[
            [(matrix.counts.get((row, column, 0), 0)) for column in range(len(matrix.columns))]
            for row in range(len(matrix.rows))
        ],
        level=lambda count: level(count, every), pairs=_pairs(matrix),
    )  # fmt: skip
    return html, _data(matrix, say, link, every)


def _data(matrix: Matrix, say: Say, link: Link, every: list[int]) -> dict[str, Any]:
    yearly = steps(max((count for (_, _, year), count in matrix.counts.items() if year), default=0))
    items = []
    for each in matrix.items:
        href, place = (link(iri) if iri else "" for iri in (each.shown.href, each.shown.source_href))
        shown = msgspec.structs.replace(each.shown, href=href, source_href=place)
        items.append({"shown": shown, "year": each.year, "rows": each.rows, "columns": each.columns})
    return {
        "texts": {
            "item": say("page.item"),
            "items": say("matrix.text.items", count="{count}"),  # filled by the script
            "one-item": say("matrix.text.one-item"),
            "cell": say("matrix.text.cell", unit="{unit}", theme="{theme}", items="{items}"),
            "all-years": say("matrix.text.all-years"),
        },
        "rows": [each.label for each in matrix.rows],
        "columns": [each.label for each in matrix.columns],
        "steps": {"every": every, "yearly": yearly},
        "ranges": {"every": ranges(every), "yearly": ranges(yearly)},
        "items": items,
    }


def steps(most: int) -> list[int]:
    """The greatest count of each colour, where `most` is the greatest of all: each about as many times the last."""
    return sorted({round(most ** ((place + 1) / _LEVELS)) for place in range(_LEVELS)}) if most else []


def level(count: int, found: list[int]) -> int:
    """The colour of a count: from 1 to 6, the last for the greatest; 0 for none."""
    if not count:
        return 0
    place = next(place for place, step in enumerate(found, 1) if count <= step)
    return _LEVELS - len(found) + place if len(found) > 1 else 3


def ranges(found: list[int]) -> list[tuple[int, str]]:
    """For the legend: colours and the counts that have them, such as `4–6`."""
    first = [1, *(step + 1 for step in found)]
    return [
        (level(step, found), f"{start}–{step}" if start < step else str(step))
        for start, step in zip(first, found, strict=False)
    ]


def _pairs(matrix: Matrix) -> list[Pair]:
    """Each centre and theme that have items together, with the days of the first and the last."""
    days: dict[tuple[int, int], list[str]] = {}
    for item in matrix.items:
        for row in item.rows:
            for column in item.columns:
                days.setdefault((row, column), []).append(item.shown.date)
    return [
        Pair(matrix.rows[row].label, matrix.columns[column].label, len(found), found[0], found[-1])
        for (row, column), found in sorted(days.items())
    ]
