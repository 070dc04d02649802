"""What every reader is."""

from collections.abc import Callable

import msgspec

from kg.model.source import Mark


class Content(msgspec.Struct, frozen=True):
    """What a reader makes of a file: the fields of a `Source` that are not known before it is read."""

    text: str
    format: str
    pages: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    aside: tuple[str, ...] = ()
    hidden: tuple[int, ...] = ()


class Reader(msgspec.Struct, frozen=True):
    """One file type.

    `endings` are those of its files, in lower case with their dot. `claims` says of a file's first bytes (at most
    `HEAD` of them) whether they are of this type, whatever the file is called. `read` takes all bytes and the file's
    base name, and raises `UnreadableError` with a key of `kg.messages` for what it cannot read. `ocr` is a second way
    of reading, for users who ask that pictures of text be read too.
    """

    name: str
    endings: tuple[str, ...]
    claims: Callable[[bytes], bool]
    read: Callable[[bytes, str], Content]
    ocr: Callable[[bytes, str], Content] | None = None


HEAD = 4096
