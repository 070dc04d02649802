"""Tasks as promises: who gave which word where, and how far a day lies from when it was due."""

import datetime
import re
from collections.abc import Iterable, Sequence

import msgspec

from kg.linkers.routine import bare, routine
from kg.linkers.terms import same_word, topic_words
from kg.model.card import Card, TaskCard
from kg.model.fact import Evidence

HALF_YEAR, YEAR, MONTH = 183, 400, 31  # days
_ROW, _BRACKETS = "reminder-row", "name-in-brackets"
_BACK = re.compile(
    r"""\b(?:gen)?(?:forelægge|fremlægge|behandle|optage)s\b|\bforelagt\b|\bvende[rs]?\ tilbage|\bgenbehandl|\bretur\b
      |\bstatus\b|\bfornyet\ behandling|\btilbage\ til\b|\bskal\ tilbage\b|\bpræsenterer?\b|\bfremlægge[rs]?\b
      |\b(?:sendes|oversendes|præsenteres)\b""",
    re.IGNORECASE | re.VERBOSE,
)


class Promise(msgspec.Struct, frozen=True):
    """A task and the item in which it stands."""

    card: Card
    task: TaskCard

    @property
    def listed(self) -> bool:
        """Whether it stands in a list of what is to be done, as a topic and not as a sentence."""
        return self.task.rule == _ROW or (self.task.rule == _BRACKETS and bool(routine(self.card.title)))

    @property
    def programme(self) -> bool:
        """Whether it is a point of a programme with the name of who holds it: that is nothing anybody comes back to."""
        return self.task.rule == _BRACKETS and not self.listed

    @property
    def comes_back(self) -> bool:
        """Whether its words say that the matter is to be treated again."""
        return not self.listed and bool(_BACK.search(self.task.title))

    def evidence(self, rule: str) -> Evidence:
        """The words in which it was given."""
        return Evidence(self.task.document or self.card.document, *self.task.at, rule)


def promises_of(cards: Iterable[Card]) -> list[Promise]:
    """Every task of open items once, with the first of `cards` that has it, in the order of IRIs."""
    found: dict[str, Promise] = {}
    for card in cards:
        for task in () if card.closed else card.tasks:
            found.setdefault(task.iri, Promise(card, task))
    return [found[iri] for iri in sorted(found)]


def title_words(card: Card) -> tuple[str, ...]:
    """What an item is about by its title, without the name of the authority."""
    own = topic_words(card.authority)
    return tuple(word for word in topic_words(bare(card.title)) if word.rstrip("s") not in own and word not in own)


def shared_words(words: Iterable[str], others: Sequence[str]) -> list[str]:
    """Those of `words` that stand among `others` too."""
    return [word for word in words if any(same_word(word, other) for other in others)]


def days_late(date: str, due: str) -> int:
    """How many days an ISO date lies after a due day or month; below 0 before it, 0 on the day or in the month."""
    if date.startswith(due):
        return 0
    first = datetime.date.fromisoformat(due if len(due) > len("2030-01") else f"{due}-01")
    following = (first + datetime.timedelta(days=MONTH)).replace(day=1)
    last = first if len(due) > len("2030-01") else following - datetime.timedelta(days=1)
    day = datetime.date.fromisoformat(date)
    return (day - first).days if day < first else (day - last).days
