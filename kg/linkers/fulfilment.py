"""`closedBy` and `restatedBy`: which later item delivered a task, and where the same promise stands again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from kg.linkers.delivery import Deliveries, Delivery
from kg.linkers.evidence import of_cards
from kg.linkers.promises import Promise, promises_of
from kg.linkers.restatement import Restatement, find_restatements
from kg.model.card import Card
from kg.model.link import Link
from kg.model.said import Said

_SURE = 0.8  # so sure a delivery ends a promise: what a later list says under the same words is another

Found = dict[str, list[Delivery]]


def link_fulfilments(cards: Sequence[Card], containers: frozenset[tuple[str, str]]) -> Iterator[Link]:
    """From each task to where it is stated again, and to the item that delivered it; at most one of each.

    `cards` are those of all items in a fixed order, one of each.
    """
    promises = promises_of(cards)
    deliveries = Deliveries(cards, containers, {card.iri: frozenset(card.drivers) for card in cards})
    said_again = list(find_restatements(promises))
    dues = _dues(promises, said_again)
    found = {each.task.iri: deliveries.of(each, dues[each.task.iri]) for each in promises}
    standing = [each for each in said_again if not _delivered_between(each, found)]
    yield from (each.link() for each in standing)
    surest = {each.old.task.iri: each.score for each in standing}
    for group in _groups(promises, standing):
        yield from _closings(group, found, min((surest.get(each.task.iri, 1.0) for each in group), default=1.0))


def _dues(promises: Sequence[Promise], said_again: Sequence[Restatement]) -> dict[str, str]:
    """When each was due; where a decision is quoted, what it said when it was taken counts: "i august" was that one."""
    dues = {each.task.iri: each.task.due for each in promises}
    for each in sorted(said_again, key=lambda each: (each.new.card.date, each.new.task.iri)):
        if each.new.task.quoted:
            dues[each.new.task.iri] = dues[each.old.task.iri]
    return dues


def _delivered_between(each: Restatement, found: Found) -> bool:
    """Whether the promise was kept before it seemed to stand again; a quoted decision is the same in any case."""
    best = found[each.old.task.iri]
    return not each.new.task.quoted and bool(
        best and best[0].score >= _SURE and best[0].item.date <= each.new.card.date
    )


def _groups(promises: Sequence[Promise], standing: Sequence[Restatement]) -> list[list[Promise]]:
    """The promises that are one and the same, the earliest first."""
    leader = {each.task.iri: each.task.iri for each in promises}

    def find(iri: str) -> str:
        while leader[iri] != iri:
            leader[iri] = leader[leader[iri]]
            iri = leader[iri]
        return iri

    for link in standing:
        one, two = sorted((find(link.old.task.iri), find(link.new.task.iri)))
        leader[two] = one
    groups: dict[str, list[Promise]] = defaultdict(list)
    for each in promises:
        groups[find(each.task.iri)].append(each)
    return [sorted(group, key=lambda each: (each.task.since, each.task.iri)) for group in groups.values()]


def _closings(group: list[Promise], found: Found, same: float) -> Iterator[Link]:
    """The best delivery of any of one promise's statements, for each of them; nothing before the last list has it.

    `same` is how surely they are one promise: where a task is closed by what another says, it is no surer than that.
    """
    last = max(each.task.since for each in group)
    sure = [
        (delivery.order, each.task.iri, each, delivery)
        for each in group
        for delivery in found[each.task.iri]
        if delivery.item.date > last
    ]
    if not sure:
        return
    *_, giver, best = min(sure, key=lambda each: each[:2])
    for each in group:
        if not each.task.recurring:
            mine = [one for one in found[each.task.iri] if one.item.iri == best.item.iri]
            if mine and mine[0].score >= min(best.score, same):
                yield _closing(each, mine[0], None)
            else:
                yield _closing(each, msgspec.structs.replace(best, score=min(best.score, same)), giver)


def _closing(promise: Promise, best: Delivery, giver: Promise | None) -> Link:
    why = best.why
    if giver:
        why = Said(
            f"den samme opgave står også under »{giver.card.title}« {giver.card.date}, og der gælder: {why.da}",
            f"the same task also stands under “{giver.card.title}” {giver.card.date}, and of it holds: {why.en}",
        )
    rule = "same-case" if best.item.case and best.rule != "title-of-task" else best.rule
    evidence = (promise.evidence(best.rule), *of_cards(rule, best.item))
    return Link(promise.task.iri, "sag:closedBy", best.item.iri, best.rule, best.score, why, evidence)
