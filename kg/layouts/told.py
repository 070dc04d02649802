"""Decisions that stand without a caption: the minutes of boards and networks, whose points are free text."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from kg.layouts.absence import split_absence
from kg.layouts.draft import Draft
from kg.layouts.header import Header
from kg.model.minutes import AgendaItem, Section
from kg.model.source import Text

_DONE = r"(?:godkendt|tiltrådt|vedtaget|taget\ til|udsat|udgår|udgik|drøftet|afvist|forkastet|bevilget|imødekommet)\b"
# What opens a paragraph that says what was decided, and not what was to be or had been.
_OPENS = re.compile(
    rf"""[ \t]*(?:[-·•*–][ \t]+)?(?:
      (?:godkendt|vedtaget|tiltrådt|drøftet|udsat|udgår|udgået|udgik|afvist|forkastet|bevilget|imødekommet|anbefale[ts]
        |taget\ til\ \w+ning)
        (?!\ (?:af|i|den|ved|senest)\b)(?=[ \t]*(?:[.,!]|$)|\ \w)
      |(?:dagsordenen?|referate[rt](?:ne)?|protokollen|(?:års)?(?:budgettet|regnskabet|rapporten|beretningen)
        |indstillingen|forslaget|ansøgningen|punktet|sagen|orienteringen|mødeplanen|vedtægterne)
        (?:(?!\b(?:skal|kan|bør|vil|ikke|tidligere|når|hvis)\b)[^.:\n]){{0,90}}?\b{_DONE}
      |(?:(?:det|der)\ (?:blev|er)\ (?:\w+\ )?(?:besluttet|vedtaget|aftalt)|der\ var\ enighed\ om)\b
      |(?:\w*(?:bestyrelsen|udvalget|rådet|gruppen|forsamlingen|netværket)|direktionen)\ (?:\w+\ ){{0,2}}?
        (?:godkendte|besluttede|vedtog|tiltrådte|tog|drøftede|bevilgede|valgte|udsatte|afviste|anbefalede)\b
    )""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_IS_MINUTES = re.compile(r"referat|protokol|beslutning", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:tidligere|sidste\ år|(?:på|i)\ (?:sit|mødet?|sidste)\b)", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.\n]{0,300}")


def with_told(draft: Draft, header: Header, items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items of minutes in which no caption heads a decision: where a point's free text comes to a paragraph that
    decides, its rest is the decision. Items of other documents are as they were.
    """
    kinds = {section.kind for item in items for section in item.sections}
    head = draft.plain[: items[0].start] if items else ""
    if "decision" in kinds or not (header.body or header.date) or not _IS_MINUTES.search(head):
        return tuple(items)
    return tuple(
        msgspec.structs.replace(item, sections=tuple(_told(draft, item.sections))) if item.sections else item
        for item in items
    )


def _told(draft: Draft, sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        start = _opens(draft, section) if section.kind == "lead" else section.end
        if start >= section.end:
            yield section
            continue
        if draft.plain[section.start : start].strip():
            yield msgspec.structs.replace(section, end=start)
        yield from split_absence(draft, Section("decision", Text("", start, start), start, section.end))


def _opens(draft: Draft, section: Section) -> int:
    """Where the first line of a section begins that decides; its end if none does."""
    for line in draft.lines_in(section.start, section.end):
        start = max(line.start, section.start)
        sentence = _SENTENCE.match(draft.plain, start, section.end)
        if _OPENS.match(draft.plain, start, section.end) and not (sentence and _BEFORE.search(sentence[0])):
            return start
    return section.end
