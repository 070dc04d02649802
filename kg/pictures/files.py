"""Writing pages: a file or a folder of files, whole or not at all, and never over something else."""

from collections.abc import Mapping
from pathlib import Path

from kg.errors import UsageError
from kg.graph.graph import Graph
from kg.messages import Say

_DAYS = "SELECT (MIN(?date) AS ?first) (MAX(?date) AS ?last) { ?meeting sag:minutes ?document ; dcterms:date ?date }"
_MADE_BY_US = '<meta name="generator" content="Sagsgraf">'


def made_of(graph: Graph, say: Say, version: str) -> str:
    """What a page was made of: how many minutes, of which days, with which version of the program."""
    documents = graph.manifest.get("figures", {}).get("documents", 0)
    first, last = days_of_minutes(graph)
    if documents == 1:
        return say("page.made-of-one", first=first or "–", version=version)
    return say("page.made-of", documents=documents, first=first or "–", last=last or "–", version=version)


def days_of_minutes(graph: Graph) -> tuple[str, str]:
    """The first and last day of which there are minutes; empty where there are none."""
    first, last = graph.query(_DAYS).values()[0]
    return str(first or ""), str(last or "")


def write_file(path: Path, text: str) -> None:
    """Write a page; folders above it are made. Raises `UsageError` for a folder, and where a file stands above it."""
    if path.is_dir():
        raise UsageError(
            f"{path} is a folder; give the name of a file, such as {path / 'page.html'}.",
            f"{path} er en mappe; giv navnet på en fil, fx {path / 'side.html'}.",
        )
    _write({path: text})


def write_folder(folder: Path, files: Mapping[str, str], known: frozenset[str]) -> None:
    """Write a folder of pages in the place of an older one. Raises `UsageError` where it holds anything but files of
    the names in `known` that we wrote.
    """
    check_folder(folder, known)
    _write({folder / name: text for name, text in files.items()})


def _write(files: Mapping[Path, str]) -> None:
    """Write files side by side, all of them or none: where one cannot be written, those of before are as they were."""
    written: dict[Path, Path] = {}
    try:
        for path, text in files.items():
            _make_folder(path.parent)
            written[path] = path.with_name(_fresh(path.name))
            written[path].write_bytes(text.encode())
        for path, fresh in written.items():
            fresh.replace(path)
    finally:
        for fresh in written.values():
            fresh.unlink(missing_ok=True)


def _fresh(name: str) -> str:
    """How a file is called until all are written."""
    return f".{name}.new"


def check_folder(folder: Path, known: frozenset[str]) -> None:
    """Raises `UsageError` where `write_folder` would."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(
            f"{folder} is a file; give the name of a folder for the report.",
            f"{folder} er en fil; giv navnet på en mappe til rapporten.",
        )
    strange = sorted(each.name for each in folder.iterdir() if not _is_ours(each, known)) if folder.exists() else []
    if strange:
        raise UsageError(
            f"{folder} holds other things than a report ({strange[0]}), which stay as they are; give another folder.",
            f"{folder} har andet end en rapport ({strange[0]}), og det skrives der ikke over; giv en anden mappe.",
        )


def _is_ours(path: Path, known: frozenset[str]) -> bool:
    if path.name in {_fresh(name) for name in known}:  # of a report that was stopped
        return True
    if path.name not in known or not path.is_file() or path.is_symlink():
        return False
    with path.open("rb") as file:
        return _MADE_BY_US.encode() in file.read(2048)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UsageError(
            f"{folder} cannot be made, for a file has that name or stands above it; give another place.",
            f"{folder} kan ikke oprettes, for en fil har det navn eller står over den; giv et andet sted.",
        ) from None
