"""Pages that are pictures, read with the program tesseract (Debian's tesseract-ocr and tesseract-ocr-dan)."""

import os
import re
import shutil
import statistics
import subprocess
from collections.abc import Iterator
from functools import cache

import msgspec

from kg.errors import UnreadableError
from kg.readers.pdf.lines import Run
from kg.readers.pdf.picture import Picture

DPI = 300
SECONDS = 60  # for one page
_LANGUAGE = "dan"
_LEAST_SURE = 30  # per cent that a sign is none of the paper's
_BASE = 0.78  # of the height of a line, from its top to its base line
_TALL = 1.5  # lines that are so much taller than most are of larger letters
# a number of a point, whose dot is often seen twice
_NUMBERED = re.compile(r"^(\d{1,3})[.,:]{2,}$")


class Word(msgspec.Struct, frozen=True):
    """A word that was read: its line, its ends, and the top and height of the line, in pixels."""

    text: str
    left: int
    right: int
    top: int
    height: int


def read_picture(picture: Picture, number: int) -> list[Run]:
    """The words of a page as runs, in points. Raises `UnreadableError` where tesseract is not there or not able."""
    program = _program()
    command = [program, "-", "-", "-l", _LANGUAGE, "--dpi", str(DPI), "--psm", "4", "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 - a program that was looked up, and no shell
            command, input=picture.pgm(), capture_output=True, timeout=SECONDS, check=False, env=_environment()
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError("slow-ocr", str(number), str(SECONDS)) from None
    except OSError:
        raise UnreadableError("no-tesseract") from None
    if done.returncode:
        raise UnreadableError("failed-ocr", str(number))
    return _runs(list(_words(done.stdout.decode("utf-8", "replace"))), picture)


def _environment() -> dict[str, str]:
    """One thread, so that the same picture gives the same words in the same time."""
    kept = ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT", "LD_LIBRARY_PATH")
    return {name: os.environ[name] for name in kept if name in os.environ} | {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}


@cache
def _program() -> str:
    """The path of the program, which has Danish."""
    program = shutil.which("tesseract")
    if program is None:
        raise UnreadableError("no-tesseract")
    try:
        listed = subprocess.run(  # noqa: S603 - as above
            [program, "--list-langs"], capture_output=True, timeout=SECONDS, check=False, env=_environment()
        )
    except (OSError, subprocess.TimeoutExpired):
        raise UnreadableError("no-tesseract") from None
    if _LANGUAGE not in (listed.stdout + listed.stderr).decode("utf-8", "replace").split():
        raise UnreadableError("no-danish-ocr")
    return program


def _words(table: str) -> Iterator[Word]:
    """The words of tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, how sure,
    text.
    """
    top = height = 0
    for row in table.splitlines()[1:]:
        cells = row.split("\t", 11)
        if len(cells) < 12 or not all(cell.isdecimal() for cell in cells[6:10]):
            continue
        left, above, width, tall = map(int, cells[6:10])
        if cells[0] == "4":
            top, height = above, tall
        elif cells[0] == "5" and _is_word(cells[11], cells[10]):
            yield Word(_NUMBERED.sub(r"\1.", cells[11].strip()), left, left + width, top, height)


def _is_word(text: str, sure: str) -> bool:
    """Whether it is no speck: letters and figures are believed, however unsure."""
    return any(each.isalnum() for each in text) or (bool(text.strip()) and float(sure) >= _LEAST_SURE)


def _runs(words: list[Word], picture: Picture) -> list[Run]:
    if not words:
        return []
    usual = statistics.median(word.height for word in words)
    runs = []
    for word in words:
        size = (word.height if word.height > _TALL * usual else usual) * picture.points
        y = (picture.height - word.top - _BASE * word.height) * picture.points
        runs.append(Run(word.text, word.left * picture.points, word.right * picture.points, y, size))
    return runs
