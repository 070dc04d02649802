"""The things below an item that are nodes of their own: recommendations, decisions, tasks and sums."""

from collections.abc import Iterator, Sequence

from kg.describe.ballots import describe_ballot
from kg.describe.likeness import agree, match_texts
from kg.describe.notes import Notes
from kg.model.fact import Fact, Literal
from kg.model.finding import Decision, Mention, Outcome, Part, Recommendation, Task

_DUE = {7: "xsd:gYearMonth", 10: "xsd:date"}


def describe_recommendations(notes: Notes) -> Iterator[Fact]:
    """Recommendations: one node an item, with the evidence of each caption under which it stands."""
    done: set[int] = set()
    others = notes.before.record.findings.recommendations if notes.before else ()
    for recommendation in notes.record.findings.recommendations:
        item = notes.item(recommendation.item)
        iri = f"{item}/recommendation"
        at = notes.evidence(recommendation.start, recommendation.end, recommendation.rule)
        yield Fact(iri, "rdf:type", "sag:Recommendation", at)
        yield Fact(item, "sag:recommendation", iri)
        for agent, _ in notes.agents(recommendation.makers):
            yield Fact(iri, "sag:madeBy", agent)
        known = notes.known(others, recommendation.item)
        if known:
            yield from _same_recommended(notes, iri, recommendation, known[0])
        elif recommendation.item not in done:
            yield from _recommended(notes, iri, recommendation)
        done.add(recommendation.item)


def _same_recommended(notes: Notes, iri: str, mine: Recommendation, known: Recommendation) -> Iterator[Fact]:
    """What a further document says of a recommendation as the better ones do."""
    if mine.text == known.text:
        yield Fact(iri, "sag:text", Literal(mine.text))
        yield from _put_to(notes, iri, mine)
    yield from _same_parts(notes, iri, mine.parts, known.parts)


def _put_to(notes: Notes, iri: str, recommendation: Recommendation) -> Iterator[Fact]:
    """Whom a recommendation is put to, one after another: each is a step on its way."""
    for position, (agent, mention) in enumerate(notes.agents(recommendation.receivers), 1):
        at = notes.evidence(mention.start, mention.end, "put-to")
        step = f"{iri}/step/{position}"
        yield Fact(step, "rdf:type", "sag:Step", at)
        yield Fact(iri, "sag:step", step)
        yield Fact(step, "sag:position", Literal(str(position), "xsd:integer"))
        yield Fact(step, "sag:putTo", agent)
        yield Fact(iri, "sag:putTo", agent, at)


def _same_parts(notes: Notes, whole: str, mine: Sequence[Part], known: Sequence[Part]) -> Iterator[Fact]:
    """The parts that better documents have too, with this one's evidence."""
    found = match_texts([part.text for part in mine], [part.text for part in known])
    for part, place in zip(mine, found, strict=True):
        if place < 0:
            continue
        iri = f"{whole}/part/{known[place].position}"
        yield Fact(iri, "rdf:type", "sag:Part", notes.evidence(part.start, part.end, "part"))
        yield Fact(whole, "sag:part", iri)
        yield from _came_to(notes, iri, *_shared(notes, part, known[place]))


def _shared(
    notes: Notes, mine: Decision | Part, known: Decision | Part
) -> tuple[tuple[Outcome, ...], tuple[Mention, ...]]:
    """The outcomes and referrals of one document's text that the better ones have too."""
    outcomes = {each.notation for each in known.outcomes}
    agents = {iri for iri, _ in notes.agents(known.referrals)}
    return (
        tuple(each for each in mine.outcomes if each.notation in outcomes),
        tuple(mention for iri, mention in notes.agents(mine.referrals) if iri in agents),
    )


def _recommended(notes: Notes, iri: str, recommendation: Recommendation) -> Iterator[Fact]:
    yield Fact(iri, "sag:text", Literal(recommendation.text))
    yield from _put_to(notes, iri, recommendation)
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
        own, iri, body = _decision_node(notes, decision)
        given = notes.given(decision)
        same = next((each for each in given if agree(decision.text, each.text)), None)
        at = notes.evidence(decision.start, decision.end, decision.rule) if same or not given else ()
        yield Fact(iri, "rdf:type", "sag:Decision", at)
        yield Fact(item, "sag:decision", iri)
        if decision.quoted:
            yield Fact(iri, "sag:quotedIn", item)
        if iri in seen or iri != own:
            continue
        seen.add(iri)
        yield Fact(iri, "sag:madeBy", body)
        yield Fact(iri, "dcterms:date", Literal(decision.date, "xsd:date"))
        if same:
            yield from _same_decision(notes, iri, decision, same)
        elif not given:
            yield from _decision(notes, iri, decision)


def _decision(notes: Notes, iri: str, decision: Decision) -> Iterator[Fact]:
    yield Fact(iri, "sag:text", Literal(decision.text))
    yield from _came_to(notes, iri, decision.outcomes, decision.referrals)
    yield from describe_ballot(notes, iri, decision)
    for part in decision.parts:
        yield from _part(notes, iri, part)
        for agent, mention in notes.agents(part.referrals):
            yield Fact(iri, "sag:referredTo", agent, notes.evidence(mention.start, mention.end, "referral"))


def _same_decision(notes: Notes, iri: str, decision: Decision, known: Decision) -> Iterator[Fact]:
    """What a further document says of a decision as the better ones do."""
    if decision.text == known.text:
        yield Fact(iri, "sag:text", Literal(decision.text))
        yield from describe_ballot(notes, iri, decision)
    yield from _came_to(notes, iri, *_shared(notes, decision, known))
    yield from _same_parts(notes, iri, decision.parts, known.parts)


def _decision_node(notes: Notes, decision: Decision) -> tuple[str, str, str]:
    """The IRI that this item would give a decision, the one that the corpus gives it, and the IRI of who took it."""
    body, _ = notes.body(decision.body)
    slug, own = body.rpartition("/")[2], notes.decision_iri(decision)
    case = notes.record.meeting.items[decision.item].case
    if not decision.quoted or case is None:
        return own, own, body
    return own, notes.context.decisions.get((notes.record.authority, slug, decision.date, case.value), own), body


def describe_tasks(notes: Notes) -> Iterator[Fact]:
    """Tasks with who is responsible and when they are due."""
    others = notes.before.record.findings.tasks if notes.before else ()
    for number, task in enumerate(notes.record.findings.tasks):
        place, known = notes.alignment.tasks[number]
        item = notes.item(task.item)
        iri = f"{item}/task/{place}"
        yield Fact(iri, "rdf:type", "sag:Task", notes.evidence(task.start, task.end, task.rule, task.confidence))
        yield Fact(item, "sag:task", iri)
        for agent, _ in notes.agents(task.responsible):
            yield Fact(iri, "sag:responsible", agent)
        yield from _task(iri, task, notes.known(others, task.item)[place - 1] if known else None)


def _task(iri: str, task: Task, known: Task | None) -> Iterator[Fact]:
    """A task's title and when it is due; of one that better documents have what these say too, or leave open."""
    if known is None or known.title == task.title:
        yield Fact(iri, "dcterms:title", Literal(task.title))
    open_ended = known is None or not (known.due or known.recurrence)
    if len(task.due) in _DUE and (open_ended or (known and known.due == task.due)):
        yield Fact(iri, "sag:due", Literal(task.due, _DUE[len(task.due)]))
    if task.recurrence and (open_ended or (known and known.recurrence == task.recurrence)):
        yield Fact(iri, "sag:recurrence", Literal(task.recurrence))


def describe_amounts(notes: Notes) -> Iterator[Fact]:
    """Sums of money, as numbers and as written."""
    others = notes.before.record.findings.amounts if notes.before else ()
    for number, amount in enumerate(notes.record.findings.amounts):
        place, known = notes.alignment.amounts[number]
        item = notes.item(amount.item)
        iri = f"{item}/amount/{place}"
        yield Fact(iri, "rdf:type", "sag:Amount", notes.evidence(amount.start, amount.end, amount.rule))
        yield Fact(item, "sag:amount", iri)
        yield Fact(iri, "schema:value", Literal(amount.value, "xsd:decimal"))
        yield Fact(iri, "schema:currency", Literal("DKK"))
        first = notes.known(others, amount.item)[place - 1] if known else amount
        if amount.as_written == first.as_written:
            yield Fact(iri, "sag:asWritten", Literal(amount.as_written))
        if amount.label and amount.label == first.label:
            yield Fact(iri, "rdfs:label", Literal(amount.label))
