"""PDF files with a text layer: their printed lines as text, read with PDFium."""

import re
from typing import TYPE_CHECKING

from kg.errors import UnreadableError
from kg.readers.pdf.document import Document, document_of
from kg.readers.pdf.running import Page
from kg.readers.reader import Content, Reader

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 2_000
MAX_TEXT = 5_000_000  # letters of one file
FORMAT = "application/pdf"
_NEEDS_PASSWORD = 4
_NO_PAGES = re.compile(rb"/Count\s+0\b")


def _read(data: bytes, _: str) -> Content:
    pages = _pages(data)
    if not any(page.lines for page in pages):
        raise UnreadableError("no-text-layer", str(len(pages)))
    return content_of(document_of(pages))


def content_of(document: Document) -> Content:
    """What a reader gives, of the pages of a document. Raises `UnreadableError` for one without a word."""
    if not document.text.strip():
        raise UnreadableError("empty")
    return Content(document.text, FORMAT, document.pages, document.marks)


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


def _pages(data: bytes) -> list[Page]:
    from pypdfium2 import PdfiumError

    from kg.readers.pdf.lines import lines_of
    from kg.readers.pdf.runs import TooMuchError, height_of, runs_of

    document = opened(data)
    try:
        pages, letters = [], 0
        for page in document:
            runs = runs_of(page, MAX_TEXT - letters)
            letters += sum(len(run.text) for run in runs)
            pages.append(Page(height_of(page), lines_of(runs)))
            page.close()
    except TooMuchError:
        raise UnreadableError("too-much-text", str(MAX_TEXT // 10**6)) from None
    except PdfiumError:
        raise UnreadableError("broken-pdf") from None
    finally:
        document.close()
    return pages


PDF = Reader("pdf", (".pdf",), lambda head: b"%PDF-" in head[:1024], _read)
