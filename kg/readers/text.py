"""Text and Markdown files ."""

import re
from pathlib import Path

from kg.errors import UnreadableError
from kg.readers.reader import Content, Reader

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})
_OTHERS = ("mac_roman", "cp865")  # of old Macs, and of DOS in the North
_ODD = re.compile(r"(?<=[^\W\d_])[\x80-\x9f¾¿Œ®¯‘›†»·](?=[^\W\d_])")  # what their letters become, inside words
_JUDGED = 100_000  # bytes
_FORMATS = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}


def _read(data: bytes, name: str) -> Content:
    return Content(decode(data), _FORMATS.get(Path(name).suffix.lower(), "text/plain"))


# The text keeps its line endings and a byte order mark, so that an offset counts the code points of the decoded file.
TEXT = Reader("text", tuple(_FORMATS), lambda _: True, _read)


def decode(data: bytes) -> str:
    """The text of `data`: UTF-8 where it is valid, UTF-16 and UTF-32 by their marks, else Windows-1252.

    Raises `UnreadableError` for empty and for binary data.
    """
    text = _decoded(data) if data.strip() else ""
    if not text.strip("\ufeff \t\r\n"):
        raise UnreadableError("empty")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding)
    if b"\0" in data[:4096]:
        encoding = _utf16(data)
        if encoding:
            return _strict(data, encoding)
    if sum(data.count(byte) for byte in _CONTROL) * 200 > len(data) or b"\0" in data:
        raise UnreadableError("not-text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError("encoding", encoding.upper()) from error


def _utf16(data: bytes) -> str:
    head = data[:4096]
    odd, even = head[1::2].count(0), head[::2].count(0)
    half = len(head) // 2
    if odd > half * 0.8 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.8 and odd < half * 0.05 else ""


def _single_byte(data: bytes) -> str:
    """Windows-1252, unless another old encoding makes clearly more Danish words of the bytes.

    A guess by statistics is often wrong on short Danish text, so only the letters decide that Danish has beside a-z.
    """
    head = data[:_JUDGED]
    usual = _windows(head)
    best = max(_OTHERS, key=lambda encoding: _danish(head.decode(encoding)))
    if _danish(head.decode(best)) > 2 * max(1, _danish(usual)) and _ODD.search(usual):
        return data.decode(best)
    return _windows(data)


def _windows(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _danish(text: str) -> int:
    return sum(text.count(letter) for letter in "æøåÆØÅ") - len(_ODD.findall(text))
