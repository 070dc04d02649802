"""ZIP containers looked at before anything in them is unpacked: how many parts, how large, how tightly packed.

A bomb says what it will become in its own list of contents, and `zipfile` gives no more than that list says; so the
list is believed, and refused. Nothing is ever written to a path.
"""

import io
import zipfile
import zlib
from typing import IO

from kg.errors import UnreadableError

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
MOST_PARTS = 10_000
MOST_BYTES = 200_000_000  # of a document, unpacked
MOST_XML = 60_000_000  # of one of its parts
_TIGHT = 200  # times smaller than unpacked; text of minutes is seldom twenty times smaller
_SMALL = 2_000_000  # bytes, of which no harm comes
_ENCRYPTED = 0x1
# Windows writes the names of files in the code page of its console where it does not say UTF-8.
_NAMES = "cp850"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError)


def open_zip(file: str | bytes | IO[bytes]) -> zipfile.ZipFile:
    """A container at a path, or in bytes. Raises `UnreadableError` for what is none, or has too many parts."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file, metadata_encoding=_NAMES)
    except BROKEN as error:
        raise UnreadableError("damaged") from error
    count = len(archive.infolist())
    if count > MOST_PARTS:
        archive.close()
        raise UnreadableError("many-parts", str(count), str(MOST_PARTS))
    return archive


def check(archive: zipfile.ZipFile, most: int) -> None:
    """Raises `UnreadableError` where the parts come to more than `most` bytes, or where one is a bomb."""
    if sum(part.file_size for part in archive.infolist()) > most:
        raise UnreadableError("bomb", str(most // 10**6))
    for part in archive.infolist():
        check_part(part, most)


def check_part(part: zipfile.ZipInfo, most: int) -> None:
    """Raises `UnreadableError` for a part that is encrypted, larger than `most` bytes, or packed as no document is."""
    if part.flag_bits & _ENCRYPTED:
        raise UnreadableError("password")
    if part.file_size > most:
        raise UnreadableError("too-large", f"{part.file_size / 1e6:.0f}", str(most // 10**6))
    if part.file_size > max(_SMALL, _TIGHT * part.compress_size):
        raise UnreadableError("bomb", str(most // 10**6))


def unpack(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> bytes:
    """The bytes of a part, `most` at most. Raises `UnreadableError` as `check_part` does, and where it is damaged."""
    check_part(part, most)
    try:
        with archive.open(part) as file:
            data = file.read(most + 1)
    except BROKEN as error:
        raise UnreadableError("damaged") from error
    if len(data) > most:
        raise UnreadableError("bomb", str(most // 10**6))
    return data


def head(archive: zipfile.ZipFile, part: zipfile.ZipInfo, count: int) -> bytes:
    """The first bytes of a part; none where it cannot be opened."""
    try:
        with archive.open(part) as file:
            return file.read(count)
    except BROKEN:
        return b""
