"""The store folder: whole generations of the graph on disk, the current one named by a small file.

    <store>/CURRENT              the number of the current generation
    <store>/LOCK                 held by the one process that builds
    <store>/generations/<n>/     graph/ (Oxigraph), manifest.json and what else a build puts there

A build makes a new generation beside the current one and swaps `CURRENT` when it is whole, so that a crash at any
moment leaves the old graph or the new one, and readers never see anything between.

Every triple stands in its named graph and, once, in the default graph. Questions go to the default graph: the library's
own union of named graphs answers a triple as often as graphs hold it, which makes counts wrong, and takes longer.
"""

import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import StoreError
from kg.graph.compact import compact
from kg.graph.manifest import FormatError, manifest_bytes, read_manifest
from kg.graph.terms import iri_token

if TYPE_CHECKING:
    import pyoxigraph as ox

_BATCH = 40_000  # quads given to the bulk loader at once: bounds memory, and each batch makes files of its own
_TRIES = 40
_PAUSE = 0.05  # seconds


class Generation:
    """The graph that a build is making: it starts as the current one, and becomes it when the build is whole.

    `manifest` is whatever JSON-like values the builder wants to find again next time; change it in place.
    `folder`, which may have to be made, is for files that come and go with the generation.
    """

    def __init__(self, folder: Path, previous: Path | None) -> None:
        """Made by `begin` only."""
        self.folder = folder
        self._previous = previous
        self._store: ox.Store | None = None
        self._pending: dict[str, list[bytes]] = {}
        self._pending_quads = 0
        self._old = read_manifest(previous) if previous else {}
        self.manifest: dict[str, Any] = read_manifest(previous) if previous else {}

    def replace(self, graph: str, triples: Iterable[str]) -> None:
        """Make a named graph exactly these triples (`<s> <p> "o"`, as `expand` gives them)."""
        self.remove(graph)
        ending = f" {iri_token(graph)} .\n"
        for some in _batches(triples, _BATCH // 2):
            self._pending.setdefault(graph, []).append("".join(f"{each}{ending}{each} .\n" for each in some).encode())
            self._pending_quads += 2 * len(some)
            if self._pending_quads >= _BATCH:
                self._load()

    def remove(self, graph: str) -> None:
        """Forget a named graph; nothing happens where there is none."""
        import pyoxigraph as ox

        if graph in self._pending:
            self._pending_quads -= sum(lines.count(b"\n") for lines in self._pending.pop(graph))
        name = ox.NamedNode(graph)
        store = self._opened()
        if store.contains_named_graph(name):
            said = [quad.triple for quad in store.quads_for_pattern(None, None, None, name)]
            store.remove_graph(name)
            _forget_unsaid(store, said)

    def graphs(self) -> set[str]:
        """The IRIs of the named graphs as they would be after a commit now."""
        names = {node.value for node in self._opened().named_graphs()} if self._previous or self._store else set()
        return names | {graph for graph, lines in self._pending.items() if lines}

    def _opened(self) -> "ox.Store":
        """The new generation's store, made on first use: hard links to the previous one's files, or empty."""
        import pyoxigraph as ox

        if self._store is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            target = str(self.folder / "graph")
            if self._previous:
                ox.Store.read_only(str(self._previous / "graph")).backup(target)
            self._store = ox.Store(target)
        return self._store

    def _load(self) -> None:
        import pyoxigraph as ox

        lines = b"".join(each for lines in self._pending.values() for each in lines)
        self._opened().bulk_load(lines, format=ox.RdfFormat.N_QUADS)
        self._pending.clear()
        self._pending_quads = 0

    def _is_new(self) -> bool:
        return self._previous is None or self._store is not None or self.manifest != self._old

    def _finish(self) -> None:
        """Everything on disk, and the store closed."""
        self._load()
        self._opened().flush()
        compact(self._opened(), self.folder / "graph")
        self._store = None
        _write_synced(self.folder / "manifest.json", manifest_bytes(self.manifest))

    def _discard(self) -> None:
        self._store = None
        shutil.rmtree(self.folder, ignore_errors=True)


def _batches(triples: Iterable[str], size: int) -> Iterator[list[str]]:
    rest = iter(triples)
    while some := list(islice(rest, size)):
        yield some


def _forget_unsaid(store: "ox.Store", triples: "list[ox.Triple]") -> None:
    """Take out of the default graph those triples that no named graph holds any more."""
    import pyoxigraph as ox

    default = ox.DefaultGraph()
    for triple in triples:
        holders = store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        if all(quad.graph_name == default for quad in islice(holders, 2)):
            store.remove(ox.Quad(triple.subject, triple.predicate, triple.object, default))


@contextmanager
def begin(path: Path, *, fresh: bool = False) -> Iterator[Generation]:
    """Build a new generation of the store at `path`, which is made where it is missing.

    When the block ends, the new generation becomes the current one; when it raises, nothing has happened; when nothing
    was changed, nothing is written. With `fresh` the generation starts empty, whatever the store holds.

    Raises `StoreError` where another process is building, where the disk refuses, or (`FormatError`) where the store is
    of another format and `fresh` was not asked for.
    """
    from filelock import FileLock, Timeout

    with _told(path):
        (path / "generations").mkdir(parents=True, exist_ok=True)
    try:
        lock = FileLock(path / "LOCK").acquire(timeout=0)
    except Timeout:
        raise StoreError(
            f"Another build is writing to {path}: wait until it has finished, then try again.",
            f"En anden kørsel af kg build skriver i {path}: vent, til den er færdig, og prøv igen.",
        ) from None
    with lock:
        current = _current(path)
        _clean(path, current)
        numbers = [current or 0, *(int(each.name) for each in _generations(path))]
        previous = None if fresh or current is None else generation_folder(path, current)
        new = Generation(generation_folder(path, max(numbers) + 1), previous)
        try:
            yield new
            if new._is_new():  # noqa: SLF001 - the two halves of one thing
                with _told(path):
                    new._finish()  # noqa: SLF001 - the two halves of one thing
                    _swap(path, max(numbers) + 1)
                new = None  # type: ignore[assignment]
                _clean(path, max(numbers) + 1)
        finally:
            if new is not None:
                new._discard()  # noqa: SLF001 - the two halves of one thing


def open_store(path: Path) -> tuple["ox.Store", dict[str, Any], int]:
    """The current generation, read-only: its store, its manifest and its number.

    Raises `StoreError` in one sentence where there is no store, where it is of another format, or where it cannot be
    opened.
    """
    import pyoxigraph as ox

    problem = ""
    for _ in range(_TRIES):
        number = _current(path)
        if number is None:
            raise StoreError(
                f"There is no graph in {path}: make one with `kg build`.",
                f"Der er ingen graf i {path}: lav en med `kg build`.",
            )
        folder = generation_folder(path, number)
        try:
            manifest = read_manifest(folder)
            return ox.Store.read_only(str(folder / "graph")), manifest, number
        except (OSError, RuntimeError) as error:
            # The generation went away between the two looks, or a false "Corruption".
            problem = str(error)
            time.sleep(_PAUSE)
    raise StoreError(
        f"The graph in {path} cannot be opened ({problem}): build it again with `kg build`.",
        f"Grafen i {path} kan ikke åbnes ({problem}): byg den igen med `kg build`.",
    )


def current_generation(path: Path) -> int | None:
    """The number of the current generation, to see cheaply whether a reader is behind; None where there is no graph."""
    return _current(path)


def stored_manifest(path: Path) -> dict[str, Any]:
    """What the current generation's builder left; empty where there is none that this version can read."""
    number = _current(path)
    try:
        return {} if number is None else read_manifest(generation_folder(path, number))
    except (FormatError, OSError):
        return {}


def forget_older(path: Path) -> None:
    """Delete every generation but the current one, whoever reads them: their words must not stay on the disk."""
    number = _current(path)
    for each in _generations(path):
        if int(each.name) != number:
            shutil.rmtree(each, ignore_errors=True)


def generation_folder(path: Path, number: int) -> Path:
    """The folder of a generation of the store at `path`."""
    return path / "generations" / str(number)


def _generations(path: Path) -> list[Path]:
    return [each for each in (path / "generations").iterdir() if each.name.isdigit()]


def _current(path: Path) -> int | None:
    for _ in range(_TRIES):
        try:
            return int((path / "CURRENT").read_text("ascii"))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except PermissionError:  # Windows, while the file is being replaced
            time.sleep(_PAUSE)
        except ValueError:
            break
    raise StoreError(
        f"{path / 'CURRENT'} cannot be read: delete the folder {path} and build it again.",
        f"{path / 'CURRENT'} kan ikke læses: slet mappen {path}, og byg den igen.",
    )


def _swap(path: Path, number: int) -> None:
    """Name the new generation in one step. A reader may hold the file open for a moment, which Windows minds."""
    temporary = path / "CURRENT.new"
    _write_synced(temporary, f"{number}\n".encode())
    for attempt in range(_TRIES):
        try:
            temporary.replace(path / "CURRENT")
            break
        except PermissionError:
            if attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE)
    _sync_folder(path)


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    with suppress(OSError):  # a folder cannot be opened on Windows, nor synced on every file system
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _clean(path: Path, current: int | None) -> None:
    """Delete what a crash left and every generation older than the previous one, as far as nobody holds them open."""
    older = sorted(int(each.name) for each in _generations(path) if current is not None and int(each.name) < current)
    keep = {current, *older[-1:]}
    for each in _generations(path):
        if int(each.name) not in keep:
            shutil.rmtree(each, ignore_errors=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the disk refuses, as one sentence."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise StoreError(
            f"The store {path} could not be written ({error}); what it held is unchanged.",
            f"Der kunne ikke skrives i {path} ({error}); det, den havde, er uændret.",
        ) from error
