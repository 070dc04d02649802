"""Items of invented minutes, as the linkers know them."""

from collections.abc import Callable, Sequence

import pytest

from kg.linkers.routine import bare, routine
from kg.linkers.terms import count_terms, topic_words
from kg.model.card import Card, DecisionCard, TaskCard

BASE = "https://w3id.org/sagsgraf/id/klintevig/meeting"
MakeCard = Callable[..., Card]


def _card(
    meeting: str,
    number: int,
    title: str,
    case: str = "",
    *,
    text: str = "",
    outcomes: str = "",
    quotes: str = "",
    closed: bool = False,
    refers: tuple[str, ...] = (),
    numbers: tuple[str, ...] = (),
    authority: str = "Klintevig Kommune",
    tasks: Sequence[str] = (),
    drivers: str = "",
) -> Card:
    """`meeting` is `body/date`; `outcomes` are of a decision taken here, `quotes` is `date:outcome` of one before.

    A task is `title | due | responsible | recurrence`, all but the title may be left out; `date> title` is one that a
    quoted decision of that date ordered. In a list of reminders tasks are rows, elsewhere sentences.
    """
    body, date = meeting.split("/")
    iri = f"{BASE}/{meeting}/item/{number}"
    decisions = []
    if outcomes:
        own = f"{iri}/decision/{body}-{date}"
        decisions.append(DecisionCard(own, body, date, tuple(outcomes.split()), (), False, 0, 9))
    if quotes:
        when, outcome = quotes.split(":")
        decisions.append(DecisionCard(f"{iri}/decision/{body}-{when}", body, when, (outcome,), (), True, 0, 9))
    paragraphs = text.lower().split("\n\n")
    return Card(
        iri=iri,
        meeting=f"{BASE}/{meeting}",
        authority=authority,
        body=body,
        date=date,
        number=number,
        title=title,
        case=case,
        closed=closed,
        document=f"document/{meeting}",
        title_at=(0, len(title), title),
        case_at=(50, 50 + len(case), case) if case else None,
        decisions=tuple(decisions),
        terms=count_terms(f"{title} {text}".lower()),
        refers=tuple(f"{BASE}/{each}" for each in refers),
        numbers=numbers,
        passages=tuple(count_terms(each) for each in paragraphs),
        tasks=tuple(_task(f"{iri}/task/{place}", each, date, title) for place, each in enumerate(tasks, 1)),
        drivers=tuple(drivers.split()),
    )


def _task(iri: str, text: str, date: str, item: str) -> TaskCard:
    quoted, _, said = text.rpartition("> ")
    title, due, who, again = (*(part.strip() for part in said.split("|")), "", "", "")[:4]
    return TaskCard(
        iri=iri,
        title=title,
        due=due,
        responsible=tuple(who.split()),
        recurrence=again,
        words=topic_words(bare(title)),
        at=(0, len(title), title),
        since=quoted or date,
        quoted=bool(quoted),
        rule="reminder-row" if routine(item) else "ordered",
    )


@pytest.fixture
def card() -> MakeCard:
    return _card
