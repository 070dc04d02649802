"""`kg why`: the words that a fact stands on."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.parameters import make_command, store_option
from kg.cli.places import Places
from kg.errors import FINE
from kg.messages import Say

if TYPE_CHECKING:
    from kg.graph.why import Claim, Why, Words


def command(say: Say) -> click.Command:
    """`kg why IRI`."""
    return make_command(say, "why", run, [click.Argument(["iri"], metavar="IRI"), store_option(say)])


def run(say: Say, *, iri: str, store: str) -> int:
    """Print the evidence of a node, and every claim about it with evidence, reasons and score."""
    from kg.graph.graph import Graph
    from kg.graph.why import why

    with Graph.open(store) as graph:
        found = why(graph, iri)
        places = Places(Path(store), graph.manifest)
    for line in why_lines(found, places, say):
        click.echo(line)
    return FINE


def why_lines(found: "Why", places: Places, say: Say) -> Iterator[str]:
    """The lines of an answer: the node, its own words, then each claim with its reasons and words."""
    yield found.iri
    yield f"  {', '.join(found.types)}: {' = '.join(found.labels)}" if found.labels else f"  {', '.join(found.types)}"
    yield from (_quoted(each, places) for each in found.words)
    for claim in found.claims:
        yield ""
        yield _claimed(claim, found.iri)
        yield from (f"  {say('why.because')} {reason}{_score(claim.confidence)}" for reason in claim.said(say("code")))
        yield from (_quoted(each, places) for each in claim.words)
    if not found.words and not found.claims:
        yield f"  {say('why.nothing')}"


def _claimed(claim: "Claim", about: str) -> str:
    from kg.graph.rows import shown

    value = shown(claim.object)
    return f"{claim.predicate} {value}" if claim.subject == about else f"{claim.subject} {claim.predicate} {value}"


def _quoted(words: "Words", places: Places) -> str:
    rules = ", ".join(words.rules)
    text = " ".join(words.exact.split())
    return f"  {words.file}:{places.line(words.document, words.start)}  “{text}”  [{rules}]{_score(words.confidence)}"


def _score(confidence: float | None) -> str:
    return "" if confidence is None or confidence == 1 else f" ({confidence:.2f})"
