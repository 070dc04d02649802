"""Answers as tables for reading: what belongs to a row but needs no column of its own stands below its title."""

from collections.abc import Iterator
from functools import partial

import msgspec

from kg.graph.graph import Graph
from kg.messages import Say
from kg.model.said import Said
from kg.pictures.items import shortened
from kg.pictures.timeline.tables import Cell, Head
from kg.places import Places
from kg.queries.answer import Answer, as_text
from kg.queries.evidence import sources, with_sources
from kg.queries.question import Column
from kg.queries.values import Cell as Value
from kg.web import environment

# The columns of some questions, which have more than a page is wide; of others all that are short. What is missing
# here stands below the title, and so does the source.
_COLUMNS = {
    "loops": "date days title body case outcomes referred_to",
    "loops-closed": "date days title body case outcomes later_date",
    "tasks-overdue": "due overdue title responsible promised body",
    "tasks-open": "due title responsible promised body",
    "tasks-recurs": "recurrence title responsible promised body",
    "tasks-done": "due title responsible promised body closed_date",
}
_LEFT_OUT = {"status", "words", "source"}
_AT_BODY = "number"  # stands with the body where both are there
_LATER_ITEM = frozenset("later_date later_body later_number later_title later_case score reason".split())
_CLOSING_ITEM = frozenset("closed_date closed_body closed_number closed_title score reason".split())
_LATER = {"loops-closed": _LATER_ITEM, "tasks-done": _CLOSING_ITEM}  # said in one sentence
_EMPTY = (None, (), "", False)
_FIGURES = {"number", "days", "score", "money"}
_MAIN = ("title", "problem", "titles", "body")  # the column with the rest below it: the first of these that is there


class Row(msgspec.Struct, frozen=True):
    """A row: its cells; below that of the place `main` the quotes and remarks, and where the words stand."""

    cells: tuple[Cell, ...]
    quotes: tuple[str, ...]
    remarks: tuple[str, ...]
    source: str


class Shown(msgspec.Struct, frozen=True):
    """An answer for a template; `main` is the place of the column that has remarks and quotes below it."""

    name: str
    title: str
    note: str
    heads: tuple[Head, ...]
    main: int
    rows: tuple[Row, ...]


def answers_view(graph: Graph, answers: tuple[Answer, ...], say: Say) -> str:
    """The HTML of answers, one below the other, each as a table that can be sorted and filtered."""
    places = Places(graph.path, graph.manifest)
    place = partial(places.place, say("code"))
    sourced = [with_sources(each, sources(graph, each), place) for each in answers]
    notes, shown = set[str](), []
    for each in sourced:
        note = _in(each.note, say)
        shown.append(_shown(each, "" if note in notes else note, say))
        notes.add(note)
    return environment("kg.pictures").get_template("report_answers.html").render(say=say, answers=shown)


def _shown(answer: Answer, note: str, say: Say) -> Shown:
    columns = _columns(answer)
    main = next(place for name in (*_MAIN, columns[0].name) for place, each in enumerate(columns) if each.name == name)
    told = {each.name for each in columns} | _LEFT_OUT | _LATER.get(answer.name, frozenset())
    rest = [each for each in answer.shown if each.name not in told]
    return Shown(
        answer.name,
        _in(answer.title, say),
        note,
        tuple(Head(_in(each.label, say), each.kind in _FIGURES) for each in columns),
        main,
        tuple(_row(row._asdict(), columns, rest, say) for row in answer.rows),
    )


def _columns(answer: Answer) -> list[Column]:
    """The columns that the table has: those that were chosen, without the empty ones; the number goes with the body."""
    by_name = {each.name: each for each in answer.columns}
    short = [each.name for each in answer.shown if each.kind != "long" and each.name not in _LEFT_OUT]
    named = _COLUMNS.get(answer.name, "").split() or short
    if "body" in named and _AT_BODY in named:
        named.remove(_AT_BODY)
    filled = {name for name in named if any(getattr(row, name) not in _EMPTY for row in answer.rows)}
    return [by_name[name] for name in named if name in filled] or list(answer.shown[:1])


def _row(row: dict[str, Value], columns: list[Column], rest: list[Column], say: Say) -> Row:
    at_body = any(each.name == "body" for each in columns) and row.get(_AT_BODY) is not None
    filled = [
        (each, row[each.name])
        for each in rest
        if row[each.name] not in _EMPTY and not (at_body and each.name == _AT_BODY)
    ]
    quotes = [shortened(as_text(value)) for each, value in filled if each.kind == "long"]
    words, title = as_text(row.get("words")), " ".join(as_text(row.get("title")).split())
    if not quotes and words and title not in words:
        quotes.append(shortened(words))
    number = f", {say('page.item')}\N{NO-BREAK SPACE}{row[_AT_BODY]}" if at_body else ""
    return Row(
        tuple(_cell(each, row[each.name], number if each.name == "body" else "") for each in columns),
        tuple(quotes),
        (*_later(row, say), *_remarks(filled, say)),
        as_text(row.get("source")),
    )


def _cell(column: Column, value: Value, more: str) -> Cell:
    kind = "figure" if column.kind in _FIGURES else "date" if column.kind == "date" else ""
    return Cell(as_text(value) + more, kind)


def _later(row: dict[str, Value], say: Say) -> Iterator[str]:
    """What took up a deferral, or delivered a task, in one sentence, and why we think so."""
    for prefix in ("later", "closed"):
        date = row.get(f"{prefix}_date")
        if date:
            where = {key: row.get(f"{prefix}_{key}") for key in ("body", "number", "title")}
            yield say(f"report.{prefix}", date=date, **where)
            yield say("report.because", reason=row["reason"], score=_score(row["score"], say))


def _score(value: Value, say: Say) -> str:
    """How sure something is, with a comma where the reader's language has one."""
    text = as_text(value)
    return text.replace(".", ",") if say("code") == "da" else text


def _remarks(filled: list[tuple[Column, Value]], say: Say) -> Iterator[str]:
    for column, value in filled:
        if column.kind != "long":
            label = _in(column.label, say)
            yield label if value is True else f"{label}: {as_text(value)}"


def _in(said: Said, say: Say) -> str:
    return said.da if say("code") == "da" else said.en
