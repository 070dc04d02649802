"""What comes back: typed rows under the columns of the question, and where several answers make a page."""

import html
from collections import namedtuple
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from kg.model.said import Said
from kg.queries.question import Column
from kg.queries.values import Cell

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_MOST_SHOWN = 50  # rows in a notebook


class Answer(msgspec.Struct, frozen=True):
    """The answer to one question: `rows` are named tuples of typed values, `nodes` for each row the names of the nodes
    that have its words. `note` says what had to be supposed, such as the day of `latest`; `head`, `brief` and
    `pivot` name the columns with which a row begins in a terminal, those of a table there, and those of its matrix.
    """

    name: str
    title: Said
    columns: tuple[Column, ...]
    rows: tuple[Any, ...]
    nodes: tuple[tuple[str, ...], ...]
    language: str = "en"
    note: Said = Said("", "")
    head: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    pivot: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that people read: all but those of kind `iri`."""
        return tuple(column for column in self.columns if column.kind != "iri")

    def cells(self, columns: tuple[Column, ...]) -> list[tuple[Cell, ...]]:
        """The rows with these columns only."""
        places = [self.columns.index(column) for column in columns]
        return [tuple(row[place] for place in places) for row in self.rows]

    def dicts(self) -> list[dict[str, Cell]]:
        """Each row as a dict by the names of the columns."""
        return [row._asdict() for row in self.rows]

    def to_pandas(self) -> "pd.DataFrame":
        """The rows as a pandas frame; raises `ImportError` where pandas is not installed."""
        import pandas as pd

        return pd.DataFrame(self.dicts(), columns=[column.name for column in self.columns])

    def to_polars(self) -> "pl.DataFrame":
        """The rows as a polars frame; raises `ImportError` where polars is not installed."""
        import polars as pl

        names = [column.name for column in self.columns]
        data = {name: [_framed(row[place]) for row in self.rows] for place, name in enumerate(names)}
        return pl.DataFrame(data, strict=False)

    def __iter__(self) -> Iterator[Any]:
        """The rows, in order."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def __getitem__(self, place: int) -> Any:
        """One row."""
        return self.rows[place]

    def _repr_html_(self) -> str:
        """A table for a notebook; whatever the graph holds is text there, never markup."""
        heads = "".join(f"<th>{html.escape(_said(column.label, self.language))}</th>" for column in self.shown)
        body = "".join(
            f"<tr>{''.join(f'<td>{html.escape(as_text(value))}</td>' for value in row)}</tr>"
            for row in self.cells(self.shown)[:_MOST_SHOWN]
        )
        more = f"<p>… {len(self)}</p>" if len(self) > _MOST_SHOWN else ""
        caption = html.escape(_said(self.title, self.language))
        return f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{more}"


class Page(msgspec.Struct, frozen=True):
    """Several answers about one thing, the main one first; what is asked of the page is asked of that one."""

    name: str
    title: Said
    answers: tuple[Answer, ...]

    @property
    def main(self) -> Answer:
        """The first answer."""
        return self.answers[0]

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows of the first answer."""
        return self.main.rows

    def dicts(self) -> dict[str, list[dict[str, Cell]]]:
        """The rows of every answer as dicts, by the name of its question."""
        return {answer.name: answer.dicts() for answer in self.answers}

    def to_pandas(self) -> "pd.DataFrame":
        """The first answer as a pandas frame."""
        return self.main.to_pandas()

    def to_polars(self) -> "pl.DataFrame":
        """The first answer as a polars frame."""
        return self.main.to_polars()

    def __iter__(self) -> Iterator[Any]:
        """The rows of the first answer."""
        return iter(self.main)

    def __len__(self) -> int:
        """How many rows the first answer has."""
        return len(self.main)

    def __getitem__(self, name: str | int) -> Any:
        """An answer by the name of its question, or a row of the first one by its place."""
        if isinstance(name, int):
            return self.main[name]
        for answer in self.answers:
            if answer.name == name:
                return answer
        raise KeyError(name)

    def _repr_html_(self) -> str:
        """The answers that have rows, one table below the other."""
        return "".join(answer._repr_html_() for answer in self.answers if answer.rows or answer is self.main)


@cache
def row_type(name: str, columns: tuple[Column, ...]) -> Any:
    """The named tuple of a question's rows."""
    return namedtuple(name.title().replace("-", ""), [column.name for column in columns])  # noqa: PYI024 - made from data


def as_text(value: Cell) -> str:
    """A cell as a person reads it in a line of text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "✓" if value else ""
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _said(said: Said, language: str) -> str:
    return said.da if language == "da" else said.en


def _framed(value: Cell) -> object:
    return list(value) if isinstance(value, tuple) else value
