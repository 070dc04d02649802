"""Text with marks, written from beginning to end by a reader that knows a file's structure."""

import re

import msgspec

from kg.model.source import Mark
from kg.readers.reader import Content

# Soft hyphens, zero-width characters, directions, control characters and halves of surrogate pairs: nothing a reader
# of the page sees. What `str.splitlines` takes for a line end is white space to `str.split`, and so becomes a space.
_UNSEEN = re.compile(
    "[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]"
)
_LINE, _PARAGRAPH = 1, 2


class Open(msgspec.Struct):
    """A mark that has begun: `start` is where the next word came to stand, -1 as long as none did."""

    start: int = -1


class Writer:
    """Collects words into lines. White space folds to one space; line breaks are due only where words follow."""

    def __init__(self) -> None:
        """An empty text."""
        self.marks: list[Mark] = []
        self.length = 0
        self._pieces: list[str] = []
        self._due = 0
        self._most = _PARAGRAPH
        self._space = False
        self._marker = ""
        self._cut = ""
        self._open: list[Open] = []
        self._line_start = 0
        self._strong = 0
        self._plain_words = False

    def words(self, text: str) -> None:
        """Write words of running text on the line that is open."""
        if not text:
            return
        text = _UNSEEN.sub("", text)
        core = " ".join(text.split())
        if not core:
            self._space = self._space or bool(text)
            return
        self._begin_words(spaced=text[:1].isspace())
        self._put(core)
        self._plain_words = self._plain_words or not self._strong
        self._space = text[-1:].isspace()
        self._most = _PARAGRAPH

    def _begin_words(self, *, spaced: bool) -> None:
        """What stands between what was written last and the words to come: line breaks, or a space."""
        if self._due and self.length:
            self._end_line()
            self._put("\n" * min(self._due, self._most))
            self._line_start, self._plain_words = self.length, False
        elif (spaced or self._space) and self.length and not self._at_gap():
            self._put(" ")
        self._due, self._space = 0, False
        if self._cut:
            self.marks.append(Mark(self.length, self.length, "break", self._cut))
            self._cut = ""
        if self._marker:
            self._put(self._marker)
            self._marker = ""
        for waiting in self._open:
            waiting.start = self.length
        self._open.clear()

    def _at_gap(self) -> bool:
        return self._pieces[-1][-1] in " \t\n"

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self.length += len(piece)

    def _end_line(self) -> None:
        if self.length > self._line_start and not self._plain_words:
            self.marks.append(Mark(self._line_start, self.length, "bold"))

    def tab(self) -> None:
        """Begin the next cell of a row."""
        self._space = False
        self._begin_words(spaced=False)
        self._put("\t")

    def new_line(self) -> None:
        """What follows stands on a line of its own."""
        self._due = max(self._due, _LINE)

    def new_paragraph(self) -> None:
        """What follows stands below a blank line."""
        self._due = _PARAGRAPH

    def break_line(self) -> None:
        """A line break of the source: two of them part paragraphs."""
        self._due = min(self._due + 1, _PARAGRAPH)

    def after_heading(self) -> None:
        """What follows stands right below."""
        self._due = self._most = _LINE

    def cut(self, level: int) -> None:
        """What follows belongs no longer to a heading of this level, or a deeper one."""
        self._cut = str(level)

    def bullet(self, marker: str) -> None:
        """Begin the next words' line with `marker`; an empty one takes the marker back, if no words came."""
        self.new_line()
        self._marker = marker

    def strong(self, step: int) -> None:
        """Enter (1) or leave (-1) bold or underlined words."""
        self._strong += step

    def begin(self) -> Open:
        """Begin a mark at the next words."""
        opened = Open()
        self._open.append(opened)
        return opened

    def end(self, opened: Open, role: str, value: str = "") -> bool:
        """End a mark at the last word; False where no word was written."""
        if opened.start < 0:
            self._open = [each for each in self._open if each is not opened]
            return False
        self.marks.append(Mark(opened.start, self.length, role, value))
        return True

    def marked(self, text: str, role: str, value: str = "") -> None:
        """Write words with a mark over them."""
        opened = self.begin()
        self.words(text)
        self.end(opened, role, value)

    def content(self, kind: str) -> Content:
        """The text as a document, its marks in order. `kind` is the media type."""
        self._end_line()
        tail = "\n" if self.length else ""
        return Content("".join(self._pieces) + tail, kind, (), tuple(sorted(self.marks)))

    def since(self, start: int) -> str:
        """What was written from an offset on."""
        pieces, length = [], self.length
        for piece in reversed(self._pieces):
            if length <= start:
                break
            length -= len(piece)
            pieces.append(piece)
        return "".join(reversed(pieces))[max(0, start - length) :]
