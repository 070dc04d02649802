"""One numbered point, from its heading to the next."""

import datetime
import re

from rapidfuzz import fuzz

from kg.danish.mojibake import has_marks, repair
from kg.danish.words import better_spelling
from kg.layouts.contents import Contents, Entry
from kg.layouts.draft import Draft, piece
from kg.layouts.points import Point
from kg.layouts.sections import read_sections
from kg.layouts.tables import find_tables
from kg.model.minutes import AgendaItem, Section
from kg.model.source import Text

# Lukket (sag | punkt | dagsorden | møde), alone, in brackets at the end, or before a colon: the heading decides
# (FirstAgenda, Acadre).
_CLOSED = re.compile(
    r"""  ^\W*(?:lukket|lukkede|fortroligt?)(?:\s+(?:punkt(?:er)?|sag(?:er)?|dagsorden|møde))?\s*(?:$|[:()–-])
    | \((?:lukket|fortroligt?|lukket\ punkt|lukket\ sag)\)\s*$
    | \b(?:lukket\ punkt|lukket\ sag|lukket\ dagsorden)\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_CASE_LABEL = re.compile(
    r"""\s*(?:sags?(?:\s*nr|nummer|id|\.)?\.?|journal\s*nr\.?|j\.?\s*nr\.?
      |acadre\s*(?:sag)?(?:snr)?\.?)\s*[:.]?\s*(?=\S*\d)""",
    re.IGNORECASE | re.VERBOSE,
)
# Acadre 14/32918 · eDoc 2012-28504 · SBSYS 01.02.03-P00-1-14 and 00.22.00-3584-18 · 330-2018-3619 · EMN-2025-003383 ·
# 25-003374
_CASE = re.compile(
    r"""(?:\d{2,4}/\d{2,6}|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,4}-\d{2}|\d{2}\.\d{2}\.\d{2}-\d{3,5}-\d{2}
      |\d{3}-\d{4}-\d{2,6}|[A-ZÆØÅ]{3,4}-\d{4}-\d{3,6}|\d{4}-\d{4,6}|\d{2}-\d{5,6})(?=\s|$|[,;)])""",
    re.VERBOSE,
)
_ALIKE = 88.0
_REPEATED = 90.0


def is_closed(title: str) -> bool:
    """Whether a heading says that its point was treated behind closed doors."""
    return bool(_CLOSED.search(title))


def read_item(
    draft: Draft,
    point: Point,
    entry: Entry | None,
    last: int,
    day: datetime.date,
    captions: dict[str, str],
    patterns: tuple[re.Pattern[str], ...],
) -> AgendaItem:
    """The item whose heading is `point` and whose lines end before `last`; `entry` is its line in the contents list."""
    case, first = _case_number(draft, point.body_line, last, patterns)
    titles = [title for title in (point.title, entry.title if entry else None) if title and title.value]
    titles = titles or [Text("", draft.lines[point.line].start, draft.lines[point.line].end)]
    start, end = draft.lines[point.line].start, draft.lines[last - 1].end
    closed = any(is_closed(title.value) for title in titles)
    page = (entry.page if entry else None) or draft.source.page_at(start)
    if closed:
        return AgendaItem(point.number, point.label, titles[0], (), True, page, case, (), (), (), start, end)
    sections = list(read_sections(draft, first, last, day, captions))
    attachments, repeated = _attachments(draft, sections, titles)
    title, others = _best_title([*titles, *repeated])
    tables = find_tables(draft.plain, draft.lines[first:last])
    return AgendaItem(
        point.number, point.label, title, others, False, page, case, tuple(sections), attachments, tables, start, end
    )


def _case_number(draft: Draft, first: int, last: int, patterns: tuple[re.Pattern[str], ...]) -> tuple[Text | None, int]:
    """The case number in the lines right under the heading, and the line after it."""
    seen = 0
    for index in range(first, last):
        line = draft.lines[index]
        if not line.text.strip():
            continue
        label = _CASE_LABEL.match(line.text)
        offset = label.end() if label else len(line.text) - len(line.text.lstrip())
        for pattern in (*patterns, _CASE):
            found = pattern.match(line.text, offset)
            if found and (label or not line.text[found.end() :].strip()):
                return piece(draft.plain, line.start + found.start(), line.start + found.end()), index + 1
        seen += 1
        if seen == 3 or len(line.text) > 100:
            break
    return None, first


def repaired(text: Text) -> Text:
    """`text` with a value in which damaged letters are mended, where one mending makes Danish words of it."""
    return Text(repair(text.value)[0], text.start, text.end) if has_marks(text.value) else text


def _best_title(titles: list[Text]) -> tuple[Text, tuple[Text, ...]]:
    titles = [repaired(title) for title in titles]
    best = titles[0]
    for other in titles[1:]:
        if other.value.casefold() != best.value.casefold() and better_spelling(best.value, other.value) == other.value:
            best = other
    seen = {best.value}
    others = []
    for title in titles:
        if title.value not in seen:
            seen.add(title.value)
            others.append(title)
    return best, tuple(others)


def _attachments(draft: Draft, sections: list[Section], titles: list[Text]) -> tuple[tuple[Text, ...], list[Text]]:
    """The titles of attachments, and the point's own title where the exporter repeats it after them (Acadre's 2015
    template).
    """
    found: list[Text] = []
    repeated: list[Text] = []
    for place, section in enumerate(sections):
        if section.kind not in {"attachments", "lead"}:
            continue
        pieces = _paragraphs(draft, section)
        if (
            pieces
            and (section.kind == "lead" or place + 1 < len(sections))
            and any(fuzz.ratio(pieces[-1].value.casefold(), title.value.casefold()) >= _REPEATED for title in titles)
        ):
            repeated.append(pieces.pop())
        if section.kind == "attachments":
            found.extend(repaired(text) for text in pieces if not _NONE.fullmatch(text.value))
    return tuple(found), repeated


_NONE = re.compile(r"(?:ingen|ingen bilag|-|nej)\.?", re.IGNORECASE)
_BULLET = re.compile(r"[-·•*–]\s+|\d{1,2}[.)]\s+(?=\S)")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|msg|jpe?g|png|tiff?|html?|zip)\W*$", re.I)


def _paragraphs(draft: Draft, section: Section) -> list[Text]:
    """The entries of a list: paragraphs where blank lines part them, else lines; bullets are left out."""
    blocks: list[list[Text]] = [[]]
    for line in draft.lines_in(section.start, section.end):
        text = piece(draft.plain, max(line.start, section.start), min(line.end, section.end))
        if not text.value:
            blocks.append([])
            continue
        bullet = _BULLET.match(draft.plain, text.start, text.end)
        blocks[-1].append(piece(draft.plain, bullet.end(), text.end) if bullet else text)
    blocks = [block for block in blocks if block]
    if len(blocks) < 2 or any(len(block) > 2 or _FILE.search(block[0].value) for block in blocks):
        return [text for block in blocks for text in block]
    return [piece(draft.plain, block[0].start, block[-1].end) for block in blocks]


def match_entries(points: tuple[Point, ...], contents: Contents) -> list[Entry | None]:
    """For each point its line in the contents list: by place where the counts agree, else the most alike left."""
    if len(points) == len(contents.entries):
        return list(contents.entries)
    left = list(contents.entries)
    matched: list[Entry | None] = []
    for point in points:
        likeness = [fuzz.ratio(point.title.value.casefold(), entry.title.value.casefold()) for entry in left]
        best = max(range(len(left)), key=lambda place: likeness[place], default=-1)
        matched.append(left.pop(best) if best >= 0 and likeness[best] >= _ALIKE else None)
    return matched
