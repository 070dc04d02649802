"""A graph to ask: the current generation of a store, read-only."""

import re
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kg.errors import UsageError
from kg.graph.dataset import Dataset
from kg.graph.manifest import manifest_mark
from kg.graph.prefixes import PREFIXES
from kg.graph.rows import Iri, Rows, Term, from_ox, iri_to_ox, to_ox, token
from kg.graph.statements import statements
from kg.graph.store import current_generation, generation_folder, open_store
from kg.graph.tokens import bind, name_columns, selected

if TYPE_CHECKING:
    import pyoxigraph as ox
    import rdflib


class Graph:
    """One generation of a store, unchanging until it is closed, whatever builds come after it.

    Questions see every triple once, whatever named graphs hold it; `GRAPH ?g { ... }` tells them apart. Questions asked
    here are trusted: they run in this process and cannot be stopped. What a stranger typed goes through
    `kg.graph.sparql`.
    """

    def __init__(self, path: Path, store: "ox.Store", manifest: dict[str, Any], generation: int) -> None:
        """Made by `Graph.open`."""
        self.path = path
        self.manifest = manifest
        self.generation = generation
        self.mark = _mark(path, generation)  # of this generation and no other
        # What questions have looked up, such as all names of a kind: it stays true, for the graph does not change.
        self.kept: dict[str, Any] = {}
        self._store: ox.Store | None = store

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """The graph of the store folder at `path` as it is now. Raises `StoreError` where there is none that can be
        read.
        """
        folder = Path(path)
        return cls(folder, *open_store(folder))

    def is_current(self) -> bool:
        """Whether no build has finished since this graph was opened."""
        return current_mark(self.path) == self.mark

    def query(self, sparql: str, bindings: dict[str, Term] | None = None, given: Rows | None = None) -> Rows:
        """The answer to a SELECT (or ASK: one column `answer`), its variables set beforehand: to `bindings`, and
        together to each row of `given`.

        All of `kg.graph.prefixes` are declared. Raises `UsageError` where the text is not such a question.
        """
        import pyoxigraph as ox

        result = self.evaluate(sparql, bindings, given)
        if isinstance(result, ox.QueryBoolean):
            return Rows(("answer",), ((from_ox(ox.Literal(bool(result))),),))
        if isinstance(result, ox.QueryTriples):
            raise UsageError("This query makes triples, not rows.", "Spørgsmålet giver tripler, ikke rækker.")
        columns = tuple(variable.value for variable in result.variables)
        return Rows(columns, tuple(tuple(from_ox(term) for term in solution) for solution in result))

    def construct(self, sparql: str, bindings: dict[str, Term] | None = None, given: Rows | None = None) -> list[bytes]:
        """The triples of a CONSTRUCT or DESCRIBE as sorted N-Triples lines without the final dot."""
        import pyoxigraph as ox

        result = self.evaluate(sparql, bindings, given)
        if not isinstance(result, ox.QueryTriples):
            raise UsageError("This query makes rows, not triples.", "Spørgsmålet giver rækker, ikke tripler.")
        return statements(result.serialize(format=ox.RdfFormat.N_TRIPLES) or b"")

    def triples(self) -> list[bytes]:
        """Every triple once, whatever graphs say it, as sorted N-Triples lines without the final dot."""
        import pyoxigraph as ox

        return statements(self.store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b"")

    def quads(self) -> list[bytes]:
        """Every triple of every named graph as sorted N-Quads lines without the final dot."""
        import pyoxigraph as ox

        found: list[bytes] = []
        for graph in self.store.named_graphs():
            ending = f" {graph}".encode()
            dump = self.store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b""
            found += [line + ending for line in statements(dump)]
        return sorted(found)

    def dataset(self) -> "rdflib.Dataset":
        """An rdflib Dataset over the same store; its default graph holds every triple, its named graphs say who says
        it.
        """
        import oxrdflib
        import rdflib

        return rdflib.Dataset(store=oxrdflib.OxigraphStore(store=self.store))

    @property
    def store(self) -> "ox.Store":
        """The store underneath, for whoever needs pyoxigraph itself. Raises `ValueError` after `close`."""
        if self._store is None:
            raise ValueError("The graph is closed.")
        return self._store

    def close(self) -> None:
        """Let go of the files; no question can be asked any more."""
        self._store = None

    def __enter__(self) -> Self:
        """The graph itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the graph."""
        self.close()

    def evaluate(
        self,
        sparql: str,
        bindings: dict[str, Term] | None = None,
        given: Rows | None = None,
        dataset: Dataset | None = None,
    ) -> "ox.QueryBoolean | ox.QuerySolutions | ox.QueryTriples":
        """What pyoxigraph answers, lazily, the columns of a `SELECT *` in the order in which it names them.

        A variable that the SELECT names is set wherever it stands, also in sub-SELECTs and in the arms of a UNION. An
        IRI is joined as a table of one row besides, in every SELECT that names it, for the engine plans before it knows
        what is set, and begins with the smallest table. `dataset` are the graphs that the question sees, in place of
        those of its FROM.
        """
        import pyoxigraph as ox

        terms, named = bindings or {}, selected(sparql) if bindings else frozenset()
        fixed = {name: term for name, term in terms.items() if name in named}

        def bound(text: str) -> str:
            for name, term in terms.items():
                if isinstance(term, Iri) or name not in fixed:
                    text = bind(text, [name], [[token(term)]])
            return text if given is None else bind(text, given.columns, _tokens(given))

        result = self._evaluated(bound(sparql), fixed, dataset)
        if isinstance(result, ox.QuerySolutions):
            spelled = name_columns(sparql, [variable.value for variable in result.variables])
            if spelled != sparql:
                return self._evaluated(bound(spelled), fixed, dataset)
        return result

    def _evaluated(
        self, sparql: str, fixed: dict[str, Term], dataset: Dataset | None
    ) -> "ox.QueryBoolean | ox.QuerySolutions | ox.QueryTriples":
        import pyoxigraph as ox

        try:
            return self.store.query(
                sparql,
                prefixes=PREFIXES,
                substitutions={ox.Variable(name): to_ox(term) for name, term in fixed.items()} or None,
                default_graph=None if dataset is None else [iri_to_ox(each) for each in dataset.default],
                named_graphs=None if dataset is None else [iri_to_ox(each) for each in dataset.named],
            )
        except SyntaxError as error:
            raise _misunderstood(str(error)) from None


def current_mark(path: Path) -> tuple[int, ...]:
    """What tells the current generation from every other, also from one of the same number in a store that was deleted
    and built again; empty where there is no graph.
    """
    number = current_generation(path)
    return () if number is None else _mark(path, number)


def _mark(path: Path, generation: int) -> tuple[int, ...]:
    return (generation, *manifest_mark(generation_folder(path, generation)))


def _tokens(given: Rows) -> list[list[str]]:
    return [["UNDEF" if term is None else token(term) for term in row] for row in given]


def _misunderstood(message: str) -> UsageError:
    """The parser's complaint in one sentence: the place, and what it expected where that is short enough to help."""
    english, danish = "This is not a SPARQL query", "Det er ikke et spørgsmål i SPARQL"
    place = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if place is None:
        reason = message.splitlines()[0].rstrip(".")
        return UsageError(f"{english}: {reason}.", f"{danish}: {reason}.")
    expected = f" ({place[3]})" if len(place[3]) < 100 else ""
    return UsageError(
        f"{english}: line {place[1]}, column {place[2]} cannot be read{expected}.",
        f"{danish}: linje {place[1]}, tegn {place[2]} kan ikke læses{expected}.",
    )
