"""Decisions (*beslutninger*), their parts, outcomes and referrals; also those quoted from an earlier treatment."""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

import msgspec

from kg.danish.markup import fold
from kg.extract.asides import Aside, find_asides, without
from kg.extract.outcomes import find_outcomes
from kg.extract.parts import find_parts
from kg.extract.places import within
from kg.extract.reading import Reading
from kg.extract.votes import find_remarks, find_reserved, find_votes, outcome_of
from kg.model.finding import Decision, Mention, Outcome, Part
from kg.model.minutes import Section

# Between a word of referral and the body that is to act there is a preposition: "skal drøftes i Chefforum", "sendes
# til høring i".
_TO = re.compile(
    r"""\b(?:forelægges|fremlægges|præsenteres|forelægge|i|til|for|på|hos|behandles\ af|forbi|over\ for|overfor
      |ved)\s+(?:(?:en|et|den|det|de|høring|drøftelse|behandling|godkendelse|orientering|evt\.?|eventuelt
        |næste|kommende|et\ kommende|møde|mødet|i|for|hos|medlemmerne\ af|videre)\s+)*$""",
    re.IGNORECASE | re.VERBOSE,
)
# "til Økonomiudvalget og Byrådet": what is said to one is said to the next.
_AND = re.compile(r"\s*(?:,|,?\s(?:og|samt))\s+(?:(?:til|for|i)\s+)?")
# "i henhold til beslutning i Byrådets møde": where it was decided, and not who is to act.
_DECIDED_IN = re.compile(
    r"\b(?:henhold\s+til|jf\.?|jævnfør|følge\s+af|efter)\s+(?:\w+\s+)?beslutning(?:en)?\s+(?:i|på|fra|af)\s+$",
    re.IGNORECASE,
)
# "punkt 3 »Sager til orientering«": a title says nothing of what was decided.
_TITLED = re.compile(
    r"""(?:\b(?:punkt|pkt\.?|sag)\s+(?:nr\.?\s*)?\d{1,4}|\b(?:notat|bilag|rapport|dokument)(?:et|en)?)
      ,?\s+(?P<title>[”"»“][^”"»«“\n]{1,300}[”"«“])""",
    re.VERBOSE,
)
_GETS = re.compile(r"\s+(?:får|skal have) (?:sagen|den|punktet|forslaget)\b")
_REFERRING = ("referred", "returned", "recommended", "postponed")


def find_decisions(reading: Reading, agents: Sequence[Mention]) -> Iterator[Decision]:
    """The decisions of all open items; `agents` are the document's mentions, in order of place."""
    sections = [
        (index, section, find_asides(reading, section.start, section.end))
        for index, item in enumerate(reading.meeting.items)
        for section in item.sections
        if section.kind == "decision"
    ]
    asides = sorted((aside for _, _, found in sections for aside in found), key=attrgetter("start"))
    lower = _TITLED.sub(_untitled, without(reading.lower, asides))
    quiet = msgspec.structs.replace(reading, plain=without(reading.plain, asides), lower=lower)
    for index, section, found in sections:
        decision = _decision(reading, quiet, index, section, found, agents)
        if decision:
            yield decision


def _untitled(found: re.Match[str]) -> str:
    return found[0][: found.start("title") - found.start()] + " " * len(found["title"])


def _decision(
    reading: Reading,
    quiet: Reading,
    index: int,
    section: Section,
    asides: tuple[Aside, ...],
    agents: Sequence[Mention],
) -> Decision | None:
    """A decision. Its outcomes and parts are those of `quiet`: the document without what stands beside decisions."""
    start, end = _bounds(reading.plain, section.start, section.end, asides)
    text = fold(reading.plain[start:end])
    if not text:
        return None
    own = reading.meeting.date or ""
    date = section.date or own
    body = section.body.value if section.body else (reading.meeting.body.value if reading.meeting.body else "")
    parts = _parts(reading, quiet, start, end, agents)
    votes = find_votes(reading, index, start, end, [aside for aside in asides if aside.kind in {"remark", "amendment"}])
    outcomes = _outcomes(quiet, start, end, parts)
    voted = outcome_of(reading.plain, votes)
    if voted and all(each.notation == "decided" and each.end - each.start >= len(text) // 2 for each in outcomes):
        outcomes = (voted,)
    return Decision(
        index, body, date, text, start, end, "decision-section", date != own, outcomes,
        find_referrals(quiet, start, end, outcomes, agents), parts, votes,
        (*find_remarks(reading, index, asides), *find_reserved(quiet, index, start, end)),
    )  # fmt: skip


def _bounds(plain: str, start: int, end: int, asides: tuple[Aside, ...]) -> tuple[int, int]:
    """The decision without white space around it and without the lines at its end that say who was absent."""
    behind = end
    for aside in reversed(asides):
        if aside.kind != "absence" or plain[aside.end : behind].strip():
            break
        behind = aside.start
        if _begins_line(plain, aside.start, start):
            end = aside.start
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    return start, end


def _begins_line(plain: str, place: int, start: int) -> bool:
    """Whether only white space stands before `place` on its line, or in the decision that begins at `start`."""
    return not plain[max(start, plain.rfind("\n", 0, place)) : place].strip()


def _parts(reading: Reading, quiet: Reading, start: int, end: int, agents: Sequence[Mention]) -> tuple[Part, ...]:
    parts = []
    for position, piece in enumerate(find_parts(quiet, start, end, headed=True), 1):
        outcomes = find_outcomes(quiet.lower, piece.start, piece.end)
        referrals = find_referrals(quiet, piece.start, piece.end, outcomes, agents)
        text = fold(reading.plain[piece.start : piece.end])
        parts.append(Part(position, fold(piece.heading), text, piece.start, piece.end, outcomes, referrals))
    return tuple(parts)


def _outcomes(reading: Reading, start: int, end: int, parts: tuple[Part, ...]) -> tuple[Outcome, ...]:
    """A decision's outcomes: those of its text as a whole, and those of its parts; `decided` only where nothing else is
    said.
    """
    found: dict[str, Outcome] = {}
    if parts:
        found.update(
            (outcome.notation, outcome)
            for outcome in find_outcomes(reading.lower, start, parts[0].start)
            if outcome.notation != "decided"
        )
        for part in parts:
            for outcome in part.outcomes:
                found.setdefault(outcome.notation, outcome)
        if len(found) > 1:
            found.pop("decided", None)
        return tuple(found.values())
    return find_outcomes(reading.lower, start, end)


def find_referrals(
    reading: Reading, start: int, end: int, outcomes: tuple[Outcome, ...], agents: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Whom a decision refers its case to: bodies and units in the sentences whose words refer, return or recommend."""
    referrals: dict[str, Mention] = {}
    for outcome in outcomes:
        if outcome.notation not in _REFERRING[:3]:
            continue
        first, last = reading.sentence(outcome.start)
        first, last = max(first, start), min(last, end)
        past = -1
        for agent in within(agents, first, last):
            if agent.kind in {"body", "unit", "abbreviation"} and (
                agent.start >= outcome.start or _GETS.match(reading.lower, agent.end)
            ):
                before = reading.plain[max(first, agent.start - 60) : agent.start]
                if _DECIDED_IN.search(before):
                    continue
                joined = past >= 0 and _AND.fullmatch(reading.plain, past, agent.start)
                if joined or _TO.search(before) or _GETS.match(reading.lower, agent.end):
                    past = agent.end
                    referrals.setdefault(agent.name, agent)
    return tuple(referrals.values())
