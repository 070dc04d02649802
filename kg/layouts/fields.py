"""The captioned fields of a header: label and value on one line, on two, with a tab between them or in a pipe table."""

import re

import msgspec

from kg.layouts.bodies import is_body
from kg.layouts.draft import Draft
from kg.layouts.header_fields import HEADER_FIELDS, PEOPLE
from kg.layouts.roster import ROSTER, is_roster_head

_KEYS = "|".join(sorted(map(re.escape, HEADER_FIELDS), key=len, reverse=True))
_FIELD = re.compile(
    rf"[\s|•·*-]*(?P<key>{_KEYS})(?![\w/-])(?:\s*\([^)]{{0,40}}\))?(?P<gap>\s*[:|\t]\s*\|?\s*|[ \t]+|$)(?P<value>.*)$",
    re.I,
)
# "MødestedRådssalen", "UdvalgÆldreråd": a page sets label and value side by side, and nothing between them.
_GLUED = re.compile(
    r"\s*(?P<key>Mødested|Mødedato|Mødetidspunkt|Mødelokale|Mødedeltagere|Udvalg|Fraværende|Afbud|Bemærkninger)(?P<gap>)"
    r"(?P<value>[A-ZÆØÅ0-9].*)$"
)
# Labels after which a single space may stand for the colon, as FirstAgenda sets them.
_SPACED = frozenset(
    "mødedato mødetidspunkt mødested mødelokale mødedeltagere mødedeltager deltagere medlemmer fraværende referent"
    " sekretær mødetid starttidspunkt sluttidspunkt tidspunkt mødeforum mødeleder ordstyrer mødestart"
    " afbud gæster gæst sted".split()
) | {"afbud fra"}
_ROOMS = frozenset(("lokale", "mødelokale"))  # "Mødelokale 4": label and value are the room's name
# "Dato: 12-03-2024   Tid: 15.00   Sted: Rådhuset": further fields on one line.
_MORE = re.compile(
    r"(?:\s{2,}|[\t,;|]\s*|\s)(?P<key>sted|mødested|tid|tidspunkt|lokale|slut|sluttidspunkt|start|starttidspunkt"
    r"|mødetid)\s*[.:|]\s*(?=\S)",
    re.I,
)
_NAMES_PEOPLE = "|".join(re.escape(label) for label, role in HEADER_FIELDS.items() if role in PEOPLE and len(label) > 4)
_MORE_PEOPLE = re.compile(rf"[.;]\s+(?P<key>{_NAMES_PEOPLE}|stedfortræder(?:e)?\s+for\s+[^:]{{2,60}})\s*:\s*", re.I)
# Sentences that name people: those who were there, those who were not, who came instead of whom.
_THOSE = r"\W*(?:følgende|disse)\b[^:]{0,60}"
_ALSO = r"\W*(?:endvidere|desuden|derudover|herudover|fra)\b[^:]{0,70}"
_VALUE = r":\s*(?P<value>.*)$"
_SAID = (
    ("substitute", re.compile(rf"\W*stedfortræder(?:e)?\s+for\s+[^:]{{2,80}}{_VALUE}", re.I)),
    (
        "substitute",
        re.compile(
            r"\W*i stedet (?:deltog|mødte|deltager) (?:stedfortræder(?:ne)? )?(?P<value>[^.:]{3,80})(?:\.|$)", re.I
        ),
    ),
    ("absentee", re.compile(rf"{_THOSE}(?:fravær|afbud|ikke)[^:]{{0,40}}{_VALUE}", re.I)),
    ("member", re.compile(rf"{_THOSE}(?:til ?stede|deltog|mødte|mødt)[^:]{{0,30}}{_VALUE}", re.I)),
    ("member", re.compile(r"\W*medlemmer(?:ne)? af [^:]{3,60}:?(?P<value>)$", re.I)),
    (
        "absentee",
        re.compile(
            r"\W*alle\b[^:.]{0,40}\bmødt,?\s+(?:undtagen|på nær|bortset fra)\s+(?P<value>[^.]+?)"
            r"(?:,?\s+(?:der|som)\s.*)?\.?$",
            re.I,
        ),
    ),
    ("guest", re.compile(rf"{_ALSO}(?:deltog|deltager|mødte|til ?stede)[^:]{{0,20}}{_VALUE}", re.I)),
)  # fmt: skip
_PERSON = re.compile(
    r"\s*(?:[-·•*–]\s*|\d{1,2}[.)]\s*)?(?:[a-zæøå]+\s)?[A-ZÆØÅ][\w'’-]+(?:\s+(?:(?:af|de|von|van)\s+)?[A-ZÆØÅ][\w'’.-]*){1,4}"
    r"(?:\s*\([^)]{1,40}\))*(?:\s*[,–-]\s*[^.]{0,60})?\s*$"
)


# "Fraværende:", and below it those who are away, group by group
_GROUPS = frozenset(label for label in HEADER_FIELDS if label.endswith(("repræsentanter", "valgte")))


class Block(msgspec.Struct):
    """A field's role, its label in lower case, and the range of its value."""

    role: str
    label: str
    start: int
    end: int


def read_fields(draft: Draft, end_line: int, title: re.Pattern[str]) -> list[Block]:
    """The captioned values before `end_line`. A value runs on until a blank line, or past one where it ends in a comma
    or a list of people goes on; lines that match `title` belong to none.
    """
    blocks: list[Block] = []
    is_open = False
    whose = ""
    for index, line in enumerate(draft.lines[:end_line]):
        in_roster = is_open and blocks[-1].label == ROSTER and ("\t" in line.text or "|" in line.text)
        found = [] if in_roster else _fields_of(line.text)
        if not in_roster and is_roster_head(line.text):
            blocks.append(Block("member", ROSTER, line.start, line.end))
            is_open = True
        elif found:
            role, label, start, end = found[0]
            if label not in _GROUPS:
                whose = "" if line.text[start:end].strip() else role
            elif whose in PEOPLE:
                found[0] = (whose, label, start, end)
            blocks.extend(Block(role, label, line.start + start, line.start + end) for role, label, start, end in found)
            is_open = True
        elif title.match(line.text) or draft.level(index):
            is_open = False
        elif line.text.strip():
            if blocks and (
                is_open or (blocks[-1].role in PEOPLE and (_PERSON.match(line.text) or line.text.lstrip()[:1] == "|"))
            ):
                blocks[-1].end, is_open = line.end, True
        elif blocks:
            value = draft.plain[blocks[-1].start : blocks[-1].end].strip()
            is_open = not value or value.endswith((",", ";", " og"))
    return blocks


def _fields_of(text: str) -> list[tuple[str, str, int, int]]:
    """The fields of one line as (role, label, start, end of the value)."""
    found = _field(text)
    if not found:
        for role, pattern in _SAID:
            said = pattern.match(text)
            if said:
                return [(role, role, *said.span("value"))]
        return []
    label = found["key"].lower()
    role = HEADER_FIELDS[label]
    if role in PEOPLE:
        return _people_of(text, role, label, found.start("value"))
    if role == "other":
        return [(role, label, found.start("value"), len(text))]
    further = list(_MORE.finditer(text, found.start("value")))
    ends = [*(more.start() for more in further), len(text)]
    is_room = label in _ROOMS and not re.search(r"[:|\t]", found["gap"]) and found["value"]
    fields = [(role, label, found.start("key") if is_room else found.start("value"), ends[0])]
    for more, end in zip(further, ends[1:], strict=True):
        key = more["key"].lower()
        fields.append((HEADER_FIELDS.get(key, "date"), key, more.end(), end))
    return [(role, label, start, start + len(text[start:end].rstrip(" |\t"))) for role, label, start, end in fields]


def _people_of(text: str, role: str, label: str, start: int) -> list[tuple[str, str, int, int]]:
    """*Fraværende: A. Stedfortræder for A: B.*: people under further labels of the same line."""
    further = list(_MORE_PEOPLE.finditer(text, start))
    ends = [*(more.start() for more in further), len(text)]
    fields = [(role, label, start, ends[0])]
    for more, end in zip(further, ends[1:], strict=True):
        key = more["key"].lower()
        fields.append((HEADER_FIELDS.get(key, "substitute"), key, more.end(), end))
    return fields


def _field(line: str) -> re.Match[str] | None:
    """A caption of the header with its value; without colon, tab or a line of its own only where templates do so."""
    found = _FIELD.match(line)
    if not found:
        return _GLUED.match(line)
    if found["gap"] != " ":
        return found
    if found["key"].lower() == "udvalg":
        return found if is_body(found["value"].strip()) else None
    if line.isupper() and any(sign.isalpha() for sign in found["value"]):
        return None
    return found if found["key"].lower() in _SPACED and not found["value"][:1].islower() else _lower_day(found)


def _lower_day(found: re.Match[str]) -> re.Match[str] | None:
    """*Mødedato tirsdag den 12. marts*: a value in lower case is one where it is a weekday or a clock."""
    is_day = re.match(r"(?:man|tirs|ons|tors|fre|lør|søn)dag|kl\b|den \d", found["value"])
    return found if is_day and found["key"].lower() in _SPACED else None
