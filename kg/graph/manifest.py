"""What a generation of the store says of itself, and of which format it is."""

from pathlib import Path
from typing import Any

import msgspec

from kg.errors import StoreError

FORMAT = 4


class FormatError(StoreError):
    """The store was written by another version of this program: only a fresh build can help."""


class _Manifest(msgspec.Struct):
    format: int
    content: dict[str, Any]


def manifest_bytes(content: dict[str, Any]) -> bytes:
    """JSON that names the format and holds whatever JSON-like values the builder wants to find again."""
    return msgspec.json.encode(_Manifest(FORMAT, content), order="deterministic")


def read_manifest(folder: Path) -> dict[str, Any]:
    """The content of the manifest of a generation's folder. Raises `FormatError` for another format than this one."""
    store = folder.parents[1]
    try:
        manifest = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=_Manifest)
    except msgspec.DecodeError:
        raise FormatError(
            f"The store {store} is damaged: build it again with `kg build`.",
            f"Grafens mappe {store} er beskadiget: byg den igen med `kg build`.",
        ) from None
    if manifest.format != FORMAT:
        age, alder = ("an older", "ældre") if manifest.format < FORMAT else ("a newer", "nyere")
        raise FormatError(
            f"The store {store} was made by {age} version: build it again with `kg build`.",
            f"Grafens mappe {store} er lavet af en {alder} version: byg den igen med `kg build`.",
        )
    return manifest.content


def manifest_mark(folder: Path) -> tuple[int, int]:
    """What tells the manifest of a generation's folder from one that is written there later."""
    try:
        found = (folder / "manifest.json").stat()
    except OSError:
        return 0, 0
    return found.st_ino, found.st_mtime_ns
