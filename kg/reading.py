"""One input to its Source: the one place where the bytes of a document are fetched, from a file or an archive."""

import zlib
from pathlib import Path

import msgspec

from kg.archives import member_bytes
from kg.inputs import Input
from kg.model.source import Source
from kg.readers import file_bytes, reader_of, source_from
from kg.readers.reader import HEAD
from kg.readers.text import TEXT

_LARGE = 1_000_000  # bytes; minutes have some ten thousand
_decoder = msgspec.msgpack.Decoder(Source)


def bytes_of(given: Input) -> bytes:
    """The bytes of an input. Raises `UnreadableError`."""
    return member_bytes(given.path, given.members) if given.members else file_bytes(Path(given.path))


def read_input(given: Input, *, ocr: bool = False) -> Source:
    """An input as read, with `ocr` also its pictures of text. Raises `UnreadableError`."""
    return source_from(bytes_of(given), given.relative, ocr=ocr)


def is_converted(data: bytes) -> bool:
    """Whether reading a file takes more than decoding text."""
    return reader_of(data[:HEAD]) is not TEXT


def needs_care(given: Input) -> bool:
    """Whether an input is read where it can be stopped: one that is converted, or a large one."""
    if given.members:
        return True
    path = Path(given.path)
    try:
        with path.open("rb") as file:
            return is_converted(file.read(HEAD)) or path.stat().st_size > _LARGE
    except OSError:
        return False


def pack(source: Source) -> bytes:
    """A source in few bytes, to hand it from one process to another."""
    return zlib.compress(msgspec.msgpack.encode(source), 1)


def unpack(packed: bytes) -> Source:
    """The source that was packed."""
    return _decoder.decode(zlib.decompress(packed))
