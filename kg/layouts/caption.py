"""One line as a caption: what section it opens, and for a decision whose it is and when it was made."""

import datetime
import re

import msgspec

from kg.danish.dates import find_dates
from kg.layouts.bodies import bare_body, is_body, is_generic
from kg.layouts.draft import Draft, piece
from kg.model.source import Text

_LONGEST = 110
_WHEN = 30
_DECISION = re.compile(r"\b(?:\w*beslutning(?:er|en|erne)?|afgørelse|protokollat|protokol)\b", re.I)
# What a decision's caption may say beside the name of the body; anything else makes the line a sentence, not a caption.
_NOISE = re.compile(
    r"""  \b(?:tidligere|endelig|endelige|foreløbig|beslutning(?:er|en|erne)?|afgørelse|protokollat|protokol|fra|i
        |af|for
      |på|den|d\.?|pr\.?|mødet|møde|punkt|pkt\.?|nr\.?|internt|intern|mandag|tirsdag|onsdag|torsdag|fredag|lørdag
      |søndag|kl\.?|ordinært|ekstraordinært|åben|åbent|dagsordenens|dagsordenspunkt|sag)\b
    | [\d:().,–-]+""",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE = re.compile(
    r"""\b(?:er|var|blev|bliver|skal|vil|kan|har|at|der|som|drøftes|træffes|træffer|tages|om|til|skulle|indstilles
      |indstiller|foreligger|findes)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_INLINE = {"recommendation", "decision", "attachments", "background", "presentation", "competence", "history", "legal"}
# A page's text taken without its lines: "BeslutningGodkendt." No Danish word has a capital inside.
_GLUED = re.compile(r"[A-ZÆØÅ][a-zæøåé]{4,20}(?: [a-zæøå]{1,12}){0,3}(?=[A-ZÆØÅ][a-zæøå]|\d\. )")
_IN_NAMES = {"og", "for", "direktionens", "udvalgets", "byrådets", "direktionen", "byrådet", "udvalget"}
_NUMBERING = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+(?=[^\W\d])")
# "Indstilling fra Økonomiudvalget", "Økonomiudvalgets indstilling": a recommendation whose caption names its maker.
_MADE = re.compile(
    r"""(?:(?i:indstilling|anbefaling|beslutningsforslag|forslag)\ (?:fra|af)\ (?P<after>[A-ZÆØÅ].{1,80}?)
      |(?P<before>[A-ZÆØÅ].{1,80}?)s\ (?:indstilling(?:er)?|anbefaling(?:er)?|beslutningsforslag
        |indstilling\ til\ .{3,60}))
      [\s:.]*$""",
    re.VERBOSE,
)
_TO = re.compile(r"(?:indstilling|anbefaling)(?:er)?\s+til\s+(?:[A-ZÆØÅ]|beslutning)[^.;]{2,80}$", re.I)
# "Beslutning for Punkt 3: Cykelstier" repeats the point's heading.
_FOR_POINT = re.compile(r"beslutning(?:er)?\s+(?:for|til|vedr\.?)\s+(?:punkt|pkt\.?)\s*\d{1,4}\b.{0,200}$", re.I)
# "Beslutning Godkendt.": a caption that lost the end of its line. Case tells it from "Beslutning godkendt af …".
_ON_LINE = re.compile(
    r"(?:Beslutning|BESLUTNING)(?=[ ](?:Godkendt|Vedtaget|Tiltrådt|Drøftet|Udsat|Udgår|Afvist|Henvist|Bevilget"
    r"|Anbefale[ts]|Indstilles|Taget[ ]til|(?:Over|Frem|Til|Tilbage)?[Ss]end(?:t|es))\b)"
)
_END = re.compile(
    r"(?:mødet\s+(?:sluttede|slut|blev\s+hævet|hævet|hæves|afsluttet|afsluttedes)|referatet\s+(?:er\s+)?godkendt\s+af)\b.{0,60}$",
    re.I,
)


class Caption(msgspec.Struct, frozen=True):
    """A recognised caption: `body_start` is where its section's text begins.

    `loose` marks a line that is one only among others of its kind: *Økonomiudvalget den 3. maj 2023*.
    """

    kind: str
    text: Text
    body_start: int
    level: int
    body: Text | None = None
    date: str | None = None
    loose: bool = False


def read_caption(draft: Draft, index: int, day: datetime.date, captions: dict[str, str]) -> Caption | None:
    """The caption on line `index`, if it is one. `captions` maps captions in lower case to kinds; `day` is the
    meeting's.
    """
    line = draft.lines[index]
    stripped = line.text.strip()
    if not stripped or stripped[0] in "-·•*|":
        return _listed(draft, index, day, captions) if stripped[:1] in {"•", "·"} else None
    if "\t" in stripped:
        return _beside(draft, index, captions)
    head = stripped.rstrip(" :").lower()
    kind = _kind(stripped, head, captions)
    if kind:
        return Caption(kind, piece(draft.plain, line.start, line.end), line.end, draft.level(index))
    glued = _glued(draft, index, captions)
    if glued or _is_running_text(stripped):
        return glued
    inline = _inline(draft, index, day, captions) if ":" in stripped else None
    if inline or len(stripped) > _LONGEST or stripped[-1] in ".;,?!":
        return inline
    if names_decision(head):
        return _decision(draft, index, line.start, line.end, line.end, day)
    return _recommendation(draft, index) if "indstilling" in head or "anbefaling" in head else None


def _listed(draft: Draft, index: int, day: datetime.date, captions: dict[str, str]) -> Caption | None:
    """A caption that is an entry of a list, as pages that fold their sections have it: its text is set in below it,
    after a blank line. What is only listed has the next entry below it.
    """
    line = draft.lines[index]
    head = line.text.strip()[1:].strip()
    near = draft.lines[index + 1 : index + 4]
    below = next((each.text for each in near if each.text.strip()), "")
    is_set_in = _indent(below) > _indent(line.text) and below.strip()[:1] not in "-·•*|"
    if not head[:1].isupper() or head[-1] in ".;,:?!" or not is_set_in or near[0].text.strip():
        return None
    start = line.start + line.text.index(head)
    kind = captions.get(head.lower())
    if kind and kind != "announcement":  # *Eventuelt* is a point of its own
        return Caption(kind, piece(draft.plain, start, line.end), line.end, draft.level(index))
    is_decision = len(head) <= _LONGEST and names_decision(head.lower())
    return _decision(draft, index, start, line.end, line.end, day) if is_decision else None


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _beside(draft: Draft, index: int, captions: dict[str, str]) -> Caption | None:
    """The row of a table with a caption in its first cell and the section's text in its only other; none of a plan."""
    line = draft.lines[index]
    tab = line.text.index("\t")
    head, text = line.text[:tab].strip(" :"), line.text[tab + 1 :].strip()
    kind = "decision" if head.lower() == "beslutning" else captions.get(head.lower())
    is_head = text.lower() in captions or text.lower() == "beslutning"
    is_when = len(text) <= _WHEN and any(sign.isdigit() for sign in text) and not text.endswith(".")
    if kind not in _INLINE or not head[:1].isupper() or not text or "\t" in text or is_head or is_when:
        return None
    end = line.start + tab
    return Caption(kind, piece(draft.plain, line.start, end), end + 1, draft.level(index))


def _glued(draft: Draft, index: int, captions: dict[str, str]) -> Caption | None:
    """A caption at the beginning of a line with its section's text right behind it, or behind one space."""
    line = draft.lines[index]
    found = _GLUED.match(line.text.lstrip()) or _ON_LINE.match(line.text.lstrip())
    if found is None:
        return None
    start = line.start + len(line.text) - len(line.text.lstrip())
    kind = "decision" if found[0].lower() == "beslutning" else captions.get(found[0].lower())
    end = start + found.end()
    return Caption(kind, piece(draft.plain, start, end), end, draft.level(index)) if kind in _INLINE else None


def _kind(line: str, head: str, captions: dict[str, str]) -> str:
    """The kind of a line that is a known caption as a whole, perhaps numbered; empty for any other."""
    known = captions.get(head) or captions.get(_NUMBERING.sub("", head, count=1))
    if known:
        return known
    if (head.startswith("beslutning") and _FOR_POINT.match(head)) or (head == "referat" and line.endswith(":")):
        return "decision"
    return "end" if _END.match(line) else ""


def _is_running_text(line: str) -> bool:
    """Whether a line is surely no caption: without a colon, and too long or ending as a sentence does."""
    return (line[-1] in ".;,?!" or len(line) > _LONGEST) and ":" not in line


def names_decision(lower: str) -> bool:
    """Whether a word for decision stands in a text. Looked for as letters first: most lines have none."""
    return any(word in lower for word in ("beslutning", "afgørelse", "protokol")) and bool(_DECISION.search(lower))


def _inline(draft: Draft, index: int, day: datetime.date, captions: dict[str, str]) -> Caption | None:
    line = draft.lines[index]
    colon = line.start + line.text.index(":")
    head = draft.plain[line.start : colon].strip()
    kind = "decision" if head == "Referat" else captions.get(head.lower())
    if kind in _INLINE and head[:1].isupper():
        return Caption(kind, piece(draft.plain, line.start, colon), colon + 1, draft.level(index))
    if len(head) <= _LONGEST and head[:1].isupper() and names_decision(head.lower()):
        return _dated(draft, index, day) or _decision(draft, index, line.start, colon, colon + 1, day)
    return None


def _dated(draft: Draft, index: int, day: datetime.date) -> Caption | None:
    """*BESLUTNING: Vejudvalget den 12-03-2024*, a caption as a whole."""
    line = draft.lines[index]
    if len(line.text) > _LONGEST or not line.text.rstrip()[-1:].isdigit():
        return None
    whole = _decision(draft, index, line.start, line.end, line.end, day)
    return whole if whole and whole.date and whole.body and is_body(whole.body.value) else None


def _recommendation(draft: Draft, index: int) -> Caption | None:
    """*Økonomiudvalgets indstilling*, *Indstilling fra Teknik og Miljø*, *Indstilling til Byrådet*."""
    line = draft.lines[index]
    text = piece(draft.plain, line.start, line.end)
    found = _MADE.match(text.value)
    if found and not _SENTENCE.search(found["after"] or found["before"]):
        maker = found["after"] or found["before"]
        start = text.start + draft.plain[text.start : text.end].find(maker)
        body = Text(maker, start, start + len(maker)) if start >= text.start else None
        return Caption("recommendation", text, line.end, draft.level(index), body)
    return Caption("recommendation", text, line.end, draft.level(index)) if _TO.fullmatch(text.value) else None


def _decision(draft: Draft, index: int, start: int, end: int, body_start: int, day: datetime.date) -> Caption | None:
    text = piece(draft.plain, start, end)
    date, bare = without_date(draft, text, day)
    if _SENTENCE.search(bare):
        return None
    words = [word for word in _NOISE.sub(lambda noise: " " * len(noise[0]), bare).split() if len(word) > 1]
    body = _body_in(draft, bare, words, text.start)
    is_plain = len(words) <= 6 and not any(word[0].islower() and word not in _IN_NAMES for word in words)
    if not (is_plain or (body and is_body(body.value))):  # "Miljø- og klimaudvalgets beslutning"
        return None
    return Caption("decision", text, body_start, draft.level(index), body, date)


def without_date(draft: Draft, text: Text, day: datetime.date) -> tuple[str | None, str]:
    """The first day that a line gives, and the line as read with all its days blanked."""
    date, bare = None, draft.plain[text.start : text.end]
    for found in find_dates(draft.plain, day, text.start, text.end):
        if found.precision == "day" and date is None:
            date = found.iso
            bare = bare[: found.start - text.start] + " " * (found.end - found.start) + bare[found.end - text.start :]
    return date, bare


def _body_in(draft: Draft, bare: str, words: list[str], offset: int) -> Text | None:
    if not words:
        return None
    blank = _NOISE.sub(lambda noise: " " * len(noise[0]), bare)
    start = blank.index(words[0])
    end = blank.rindex(words[-1]) + len(words[-1])
    first, last = bare_body(bare[start:end])
    body = piece(draft.plain, offset + start + first, offset + start + last)
    return None if is_generic(body.value) else body
