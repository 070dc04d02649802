"""One document's facts, each with its evidence and the name of its rule."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from kg.describe.alignment import Alignment, Merged, passed_over, roles_of
from kg.describe.context import Context
from kg.describe.differences import describe_differences
from kg.describe.nodes import describe_amounts, describe_decisions, describe_recommendations, describe_tasks
from kg.describe.notes import Notes
from kg.messages import LANGUAGES, sentence
from kg.model.fact import Described, Evidence, Fact, Literal
from kg.model.finding import Mention
from kg.model.minutes import AgendaItem
from kg.model.record import Record
from kg.model.source import Text

_ROLES = {
    "member": "sag:attendee",
    "secretary": "sag:secretary",
    "guest": "sag:guest",
    "absentee": "sag:absentee",
    "substitute": "sag:substitute",
}
_OF_ITEMS = {"unit", "person", "director"}
_PROPOSES = {"body", "organisation", "party"}


def describe(record: Record, alignment: Alignment | None, context: Context, before: Merged | None = None) -> Described:
    """The facts of one document in a graph of its own. `alignment` is None for one of which no meeting is made.

    `before` are the better documents of the same meeting, as one: what these say otherwise is not said again.
    """
    notes = Notes(record, alignment, context, before)
    facts = [*_document(notes), *_problems(notes)]
    if alignment is not None:
        facts += [
            *_meeting(notes),
            *_items(notes),
            *_mentions(notes),
            *describe_recommendations(notes),
            *describe_decisions(notes),
        ]
        facts += [*describe_tasks(notes), *describe_amounts(notes), *_references(notes), *_themes(notes)]
        facts += describe_differences(notes)
    return Described(notes.document, tuple(facts))


def _document(notes: Notes) -> Iterator[Fact]:
    record, iri = notes.record, notes.document
    yield Fact(iri, "rdf:type", "sag:Document")
    yield Fact(iri, "sag:fileName", Literal(record.path.rpartition("/")[2]))
    yield Fact(iri, "sag:path", Literal(record.path))
    yield Fact(iri, "sag:sha256", Literal(record.sha256))
    yield Fact(iri, "dcterms:format", Literal(record.format))
    yield Fact(iri, "dcterms:type", Literal(record.meeting.kind))
    if len(notes.context.calendar.documents.get(notes.meeting, ())) > 1:
        place = notes.context.calendar.place_of(record.sha256) + 1
        yield Fact(iri, "sag:rank", Literal(str(place), "xsd:integer"))


def _problems(notes: Notes) -> Iterator[Fact]:
    """What is odd about the document, as sentences; each stands on the line that it is about."""
    seen: Counter[tuple[str, int]] = Counter()
    starts = [0, *(found.end() for found in re.finditer("\n", notes.record.text))]
    for problem in notes.record.problems:
        seen[problem.message, problem.line] += 1
        place = seen[problem.message, problem.line]
        iri = f"{notes.document}#problem={problem.message},{problem.line}" + (f",{place}" if place > 1 else "")
        at: tuple[Evidence, ...] = ()
        if 0 < problem.line <= len(starts):
            start = starts[problem.line - 1]
            end = notes.record.text.find("\n", start)
            at = notes.evidence(start, end if end >= 0 else len(notes.record.text), problem.message)
        yield Fact(iri, "rdf:type", "sag:Problem", at)
        yield Fact(notes.document, "sag:problem", iri)
        yield Fact(iri, "sag:rule", Literal(problem.message))
        for language in LANGUAGES:
            said = sentence(language, f"problem.{problem.message}", *problem.values)
            yield Fact(iri, "rdfs:label", Literal(said, language=language))


def _meeting(notes: Notes) -> Iterator[Fact]:
    record, iri = notes.record, notes.meeting
    meeting = record.meeting
    yield Fact(iri, "rdf:type", "sag:Meeting")
    yield Fact(iri, "sag:minutes", notes.document)
    body, named = notes.body(meeting.body.value if meeting.body else "")
    where = notes.evidence(meeting.body.start, meeting.body.end, "header") if meeting.body and named else ()
    if record.sha256 not in notes.context.calendar.bodies or not where:
        yield Fact(iri, "sag:body", body, where)
    at = notes.evidence(meeting.date_at.start, meeting.date_at.end, "header") if meeting.date_at else ()
    yield Fact(iri, "dcterms:date", Literal(meeting.date or "", "xsd:date"), at)
    known = notes.before.record.meeting if notes.before else meeting
    for predicate, text, best in (
        ("sag:startTime", meeting.start_time, known.start_time),
        ("sag:place", meeting.place, known.place),
    ):
        if text and (best is None or best.value == text.value):
            yield Fact(iri, predicate, Literal(text.value), notes.evidence(text.start, text.end, "header"))
    yield from _attendance(notes, body if named else "")


def _attendance(notes: Notes, body: str) -> Iterator[Fact]:
    """Who was there, and away; members are members of `body`, the IRI of what met, where it is known.

    Whom better documents name has the role that they give; where these list people, an agenda's are only asked to come.
    """
    before = notes.before.record if notes.before else None
    known = roles_of(before, notes.context) if before else {}
    away = before is not None and passed_over(before, notes.record)
    for person in notes.record.meeting.attendance:
        entity = notes.context.agent(notes.record.authority, "person", person.name.value)
        if entity and known.get(entity.slug, "" if away else person.role) == person.role:
            agent = notes.context.iris.agent(entity)
            at = notes.evidence(person.name.start, person.name.end, "attendance")
            yield Fact(notes.meeting, _ROLES[person.role], agent, at)
            if person.role == "member" and body:
                yield Fact(agent, "org:memberOf", body)


def _items(notes: Notes) -> Iterator[Fact]:
    for index, item in enumerate(notes.record.meeting.items):
        iri = notes.item(index)
        yield Fact(iri, "rdf:type", "sag:AgendaItem")
        yield Fact(notes.meeting, "sag:item", iri)
        known = notes.known_item(index)
        yield from _identity(notes, iri, item, known or item, shut=index in notes.alignment.shut)
        yield from _parent(notes, index)
        for other in item.alternatives:
            yield Fact(
                iri, "dcterms:alternative", Literal(other.value), notes.evidence(other.start, other.end, "heading")
            )
        if item.case and (known is None or known.case is None or known.case.value == item.case.value):
            yield from _case(notes, iri, item.case)
        for number, text in enumerate(item.attachments):
            yield from _attachment(notes, index, number, text.value, text.start, text.end)


def _identity(notes: Notes, iri: str, item: AgendaItem, known: AgendaItem, *, shut: bool) -> Iterator[Fact]:
    """Number, title, page; of an item that better documents have (`known`) what this one says too."""
    at = notes.evidence(item.title.start, item.title.end, "heading")
    if item.number == known.number:
        yield Fact(iri, "sag:number", Literal(str(item.number), "xsd:integer"), at)
    if _title(item) == _title(known):
        yield Fact(iri, "dcterms:title", Literal(_title(item)), at)
    elif item.title.value:
        yield Fact(iri, "dcterms:alternative", Literal(item.title.value), at)
    yield Fact(iri, "sag:closed", Literal("true" if known.closed else "false", "xsd:boolean"), () if shut else at)
    if item.label == known.label != str(known.number):
        yield Fact(iri, "sag:label", Literal(item.label))
    if item.page and item.page == (known.page or item.page):
        yield Fact(iri, "sag:page", Literal(str(item.page), "xsd:integer"))


def _parent(notes: Notes, index: int) -> Iterator[Fact]:
    """Of a sub-point the item that it is below; of one that better documents have, where they say so too."""
    item, known = notes.record.meeting.items[index], notes.known_item(index)
    above = notes.item(item.parent) if item.parent is not None else ""
    given = notes.before.items[known.parent] if notes.before and known and known.parent is not None else above
    if above and above == given != notes.item(index):
        at = notes.evidence(item.title.start, item.title.end, "heading")
        yield Fact(notes.item(index), "sag:subItemOf", above, at)


def _title(item: AgendaItem) -> str:
    return item.title.value or f"Punkt {item.label}"


def _case(notes: Notes, iri: str, number: Text) -> Iterator[Fact]:
    authority = notes.record.authority
    case = notes.context.iris.case(authority, number.value)
    yield Fact(iri, "sag:case", case, notes.evidence(number.start, number.end, "case-number"))
    yield Fact(case, "rdf:type", "sag:Case")
    yield Fact(case, "sag:caseNumber", Literal(number.value))
    yield Fact(case, "sag:municipality", notes.context.iris.authority(authority))


def _attachment(notes: Notes, index: int, number: int, title: str, start: int, end: int) -> Iterator[Fact]:
    place, known = notes.alignment.attachments[index, number]
    iri = f"{notes.item(index)}/attachment/{place}"
    yield Fact(iri, "rdf:type", "sag:Attachment", notes.evidence(start, end, "attachment-list"))
    yield Fact(notes.item(index), "sag:attachment", iri)
    leader = notes.known_item(index)
    if not known or (leader and leader.attachments[place - 1].value == title):
        yield Fact(iri, "dcterms:title", Literal(title))
    else:
        yield Fact(iri, "dcterms:alternative", Literal(title))


def _mentions(notes: Notes) -> Iterator[Fact]:
    seen: dict[tuple[int, int], int] = {}
    for mention in _all_mentions(notes):
        entity = notes.context.agent(notes.record.authority, mention.kind, mention.name)
        if entity is None:
            continue
        agent = notes.context.iris.agent(entity)
        proposes = mention.relation == "proposedBy" and entity.kind in _PROPOSES
        relation = mention.relation if proposes or entity.kind in _OF_ITEMS else "mentions"
        place = seen[mention.start, mention.end] = seen.get((mention.start, mention.end), 0) + 1
        iri = f"{notes.document}#mention={mention.start},{mention.end},{place}"
        item = notes.item(mention.item)
        yield Fact(
            iri, "rdf:type", "sag:Mention", notes.evidence(mention.start, mention.end, mention.rule, mention.confidence)
        )
        yield Fact(iri, "sag:item", item)
        yield Fact(iri, "sag:agent", agent)
        yield Fact(iri, "sag:relation", f"sag:{relation}")
        yield Fact(item, f"sag:{relation}", agent)


def _all_mentions(notes: Notes) -> Iterable[Mention]:
    """Every mention once: a task's people may have been found as mentions already."""
    findings = notes.record.findings
    known = {(mention.start, mention.end) for mention in findings.mentions}
    yield from findings.mentions
    for task in findings.tasks:
        for mention in task.responsible:
            if (mention.start, mention.end) not in known:
                known.add((mention.start, mention.end))
                yield mention


def _references(notes: Notes) -> Iterator[Fact]:
    authority = notes.record.authority
    for reference in notes.record.findings.references:
        entity = notes.context.agent(authority, "body", reference.body) or notes.context.agent(
            authority, "abbreviation", reference.body
        )
        if entity is None or entity.kind != "body":
            continue
        iri = notes.context.iris.meeting(authority, entity.slug, reference.date)
        if iri == notes.meeting:
            continue
        datatype = {4: "xsd:gYear", 7: "xsd:gYearMonth"}.get(len(reference.date), "xsd:date")
        at = notes.evidence(reference.start, reference.end, reference.rule, reference.confidence)
        yield Fact(iri, "rdf:type", "sag:Meeting")
        yield Fact(iri, "sag:body", notes.context.iris.agent(entity))
        yield Fact(iri, "dcterms:date", Literal(reference.date, datatype))
        yield Fact(notes.item(reference.item), "sag:refersTo", iri, at)


def _themes(notes: Notes) -> Iterator[Fact]:
    for theme in notes.record.findings.themes:
        iri = notes.context.themes.get(theme.notation, "")
        if iri:
            yield Fact(notes.item(theme.item), "sag:theme", iri, notes.evidence(theme.start, theme.end, theme.rule))


__all__ = ["describe"]
