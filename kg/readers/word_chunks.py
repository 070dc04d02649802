"""HTML that a server put into a Word file as it was (`w:altChunk`), for Word to convert when it opens the file."""

from typing import Any

from kg.readers.blocks import Block, Paragraph, Table
from kg.readers.text import decode

_BOLD = frozenset({"b", "strong"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset("a abbr b big cite code em font i label mark q s small span strong sub sup tt u".split())
_LEFT_OUT = frozenset({"script", "style", "head", "title", "template", "_comment", "img", "object"})


def html_blocks(data: bytes) -> list[Block]:
    """The blocks of a page. Raises `UnreadableError` where it is no text."""
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(decode(data)).body
    return [] if body is None else _Page(body).blocks


class _Page:
    """Reads the children of one element."""

    def __init__(self, parent: Any, level: int = 0, *, bold: bool = False) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[tuple[str, bool]] = []
        self._level = level
        self._read(parent, bold=bold)
        self._close()

    def _read(self, parent: Any, *, bold: bool) -> None:
        for node in parent.iter(include_text=True):
            tag = str(node.tag or "")
            if tag == "-text":
                self._pieces.append((_folded(node.text_content or ""), bold))
            elif tag == "br":
                self._pieces.append(("\n", bold))
            elif tag in _INLINE:
                self._read(node, bold=bold or tag in _BOLD)
            elif tag == "table":
                self._close()
                self.blocks.append(Table(tuple(_row(row) for row in node.css("tr"))))
            elif tag not in _LEFT_OUT and not tag.startswith(("-", "!")):
                self._block(node, tag, bold=bold)

    def _block(self, node: Any, tag: str, *, bold: bool) -> None:
        self._close()
        if tag == "li":
            self._pieces.append((_label(node), bold))
            self._read(node, bold=bold)
            self._close()
        else:
            self.blocks.extend(_Page(node, int(tag[1]) if tag in _HEADINGS else self._level, bold=bold).blocks)

    def _close(self) -> None:
        if any(text.strip() for text, _ in self._pieces):
            self.blocks.append(Paragraph(tuple(self._pieces), self._level))
        self._pieces = []


def _row(row: Any) -> tuple[tuple[Block, ...], ...]:
    return tuple(tuple(_Page(cell, bold=cell.tag == "th").blocks) for cell in row.iter() if cell.tag in {"td", "th"})


def _label(item: Any) -> str:
    """What stands before a point of a list: its number in a numbered list, else a dash."""
    if item.parent is None or item.parent.tag != "ol":
        return "- "
    before = item.prev
    number = 1
    while before is not None:
        number += before.tag == "li"
        before = before.prev
    return f"{number}. "


def _folded(text: str) -> str:
    folded = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{folded}{' ' * (text[-1:].isspace() and bool(folded))}"
