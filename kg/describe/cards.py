"""Records to Cards: what the linkers need of each item."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from kg.danish.markup import lower_same_length
from kg.describe.alignment import Alignment
from kg.describe.context import Context
from kg.linkers.routine import bare, routine
from kg.linkers.terms import count_terms, topic_words
from kg.model.card import Card, DecisionCard, PointCard, TaskCard
from kg.model.finding import Mention, Task
from kg.model.minutes import AgendaItem
from kg.model.record import Record

_SHORTEST = 60
_DAY = len("2024-05-31")
_MOST_PASSAGES = 12
_ACTING = {"unit", "person", "director"}


def make_cards(record: Record, alignment: Alignment, context: Context) -> Iterator[Card]:
    """A card for each item of a document that has a meeting; decisions are named as the item alone would name them."""
    meeting = context.calendar.meeting_of[record.sha256]
    document = context.iris.document(record.sha256)
    body = meeting.rpartition("/")[0].rpartition("/")[2]
    lower = lower_same_length(record.text)
    for index, item in enumerate(record.meeting.items):
        title = (item.title.start, item.title.end, record.text[item.title.start : item.title.end])
        case_at = (item.case.start, item.case.end, record.text[item.case.start : item.case.end]) if item.case else None
        yield Card(
            iri=alignment.items[index],
            meeting=meeting,
            authority=record.authority,
            body=body,
            date=record.meeting.date or "",
            number=item.number,
            title=item.title.value,
            case=item.case.value if item.case else "",
            closed=item.closed,
            document=document,
            title_at=title,
            case_at=case_at,
            decisions=tuple(_decisions(record, index, alignment.items[index], context)),
            terms=() if item.closed else count_terms(lower[item.start : item.end]),
            refers=_refers(record, index, context),
            points=tuple(_points(record, index, context)),
            numbers=() if item.closed else _numbers(record.text, item),
            passages=_passages(lower, item),
            tasks=tuple(_tasks(record, index, alignment, context)),
            drivers=() if item.closed else _drivers(record, index, context),
        )


def one_card_each(placed: Iterable[tuple[int, Card]]) -> list[Card]:
    """One card for each item: that of the best document (place 0), with what the others add."""
    of: dict[str, list[tuple[int, Card]]] = defaultdict(list)
    for place, card in placed:
        of[card.iri].append((place, card))
    return [_one([card for _, card in sorted(cards, key=lambda each: each[0])]) for _, cards in sorted(of.items())]


def _one(cards: list[Card]) -> Card:
    best = cards[0]
    if len(cards) == 1:
        return best
    cased = next((card for card in cards if card.case), best)
    decisions = {each.iri: each for card in reversed(cards) for each in card.decisions}
    tasks = {
        each.iri: msgspec.structs.replace(each, document=card.document)
        for card in reversed(cards)
        for each in card.tasks
    }
    return msgspec.structs.replace(
        best,
        case=cased.case,
        case_at=cased.case_at,
        case_in=cased.document,
        decisions=tuple(decisions[iri] for iri in sorted(decisions)),
        tasks=tuple(tasks[iri] for iri in sorted(tasks)),
        refers=tuple(dict.fromkeys(each for card in cards for each in card.refers)),
        numbers=tuple(sorted({each for card in cards for each in card.numbers} - {cased.case})),
        passages=best.passages or next((card.passages for card in cards if card.passages), ()),
        drivers=tuple(sorted({each for card in cards for each in card.drivers})),
    )


def _refers(record: Record, index: int, context: Context) -> tuple[str, ...]:
    """The IRIs of the meetings that an item speaks of."""
    found = []
    for reference in record.findings.references:
        if reference.item == index:
            entity = context.agent(record.authority, "body", reference.body) or context.agent(
                record.authority, "abbreviation", reference.body
            )
            if entity:
                found.append(context.iris.meeting(record.authority, entity.slug, reference.date))
    return tuple(found)


def _points(record: Record, index: int, context: Context) -> Iterator[PointCard]:
    """The points of other meetings that an item names."""
    for reference in record.findings.references:
        if reference.item == index and reference.point and len(reference.date) == _DAY:
            entity = context.agent(record.authority, "body", reference.body)
            if entity:
                meeting = context.iris.meeting(record.authority, entity.slug, reference.date)
                at = trimmed(record.text, reference.start, reference.end)
                yield PointCard(meeting, int(reference.point), at, reference.listed)


def _numbers(text: str, item: AgendaItem) -> tuple[str, ...]:
    """Numbers in an item's text that have the form of its own case number."""
    own = item.case.value if item.case else ""
    if not own:
        return ()
    form = re.compile(r"(?<![\w/.-])" + re.sub(r"\d+", r"\\d+", re.escape(own)) + r"(?![\w/-])")
    return tuple(
        sorted(
            {
                found
                for found in form.findall(text[item.start : item.end])
                if found != own and abs(len(found) - len(own)) < 2
            }
        )
    )


def _passages(lower: str, item: AgendaItem) -> tuple[tuple[tuple[str, int], ...], ...]:
    if item.closed or not routine(item.title.value):
        return ()
    paragraphs = [
        each for each in lower[item.start : item.end].split("\n\n") if len(each) > _SHORTEST and "\t" not in each
    ]
    return tuple(count_terms(each) for each in paragraphs[:_MOST_PASSAGES])


def _decisions(record: Record, index: int, item: str, context: Context) -> Iterator[DecisionCard]:
    for decision in record.findings.decisions:
        if decision.item != index:
            continue
        body, _ = context.body(record, decision.body)
        referred = [context.agent(record.authority, each.kind, each.name) for each in decision.referrals]
        yield DecisionCard(
            iri=f"{item}/decision/{body}-{decision.date}",
            body=body,
            date=decision.date,
            outcomes=tuple(outcome.notation for outcome in decision.outcomes),
            referred=tuple(each.slug for each in referred if each),
            quoted=decision.quoted,
            start=decision.start,
            end=decision.end,
        )


def _tasks(record: Record, index: int, alignment: Alignment, context: Context) -> Iterator[TaskCard]:
    for number, task in enumerate(record.findings.tasks):
        if task.item != index:
            continue
        around = _quoted_around(record, index, task.start)
        place, _ = alignment.tasks[number]
        yield TaskCard(
            iri=f"{alignment.items[index]}/task/{place}",
            title=task.title,
            due=task.due,
            responsible=_slugs(record, task.responsible, context),
            recurrence=task.recurrence,
            words=_task_words(task),
            at=trimmed(record.text, task.start, task.end),
            since=around or record.meeting.date or "",
            quoted=bool(around),
            rule=task.rule,
        )


def _task_words(task: Task) -> tuple[str, ...]:
    """What a task is about: the words of its title, without the names of those who are to do it."""
    title = task.title
    for mention in task.responsible:
        title = title.replace(mention.name, " ")
    return topic_words(bare(title))


def _quoted_around(record: Record, index: int, offset: int) -> str:
    """The date of the quoted decision in which an offset of an item lies; empty where it lies in none."""
    for decision in record.findings.decisions:
        if decision.item == index and decision.quoted and decision.start <= offset < decision.end:
            return decision.date
    return ""


def _drivers(record: Record, index: int, context: Context) -> tuple[str, ...]:
    """The slugs of those who drive an item; what a decision of before gave somebody to do says nothing of that."""
    driving = [
        mention
        for mention in record.findings.mentions
        if mention.item == index and mention.relation != "mentions" and not _quoted_around(record, index, mention.start)
    ]
    makers = [maker for each in record.findings.recommendations if each.item == index for maker in each.makers]
    return _slugs(record, (*driving, *makers), context)


def _slugs(record: Record, mentions: tuple[Mention, ...], context: Context) -> tuple[str, ...]:
    """The units and people that mentions name."""
    entities = [context.agent(record.authority, each.kind, each.name) for each in mentions]
    return tuple(sorted({each.slug for each in entities if each and each.kind in _ACTING}))


def trimmed(text: str, start: int, end: int) -> tuple[int, int, str]:
    """A range without the white space at its ends, and its words."""
    exact = text[start:end]
    start += len(exact) - len(exact.lstrip())
    exact = exact.strip()
    return start, start + len(exact), exact
