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
        |ikke\ deltagende
      |stedfortrædere?(?:\ for\ .{2,50})?|forlod\ mødet)\s*(?:fra)?\s*:""",
    re.IGNORECASE | re.VERBOSE,
)
# "Eva Falk (A) var fraværende." · "Carl Dyhr deltog ikke i behandlingen af punktet på grund af inhabilitet."
_NAME = r"[A-ZÆØÅ][\w'’-]*(?:\s+(?:(?:af|de|von|van)\s+)?(?:[A-ZÆØÅ(][\w'’()-]*|[A-ZÆØÅ]\.))*"
_SENTENCE = re.compile(
    rf"""\s*(?:(?:borgmester|rådmand|udvalgsformand|formand|medlem)\s+)?{_NAME}(?:(?:,\s+|,?\s+og\s+|\s+samt\s+){_NAME})*,?\s+
      (?:(?:deltog|deltager|medvirkede)\s+ikke\s+i\s+(?:behandlingen|sagens|punktets|sagen|beslutningen|punktet|dette
        |afstemningen|mødet|drøftelsen|udvalgets)|var\s+(?:fraværende|ikke\s+til\ ?stede|forhindret|bortrejst
        |erklæret\s+inhabil|inhabil)
        |(?:havde|har)\s+(?:meldt\s+)?afbud|(?:meldte|sendte|meldt)\s+afbud|forlod\s+(?:mødet|lokalet|salen)|blev\s+erklæret\s+inhabil
        |(?:er|erklærede\s+sig)\s+inhabil|mødte\s+(?:som\s+stedfortræder|i\s+stedet)|deltog\s+som\s+stedfortræder
        |er\s+(?:fraværende|forhindret))\b[^:]{{0,160}}$""",
    re.VERBOSE,
)
_AFBUD = re.compile(r"\s*(?:afbud|fravær)", re.I)
_NAME_LINE = re.compile(
    r"\s*(?:[-·•*–]\s*)?[A-ZÆØÅ][\w.'’-]+(?:\s+(?:\(?[A-ZÆØÅ][\w.'’-]*\)?,?|og|af|de|von|samt))*\s*[.,]?\s*$"
)
_MOST = 0.5


def split_absence(draft: Draft, section: Section) -> tuple[Section, ...]:
    """A decision and, as a section of its own, the lines at its end that say who was away."""
    lines = [line for line in draft.lines_in(section.start, section.end) if line.text.strip()]
    start, names = section.end, section.end
    for line in reversed(lines):
        first = max(line.start, section.start)
        text = draft.plain[first : min(line.end, section.end)]
        if _LABEL.match(text) or _SENTENCE.match(text):
            start = names = first
        elif _NAME_LINE.match(text) and _labelled_above(draft, section, first):
            names = first
        else:
            break
    if start == section.end or names < start:
        return (section,)
    label = _LABEL.match(draft.plain, start, section.end)
    caption = piece(draft.plain, start, label.end() if label else start)
    body = label.end() if label else start
    return (msgspec.structs.replace(section, end=start), Section("absence", caption, body, section.end))


def _labelled_above(draft: Draft, section: Section, before: int) -> bool:
    """Whether the names that end at `before` stand right below a line that says they were away."""
    for line in reversed(draft.lines_in(section.start, before)):
        text = draft.plain[max(line.start, section.start) : min(line.end, before)]
        if not text.strip():
            continue
        if _LABEL.match(text):
            return text.rstrip().endswith(":")
        if not _NAME_LINE.match(text):
            return False
    return False


def absent_throughout(plain: str, items: Sequence[AgendaItem]) -> Iterator[Attendance]:
    """Who is absent (*Afbud*, *Fraværende*) at more than half of the points with a decision, and at two or more."""
    decided = [item for item in items if any(section.kind == "decision" for section in item.sections)]
    found: dict[str, Attendance] = {}
    counted: Counter[str] = Counter()
    for item in decided:
        said = [s for s in item.sections if s.kind == "absence" and _AFBUD.match(s.caption.value)]
        people = [each for s in said for each in read_people(plain, s.start, s.end, "absentee")]
        for person in {each.name.value: each for each in people if each.role == "absentee"}.values():
            found.setdefault(person.name.value, person)
            counted[person.name.value] += 1
    for name, person in found.items():
        if counted[name] > 1 and counted[name] > len(decided) * _MOST:
            yield person
