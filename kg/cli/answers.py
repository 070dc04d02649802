"""Answers on a terminal: a paragraph or a line of a table for each row, each with where its words stand."""

import datetime
import shutil
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.tables import plain_text
from kg.messages import Say

if TYPE_CHECKING:
    from rich.text import Text

    from kg.queries.answer import Answer, Page
    from kg.queries.question import Column

_WIDTH = 100
_INDENT = 12
_WORD = 14  # characters of a word that a column of a table does not break
_MOST_WORDS = 300  # characters of proof under a row


def show_page(page: "Page", files: Mapping[str, str], say: Say) -> None:
    """Write a page on standard output. `files` gives the paths of documents by file name, to which sources link where
    the terminal can.
    """
    from rich.console import Console
    from rich.text import Text

    width = shutil.get_terminal_size((_WIDTH, 0)).columns
    console = Console(width=width, highlight=False)
    if len(page.answers) > 1:
        console.print(Text(plain_text(_in(page.title, say)), style="bold"))
        console.print()
    notes: set[str] = set()
    for answer in page.answers:
        note = "" if _in(answer.note, say) in notes else _in(answer.note, say)
        notes.add(note)
        _show(answer, note, files, say, console)


def _show(answer: "Answer", note: str, files: Mapping[str, str], say: Say, console: "object") -> None:
    from rich.text import Text

    show = console.print  # type: ignore[attr-defined]
    if not answer.rows:
        show(Text(f"{_in(answer.title, say)}: {say('answer.none')}"))
        show()
        return
    count = len({row[:2] for row in answer.rows}) if answer.pivot else len(answer)
    show(Text(f"{_in(answer.title, say)} ({count})", style="bold underline"))
    if note:
        show(Text(note, style="italic"))
    show()
    if answer.head:
        for line in _paragraphs(answer, files, say, console.width):  # type: ignore[attr-defined]
            show(line)
    else:
        show(_table(answer, files, say, console.width))  # type: ignore[attr-defined]
        show()


def _paragraphs(answer: "Answer", files: Mapping[str, str], say: Say, width: int) -> Iterator["Text"]:
    """For each row the columns of its head on one line, below it the others, each with its label, and its words."""
    from rich.text import Text

    columns = {column.name: column for column in answer.columns}
    rest = [column for column in answer.shown if column.name not in {*answer.head, "source", "words"}]
    for row in answer.rows:
        cells = row._asdict()
        yield Text(_head(answer, cells, columns, say), style="bold")
        said = [(column, cells[column.name]) for column in rest if cells[column.name] not in (None, (), False, "")]
        brief = [_labelled(column, value, say) for column, value in said if column.kind != "long"]
        if brief:
            yield _wrapped(" · ".join(brief), width)
        for column, value in said:
            if column.kind == "long":
                yield _wrapped(_labelled(column, value, say), width)
        yield from _proof(cells, files, width, quote=all(column.kind != "long" for column in rest))
        yield Text("")


def _labelled(column: "Column", value: object, say: Say) -> str:
    """`label: value`; of what is merely so or not, the label."""
    label = _in(column.label, say)
    return f"[{label}]" if value is True else f"{label}: {_shown(value)}"


def _head(answer: "Answer", cells: dict[str, object], columns: dict[str, "Column"], say: Say) -> str:
    parts: list[str] = []
    for name in answer.head:
        value = _shown(cells[name])
        if name == "number" and parts:
            parts[-1] += f", {_in(columns[name].label, say)} {value}"
        elif value:
            parts.append(value)
    return plain_text(": ".join([" ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts))


def _proof(cells: dict[str, object], files: Mapping[str, str], width: int, *, quote: bool) -> Iterator["Text"]:
    """Where the words of a row stand; with `quote`, the words too."""
    source, words = cells.get("source"), cells.get("words")
    text = plain_text(str(words or ""))
    if quote and text and plain_text(str(cells.get("title") or "")) not in text:
        yield _wrapped(f"“{text[:_MOST_WORDS]}{'…' if len(text) > _MOST_WORDS else ''}”", width)
    if source:
        line = _source(str(source), files)
        line.pad_left(_INDENT)
        yield line


def _source(source: str, files: Mapping[str, str]) -> "Text":
    """`file:line`, which leads to the file where it is still there."""
    from rich.text import Text

    path = files.get(source.rpartition(":")[0]) or files.get(source)
    link = f" link {Path(path).resolve().as_uri()}" if path and Path(path).is_file() else ""
    return Text(plain_text(source), style=f"dim{link}")


def _wrapped(text: str, width: int) -> "Text":
    from rich.text import Text

    margin = " " * _INDENT
    return Text(textwrap.fill(plain_text(text), max(width, 40), initial_indent=margin, subsequent_indent=margin))


def _table(answer: "Answer", files: Mapping[str, str], say: Say, width: int) -> object:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    heads, rows = _matrix(answer, say) if answer.pivot else _lines(answer, say)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    least = [
        _least([head, *(row[place] for row, _ in rows if place < len(row))]) for place, (head, *_) in enumerate(heads)
    ]
    fits = sum(least) + _BETWEEN * len(least) <= width
    for (head, right, short), narrow in zip(heads, least, strict=True):
        table.add_column(
            Text(plain_text(head)),
            overflow="fold",
            justify="right" if right else "left",
            no_wrap=short,
            min_width=narrow if fits else None,
        )
    for row, source in rows:
        cells = [Text(plain_text(each)) for each in row]
        table.add_row(*cells, *([_source(source, files)] if source is not None else []))
    return table


_SHORT = {"date", "number", "days", "score", "flag"}
# of each column the head, whether figures stand in it, and whether it stays on one line; of each row cells and source
_BETWEEN = 3  # characters


def _least(texts: list[str]) -> int:
    """The width that breaks no word of a column, up to that of a long word."""
    return min(_WORD, max((len(word) for text in texts for word in text.split()), default=1))


_Lines = tuple[list[tuple[str, bool, bool]], list[tuple[list[str], str | None]]]


def _lines(answer: "Answer", say: Say) -> _Lines:
    """The short columns that have something in some row, and the source."""
    chosen = [
        column
        for column in answer.shown
        if (column.name in answer.brief if answer.brief else column.kind != "long")
        and column.name not in ("source", "words")
    ]
    cells = [tuple(_shown(value) for value in row) for row in answer.cells(tuple(chosen))]
    used = [place for place in range(len(chosen)) if any(row[place] for row in cells)]
    kinds = [chosen[place].kind for place in used]
    heads = [
        (_in(chosen[place].label, say), kind in _SHORT - {"date", "flag"}, kind in _SHORT)
        for place, kind in zip(used, kinds, strict=True)
    ]
    sources = [row._asdict().get("source") for row in answer.rows]
    given = any(sources)
    rows = [
        ([row[place] for place in used], (source or "") if given else None)
        for row, source in zip(cells, sources, strict=True)
    ]
    return [*heads, *([(say("answer.source"), False, False)] if given else [])], rows


def _matrix(answer: "Answer", say: Say) -> _Lines:
    """A column for each value of the pivot, the sum, and what it came to: lists of things with how often add up."""
    over, counted = answer.pivot
    keys = [column for column in answer.shown if column.name not in (over, counted) and column.kind == "text"]
    keys = [column for column in keys if column.name not in ("source", "words")]
    lists = [column for column in answer.shown if column.kind == "list"]
    values = sorted({getattr(row, over) for row in answer.rows})
    groups: dict[tuple[str, ...], list[object]] = defaultdict(list)
    for row in answer.rows:
        groups[tuple(str(getattr(row, column.name)) for column in keys)].append(row)
    heads = [(_in(column.label, say), False, False) for column in keys] + [(str(each), True, True) for each in values]
    heads += [(say("answer.sum"), True, True), *((_in(column.label, say), False, False) for column in lists)]
    rows: list[tuple[list[str], str | None]] = []
    for key, group in groups.items():
        counts = [sum(getattr(row, counted) for row in group if getattr(row, over) == each) for each in values]
        cells = [*key, *(str(count or "") for count in counts), str(sum(counts))]
        rows.append((cells + [_added(group, column.name) for column in lists], None))
    return heads, rows


def _added(group: list[object], name: str) -> str:
    """The sums of lists like *approved 2*, *noted 1*; the most frequent first."""
    counts: dict[str, int] = defaultdict(int)
    for row in group:
        for each in getattr(row, name):
            label, _, number = each.rpartition(" ")
            counts[label] += int(number)
    return ", ".join(
        f"{label} {count}" for label, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def _shown(value: object) -> str:
    from kg.queries.answer import as_text

    return value.isoformat() if isinstance(value, datetime.date) else as_text(value)  # type: ignore[arg-type]


def _in(said: object, say: Say) -> str:
    return str(getattr(said, say("code")))
