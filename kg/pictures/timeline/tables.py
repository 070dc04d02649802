"""The treatments of a timeline as a table."""

import msgspec

from kg.messages import Say
from kg.pictures.items import Link
from kg.pictures.timeline.read import Timeline, Treatment

_COLUMNS = (
    "date",
    "body",
    "number",
    "title",
    "case-number",
    "since-days",
    "outcome",
    "open-days",
    "taken-up",
    "source",
)
_FIGURES = ("number", "since-days", "open-days")


class Head(msgspec.Struct, frozen=True):
    """The head of a column; `figure` if it holds numbers."""

    text: str
    figure: bool = False


class Cell(msgspec.Struct, frozen=True):
    """A cell: its text, CSS class, and address if it is a link."""

    text: str
    class_: str = ""
    href: str = ""


class Table(msgspec.Struct, frozen=True):
    """A table for a template."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table_of(timeline: Timeline, say: Say, link: Link) -> Table:
    """A row for each treatment; columns that would be empty are left out."""
    rows = [_row(each, link) for each in timeline.treatments]
    kept = [place for place in range(len(_COLUMNS)) if any(row[place].text for row in rows)]
    return Table(
        tuple(Head(say(f"timeline.{_key(timeline, place)}"), _COLUMNS[place] in _FIGURES) for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
    )


def _key(timeline: Timeline, place: int) -> str:
    """A column's text: in the history of a case days are counted from the row above, also where that is only quoted."""
    later = timeline.kind == "case" and _COLUMNS[place] == "since-days"
    return "days-later" if later else _COLUMNS[place]


def _row(each: Treatment, link: Link) -> tuple[Cell, ...]:
    shown, later = each.shown, each.taken[0] if each.taken else None
    return (
        Cell(shown.date, "date"),
        Cell(shown.body),
        Cell(str(shown.number or ""), "figure"),
        Cell(shown.title, href=shown.href),
        Cell(shown.case),
        Cell("" if each.since is None else str(each.since), "figure"),
        Cell(", ".join(shown.outcomes)),
        Cell("" if each.open is None else str(each.open), "figure"),
        Cell(later.date if later else "", "date", link(later.item) if later else ""),
        Cell(shown.source, "small", shown.source_href),
    )
