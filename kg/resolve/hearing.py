"""Every way in which the documents of one authority name an agent, counted."""

import functools
from collections import Counter
from collections.abc import Iterator

import msgspec

from kg.danish.names import strip_genitive
from kg.model.finding import Findings, Mention
from kg.model.record import Introduction, Record

_CONTEXTS = 200


class Hearing(msgspec.Struct):
    """What was heard of one authority's agents: grows with the number of names, not with that of documents.

    `board` holds the members of the executive board, `roster` all who attend meetings as members.

    `contexts` holds in which items a unit or an abbreviation was named, at most `_CONTEXTS` of them, by number: the
    lowest, so that the order of documents makes no difference.

    `places` holds where each rule first saw a name: (document hash, start, end).
    """

    authority: str
    names: dict[tuple[str, str], Counter[str]] = {}
    places: dict[tuple[str, str, str], tuple[str, int, int]] = {}
    introductions: dict[tuple[str, str, str], tuple[str, int, int]] = {}
    contexts: dict[tuple[str, str], set[int]] = {}
    board: set[str] = set()
    roster: set[str] = set()

    def hear(self, kind: str, name: str, rule: str, place: tuple[str, int, int]) -> None:
        """Count one mention; of several places the first in order of document hash and offset is kept."""
        self.names.setdefault((kind, name), Counter())[rule] += 1
        key = (kind, name, rule)
        if key not in self.places or place < self.places[key]:
            self.places[key] = place

    def note(self, kind: str, name: str, context: int) -> None:
        """Remember the item in which a name stands."""
        seen = self.contexts.setdefault((kind, name), set())
        seen.add(context)
        if len(seen) > _CONTEXTS:
            seen.remove(max(seen))


def hear(record: Record, hearing: Hearing) -> None:
    """Add what one document names."""
    for mention in mentions(record.findings):
        name = spoken(mention.kind, mention.name)
        if mention.kind in {"unit", "abbreviation"}:
            hearing.note(mention.kind, name, int(record.sha256[:8], 16) * 1000 + mention.item)
        hearing.hear(mention.kind, name, mention.rule, (record.sha256, mention.start, mention.end))
    for body, start, end in bodies(record):
        hearing.hear("body", spoken("body", body), "body-of-meeting", (record.sha256, start, end))
    for person in record.meeting.attendance:
        hearing.hear("person", person.name.value, "attendance", (record.sha256, person.name.start, person.name.end))
        body = record.meeting.body.value if record.meeting.body else ""
        if person.role == "member":
            hearing.roster.add(person.name.value)
            if "direktion" in body.lower():
                hearing.board.add(person.name.value)
    for said in record.introductions:
        _introduce(hearing, record, said)


def _introduce(hearing: Hearing, record: Record, said: Introduction) -> None:
    key = (said.kind, spoken(said.kind, said.name), said.abbreviation)
    place = (record.sha256, said.start, said.end)
    if key not in hearing.introductions or place < hearing.introductions[key]:
        hearing.introductions[key] = place


def mentions(findings: Findings) -> Iterator[Mention]:
    """Every mention of an agent in a document's findings, also those inside tasks, votes and remarks."""
    yield from findings.mentions
    for task in findings.tasks:
        yield from task.responsible
    for decision in findings.decisions:
        for vote in decision.votes:
            yield from vote.voters
        for remark in decision.remarks:
            yield from remark.by


def bodies(record: Record) -> Iterator[tuple[str, int, int]]:
    """The bodies that a document names outside of mentions: its own, and those of quoted decisions."""
    if record.meeting.body:
        yield record.meeting.body.value, record.meeting.body.start, record.meeting.body.end
    for decision in record.findings.decisions:
        if decision.body:
            yield decision.body, decision.start, decision.end


@functools.lru_cache(maxsize=65_536)
def spoken(kind: str, name: str) -> str:
    """A name as it is counted: without genitive; a body's with a capital letter and none inside a word."""
    name = " ".join(name.split())
    if kind == "body":
        name = strip_genitive(name) if not name.isupper() or len(name) > 6 else name
        if name.isupper() and len(name) > 6:
            name = name.capitalize()
        name = (
            name.removesuffix("s")
            if name.lower() in {"direktions", "byråds", "chefforums", "udvalgs", "lederforums"}
            else name
        )
        return name[:1].upper() + name[1:]
    return strip_genitive(name) if kind in {"unit", "organisation"} else name
