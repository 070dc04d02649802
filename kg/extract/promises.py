"""Tasks in running text: names in brackets behind a topic, and what a decision or a plan orders someone to do."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

import msgspec

from kg.danish.markup import fold
from kg.extract.abbreviations import NOT_NAMES
from kg.extract.asides import find_asides
from kg.extract.places import Ranges, find_literals, matches
from kg.extract.reading import Reading
from kg.extract.reminders import in_brackets
from kg.model.finding import Mention, Task
from kg.model.minutes import AgendaItem

_TOPIC_LINE = re.compile(
    r"""[ \t]*(?:[-·•*–]
      |\d{1,2}[.)])[ \t]+(?P<topic>[^\r\n]{3,140}?)[ \t]*\((?P<who>[^()\r\n]{2,40})\)[ \t]*\.?[ \t]*$""",
    re.MULTILINE | re.VERBOSE,
)
_BRACKET = re.compile(r"\(([^()\r\n]{2,40})\)")
# Somebody is to do something: the agent stands before the verb, or after it where the sentence is turned round.
_WILL_DO = re.compile(
    r"""\b(?:arbejder\b.{0,40}\bvidere|sørger\ for|vil\ (?:\w+\ ){0,2}(?:udarbejde|fremlægge|undersøge|indkalde
        |orientere|følge\ op|kontakte|afklare|præsentere|tage\ kontakt|vende\ tilbage|igangsætte|forelægge
        |udsende|indhente)|skal\ (?:\w+\ ){0,2}(?:udarbejde|fremlægge|undersøge|indkalde|orientere|følge\ op
        |kontakte|afklare|præsentere|vende\ tilbage|forelægge|udsende|indhente|sikre|beregne|beskrive
        |kvalificere)|følger\ op|undersøger|indkalder|vender\ tilbage|udarbejder|fremlægger|afklarer|udsender
      |indhenter|tager\ kontakt|kontakter|orienterer\ (?!blev)|koordinerer|igangsætter|er\ tovholder
      |har\ ansvaret\ for)\b""",
    re.VERBOSE,
)
_ORDERED = re.compile(
    r"""\b(?:efterspurgte|efterspørger|bestilte|anmodede\ om|anmoder\ om|bad\ om|beder|bad|bedes|ønskede|ønsker
      |ønskes|pålagde|pålægges|anmodes|der\ (?:udarbejdes|skal\ udarbejdes|laves|indkaldes|igangsættes
        |fremlægges|følges\ op|arbejdes\ videre|nedsættes|indhentes)|(?:udarbejdes|sendes\ efterfølgende
        |fremsendes|overrækkes|inviteres|tilrettes|suppleres|afleverer|gives\ på\ mødet|samles|aftaler
        |flyttes\ til|eftersendes|indarbejdes|undersøges|afklares|følges\ op|præciseres|arbejdes\ videre
        |forelægges\ igen|genforelægges)|skal\ udbygges|skal\ (?:suppleres|regnes|udarbejdes|præciseres
        |undersøges|afklares|tydeliggøres|justeres|kvalificeres|tilrettes))\b""",
    re.VERBOSE,
)
_ANNOUNCED = re.compile(r"der (?<=\bder )(?:udarbejdes|laves|indkaldes til|følges op|arbejdes videre) ")
_DEADLINE = re.compile(
    r"""\b(?:skal\ (?:foreligge|være\ (?:klar|færdig)\w*|afleveres|fremsendes|sendes|forelægges|godkendes
        |fremlægges)|vil\ (?:\w+\ ){0,3}blive\ (?:forelagt|fremlagt)|forelægges|fremlægges|afleveres|sendes)\b""",
    re.VERBOSE,
)
# What is put on record about a vote or an opinion gives nobody anything to do.
_ON_RECORD = re.compile(r"\b(?:til(?:ført)? (?:protokollen|referatet)|stemte|undlod at stemme|stemmer (?:for|imod))\b")
# A decision that sends its case on has done so itself.
_FORWARDED = re.compile(r"\s*(?:frem|over|videre)send(?:es|t)\s+til\b")
_FORMER = re.compile(r"\b(?:blev|har været|tidligere|havde|skulle|i 20[01]\d|kan (?:evt|f|eventuelt)|med fordel)\b")
# In a decision, whoever is the subject of a verb in the present tense has been given something to do; these verbs
# give nothing.
_PRESENT = re.compile(
    r"""(?:\s*\([^)]{1,20}\))?\s+(?:(?!er\b|var\b|blev\b|har\b|eller\b|efter\b|over\b|under\b|for\b|får\b|kender\b
        |mener\b|finder\b|vurderer\b|støtter\b|deltager\b|indstiller\b|anbefaler\b|konstaterer\b|afventer\b
        |mangler\b)[a-zæøå]+er\b|skal\b|vil\b|går\b|tager\b|gør\b|står\b|ser\ på\b|får\ til\ opgave\b)""",
    re.VERBOSE,
)
_TURNED = re.compile(r"\b(?:[a-zæøå]{3,}er|skal|vil)\s+$")
_NO_OBJECT = re.compile(r"\s+(?:til|i|om|ikke)\b")
_ASKED = re.compile(r"\b(?:bad|beder|anmodede|anmoder|pålagde|opfordrede|opfordrer)\s+$")
_ASSIGNED = re.compile(r"\b(?:[a-zæøå]{3,}(?:es|s)|ansvaret lægges|forankres) (?:\w+ )?(?:af|hos|i)\s+$")
_BEHIND_VERB = 60
_SHORT_TABLE = 8
_MOST_ELSEWHERE = 2
_LONGEST_TITLE = 160
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+")
_start = attrgetter("start")
_AND = re.compile(r"\s*(?:,|og|samt|/)\s*")
_ACTORS = {"unit", "abbreviation", "person", "director"}
_ANNOUNCING = {"announcement", "process", "background"}
_NOT_HERE = {"attachments", "recommendation", "history", "lead"}


def find_bracketed(reading: Reading) -> Iterator[tuple[Task, tuple[Mention, ...]]]:
    """Tasks given as a list of topics, each with a name in brackets: "Velkomst (Lars)"; and the agents named."""
    for hit in matches(_TOPIC_LINE, reading.plain, _lines_with_bracket(reading.plain)):
        index = reading.item_at(hit.start())
        if index < 0 or _section_kind(reading, index, hit.start()) in _NOT_HERE - {"lead"} or hit["who"] in NOT_NAMES:
            continue
        bracket = _BRACKET.search(reading.plain, hit.start("who") - 1)
        agents = tuple(in_brackets(reading, index, bracket)) if bracket else ()
        people = [found for found in agents if found.kind == "person" or len(found.name) < 4]
        if agents and len(people) == len(agents):
            yield (
                Task(
                    index,
                    fold(hit["topic"]),
                    hit.start("topic"),
                    hit.end("who") + 1,
                    "name-in-brackets",
                    responsible=agents,
                ),
                agents,
            )


def _lines_with_bracket(plain: str) -> list[int]:
    """Where the lines begin in which a bracket stands."""
    return sorted({plain.rfind("\n", 0, place) + 1 for place in find_literals(plain, ("(",))})


def _section_kind(reading: Reading, index: int, offset: int) -> str:
    section = reading.section_at(reading.meeting.items[index], offset)
    return section.kind if section else "lead"


class _Sentence(msgspec.Struct, frozen=True):
    """A sentence of an item: the kind of its section, the units and people that it names, and the day that it gives."""

    item: int
    section: str
    start: int
    end: int
    agents: Sequence[Mention]
    due: str


def find_promises(reading: Reading, agents: Sequence[Mention]) -> Iterator[Task]:
    """What sentences order.

    In decisions all of it; elsewhere only what names who is to act and when, and what is announced.
    """
    actors = [agent for agent in agents if agent.kind in _ACTORS]
    for index, item in enumerate(reading.meeting.items):
        if item.closed or _is_list(item):
            continue
        elsewhere = []
        for sentence in _sentences(reading, index, item, actors):
            task = _promise(reading, sentence)
            if task and sentence.section == "decision":
                yield task
            elif task:
                elsewhere.append(task)
        elsewhere.sort(key=lambda task: (-task.confidence, task.start))
        yield from sorted(elsewhere[:_MOST_ELSEWHERE], key=lambda task: task.start)


def _sentences(reading: Reading, index: int, item: AgendaItem, actors: list[Mention]) -> Iterator[_Sentence]:
    for section in item.sections:
        if section.kind not in _NOT_HERE:
            asides = Ranges(
                (aside.start, aside.end)
                for aside in (find_asides(reading, section.start, section.end) if section.kind == "decision" else ())
            )
            for start, end in reading.sentences(section.start, section.end):
                if asides.around(start) or _FORWARDED.match(reading.lower, start, end):
                    continue
                first, last = (bisect_left(actors, offset, key=_start) for offset in (start, end))
                yield _Sentence(index, section.kind, start, end, actors[first:last], _due(reading, start, end))


def _is_list(item: AgendaItem) -> bool:
    """Whether an item is a *huskeliste*: its tasks are rows, which other rules read."""
    wide = any(len(table.rows[0]) >= 3 for table in item.tables)
    return wide and any(len(table.rows) > _SHORT_TABLE for table in item.tables)


def _promise(reading: Reading, sentence: _Sentence) -> Task | None:
    """The task that a sentence gives, if any."""
    start, end, kind = sentence.start, sentence.end, sentence.section
    if _ON_RECORD.search(reading.lower, start, end):
        return None
    actors = _doing(reading, sentence)
    certain = kind == "decision" or sentence.due or (actors and actors[0].relation == "responsible")
    if actors and certain and not _FORMER.search(reading.lower, start, end):
        return _task(reading, sentence, "will-do", actors, 0.9 if sentence.due else 0.8)
    if kind == "decision":
        return _ordered(reading, sentence, actors)
    if sentence.due and _DEADLINE.search(reading.lower, start, end):
        return _task(reading, sentence, "deadline", _acting(sentence.agents), 0.7)
    announced = kind in _ANNOUNCING and _ANNOUNCED.search(reading.lower, start, end)
    if announced and not _FORMER.search(reading.lower, start, end):
        return _task(reading, sentence, "announced", _acting(sentence.agents), 0.6)
    return None


def _doing(reading: Reading, sentence: _Sentence) -> tuple[Mention, ...]:
    """Those of a sentence's agents who stand before or just behind a verb by which someone is to do something."""
    doing = _WILL_DO.search(reading.lower, sentence.start, sentence.end) if sentence.agents else None
    if not doing:
        return ()
    return tuple(
        agent
        for agent in sentence.agents
        if agent.start - _BEHIND_VERB < doing.end() and agent.rule != "abbreviation-bare"
    )


def _ordered(reading: Reading, sentence: _Sentence, actors: tuple[Mention, ...]) -> Task | None:
    """The task that a decision's sentence gives to someone, or to nobody in particular."""
    told = _told(reading, sentence.agents)
    if told:
        return _task(reading, sentence, "told", told, 0.8)
    due = sentence.due and _DEADLINE.search(reading.lower, sentence.start, sentence.end)
    if due or _ORDERED.search(reading.lower, sentence.start, sentence.end):
        return _task(reading, sentence, "ordered", actors or _acting(sentence.agents), 0.7)
    return None


def _told(reading: Reading, agents: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those whom a decision's sentence gives something to do.

    Subjects of a verb, those who are asked, those by whom something is to be done, and those named beside one of these.
    """
    told: list[Mention] = []
    for place, agent in enumerate(agents):
        beside = bool(told) and told[-1] is agents[place - 1] and _joined(reading, agents[place - 1], agent)
        following = agents[place + 1] if place + 1 < len(agents) else agent
        last = following if _joined(reading, agent, following) else agent
        if beside or _is_told(reading.plain, agent.start, last.end):
            told.append(agent)
    return tuple(told)


def _joined(reading: Reading, first: Mention, second: Mention) -> bool:
    return bool(_AND.fullmatch(reading.plain, first.end, second.start))


def _is_told(plain: str, start: int, end: int) -> bool:
    if _PRESENT.match(plain, end):
        return True
    before = plain[max(0, start - 40) : start]
    if _ASKED.search(before) or _ASSIGNED.search(before):
        return True
    return bool(_TURNED.search(before)) and not _NO_OBJECT.match(plain, end, end + 8)


def _acting(agents: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(agent for agent in agents if agent.relation in {"responsible", "preparedBy"})


def _task(reading: Reading, sentence: _Sentence, rule: str, who: Sequence[Mention], confidence: float) -> Task:
    start, end = sentence.start, sentence.end
    while start < end and (reading.plain[start].isspace() or reading.plain[start] in "-·•*"):
        start += 1
    while end > start and reading.plain[end - 1].isspace():
        end -= 1
    title = _NUMBER.sub("", fold(reading.plain[start:end]))
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    unique = tuple({agent.name: agent for agent in who}.values())
    return Task(sentence.item, title, start, end, rule, sentence.due, "", unique, confidence)


def _due(reading: Reading, start: int, end: int) -> str:
    """The first day or month of a sentence that lies after the meeting."""
    for found in reading.dates_in(start, end):
        if (
            found.precision != "year"
            and not found.vague
            and found.rule not in {"range-end", "day-month"}
            and found.iso > (reading.meeting.date or "")
        ):
            return found.iso
    return ""
