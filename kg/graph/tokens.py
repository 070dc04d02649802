"""The words of a SPARQL text: strings, comments and IRIs told apart from what the text asks for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

# Every alternative is linear: a string that is never closed runs to its end, a prefix is no longer than 100 characters.
_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\r\n]* )
    | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*(?:\\[uU][0-9A-Fa-f]+[^<>"{}|^`\\\x00-\x20]*)*> )
    | (?P<string> \"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*(?:\"\"\")? | '''(?:'{0,2}(?:[^'\\]|\\.))*(?:''')?
                | "(?:[^"\\\r\n]|\\.)*"? | '(?:[^'\\\r\n]|\\.)*'? )
    | (?P<variable> [?$][\w\u00b7]+ )
    | (?P<language> @[A-Za-z][A-Za-z0-9-]* )
    | (?P<name> (?:[^\W\d_](?:[\w.\-]{0,100}[\w\-])?)?:(?:[\w.\-:%\u00b7]|\\[_~.\-!$&'()*+,;=/?\#@%])* )
    | (?P<word> [^\W\d]\w* )
    | (?P<number> [0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)? )
    | (?P<mark> \S )
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(msgspec.Struct, frozen=True):
    """One token: `kind` is `iri`, `string`, `variable`, `language`, `name` (has a colon), `word`, `number`, `mark`."""

    kind: str
    text: str
    at: int


@lru_cache(maxsize=128)
def tokens(query: str) -> tuple[Token, ...]:
    """The tokens of a SPARQL text in order, without comments and spaces. Never raises: odd characters are marks."""
    return tuple(
        Token(match.lastgroup or "", match[0], match.start())
        for match in _TOKEN.finditer(query)
        if match.lastgroup != "comment"
    )


def star(query: Sequence[Token]) -> Token | None:
    """The `*` of the outermost `SELECT *`, or None."""
    start = next((i for i, token in enumerate(query) if token.kind == "word" and token.text.upper() == "SELECT"), None)
    if start is None:
        return None
    for token in query[start + 1 : start + 3]:
        if token.text == "*":
            return token
        if token.text.upper() not in ("DISTINCT", "REDUCED"):
            return None
    return None


def name_columns(query: str, found: list[str]) -> str:
    """A `SELECT *` with its columns spelled out in the order in which the text first names them; others as they are.

    `found` are the names that are in scope: Oxigraph gives them in alphabetical order.
    """
    scanned = tokens(query)
    place = star(scanned)
    if place is None or not found:
        return query
    order = list(dict.fromkeys(token.text[1:] for token in scanned if token.kind == "variable"))
    named = sorted(found, key=lambda name: (order.index(name) if name in order else len(order), name))
    return query[: place.at] + " ".join(f"?{name}" for name in named) + query[place.at + 1 :]


def selected(query: str) -> frozenset[str]:
    """The variables that the outermost SELECT names as they are; none for `SELECT *`."""
    words = tokens(query)
    forms = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
    start = next((i for i, token in enumerate(words) if token.kind == "word" and token.text.upper() in forms), -1)
    if start < 0 or words[start].text.upper() != "SELECT":
        return frozenset()
    return frozenset(_named(words[start + 1 :])[0])


def bind(query: str, names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The query with variables set beforehand to rows of SPARQL terms: a VALUES block opens its outermost pattern, and
    that of every sub-SELECT which names one of the variables alone or all of them, so that these start from it too.

    Raises `ValueError` where there is no pattern to open.
    """
    if not names:
        return query
    listed = " ".join(f"({' '.join(row)})" for row in rows)
    block = f" VALUES ({' '.join(f'?{name}' for name in names)}) {{ {listed} }} "
    scanned = tokens(query)
    places = [_pattern(scanned), *_selects(scanned, set(names))]
    for place in sorted(set(places), reverse=True):
        query = query[: place + 1] + block + query[place + 1 :]
    return query


def _selects(query: Sequence[Token], names: set[str]) -> Iterator[int]:
    """Where the braces stand that open the patterns of those SELECTs which name all of these variables."""
    for start, token in enumerate(query):
        if token.kind == "word" and token.text.upper() == "SELECT":
            named, place = _named(query[start + 1 :])
            if names <= named:
                yield place


def _named(query: Sequence[Token]) -> tuple[set[str], int]:
    """The variables that a SELECT names as they are, and where the brace stands that opens its pattern."""
    names: set[str] = set()
    depth = 0
    for token in query:
        if depth == 0 and token.text == "{":
            return names, token.at
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0 and token.kind == "variable":
            names.add(token.text[1:])
    return names, -1


def _pattern(query: Sequence[Token]) -> int:
    """Where the brace stands that opens the outermost pattern: not one inside an expression, nor a CONSTRUCT's
    template.
    """
    depth = 0
    template = False
    for before, token in pairwise(query):
        template = template or (before.text.upper() == "CONSTRUCT" and token.text == "{")
        if token.text == "{" and depth == 0 and not template:
            return token.at
        depth += (token.text in ("{", "(")) - (token.text in ("}", ")"))
        template = template and not (token.text == "}" and depth == 0)
    raise ValueError("The query has no pattern to set a variable in.")
