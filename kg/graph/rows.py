"""The answer to a question: rows of typed terms under named columns."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from kg.errors import UsageError
from kg.graph.prefixes import XSD, full_iri, short_name
from kg.graph.terms import iri_token, literal_token
from kg.model.fact import Literal

if TYPE_CHECKING:
    import pyoxigraph as ox

_INTEGERS = {"xsd:integer", "xsd:nonNegativeInteger"}


class Iri(msgspec.Struct, frozen=True, order=True):
    """A name in the graph, in full."""

    value: str


Value = bool | int | Decimal | str | None
Term = Iri | Literal
Row = tuple[Term | None, ...]


class Rows(msgspec.Struct, frozen=True):
    """Columns in the order of the question's SELECT, and a row of terms for each answer; None where none is bound."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def values(self) -> list[tuple[Value, ...]]:
        """The rows as plain Python values: str, int, Decimal, bool or None (dates stay text, they may be partial)."""
        return [tuple(plain(term) for term in row) for row in self.rows]

    def dicts(self) -> list[dict[str, Value]]:
        """Each row as a dict by column, with plain Python values."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.values()]

    def __iter__(self) -> Iterator[Row]:
        """The rows, in order."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)


def plain(term: Term | None) -> Value:
    """The plain Python value of a term: an IRI or text as str, whole numbers as int, decimals as Decimal, truth as
    bool.
    """
    if term is None or isinstance(term, Iri):
        return term.value if term else None
    if term.datatype in _INTEGERS:
        return int(term.value)
    if term.datatype == "xsd:decimal":
        return Decimal(term.value)
    return term.value == "true" if term.datatype == "xsd:boolean" else term.value


def shown(term: Term | None) -> str:
    """A term as a person reads it in a table: an IRI by its prefix where it has one, a literal by its text."""
    if term is None:
        return ""
    return short_name(term.value) if isinstance(term, Iri) else term.value


def from_ox(term: "ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None") -> Term | None:
    """A term of the store's library as one of ours."""
    import pyoxigraph as ox

    if term is None:
        return None
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, "", term.language)
        datatype = term.datatype.value
        return Literal(term.value, "xsd:" + datatype.removeprefix(XSD) if datatype.startswith(XSD) else datatype)
    return Iri(term.value if isinstance(term, ox.NamedNode) else str(term))


def to_ox(term: Term) -> "ox.NamedNode | ox.Literal":
    """One of our terms as the store's library has it. Raises `UsageError` as `iri_to_ox` does."""
    import pyoxigraph as ox

    if isinstance(term, Iri):
        return iri_to_ox(term.value)
    if term.language:
        return ox.Literal(term.value, language=term.language)
    return ox.Literal(term.value, datatype=ox.NamedNode(full_iri(term.datatype)))


def iri_to_ox(iri: str) -> "ox.NamedNode":
    """An IRI as the store's library has it. Raises `UsageError` for what is none: it may come from an address."""
    import pyoxigraph as ox

    try:
        return ox.NamedNode(iri)
    except ValueError:
        raise UsageError(f"“{iri[:200]}” is not an IRI.", f"“{iri[:200]}” er ikke en IRI.") from None


def token(term: Term) -> str:
    """A term as SPARQL and N-Triples write it in full, escaped."""
    if isinstance(term, Iri):
        return term.value if term.value.startswith("_:") else iri_token(term.value)
    return literal_token(term)
