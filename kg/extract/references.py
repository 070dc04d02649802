"""References to other meetings: a body and a date that belong together."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.danish.dates import Found
from kg.danish.years import day
from kg.extract.places import within
from kg.extract.reading import Reading
from kg.model.finding import Mention, Reference
from kg.model.minutes import AgendaItem

# Words by which a sentence says that a body met or meets.
_TREATED = re.compile(
    r"""behandle | drøfte | beslut | vedt[ao]g | godkend | forel[aæ]g | forelagt | møde | seminar | orientere |
    tiltr | tiltråd | dagsorden | afholde | fremlæg | fremlagt | fremlagde | præsenter | vendt | holdt |
    samles | temadag | indstille | udvalgte | iværksatte | nedsatte | bevilg | bevillig | gav[ ] | afsatte |
    udsat | returner | anmodede | bad | ønske""",
    re.VERBOSE,
)
_NO_MEETING = re.compile(
    r"""(?:\b(?:deadline|frist\w*|ansøgningsfrist\w*|senest|inden|fra(?!\ møde)|pr|per|gældende|ikrafttræde\w*
        |træde\w*\ i\ kraft|lov\ nr|dateret|påført|opdateret|modtaget|revideret|offentliggjort
        |(?:notat|brev|mail|skrivelse|indstilling|forslag|redegørelse|rapport|aftale|udtalelse|høringssvar|ansøgning|henvendelse
          |bekendtgørelse|afgørelse|cirkulære|kontrakt)(?:en|et)?\ af|født|indtil|frem\ til
        |udløber|virkning|opgjort|ansat\w*|tiltræde\w*|siden|til\ og\ med|perioden)\b\.?[^.]{0,14})$""",
    re.VERBOSE,
)
# A letter or a recommendation has its own date: "forvaltningens indstilling af 26. august".
_DOCUMENT = re.compile(
    r"""\b\w*(?:indstilling|ansøgning|henvendelse|rapport|redegørelse|tilbud|aftale|høringssvar|anmodning|skrivelse|brev
      |notat|mail|klage|afgørelse|udtalelse|indkaldelse|kontrakt|dom|bekendtgørelse|cirkulære|vejledning)
      (?:en|et|er|erne|s)?\ af\ (?:den\ |d\.\ ?)?$""",
    re.VERBOSE,
)
# A committee's field of work in some year: "arbejder under udvalget i 2013".
_FIELD_OF = re.compile(r"\b(?:under|inden ?for|hos)\s+$")
_OWN = re.compile(
    r"""\b(?:på\ (?:\w+\ )?møde(?:t|rne)?|mødet|møde|(?:sagen|punktet|den|forslaget)\ (?:blev|er
        |har\ været)\ (?:senest\ |sidst\ |tidligere\ |første\ gang\ )?(?:behandlet|drøftet|udsat|udskudt
        |forelagt)|(?:\b(?:udvalget|bestyrelsen|byrådet|direktionen|regionsrådet
          |kommunalbestyrelsen)\ (?:har\ )?(?:behandlede|drøftede|besluttede
        |godkendte|vedtog|anbefalede|udsatte|tog|behandlet|drøftet)|behandlet|drøftet|udsat|udskudt|udsættes|udskydes|genoptages|genfremsættes|genbehandles
        |behandles|tages\ op\ igen|udsatte|ikke\ nået|besluttede\ udvalget|vedtog\ udvalget|drøftede\ udvalget
        |godkendte\ udvalget))\b[^.;]{0,40}$""",
    re.VERBOSE,
)
_MINUTES_OF = re.compile(r"\breferat(?:et)? (?:fra|af) (?:møde(?:t)? )?(?:den |d\. ?)?$|\budvalget \w+ den $")
# "mødet i Sejlklubbens bestyrelse den": of somebody whose name is no body's that is known.
_ELSEWHERE = re.compile(r"\bmøde(?:t|r)? (?:i|med|hos|mellem) [A-ZÆØÅ][^.;]{2,60}?\s(?:den |d\. ?)?$")
_AT_MEETING = re.compile(r"\bpå (?:\w+ )?mødet i $")
_HANDED_IN = re.compile(r"\b(?:foreligge|aflever\w*|klar|færdig\w*|udsendes|indsend\w*|tilmeld\w*|svar\w* senest)\b")
_IN_MONTH = re.compile(
    r"\b(?:i|primo|medio|ultimo|start|slut\w*|møde\w*|seminar\w*|\w*forum|\w*udvalg\w*|\w*direktion\w*)\s*$"
)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BODY_LIKE = re.compile(r"[A-ZÆØÅ]{1,3}U|CF|KB|BY|H?-?MED|HMU")
_VERB = re.compile(r"[a-zæøå]+(?:ede|te|de|er)|gav|tog|fik|bad|har|blev|sagde|holdt|vedtog|så")
_ADJACENT = 40
_NEAR = 80
_RESPONSIBLE = re.compile(r"\bunder\s+$")  # what a body has under it in a year is no meeting
# "Direktionen indstiller, at mødet den 3. maj flyttes": whose words they are, not whose meeting.
_PROPOSES = re.compile(r"\s*(?:indstille(?:r|de)|foreslår|foreslog|anmoder om),?\s[^.;]{0,40}\bat\b")
_PARTED = re.compile(r"[;:]|\d{4}")
_NO_LETTER = re.compile(r"[^a-zæøå ]")
_DATED_LINE = re.compile(r"[\s\-·•*(]*(?:(?:den |d\. ?)?\d{1,2}[. ]|\()")
_DAY_MONTH = re.compile(r"(?:den|d\.|jf\.?|sag|møde|punkt)\s*$", re.I)


_FIELDS = re.compile(
    r"""(?:^|\n)[ \t]*(?:Udvalg|Organ|Forum|Møde\ i|Behandlet\ i|Instans)\s?:\s*(?P<body>[^\n]{3,80})
    \s*\n\s*(?:Møde)?[Dd]ato\s?:\s*(?:\w+dag\s)?(?:den\s|d\.\s)?$""",
    re.VERBOSE,
)
_LONGEST_FIELDS = 200
# "den 7. juni 2023, pkt. 14", "(punkt 14)", "under punkt 5" …
_POINT_AFTER = re.compile(
    r"""(?:\s+kl\.?\s\d{1,2}[.:]\d\d)?\s*,?\s*(?:\(|under\s|som\s|i\s|-\s|–\s)?\s*
    (?:dagsordens?punkt|punkt(?:nummer)?|pkt\.?|sag|pkt\s?nr\.?)\s*(?:nr\.?\s*)?:?\s?(?P<n>\d{1,3})\b(?![./-]\d)""",
    re.VERBOSE,
)
_POINT_IN = re.compile(r"\b(?:dagsordens?punkt|punkt(?:nummer)?|pkt\.?)\s*(?:nr\.?\s*)?:?\s*(?P<n>\d{1,3})\b")
# … and "punkt 4 på mødet den".
_POINT_BEFORE = re.compile(
    r"""\b(?:dagsordens?punkt|punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?(?P<n>\d{1,3})\s(?:på|fra|i|ved)\s(?:\S+\s){0,4}$""",
    re.VERBOSE,
)


def find_references(reading: Reading, bodies: Sequence[Mention]) -> Iterator[Reference]:
    """The meetings that open items speak of, one per body and date within an item; `bodies` in order of place."""
    seen: set[tuple[int, str, str]] = set()
    for item in range(len(reading.meeting.items)):
        for reference in _in_item(reading, item, bodies):
            key = (item, reference.body.casefold(), reference.date)
            if key not in seen:
                seen.add(key)
                yield reference


def _in_item(reading: Reading, index: int, bodies: Sequence[Mention]) -> Iterator[Reference]:
    item = reading.meeting.items[index]
    if item.closed:
        return
    yield from _of_captions(reading, index)
    captions = [(section.caption.start, section.caption.end) for section in item.sections]
    titles = [(item.title.start, item.title.end), *((text.start, text.end) for text in item.alternatives)]
    own = [
        body
        for body in within(bodies, item.start, item.end)
        if body.item == index
        and (body.kind == "body" or body.rule == "abbreviation-meets" or _BODY_LIKE.fullmatch(body.name))
    ]
    for date in reading.dates_in(item.start, item.end):
        if (
            date.iso == reading.meeting.date
            or date.rule in {"range-end", "week"}
            or any(start <= date.start < end for start, end in [*captions, *titles])
        ):
            continue
        if date.rule == "day-month" and not _day_month(reading, date, own):
            continue
        body = _field_above(reading, date, own) or _body_of(reading, date, own)
        heading = None if body else _heading_above(reading, date, own)
        body = body or heading
        point, start, end = _point(reading.lower, date)
        if body:
            iso = _planned(reading, date) if heading else _quoted(reading, item, date)
            start, end = min(body.start, start), max(body.end, end)
            listed = bool(point) and _alone(reading.plain, start, end)
            yield Reference(index, body.name, iso, start, end, "body-and-date", point=point, listed=listed)
        elif reading.meeting.body and _own_meeting(reading, date, own):
            name = _whose(reading, item, date) or reading.meeting.body.value
            yield Reference(index, name, date.iso, start, end, "own-meeting", 0.8, point)


def _of_captions(reading: Reading, index: int) -> Iterator[Reference]:
    """The meetings of decisions that were taken before and are quoted, as their captions name them."""
    for section in reading.meeting.items[index].sections:
        if section.kind == "decision" and section.body and section.date and section.date != reading.meeting.date:
            start, end = section.caption.start, section.caption.end
            named = _POINT_IN.search(reading.lower, start, end)
            point = named["n"] if named else ""
            yield Reference(
                index, section.body.value, section.date, start, end, "decision-caption", point=point, listed=bool(named)
            )


def _point(lower: str, date: Found) -> tuple[str, int, int]:
    """The number of the point that stands beside a date, empty for none, and the range of both."""
    after = _POINT_AFTER.match(lower, date.end)
    if after:
        return after["n"], date.start, after.end()
    before = _POINT_BEFORE.search(lower, max(0, date.start - 60), date.start)
    return (before["n"], before.start(), date.end) if before else ("", date.start, date.end)


def _alone(plain: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line or lines of a range."""
    line, stop = plain.rfind("\n", 0, start) + 1, plain.find("\n", end)
    return not plain[line:start].strip(" \t-·•*") and not plain[end : stop if stop >= 0 else None].strip(" \t.,")


def _own_meeting(reading: Reading, date: Found, bodies: Sequence[Mention]) -> bool:
    """Whether a date without a body is of a meeting of one's own: "på mødet den 8. marts", "udsat til 4. februar"."""
    first, _ = reading.sentence(date.start)
    if date.precision != "day":
        return date.precision == "month" and bool(_AT_MEETING.search(reading.lower, first, date.start))
    if _MINUTES_OF.search(reading.lower, first, date.start):
        return True
    if any(body.kind == "body" or body.rule == "abbreviation-meets" for body in within(bodies, first, date.start)):
        return False
    if _NO_MEETING.search(reading.lower, max(first, date.start - _NEAR), date.start) or _HANDED_IN.search(
        reading.lower, first, date.start
    ):
        return False
    if _dates_document(reading, date) or _ELSEWHERE.search(reading.plain, max(first, date.start - 90), date.start):
        return False
    return bool(_OWN.search(reading.lower, max(first, date.start - 90), date.start))


def _whose(reading: Reading, item: AgendaItem, date: Found) -> str:
    """The body whose decision is quoted at a date: a meeting that it speaks of is its own. Empty for none."""
    section = reading.section_at(item, date.start)
    return section.body.value if section and section.kind == "decision" and section.body else ""


def _quoted(reading: Reading, item: AgendaItem, date: Found) -> str:
    """A date without a year in a decision that is quoted is of that decision's time, not of this meeting's."""
    section = reading.section_at(item, date.start)
    if section is None or section.kind != "decision" or not section.date or date.rule != "day-inferred":
        return date.iso
    then = datetime.date.fromisoformat(section.date)
    years = [day(then.year + each, int(date.iso[5:7]), int(date.iso[8:])) for each in (0, 1, -1)]
    nearest = min((each for each in years if each), key=lambda each: abs((each - then).days), default=None)
    return nearest.isoformat() if nearest else date.iso


def _planned(reading: Reading, date: Found) -> str:
    """A date without a year in a list under a heading is of a meeting to come."""
    own = reading.meeting.date or ""
    if date.rule == "day-inferred" and date.iso < own and date.iso[:4].isdigit():
        later = day(int(date.iso[:4]) + 1, int(date.iso[5:7]), int(date.iso[8:]))
        return later.isoformat() if later and own <= later.isoformat() else date.iso
    return date.iso


def _day_month(reading: Reading, date: Found, bodies: Sequence[Mention]) -> bool:
    before = reading.plain[max(0, date.start - 12) : date.start]
    return bool(_DAY_MONTH.search(before)) or any(0 < date.start - body.end <= 6 for body in bodies)


def _body_of(reading: Reading, date: Found, bodies: Sequence[Mention]) -> Mention | None:
    first, last = reading.sentence(date.start)
    inside = within(bodies, first, last)
    if date.precision == "month" and not date.vague and not _IN_MONTH.search(reading.lower, first, date.start):
        return None
    if not inside or _NO_MEETING.search(reading.lower, max(first, date.start - _NEAR), date.start):
        return None
    if _dates_document(reading, date):
        return None
    before = [body for body in inside if body.end <= date.start]
    nearest = before[-1] if before else inside[0]
    distance = date.start - nearest.end if before else nearest.start - date.end
    between = reading.lower[nearest.end : date.start] if before else reading.lower[date.end : nearest.start]
    if before and _PROPOSES.match(between):
        return None
    if _HANDED_IN.search(between) or (
        date.precision == "year"
        and (
            distance > _ADJACENT
            or not before
            or _ANY_YEAR.search(between)
            or _FIELD_OF.search(reading.lower, first, nearest.start)
        )
    ):
        return None
    if date.precision == "year" and _RESPONSIBLE.search(reading.lower, max(0, nearest.start - 12), nearest.start):
        return None
    if 0 <= distance <= _ADJACENT and not _PARTED.search(between) and _belongs(between, date):
        return nearest
    return nearest if _TREATED.search(reading.lower, first, last) and ";" not in between and distance < 150 else None


def _dates_document(reading: Reading, date: Found) -> bool:
    return bool(_DOCUMENT.search(reading.lower, max(0, date.start - 60), date.start))


def _belongs(between: str, date: Found) -> bool:
    """Whether only a meeting's own words stand between a body and a date."""
    words = _NO_LETTER.sub(" ", between).split()
    known = {
        "den",
        "d",
        "i",
        "møde",
        "mødet",
        "møder",
        "på",
        "seminar",
        "seminaret",
        "seminariet",
        "s",
        "et",
        "ultimo",
        "medio",
        "primo",
        "temamøde",
        "kl",
        "mandag",
        "tirsdag",
        "onsdag",
        "torsdag",
        "fredag",
        "først",
        "sagen",
        "til",
        "behandling",
        "godkendelse",
        "punktet",
        "foråret",
        "ved",
        "behandlingen",
        "efteråret",
    }
    strange = [word for word in words if word not in known]
    verb = 0 < len(strange) < 3 and words[-1:] in (["den"], ["d"], ["i"], ["s"]) and _VERB.fullmatch(words[0])
    return (not strange or bool(verb)) and (date.precision != "year" or len(words) <= 2)


def _field_above(reading: Reading, date: Found, bodies: Sequence[Mention]) -> Mention | None:
    """The body of a treatment that exporters list in fields: "Udvalg: …", below it "Dato: …"."""
    found = _FIELDS.search(reading.plain, max(0, date.start - _LONGEST_FIELDS), date.start)
    if found is None:
        return None
    place = bisect_left([body.start for body in bodies], found.start("body"))
    return next((body for body in bodies[place:] if body.start < found.end("body")), None)


def _heading_above(reading: Reading, date: Found, bodies: Sequence[Mention]) -> Mention | None:
    """The body of a heading that governs a list of dates ("HU-møder", then a date on each line)."""
    plain = reading.plain
    line = plain.rfind("\n", 0, date.start) + 1
    if plain[line : date.start].strip(" \t-·•*") or date.precision != "day":
        return None
    while line > 0:
        above = plain.rfind("\n", 0, line - 1) + 1
        text = plain[above : line - 1]
        line = above
        if not text.strip() or _DATED_LINE.match(text):
            continue
        place = bisect_left([body.start for body in bodies], above)
        inside = [body for body in bodies[place:] if body.start < above + len(text)]
        if inside and len(text.split()) <= 6 and not text.rstrip().endswith("."):
            return inside[-1]
        return None
    return None
