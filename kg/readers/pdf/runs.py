"""A page of a PDF as PDFium has it: stretches of letters with their places, upright, in whatever order they were drawn.

Lengths are in points (1/72 inch). `x` grows to the right; `y`, the height of the base line, upwards.
"""

import ctypes
import math
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator

import msgspec
import pypdfium2 as pdfium
import pypdfium2.raw as c

from kg.readers.pdf.lines import Run

_APART = 0.7  # ems between two letters that are still of one run
_WORD = 0.2  # ems between two words, where no space was drawn
_LEVEL = 0.25  # ems that the base line may differ within a run
# What letters of a PDF may be that is no letter of its text: hyphens at line ends, bullets of symbol fonts, ligatures.
_PLAIN = str.maketrans({
    **dict.fromkeys("\x02\ufffe\u00ad", "-"),
    **dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\u25cf\u25aa\u25a0", "•"),
    **dict.fromkeys("\u200b\ufeff\0", ""),
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
})  # fmt: skip
_LETTERS = re.compile(r"\S+")
_DIRECTIONS = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))  # (x, y) turned back by 0, 90, 180, 270


class _Style(msgspec.Struct, gc=False):
    size: float
    bold: bool
    angle: int


class TooMuchError(Exception):
    """A page has more letters than were allowed."""


def runs_of(page: pdfium.PdfPage, most: int) -> tuple[list[Run], float]:
    """The runs of a page, turned upright, and its height; what stands askew keeps its `angle`.

    Raises `TooMuchError` for more than `most` letters.
    """
    words = page.get_textpage()
    try:
        letters_drawn = words.count_chars()
        if letters_drawn > most:
            raise TooMuchError
        runs = list(_runs(words.raw, letters_drawn))
    finally:
        words.close()
    letters: Counter[int] = Counter()
    for run in runs:
        letters[run.angle] += len(run.text)
    upright = min(letters, key=lambda angle: (-letters[angle], angle), default=0)
    rise, height = _frame(page, upright)
    for run in runs:
        run.text = unicodedata.normalize("NFC", run.text)
        run.y += rise
        run.angle = (run.angle - upright) % 360
    return [run for run in runs if run.text.strip()], height


def _frame(page: pdfium.PdfPage, upright: int) -> tuple[float, float]:
    """What brings the lower edge of a page, as its lines are read, to the height of 0; and its height."""
    left, bottom, right, top = map(float, page.get_cropbox())
    rise = {0: -bottom, 90: right, 180: top, 270: -left}.get(upright, 0.0)
    return rise, right - left if upright in (90, 270) else top - bottom


def _runs(raw: c.FPDF_TEXTPAGE, count: int) -> Iterator[Run]:
    run: Run | None = None
    style = _Style(1, bold=False, angle=0)
    drawn = 0
    for word in _LETTERS.finditer(_letters(raw, count)):
        spaced = True
        for start, end in _parts(raw, word.start(), word.end()):
            text = _plain(word.string[start:end])
            drawn, style = _style(raw, start, drawn, style)
            left, right, level = _ends(raw, start, end, style.angle)
            if run is not None and _goes_on(run, style, left, level):
                gap = (left - run.right) / style.size
                run.text += f" {text}" if spaced or gap > _WORD else text
                run.right = max(run.right, right)
            else:
                if run is not None:
                    yield run
                run = Run(text, left, right, level, style.size, style.bold, style.angle)
            spaced = False
    if run is not None:
        yield run


def _plain(letters: str) -> str:
    text = letters.translate(_PLAIN)
    return text if text.isprintable() else "".join(each for each in text if each.isprintable())


def _letters(raw: c.FPDF_TEXTPAGE, count: int) -> str:
    """A code point for each letter, by PDFium's count."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = c.FPDFText_GetText(raw, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
    if written == count + 1 and len(text) == count:
        return text
    return "".join(chr(min(c.FPDFText_GetUnicode(raw, index), sys.maxunicode)) for index in range(count))


def _parts(raw: c.FPDF_TEXTPAGE, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A word, cut where another text object begins. Asking for each letter would take most of the time."""
    if _object(raw, start) == _object(raw, end - 1):
        yield start, end
        return
    first = start
    for index in range(start + 1, end):
        if _object(raw, index) != _object(raw, first):
            yield first, index
            first = index
    yield first, end


def _object(raw: c.FPDF_TEXTPAGE, index: int) -> int:
    target = c.FPDFText_GetTextObject(raw, index)
    return ctypes.addressof(target.contents) if target else 0


def _place(raw: c.FPDF_TEXTPAGE, index: int) -> tuple[float, float, c.FS_RECTF]:
    """Where the base line of a letter begins, and the box around it."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), c.FS_RECTF()
    c.FPDFText_GetCharOrigin(raw, index, x, y)
    c.FPDFText_GetLooseCharBox(raw, index, box)
    return x.value, y.value, box


def _ends(raw: c.FPDF_TEXTPAGE, start: int, end: int, angle: int) -> tuple[float, float, float]:
    """Left and right end of some letters and the height of their base line."""
    left, right, level = _upright(*_place(raw, start), angle)
    return (left, right, level) if end - start == 1 else (left, _upright(*_place(raw, end - 1), angle)[1], level)


def _goes_on(run: Run, style: _Style, left: float, level: float) -> bool:
    return (
        run.angle == style.angle
        and run.bold == style.bold
        and abs(run.size - style.size) < 0.5
        and abs(run.y - level) < _LEVEL * style.size
        and -0.6 * style.size < left - run.right < _APART * style.size
    )


def _upright(x: float, y: float, box: c.FS_RECTF, angle: int) -> tuple[float, float, float]:
    """Left and right end of a letter and the height of its base line, as if its line ran from left to right."""
    if angle == 0:
        return x, max(box.right, x), y
    if angle % 90:
        turn = math.radians(angle)
        along = x * math.cos(turn) + y * math.sin(turn)
        return along, along + abs(box.right - box.left), y * math.cos(turn) - x * math.sin(turn)
    a, b, d, e = _DIRECTIONS[angle // 90]
    ends = [a * px + b * py for px in (box.left, box.right) for py in (box.bottom, box.top)]
    return a * x + b * y, max(ends), d * x + e * y


def _style(raw: c.FPDF_TEXTPAGE, index: int, drawn: int, style: _Style) -> tuple[int, _Style]:
    """The style of a letter, looked up where another text object begins."""
    target = c.FPDFText_GetTextObject(raw, index)
    place = ctypes.addressof(target.contents) if target else 0
    if place and place == drawn:
        return drawn, style
    matrix = c.FS_MATRIX()
    c.FPDFText_GetMatrix(raw, index, matrix)
    stretch = math.hypot(matrix.c, matrix.d) or 1.0
    size = abs(c.FPDFText_GetFontSize(raw, index)) * stretch
    angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
    bold = _is_bold(target) if place else False
    box = _place(raw, index)[2]
    height = abs(box.top - box.bottom)
    if height > 0.1 and not 0.4 * height < size < 2.5 * height:  # as drawn fonts (Type 3) may say
        size = height / 1.15
    return place, _Style(size if math.isfinite(size) and size > 0.1 else 1.0, bold, angle)


def _is_bold(target: c.FPDF_PAGEOBJECT) -> bool:
    font = c.FPDFTextObj_GetFont(target)
    if not font:
        return False
    name = ctypes.create_string_buffer(128)
    c.FPDFFont_GetBaseFontName(font, name, 128)
    said = name.value.lower()
    return b"bold" in said or b"black" in said or b"heavy" in said or c.FPDFFont_GetWeight(font) >= 600
