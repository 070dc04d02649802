"""Word and OpenDocument files made of a few lines of their XML."""

import io
import zipfile
from functools import cache

import pytest

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
ODT = "application/vnd.oasis.opendocument.text"
OPEN = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    ]
)


@cache
def make_docx(body: str, styles: str = "", numbering: str = "", header: str = "", *, first_page: bool = False) -> bytes:
    """A Word file whose body is `body`; `styles`, `numbering` and `header` are put into those of an empty one."""
    import docx
    from docx.oxml import parse_xml

    document = docx.Document()
    if header:
        section = document.sections[0]
        section.different_first_page_header_footer = first_page
        own = section.first_page_header if first_page else section.header
        own.is_linked_to_previous = False
        _fill(own.part.element, header, parse_xml, 0)
    _fill(document.element.body, body, parse_xml, 0)
    if styles:
        _fill(document.styles.element, styles, parse_xml, len(document.styles.element))
    if numbering:
        own = document.part.numbering_part.element
        for each in list(own):
            own.remove(each)
        _fill(own, numbering, parse_xml, 0)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _fill(parent, xml, parse_xml, place):
    for offset, element in enumerate(parse_xml(f"<w:x {W} {MORE}>{xml}</w:x>")):
        parent.insert(place + offset, element)


def make_odt(body: str, styles: str = "", page: str = "", mimetype: str = ODT) -> bytes:
    """An OpenDocument file with `body` as its text, `styles` as its automatic styles, `page` as its master styles."""
    content = (
        f"<office:document-content {OPEN}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    more = (
        f"<office:document-styles {OPEN}><office:master-styles>{page}</office:master-styles></office:document-styles>"
    )
    return make_zip({"mimetype": mimetype, "content.xml": content, "styles.xml": more})


def make_zip(files: dict[str, str | bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


@pytest.fixture(scope="session")
def word():
    """The content of a Word file made by `make_docx`."""
    from kg.readers import content_of

    return lambda *parts, **more: content_of(make_docx(*parts, **more), "a.docx")


@pytest.fixture(scope="session")
def opened():
    """The content of an OpenDocument file made by `make_odt`."""
    from kg.readers import content_of

    return lambda *parts, **more: content_of(make_odt(*parts, **more), "a.odt")


@pytest.fixture(scope="session")
def zipped():
    return make_zip


@pytest.fixture(scope="session")
def docx_bytes():
    return make_docx


@pytest.fixture(scope="session")
def odt_bytes():
    return make_odt
