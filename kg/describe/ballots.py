"""Who voted how on a decision, and who had what put on record beside it."""

from collections.abc import Iterator

from kg.describe.notes import Notes
from kg.model.fact import Fact, Literal
from kg.model.finding import Decision

_SIDES = {
    "for": ("sag:votesFor", "sag:votedFor"),
    "against": ("sag:votesAgainst", "sag:votedAgainst"),
    "abstained": ("sag:abstentions", "sag:abstained"),
}


def describe_ballot(notes: Notes, iri: str, decision: Decision) -> Iterator[Fact]:
    """Votes in numbers and by name, and what was put on record; `iri` is the decision's."""
    for vote in decision.votes:
        counted, voted = _SIDES[vote.side]
        if vote.count >= 0:
            at = notes.evidence(vote.start, vote.end, vote.rule)
            yield Fact(iri, counted, Literal(str(vote.count), "xsd:integer"), at)
        for agent, mention in notes.agents(vote.voters):
            yield Fact(iri, voted, agent, notes.evidence(mention.start, mention.end, mention.rule))
    yield from _put_on_record(notes, iri, decision)


def _put_on_record(notes: Notes, iri: str, decision: Decision) -> Iterator[Fact]:
    """Each remark as a text of the decision, and as a node that says whose it is."""
    for position, remark in enumerate(decision.remarks, 1):
        at, node = notes.evidence(remark.start, remark.end, "remark"), f"{iri}/remark/{position}"
        yield Fact(iri, "sag:remark", Literal(remark.text), at)
        yield Fact(node, "rdf:type", "sag:Remark", at)
        yield Fact(iri, "sag:putOnRecord", node)
        yield Fact(node, "sag:position", Literal(str(position), "xsd:integer"))
        yield Fact(node, "sag:text", Literal(remark.text))
        for agent, mention in notes.agents(remark.by):
            yield Fact(node, "sag:madeBy", agent, notes.evidence(mention.start, mention.end, mention.rule))
