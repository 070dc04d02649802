"""What lies in a ZIP archive: the names of its files made harmless, and how much of it may be unpacked.

Nothing is written to a path, so no name can lead anywhere; a name is only what the user is told.
"""

import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from kg.errors import UnreadableError
from kg.readers import MAX_BYTES
from kg.readers.zips import MOST_PARTS, check_part, open_zip, unpack

MOST_DEEP = 3  # archives in archives
MOST_ARCHIVE = 200_000_000  # bytes of an archive in an archive
_MOST_UNPACKED = 2_000_000_000
_UTF8 = 0x800
_DRIVE = re.compile(r"[A-Za-z]:")


class Room:
    """How much of one archive, with all those in it, may still be looked into."""

    def __init__(self) -> None:
        """All of it."""
        self._parts = MOST_PARTS
        self._bytes = _MOST_UNPACKED
        self.is_full = False

    def take(self, part: zipfile.ZipInfo) -> None:
        """Room for one part. Raises `UnreadableError` where there is none left, or for a part that no one may read."""
        self._parts -= 1
        self._bytes -= part.file_size
        if self._parts < 0:
            self.is_full = True
            raise UnreadableError("many-parts", f"> {MOST_PARTS}", str(MOST_PARTS))
        check_part(part, MOST_ARCHIVE)
        if self._bytes < 0:
            self.is_full = True
            raise UnreadableError("bomb", str(_MOST_UNPACKED // 10**6))

    def unpack(self, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
        """A part that is a container itself. Raises `UnreadableError`."""
        return unpack(archive, part, MOST_ARCHIVE)


def members_of(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """The files in an archive, by name; of two that have one name the later, as when they are unpacked."""
    last = {part.filename: part for part in archive.infolist()}
    for name in sorted(last):
        pieces = shown(last[name]).split("/")
        if not last[name].is_dir() and not any(piece.startswith((".", "__MACOSX")) for piece in pieces) and pieces[0]:
            yield last[name]


def shown(part: zipfile.ZipInfo) -> str:
    """The name of a file in an archive as a path below it: nothing absolute, no `..`, no character that is not seen."""
    name = part.filename
    if not part.flag_bits & _UTF8:
        try:
            name = name.encode("cp850").decode("utf-8")  # programs that write UTF-8 and do not say so
        except UnicodeError:
            name = part.filename
    pieces = [piece for piece in name.replace("\\", "/").split("/") if piece not in {"", ".", ".."}]
    pieces = [piece for piece in pieces if not _DRIVE.fullmatch(piece)]
    return "".join(char if char.isprintable() else "\ufffd" for char in "/".join(pieces))


def member_bytes(path: str, members: tuple[str, ...]) -> bytes:
    """The bytes of a file in an archive at `path`. Raises `UnreadableError`, also where it is no longer there."""
    try:
        stat = Path(path).stat()
        archive = _opened(path, stat.st_mtime_ns, stat.st_size, members[:-1])
        return unpack(archive, archive.getinfo(members[-1]), MAX_BYTES)
    except KeyError as error:
        raise UnreadableError("changed") from error
    except OSError as error:
        raise UnreadableError("refused", error.strerror or str(error)) from error


@lru_cache(maxsize=1)
def _opened(path: str, changed: int, size: int, members: tuple[str, ...]) -> zipfile.ZipFile:
    """An archive, kept open for the next of its files; `changed` and `size` tell it from what was there before."""
    archive = open_zip(path)
    for name in members:
        with archive:
            data = unpack(archive, archive.getinfo(name), MOST_ARCHIVE)
        archive = open_zip(data)
    del changed, size
    return archive
