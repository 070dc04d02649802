"""The programs that kg is measured beside, over the same files in the same run."""

import time
from collections.abc import Callable


class PeerMissingError(Exception):
    """The peer is not installed."""


def spacy_matcher(names: list[str]) -> Callable[[list[str]], int]:
    """A function that tokenises texts with spaCy's blank Danish pipeline and counts these names in them.

    Raises `PeerMissingError` where spaCy is not installed.
    """
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
    except ImportError as error:
        raise PeerMissingError("spaCy is not installed (pip install spacy)") from error
    pipeline = spacy.blank("da")
    matcher = PhraseMatcher(pipeline.vocab)
    matcher.add("AGENT", [pipeline.make_doc(name) for name in names])
    return lambda texts: sum(len(matcher(pipeline(text))) for text in texts)


def rdflib_turtle(triples: list[str]) -> float:
    """The seconds that rdflib takes to write these triples (N-Triples lines without the dot) as Turtle, from memory."""
    import rdflib

    graph = rdflib.Graph().parse(data="".join(f"{triple} .\n" for triple in triples), format="nt")
    start = time.perf_counter()
    graph.serialize(format="turtle")
    return time.perf_counter() - start
