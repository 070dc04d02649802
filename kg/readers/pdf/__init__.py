"""PDF files with a text layer: their printed lines as text, read with PDFium."""

import re
from typing import TYPE_CHECKING

from kg.errors import UnreadableError
from kg.readers.pdf.document import document_of
from kg.readers.pdf.lines import lines_of
from kg.readers.pdf.running import Page
from kg.readers.reader import Content, Reader

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MAX_PAGES = 2_000
MAX_TEXT = 5_000_000  # letters of one file
FORMAT = "application/pdf"
_NEEDS_PASSWORD = 4
_NO_PAGES = re.compile(rb"/Count\s+0\b")


def _read(data: bytes, _: str) -> Content:
    return _content(_pages(data))


def _read_pictures_too(data: bytes, _: str) -> Content:
    return _content(_pages(data, ocr=True), ocr=True)


def _content(pages: list[Page | None], *, ocr: bool = False) -> Content:
    """What is read of the pages; those of which only a picture is known are None."""
    pictures = tuple(number for number, page in enumerate(pages, 1) if page is None)
    document = document_of([page or Page(1.0, []) for page in pages])
    if not document.text:
        raise UnreadableError(*(("no-text-layer", str(len(pages))) if pictures and not ocr else ("empty",)))
    return Content(document.text, FORMAT, document.pages, document.marks, document.aside, pictures)


def opened(data: bytes) -> "PdfDocument":
    """The document, which the caller closes. Raises `UnreadableError` for one that no page can be had of."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _NEEDS_PASSWORD:
            raise UnreadableError("password") from None
        raise UnreadableError("no-pages" if _NO_PAGES.search(data) else "broken-pdf") from None
    if len(document) > MAX_PAGES:
        count = len(document)
        document.close()
        raise UnreadableError("too-many-pages", str(count), str(MAX_PAGES))
    return document


def _pages(data: bytes, *, ocr: bool = False) -> list[Page | None]:
    from pypdfium2 import PdfiumError

    from kg.readers.pdf.runs import TooMuchError

    document = opened(data)
    pages: list[Page | None] = []
    letters = MAX_TEXT
    try:
        for number in range(len(document)):
            page = document[number]
            read, count = _page(page, letters)
            pages.append(_pictured(page, number + 1, ocr=ocr) if not read.lines else read)
            letters -= count
            page.close()
    except TooMuchError:
        raise UnreadableError("too-much-text", str(MAX_TEXT // 10**6)) from None
    except PdfiumError:
        raise UnreadableError("broken-pdf") from None
    finally:
        document.close()
    return pages


def _page(page: "PdfPage", most: int) -> tuple[Page, int]:
    from kg.readers.pdf.runs import runs_of

    runs, height = runs_of(page, most)
    return Page(height, lines_of(runs)), sum(len(run.text) for run in runs)


def _pictured(page: "PdfPage", number: int, *, ocr: bool) -> Page | None:
    """A page without text: empty where nothing is on it; else what is read of its picture, or None where nothing is."""
    from kg.readers.pdf.ocr import DPI, read_picture
    from kg.readers.pdf.picture import draw

    if next(page.get_objects(max_depth=1), None) is None:
        return Page(1.0, [])
    if not ocr:
        return None
    picture = draw(page, DPI, grey=True)
    lines = [] if picture.is_blank else lines_of(read_picture(picture, number))
    return Page(picture.height * picture.points, lines) if lines else None


PDF = Reader("pdf", (".pdf",), lambda head: b"%PDF-" in head[:1024], _read, _read_pictures_too)
