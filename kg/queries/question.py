"""A question: one `.rq` file whose head says what it asks, what it takes and what comes out.

    # title (da): Åbne løkker                          the question in a few words, in both languages
    # title (en): Open loops
    # parameter: body body? | organ | body             name, type (`?`: may be left out, `= value`: unless given)
    # parameter: as_of to = latest | pr. | as of
    # column: date date | dato | date                  name, kind, labels; in the order in which they are shown
    # column: decision iri                             a kind that only programs see needs no labels
    # evidence: decision item                          the columns whose nodes have the words, the best first
    # head: date body title                            in a terminal: a paragraph for each row, which begins with these
    # shown: date title                                in a terminal: a table of these columns; else of all short ones
    # pivot: year items                                in a terminal: a column for each value of the first, and the sum
    # example: kg ask loops --as_of 2016-12-31

A parameter `as_of` sets the variable `?as_of`; one that names a thing of the graph, such as `body`, sets `?body_iri`.
`?lang` is always set, to "da" or "en". What the SELECT names is set wherever it stands in the query. A line that ends
in `#if NAME` is left out where no NAME is given.
"""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from kg.errors import UsageError
from kg.model.said import Said

NODES = ("unit", "person", "party", "voter", "body", "agent", "any", "case", "theme", "outcome", "meeting", "authority")
TYPES = (*NODES, "from", "to", "text", "words", "number", "flag")
KINDS = ("text", "long", "list", "date", "number", "money", "days", "score", "flag", "iri")
_LINE = re.compile(r"#\s*(title \((?:da|en)\)|parameter|column|evidence|head|shown|pivot|example)\s*:\s*(.*?)\s*$")
_PARAMETER = re.compile(r"(\w+)\s+(\w+)(\?)?(?:\s*=\s*([^|]*?))?\s*\|([^|]*)\|([^|]*)$")
_COLUMN = re.compile(r"(\w+)\s+(\w+)(?:\s*\|([^|]*)\|([^|]*))?$")
_IF = re.compile(r"#if (\w+)\s*$")


class Parameter(msgspec.Struct, frozen=True):
    """What a question takes: `kind` is one of `TYPES`; `default` is what it is unless given, None where it must be
    given or, with `optional`, may be left out.
    """

    name: str
    kind: str
    label: Said
    optional: bool = False
    default: str | None = None

    @property
    def variable(self) -> str:
        """The variable of the query that it sets."""
        return f"{self.name}_iri" if self.kind in NODES else self.name

    @property
    def required(self) -> bool:
        """Whether the question cannot be asked without it."""
        return self.default is None and not self.optional


class Column(msgspec.Struct, frozen=True):
    """What comes out: `kind` is one of `KINDS`; columns of kind `iri` are for programs."""

    name: str
    kind: str
    label: Said


class Question(msgspec.Struct, frozen=True):
    """A question with its SPARQL text. `evidence` names columns; `shipped` is false for a user's own file."""

    name: str
    title: Said
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    evidence: tuple[str, ...]
    head: tuple[str, ...]
    shown: tuple[str, ...]
    pivot: tuple[str, ...]
    example: str
    text: str
    shipped: bool = True

    def sparql(self, given: frozenset[str]) -> str:
        """The SPARQL text without the lines that are for parameters which are not `given`."""
        lines = self.text.splitlines(keepends=True)
        return "".join(line for line in lines if (found := _IF.search(line)) is None or found[1] in given)


def read_question(text: str, name: str, path: str, *, shipped: bool = True) -> Question:
    """A question from the text of its file. Raises `UsageError`, which names `path` and the line, for a head that
    cannot be read.
    """
    said: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: list[Column] = []
    for number, line in enumerate(text.splitlines(), 1):
        found = _LINE.match(line)
        if found is None:
            continue
        if found[1] == "parameter":
            parameters.append(_parameter(found[2], path, number))
        elif found[1] == "column":
            columns.append(_column(found[2], path, number))
        else:
            said[found[1]] = found[2]
    danish, english = said.get("title (da)", ""), said.get("title (en)", "")
    return Question(
        name=name,
        title=Said(danish or english or name, english or danish or name),
        parameters=tuple(parameters),
        columns=tuple(columns),
        evidence=tuple(said.get("evidence", "").split()),
        head=tuple(said.get("head", "").split()),
        shown=tuple(said.get("shown", "").split()),
        pivot=tuple(said.get("pivot", "").split()),
        example=said.get("example", ""),
        text=text,
        shipped=shipped,
    )


def _parameter(value: str, path: str, line: int) -> Parameter:
    found = _PARAMETER.match(value)
    if found is None or found[2] not in TYPES:
        raise _unread(path, line, "NAME TYPE | dansk | English", TYPES)
    return Parameter(found[1], found[2], Said(found[5].strip(), found[6].strip()), bool(found[3]), found[4])


def _column(value: str, path: str, line: int) -> Column:
    found = _COLUMN.match(value)
    if found is None or found[2] not in KINDS:
        raise _unread(path, line, "NAME KIND | dansk | English", KINDS)
    return Column(found[1], found[2], Said((found[3] or found[1]).strip(), (found[4] or found[1]).strip()))


def _unread(path: str, line: int, form: str, known: tuple[str, ...]) -> UsageError:
    choices = ", ".join(known)
    return UsageError(
        f"{path}:{line}: this line of the question's head cannot be read; write {form}, with one of {choices}.",
        f"{path}:{line}: denne linje i spørgsmålets hoved kan ikke læses; skriv {form}, med en af {choices}.",
    )


@cache
def shipped_questions() -> dict[str, Question]:
    """The questions that come with the package, by name, in alphabetical order."""
    found = sorted(each.name for each in files(__package__).iterdir() if each.name.endswith(".rq"))
    return {name.removesuffix(".rq"): shipped_question(name.removesuffix(".rq")) for name in found}


@cache
def shipped_question(name: str) -> Question:
    """One question that comes with the package. Raises `FileNotFoundError` where there is none of that name."""
    return read_question(files(__package__).joinpath(f"{name}.rq").read_text("utf-8"), name, f"{name}.rq")


def questions_of(folder: Path) -> dict[str, Question]:
    """A user's own questions, by name. Raises `UsageError` for a folder or a file that cannot be read."""
    found = {}
    try:
        for path in sorted(folder.iterdir()):
            if path.suffix == ".rq":
                text = path.read_text("utf-8-sig")
                found[path.stem] = read_question(text, path.stem, str(path), shipped=False)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{folder}: the questions cannot be read ({error}); give a folder with .rq files in UTF-8.",
            f"{folder}: spørgsmålene kan ikke læses ({error}); giv en mappe med .rq-filer i UTF-8.",
        ) from error
    return found
