"""Which files a user means: what was given, folders and archives walked, in an order that does not depend on the
arguments'.
"""

import os
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from kg.archives import MOST_DEEP, Room, members_of, shown
from kg.errors import UnreadableError, UsageError
from kg.messages import sentence
from kg.model.problem import Problem
from kg.readers import ENDINGS, reader_of
from kg.readers.package import kind_of
from kg.readers.reader import HEAD
from kg.readers.text import TEXT
from kg.readers.zips import MAGIC, head, open_zip

# Documents that may well be minutes, in formats that no reader knows: said one by one, not only counted.
_DOCUMENTS = {".pdf", ".doc", ".docx", ".odt", ".rtf", ".html", ".htm", ".xml", ".json", ".xls", ".ods", ".msg", ".eml"}
_NEVER = {"thumbs.db", "desktop.ini"}


class Input(msgspec.Struct, frozen=True, order=True):
    """A file: `relative` to what was given, with `/`; `path` as the system opens it.

    `members` are the names by which it lies in an archive at `path`, the last in an archive of the name before.
    """

    relative: str
    path: str
    members: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The path, and the names below it."""
        return "/".join([Path(self.path).as_posix(), *self.members])

    @property
    def folder(self) -> str:
        """The folder, or the archive, that it lies in."""
        return self.place.rpartition("/")[0]


def find_inputs(given: Iterable[str]) -> tuple[list[Input], list[Problem]]:
    """The files that `given` names and those of the folders and archives that it names, sorted, and what was passed
    over.

    Raises `UsageError` for a path that is not there, and where nothing is left to read.
    """
    inputs: set[Input] = set()
    problems: set[Problem] = set()
    names = list(given)
    for name in names:
        path = Path(name)
        walk = _Walk(inputs, problems, named=not path.is_dir())
        if path.is_dir():
            walk.folder(path)
        elif path.exists():
            walk.file(Input(path.name, str(path)))
        else:
            raise UsageError(
                f"{name}: there is no such file or folder; check the path.",
                f"{name}: der er ingen sådan fil eller mappe; se efter stien.",
            )
        walk.say_passed_over(name)
    if not inputs:
        raise _nothing(", ".join(names), sorted(problems))
    return sorted(inputs), sorted(problems)


def find_input(name: str) -> Input | None:
    """The one file that `name` says, in an archive or not: `archive.zip/folder/name.pdf`. None where there is none."""
    path = Path(name)
    if path.is_file():
        return Input(path.name, str(path))
    archive = next((each for each in path.parents if each.is_file()), None)
    if archive is None:
        return None
    wanted = f"{archive.name}/{path.relative_to(archive).as_posix()}"
    walk = _Walk(set(), set(), named=True)
    walk.file(Input(archive.name, str(archive)))
    return next((each for each in sorted(walk.inputs) if each.relative == wanted), None)


def is_archive(path: Path) -> bool:
    """Whether a file is a ZIP of files, whatever it is called."""
    walk = _Walk(set(), set(), named=False)
    return path.is_file() and walk.opens_as_archive(path)


def _nothing(names: str, problems: list[Problem]) -> UsageError:
    endings = ", ".join(sorted({*ENDINGS, ".zip"}))
    first = [
        " ".join(["", f"{each.path}:", sentence(language, f"problem.{each.message}", *each.values)])
        for language in ("en", "da")
        for each in problems[:1]
    ] or ["", ""]
    return UsageError(
        f"{names}: no minutes found; files of minutes end in {endings}.{first[0]}",
        f"{names}: der er ingen referater; filer med referater ender på {endings}.{first[1]}",
    )


class _Walk:
    """What was found in one thing that was given; `named` where the user named the file itself."""

    def __init__(self, inputs: set[Input], problems: set[Problem], *, named: bool) -> None:
        self.inputs, self._problems, self._named = inputs, problems, named
        self._passed: Counter[str] = Counter()
        self._room = Room()

    def folder(self, root: Path) -> None:
        inside = root.resolve()
        for folder, folders, files in os.walk(root):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted([*files, *(each for each in folders if (Path(folder) / each).is_symlink())]):
                path = Path(folder) / name
                given = Input(path.relative_to(root).as_posix(), str(path))
                if name.startswith(".") or name.lower() in _NEVER or not self._leads_inside(given, inside):
                    continue
                if path.is_file():
                    self.file(given)

    def file(self, given: Input) -> None:
        """A file of the system's."""
        try:
            with Path(given.path).open("rb") as file:
                begins = file.read(HEAD)
        except OSError:
            begins = b""  # whoever reads it says why it cannot
        if begins.startswith(MAGIC):
            self._container(given, given.path, 0)
        else:
            self._take(given, begins)

    def opens_as_archive(self, path: Path) -> bool:
        try:
            with path.open("rb") as file:
                if not file.read(4).startswith(MAGIC):
                    return False
            with open_zip(str(path)) as archive:
                return kind_of(archive) == "archive"
        except (OSError, UnreadableError):
            return False

    def say_passed_over(self, name: str) -> None:
        if self._passed:
            kinds = ", ".join(sorted(self._passed))
            self._problems.add(Problem(name, 0, "passed-over", (str(self._passed.total()), kinds)))

    def _take(self, given: Input, begins: bytes) -> None:
        """An input, where its ending is one of a reader's or its bytes are, else what is passed over."""
        ending = Path(given.relative).suffix.lower()
        if ending in ENDINGS or (self._named and not given.members) or reader_of(begins) is not TEXT:
            self.inputs.add(given)
        elif ending in _DOCUMENTS:
            self._problem(given, "no-reader", ending)
        else:
            self._passed[ending or Path(given.relative).name] += 1

    def _container(self, given: Input, file: str | bytes, deep: int) -> None:
        """A file that begins as ZIP containers do: a document, or an archive of files."""
        try:
            archive = open_zip(file)
        except UnreadableError:
            self.inputs.add(given)  # whoever reads it says why it cannot
            return
        with archive:
            kind = kind_of(archive)
            if kind in {"docx", "odt"} or (self._named and not given.members and kind != "archive"):
                self.inputs.add(given)
            elif kind != "archive":
                self._problem(given, "no-reader", f".{kind}")
            elif deep == MOST_DEEP:
                self._problem(given, "unreadable-nested", str(MOST_DEEP))
            else:
                self._archive(given, archive, deep)

    def _archive(self, given: Input, archive: zipfile.ZipFile, deep: int) -> None:
        before = len(self.inputs) + len(self._problems) + self._passed.total()
        for part in members_of(archive):
            name = shown(part)
            inner = Input(f"{given.relative}/{name}", given.path, (*given.members, part.filename))
            try:
                self._room.take(part)
                begins = head(archive, part, HEAD)
                if begins.startswith(MAGIC):
                    self._container(inner, self._room.unpack(archive, part), deep + 1)
                else:
                    self._take(inner, begins)
            except UnreadableError as error:
                if self._room.is_full or Path(name).suffix.lower() in {*ENDINGS, *_DOCUMENTS, ".zip", ""}:
                    self._problem(inner, error.key, *error.values)
                else:
                    self._passed[Path(name).suffix.lower()] += 1
                if self._room.is_full:
                    return
        if len(self.inputs) + len(self._problems) + self._passed.total() == before:
            self._problem(given, "empty-archive")

    def _leads_inside(self, given: Input, root: Path) -> bool:
        path = Path(given.path)
        if not path.is_symlink() or path.resolve().is_relative_to(root):
            return True
        self._problem(given, "link-outside")
        return False

    def _problem(self, given: Input, key: str, *values: str) -> None:
        self._problems.add(Problem(given.relative, 0, key, values))
