"""Files of office programs that are known, and not read: what they are, so that a person knows what to do."""

from kg.errors import UnreadableError
from kg.readers.reader import Content, Reader

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
# The streams of an OLE container, by whose names its kind is known.
_STREAMS = (
    ("EncryptedPackage", ""),
    ("WordDocument", "Word 97–2003 (.doc)"),
    ("Workbook", "Excel 97–2003 (.xls)"),
    ("PowerPoint Document", "PowerPoint 97–2003 (.ppt)"),
    ("__nameid_version1.0", "Outlook (.msg)"),
)


def _read(data: bytes, name: str) -> Content:
    del name
    if data.startswith(_RTF):
        raise UnreadableError("old-format", "RTF (.rtf)")
    kind = next((kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in data), "Office 97–2003")
    raise UnreadableError("old-format", kind) if kind else UnreadableError("password")


LEGACY = Reader("legacy", (), lambda head: head.startswith((_OLE, _RTF)), _read)
