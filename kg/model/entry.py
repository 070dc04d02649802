"""What the full-text index holds of one item of one document."""

import msgspec


class Entry(msgspec.Struct, frozen=True):
    """One agenda item as one document has it; agents, themes and other things are IRIs, dates ISO.

    A document without items is one entry, whose `item` is the document itself, and which may have no date.

    `text` is the document's text from offset `start` (code points) on, exactly as kept; it is empty for a closed item,
    of which only title and case number are there. `decision` and `recommendation` are what was decided and recommended
    here, `agents` all units, people and organisations that the item names in any role, `outcomes` notations.
    """

    item: str
    document: str
    start: int
    text: str
    title: str
    date: str
    authority: str
    body: str
    number: int
    case: str = ""
    decision: str = ""
    recommendation: str = ""
    agents: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
