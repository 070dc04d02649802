"""Lists of attachments (*bilag*): their titles alone, and where the list ends."""

import re

from rapidfuzz import fuzz

from kg.danish.mojibake import has_marks, repair
from kg.layouts.draft import Draft, piece
from kg.model.minutes import Section
from kg.model.source import Text

_REPEATED = 90.0
_NONE = re.compile(
    r"(?:ingen|ingen bilag|ingen vedlagte bilag|der er ingen bilag(?: til (?:punktet|sagen))?"
    r"|-|nej|intet|bilag|\d+ bilag|ikke relevant)[.:]?",
    re.I,
)
BUTTON = re.compile(
    r"(?:pdf|docx?|xlsx?|åbn|vis|hent|download|hent som pdf|kopier link|se bilag|link|åbn bilag|\d{1,3})", re.I
)
_BULLET = re.compile(r"(?:[-·•*–▪●o]\s+|\(?\d{1,2}[.)]\s+(?=\S))")
_DOCUMENT = re.compile(
    r"(?:dok(?:ument)?\.?\s*(?:nr\.?|id)?\s*:?\s*)?(?:(?:19|20)\d\d[-–](?!(?:19|20)\d\d\b)\d{4,8}|\d{3}-\d{4}-\d{2,8}|\d{3,8}[/-]\d{2}(?!\d)|\d{2}/\d{5,8}|\d{6,9})\s*(?:[-–:|]\s*|\s(?=[A-ZÆØÅ]))(?=\S)",
    re.I,
)
_NUMBERED = re.compile(r"bilag\s+[\w.]{1,5}\s*[.:)–-]*\s+\S", re.I)
_BEHIND = re.compile(
    r"""\s*(?:[(\[]\s*(?:dok(?:ument)?\.?\s*(?:nr\.?)?\s*:?\s*)?(?:\d{3,8}/\d{2}|(?:19|20)\d\d[-–]\d{4,8}|\d{6,9})\s*[)\]]
      |[(\[]?\d{1,4}(?:[.,]\d{1,2})?\s?(?:kB|KB|MB|GB|bytes)[)\]]?|[(\[](?:pdf|docx?|xlsx?
        |åbnes\ i\ nyt\ vindue)[)\]]
      |[(\[](?:pdf|docx?|xlsx?|pptx?)\s*[,;|–-]\s*\d{1,4}(?:[.,]\d{1,2})?\s?(?:[kmg]b|bytes)[)\]])\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|msg|jpe?g|png|tiff?|html?|zip)\W*$", re.I)
_LETTERED = re.compile(r"[a-zæøå]\.\s+\S")
_PROSE = 14  # words of a sentence that no title has
_NARROW = 52  # letters that a line holds at least before it is broken
_MARKS = (_DOCUMENT, _NUMBERED, _BULLET)


def read_attachments(draft: Draft, sections: list[Section], titles: list[Text]) -> tuple[tuple[Text, ...], list[Text]]:
    """The titles of attachments, and the point's own title where the exporter repeats it after them (Acadre's 2015
    template).
    """
    found: list[Text] = []
    repeated: list[Text] = []
    for place, section in enumerate(sections):
        if section.kind not in {"attachments", "lead"}:
            continue
        pieces = _entries(draft, section)
        if (
            pieces
            and (section.kind == "lead" or place + 1 < len(sections))
            and any(fuzz.ratio(pieces[-1].value.casefold(), title.value.casefold()) >= _REPEATED for title in titles)
        ):
            repeated.append(pieces.pop())
        if section.kind == "attachments":
            found.extend(repaired(text) for text in _titles(draft, pieces))
    return tuple(found), repeated


def repaired(text: Text) -> Text:
    """`text` with a value in which damaged letters are mended, where one mending makes Danish words of it."""
    return Text(repair(text.value)[0], text.start, text.end) if has_marks(text.value) else text


def _titles(draft: Draft, pieces: list[Text]) -> list[Text]:
    """The entries that are titles, up to the sentence at which the list is over."""
    found: list[Text] = []
    for text in pieces:
        if text.value.endswith(".") and len(text.value.split()) > _PROSE and not _NUMBERED.match(text.value):
            break
        bare = _bare(draft, text)
        if bare.value and not _NONE.fullmatch(bare.value) and not BUTTON.fullmatch(bare.value):
            found.append(bare)
    return found


def _bare(draft: Draft, text: Text) -> Text:
    """A title without its document's number, its size and the word of its button."""
    start, end = text.start, text.end
    number = _DOCUMENT.match(draft.plain, start, end)
    start = number.end() if number else start
    while (behind := _BEHIND.search(draft.plain[start:end])) and behind.start() > 0:
        end = start + behind.start()
    return piece(draft.plain, start, end)


def _entries(draft: Draft, section: Section) -> list[Text]:
    """The entries of a list. Where the first bears a mark (a number of a document, *Bilag 1*, a bullet), each does, and
    a line without one goes on with the entry above; else they are paragraphs where blank lines part them, else lines.
    """
    blocks = _blocks(draft, section)
    lines = [text for block in blocks for text in block]
    mark = next((mark for mark in _MARKS if lines and mark.match(draft.plain, lines[0].start, lines[0].end)), None)
    often = sum(bool(_at(draft, mark, text)) for text in lines) * 3 >= len(lines) if mark else False
    if mark and (mark is _DOCUMENT or (mark is _NUMBERED and often)):
        return _marked(draft, blocks, mark)
    if mark is _BULLET and all(_at(draft, mark, block[0]) for block in blocks):
        return [_unbulleted(draft, text) for text in _marked(draft, blocks, mark)]
    listed = mark is _BULLET and any(_at(draft, mark, text) for block in blocks for text in block[1:])
    blocks = [[_unbulleted(draft, text) for text in block] for block in blocks]
    if len(blocks) < 2 or listed or any(len(block) > 2 or _FILE.search(block[0].value) for block in blocks):
        return [text for block in blocks for text in block]
    return [piece(draft.plain, block[0].start, block[-1].end) for block in blocks]


def _at(draft: Draft, mark: re.Pattern[str], text: Text) -> re.Match[str] | None:
    return mark.match(draft.plain, text.start, text.end)


def _unbulleted(draft: Draft, text: Text) -> Text:
    bullet = _BULLET.match(draft.plain, text.start, text.end)
    return piece(draft.plain, bullet.end(), text.end) if bullet else text


def _blocks(draft: Draft, section: Section) -> list[list[Text]]:
    blocks: list[list[Text]] = [[]]
    for line in draft.lines_in(section.start, section.end):
        text = piece(draft.plain, max(line.start, section.start), min(line.end, section.end))
        if text.value:
            blocks[-1].append(text)
        else:
            blocks.append([])
    return [block for block in blocks if block]


def _is_wrapped(draft: Draft, above: Text, text: Text) -> bool:
    """Whether a line goes on with the entry above: that is no file's name, and its last line is full, so that the first
    word of this one did not fit, or this one begins in lower case.
    """
    last = draft.plain[above.start : above.end].rpartition("\n")[2]
    is_full = len(last) + 1 + len(text.value.split()[0]) >= _NARROW
    return (is_full or not text.value[:1].isupper()) and not _FILE.search(above.value)


def _marked(draft: Draft, blocks: list[list[Text]], mark: re.Pattern[str]) -> list[Text]:
    """Entries that each begin with the same kind of mark; a paragraph or sub-point without one ends the list."""
    found: list[Text] = []
    for block in blocks:
        for place, text in enumerate(block):
            if _at(draft, mark, text):
                found.append(text)
            elif place == 0 and not BUTTON.fullmatch(text.value):
                if mark is _DOCUMENT:
                    return found
                found.append(_unbulleted(draft, text))
            elif _LETTERED.match(text.value) and mark is _DOCUMENT:
                return found
            elif found and _is_wrapped(draft, found[-1], text) and not BUTTON.fullmatch(text.value):
                found[-1] = piece(draft.plain, found[-1].start, text.end)
            elif not BUTTON.fullmatch(text.value):
                found.append(_unbulleted(draft, text))
    return found
