"""A writer of small PDF files: lines of Helvetica at given places, in the order in which they are written."""

import zlib

A4 = (595, 842)


class Paper:
    """Pages to be filled; `pdf()` gives the file."""

    def __init__(self, size=A4, rotate=0):
        self.size, self.rotate = size, rotate
        self.pages: list[list[bytes]] = []

    def page(self) -> "Paper":
        self.pages.append([])
        return self

    def line(self, x, y, words, size=11.0, *, bold=False, turn=(1, 0, 0, 1), on=-1) -> "Paper":
        """`words` with their base line `y` points below the upper edge of the page, the last one unless `on` says."""
        raw = words.encode("cp1252", "replace")
        escaped = raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        place = " ".join(f"{each:g}" for each in (*turn, x, self.size[1] - y))
        font = "/F2" if bold else "/F1"
        self.pages[on].append(f"BT {font} {size:g} Tf {place} Tm (".encode() + escaped + b") Tj ET")
        return self

    def lines(self, *words, x=70, y=100.0, size=11.0, pitch=13.5) -> "Paper":
        """Lines below one another; an empty one leaves the gap of a paragraph."""
        for each in words:
            if each:
                self.line(x, y, each, size)
            y += pitch if each else pitch * 0.6
        return self

    def picture(self, width, height, grey: bytes) -> "Paper":
        """A grey picture over the whole page."""
        data = zlib.compress(grey)
        head = f"BI /W {width} /H {height} /CS /G /BPC 8 /F /Fl ID ".encode()
        self.pages[-1].append(f"q {self.size[0]} 0 0 {self.size[1]} 0 0 cm ".encode() + head + data + b" EI Q")
        return self

    def pdf(self, trailer=b"") -> bytes:
        kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(self.pages)))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Count {len(self.pages)} /Kids [{kids}] >>".encode(),
            *(
                f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
                for name in ("Helvetica", "Helvetica-Bold")
            ),
        ]
        for number, lines in enumerate(self.pages):
            stream = b"\n".join(lines)
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {self.size[0]} {self.size[1]}] /Rotate {self.rotate} "
                f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {6 + 2 * number} 0 R >>".encode()
            )
            objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
        return _file(objects, trailer)


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R ".encode() + trailer
    return out + f" >>\nstartxref\n{start}\n%%EOF\n".encode()
