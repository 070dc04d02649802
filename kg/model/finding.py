"""What the words of a document say, each with the place of those words. `item` is an index into the meeting's items."""

import msgspec


class Mention(msgspec.Struct, frozen=True):
    """An agent named in an item.

    `kind` is what the words show it to be: `unit`, `person`, `director`, `body`, `organisation`, `party`, or
    `abbreviation` where only the corpus can tell. `relation` is the property of the vocabulary that the mention
    supports (`mentions`, `proposedBy`, `preparedBy`, `responsible`).
    """

    item: int
    kind: str
    name: str
    start: int
    end: int
    rule: str
    relation: str = "mentions"
    confidence: float = 1.0


class Outcome(msgspec.Struct, frozen=True):
    """One outcome of a decision, by its notation in the vocabulary."""

    notation: str
    start: int
    end: int
    rule: str


class Part(msgspec.Struct, frozen=True):
    """A numbered, lettered or headed part of a decision or recommendation."""

    position: int
    heading: str
    text: str
    start: int
    end: int
    outcomes: tuple[Outcome, ...] = ()
    referrals: tuple[Mention, ...] = ()


class Vote(msgspec.Struct, frozen=True):
    """How one side of a ballot voted: `side` is `for`, `against` or `abstained`.

    `count` is -1 where no number is said. `voters` are parties (kind `party`) and people.
    """

    side: str
    count: int
    voters: tuple[Mention, ...]
    start: int
    end: int
    rule: str


class Remark(msgspec.Struct, frozen=True):
    """What somebody had put on record (*protokolbemærkning*, *mindretalsudtalelse*), and who that was."""

    text: str
    start: int
    end: int
    by: tuple[Mention, ...] = ()


class Decision(msgspec.Struct, frozen=True):
    """A *beslutning*; `quoted` where it was taken in an earlier treatment and is only repeated here."""

    item: int
    body: str
    date: str
    text: str
    start: int
    end: int
    rule: str
    quoted: bool = False
    outcomes: tuple[Outcome, ...] = ()
    referrals: tuple[Mention, ...] = ()
    parts: tuple[Part, ...] = ()
    votes: tuple[Vote, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Recommendation(msgspec.Struct, frozen=True):
    """An *indstilling*, who makes it, and whom it is put to, in their order on the way to a decision."""

    item: int
    text: str
    start: int
    end: int
    rule: str
    makers: tuple[Mention, ...] = ()
    parts: tuple[Part, ...] = ()
    receivers: tuple[Mention, ...] = ()


class Task(msgspec.Struct, frozen=True):
    """Something someone is to do. `due` is `YYYY-MM-DD`, `YYYY-MM` or empty; `recurrence` is as written."""

    item: int
    title: str
    start: int
    end: int
    rule: str
    due: str = ""
    recurrence: str = ""
    responsible: tuple[Mention, ...] = ()
    confidence: float = 1.0


class Amount(msgspec.Struct, frozen=True):
    """A sum in Danish kroner; `value` is a decimal in whole kroner, `label` what it is for."""

    item: int
    value: str
    as_written: str
    label: str
    start: int
    end: int
    rule: str


class Reference(msgspec.Struct, frozen=True):
    """Another meeting that an item speaks of; `date` is ISO, to the day, month or year.

    `point` is the number of the point there, empty where none is named; `listed` where the words stand alone on their
    line, as exporters list what treated a case before.
    """

    item: int
    body: str
    date: str
    start: int
    end: int
    rule: str
    confidence: float = 1.0
    point: str = ""
    listed: bool = False


class Theme(msgspec.Struct, frozen=True):
    """A theme of the scheme that an item's words signal; `score` grows with weight and number of the words."""

    item: int
    notation: str
    score: float
    start: int
    end: int
    rule: str


class Findings(msgspec.Struct, frozen=True):
    """All that one document says, each kind in reading order."""

    mentions: tuple[Mention, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tasks: tuple[Task, ...] = ()
    amounts: tuple[Amount, ...] = ()
    references: tuple[Reference, ...] = ()
    themes: tuple[Theme, ...] = ()
