"""The process that draws one page of a PDF: the file on standard input, the picture on standard output.

Whoever starts it ends it when time is up; it ends itself where it would take more memory than it was given.
"""

import contextlib
import sys

_DPI = 110


def main() -> None:
    """Draw the page whose number, from 1, is the second argument; the third is the memory to use, in megabytes.

    Ends with exit code 1 and no picture for a file or page that cannot be drawn.
    """
    from kg.errors import UnreadableError

    number, memory = int(sys.argv[2]), int(sys.argv[3])
    _limit_memory(memory)
    try:
        png = picture_of(sys.stdin.buffer.read(), number)
    except (UnreadableError, MemoryError, OSError, RuntimeError, ValueError):
        sys.exit(1)
    sys.stdout.buffer.write(png)


def picture_of(data: bytes, number: int) -> bytes:
    """The page as a PNG. Raises `UnreadableError` or `RuntimeError` where there is none."""
    from kg.readers.pdf import opened
    from kg.readers.pdf.picture import draw

    document = opened(data)
    with contextlib.closing(document):
        if not 0 < number <= len(document):
            raise ValueError
        return draw(document[number - 1], _DPI, grey=False).png()


def _limit_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024,) * 2)
