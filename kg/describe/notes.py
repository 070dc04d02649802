"""A document being described: what every one of its facts needs."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar

from kg.describe.alignment import Alignment, Merged
from kg.describe.context import Context
from kg.model.fact import Evidence
from kg.model.finding import Amount, Decision, Mention, Recommendation, Task
from kg.model.minutes import AgendaItem
from kg.model.record import Record

_Below = TypeVar("_Below", Task, Amount, Recommendation)


class Notes:
    """A document being described: its place in the corpus, and its words as evidence."""

    def __init__(
        self, record: Record, alignment: Alignment | None, context: Context, before: Merged | None = None
    ) -> None:
        """Collect what every fact of the document needs. `before` are the better documents of its meeting."""
        self.record = record
        self.context = context
        self.before = before
        self.alignment = alignment or Alignment((), ())
        self.document = context.iris.document(record.sha256)
        self.meeting = context.calendar.meeting_of.get(record.sha256, "")

    def evidence(self, start: int, end: int, rule: str, confidence: float = 1.0) -> tuple[Evidence, ...]:
        """The words between two offsets, without the white space around them."""
        text = self.record.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        page = bisect_right(self.record.pages, start)
        exact = text[start:end]
        return (Evidence(self.document, start, end, exact, rule, confidence, page),) if start < end else ()

    def item(self, index: int) -> str:
        """The IRI of an item."""
        return self.alignment.items[index]

    def body(self, name: str) -> tuple[str, bool]:
        """The IRI of a body, and whether its name is known; the body that nothing names is `unknown`."""
        slug, known = self.context.body(self.record, name)
        return f"{self.context.iris.authority(self.record.authority)}/body/{slug}", known

    def agents(self, mentions: tuple[Mention, ...]) -> Iterator[tuple[str, Mention]]:
        """The agents that mentions name, each once, with the mention."""
        seen = set()
        for mention in mentions:
            entity = self.context.agent(self.record.authority, mention.kind, mention.name)
            iri = self.context.iris.agent(entity) if entity else ""
            if iri and iri not in seen:
                seen.add(iri)
                yield iri, mention

    def known_item(self, index: int) -> AgendaItem | None:
        """The item as the better documents have it; None where this one leads."""
        lead = self.alignment.leading[index]
        return self.before.record.meeting.items[lead] if self.before and lead >= 0 else None

    def known(self, found: Sequence[_Below], index: int) -> list[_Below]:
        """Those of the better documents' findings that are below an item of this one."""
        lead = self.alignment.leading[index]
        return [each for each in found if each.item == lead] if self.before and lead >= 0 else []

    def decision_iri(self, decision: Decision) -> str:
        """The IRI that its item gives a decision."""
        slug, _ = self.context.body(self.record, decision.body)
        return f"{self.item(decision.item)}/decision/{slug}-{decision.date}"

    def known_decisions(self, index: int) -> list[Decision]:
        """The better documents' decisions on an item of this one."""
        lead = self.alignment.leading[index]
        found = self.before.record.findings.decisions if self.before else ()
        return [each for each in found if each.item == lead >= 0]

    def given(self, decision: Decision) -> list[Decision]:
        """What the better documents say of the same body's decision of the same day on an item."""
        if self.before is None:
            return []
        slug, _ = self.context.body(self.record, decision.body)
        key = (self.alignment.leading[decision.item], slug, decision.date)
        pairs = zip(self.before.decided, self.before.record.findings.decisions, strict=True)
        return [each for given, each in pairs if (given.item, given.body, given.date) == key]
