"""Recommendations (*indstillinger*): their words, their parts and who makes them."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from kg.danish.markup import fold
from kg.extract.parts import find_parts
from kg.extract.places import Ranges, within
from kg.extract.reading import Reading
from kg.extract.receivers import find_receivers
from kg.model.finding import Mention, Part, Recommendation

_VERB = r"\b(?:indstiller|foreslår|anbefaler|indstillede|anmoder|beder)\b"
# "Økonomi og Personale indstiller, at": a subject that no other rule knows, at the head of the recommendation.
_SUBJECT = re.compile(rf"\s*(?P<subject>[A-ZÆØÅ][^.:;\n]{{1,90}}?)\s+(?:{_VERB})")
_CLAUSE = re.compile(r"\s*+(?![-–·•*]|\d+[.)]|[Aa]t\b)(?:(?![,:]|\n\s*\n|\n\s*[-–·•*\d]|\bat\b|\bom\b).)+", re.DOTALL)
_ADDRESSED = re.compile(r"\b(?:til|over for|overfor|for|i|hos|på|med)\s+(?:den |det )?$", re.I)
_PROPOSERS = {"unit", "person", "director", "abbreviation"}
_BODIES = {"body"}
_NOBODY = re.compile(r"^(?:det|der|at|herved|hermed|på baggrund|med|derfor|som|sagen|i |den )\b", re.I)
_ADMINISTRATION = re.compile(
    r"^(?:(?:kommunens |regionens )?administration(?:en)?|forvaltningen|den administrative ledelse)$", re.I
)
_WORDS = re.compile(
    r"""^[A-ZÆØÅ][\wæøå-]*(?:(?:,|,?\ og|,?\ samt|\ &|\ for|\ i|\ af)?\ [A-ZÆØÅ][\wæøå-]*)*
    (?:\ (?:og|for|af|i|samt)\ [a-zæøå]{3,}|\ [a-zæøå-]{3,}){0,3}$""",
    re.VERBOSE,
)
# A post that one person holds, named in place of the person.
_POST = re.compile(
    r"^(?:[A-ZÆØÅ][a-zæøå]+-(?:, [a-zæøå]+-)*,? og )?"
    r"[A-ZÆØÅ]?\w*(?:formanden|lederen|direktøren|chefen|mesteren|rektor|inspektøren|rådmanden)$",
    re.I,
)
_ANY_BODY = re.compile(
    r"^(?:fag|under)?(?:udvalget|rådet|bestyrelsen|gruppen|forsamlingen|mødet|kommunen|regionen|vi|man)$", re.I
)
_SPEAKS = re.compile(rf"\s+{_VERB}")


def find_recommendations(reading: Reading, agents: Sequence[Mention]) -> Iterator[Recommendation]:
    """The recommendations of all open items; `agents` are the document's mentions with their relations."""
    for index, item in enumerate(reading.meeting.items):
        for section in item.sections:
            if section.kind != "recommendation":
                continue
            text = fold(reading.plain[section.start : section.end])
            if text:
                start, end = _trim(reading.plain, section.start, section.end)
                parts = tuple(
                    Part(
                        place, fold(piece.heading), fold(reading.plain[piece.start : piece.end]), piece.start, piece.end
                    )
                    for place, piece in enumerate(find_parts(reading, start, end, headed=False), 1)
                )
                named = within(agents, section.caption.start, end)
                makers = tuple(agent for agent in named if agent.relation == "proposedBy")
                receivers = find_receivers(reading.plain, start, end, named)
                yield Recommendation(index, text, start, end, "recommendation-section", makers, parts, receivers)


def find_subjects(reading: Reading, known: Sequence[Mention]) -> Iterator[Mention]:
    """Who recommends, where the sentence alone shows it: *Administrationen*, a body, or an ordinary name."""
    for index, item in enumerate(reading.meeting.items):
        for section in item.sections:
            if section.kind != "recommendation":
                continue
            caption = section.caption
            found = _SUBJECT.match(reading.plain, section.start, min(section.end, section.start + 200)) or (
                _SUBJECT.match(reading.plain, caption.start, caption.end) if caption.value else None
            )
            if found:
                yield from _subject(index, found, known)


def with_proposers(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """The same mentions, those in the first clause of a recommendation as who proposes, however it is worded.

    "VEC og BYC anmoder Direktionen om", "Fra VEC's side foreslås", "Det anbefales af VEC, at": whom it is put to has a
    preposition of direction before it, and what follows *at* is what is proposed.
    """
    clauses = Ranges(
        (found.start(), min(found.end(), _first_sentence(reading, found.start())))
        for item in reading.meeting.items
        for section in item.sections
        if section.kind == "recommendation"
        and (found := _CLAUSE.match(reading.plain, section.start, min(section.end, section.start + 250)))
    )
    captions = Ranges(
        (section.caption.start, section.caption.end)
        for item in reading.meeting.items
        for section in item.sections
        if section.kind == "recommendation"
    )
    return [
        msgspec.structs.replace(mention, relation="proposedBy")
        if (mention.kind in _BODIES and _speaks(reading, mention, clauses))
        or (mention.kind in _PROPOSERS | _BODIES and captions.around(mention.start))
        or (
            mention.kind in _PROPOSERS
            and clauses.around(mention.start)
            and not _ADDRESSED.search(reading.plain[max(0, mention.start - 12) : mention.start])
        )
        else mention
        for mention in mentions
    ]


def _speaks(reading: Reading, mention: Mention, clauses: Ranges) -> bool:
    """Whether a body is the subject of a recommendation: "Magistraten indstiller, at"."""
    clause = clauses.around(mention.start)
    first = clause is not None and not reading.plain[clause[0] : mention.start].strip()
    return first and bool(_SPEAKS.match(reading.plain, mention.end))


def _first_sentence(reading: Reading, start: int) -> int:
    """The end of the sentence that begins at or behind `start`."""
    while start < len(reading.plain) and reading.plain[start].isspace():
        start += 1
    return reading.sentence(start)[1]


def _subject(index: int, found: re.Match[str], known: Sequence[Mention]) -> Iterator[Mention]:
    start, end = found.span("subject")
    name = " ".join(found["subject"].split())
    if _NOBODY.match(name) or _ANY_BODY.match(name):
        return
    if _POST.match(name) and not within(known, start, end):
        yield Mention(index, "person", name, start, end, "recommendation-subject", "proposedBy", 0.8)
        return
    if _ADMINISTRATION.match(name):
        yield Mention(index, "organisation", name, start, end, "recommendation-subject", "proposedBy")
    elif not within(known, start, end) and _WORDS.match(name):
        yield Mention(index, "unit", name, start, end, "recommendation-subject", "proposedBy", 0.8)


def _trim(plain: str, start: int, end: int) -> tuple[int, int]:
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    return start, end
