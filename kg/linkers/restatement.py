"""`restatedBy`: the same promise stands again in a later list, or is repeated where the decision is quoted."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
from rapidfuzz import fuzz

from kg.linkers.promises import HALF_YEAR, YEAR, Promise, days_late, shared_words, title_words
from kg.linkers.routine import bare
from kg.model.link import Link
from kg.model.said import Said

_ALIKE = 90
_HEAD = 6  # letters that two inflections of a word share
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BRACKET = re.compile(r"\([^()]*\)")
_AGAIN = Said("den samme opgave står igen på listen af", "the same task stands again in the list of")
_LISTED = Said("den er sat på listen af", "it was put on the list of")
_QUOTED = Said("beslutningen er gengivet den", "the decision is quoted on")


class Restatement(msgspec.Struct, frozen=True):
    """That `new` says again what `old` promised, how surely and why."""

    old: Promise
    new: Promise
    rule: str
    score: float
    why: Said

    def link(self) -> Link:
        """The derived fact."""
        evidence = (self.old.evidence(self.rule), self.new.evidence(self.rule))
        return Link(self.old.task.iri, "sag:restatedBy", self.new.task.iri, self.rule, self.score, self.why, evidence)


def find_restatements(promises: Sequence[Promise]) -> Iterator[Restatement]:
    """From each promise to the nearest later one that is the same, at most one."""
    yield from _quoted([each for each in promises if not each.listed and not each.programme])
    rows = [each for each in promises if each.listed]
    again = list(_again(rows))
    yield from again
    taken = {each.new.task.iri for each in again}
    sentences = [each for each in promises if not (each.listed or each.programme or each.task.quoted)]
    yield from _put_on_list(sentences, [row for row in rows if row.task.iri not in taken and not row.task.recurring])


def _on(said: Said, date: str) -> Said:
    return Said(f"{said.da} {date}", f"{said.en} {date}")


# --- where the decision is quoted


def _quoted(promises: list[Promise]) -> Iterator[Restatement]:
    """Tasks of one decision of one case, from where it was taken to the items that quote it, one after the other."""
    by_decision: dict[tuple[str, str, str], list[Promise]] = defaultdict(list)
    for each in promises:
        by_decision[each.card.authority, each.card.case, each.task.since].append(each)
    for group in by_decision.values():
        if len(group) > 1 and any(each.task.quoted for each in group):
            group.sort(key=lambda each: (each.card.date, each.task.iri))
            for place, old in enumerate(group):
                new = next((new for new in group[place + 1 :] if _repeats(old, new)), None)
                if new:
                    yield Restatement(old, new, "restated-quote", 1.0, _on(_QUOTED, new.card.date))


def _repeats(old: Promise, new: Promise) -> bool:
    later = new.task.quoted and new.card.date > old.card.date
    return later and fuzz.ratio(old.task.title.casefold(), new.task.title.casefold()) >= _ALIKE


# --- from list to list


def _key(title: str) -> str:
    """What two rows about the same share; a year in the title is part of it, a bracket is not."""
    return " ".join([bare(_BRACKET.sub(" ", title)), *_YEAR.findall(title)])


def _again(rows: list[Promise]) -> Iterator[Restatement]:
    by_topic: dict[tuple[str, str, str], dict[tuple[str, str], list[Promise]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        topic = (row.card.authority, row.card.body, _key(row.task.title))
        by_topic[topic][row.card.date, row.card.meeting].append(row)
    for meetings in by_topic.values():
        ordered = sorted(meetings)
        for before, after in pairwise(ordered):
            yield from _paired(meetings[before], meetings[after])


def _paired(olds: list[Promise], news: list[Promise]) -> Iterator[Restatement]:
    """Rows of one topic in two lists, each with at most one of the other: first those of the same due date."""
    pairs = sorted(
        (old.task.due != new.task.due, _strangers(old, new), old.task.iri, new.task.iri, i, j)
        for i, old in enumerate(olds)
        for j, new in enumerate(news)
        if _still_the_same(old, new)
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, strangers, _, _, i, j in pairs:
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            score = 0.8 if strangers else 0.95
            yield Restatement(olds[i], news[j], "restated-list", score, _on(_AGAIN, news[j].card.date))


def _strangers(old: Promise, new: Promise) -> bool:
    return set(old.task.responsible).isdisjoint(new.task.responsible)


def _still_the_same(old: Promise, new: Promise) -> bool:
    """Whether a row is the promise of the list before, and not that of the year after."""
    one, two = old.task, new.task
    if one.recurring or two.recurring:
        return one.recurring == two.recurring
    if one.recurrence or two.recurrence:
        return one.due == two.due
    if not one.due:
        return days_late(new.card.date, old.card.date) <= YEAR
    late = days_late(new.card.date, one.due)
    again = late > 0 and two.due[:4] > one.due[:4] and two.due[5:7] == one.due[5:7]
    return late <= HALF_YEAR and not again


# --- from the words of a decision to the list


def _put_on_list(sentences: list[Promise], rows: list[Promise]) -> Iterator[Restatement]:
    """From what an item orders to the row of the body's list, of the same meeting or one after, that reminds of it."""
    index: dict[tuple[str, str], list[Promise]] = defaultdict(list)
    for each in sentences:
        for head in sorted({word[:_HEAD] for word in (*each.task.words, *_about(each))}):
            index[each.card.authority, head].append(each)
    used: set[str] = set()
    for row in sorted(rows, key=lambda each: (each.card.date, each.task.iri)):
        if not row.task.words:
            continue
        found = min((index.get((row.card.authority, word[:_HEAD]), []) for word in row.task.words), key=len)
        fits = [each for each in found if each.task.iri not in used and _reminds(row, each)]
        if fits:
            best = min(fits, key=lambda each: (-_own(row, each), each.task.iri))
            used.add(best.task.iri)
            score = 0.75 if _strangers(best, row) or not _own(row, best) else 0.85
            yield Restatement(best, row, "restated-list", score, _on(_LISTED, row.card.date))


def _about(promise: Promise) -> tuple[str, ...]:
    """The words of the item's title, for what comes back to the item's own matter."""
    return title_words(promise.card) if promise.comes_back else ()


def _own(row: Promise, sentence: Promise) -> int:
    """How many words of a row the sentence itself has."""
    return len(shared_words(row.task.words, sentence.task.words))


def _reminds(row: Promise, sentence: Promise) -> bool:
    same_meeting = row.card.meeting == sentence.card.meeting
    said = (*sentence.task.words, *_about(sentence))
    if row.card.iri == sentence.card.iri or len(shared_words(row.task.words, said)) < len(row.task.words):
        return False
    if not same_meeting and not 0 < days_late(row.card.date, sentence.card.date) <= HALF_YEAR:
        return False
    anyone = same_meeting and not sentence.task.responsible and _own(row, sentence) == len(row.task.words)
    if _strangers(row, sentence) and not anyone:
        return False
    dues = row.task.due[:7], sentence.task.due[:7]
    return not all(dues) or (dues[0] == dues[1] if same_meeting else dues[0] >= dues[1])
