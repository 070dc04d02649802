"""Offsets as line numbers, from the texts that a store keeps."""

from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kg.messages import sentence

if TYPE_CHECKING:
    from kg.model.record import Record


class Places:
    """Finds the line of an offset in a store's documents; each text is read once, when it is first asked for."""

    def __init__(self, store: Path, manifest: dict[str, Any]) -> None:
        """`manifest` is that of the graph; its `documents` have a `sha256` and the `keys` of their records."""
        self._store = store
        self._keys = {each["sha256"][:16]: each["keys"][-1] for each in manifest.get("documents", [])}
        self._names = {
            str(each.get("path", "")).replace("\\", "/"): each["sha256"][:16] for each in manifest.get("documents", [])
        }
        self._shut: dict[str, list[int]] = manifest.get("shut", {})
        self._texts: dict[str, str] = {}
        self._pages: dict[str, tuple[int, ...]] = {}

    def text(self, document: str) -> str:
        """The text of the document of this IRI, which all offsets index; empty where it is gone."""
        return self._text(document.rpartition("/")[2])

    def record(self, document: str) -> "Record | None":
        """What the store keeps of the document of this IRI; None where it is gone.

        Items that another document of the meeting closes are closed in it.
        """
        from kg.describe import close
        from kg.records import Records

        try:
            record = Records(self._store / "records").read(self._keys[document.rpartition("/")[2]])
        except (KeyError, OSError, msgspec.DecodeError):  # a build that came after may have forgotten it
            return None
        return close(record, frozenset(self._shut.get(record.sha256, ())))

    def line(self, document: str, offset: int) -> int:
        """The line (from 1) of an offset in code points of the document of this IRI; 0 where its text is gone."""
        text = self._text(document.rpartition("/")[2])
        return text.count("\n", 0, offset) + 1 if text else 0

    def page(self, document: str, offset: int) -> int:
        """The page (from 1) of an offset in code points of the document of this IRI; 0 where it has no pages."""
        name = document.rpartition("/")[2]
        self._text(name)
        return bisect_right(self._pages.get(name, ()), offset)

    def place(self, language: str, document: str, offset: int) -> str:
        """Where an offset stands, as a person finds it: the line, in files with pages also the page (`45 (p. 3)`);
        empty where the text is gone.
        """
        line, page = self.line(document, offset), self.page(document, offset)
        return sentence(language, "place.page", line=line, page=page) if page else str(line or "")

    def find(self, file: str, line: int) -> tuple[str, int, int] | None:
        """The start of a document's sha256 and the offsets of a line (from 1) of it, by its path or base name.

        None where the store has no such document or the document no such line.
        """
        for path, name in self._names.items():
            if file in (path, path.rpartition("/")[2]):
                lines = self._text(name).split("\n")
                if 0 < line <= len(lines):
                    start = sum(len(each) + 1 for each in lines[: line - 1])
                    return name, start, start + len(lines[line - 1])
        return None

    def _text(self, name: str) -> str:
        if name not in self._texts:
            record = self.record(name)
            self._texts[name] = record.text if record else ""
            self._pages[name] = record.pages if record else ()
        return self._texts[name]
