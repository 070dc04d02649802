"""The things below an item that are nodes of their own: recommendations, decisions, tasks and sums."""

from bisect import bisect_right
from collections.abc import Iterator

from kg.describe.alignment import Alignment
from kg.describe.context import Context
from kg.describe.iris import UNKNOWN
from kg.model.fact import Evidence, Fact, Literal
from kg.model.finding import Decision, Mention, Outcome, Part, Recommendation, Task
from kg.model.record import Record

_SIDES = {
    "for": ("sag:votesFor", "sag:votedFor"),
    "against": ("sag:votesAgainst", "sag:votedAgainst"),
    "abstained": ("sag:abstentions", "sag:abstained"),
}
_DUE = {7: "xsd:gYearMonth", 10: "xsd:date"}


class Notes:
    """A document being described: its place in the corpus, and its words as evidence."""

    def __init__(
        self, record: Record, alignment: Alignment | None, context: Context, leader: Record | None = None
    ) -> None:
        """Collect what every fact of the document needs."""
        self.record = record
        self.context = context
        self.leader = leader
        self.alignment = alignment or Alignment((), ())
        self.document = context.iris.document(record.sha256)
        self.meeting = context.calendar.meeting_of.get(record.sha256, "")

    def evidence(self, start: int, end: int, rule: str, confidence: float = 1.0) -> tuple[Evidence, ...]:
        """The words between two offsets, without the white space around them."""
        text = self.record.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        page = bisect_right(self.record.pages, start)
        exact = text[start:end]
        return (Evidence(self.document, start, end, exact, rule, confidence, page),) if start < end else ()

    def item(self, index: int) -> str:
        """The IRI of an item."""
        return self.alignment.items[index]

    def body(self, name: str) -> tuple[str, bool]:
        """The IRI of a body, and whether its name is known; the body that nothing names is `unknown`."""
        entity = self.context.agent(self.record.authority, "body", name) if name else None
        if entity:
            return self.context.iris.agent(entity), True
        return f"{self.context.iris.authority(self.record.authority)}/body/{UNKNOWN}", False

    def agents(self, mentions: tuple[Mention, ...]) -> Iterator[tuple[str, Mention]]:
        """The agents that mentions name, each once, with the mention."""
        seen = set()
        for mention in mentions:
            entity = self.context.agent(self.record.authority, mention.kind, mention.name)
            iri = self.context.iris.agent(entity) if entity else ""
            if iri and iri not in seen:
                seen.add(iri)
                yield iri, mention

    def leads_item(self, index: int) -> bool:
        """Whether the single values of this item are this document's to give."""
        return self.alignment.leading[index] < 0


def describe_recommendations(notes: Notes) -> Iterator[Fact]:
    """Recommendations: one node an item, with the evidence of each caption under which it stands."""
    done: set[int] = set()
    for recommendation in notes.record.findings.recommendations:
        iri = f"{notes.item(recommendation.item)}/recommendation"
        first = recommendation.item not in done and (
            notes.leads_item(recommendation.item) or not _has(notes, recommendation.item)
        )
        done.add(recommendation.item)
        yield Fact(
            iri,
            "rdf:type",
            "sag:Recommendation",
            notes.evidence(recommendation.start, recommendation.end, recommendation.rule),
        )
        yield Fact(notes.item(recommendation.item), "sag:recommendation", iri)
        for agent, _ in notes.agents(recommendation.makers):
            yield Fact(iri, "sag:madeBy", agent)
        if first:
            yield from _recommended(notes, iri, recommendation)


def _has(notes: Notes, index: int) -> bool:
    lead = notes.alignment.leading[index]
    return bool(notes.leader) and any(each.item == lead for each in notes.leader.findings.recommendations)  # type: ignore[union-attr]


def _recommended(notes: Notes, iri: str, recommendation: Recommendation) -> Iterator[Fact]:
    yield Fact(iri, "sag:text", Literal(recommendation.text))
    for part in recommendation.parts:
        yield from _part(notes, iri, part)


def _part(notes: Notes, whole: str, part: Part) -> Iterator[Fact]:
    iri = f"{whole}/part/{part.position}"
    yield Fact(iri, "rdf:type", "sag:Part", notes.evidence(part.start, part.end, "part"))
    yield Fact(whole, "sag:part", iri)
    yield Fact(iri, "sag:position", Literal(str(part.position), "xsd:integer"))
    yield Fact(iri, "sag:text", Literal(part.text))
    if part.heading:
        yield Fact(iri, "sag:heading", Literal(part.heading))
    yield from _came_to(notes, iri, part.outcomes, part.referrals)


def _came_to(notes: Notes, iri: str, outcomes: tuple[Outcome, ...], referrals: tuple[Mention, ...]) -> Iterator[Fact]:
    for outcome in outcomes:
        yield Fact(
            iri,
            "sag:outcome",
            f"sag:outcome-{outcome.notation}",
            notes.evidence(outcome.start, outcome.end, outcome.rule),
        )
    for agent, mention in notes.agents(referrals):
        yield Fact(iri, "sag:referredTo", agent, notes.evidence(mention.start, mention.end, "referral"))


def describe_decisions(notes: Notes) -> Iterator[Fact]:
    """Decisions. One that is only quoted here is the node of where it was taken, if that is known."""
    seen: set[str] = set()
    for decision in notes.record.findings.decisions:
        item = notes.item(decision.item)
        own, iri, body = _decision_node(notes, decision, item)
        yield Fact(iri, "rdf:type", "sag:Decision", notes.evidence(decision.start, decision.end, decision.rule))
        yield Fact(item, "sag:decision", iri)
        if decision.quoted:
            yield Fact(iri, "sag:quotedIn", item)
        if iri in seen or iri != own or not _gives_values(notes, decision):
            continue
        seen.add(iri)
        yield Fact(iri, "sag:madeBy", body)
        yield Fact(iri, "dcterms:date", Literal(decision.date, "xsd:date"))
        yield Fact(iri, "sag:text", Literal(decision.text))
        yield from _came_to(notes, iri, decision.outcomes, decision.referrals)
        yield from _voted(notes, iri, decision)
        for part in decision.parts:
            yield from _part(notes, iri, part)
            for agent, mention in notes.agents(part.referrals):
                yield Fact(iri, "sag:referredTo", agent, notes.evidence(mention.start, mention.end, "referral"))


def _voted(notes: Notes, iri: str, decision: Decision) -> Iterator[Fact]:
    """Votes in numbers and by name, and what was put on record."""
    for vote in decision.votes:
        counted, voted = _SIDES[vote.side]
        if vote.count >= 0:
            at = notes.evidence(vote.start, vote.end, vote.rule)
            yield Fact(iri, counted, Literal(str(vote.count), "xsd:integer"), at)
        for agent, mention in notes.agents(vote.voters):
            yield Fact(iri, voted, agent, notes.evidence(mention.start, mention.end, mention.rule))
    for remark in decision.remarks:
        yield Fact(iri, "sag:remark", Literal(remark.text), notes.evidence(remark.start, remark.end, "remark"))


def _decision_node(notes: Notes, decision: Decision, item: str) -> tuple[str, str, str]:
    """The IRI that this item would give a decision, the one that the corpus gives it, and the IRI of who took it."""
    body, _ = notes.body(decision.body)
    slug = body.rpartition("/")[2]
    own = f"{item}/decision/{slug}-{decision.date}"
    case = notes.record.meeting.items[decision.item].case
    if not decision.quoted or case is None:
        return own, own, body
    return own, notes.context.decisions.get((notes.record.authority, slug, decision.date, case.value), own), body


def _gives_values(notes: Notes, decision: Decision) -> bool:
    """Whether a decision's text is this document's to give: the meeting's leading document gives it where it can."""
    leader, lead = notes.leader, notes.alignment.leading[decision.item]
    if leader is None or lead < 0:
        return True
    return not any(each.item == lead and each.date == decision.date for each in leader.findings.decisions)


def describe_tasks(notes: Notes) -> Iterator[Fact]:
    """Tasks with who is responsible and when they are due."""
    for number, task in enumerate(notes.record.findings.tasks):
        place, known = notes.alignment.tasks[number]
        item = notes.item(task.item)
        iri = f"{item}/task/{place}"
        yield Fact(iri, "rdf:type", "sag:Task", notes.evidence(task.start, task.end, task.rule, task.confidence))
        yield Fact(item, "sag:task", iri)
        for agent, _ in notes.agents(task.responsible):
            yield Fact(iri, "sag:responsible", agent)
        if not known:
            yield from _task(iri, task)


def _task(iri: str, task: Task) -> Iterator[Fact]:
    yield Fact(iri, "dcterms:title", Literal(task.title))
    if len(task.due) in _DUE:
        yield Fact(iri, "sag:due", Literal(task.due, _DUE[len(task.due)]))
    if task.recurrence:
        yield Fact(iri, "sag:recurrence", Literal(task.recurrence))


def describe_amounts(notes: Notes) -> Iterator[Fact]:
    """Sums of money, as numbers and as written."""
    for number, amount in enumerate(notes.record.findings.amounts):
        place, known = notes.alignment.amounts[number]
        item = notes.item(amount.item)
        iri = f"{item}/amount/{place}"
        yield Fact(iri, "rdf:type", "sag:Amount", notes.evidence(amount.start, amount.end, amount.rule))
        yield Fact(item, "sag:amount", iri)
        if known:
            continue
        yield Fact(iri, "schema:value", Literal(amount.value, "xsd:decimal"))
        yield Fact(iri, "schema:currency", Literal("DKK"))
        yield Fact(iri, "sag:asWritten", Literal(amount.as_written))
        if amount.label:
            yield Fact(iri, "rdfs:label", Literal(amount.label))
