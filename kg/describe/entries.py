"""Records to Entries: what the full-text index needs of each item."""

from collections.abc import Iterator

from kg.describe.alignment import Alignment
from kg.describe.context import Context
from kg.describe.notes import Notes
from kg.model.entry import Entry
from kg.model.fact import Described
from kg.model.minutes import AgendaItem
from kg.model.record import Record

_OF_ITEM = {"sag:mentions", "sag:proposedBy", "sag:preparedBy", "sag:responsible", "sag:drivenBy"}
_BELOW = {"sag:madeBy", "sag:referredTo", "sag:responsible"}
_NODES = {"sag:recommendation", "sag:decision", "sag:task"}


def make_entries(
    record: Record, alignment: Alignment | None, context: Context, described: Described
) -> Iterator[Entry]:
    """An entry for each item of a document; one for a document of which no meeting is made, or none of its items known.

    `alignment` is None for one without a meeting. `described` are the facts of the same document: they have the agents
    and themes with their IRIs.
    """
    if alignment is None or not alignment.items:
        yield _of_document(record, context)
        return
    notes = Notes(record, alignment, context)
    agents, themes = _named(described)
    body, _ = notes.body(record.meeting.body.value if record.meeting.body else "")
    for index, item in enumerate(record.meeting.items):
        iri = alignment.items[index]
        yield Entry(
            item=iri,
            document=notes.document,
            start=item.start,
            text="" if item.closed else record.text[item.start : item.end],
            title=item.title.value or f"Punkt {item.label}",
            date=record.meeting.date or "",
            authority=context.iris.authority(record.authority),
            body=body,
            number=item.number,
            case=item.case.value if item.case else "",
            decision=_decided(record, index, item),
            recommendation=_recommended(record, index, item),
            agents=tuple(sorted(agents.get(iri, ()))),
            themes=tuple(sorted(themes.get(iri, ()))),
            outcomes=_outcomes(record, index),
        )


def _of_document(record: Record, context: Context) -> Entry:
    """A whole document as one entry: its text is to be found, whatever it is. The document stands for the item."""
    iri = context.iris.document(record.sha256)
    return Entry(
        item=iri,
        document=iri,
        start=0,
        text=record.text,
        title=record.path.rpartition("/")[2],
        date=record.meeting.date or "",
        authority=context.iris.authority(record.authority),
        body="",
        number=0,
    )


def _named(described: Described) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The agents and the themes of each item; those of a decision, recommendation or task are its item's too."""
    item_of = {
        fact.object: fact.subject
        for fact in described.facts
        if fact.predicate in _NODES and isinstance(fact.object, str)
    }
    agents: dict[str, set[str]] = {}
    themes: dict[str, set[str]] = {}
    for fact in described.facts:
        if not isinstance(fact.object, str):
            continue
        if fact.predicate == "sag:theme":
            themes.setdefault(fact.subject, set()).add(fact.object)
        elif fact.predicate in _OF_ITEM | _BELOW and "/body/" not in fact.object:
            # A part's node lies below that of its decision, which says the same of its agents.
            agents.setdefault(item_of.get(fact.subject, fact.subject), set()).add(fact.object)
    return agents, themes


def _decided(record: Record, index: int, item: AgendaItem) -> str:
    """What was decided here; a decision that is only quoted is one of the words of the text."""
    own = [each.text for each in record.findings.decisions if each.item == index and not each.quoted]
    return "" if item.closed else "\n".join(own)


def _recommended(record: Record, index: int, item: AgendaItem) -> str:
    own = [each.text for each in record.findings.recommendations if each.item == index]
    return "" if item.closed else "\n".join(own)


def _outcomes(record: Record, index: int) -> tuple[str, ...]:
    """The outcomes of what was decided here, of the whole and of its parts."""
    own = [each for each in record.findings.decisions if each.item == index and not each.quoted]
    whole = {outcome.notation for each in own for outcome in each.outcomes}
    return tuple(sorted(whole | {found.notation for each in own for part in each.parts for found in part.outcomes}))
