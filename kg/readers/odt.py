"""OpenDocument texts (.odt): text as it prints, with the numbers that the program sets itself.

Of changes that are tracked, what was deleted stands apart in the file and is left out; so are notes, comments and what
is hidden. External entities and declarations of types are refused.
"""

import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from kg.errors import UnreadableError
from kg.readers.blocks import Block, Paragraph, Table, render
from kg.readers.open_styles import OFFICE, STYLE, TEXT, Level, Styles, count
from kg.readers.reader import Content
from kg.readers.zips import MOST_XML, unpack

KIND = "application/vnd.oasis.opendocument.text"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_MOST_LEVELS = 6
_MOST_SPACES = 100
_MOST_CELLS = 50  # that are empty and alike
_LEFT_OUT = {
    f"{TEXT}note",
    f"{TEXT}hidden-text",
    f"{TEXT}hidden-paragraph",
    f"{TEXT}page-number",
    f"{TEXT}page-count",
    f"{TEXT}ruby-text",
    f"{TEXT}tracked-changes",
    f"{OFFICE}annotation",
    f"{OFFICE}forms",
}
_OF_MEETING = re.compile(r"\b(?:\w*referat|dagsorden|\w*protokol|møde\w*)\b", re.I)
_SPACE = re.compile(r"[ \t\r\n]+")


def read(archive: zipfile.ZipFile) -> Content:
    """The document in a container. Raises `UnreadableError` where it is damaged or encrypted."""
    names = set(archive.namelist())
    if "META-INF/manifest.xml" in names and b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
        raise UnreadableError("password")
    content = _tree(_part(archive, "content.xml"))
    styles = _tree(_part(archive, "styles.xml")) if "styles.xml" in names else Element("none")
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableError("damaged")
    reader = _Reader(Styles(styles, content))
    return render([*reader.header(styles), *reader.blocks(body)], KIND)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return unpack(archive, archive.getinfo(name), MOST_XML)
    except KeyError as error:
        raise UnreadableError("damaged") from error


def _tree(data: bytes) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(data)
    except (ParseError, DefusedXmlException, UnicodeError, LookupError) as error:
        raise UnreadableError("damaged") from error


class _Reader:
    """Reads one document, from its beginning to its end."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts: dict[str, list[int]] = {}

    def header(self, styles: Element) -> list[Block]:
        """The header of the first page, where it speaks of the meeting."""
        pages = styles.findall(f"{OFFICE}master-styles/{STYLE}master-page")
        pages.sort(key=lambda page: page.get(f"{STYLE}name") not in {"First_20_Page", "Første_20_side"})
        for page in pages[:1]:
            header = page.find(f"{STYLE}header-first")
            header = page.find(f"{STYLE}header") if header is None else header
            if header is not None and _OF_MEETING.search(" ".join(header.itertext())):
                return list(self.blocks(header))
        return []

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks in `parent`, those in sections, lists, indexes and frames too."""
        for element in parent:
            if element.tag in {f"{TEXT}p", f"{TEXT}h"}:
                yield from self._paragraph(element)
            elif element.tag == f"{TEXT}list":
                yield from self._list(element, "", 1)
            elif element.tag == f"{_TABLE}table":
                yield Table(tuple(self._rows(element)))
            elif element.tag not in _LEFT_OUT and element.get(f"{TEXT}display") != "none":
                yield from self.blocks(element)

    def _paragraph(self, element: Element, label: str = "") -> Iterator[Block]:
        style = element.get(f"{TEXT}style-name", "")
        level = 0
        if element.tag == f"{TEXT}h":
            level = count(element.get(f"{TEXT}outline-level"), 10)
            label = label or self._heading(level, element)
        boxes: list[Element] = []
        bold = bool(self._styles.bold("paragraph", style))
        hidden = self._styles.hidden("paragraph", style)
        pieces = [] if hidden else list(self._pieces(element, boxes, bold=bold))
        shown = any(text.strip() for text, _ in pieces)
        if label and (shown or label != "- "):
            pieces.insert(0, (label, shown and all(bold for text, bold in pieces if text.strip())))
        yield Paragraph(tuple(pieces), min(level, _MOST_LEVELS), style)
        for box in boxes:
            yield from self.blocks(box)

    def _pieces(self, parent: Element, boxes: list[Element], *, bold: bool) -> Iterator[tuple[str, bool]]:
        yield _SPACE.sub(" ", parent.text or ""), bold
        for element in parent:
            name = element.tag.rpartition("}")[2]
            if name == "s":
                yield " " * count(element.get(f"{TEXT}c"), _MOST_SPACES), bold
            elif name in {"tab", "line-break"}:
                yield "\t" if name == "tab" else "\n", bold
            elif element.tag.startswith(_DRAW):
                boxes.append(element)
            elif element.tag not in _LEFT_OUT:
                style = element.get(f"{TEXT}style-name", "") if name == "span" else ""
                if not self._styles.hidden("text", style):
                    own = self._styles.bold("text", style)
                    yield from self._pieces(element, boxes, bold=bold if own is None else own)
            yield _SPACE.sub(" ", element.tail or ""), bold

    def _heading(self, level: int, element: Element) -> str:
        if element.get(f"{TEXT}is-list-header") == "true":
            return ""
        levels = self._styles.outline
        return self._label("\0outline", levels, level, element) if levels.get(level, Level()).form else ""

    def _list(self, element: Element, style: str, level: int) -> Iterator[Block]:
        style = element.get(f"{TEXT}style-name") or style
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list") is not None
        if level == 1 and not goes_on:
            self._counts.pop(style, None)
        for item in element:
            fresh = item.tag == f"{TEXT}list-item"
            for child in item:
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, style, level + 1)
                elif child.tag in {f"{TEXT}p", f"{TEXT}h"}:
                    label = self._label(style, self._styles.lists.get(style, {}), level, item) if fresh else ""
                    fresh = False
                    yield from self._paragraph(child, label)

    def _label(self, style: str, levels: dict[int, Level], level: int, element: Element) -> str:
        """The label of the next point on a level; asking for it counts."""
        this = levels.get(level, Level())
        counts = self._counts.setdefault(style, [])
        counts.extend(levels.get(place, this).start for place in range(len(counts) + 1, level))
        said = element.get(f"{TEXT}start-value")
        if said is not None:
            counts[level - 1 :] = [count(said, 10**9)]
        else:
            counts[level - 1 :] = [counts[level - 1] + 1 if len(counts) >= level else this.start]
        return this.label(counts, levels)

    def _rows(self, parent: Element) -> Iterator[tuple[tuple[Block, ...], ...]]:
        for element in parent:
            if element.tag == f"{_TABLE}table-row":
                yield tuple(self._cells(element))
            elif element.tag.startswith(f"{_TABLE}table-"):
                yield from self._rows(element)

    def _cells(self, row: Element) -> Iterator[tuple[Block, ...]]:
        for element in row:
            if element.tag == f"{_TABLE}table-cell":
                cell = tuple(self.blocks(element))
                # Only what is empty is repeated: tables that repeat tables grow beyond all bounds.
                again = 1 if cell else count(element.get(f"{_TABLE}number-columns-repeated"), _MOST_CELLS)
                yield from [cell] * again
