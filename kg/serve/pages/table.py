"""Rows as pages show them: every name a link, and at the end of each row the place of its words."""

import datetime
from collections.abc import Sequence
from decimal import Decimal

import msgspec
from markupsafe import escape

from kg.messages import TEXTS
from kg.pictures.items import shortened
from kg.queries.answer import Answer, as_text
from kg.queries.evidence import Source
from kg.queries.question import Column
from kg.queries.values import Cell as Value
from kg.queries.written import as_written
from kg.serve.pages import Here
from kg.serve.pages.places import source_of, sources_of

_LONG = 320  # characters of a long text in a table
_SHORT = 240  # of any other
_WORD = 28  # of a word that is not broken
# which column has the node that a column names; what is not here is looked up by its name
_NODE_OF = {
    "title": ("task", "item", "iri"),
    "number": ("item",),
    "later_title": ("later",),
    "later_number": ("later",),
    "closed_title": ("closed_by",),
    "closed_number": ("closed_by",),
    "theme": ("theme_iri",),
    "unit": ("unit_iri",),
    "person": ("person_iri",),
    "other": ("other_iri",),
    "who": ("who_iri",),
    "label": ("iri",),
    "value": ("value_iri",),
}
_NAMED = {
    "body", "later_body", "closed_body", "units", "proposers", "referred_to", "responsible", "people", "away", "case",
    "later_case", "themes", "documents", "bodies",
}  # fmt: skip
_KINDS = {"case": ("case",), "later_case": ("case",), "themes": ("theme",), "documents": ("document",)}
_CODE = "rule"  # for programs: what it stands for is said in words beside it
_FIGURES = {"number", "money", "days", "score"}


class Part(msgspec.Struct, frozen=True):
    """Some text, and where it leads; `tag` is the class of a small thing in a frame, or the line of a place."""

    text: str
    href: str = ""
    tag: str = ""

    def __html__(self) -> str:
        """What templates write: made here, for a page has hundreds of them."""
        kind = f' class="{escape(self.tag)}"' if self.tag else ""
        text = f"<bdi>{escape(self.text or '–')}</bdi>"
        if self.href:
            return f'<a href="{escape(self.href)}"{kind}>{text}</a>'
        return f"<span{kind}>{text}</span>" if self.tag else text


class Words(msgspec.Struct, frozen=True):
    """The place of some words: `text` is file and line, `line` the line, `said` how it is read out."""

    text: str
    href: str
    line: str
    said: str

    def __html__(self) -> str:
        """A small link that says the line."""
        return (
            f'<a class="src" href="{escape(self.href)}" title="{escape(self.text)}"><span aria-hidden="true">¶\u200a'
            f'{escape(self.line)}</span><span class="hide">{escape(self.said)}</span></a>'
        )


class Cell(msgspec.Struct, frozen=True):
    """A cell: `style` is its class, `label` that of its column, `words` where the row's words stand, in one of them."""

    parts: tuple[Part, ...]
    style: str = ""
    label: str = ""
    words: Words | None = None

    def __html__(self) -> str:
        """The cell, its parts set apart by commas."""
        style = f"{self.style}{'' if self.parts or self.words else ' empty'}"
        between = "" if any(part.tag for part in self.parts) else ", "
        inner = between.join(part.__html__() for part in self.parts)
        words = f" {self.words.__html__()}" if self.words else ""
        return f'<td class="{style}" data-label="{escape(self.label)}">{inner}{words}</td>'


class Table(msgspec.Struct, frozen=True):
    """A table: `heads` are (label, style, address that sorts by it, "ascending" or "descending" where it is sorted);
    `total` is how many rows there are in all, `more` where the others are.
    """

    name: str
    title: str
    heads: tuple[tuple[str, str, str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int
    note: str = ""
    more: str = ""


def said(here: Here, said_in: object) -> str:
    """A text that comes in both languages."""
    return str(getattr(said_in, here.language))


def table_of(
    here: Here,
    answer: Answer,
    columns: Sequence[str] = (),
    *,
    most: int = 50,
    more: str = "",
    newest: bool = False,
) -> Table:
    """An answer as a table of these columns (by default all that people read), at most `most` rows; with `newest` the
    last ones, the newest first.
    """
    answer = as_written(here.graph, answer)
    order = list(range(len(answer.rows)))
    if newest:
        order.reverse()
    order = order[:most]
    some = msgspec.structs.replace(
        answer, rows=tuple(answer.rows[place] for place in order), nodes=tuple(answer.nodes[place] for place in order)
    )
    known = {column.name: column for column in answer.columns}
    chosen = [known[name] for name in columns] if columns else [each for each in answer.shown if each.name != _CODE]
    chosen = [column for column in chosen if any(getattr(row, column.name) not in (None, (), "") for row in some.rows)]
    found = sources_of(here, some) if any(some.nodes) else [None] * len(some.rows)
    place = _place_of_words(chosen)
    rows = tuple(
        _with_words(here, [cell_of(here, column, row) for column in chosen], source, place)
        for row, source in zip(some.rows, found, strict=True)
    )
    heads = [(said(here, column.label), _style(column), "", "") for column in chosen]
    key = f"explorer.heading.{answer.name}"
    title = here.say(key) if key in TEXTS else said(here, answer.title)
    return Table(answer.name, title, tuple(heads), rows, len(answer.rows), said(here, answer.note), more)


def _style(column: Column) -> str:
    """The class of a column: how its text is set."""
    if column.kind in _FIGURES:
        return "figure"
    if column.name.endswith(("title", "case", "reason")) or column.kind in ("date", "long"):
        return column.kind if column.kind in ("date", "long") else column.name.rpartition("_")[2]
    return ""


def _breaks(parts: tuple[Part, ...]) -> str:
    """A class for text with a word that is longer than any cell."""
    return " breaks" if any(len(word) > _WORD for part in parts for word in part.text.split()) else ""


def cell_of(here: Here, column: Column, row: object) -> Cell:
    """A cell of a row, its names as links."""
    value: Value = getattr(row, column.name)
    label = said(here, column.label)
    if column.name in ("outcomes", "outcome"):
        return Cell(outcome_parts(here, value), "tags", label)
    parts = tuple(part_of(here, column, each, row) for each in (value if isinstance(value, tuple) else (value,)))
    return Cell(tuple(part for part in parts if part.text), _style(column) + _breaks(parts), label)


def part_of(here: Here, column: Column, value: Value | str, row: object) -> Part:
    """One value of a cell."""
    text = shown(here, value, column.kind)
    if column.kind == "long":
        return Part(shortened(text, _LONG))
    text = text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
    node = next((iri for name in _NODE_OF.get(column.name, ()) if (iri := getattr(row, name, None))), "")
    if node:
        return Part(text, here.links.of(str(node)))
    if column.name in ("date", "promised", "later_date", "closed_date"):
        return Part(text, _meeting(here, column.name, row))
    if column.name in _NAMED and text:
        thing = here.directory.find(text, _near(row), _KINDS.get(column.name, ()))
        return Part(text, here.links.of(thing.iri) if thing else "")
    return Part(text)


def _meeting(here: Here, name: str, row: object) -> str:
    """The address of the meeting of the item of a date."""
    column = {"later_date": "later", "closed_date": "closed_by"}.get(name, "item")
    meeting = getattr(row, "meeting", None) or (getattr(row, column, None) or "").partition("/item/")[0]
    return here.links.of(str(meeting)) if meeting else ""


def _near(row: object) -> str:
    for name in ("item", "decision", "task", "meeting", "meeting_iri", "agent_iri", "iri"):
        if found := getattr(row, name, None):
            return str(found)
    return ""


def outcome_parts(here: Here, value: object) -> tuple[Part, ...]:
    """Outcomes as tags that lead to all items with the same; what is counted (`approved 3`) stays as it is."""
    labels = value if isinstance(value, tuple) else (value,) if value else ()
    return tuple(outcome_part(here, str(label)) for label in labels)


def outcome_part(here: Here, label: str) -> Part:
    """One outcome as a tag."""
    thing = here.directory.find(label, kinds=("outcome",))
    if thing is None:
        return Part(label)
    open_ones = {"postponed", "returned", "referred"}
    tag = "tag open" if thing.code in open_ones else "tag"
    return Part(label, here.links.path(f"/items?outcome={thing.code}"), tag)


def shown(here: Here, value: Value | str, kind: str = "") -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return here.say("explorer.yes") if value else ""
    if kind == "score" and isinstance(value, Decimal | int | float):
        return f"{float(value):.2f}".replace(".", "," if here.language == "da" else ".")
    return as_text(value) if not isinstance(value, datetime.date) else value.isoformat()


def _place_of_words(columns: Sequence[Column]) -> int:
    """In which column the place of a row's words stands: beside the longest text that names the row."""
    names = [column.name for column in columns]
    return next((names.index(each) for each in ("title", "person", "other", "theme", "name") if each in names), 0)


def _with_words(here: Here, cells: list[Cell], source: Source | None, place: int) -> tuple[Cell, ...]:
    if source and cells:
        cells[place] = msgspec.structs.replace(cells[place], words=source_part(here, source))
    return tuple(cells)


def source_part(here: Here, source: Source) -> Words:
    """A place in a document as a link that says its line."""
    return place_part(here, source.document, source.start, source.end)


def place_part(here: Here, document: str, start: int, end: int) -> Words:
    """As `source_part`, of offsets."""
    line = here.line(document, start)
    name = here.directory.label(document)
    text = f"{name}:{here.place(document, start)}" if line else name
    said = here.say("explorer.words-at", place=text)
    return Words(text, here.links.of(f"{document}#char={start},{end}"), str(line or "?"), said)


def place_of(here: Here, evidence: str) -> Words | None:
    """The same of the IRI of a piece of evidence; None for what is no place in a document."""
    source = source_of(here, evidence)
    return source_part(here, source) if source else None


def long_date(here: Here, iso: str) -> str:
    """A date as one writes it: 8 March 2022, 8. marts 2022; of a month or a year what there is."""
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    if not month.isdecimal():
        return iso
    name = here.say("explorer.months").split()[int(month) - 1]
    if not day:
        return f"{name} {year}"
    return f"{int(day)}. {name} {year}" if here.language == "da" else f"{int(day)} {name} {year}"
