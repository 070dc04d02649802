"""A tree of HTML written as text: blocks begin lines, inline elements never do, tables become rows with tabs."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kg.errors import UnreadableError
from kg.readers.markup import parse_html
from kg.readers.writer import Open, Writer

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MOST_NODES = 300_000
_PARAGRAPHS = frozenset("p blockquote ul ol dl table pre figure hr fieldset".split())
_LINES = frozenset(
    "address article aside body caption center dd details div dt figcaption footer form header html legend li main nav "
    "section summary tbody td tfoot th thead tr".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BUTTON = 2  # the level of a button that is a point's title
_STRONG = frozenset({"b", "strong", "u"})
_UNSEEN = frozenset(
    "script style noscript template head title iframe object embed svg canvas audio video map math select option input "
    "textarea datalist progress meter link meta dialog -comment".split()
)
_STRONG_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|text-decoration[\w-]*\s*:[^;]*underline", re.I)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# A heading that goes on like this is a paragraph that somebody set as one.
_LONGEST_HEADING = 220
_SENTENCE = 60
_MOST_COLUMNS = 30
_LONGEST_CELL = 400
_LONGEST_CAPTION = 40
_SAYS = re.compile(r"[^\W\d]{4}.*[.!?][)»”\"]?$", re.DOTALL)
_PARTS = "h1,h2,h3,h4,h5,h6,table,ul,ol,details,p~p~p"
Skips = Callable[["LexborNode", dict[str, str | None]], bool]


def write_html(html: str, writer: Writer) -> None:
    """Write a fragment of HTML, such as one field of an export. Raises `UnreadableError` for one without bounds."""
    body = parse_html(html).body
    if body is not None:
        write_tree(body, writer)


def write_tree(root: "LexborNode", writer: Writer, skips: Skips = lambda *_: False) -> None:
    """Write what a person sees of `root`, except for the elements that `skips` says.

    Raises `UnreadableError` for a tree of more than `MOST_NODES` nodes.
    """
    _Walk(writer, skips).walk(root)
    writer.bullet("")


def is_hidden(attributes: dict[str, str | None]) -> bool:
    """Whether an element is not shown: `hidden`, or by its style."""
    return "hidden" in attributes or bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))


class _Walk:
    """One walk over a tree, with a stack of its own: documents may be nested deeper than Python calls."""

    def __init__(self, writer: Writer, skips: Skips) -> None:
        self.writer = writer
        self.skips = skips
        self.seen = 0
        self.lists: list[Iterator[str]] = []
        self.pre = 0
        self.row = 0  # inside the row of a table, where blocks break no lines

    def walk(self, root: "LexborNode") -> None:
        stack: list[LexborNode | Callable[[], None]] = [root]
        while stack:
            step = stack.pop()
            if callable(step):
                step()
                continue
            self.seen += 1
            if self.seen > MOST_NODES:
                raise UnreadableError("too-complex")
            if step.tag == "-text":
                self._text(step.text_content or "")
                continue
            leave = self._enter(step)
            if leave is not None:
                stack.append(leave)
                stack.extend(reversed(list(step.iter(include_text=True))))

    def _text(self, text: str) -> None:
        if not self.pre:
            self.writer.words(text)
            return
        for place, line in enumerate(text.splitlines()):
            if place:
                self.writer.break_line()
            self.writer.words(line)

    def _enter(self, node: "LexborNode") -> Callable[[], None] | None:
        """Write what comes before the element's content; what comes after it, or None where it is passed over."""
        tag = node.tag or ""
        if tag in _UNSEEN:
            return None
        attributes = node.attributes
        if self.skips(node, attributes):
            return None
        if self.row and (tag in _PARAGRAPHS or tag in _LINES or tag in _HEADINGS or tag == "br"):
            return self._cell(tag, attributes)
        if tag == "br":
            self.writer.break_line()
            return None
        return self._block(node, tag, attributes) or self._inline(tag, attributes)

    def _block(self, node: "LexborNode", tag: str, attributes: dict[str, str | None]) -> Callable[[], None] | None:
        writer = self.writer
        level = _HEADINGS.get(tag) or _button_level(node, tag, attributes)
        if level:
            writer.new_paragraph()
            opened = writer.begin()
            return lambda: self._end_heading(opened, level)
        if tag in {"ul", "ol"}:
            return self._list(tag, attributes)
        if tag == "li" and node.css_first("h1,h2,h3,h4,h5,h6") is None:
            writer.bullet("  " * (len(self.lists) - 1) + next(self.lists[-1]) if self.lists else "- ")
            return lambda: writer.bullet("")
        if tag == "tr" and _is_data(node):
            return self._row()
        if tag == "pre":
            self.pre += 1
            writer.new_paragraph()
            return self._end_pre
        if tag in _PARAGRAPHS:
            writer.new_paragraph()
            return writer.new_paragraph
        if tag in _LINES:
            writer.new_line()
            return writer.new_line
        return None

    def _inline(self, tag: str, attributes: dict[str, str | None]) -> Callable[[], None]:
        style = attributes.get("style")
        if tag in _STRONG or (style and _STRONG_STYLE.search(style)):
            self.writer.strong(1)
            return lambda: self.writer.strong(-1)
        return lambda: None

    def _end_heading(self, opened: Open, level: int) -> None:
        text = self.writer.since(opened.start) if opened.start >= 0 else ""
        if len(text) <= _LONGEST_HEADING and not (len(text) > _SENTENCE and text.endswith(".")):
            if self.writer.end(opened, "heading", str(level)):
                self.writer.after_heading()
            else:
                self.writer.cut(level)
        else:
            self.writer.new_paragraph()

    def _end_pre(self) -> None:
        self.pre -= 1
        self.writer.new_paragraph()

    def _list(self, tag: str, attributes: dict[str, str | None]) -> Callable[[], None]:
        self.lists.append(_markers(tag, attributes))
        nested = len(self.lists) > 1
        (self.writer.new_line if nested else self.writer.new_paragraph)()
        return self._end_list

    def _end_list(self) -> None:
        self.lists.pop()
        (self.writer.new_line if self.lists else self.writer.new_paragraph)()

    def _row(self) -> Callable[[], None]:
        self.row = 1
        self.writer.new_line()
        opened = self.writer.begin()
        return lambda: self._end_row(opened)

    def _end_row(self, opened: Open) -> None:
        self.row = 0
        self.writer.end(opened, "row")
        self.writer.new_line()

    def _cell(self, tag: str, attributes: dict[str, str | None]) -> Callable[[], None]:
        """Inside a row: a cell begins after a tab; other blocks are parted by a space."""
        if tag not in {"td", "th"}:
            self.writer.words(" ")
            return lambda: self.writer.words(" ")
        if self.row > 1:
            self.writer.tab()
        self.row += 1
        wide = attributes.get("colspan") or ""
        more = min(int(wide), _MOST_COLUMNS) - 1 if wide.isascii() and wide.isdigit() else 0
        return lambda: self._tabs(more)

    def _tabs(self, count: int) -> None:
        for _ in range(count):
            self.writer.tab()


def _button_level(node: "LexborNode", tag: str, attributes: dict[str, str | None]) -> int:
    """The level of a button that is a heading by itself, with none in it or around it, and of the summary of what
    holds headings; 0 for any other element.
    """
    if tag == "summary":
        return _BUTTON if _heads_details(node) else 0
    if tag != "button" and attributes.get("role") != "button":
        return 0
    around = node.parent
    is_headed = node.css_first("h1,h2,h3,h4,h5,h6") is not None or (around is not None and around.tag in _HEADINGS)
    return 0 if is_headed else _BUTTON


def _heads_details(summary: "LexborNode") -> bool:
    """Whether a summary without a heading in it is the first of an element that has headings below it."""
    around = summary.parent
    first = around.css_first("summary") if around is not None else None
    if around is None or first is None or first.mem_id != summary.mem_id:
        return False
    return summary.css_first("h1,h2,h3,h4,h5,h6") is None and around.css_first("h2,h3,h4,h5,h6") is not None


def _is_data(row: "LexborNode") -> bool:
    """Whether a table's row holds data, and not the page's layout: two cells, none of them a text with parts."""
    cells = [each for each in row.iter() if each.tag in {"td", "th"}]
    if len(cells) < 2 or _is_captioned(cells):
        return False
    return not any(cell.css_first(_PARTS) is not None or len(cell.text(strip=True)) > _LONGEST_CELL for cell in cells)


def _is_captioned(cells: list["LexborNode"]) -> bool:
    """Whether a row is a caption and beside it its text: a sentence, or several lines."""
    if len(cells) != 2 or not _is_strong(cells[0]):
        return False
    caption, text = (cell.text(strip=True) for cell in cells)
    return 0 < len(caption) <= _LONGEST_CAPTION and (
        cells[1].css_first("p~p,br,li") is not None or bool(_SAYS.search(text))
    )


def _is_strong(cell: "LexborNode") -> bool:
    """Whether all of a cell is a header or in bold."""
    words = cell.text(strip=True)
    bold = next(iter(cell.css("b,strong")), None)
    return cell.tag == "th" or (bold is not None and bold.text(strip=True) == words)


def _markers(tag: str, attributes: dict[str, str | None]) -> Iterator[str]:
    """What the entries of a list begin with: bullets, numbers or letters."""
    if tag == "ul":
        while True:
            yield "- "
    start = attributes.get("start") or ""
    number = int(start) if start.isascii() and start.isdigit() and len(start) < len("1000000") else 1
    letters = (attributes.get("type") or "") in {"a", "A"} or "-alpha" in (attributes.get("style") or "")
    while True:
        yield f"{chr(ord('a') + number - 1)}. " if letters and number <= ord("z") - ord("a") + 1 else f"{number}. "
        number += 1
