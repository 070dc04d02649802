"""Lines with their places."""

import msgspec

_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # what `str.splitlines` takes for the end of a line


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line; `text` is the document's text from `start` to `end`, without the line end."""

    start: int
    end: int
    text: str


def split_lines(text: str) -> list[Line]:
    r"""The lines of `text`, parted as `str.splitlines` does: by `\n`, `\r\n`, `\r`, `\f`, `\x0b`, `\x85`, `\u2028` …

    As there, a line end at the very end of the text starts no further line.
    """
    lines: list[Line] = []
    start = 0
    for whole in text.splitlines(keepends=True):
        bare = whole.rstrip(_ENDS)
        lines.append(Line(start, start + len(bare), bare))
        start += len(whole)
    return lines
