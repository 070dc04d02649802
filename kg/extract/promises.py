"""Tasks in running text: names in brackets behind a topic, and what a decision or a plan orders someone to do."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.danish.markup import fold
from kg.extract.abbreviations import NOT_NAMES
from kg.extract.places import find_literals, matches
from kg.extract.reading import Reading
from kg.extract.reminders import in_brackets
from kg.model.finding import Mention, Task
from kg.model.minutes import AgendaItem, Section

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
_MOST_ELSEWHERE = 2
_LONGEST_TITLE = 160
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+")
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


def find_promises(reading: Reading, agents: Sequence[Mention]) -> Iterator[Task]:
    """What sentences order: in decisions all of it, elsewhere only what names who is to act and when, and what is
    announced.
    """
    actors = [agent for agent in agents if agent.kind in _ACTORS]
    starts = [agent.start for agent in actors]
    for index, item in enumerate(reading.meeting.items):
        if item.closed or (any(table.rows and len(table.rows) > 8 for table in item.tables) and _is_list(item)):
            continue
        elsewhere = []
        for section in item.sections:
            if section.kind in _NOT_HERE:
                continue
            for start, end in reading.sentences(section.start, section.end):
                inside = _inside(actors, starts, start, end)
                task = _promise(reading, index, section, inside, start, end)
                if task and section.kind == "decision":
                    yield task
                elif task:
                    elsewhere.append(task)
        elsewhere.sort(key=lambda task: (-task.confidence, task.start))
        yield from sorted(elsewhere[:_MOST_ELSEWHERE], key=lambda task: task.start)


def _is_list(item: AgendaItem) -> bool:
    return any(len(row) >= 3 for table in item.tables for row in table.rows[:1])


def _inside(actors: list[Mention], starts: list[int], start: int, end: int) -> list[Mention]:
    return actors[bisect_left(starts, start) : bisect_left(starts, end)]


def _promise(
    reading: Reading, index: int, section: Section, inside: list[Mention], start: int, end: int
) -> Task | None:
    """The task that a sentence gives, if any; `inside` are the units and people that it names."""
    due = _due(reading, start, end)
    decided = section.kind == "decision"
    if inside:
        actors = _doing(reading, inside, start, end)
        if (
            actors
            and (decided or due or actors[0].relation == "responsible")
            and not _FORMER.search(reading.lower, start, end)
        ):
            return _task(reading, index, start, end, "will-do", due, actors, 0.9 if due else 0.8)
    else:
        actors = ()
    if decided:
        return _ordered(reading, index, inside, actors, due, start, end)
    if due and due > (reading.meeting.date or "") and _DEADLINE.search(reading.lower, start, end):
        return _task(reading, index, start, end, "deadline", due, _acting(inside), 0.7)
    if (
        section.kind in _ANNOUNCING
        and _ANNOUNCED.search(reading.lower, start, end)
        and not _FORMER.search(reading.lower, start, end)
    ):
        return _task(reading, index, start, end, "announced", due, _acting(inside), 0.6)
    return None


def _doing(reading: Reading, inside: list[Mention], start: int, end: int) -> tuple[Mention, ...]:
    """Those of a sentence's agents who stand before or just behind a verb by which someone is to do something."""
    doing = _WILL_DO.search(reading.lower, start, end)
    if not doing:
        return ()
    return tuple(
        agent
        for agent in inside
        if agent.start - 60 < doing.end() and not (agent.kind == "abbreviation" and agent.rule.endswith("bare"))
    )


def _ordered(
    reading: Reading, index: int, inside: list[Mention], actors: tuple[Mention, ...], due: str, start: int, end: int
) -> Task | None:
    told = _told(reading, inside)
    if told:
        return _task(reading, index, start, end, "told", due, told, 0.8)
    if _ORDERED.search(reading.lower, start, end):
        return _task(reading, index, start, end, "ordered", due, actors or _acting(inside), 0.7)
    return None


def _told(reading: Reading, agents: list[Mention]) -> tuple[Mention, ...]:
    """Those whom a decision's sentence gives something to do: subjects of a verb, those asked, and those by whom it is
    to be done.
    """
    told: list[Mention] = []
    for place, agent in enumerate(agents):
        last = (
            agents[place + 1]
            if place + 1 < len(agents) and _AND.fullmatch(reading.plain, agent.end, agents[place + 1].start)
            else agent
        )
        before = reading.plain[max(0, agent.start - 40) : agent.start]
        joined = (
            bool(told)
            and told[-1] is agents[place - 1]
            and bool(_AND.fullmatch(reading.plain, agents[place - 1].end, agent.start))
        )
        if (
            joined
            or _PRESENT.match(reading.plain, last.end)
            or _ASKED.search(before)
            or _ASSIGNED.search(before)
            or (_TURNED.search(before) and not _NO_OBJECT.match(reading.plain, last.end, last.end + 8))
        ):
            told.append(agent)
    return tuple(told)


def _acting(agents: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(agent for agent in agents if agent.relation in {"responsible", "preparedBy"})


def _task(
    reading: Reading, index: int, start: int, end: int, rule: str, due: str, who: tuple[Mention, ...], confidence: float
) -> Task:
    while start < end and (reading.plain[start].isspace() or reading.plain[start] in "-·•*"):
        start += 1
    while end > start and reading.plain[end - 1].isspace():
        end -= 1
    title = _NUMBER.sub("", fold(reading.plain[start:end]))
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    unique = tuple({agent.name: agent for agent in who}.values())
    return Task(index, title, start, end, rule, due, "", unique, confidence)


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
