"""The graph as programs and notebooks have it: `with kg.open("output/store") as graph: graph.case("22/10457")`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.graph.graph import Graph as Stored
from kg.graph.why import Why, why
from kg.queries.answer import Answer, Page
from kg.queries.ask import ask
from kg.queries.evidence import Source, sources
from kg.queries.pages import layout_of, page
from kg.queries.question import Question, questions_of, shipped_questions
from kg.queries.values import Given

if TYPE_CHECKING:
    import networkx as nx


class Graph(Stored):
    """A graph that answers the ready questions too. `language` (`en` or `da`) is that of labels and titles.

    Every question takes the parameters that `kg ask --list` names, as keywords: `graph.loops(as_of="2016-12-31")`;
    `from`, which is a word of Python's, is written `from_`. What comes back has typed rows (dates are `datetime.date`),
    turns into pandas or polars, and shows as a table in a notebook. Each method raises `UsageError` for a name that is
    unknown or ambiguous, and for what it cannot read.
    """

    language: str = "en"

    def case(self, number: str, **given: Given | None) -> Page:
        """The whole life of a case, every treatment in order; also `["loops"]`, `["tasks"]`, `["case-related"]`."""
        return self.page("case", case=number, **given)

    def loops(self, **given: Given | None) -> Page:
        """What was postponed, returned or referred and not taken up since; `["loops-closed"]` are those that were."""
        return self.page("loops", **given)

    def tasks(self, **given: Given | None) -> Answer:
        """Promises: who, what, when, and what became of them."""
        return self.ask("tasks", **given)

    def drives(self, **given: Given | None) -> Page:
        """Centres and directors by theme and year; with `unit` or `theme` also `["drives-items"]`."""
        return self.page("drives", **given)

    def unit(self, name: str, **given: Given | None) -> Page:
        """A centre: its names, what it drives, its open loops and tasks, its items."""
        return self.page("unit", unit=name, **given)

    def person(self, name: str, **given: Given | None) -> Page:
        """A person: names, meetings, what they drive, tasks, items."""
        return self.page("person", person=name, **given)

    def theme(self, name: str, **given: Given | None) -> Page:
        """A theme: its items, who drives it, its open loops."""
        return self.page("theme", theme=name, **given)

    def body(self, name: str, **given: Given | None) -> Page:
        """A body: its meetings, what they dealt with, who was there, its open loops."""
        return self.page("body", body=name, **given)

    def meeting(self, name: str, **given: Given | None) -> Page:
        """A meeting, by its date and, where several met that day, its body: agenda, decisions, tasks."""
        return self.page("meeting", meeting=name, **given)

    def gaps(self, **given: Given | None) -> Page:
        """What is missing or odd in the minutes."""
        return self.page("gaps", **given)

    def find(self, words: str, **given: Given | None) -> Answer:
        """The items that have these words, the best first. Raises `StoreError` where the store has no index."""
        return self.ask("find", words=words, **given)

    def page(self, name: str, **given: Given | None) -> Page:
        """A page by its name. Raises `KeyError` for an unknown one."""
        return page(self, layout_of(name), _named(given), self.language)

    def ask(self, name: str, **given: Given | None) -> Answer:
        """Any shipped question by its name."""
        return self._asked(shipped_questions(), name, given)

    def ask_own(self, folder: str | Path, name: str, **given: Given | None) -> Answer:
        """A question of one's own: the file `name`.rq of a folder. It runs in a process that can be stopped."""
        return self._asked(questions_of(Path(folder)), name, given)

    def _asked(self, known: dict[str, Question], name: str, given: dict[str, Given | None]) -> Answer:
        if name not in known:
            raise UsageError(f"There is no question {name}.", f"Der er intet spørgsmål {name}.")
        return ask(self, known[name], _named(given), self.language)

    def questions(self) -> dict[str, Question]:
        """The shipped questions, by name."""
        return dict(shipped_questions())

    def sources(self, answer: Answer | Page) -> list[Source | None]:
        """For each row the document, the offsets and the words that it stands on; None where it has only a reason."""
        return sources(self, answer.main if isinstance(answer, Page) else answer)

    def why(self, name: str) -> Why:
        """What a node of the graph stands on: words, rules, reasons and scores."""
        return why(self, name)

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """The entities and what ties them, for an analysis of your own: see `kg.outputs.entities`."""
        from kg.outputs.entities import make_entities

        return make_entities(self, self.language)

    def _repr_html_(self) -> str:
        """How much there is, for a notebook."""
        figures: dict[str, Any] = self.manifest.get("figures", {})
        cells = "".join(f"<tr><th>{name}</th><td>{count}</td></tr>" for name, count in figures.items())
        return f"<table>{cells}</table>"


def _named(given: dict[str, Given | None]) -> dict[str, Given | None]:
    """The parameters by their own names: `from_` is `from`."""
    return {name.rstrip("_"): value for name, value in given.items()}


def open_graph(path: str | Path, language: str = "en") -> Graph:
    """The graph of a store folder as it is now, read-only. Raises `StoreError` where there is none."""
    graph = Graph.open(path)
    graph.language = language
    return graph
