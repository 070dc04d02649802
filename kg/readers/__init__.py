"""File to Source: one reader per file type, the first that claims a file's bytes reads it."""

import hashlib
from pathlib import Path

from kg.errors import UnreadableError
from kg.model.source import Source
from kg.readers.edoc_xml import EDOC_XML
from kg.readers.firstagenda_json import FIRSTAGENDA_JSON
from kg.readers.html import HTML
from kg.readers.legacy import LEGACY
from kg.readers.other_xml import OTHER_XML
from kg.readers.package import PACKAGE
from kg.readers.pdf import PDF
from kg.readers.reader import HEAD, Content, Reader
from kg.readers.sbsys_xml import SBSYS_XML
from kg.readers.text import TEXT

__all__ = [
    "ENDINGS",
    "MAX_BYTES",
    "READERS",
    "Content",
    "Reader",
    "content_of",
    "file_bytes",
    "read",
    "reader_of",
    "source_from",
]

# In the order in which they are asked; text is what nobody else claims.
READERS: tuple[Reader, ...] = (
    PDF,
    PACKAGE,
    LEGACY,
    FIRSTAGENDA_JSON,
    HTML,
    EDOC_XML,
    SBSYS_XML,
    OTHER_XML,
    TEXT,
)
ENDINGS = frozenset(ending for reader in READERS for ending in reader.endings)
MAX_BYTES = 20_000_000


def read(path: Path, relative: str, *, ocr: bool = False) -> Source:
    """Read the file at `path`, known to the user as `relative`.

    With `ocr`, pictures of text are read too.

    Raises `UnreadableError` for a file that is empty, too large, of no type that is known, or not readable at all.
    """
    return source_from(file_bytes(path), relative, ocr=ocr)


def file_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises `UnreadableError` for one that is too large, or cannot be opened."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableError("too-large", f"{size / 1e6:.0f}", f"{MAX_BYTES // 10**6}")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError("refused", error.strerror or str(error)) from error


def source_from(data: bytes, relative: str, *, ocr: bool = False) -> Source:
    """The source whose bytes are `data`, known to the user as `relative`; with `ocr`, pictures of text are read too.

    Raises `UnreadableError`.
    """
    content = content_of(data, relative.rpartition("/")[2], ocr=ocr)
    return Source(
        relative,
        hashlib.sha256(data).hexdigest(),
        content.format,
        content.text,
        content.pages,
        content.marks,
        content.aside,
        content.hidden,
    )


def reader_of(head: bytes) -> Reader:
    """The first reader that claims a file's first bytes (at most `HEAD` of them)."""
    return next((each for each in READERS if each.claims(head)), TEXT)


def content_of(data: bytes, name: str, *, ocr: bool = False) -> Content:
    """What the first reader that claims `data` makes of it; `name` is the file's base name.

    Raises `UnreadableError`, also for whatever else a reader stumbles over: documents are not to be trusted.
    """
    try:
        reader = reader_of(data[:HEAD])
        return (reader.ocr if ocr and reader.ocr else reader.read)(data, name)
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:
        raise UnreadableError("damaged") from error
