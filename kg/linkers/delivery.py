"""Which later item delivered a single task: by its case, or by the words of its title."""

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from kg.danish.slug import slug
from kg.linkers.promises import HALF_YEAR, MONTH, YEAR, Promise, days_late, shared_words, title_words
from kg.linkers.routine import routine
from kg.linkers.terms import COMMON_TERMS
from kg.model.card import Card
from kg.model.said import Said

_WEEK = 7
_CERTAIN = 0.95
_LIKELY = 0.94  # the most that words alone come to
_OF_ITEM = 0.75  # the most where they are the words of the task's item, to which it comes back
_LEAST = 0.4
_LONG = 14
_FEW = 2  # words of a title that may share a single short one
_SHORT = 8  # letters of a word that may well be of another matter
_HEAD = 6  # letters that two inflections of a word share
_COVERED = 0.7
_MOST = 60  # items after a task that are looked at for the rarest of its words
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_DRIVEN = Said(", og den ansvarlige driver punktet", ", and who is responsible drives the item")


class Delivery(msgspec.Struct, frozen=True):
    """That an item may have delivered a task: how surely, by which rule, and why."""

    item: Card
    rule: str
    score: float
    why: Said

    @property
    def order(self) -> tuple[float, str, str]:
        """The best first, ties to the earliest."""
        return -self.score, self.item.date, self.item.iri


class Deliveries:
    """Finds the items that delivered a task, among all items of a corpus."""

    def __init__(
        self, items: Sequence[Card], containers: frozenset[tuple[str, str]], drivers: dict[str, frozenset[str]]
    ) -> None:
        """`items` are all items, each once; `drivers` the slugs of who drives each, by IRI."""
        self._drivers = drivers
        self._containers = containers
        self._by_case: dict[tuple[str, str], list[Card]] = defaultdict(list)
        self._by_head: dict[tuple[str, str], list[Card]] = defaultdict(list)
        self._sizes: Counter[str] = Counter()
        self._bodies: dict[str, set[str]] = defaultdict(set)
        for card in sorted(items, key=lambda each: (each.date, each.iri)):
            self._bodies[card.authority].add(card.body)
            if not card.closed and not routine(card.title) and card.date:
                self._sizes[card.authority] += 1
                if card.case and (card.authority, card.case) not in containers:
                    self._by_case[card.authority, card.case].append(card)
                for head in {word[:_HEAD]: None for word in title_words(card)}:
                    self._by_head[card.authority, head].append(card)

    def of(self, promise: Promise, due: str) -> list[Delivery]:
        """The items that may have delivered a promise that was due then (empty where nothing says when)."""
        if promise.task.recurring or promise.programme or not promise.task.since:
            return []
        found = [*self._in_case(promise, due), *self._by_title(promise, due)]
        return sorted((each for each in found if each.score >= _LEAST), key=lambda each: each.order)

    # --- the same case

    def _in_case(self, promise: Promise, due: str) -> Iterator[Delivery]:
        later = _after(self._by_case.get((promise.card.authority, promise.card.case), []), promise)
        if not later or promise.listed:
            return
        if due:
            yield from self._when_due(promise, due, later)
        named = self._named(promise)
        home = next((card for card in later if card.body in (named or {promise.card.body})), None)
        if promise.comes_back and home and not (due and days_late(home.date, due) < -MONTH):
            why = _treatment(
                "opgaven siger, at sagen kommer igen, og det er",
                "the task says that the case comes back, and this is",
                home,
            )
            yield Delivery(home, "case-comes-back", _CERTAIN, why)
        drives = self._drives(promise, later[0])
        score = (0.8 if drives else 0.6) - _unlikely(promise, later[0], due, drives=drives)
        why = _treatment("det er", "it is", later[0])
        yield Delivery(later[0], "next-treatment", round(score, 2), _and(why, _DRIVEN) if drives else why)

    def _when_due(self, promise: Promise, due: str, later: list[Card]) -> Iterator[Delivery]:
        """The treatments of the case on the due day, or in the month around it."""
        named = self._named(promise)
        for card in later:
            late = days_late(card.date, due)
            if not -_WEEK <= late <= MONTH:
                continue
            on_day = len(due) > len("2030-01") and not late
            spoken = promise.comes_back or self._drives(promise, card)
            spoken = spoken or bool(shared_words(promise.task.words, title_words(card)))
            elsewhere = bool(named) and card.body not in named
            score = 1.0 if on_day else 0.6 if elsewhere else _CERTAIN if spoken else 0.85
            why = Said(
                f"sag {card.case} blev behandlet, da opgaven skulle være løst: {due}",
                f"case {card.case} was treated when the task was to be done: {due}",
            )
            yield Delivery(card, "case-when-due", score, why)

    def _named(self, promise: Promise) -> set[str]:
        """The bodies that a task names: those to which the case is to come back."""
        said = f"-{slug(promise.task.title)}-"
        return {body for body in self._bodies[promise.card.authority] if f"-{body}-" in said}

    # --- the words of the title

    def _by_title(self, promise: Promise, due: str) -> Iterator[Delivery]:
        yield from self._covering(promise, due, promise.task.words, _LIKELY)
        if promise.comes_back and promise.task.responsible:
            for each in self._covering(promise, due, title_words(promise.card), _OF_ITEM):
                if self._drives(promise, each.item):
                    yield each

    def _covering(self, promise: Promise, due: str, words: tuple[str, ...], most: float) -> Iterator[Delivery]:
        """Items of another case whose title has the rare ones of these words; `most` is the best score they can get."""
        authority = promise.card.authority
        weights = {word: self._weight(authority, word) for word in words}
        whole = math.fsum(weights.values())
        rare = sorted(
            (word for word in words if (authority, word[:_HEAD]) in self._by_head and _says_something(word)),
            key=lambda word: (-weights[word], word),
        )
        cards = [card for word in rare[:2] for card in _after(self._by_head[authority, word[:_HEAD]], promise, _MOST)]
        for card in {card.iri: card for card in cards}.values():
            shared = shared_words(words, title_words(card))
            share = math.fsum(weights[word] for word in shared) / whole
            if _is_slight(shared) and len(title_words(card)) > _FEW:
                continue
            if share >= _COVERED and not self._one_case(promise.card, card) and not _other_year(promise, card):
                yield from self._covered(promise, due, card, _Cover(words, tuple(shared), share, most))

    def _covered(self, promise: Promise, due: str, card: Card, cover: "_Cover") -> Iterator[Delivery]:
        late = days_late(card.date, due or promise.task.since)
        drives = self._drives(promise, card)
        if late > YEAR or not (due or drives) or (abs(late) > HALF_YEAR and not (drives and cover.share >= 1)):
            return
        near = bool(due) and abs(late) <= MONTH
        same = cover.share >= 1 and len(shared_words(title_words(card), cover.words)) == len(title_words(card))
        score = 0.5 * cover.share + 0.2 * drives + 0.05 * (len(cover.shared) > 1) + 0.1 * same
        score += 0.15 if near else 0.05 if abs(late) <= HALF_YEAR else -0.15
        score -= 0.1 if promise.task.responsible and not drives and self._drivers.get(card.iri) else 0
        score -= 0.15 if _is_slight(cover.shared) else 0
        certain = same and drives and near and cover.most == _LIKELY
        why = _of_words(cover, due if near else "", drives=drives)
        yield Delivery(card, "title-of-task", _CERTAIN if certain else round(min(score, cover.most), 2), why)

    def _weight(self, authority: str, word: str) -> float:
        return math.log(1 + self._sizes[authority] / max(1, len(self._by_head.get((authority, word[:_HEAD]), ()))))

    def _one_case(self, one: Card, other: Card) -> bool:
        return bool(one.case) and one.case == other.case and (one.authority, one.case) not in self._containers

    def _drives(self, promise: Promise, card: Card) -> bool:
        return not self._drivers.get(card.iri, frozenset()).isdisjoint(promise.task.responsible)


class _Cover(msgspec.Struct, frozen=True):
    """Which of the words of a task a title shares, and their share by weight."""

    words: tuple[str, ...]
    shared: tuple[str, ...]
    share: float
    most: float


def _after(cards: Sequence[Card], promise: Promise, most: int | None = None) -> list[Card]:
    """Those of `cards`, which are in order of date, that are of later meetings than the one that gave the task."""
    first = bisect_right(cards, promise.task.since, key=lambda card: card.date)
    return list(cards[first : first + most if most else None])


def _unlikely(promise: Promise, card: Card, due: str, *, drives: bool) -> float:
    """What a next treatment is less worth: long before or after the due date, or nobody's and elsewhere."""
    if due:
        return 0.0 if -MONTH <= days_late(card.date, due) <= (HALF_YEAR if drives else HALF_YEAR // 2) else 0.15
    return 0.0 if promise.task.responsible or card.body == promise.card.body else 0.15


def _says_something(word: str) -> bool:
    """Whether a word may find an item: not one that is everywhere, unless it is but the head of a long compound."""
    return word[:_HEAD] not in COMMON_TERMS or len(word) > _LONG


def _is_slight(shared: Sequence[str]) -> bool:
    """Whether one short word is all that task and title share."""
    return len(shared) == 1 and len(shared[0]) <= _SHORT


def _other_year(promise: Promise, card: Card) -> bool:
    """Whether a topic and an item name years, and none that is the same; in a sentence a year may say when."""
    one, two = set(_YEARS.findall(promise.task.title)), set(_YEARS.findall(card.title))
    return promise.listed and bool(one and two) and one.isdisjoint(two)


# --- in words


def _and(one: Said, other: Said) -> Said:
    return Said(one.da + other.da, one.en + other.en)


def _treatment(da: str, en: str, card: Card) -> Said:
    return Said(f"{da} den næste behandling af sag {card.case}", f"{en} the next treatment of case {card.case}")


def _of_words(cover: _Cover, due: str, *, drives: bool) -> Said:
    words = ", ".join(cover.shared)
    why = Said(f"titlen har opgavens ord: {words}", f"the title has the task's words: {words}")
    why = _and(why, _DRIVEN) if drives else why
    return _and(why, Said(f"; fristen var {due}", f"; it was due {due}")) if due else why
