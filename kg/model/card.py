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


class Card(msgspec.Struct, frozen=True):
    """One item of one document. `document` is the document's IRI, `title_at` and `case_at` offsets into it.

    `terms` are the item's weightiest words with how often they stand in it, `passages` those of its separate paragraphs
    where the item collects several matters. `refers` are the meetings that it speaks of, `numbers` other case numbers
    in its text.
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
