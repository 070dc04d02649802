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
    """The processor seconds that rdflib takes to write these triples (N-Triples, no dot) as Turtle from memory."""
    import rdflib

    graph = rdflib.Graph().parse(data="".join(f"{triple} .\n" for triple in triples), format="nt")
    start = time.process_time()
    graph.serialize(format="turtle")
    return time.process_time() - start
