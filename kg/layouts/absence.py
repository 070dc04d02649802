"""Who was away when a point was treated, as the last lines of its decision: said there, and no part of the decision."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from kg.layouts.draft import Draft, piece
from kg.layouts.people import read_people
from kg.model.minutes import AgendaItem, Attendance, Section

# "Afbud: A, B" · "Følgende deltog ikke i behandlingen af punktet:" · "Inhabile: C"
_LABEL = re.compile(
    r"""\s*(?:afbud(?:/fraværende)?|fraværende(?:/afbud)?|fravær|ikke\ til\ ?stede|mødte\ ikke|ikke\ mødt
        |inhabil(?:e|itet)?|forfald
      |(?:følgende|disse)\b.{0,30}\b(?:deltog|var|er|mødte|har)\b.{0,60}?|deltog\ ikke(?:\ i.{0,60})?|afbud\ fra
        |ikke\ deltagende|fraværende\ i\ [^:]{3,90}
      |stedfortrædere?(?:\ for\ .{2,50})?|forlod\ mødet|fremmøde(?:\ og\ inhabilitet)?)\s*(?:fra)?\s*:""",
    re.IGNORECASE | re.VERBOSE,
)
# "Eva Falk (A) var fraværende." · "Carl Dyhr deltog ikke i behandlingen af punktet på grund af inhabilitet."
_NAME = r"[A-ZÆØÅ][\w'’-]*(?:\s+(?:(?:af|de|von|van)\s+)?(?:[A-ZÆØÅ(][\w'’()-]*|[A-ZÆØÅ]\.|\([^()\s]{1,12}\)))*"
_SENTENCE = re.compile(
    rf"""\s*(?:(?:borgmester|rådmand|udvalgsformand|formand|medlem)\s+)?{_NAME}(?:(?:,\s+|,?\s+og\s+|\s+samt\s+){_NAME})*,?\s+
      (?:(?:deltog|deltager|medvirkede)\s+ikke\s+(?:i|på)\s+(?:behandlingen|sagens|punktets|sagen|beslutningen|punktet|dette
        |afstemningen|mødet|drøftelsen|udvalgets)|var\s+(?:fraværende|ikke\s+til\ ?stede|forhindret|bortrejst
        |erklæret\s+inhabil|inhabil)
        |(?:havde|har)\s+(?:meldt\s+)?afbud|(?:meldte|sendte|meldt)\s+afbud|forlod\s+(?:mødet|lokalet|salen)|blev\s+erklæret\s+inhabil
        |(?:er|erklærede\s+sig)\s+inhabil|mødte\s+(?:som\s+stedfortræder|i\s+stedet)|deltog\s+som\s+(?:stedfortræder|suppleant)(?:e|er)?
        |er\s+(?:fraværende|forhindret)|udeblev)\b[^:]{{0,160}}$""",
    re.VERBOSE,
)
_AFBUD = re.compile(r"\s*(?:afbud|fravær)", re.I)
_NAME_LINE = re.compile(
    r"\s*(?:[-·•*–]\s*)?[A-ZÆØÅ][\w.'’-]+(?:\s+(?:\(\s*\)|\(?[A-ZÆØÅ][\w.'’-]*\)?,?|og|af|de|von|samt))*\s*[.,]?\s*$"
)
# A line of one word that answers, below "Fraværende:" with nobody behind it.
_ANSWER = re.compile(
    r"\s*(?:\w*godkendt|godkendes|tiltrådt|tiltrædes|vedtaget|vedtages|(?:ud)?drøftet|udsat|udsættes|taget|tages|anbefalet"
    r"|anbefales|indstilles|orienteret|besluttet|afvist|oversendt|oversendes|forkastet|genoptages|foretoges|foretaget"
    r"|udgår|udgået|sluttet|intet|forelagt|fremlagt|gennemgået|bevilget|imødekommet|fulgt|følges)\s*[.,]?\s*$",
    re.I,
)
_LONE = re.compile(r"\s*(?:fraværende|afbud|ikke\ til\ stede)[ \t]*(?=\n|$)", re.I)
# "Eva Falk og Bo Lind var fraværende.": from the meeting, and not from one point alone.
_AWAY = re.compile(r"\s(?:var|er)\s+fraværende\s*(?:\.|$)|\s(?:havde|har)\s+(?:meldt\s+)?afbud\s*(?:\.|$)", re.M)
# A point that asks who is away, a line that says so, and what ends its names.
_ASKS = re.compile(r"(?:fraværende|afbud|mandtal|fravær)\b", re.I)
_ALONE = re.compile(r"^[ \t]*(?:fraværende|afbud)[ \t]*:?[ \t]*\n\s{0,9}", re.I | re.M)
_BLANK = re.compile(r"\n[ \t\xa0]*\n")
_ASKED = 3  # points, of which one may be that
_LONGEST = 400  # letters
_MOST = 0.5
_FIRST = 4  # lines above a decision that may say who was away


def split_absence(draft: Draft, section: Section) -> tuple[Section, ...]:
    """A decision and, as sections of their own, the lines before and behind it that say who was away."""
    before = _before(draft, section)
    if before:
        section = msgspec.structs.replace(section, start=before.end)
        return (*([before] if before.caption.value else []), *_behind(draft, section))
    return _behind(draft, section)


def _before(draft: Draft, section: Section) -> Section | None:
    """*Fraværende: A (V)*, or that label with nobody behind it, above the decision itself."""
    lines = [line for line in draft.lines_in(section.start, section.end) if line.text.strip()]
    end, label = section.start, None
    for line in lines[:_FIRST]:
        first = max(line.start, section.start)
        found = _LABEL.match(draft.plain, first, min(line.end, section.end))
        if not found:
            break
        label, end = label or found, line.end
    if label is None or not draft.plain[end : section.end].strip() or _names_below(draft, section, end):
        return None
    value = draft.plain[label.end() : end].strip()
    caption = piece(draft.plain, label.start(), label.end() if value else label.start())
    return Section("absence", caption, label.end(), end)


def _names_below(draft: Draft, section: Section, end: int) -> bool:
    """Whether a label above names that go on below, a line each, or nothing but more of who was away."""
    for line in draft.lines_in(end, section.end):
        text = draft.plain[max(line.start, end) : min(line.end, section.end)]
        if text.strip():
            return is_name_line(text) or _SENTENCE.match(text) is not None
    return True


def is_name_line(text: str) -> bool:
    """Whether a line may be the name of somebody who was away, and is no answer of one word (*Godkendt.*)."""
    return _NAME_LINE.match(text) is not None and not _ANSWER.match(text)


def _behind(draft: Draft, section: Section) -> tuple[Section, ...]:
    lines = [line for line in draft.lines_in(section.start, section.end) if line.text.strip()]
    start, names = section.end, section.end
    for line in reversed(lines):
        first = max(line.start, section.start)
        text = draft.plain[first : min(line.end, section.end)]
        if _label(text) or _SENTENCE.match(text):
            start = names = first
        elif is_name_line(text) and _labelled_above(draft, section, first):
            names = first
        else:
            break
    if start == section.end or names < start:
        return (section,)
    label = _label(draft.plain, start, section.end)
    caption = piece(draft.plain, start, label.end() if label else start)
    body = label.end() if label else start
    return (msgspec.structs.replace(section, end=start), Section("absence", caption, body, section.end))


def _label(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The label of those who were away that begins at `start`, also one that has a line to itself and no colon."""
    stop = len(text) if end is None else end
    return _LABEL.match(text, start, stop) or _LONE.match(text, start, stop)


def _labelled_above(draft: Draft, section: Section, before: int) -> bool:
    """Whether the names that end at `before` stand right below a line that says they were away."""
    for line in reversed(draft.lines_in(section.start, before)):
        text = draft.plain[max(line.start, section.start) : min(line.end, before)]
        if not text.strip():
            continue
        if _label(text):
            return text.rstrip().endswith(":") or _LABEL.match(text) is None
        if not is_name_line(text):
            return False
    return False


def tells_absence(text: str) -> bool:
    """Whether a line is a label for those who were away: *Fraværende i Vejudvalget, 3. maj 2023:*."""
    return _LABEL.match(text) is not None


def _names_in(plain: str, section: Section) -> tuple[int, int]:
    """The range of the names of those who were away from the meeting: behind a label, or before *var fraværende*."""
    if section.caption.value:
        return section.start, section.end if _AFBUD.match(section.caption.value) else section.start
    away = _AWAY.search(plain, section.start, section.end)
    return section.start, away.start() if away else section.start


def absent_by_point(plain: str, items: Sequence[AgendaItem]) -> Iterator[Attendance]:
    """Who is named below a point that asks for nothing else: *1. Fraværende*."""
    for item in items[:_ASKED]:
        if item.closed or not _ASKS.match(item.title.value):
            continue
        sections = [section for section in item.sections if section.kind in {"decision", "lead", "absence"}]
        for section in sections:
            away = _AWAY.search(plain, section.start, section.end)
            label = _ALONE.search(plain, section.start, section.end)
            start = label.end() if label else section.start
            found = _BLANK.search(plain, start, section.end) if label else None
            end = away.start() if away else found.start() if found else section.end
            if (section.kind != "lead" or label) and end - start <= _LONGEST:
                people = read_people(plain, start, end, "absentee")
                yield from (person for person in people if person.role == "absentee" and " " in person.name.value)


def absent_throughout(plain: str, items: Sequence[AgendaItem]) -> Iterator[Attendance]:
    """Who is absent (*Afbud*, *Fraværende*) at more than half of the points with a decision, and at two or more."""
    decided = [item for item in items if any(section.kind == "decision" for section in item.sections)]
    found: dict[str, Attendance] = {}
    counted: Counter[str] = Counter()
    for item in decided:
        said = [_names_in(plain, section) for section in item.sections if section.kind == "absence"]
        people = [each for start, end in said for each in read_people(plain, start, end, "absentee")]
        for person in {each.name.value: each for each in people if each.role == "absentee"}.values():
            found.setdefault(person.name.value, person)
            counted[person.name.value] += 1
    for name, person in found.items():
        if counted[name] > 1 and counted[name] > len(decided) * _MOST:
            yield person
