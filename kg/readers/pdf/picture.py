"""A page of a PDF as a picture, drawn by PDFium."""

import math
import struct
import zlib
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_MOST_PIXELS = 12_000_000
_POINTS = 72  # to the inch


class Picture(msgspec.Struct, frozen=True):
    """Pixels row by row, one byte each in grey, three in colour; `points` is the width of one on the page."""

    width: int
    height: int
    points: float
    pixels: bytes
    colours: int = 1

    @property
    def is_blank(self) -> bool:
        """Whether all of it has one shade."""
        return not self.pixels or self.pixels.count(self.pixels[0]) == len(self.pixels)

    def pgm(self) -> bytes:
        """The file that programs read most easily, of a grey picture."""
        return f"P5 {self.width} {self.height} 255\n".encode() + self.pixels

    def png(self) -> bytes:
        """The file that browsers show."""
        row = self.width * self.colours
        lines = b"".join(b"\0" + self.pixels[at : at + row] for at in range(0, len(self.pixels), row))
        kind = 2 if self.colours == 3 else 0
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, kind, 0, 0, 0)
        parts = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 6)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
            for name, body in parts
        )


def draw(page: "PdfPage", dpi: int, *, grey: bool) -> Picture:
    """A picture of a page without what was pinned on it (annotations), smaller where it would be huge."""
    width, height = (max(1.0, float(each)) for each in page.get_size())
    scale = min(dpi / _POINTS, math.sqrt(_MOST_PIXELS / (width * height)))
    bitmap = page.render(scale=scale, grayscale=grey, may_draw_forms=False, draw_annots=False, rev_byteorder=True,
                         prefer_bgrx=False, no_smoothtext=False)  # fmt: skip
    try:
        row = bitmap.width * bitmap.n_channels
        raw = bytes(bitmap.buffer)
        pixels = b"".join(raw[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
        return Picture(bitmap.width, bitmap.height, 1 / scale, pixels, bitmap.n_channels)
    finally:
        bitmap.close()
