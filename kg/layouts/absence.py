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
        |(?:fraværende|ikke\ til\ ?stede)\ (?:med|uden)\ afbud|inhabil(?:e|itet)?|forfald
      |(?:følgende|disse)\b.{0,30}\b(?:deltog|var|er|mødte|har)\b.{0,60}?|deltog\ ikke(?:\ i.{0,60})?|afbud\ fra
        |ikke\ deltagende|fraværende\ i\ [^:]{3,90}
      |stedfortrædere?(?:\ for\ .{2,50})?|forlod\ mødet|fremmøde(?:\ og\ inhabilitet)?)\s*+(?:fra\s*+)?:""",
    re.IGNORECASE | re.VERBOSE,
)
# "Eva Falk (A) var fraværende." · "Carl Dyhr deltog ikke i behandlingen af punktet på grund af inhabilitet."
_NAME = r"[A-ZÆØÅ][\w'’-]*(?:\s+(?:(?:af|de|von|van)\s+)?(?:[A-ZÆØÅ(][\w'’()-]*|[A-ZÆØÅ]\.|\([^()\s]{1,12}\)))*"
POST = r"(?:\d\.\s)?(?:næst)?formand\b"
"""A post among the names of those who were away: *Alma Bruun og 2. næstformand*."""
_SENTENCE = re.compile(
    rf"""\s*(?:(?:borgmester|rådmand|udvalgsformand|formand|medlem)\s+)?{_NAME}
      (?:(?:,\s+|,?\s+og\s+|\s+samt\s+)(?:{_NAME}|{POST}))*,?\s+
      (?:(?:deltog|deltager|medvirkede)\s+ikke\s+(?:i|på)\s+(?:behandlingen|sagens|punktets|sagen|beslutningen|punktet
        |dette|afstemningen|mødet|drøftelsen|udvalgets|\w+(?:udvalgets|rådets|bestyrelsens)\s+behandling)
        |var\s+(?:fraværende|ikke\s+til\ ?stede|forhindret|bortrejst|erklæret\s+inhabil|inhabil)
        |(?:havde|har)\s+(?:meldt\s+)?afbud|(?:meldte|sendte|meldt)\s+afbud|forlod\s+(?:mødet|lokalet|salen)|blev\s+erklæret\s+inhabil
        |(?:er|erklærede\s+sig)\s+inhabil|mødte\s+(?:som\s+stedfortræder|i\s+stedet)|deltog\s+som\s+(?:stedfortræder|suppleant)(?:e|er)?
        |er\s+(?:fraværende|forhindret)|udeblev)\b[^:]{{0,160}}$""",
    re.VERBOSE,
)
_FROM = re.compile(
    r"\s*(?i:(?:der\s(?:var|er)\s)?(?:meldt\s)?afbud\sfra)\s[A-ZÆØÅ][^:.\n]{2,160}\.?\s*$"
)  # "Afbud fra Eva Falk"
_AFBUD = re.compile(r"\s*(?:afbud|fravær)", re.I)
DECIDES = re.compile(
    r"""\s*(?:godkend|tiltr[åæ]d|vedt[ao]g|anbefal|indstil|uds[æa]t|udsk[uy]d|udg[åi]|drøft|taget?\b|tages\b|afvis|forkast
      |orienter|noteret|(?:over|frem|videre)?send(?:t|es)\b|intet\b|ingen\b|herefter\b|hjemvis|henvis|bevilg|beslut|fulgt\b
      |bortfald|imødekom|genoptag|foretag|foretog|forelagt|fremlagt|gennemg|slut|enighed\b|dagsorden|referat|sagen\b|punktet\b|forslag)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that begin a decision: a line of them alone is nobody's name."""
_NAME_LINE = re.compile(
    r"\s*(?:[-·•*–]\s*|\d{1,2}\.\s+)?(?P<name>[A-ZÆØÅ][\w.'’-]+)(?:\s+(?:\(\s*\)|\(?[A-ZÆØÅ][\w.'’-]*\)?,?|og|af|de|von|samt))*\s*[.,]?\s*$"
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


def split_absence(draft: Draft, section: Section) -> tuple[Section, ...]:
    """A decision and, as sections of their own, the lines at its head and at its end that say who was away."""
    head = _head_end(draft, section)
    if head == section.start or not draft.plain[head : section.end].strip():
        return _split_end(draft, section)
    above = _absence(draft, section.start, head)
    said = (above,) if draft.plain[above.start : head].strip() else ()
    return (*said, *_split_end(draft, msgspec.structs.replace(section, start=head)))


def _head_end(draft: Draft, section: Section) -> int:
    """Where the first lines of a decision end that only say who was away: *Fraværende:*, perhaps with nobody behind."""
    end, is_open = section.start, False
    for line in draft.lines_in(section.start, section.end):
        text = draft.plain[max(line.start, section.start) : min(line.end, section.end)]
        if not text.strip():
            continue
        if _tells(text):
            is_open = text.rstrip().endswith(":") or _LONE.match(text) is not None
        elif not (is_open and _is_name(text)):
            break
        end = min(line.end, section.end)
    return end


def _tells(text: str) -> bool:
    """Whether a line says who was away, and no decision behind it."""
    told = _label(text) or _SENTENCE.match(text) or _FROM.match(text)
    return bool(told) and not any(DECIDES.match(each) for each in re.split(r"[.:]\s+", text)[1:])


def _absence(draft: Draft, start: int, end: int) -> Section:
    label = _label(draft.plain, start, end)
    body = label.end() if label else start
    return Section("absence", piece(draft.plain, start, body), body, end)


def _split_end(draft: Draft, section: Section) -> tuple[Section, ...]:
    lines = [line for line in draft.lines_in(section.start, section.end) if line.text.strip()]
    start, names = section.end, section.end
    for line in reversed(lines):
        first = max(line.start, section.start)
        text = draft.plain[first : min(line.end, section.end)]
        if _tells(text):
            start = names = first
        elif _is_name(text) and _labelled_above(draft, section, first):
            names = first
        else:
            break
    if start == section.end or names < start:
        return (section,)
    return (msgspec.structs.replace(section, end=start), _absence(draft, start, section.end))


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
        if not _is_name(text):
            return False
    return False


def _is_name(text: str) -> bool:
    """Whether a line holds names and nothing else."""
    found = _NAME_LINE.match(text)
    return found is not None and not DECIDES.match(text, found.start("name"))


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
