"""Word's files (.docx), through python-docx: text as Word prints it, with the numbers that Word sets itself.

What is inserted is kept and what is deleted dropped, where changes are tracked; hidden text, comments and footnotes are
left out; of the page headers only what stands on the first page, where it is of the meeting.
"""

import io
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from kg.errors import UnreadableError
from kg.readers.blocks import Block, Paragraph, Table, render
from kg.readers.reader import Content
from kg.readers.word_chunks import html_blocks
from kg.readers.word_lists import Lists
from kg.readers.word_styles import Styles, W, switch, value_of
from kg.readers.zips import MAGIC, MOST_BYTES, MOST_XML, check, open_zip

if TYPE_CHECKING:
    from docx.document import Document

KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DEEPEST = 2  # documents in documents
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# What stands around text and is no text itself.
_AROUND = {
    *(W + name for name in "ins moveTo hyperlink smartTag sdtContent customXml fldSimple dir bdo".split()),
    f"{_MC}AlternateContent",
    f"{_MC}Choice",
    f"{_M}oMath",
    f"{_M}oMathPara",
    f"{_M}r",
}
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.I)
_OF_MEETING = re.compile(r"\b(?:\w*referat|dagsorden|\w*protokol|møde\w*)\b", re.I)


def read(data: bytes) -> Content:
    """The document whose bytes are `data`. Raises what python-docx raises for one that is damaged."""
    return render(_Reader(_opened(data)).blocks(), KIND)


def _opened(data: bytes) -> "Document":
    import docx

    with open_zip(data) as archive:
        check(archive, MOST_BYTES)
        if any(part.file_size > MOST_XML for part in archive.infolist() if part.filename.endswith((".xml", ".rels"))):
            raise UnreadableError("bomb", str(MOST_XML // 10**6))
    return docx.Document(io.BytesIO(data))


class _Field(msgspec.Struct):
    """A field that stands open: what it asks for, and whether its result is read now."""

    asks: str = ""
    result: bool = False

    def is_shown(self) -> bool:
        """A page's own number says nothing once there are no pages."""
        return self.result and not _PAGE_FIELD.match(self.asks)


class _Reader:
    """Reads one document, from its beginning to its end."""

    def __init__(self, document: "Document", deep: int = 0) -> None:
        part = document.part
        self._deep = deep
        self._document = document
        self._styles = Styles(_element(part, "styles"))
        self._lists = Lists(_element(part, "numbering"), self._styles)
        self._fields: list[_Field] = []

    def blocks(self) -> Iterator[Block]:
        yield from self._header()
        yield from self._read(self._document.element.body)

    def _header(self) -> list[Block]:
        """The header of the first page: one of its own always, the one of all pages where it speaks of the meeting."""
        sections = self._document.sections
        if not len(sections):
            return []
        own = sections[0].different_first_page_header_footer
        header = sections[0].first_page_header if own else sections[0].header
        if header.is_linked_to_previous:
            return []
        blocks = list(self._read(header.part.element))
        return blocks if own or _OF_MEETING.search(_said(blocks)) else []

    def _read(self, parent: Any) -> Iterator[Block]:
        """The blocks among the children of `parent`; a paragraph whose mark is deleted runs on into the next."""
        pending: list[tuple[str, bool]] = []
        for element in _flat(parent):
            if element.tag == f"{W}p":
                boxes: list[Block] = []
                properties = element.find(f"{W}pPr")
                paragraph = self._paragraph(element, properties, boxes)
                if _is_mark_deleted(properties):
                    pending += paragraph.pieces
                else:
                    yield msgspec.structs.replace(paragraph, pieces=(*pending, *paragraph.pieces))
                    pending = []
                yield from boxes
            elif element.tag == f"{W}altChunk":
                yield from self._chunk(element.get(_RELATED, ""))
            else:
                yield Table(tuple(map(self._row, _children(element, "tr"))))
        if pending:
            yield Paragraph(tuple(pending))

    def _chunk(self, identifier: str) -> Iterable[Block]:
        """A document that a server put into this one for Word to convert: another Word file, or HTML."""
        part = self._document.part.related_parts.get(identifier)
        if part is None or self._deep == _DEEPEST:
            return ()
        data = part.blob
        if data.startswith(MAGIC):
            return _Reader(_opened(data), self._deep + 1).blocks()
        return html_blocks(data) if "html" in part.content_type else ()

    def _row(self, row: Any) -> tuple[tuple[Block, ...], ...]:
        if switch(row.find(f"{W}trPr"), "del"):
            return ()
        return tuple(tuple(self._read(cell)) for cell in _children(row, "tc"))

    def _paragraph(self, element: Any, properties: Any, boxes: list[Block]) -> Paragraph:
        style = value_of(properties, "pStyle") or self._styles.default
        pieces = tuple(self._pieces(element, style, boxes))
        label = self._lists.label(style, properties)
        shown = any(text.strip() for text, _ in pieces)
        if label and (shown or label != "- "):
            bold = shown and all(bold for text, bold in pieces if text.strip())
            pieces = ((label, bold), *pieces)
        return Paragraph(pieces, self._styles.level(style, properties), style)

    def _pieces(self, parent: Any, style: str, boxes: list[Block]) -> Iterator[tuple[str, bool]]:
        for element in parent.iterchildren(tag=None):
            tag = element.tag
            if tag == f"{W}r":
                yield from self._run(element, style, boxes)
            elif tag == f"{W}sdt":
                content = _content(element)
                if content is not None:
                    yield from self._pieces(content, style, boxes)
            elif tag == f"{_M}t":
                yield element.text or "", False
            elif tag in _AROUND and not (tag == f"{W}fldSimple" and _PAGE_FIELD.match(element.get(f"{W}instr", ""))):
                yield from self._pieces(element, style, boxes)

    def _run(self, run: Any, style: str, boxes: list[Block]) -> Iterator[tuple[str, bool]]:
        properties = run.find(f"{W}rPr")
        own = value_of(properties, "rStyle") or ""
        bold, hidden = switch(properties, "b"), switch(properties, "vanish")
        bold = self._styles.is_bold(own, style) if bold is None else bold
        hidden = self._styles.is_hidden(own, style) if hidden is None else hidden
        for element in run.iterchildren(tag=None):
            name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
            if name == "fldChar":
                self._field(element.get(f"{W}fldCharType"))
            elif name == "instrText" and self._fields:
                self._fields[-1].asks += element.text or ""
            elif name in {"drawing", "pict", "object", "AlternateContent"}:
                boxes.extend(block for box in _boxes(element) for block in self._read(box))
            elif not hidden and all(each.is_shown() for each in self._fields):
                text = element.text or "" if name == "t" else _CHARACTERS.get(name, "")
                if text:
                    yield text, bold

    def _field(self, what: str | None) -> None:
        if what == "begin":
            self._fields.append(_Field())
        elif what == "separate" and self._fields:
            self._fields[-1].result = True
        elif what == "end" and self._fields:
            self._fields.pop()


def _element(part: Any, name: str) -> Any:
    """The root of a part that the document relates to as its `name`; None where it has none."""
    for each in part.rels.values():
        if not each.is_external and each.reltype.endswith(f"/{name}"):
            return getattr(each.target_part, "element", None)
    return None


def _flat(parent: Any) -> Iterator[Any]:
    """The paragraphs, tables and foreign parts of `parent`, those in content controls and the like too."""
    for element in parent.iterchildren(tag=None):
        if element.tag in (f"{W}p", f"{W}tbl", f"{W}altChunk"):
            yield element
        elif element.tag == f"{W}sdt":
            content = _content(element)
            if content is not None:
                yield from _flat(content)
        elif element.tag in _AROUND:
            yield from _flat(element)


def _children(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those in content controls too."""
    for element in parent.iterchildren(tag=None):
        if element.tag == W + name:
            yield element
        elif element.tag == f"{W}sdt":
            content = _content(element)
            if content is not None:
                yield from _children(content, name)
        elif element.tag in _AROUND:
            yield from _children(element, name)


def _content(control: Any) -> Any:
    """What a content control holds; None where that is only its invitation to write something."""
    if switch(control.find(f"{W}sdtPr"), "showingPlcHdr"):
        return None
    return control.find(f"{W}sdtContent")


def _boxes(parent: Any) -> Iterator[Any]:
    """The text boxes in a drawing, each once: what is there for older programs is another copy of it."""
    for element in parent.iterchildren(tag=None):
        if element.tag == f"{W}txbxContent":
            yield element
        elif element.tag != f"{_MC}Fallback":
            yield from _boxes(element)


def _is_mark_deleted(properties: Any) -> bool:
    run = None if properties is None else properties.find(f"{W}rPr")
    return run is not None and run.find(f"{W}del") is not None


def _said(blocks: Iterable[Block]) -> str:
    """All that blocks say, for looking into."""
    return "\n".join(
        " ".join(text for text, _ in each.pieces)
        if isinstance(each, Paragraph)
        else _said(block for row in each.rows for cell in row for block in cell)
        for each in blocks
    )
