"""The numbers of items as the minutes write them: *3.1* for a sub-point, whose number is its place in the document."""

from typing import Any

import msgspec

from kg.graph.graph import Graph
from kg.queries.answer import Answer

_LABELS = "SELECT ?item ?label { ?item sag:label ?label ; sag:number ?number }"
_NUMBERS = (("number", "item"), ("later_number", "later"), ("closed_number", "closed_by"))


def as_written(graph: Graph, answer: Answer) -> Answer:
    """An answer for people to read, with the label of an item in the place of its number where it has one."""
    names = {column.name for column in answer.columns}
    found = [(number, item) for number, item in _NUMBERS if {number, item} <= names]
    labels = _labels(graph) if found and answer.rows else {}
    if not labels:
        return answer
    beside = {"label": None} if "label" in names else {}

    def called(row: Any) -> Any:
        said = {number: labels.get(getattr(row, item), getattr(row, number)) for number, item in found}
        return row._replace(**said, **beside)

    return msgspec.structs.replace(answer, rows=tuple(called(row) for row in answer.rows))


def _labels(graph: Graph) -> dict[str, str]:
    kept: dict[str, str] | None = graph.kept.get("labels of items")
    if kept is None:
        kept = {str(item): str(label) for item, label in graph.query(_LABELS).values()}
        graph.kept["labels of items"] = kept
    return kept
