"""From what a person writes for a parameter to the term that the question gets, and from terms to typed cells."""

import calendar
import datetime
import re
from decimal import Decimal

import msgspec

from kg.danish.dates import find_dates
from kg.errors import UsageError
from kg.graph.graph import Graph
from kg.graph.rows import Iri, Term, plain
from kg.model.fact import Literal
from kg.queries.names import look_up
from kg.queries.question import NODES, Parameter

SEPARATOR = "\n"  # between the values of a `list`, in GROUP_CONCAT
_LATEST = "SELECT (MAX(?date) AS ?latest) { ?meeting sag:minutes ?document ; dcterms:date ?date }"
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$")
_DAYS = re.compile(r"(-?)P(?:(\d+)D)?(?:T.*)?$")
_TODAY = {"today", "i dag", "idag"}
_NEWEST = {"latest", "seneste", "senest", "nyeste"}
_YES, _NO = {"true", "yes", "ja", "1"}, {"false", "no", "nej", "0"}

Cell = str | int | Decimal | bool | datetime.date | tuple[str, ...] | None
Given = str | int | float | Decimal | bool | datetime.date


def term_of(graph: Graph, parameter: Parameter, given: Given, authority: str = "") -> Term:
    """The term for what was given. A `from` or `to` is a day, and a year or month stands for its first or last day;
    `latest` (or `seneste`) is the day of the newest minutes, `today` the day on which the question is asked.

    Raises `UsageError` for a name that is unknown or ambiguous, and for what is no date, number or yes-or-no.
    """
    kind, text = parameter.kind, str(given).strip()
    if kind in NODES:
        return Iri(look_up(graph, kind, text, authority))
    if kind in ("from", "to"):
        return Literal(_day(graph, kind, text, parameter), "xsd:date")
    if kind == "number":
        return Literal(_number(text, parameter), "xsd:decimal" if "." in text else "xsd:integer")
    if kind == "flag":
        return Literal(_truth(text, parameter), "xsd:boolean")
    return Literal(text)


def latest(graph: Graph) -> str:
    """The ISO date of the newest meeting that has minutes; the first day of all where there is none."""
    if "latest" not in graph.kept:
        found = graph.query(_LATEST).values()
        graph.kept["latest"] = str(found[0][0] or datetime.date.min)
    return str(graph.kept["latest"])


def _day(graph: Graph, kind: str, text: str, parameter: Parameter) -> str:
    if text.casefold() in _NEWEST:
        return latest(graph)
    if text.casefold() in _TODAY:
        return datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat()
    partial = _PARTIAL.match(text)
    try:
        if partial is None:
            dates = find_dates(text, datetime.date.max)
            return datetime.date.fromisoformat(next(each.iso for each in dates if each.precision == "day")).isoformat()
        year, month = int(partial[1]), int(partial[2] or (1 if kind == "from" else 12))
        last = 1 if kind == "from" else calendar.monthrange(year, month)[1]
        return datetime.date(year, month, int(partial[3] or last)).isoformat()
    except (StopIteration, ValueError):
        forms = "2016-12-31, 2016-12, 2016"
        raise _wrong(parameter, text, f"{forms}, latest, today", f"{forms}, seneste, i dag") from None


def _number(text: str, parameter: Parameter) -> str:
    if re.fullmatch(r"-?\d{1,15}(\.\d{1,9})?", text):
        return text
    raise _wrong(parameter, text, "14, 0.5")


def _truth(text: str, parameter: Parameter) -> str:
    if text.casefold() in _YES | _NO:
        return "true" if text.casefold() in _YES else "false"
    raise _wrong(parameter, text, "true, false")


def _wrong(parameter: Parameter, text: str, forms: str, danish: str = "") -> UsageError:
    return UsageError(
        f"“{text}” cannot be read as {parameter.name}; write it like one of these: {forms}.",
        f"»{text}« kan ikke læses som {parameter.name}; skriv det som et af disse: {danish or forms}.",
    )


def cell(kind: str, term: Term | None) -> Cell:
    """A term as a typed value: dates as `datetime.date` (partial ones as text), lists as sorted tuples, days as int."""
    value = plain(term)
    if kind == "list":
        return tuple(sorted({each for each in str(value or "").split(SEPARATOR) if each}, key=in_order))
    if value is None or kind == "iri":
        return None if value is None else str(value)
    if kind == "date":
        return _date(str(value))
    if kind == "days":
        found = _DAYS.match(str(value))
        return int(found[2] or 0) * (-1 if found[1] else 1) if found else int(str(value))
    return value


def _date(text: str) -> datetime.date | str:
    try:
        return msgspec.convert(text, datetime.date)
    except msgspec.ValidationError:
        return text


def in_order(text: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts text as people do: Bilag 2 before Bilag 10."""
    parts = ((int(part), "") if part.isdecimal() else (-1, part.casefold()) for part in re.split(r"(\d+)", text))
    return (*parts, (-1, text))
