"""What the linkers know of one item: small, so that a whole corpus of them fits in memory."""

import msgspec


class DecisionCard(msgspec.Struct, frozen=True):
    """A decision of an item: `iri` is its node, `body` the slug of who took it, `referred` those of whom it refers."""

    iri: str
    body: str
    date: str
    outcomes: tuple[str, ...]
    referred: tuple[str, ...]
    quoted: bool
    start: int
    end: int


class TaskCard(msgspec.Struct, frozen=True):
    """A task of an item. `responsible` are slugs, `words` those of its title without the names of those.

    `at` is its range in the document and the words there. `since` is the day it was given: that of the decision where
    the task stands in a `quoted` one, else the meeting's. `rule` is that which found it; `recurring` is one that comes
    again and again and has no due date. `document` is where it stands, if that is not its card's.
    """

    iri: str
    title: str
    due: str
    responsible: tuple[str, ...]
    recurrence: str
    words: tuple[str, ...]
    at: tuple[int, int, str]
    since: str
    quoted: bool
    rule: str
    document: str = ""

    @property
    def recurring(self) -> bool:
        """Whether it comes again and again, and so is never done."""
        return bool(self.recurrence) and not self.due


class PointCard(msgspec.Struct, frozen=True):
    """A point of another meeting that an item names: the meeting's IRI, the number there, and the words that say so.

    `listed` where they stand alone on their line, as exporters list what treated a case before.
    """

    meeting: str
    number: int
    at: tuple[int, int, str]
    listed: bool


class Card(msgspec.Struct, frozen=True):
    """One item. `document` is the IRI of the document that it is of, `title_at` and `case_at` offsets into it;
    `case_in` is the document with the case number, if that is another.

    `terms` are the item's weightiest words with how often they stand in it, `passages` those of its separate paragraphs
    where the item collects several matters. `refers` are the meetings that it speaks of, `numbers` other case numbers
    in its text. `drivers` are the slugs of those who drive the item, by its own words and not by those that it quotes.
    `points` are points of other meetings that it names.
    """

    iri: str
    meeting: str
    authority: str
    body: str
    date: str
    number: int
    title: str
    case: str
    closed: bool
    document: str
    title_at: tuple[int, int, str]
    case_at: tuple[int, int, str] | None
    decisions: tuple[DecisionCard, ...] = ()
    terms: tuple[tuple[str, int], ...] = ()
    refers: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    passages: tuple[tuple[tuple[str, int], ...], ...] = ()
    tasks: tuple[TaskCard, ...] = ()
    drivers: tuple[str, ...] = ()
    points: tuple[PointCard, ...] = ()
    case_in: str = ""
