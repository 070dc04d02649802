"""Documents that are ZIP containers inside: Word's and OpenDocument's, told apart by what they hold, not by name."""

import re
import zipfile
from pathlib import Path

from kg.errors import UnreadableError
from kg.readers import docx, odt
from kg.readers.reader import Content, Reader
from kg.readers.zips import BROKEN, MAGIC, MOST_BYTES, MOST_XML, check, head, open_zip, unpack

_MOST_NAME = 200
_LONG = 5_000_000  # bytes of a part, in which there may be too many paragraphs
_MOST_PARAGRAPHS = 200_000
_PARAGRAPH = re.compile(rb"<(?:w|text):p[ >/]")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
# Parts that only one kind of container has.
_KINDS = (
    ("xlsx", ("xl/",)),
    ("pptx", ("ppt/",)),
    ("epub", ("META-INF/container.xml",)),
    ("jar", ("META-INF/MANIFEST.MF",)),
)


def kind_of(archive: zipfile.ZipFile) -> str:
    """`docx`, `odt` and the like, or `archive` for a ZIP that is a folder of files."""
    names = archive.namelist()
    if "mimetype" in names:
        said = head(archive, archive.getinfo("mimetype"), _MOST_NAME).strip()
        if said.startswith(_OPEN_DOCUMENT):
            return "odt" if said.startswith(_OPEN_DOCUMENT + b"text") else "ods"
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    return next((kind for kind, begins in _KINDS if any(name.startswith(begins) for name in names)), "archive")


def _read(data: bytes, name: str) -> Content:
    with open_zip(data) as archive:
        kind = kind_of(archive)
        if kind not in {"docx", "odt"}:
            raise UnreadableError("other-format", Path(name).suffix.lower() if kind == "archive" else f".{kind}")
        check(archive, MOST_BYTES)
        _check_length(archive)
        if kind == "odt":
            return odt.read(archive)
    try:
        return docx.read(data)
    except (*BROKEN, KeyError, AttributeError) as error:
        raise UnreadableError("damaged") from error


def _check_length(archive: zipfile.ZipFile) -> None:
    """Raises `UnreadableError` for more paragraphs than minutes of a whole year have; to read them would take long."""
    for part in archive.infolist():
        if part.file_size > _LONG and part.filename.endswith(".xml"):
            count = len(_PARAGRAPH.findall(unpack(archive, part, MOST_XML)))
            if count > _MOST_PARAGRAPHS:
                raise UnreadableError("many-paragraphs", str(count), str(_MOST_PARAGRAPHS))


PACKAGE = Reader("package", (".docx", ".docm", ".dotx", ".odt", ".ott"), lambda head: head.startswith(MAGIC), _read)
