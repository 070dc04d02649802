"""Files to text: whatever the encoding, the text is final; what is no text is one sentence."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UnreadableError
from kg.readers import MAX_BYTES, read
from kg.readers.text import decode

DANISH = "Blåbærgrød på Ærø\r\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (DANISH.encode(), DANISH),
        # a byte order mark stays: it is the first code point of the text as read
        (b"\xef\xbb\xbf" + DANISH.encode(), "\ufeff" + DANISH),
        # UTF-16 with its mark, and without one
        (DANISH.encode("utf-16"), DANISH),
        (DANISH.encode("utf-16-le"), DANISH),
        (DANISH.encode("utf-16-be"), DANISH),
        (DANISH.encode("utf-32"), DANISH),
        # Windows-1252 where the bytes are no UTF-8
        (DANISH.encode("cp1252"), DANISH),
        ("– »citat« 5 €".encode("cp1252"), "– »citat« 5 €"),
        # old Macs and DOS, where they make words and Windows-1252 does not
        (DANISH.encode("mac_roman"), DANISH),
        (DANISH.encode("cp865"), DANISH),
        # an apostrophe inside a word is none of DOS's letters
        ("Byrådet tog KL’s og EU’s svar".encode("cp1252"), "Byrådet tog KL’s og EU’s svar"),
        ("50 % ® og ¾ af året".encode("cp1252"), "50 % ® og ¾ af året"),
        # a byte that Windows-1252 does not have
        (b"bl\xe5b\x81r", "blåb\x81r"),
    ],
)
def test_encodings(data, expected):
    assert decode(data) == expected


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "unreadable-empty"),
        (b" \r\n\t", "unreadable-empty"),
        (b"\xef\xbb\xbf\n", "unreadable-empty"),
        (b"\xff\xfe", "unreadable-empty"),
        (b"\x7fELF\n\x00\x01\x02\x03", "unreadable-not-text"),
        (bytes(range(32)) * 4 + b"text", "unreadable-not-text"),
        (b"\xff\xfe\x00", "unreadable-encoding"),
        (b"\xef\xbb\xbfbl\xe5", "unreadable-encoding"),
    ],
)
def test_what_is_no_text(data, key):
    with pytest.raises(UnreadableError) as caught:
        decode(data)
    assert caught.value.key == key


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.txt", "text/plain"), ("a.TEXT", "text/plain"), ("a.md", "text/markdown"), ("a.log", "text/plain")],
)
def test_a_source_knows_its_file(tmp_path, name, kind):
    path = tmp_path / name
    path.write_bytes(DANISH.encode())
    source = read(path, f"2024/{name}")
    assert (source.path, source.name, source.format) == (f"2024/{name}", name, kind)
    assert source.text == DANISH  # line endings as they are
    assert source.sha256 == hashlib.sha256(DANISH.encode()).hexdigest()


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "stor.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(UnreadableError) as caught:
        read(path, "stor.txt")
    assert (caught.value.key, caught.value.values) == ("unreadable-too-large", ("20", "20"))


def test_a_file_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(UnreadableError, match="could not be opened"):
        read(tmp_path / "mangler.txt", "mangler.txt")


@given(
    st.text(min_size=1).filter(
        lambda text: text.strip() and not any(ord(char) < 32 or ord(char) == 127 for char in text)
    )
)
def test_any_text_survives_utf_8(text):
    assert decode(b"\xef\xbb\xbf" + text.encode()) == "\ufeff" + text


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_one_sentence(data):
    try:
        text = decode(data)
    except UnreadableError:
        text = "no text, which is one sentence"
    assert text.strip("\ufeff \t\r\n")
