"""Files that are containers inside: told apart by what they hold; whatever is wrong with one is one sentence."""

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UnreadableError
from kg.readers import content_of, zips

BODY = "<w:p><w:r><w:t>Referat</w:t></w:r></w:p>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def key_of(data: bytes, name: str = "a.docx") -> tuple[str, ...]:
    with pytest.raises(UnreadableError) as caught:
        content_of(data, name)
    assert caught.value.said("da") != caught.value.said("en")
    return (caught.value.key, *caught.value.values)


def rewritten(data: bytes, name: str, change) -> bytes:
    """A container with one part changed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return written.getvalue()


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.txt", "a.pdf", "a"])
def test_the_content_decides_not_the_name(docx_bytes, odt_bytes, name):
    assert content_of(docx_bytes(BODY), name).text == "Referat\n"
    assert content_of(odt_bytes("<text:p>Referat</text:p>"), name).text == "Referat\n"


def test_a_file_cut_off_is_one_sentence(docx_bytes, odt_bytes):
    for data in (docx_bytes(BODY), odt_bytes("<text:p>Referat</text:p>")):
        for share in (0.1, 0.5, 0.99):
            assert key_of(data[: int(len(data) * share)]) == ("unreadable-damaged",)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        # a document that Word encrypted is an OLE container
        (OLE + "EncryptedPackage".encode("utf-16-le"), ("unreadable-password",)),
        (OLE + "WordDocument".encode("utf-16-le"), ("unreadable-old-format", "Word 97–2003 (.doc)")),
        (OLE + "Workbook".encode("utf-16-le"), ("unreadable-old-format", "Excel 97–2003 (.xls)")),
        (OLE, ("unreadable-old-format", "Office 97–2003")),
        (rb"{\rtf1\ansi Referat}", ("unreadable-old-format", "RTF (.rtf)")),
    ],
)
def test_formats_that_are_known_and_not_read(data, key):
    assert key_of(data) == key


@pytest.mark.parametrize(
    ("files", "key"),
    [
        ({"xl/workbook.xml": "", "[Content_Types].xml": ""}, ("unreadable-other-format", ".xlsx")),
        ({"ppt/presentation.xml": ""}, ("unreadable-other-format", ".pptx")),
        (
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""},
            ("unreadable-other-format", ".ods"),
        ),
        ({"referat.txt": "Referat"}, ("unreadable-other-format", ".docx")),
        ({}, ("unreadable-other-format", ".docx")),
        # a Word file without what makes it one, with what is no XML
        ({"[Content_Types].xml": "", "word/document.xml": ""}, ("unreadable-damaged",)),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, ("unreadable-damaged",)),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a"}, ("unreadable-damaged",)),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}, ("unreadable-damaged",)),
        (
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml": "<manifest:encryption-data/>",
                "content.xml": "x",
            },
            ("unreadable-password",),
        ),
    ],
)
def test_containers_that_are_no_document(zipped, files, key):
    assert key_of(zipped(files)) == key


def test_a_document_without_words(docx_bytes, odt_bytes):
    assert key_of(docx_bytes("")) == ("unreadable-no-words",)
    assert key_of(docx_bytes("<w:p/>" * 50)) == ("unreadable-no-words",)
    assert key_of(odt_bytes("<text:p/>")) == ("unreadable-no-words",)


def test_a_bomb_is_not_unpacked(docx_bytes):
    blank = rewritten(docx_bytes(BODY), "word/document.xml", lambda xml: xml + b" " * 30_000_000)
    assert len(blank) < 200_000
    assert key_of(blank)[0] == "unreadable-bomb"


def test_more_paragraphs_than_minutes_have_are_not_read(docx_bytes, zipped):
    noise = b"".join(b"<w:p><w:r><w:t>%x</w:t></w:r></w:p>" % (place * 7919**3) for place in range(250_000))
    long = rewritten(docx_bytes(BODY), "word/document.xml", lambda xml: xml.replace(b"<w:body>", b"<w:body>" + noise))
    assert key_of(long) == ("unreadable-many-paragraphs", "250001", "200000")
    kind = "application/vnd.oasis.opendocument.text"
    noise = noise.replace(b"w:p>", b"text:p>")
    assert key_of(zipped({"mimetype": kind, "content.xml": noise}))[0] == "unreadable-many-paragraphs"


def test_a_container_that_lies_of_its_sizes_is_damaged(docx_bytes):
    data = docx_bytes(BODY)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    place = data.rindex(b"word/document.xml") - 46 + 24  # of the size in the list of contents
    assert struct.unpack_from("<I", data, place) == (size,)
    assert key_of(data[:place] + struct.pack("<I", size // 2) + data[place + 4 :]) == ("unreadable-damaged",)


def test_too_many_parts_are_not_read(docx_bytes, monkeypatch):
    monkeypatch.setattr(zips, "MOST_PARTS", 3)
    assert key_of(docx_bytes(BODY))[0] == "unreadable-many-parts"


ENTITIES = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&c;&c;"><!ENTITY c "lol">]>'


def test_entities_are_not_resolved(docx_bytes, zipped, odt_bytes):
    def declare(xml: bytes) -> bytes:
        head, _, rest = xml.partition(b"?>")
        return head + b"?>" + ENTITIES.encode() + rest.replace(b"Referat", b"Referat &a;&b;")

    assert content_of(rewritten(docx_bytes(BODY), "word/document.xml", declare), "a.docx").text == "Referat\n"
    odt = odt_bytes("<text:p>Referat</text:p>")
    with zipfile.ZipFile(io.BytesIO(odt)) as archive:
        xml = archive.read("content.xml").decode()
    kind = "application/vnd.oasis.opendocument.text"
    hostile = zipped({"mimetype": kind, "content.xml": ENTITIES + xml.replace("Referat", "Referat &a;&b;")})
    assert key_of(hostile) == ("unreadable-damaged",)


def test_elements_in_elements_without_end_are_one_sentence(docx_bytes, odt_bytes):
    deep = 20_000
    assert key_of(odt_bytes("<text:section>" * deep + "</text:section>" * deep)) == ("unreadable-damaged",)
    nested = rewritten(
        docx_bytes(BODY),
        "word/document.xml",
        lambda xml: xml.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * deep + b"</w:sdt>" * deep),
    )
    assert key_of(nested) == ("unreadable-damaged",)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_damage_is_text_or_one_sentence(docx_bytes, odt_bytes, data):
    file = data.draw(st.sampled_from([docx_bytes(BODY), odt_bytes("<text:p>Referat</text:p>")]))
    broken = bytearray(file)
    for place, byte in data.draw(st.lists(st.tuples(st.integers(0, len(file) - 1), st.integers(0, 255)), max_size=8)):
        broken[place] = byte
    try:
        content = content_of(bytes(broken), "a.docx")
    except UnreadableError as error:
        assert error.said("en")  # noqa: PT017 - either is right
    else:
        assert content.text.strip()
