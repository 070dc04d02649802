"""Sagsgraf: Danish public minutes in, a knowledge graph out, every fact with the words it came from."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api import Graph
    from kg.api import open_graph as open  # noqa: A004 - said with its module: kg.open

__version__ = "0.1.0"
__all__ = ["Graph", "__version__", "open"]

_PLACES = {"Graph": "Graph", "open": "open_graph"}


def __getattr__(name: str) -> object:
    """`kg.open` and `kg.Graph`, brought in on first use: whoever only asks for `kg --help` does not wait for them."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg import api

    return getattr(api, _PLACES[name])
