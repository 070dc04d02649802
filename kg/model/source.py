"""A file as read: its text is final, and every offset in the graph indexes into it."""

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


class Source(msgspec.Struct, frozen=True):
    """One document as read.

    `path` is relative to what the user gave, with `/`; `sha256` is over the file's bytes;
    `text` holds the decoded text with its line endings as they are.
    """

    path: str
    sha256: str
    format: str
    text: str

    @property
    def name(self) -> str:
        """The base name of the file."""
        return self.path.rpartition("/")[2]
