"""HTML: FirstAgenda's publication pages, and any page of an authority's web site."""

import re

from kg.errors import UnreadableError
from kg.readers.export import compose
from kg.readers.firstagenda_page import read_publication
from kg.readers.markup import parse_html
from kg.readers.page import write_page
from kg.readers.point_page import read_point_page
from kg.readers.reader import Content, Reader
from kg.readers.text import decode
from kg.readers.writer import Writer

_PREAMBLE = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<\?xml[^>]*>|<!--.{0,3000}?-->)*"
_PAGE = re.compile(_PREAMBLE + rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|base)\b)", re.I | re.S)
_FRAGMENT = re.compile(_PREAMBLE + rb"<(?:div|table|main|article|section|h[1-6])\b[^>]*>", re.I | re.S)
_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_MEDIA_TYPE = "text/html"


def _claims(head: bytes) -> bool:
    head = head.replace(b"\0", b"")
    return bool(_PAGE.match(head) or (_FRAGMENT.match(head) and b"</" in head))


def _read(data: bytes, _: str) -> Content:
    tree = parse_html(_decoded(data))
    export = read_publication(tree) or read_point_page(tree)
    if export is not None:
        return compose(export, _MEDIA_TYPE)
    writer = Writer()
    write_page(tree, writer)
    if not writer.length:
        raise UnreadableError("no-words")
    return writer.content(_MEDIA_TYPE)


HTML = Reader("html", (".html", ".htm"), _claims, _read)


def _decoded(data: bytes) -> str:
    """The text of a page: by its byte order mark, then UTF-8 where it is valid, then as it says of itself.

    A page that was saved anew often keeps the `<meta charset>` of what it was; UTF-8 that is valid is no chance.
    """
    if not data.startswith(_BOMS) and b"\0" not in data[:4096]:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        said = _CHARSET.search(data[:4096])
        if said:
            try:
                return data.decode(said[1].decode("ascii"), "replace")
            except (LookupError, ValueError):
                pass
    return decode(data).lstrip("\ufeff")
