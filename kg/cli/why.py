"""`kg why`: the words that a fact stands on."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.parameters import make_command, store_option
from kg.cli.tables import plain_text
from kg.errors import FINE
from kg.messages import Say
from kg.places import Places

if TYPE_CHECKING:
    from kg.graph.why import Claim, Standing, Why, Words

_LONGEST_LINE = 9  # digits


def command(say: Say) -> click.Command:
    """`kg why IRI|FILE:LINE`."""
    return make_command(say, "why", run, [click.Argument(["iri"], metavar=say("metavar.why")), store_option(say)])


def run(say: Say, *, iri: str, store: str) -> int:
    """Print the evidence of a node, and every claim about it with its reasons and score; or what stands on a line."""
    from kg.graph.graph import Graph
    from kg.graph.why import BASE, standing_on, why

    with Graph.open(store) as graph:
        places = Places(Path(store), graph.manifest)
        file, _, line = iri.rpartition(":")
        place = places.find(file, int(line)) if line.isdecimal() and len(line) < _LONGEST_LINE else None
        if place:
            document = f"{graph.manifest.get('base') or BASE}document/{place[0]}"
            lines = line_lines(standing_on(graph, document, *place[1:]), iri, say)
        else:
            lines = why_lines(why(graph, iri), places, say)
        for each in lines:
            click.echo(each)
    return FINE


def line_lines(found: "tuple[Standing, ...]", place: str, say: Say) -> Iterator[str]:
    """The lines of an answer about a line of a document: the words, then what stands on them, each with its rule."""
    yield place
    words = ""
    for each in found:
        text = plain_text(each.words.exact)
        if text != words:
            yield f"  “{text}”"
            words = text
        what = " ".join(each.claim) if each.claim else f"{', '.join(each.types)} {each.iri}"
        yield f"    {plain_text(what)}  [{', '.join(each.words.rules)}]"
    if not found:
        yield f"  {say('why.nothing-there')}"


def why_lines(found: "Why", places: Places, say: Say) -> Iterator[str]:
    """The lines of an answer: the node, its own words, then each claim with its reasons and words."""
    yield found.iri
    yield f"  {', '.join(found.types)}: {' = '.join(found.labels)}" if found.labels else f"  {', '.join(found.types)}"
    yield from (_quoted(each, places, say) for each in found.words)
    for claim in found.claims:
        yield ""
        yield _claimed(claim, found.iri)
        yield from (f"  {say('why.because')} {reason}{_score(claim.confidence)}" for reason in claim.said(say("code")))
        yield from (_quoted(each, places, say) for each in claim.words)
    if not found.words and not found.claims:
        yield f"  {say('why.nothing')}"


def _claimed(claim: "Claim", about: str) -> str:
    from kg.graph.rows import shown

    value = shown(claim.object)
    return f"{claim.predicate} {value}" if claim.subject == about else f"{claim.subject} {claim.predicate} {value}"


def _quoted(words: "Words", places: Places, say: Say) -> str:
    rules = ", ".join(words.rules)
    text = " ".join(words.exact.split())
    place = places.place(say("code"), words.document, words.start) or 0
    return f"  {words.file}:{place}  “{text}”  [{rules}]{_score(words.confidence)}"


def _score(confidence: float | None) -> str:
    return "" if confidence is None or confidence == 1 else f" ({confidence:.2f})"
