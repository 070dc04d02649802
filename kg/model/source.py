"""A file as read: its text is final, and every offset in the graph indexes into it."""

from bisect import bisect_left, bisect_right

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Half-open range of Unicode code points in a document's text as read."""

    start: int
    end: int


class Text(msgspec.Struct, frozen=True):
    """A piece of text with its place.

    `value` is what a person would write down: markup gone, white space folded, damage repaired.
    The text as read at `start`:`end` is what stood there.
    """

    value: str
    start: int
    end: int


class Mark(msgspec.Struct, frozen=True, order=True):
    """What a file's own structure says for certain about a stretch of its text.

    `role` is one of

    - of the meeting: `body`, `date` (`value` ISO), `start-time` (`value` HH:MM), `place`, `authority`, `kind` (`value`
      is `minutes` or `agenda`); the people `member`, `absentee`, `guest`, `secretary`, `substitute`, one mark for each;
    - of its points: `item` (the whole stretch of one point), and inside it `number`, `title`, `case`, `closed`,
      `attachment` (its title);
    - of the text: `heading` (`value` its level, 1 to 6), `bold` (a whole line), `row` (a line whose cells tabs divide),
      `break` (here ends what stands below a heading of level `value`, or a deeper one: an empty heading).

    `value` says what the text says, where that is written otherwise.
    """

    start: int
    end: int
    role: str
    value: str = ""


class Source(msgspec.Struct, frozen=True):
    """One document as read.

    `path` is relative to what the user gave, with `/`; `sha256` is over the file's bytes;
    `text` holds the decoded text with its line endings as they are. `pages` has the offset at which each page begins,
    where the file has pages; `marks` what the file's structure says, in order. `aside` has for each page the words
    on it that are not in the text, such as running headers. `hidden` are the pages, from 1, of which no
    picture may be shown, since nobody knows all that is on them, or it is closed or personal.
    """

    path: str
    sha256: str
    format: str
    text: str
    pages: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    aside: tuple[str, ...] = ()
    hidden: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The base name of the file."""
        return self.path.rpartition("/")[2]

    def page_at(self, offset: int) -> int | None:
        """The number of the page, from 1, on which `offset` stands; None where the file has no pages."""
        return bisect_right(self.pages, offset) or None

    def pages_in(self, start: int, end: int) -> range:
        """The numbers of the pages on which a stretch of the text stands, also those without words in between."""
        return range(bisect_right(self.pages, start) or 1, bisect_left(self.pages, end) + 1)
