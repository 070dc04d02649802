"""The captioned sections of one point."""

import datetime
import re

import msgspec

from kg.danish.dates import find_dates
from kg.layouts.draft import Draft, piece
from kg.model.minutes import Section
from kg.model.source import Text

_LONGEST = 110
_DECISION = re.compile(r"\b(?:\w*beslutning(?:er|en|erne)?|afgørelse|protokollat)\b", re.I)
# What a decision's caption may say beside the name of the body; anything else makes the line a sentence, not a caption.
_NOISE = re.compile(
    r"""  \b(?:tidligere|endelig|endelige|foreløbig|beslutning(?:er|en|erne)?|afgørelse|protokollat|fra|i|af|for
      |på|den|d\.?|pr\.?|mødet|møde|punkt|pkt\.?|nr\.?|internt|intern|mandag|tirsdag|onsdag|torsdag|fredag
      |kl\.?)\b
    | [\d:().,–-]+""",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE = re.compile(
    r"""\b(?:er|var|blev|bliver|skal|vil|kan|har|at|der|som|drøftes|træffes|træffer|tages|om|til|skulle|indstilles
      |indstiller|foreligger|findes)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_INLINE = {"recommendation", "decision", "attachments", "background", "presentation"}
_IN_NAMES = {"og", "for", "direktionens", "udvalgets", "byrådets", "direktionen", "byrådet", "udvalget"}
_STRONG = {"background", "recommendation", "decision", "presentation"}
# Captions that a decision's own sub-headings use as well.
_WEAK = {"process", "announcement", "consequences", "information", "assessment", "economy", "policy"}


class Caption(msgspec.Struct, frozen=True):
    """A recognised caption: `body_start` is where its section's text begins."""

    kind: str
    text: Text
    body_start: int
    level: int
    body: Text | None = None
    date: str | None = None


def read_caption(draft: Draft, index: int, day: datetime.date, captions: dict[str, str]) -> Caption | None:
    """The caption on line `index`, if it is one. `captions` maps captions in lower case to kinds; `day` is the
    meeting's.
    """
    line = draft.lines[index]
    stripped = line.text.strip()
    if not stripped or stripped[0] in "-·•*|" or "\t" in stripped:
        return None
    head = stripped.rstrip(" :").lower()
    kind = captions.get(head)
    if kind is None and _is_running_text(stripped):
        return None
    if kind:
        return Caption(kind, piece(draft.plain, line.start, line.end), line.end, draft.level(index))
    if ":" in stripped:
        inline = _inline(draft, index, day, captions)
        if inline:
            return inline
    if len(stripped) <= _LONGEST and stripped[-1] not in ".;,?!" and _names_decision(head):
        return _decision(draft, index, line.start, line.end, line.end, day)
    return None


def _is_running_text(line: str) -> bool:
    """Whether a line is surely no caption: without a colon, and too long or ending as a sentence does."""
    return (line[-1] in ".;,?!" or len(line) > _LONGEST) and ":" not in line


def _names_decision(lower: str) -> bool:
    """Whether a word for decision stands in a text. Looked for as letters first: most lines have none."""
    return ("beslutning" in lower or "afgørelse" in lower or "protokollat" in lower) and bool(_DECISION.search(lower))


def _inline(draft: Draft, index: int, day: datetime.date, captions: dict[str, str]) -> Caption | None:
    line = draft.lines[index]
    colon = line.start + line.text.index(":")
    head = draft.plain[line.start : colon].strip()
    kind = captions.get(head.lower())
    if kind in _INLINE and head[:1].isupper():
        return Caption(kind, piece(draft.plain, line.start, colon), colon + 1, draft.level(index))
    if len(head) <= _LONGEST and head[:1].isupper() and _names_decision(head.lower()):
        return _decision(draft, index, line.start, colon, colon + 1, day)
    return None


def _decision(draft: Draft, index: int, start: int, end: int, body_start: int, day: datetime.date) -> Caption | None:
    text = piece(draft.plain, start, end)
    date, bare = None, draft.plain[text.start : text.end]
    for found in find_dates(draft.plain, day, text.start, text.end):
        if found.precision == "day" and date is None:
            date = found.iso
            bare = bare[: found.start - text.start] + " " * (found.end - found.start) + bare[found.end - text.start :]
    if _SENTENCE.search(bare):
        return None
    words = [word for word in _NOISE.sub(lambda noise: " " * len(noise[0]), bare).split() if len(word) > 1]
    if len(words) > 6 or any(word[0].islower() and word not in _IN_NAMES for word in words):
        return None
    body = _body_in(draft, bare, words, text.start)
    return Caption("decision", text, body_start, draft.level(index), body, date)


def _body_in(draft: Draft, bare: str, words: list[str], offset: int) -> Text | None:
    if not words:
        return None
    blank = _NOISE.sub(lambda noise: " " * len(noise[0]), bare)
    start = blank.index(words[0])
    end = blank.rindex(words[-1]) + len(words[-1])
    return piece(draft.plain, offset + start, offset + end)


def read_sections(
    draft: Draft, first: int, last: int, day: datetime.date, captions: dict[str, str]
) -> tuple[Section, ...]:
    """Cut lines `first` to `last` (exclusive) into sections; what stands before the first caption is the `lead`."""
    found: list[Caption] = []
    for index in range(first, last):
        caption = read_caption(draft, index, day, captions)
        if caption and not (found and _inside(found[-1], caption)):
            found.append(caption)
    found = _without_listed(found)
    start = draft.lines[first].start if first < last else len(draft.plain)
    end = draft.lines[last - 1].end if first < last else start
    stop = found[0].text.start if found else end
    sections = [Section("lead", Text("", start, start), start, stop)]
    stops = [*(caption.text.start for caption in found[1:]), end]
    for caption, stop in zip(found, stops, strict=False):
        sections.append(Section(caption.kind, caption.text, caption.body_start, stop, caption.body, caption.date))
    return tuple(
        section for section in sections if section.kind != "lead" or draft.plain[section.start : section.end].strip()
    )


def _without_listed(captions: list[Caption]) -> list[Caption]:
    """The captions without words that are titles in a closing list of attachments (*Tidsplan*): no section of text
    follows there.
    """
    for place, caption in enumerate(captions):
        if caption.kind == "attachments" and not any(each.kind in _STRONG for each in captions[place + 1 :]):
            return captions[: place + 1]
    return captions


def _inside(current: Caption, caption: Caption) -> bool:
    """Whether a caption is a sub-heading of the decision that stands open: a deeper Markdown heading, or a weak word
    without one.
    """
    if current.kind != "decision":
        return False
    if current.level:
        return caption.level == 0 or caption.level > current.level
    return caption.kind in _WEAK
