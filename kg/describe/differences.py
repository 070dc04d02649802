"""Where a document says otherwise than the better ones of its meeting: each a sentence, with the words of it here."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kg.describe.alignment import passed_over, person_of, roles_of
from kg.describe.likeness import alike, folded, plain_title
from kg.describe.notes import Notes
from kg.messages import LANGUAGES, sentence
from kg.model.fact import Evidence, Fact, Literal
from kg.model.finding import Decision
from kg.model.minutes import AgendaItem
from kg.model.source import Text

_MOST_WORDS = 120  # characters of a text that a sentence quotes
_EXTRA = ("tillæg", "supplerende")  # an agenda of what came to another one


class Difference(NamedTuple):
    """What differs (`rule`), on which meeting or item (`about`), from which document (a sha256), in which words."""

    rule: str
    about: str
    giver: str
    values: tuple[str, ...]
    at: tuple[Evidence, ...] = ()


def describe_differences(notes: Notes) -> Iterator[Fact]:
    """The differences between a document and the better ones of its meeting; none for the best."""
    seen: Counter[str] = Counter()
    for each in _differences(notes):
        seen[each.rule] += 1
        iri = f"{notes.document}#difference={each.rule},{seen[each.rule]}"
        yield Fact(iri, "rdf:type", "sag:Difference", each.at)
        yield Fact(notes.document, "sag:problem", iri)
        yield Fact(iri, "sag:about", each.about)
        yield Fact(iri, "sag:differsFrom", notes.context.iris.document(each.giver))
        yield Fact(iri, "sag:rule", Literal(f"differs-{each.rule}"))
        other = notes.before.files[each.giver].rpartition("/")[2] if notes.before else ""
        for language in LANGUAGES:
            said = sentence(language, f"differs.{each.rule}", other, *(_short(value) for value in each.values))
            yield Fact(iri, "rdfs:label", Literal(said, language=language))


def _differences(notes: Notes) -> Iterator[Difference]:
    if notes.before is None:
        return
    yield from _of_meeting(notes)
    yield from _of_people(notes)
    for index in range(len(notes.record.meeting.items)):
        known = notes.known_item(index)
        if known is not None:
            yield from _of_item(notes, index, known)
    yield from _of_agenda(notes)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _MOST_WORDS else f"{plain[:_MOST_WORDS].rsplit(' ', 1)[0]} …"


def _at(notes: Notes, text: Text) -> tuple[Evidence, ...]:
    return notes.evidence(text.start, text.end, "difference")


def _of_meeting(notes: Notes) -> Iterator[Difference]:
    assert notes.before is not None  # noqa: S101 - for the type checker, as below: the caller looked
    mine, known = notes.record.meeting, notes.before.record.meeting
    for rule, text, other in (
        ("body", mine.body, known.body),
        ("start", mine.start_time, known.start_time),
        ("place", mine.place, known.place),
    ):
        if text and other and folded(text.value) != folded(other.value):
            giver = notes.before.said_by[rule]
            yield Difference(rule, notes.meeting, giver, (text.value, other.value), _at(notes, text))


def _of_people(notes: Notes) -> Iterator[Difference]:
    """Who is present in one document and not in the other; an agenda only says who is asked to come."""
    assert notes.before is not None  # noqa: S101
    before, giver = notes.before.record, notes.before.record.sha256
    if not before.meeting.attendance or not notes.record.meeting.attendance or passed_over(before, notes.record):
        return
    known, here = roles_of(before, notes.context), roles_of(notes.record, notes.context)
    for each in notes.record.meeting.attendance:
        role = known.get(person_of(notes.record, each, notes.context))
        rule = "person-here" if role is None else "person-away"
        if role is None or (role == "absentee") != (each.role == "absentee"):
            yield Difference(rule, notes.meeting, giver, (each.name.value,), _at(notes, each.name))
    for each in before.meeting.attendance:
        if person_of(before, each, notes.context) not in here:
            yield Difference("person-there", notes.meeting, giver, (each.name.value,))


def _of_item(notes: Notes, index: int, known: AgendaItem) -> Iterator[Difference]:
    assert notes.before is not None  # noqa: S101
    item, iri = notes.record.meeting.items[index], notes.item(index)
    giver = notes.before.givers[notes.alignment.leading[index]]
    number, at = str(known.number), _at(notes, item.title)
    if item.number != known.number and item.parent is None:
        yield Difference("number", iri, giver, (str(item.number), item.title.value, number), at)
    if plain_title(item.title.value) != plain_title(known.title.value):
        yield Difference("title", iri, giver, (number, item.title.value, known.title.value), at)
    if (index in notes.alignment.shut) != ((iri, giver) in notes.before.shut):
        yield Difference("closed", iri, giver, (number,), at)
    if item.case and known.case and item.case.value != known.case.value:
        yield Difference("case", iri, giver, (number, item.case.value, known.case.value), _at(notes, item.case))
    yield from _of_decisions(notes, index, number, giver)
    yield from _of_attachments(notes, index, known, giver)


def _of_decisions(notes: Notes, index: int, number: str, giver: str) -> Iterator[Difference]:
    """Decisions of the meeting itself; that an agenda has none is as it should be."""
    assert notes.before is not None  # noqa: S101
    iri, mine = notes.item(index), [each for each in notes.record.findings.decisions if each.item == index]
    for decision in mine:
        at = notes.evidence(decision.start, decision.end, "difference")
        given = notes.given(decision)
        nearest = next((each for each in given if alike(each.text, decision.text)), given[0] if given else None)
        taker = notes.before.said_by.get(notes.decision_iri(decision), giver)
        if nearest is None:
            if not decision.quoted:
                yield Difference("decision-here", iri, giver, (number, decision.text), at)
        elif not alike(nearest.text, decision.text):
            yield Difference("decision", iri, taker, (number, decision.text, nearest.text), at)
        elif _outcomes(nearest) != _outcomes(decision):
            yield Difference("outcome", iri, taker, (number, decision.text, nearest.text), at)
    theirs = [each for each in notes.known_decisions(index) if not each.quoted]
    if theirs and not mine and notes.record.meeting.kind == "minutes":
        yield Difference("decision-there", iri, giver, (number, theirs[0].text))


def _outcomes(decision: Decision) -> set[str]:
    parts = (each for part in decision.parts for each in part.outcomes)
    return {each.notation for each in (*decision.outcomes, *parts)}


def _of_attachments(notes: Notes, index: int, known: AgendaItem, giver: str) -> Iterator[Difference]:
    """Attachments that one document lists and the other does not, where both list attachments at all."""
    assert notes.before is not None  # noqa: S101
    both = (notes.record, notes.before.record)
    if not all(any(item.attachments for item in record.meeting.items) for record in both):
        return
    item, iri, number = notes.record.meeting.items[index], notes.item(index), str(known.number)
    places = [notes.alignment.attachments[index, k] for k in range(len(item.attachments))]
    for text, (_, there) in zip(item.attachments, places, strict=True):
        if not there:
            yield Difference("attachment-here", iri, giver, (number, text.value), _at(notes, text))
    found = {place for place, there in places if there}
    for place, text in enumerate(known.attachments, 1):
        if place not in found and not item.closed:
            lister = notes.before.said_by[f"{iri}/attachment/{place}"]
            yield Difference("attachment-there", iri, lister, (number, text.value))


def _of_agenda(notes: Notes) -> Iterator[Difference]:
    """Items that only one document has. A supplementary agenda has only what came late, and says so."""
    assert notes.before is not None  # noqa: S101
    meeting, leading = notes.record.meeting, notes.alignment.leading
    extra = any(word in f"{notes.record.path} {notes.record.text[:400]}".casefold() for word in _EXTRA)
    for index, item in enumerate(meeting.items):
        if leading[index] < 0 and not (extra and notes.before.record.meeting.kind == "agenda"):
            giver = notes.before.record.sha256
            said = (str(item.number), item.title.value)
            yield Difference("item-here", notes.item(index), giver, said, _at(notes, item.title))
    rule = "item-added" if meeting.kind == "agenda" else "item-there"
    for place, known in enumerate(notes.before.record.meeting.items if not extra else ()):
        if place not in leading:
            said = (str(known.number), known.title.value)
            yield Difference(rule, notes.before.items[place], notes.before.givers[place], said)
