"""Pictures of the pages of a PDF, beside its words: drawn when asked for, by a process of its own.

/document/{hash}/page/3.png      only of a page that holds nothing closed or personal, and only of the very file that
                                 the graph was built of, where it was then
"""

import hashlib
import subprocess
import sys
import threading
from collections import OrderedDict
from functools import lru_cache
from pathlib import Path

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.api import Graph
from kg.errors import UnreadableError
from kg.inputs import Input
from kg.model.record import Record
from kg.reading import bytes_of
from kg.serve.site import say_of, site_of, texts_of

_PDF = "application/pdf"
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from kg.readers.pdf.worker import main; main()"
_SECONDS = 10
_MEMORY = 1_024  # megabytes
_MOST_PNG = 20_000_000  # bytes of one picture
_MOST_KEPT = 64_000_000  # bytes of all that are kept
_AT_ONCE = threading.BoundedSemaphore(2)


class Sheets:
    """Pictures that were drawn, by file and page; those that were asked for longest ago are let go."""

    def __init__(self, most: int = _MOST_KEPT) -> None:
        """At most `most` bytes are kept."""
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()

    def get(self, data: bytes, sha256: str, number: int) -> bytes | None:
        """The page as a PNG; None where it cannot be drawn."""
        with self._lock:
            if (sha256, number) in self._kept:
                self._kept.move_to_end((sha256, number))
                return self._kept[sha256, number]
        with _AT_ONCE:
            png = draw_apart(data, number)
        if png is not None:
            with self._lock:
                self._kept[sha256, number] = png
                while sum(map(len, self._kept.values())) > self._most:
                    self._kept.popitem(last=False)
        return png


_sheets = Sheets()


def draw_apart(data: bytes, number: int) -> bytes | None:
    """A page of a PDF as a PNG, drawn in another process; None where that fails, or takes too long."""
    path = msgspec.json.encode(sys.path).decode()
    command = [sys.executable, "-I", "-c", _START, path, str(number), str(_MEMORY)]
    try:
        done = subprocess.run(  # noqa: S603 - this program itself, and no shell
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=_SECONDS, check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    is_good = done.returncode == 0 and done.stdout.startswith(b"\x89PNG") and len(done.stdout) <= _MOST_PNG
    return done.stdout if is_good else None


def sheet(request: Request) -> Response:
    """The picture of a page. 404 where there is none, or none to be shown."""
    graph = site_of(request).graph()
    stem, number = request.path_params["name"], request.path_params["number"]
    record = texts_of(graph).record(stem)
    if record is not None and number in shown_pages(graph, record):
        data = _read(_input(graph, record.sha256), record.sha256)
        png = _sheets.get(data, record.sha256, number) if data else None
        if png:
            return Response(png, media_type="image/png", headers={"cache-control": "private, no-cache"})
    raise HTTPException(404, say_of(request)("source.no-sheet"))


def shown_pages(graph: Graph, record: Record) -> frozenset[int]:
    """The numbers, from 1, of the pages of which pictures may be shown; none where the file is gone or another."""
    if record.format != _PDF or not _is_there(_input(graph, record.sha256), record.sha256):
        return frozenset()
    return frozenset(range(1, len(record.pages) + 1)) - frozenset(record.hidden)


def _input(graph: Graph, sha256: str) -> Input | None:
    """The file, in an archive or not, that was given when the graph was built; None for one that was not."""
    for each in graph.manifest.get("documents", ()):
        if each["sha256"] == sha256:
            return msgspec.convert(each["survey"]["input"], Input)
    return None


def _is_there(given: Input | None, sha256: str) -> bool:
    try:
        found = Path(given.path).stat() if given else None
    except (OSError, ValueError):
        return False
    return given is not None and found is not None and _is_same(given, found.st_mtime_ns, found.st_size, sha256)


@lru_cache(maxsize=256)
def _is_same(given: Input, _changed: int, _size: int, sha256: str) -> bool:
    return _read(given, sha256) is not None


def _read(given: Input | None, sha256: str) -> bytes | None:
    """The bytes of a file where they are those of which the graph was built."""
    try:
        data = bytes_of(given) if given else b""
    except UnreadableError:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None
