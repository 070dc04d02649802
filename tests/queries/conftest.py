"""The graphs over which the shipped questions are asked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.api import Graph, open_graph
from kg.inputs import find_inputs
from kg.pipeline import build
from kg.profiles import NONE
from kg.settings import Settings

# minutes in which people vote, which the examples have none of
VOTES = Path(__file__).parents[1] / "minutes" / "formats" / "hammelby-byraad-2025-06-18.txt"
SOURCES = Path(__file__).parent / "sources"  # three documents of one meeting, which the examples have none of


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    store = tmp_path_factory.mktemp("sources") / "store"
    build(find_inputs([str(SOURCES)])[0], store, Settings(forced=NONE))
    with open_graph(store) as graph:
        yield graph


@pytest.fixture(scope="session")
def votes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    store = tmp_path_factory.mktemp("votes") / "store"
    build(find_inputs([str(VOTES)])[0], store, Settings(forced=NONE))
    with open_graph(store) as graph:
        yield graph


@pytest.fixture
def graph_of(asked: Graph, sources: Graph, votes: Graph) -> Callable[[str], Graph]:
    """The graph that has an answer to a question."""
    others = {"gaps-sources": sources, "votes": votes}
    return lambda name: others.get(name, asked)
