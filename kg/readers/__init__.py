"""File to Source: one reader per file type, the first that claims a file's bytes reads it."""

import hashlib
from pathlib import Path

from kg.errors import UnreadableError
from kg.model.source import Source
from kg.readers.legacy import LEGACY
from kg.readers.package import PACKAGE
from kg.readers.reader import HEAD, Content, Reader
from kg.readers.text import TEXT

__all__ = ["ENDINGS", "MAX_BYTES", "READERS", "Content", "Reader", "content_of", "read"]

# In the order in which they are asked; text is what nobody else claims.
READERS: tuple[Reader, ...] = (PACKAGE, LEGACY, TEXT)
ENDINGS = frozenset(ending for reader in READERS for ending in reader.endings)
MAX_BYTES = 20_000_000


def read(path: Path, relative: str) -> Source:
    """Read the file at `path`, known to the user as `relative`.

    Raises `UnreadableError` for a file that is empty, too large, of no type that is known, or not readable at all.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableError("too-large", f"{size / 1e6:.0f}", f"{MAX_BYTES // 10**6}")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError("refused", error.strerror or str(error)) from error
    content = content_of(data, path.name)
    return Source(
        relative, hashlib.sha256(data).hexdigest(), content.format, content.text, content.pages, content.marks
    )


def content_of(data: bytes, name: str) -> Content:
    """What the first reader that claims `data` makes of it; `name` is the file's base name.

    Raises `UnreadableError`.
    """
    head = data[:HEAD]
    reader = next((each for each in READERS if each.claims(head)), TEXT)
    return reader.read(data, name)
