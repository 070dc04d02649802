"""Documents that are ZIP containers inside: Word's and OpenDocument's, told apart by what they hold, not by name."""

import zipfile
from pathlib import Path

from kg.errors import UnreadableError
from kg.readers import docx, odt
from kg.readers.reader import Content, Reader
from kg.readers.zips import BROKEN, MAGIC, check, head, open_zip

_MOST = 200_000_000  # bytes, unpacked
_MOST_XML = 60_000_000
_MOST_NAME = 200
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
        check(archive, _MOST)
        if any(part.file_size > _MOST_XML for part in archive.infolist() if part.filename.endswith((".xml", ".rels"))):
            raise UnreadableError("bomb", str(_MOST_XML // 10**6))
        if kind == "odt":
            return odt.read(archive)
    try:
        return docx.read(data)
    except (*BROKEN, KeyError, AttributeError) as error:
        raise UnreadableError("damaged") from error


PACKAGE = Reader("package", (".docx", ".docm", ".dotx", ".odt", ".ott"), lambda head: head.startswith(MAGIC), _read)
