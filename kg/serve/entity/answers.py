"""Answers of our own making, for pages whose content no ready question has: the same typed rows as theirs."""

from collections.abc import Iterable, Sequence

from kg.messages import sentence
from kg.model.said import Said
from kg.queries.answer import Answer, Page, row_type
from kg.queries.question import Column
from kg.queries.values import Cell

Spec = Sequence[tuple[str, str]]


def said_of(key: str, **values: object) -> Said:
    """A text of the catalogue in both languages."""
    return Said(sentence("da", key, **values), sentence("en", key, **values))


def answer(
    name: str, columns: Spec, rows: Iterable[Sequence[Cell]], language: str, evidence: Sequence[str] = ()
) -> Answer:
    """An answer: `columns` are (name, kind), whose labels are `explorer.column.NAME`; the columns of kind `iri` have
    none. `evidence` names the columns whose nodes have the words.
    """
    made = tuple(
        Column(each, kind, Said("", "") if kind == "iri" else said_of(f"explorer.column.{each}"))
        for each, kind in columns
    )
    make = row_type(name, made)
    typed = tuple(make(*row) for row in rows)
    nodes = tuple(tuple(str(node) for each in evidence if (node := getattr(row, each))) for row in typed)
    return Answer(name, said_of(f"explorer.answer.{name}"), made, typed, nodes, language)


def one_page(name: str, title: str, *answers: Answer) -> Page:
    """A page of answers with a title that is a name."""
    return Page(name, Said(title, title), answers)
