"""Pages that are pictures: said, and read through tesseract where the user asks."""

import shutil
import stat
import subprocess

import pypdfium2
import pytest

from kg.errors import UnreadableError
from kg.readers import content_of
from kg.readers.pdf import ocr
from kg.readers.pdf.picture import Picture, draw
from tests.unit.readers import invented
from tests.unit.readers.paper import Paper


def scanned(paper: Paper, *, keep=()) -> Paper:
    """Every page as a picture of itself; those of `keep` as they were."""
    document = pypdfium2.PdfDocument(paper.pdf())
    copy = Paper()
    for number, page in enumerate(document):
        picture = draw(page, 200, grey=True)
        copy.page().picture(picture.width, picture.height, picture.pixels)
        if number in keep:
            copy.pages[number] = paper.pages[number]
    document.close()
    return copy


@pytest.fixture
def tesseract():
    """The program with Danish."""
    ocr._program.cache_clear()
    try:
        return ocr._program()
    except UnreadableError as error:
        pytest.skip(error.said("en"))


@pytest.fixture
def instead(tmp_path, monkeypatch):
    """A program of that name that does as the test says."""

    def make(script: str):
        path = tmp_path / "tesseract"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IEXEC)
        monkeypatch.setattr(shutil, "which", lambda _: str(path))
        ocr._program.cache_clear()

    yield make
    ocr._program.cache_clear()


PAGE = Paper().page().lines("Punkt 1: Stier ved åen", "Udvalget drøftede stierne.", size=14, pitch=20)


def test_a_scan_is_said():
    with pytest.raises(UnreadableError) as caught:
        content_of(scanned(PAGE).pdf(), "a.pdf")
    assert (caught.value.key, caught.value.values) == ("unreadable-no-text-layer", ("1",))
    assert "--ocr" in caught.value.said("da")


@pytest.mark.usefixtures("tesseract")
def test_a_scan_is_read_where_the_user_asks():
    data = scanned(PAGE).pdf()
    content = content_of(data, "a.pdf", ocr=True)
    assert content.text == "Punkt 1: Stier ved åen\nUdvalget drøftede stierne.\n"
    assert content_of(data, "a.pdf", ocr=True) == content


@pytest.mark.usefixtures("tesseract")
def test_scanned_minutes_read_as_the_printed_ones():
    printed = content_of(invented.word().pdf(), "a.pdf")
    content = content_of(scanned(invented.word()).pdf(), "a.pdf", ocr=True)
    assert "Dato:\t8. maj 2031\n" in content.text
    assert [each for each in printed.text.split() if each not in content.text] == []
    assert len(content.pages) == 2


@pytest.mark.usefixtures("tesseract")
def test_only_pages_without_text_are_read_as_pictures():
    paper = Paper().page().lines("Første side").page().lines("Anden side her")
    data = scanned(paper, keep={0}).pdf()
    assert content_of(data, "a.pdf").text == "Første side\n"
    assert content_of(data, "a.pdf").hidden == (2,)
    content = content_of(data, "a.pdf", ocr=True)
    assert (content.text.split("\n"), content.hidden) == (["Første side", "", "Anden side her", ""], ())


def test_without_the_program_there_is_one_sentence(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    ocr._program.cache_clear()
    with pytest.raises(UnreadableError, match="tesseract-ocr-dan"):
        content_of(scanned(PAGE).pdf(), "a.pdf", ocr=True)
    assert content_of(PAGE.pdf(), "a.pdf", ocr=True).text  # a page with text does not need it


@pytest.mark.parametrize(
    ("script", "key"),
    [
        ("echo eng", "no-danish-ocr"),
        ('[ "$1" = --list-langs ] && echo dan || exit 1', "failed-ocr"),
        ('[ "$1" = --list-langs ] && echo dan || exec sleep 600', "slow-ocr"),
        ('[ "$1" = --list-langs ] && echo dan; exit 0', "empty"),
        ('[ "$1" = --list-langs ] && echo dan || printf "a\\nb\\t\\n5\\t1\\t1\\t1\\t1\\t1\\tx"', "empty"),
    ],
)
def test_a_program_that_is_not_able_is_one_sentence(instead, monkeypatch, script, key):
    instead(script)
    monkeypatch.setattr(ocr, "SECONDS", 5 if key == "slow-ocr" else 60)
    with pytest.raises(UnreadableError) as caught:
        content_of(scanned(PAGE).pdf(), "a.pdf", ocr=True)
    assert caught.value.key == f"unreadable-{key}"


def test_the_program_is_started_without_a_shell(monkeypatch):
    calls = []

    def run(command, **given):
        calls.append((command, given))
        return subprocess.CompletedProcess(command, 0, b"dan\n", b"")

    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/tesseract")
    monkeypatch.setattr(subprocess, "run", run)
    ocr._program.cache_clear()
    ocr.read_picture(Picture(2, 1, 1.0, b"\0\xff"), 1)
    ocr._program.cache_clear()
    assert all(not given.get("shell") and given["timeout"] == ocr.SECONDS for _, given in calls)
    assert calls[-1][1]["input"] == b"P5 2 1 255\n\0\xff"


def test_a_picture_is_a_png():
    data = Picture(2, 1, 1.0, b"\0\0\0\xff\xff\xff", 3).png()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert data.endswith(b"IEND\xaeB`\x82")
