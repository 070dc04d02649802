"""Which files a user means: what was given, folders walked, in an order that does not depend on the arguments'."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from kg.errors import UsageError
from kg.model.problem import Problem
from kg.readers import ENDINGS

# Documents that may well be minutes, in formats that no reader knows yet: said, not passed over in silence.
_UNREAD = {".docx", ".doc", ".odt", ".html", ".htm", ".xml", ".json", ".zip", ".rtf"}


class Input(msgspec.Struct, frozen=True, order=True):
    """A file: `relative` to what was given, with `/`; `path` as the system opens it."""

    relative: str
    path: str


def find_inputs(given: Iterable[str]) -> tuple[list[Input], list[Problem]]:
    """The files that `given` names and those of the folders that it names, sorted, and what was passed over.

    Raises `UsageError` for a path that is not there, and where nothing is left to read.
    """
    inputs: set[Input] = set()
    problems: list[Problem] = []
    names = list(given)
    for name in names:
        path = Path(name)
        if path.is_dir():
            inputs.update(_walk(path, problems))
        elif path.exists():
            inputs.add(Input(path.name, str(path)))
        else:
            raise UsageError(
                f"{name}: there is no such file or folder; check the path.",
                f"{name}: der er ingen sådan fil eller mappe; se efter stien.",
            )
    if not inputs:
        raise _nothing(", ".join(names), len(problems))
    return sorted(inputs), sorted(problems)


def _nothing(names: str, passed_over: int) -> UsageError:
    endings = ", ".join(sorted(ENDINGS))
    also = f" ({passed_over} files of other formats were passed over)" if passed_over else ""
    tillige = f" ({passed_over} filer af andre formater er sprunget over)" if passed_over else ""
    return UsageError(
        f"{names}: no minutes found{also}; files of minutes end in {endings}.",
        f"{names}: der er ingen referater{tillige}; filer med referater ender på {endings}.",
    )


def _walk(root: Path, problems: list[Problem]) -> Iterator[Input]:
    inside = root.resolve()
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*files, *(each for each in folders if (Path(folder) / each).is_symlink())]):
            path = Path(folder) / name
            relative = path.relative_to(root).as_posix()
            ending = path.suffix.lower()
            if name.startswith(".") or (path.is_symlink() and not _leads_inside(path, inside, relative, problems)):
                continue
            if ending in ENDINGS and path.is_file():
                yield Input(relative, str(path))
            elif ending in _UNREAD:
                problems.append(Problem(relative, 0, "no-reader", (ending,)))


def _leads_inside(path: Path, root: Path, relative: str, problems: list[Problem]) -> bool:
    if path.resolve().is_relative_to(root):
        return True
    problems.append(Problem(relative, 0, "link-outside"))
    return False
