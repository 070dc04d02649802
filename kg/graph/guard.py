"""What a typed query may ask, decided before any parser sees it.

The parser recurses as deep as the text nests, and `SERVICE` opens connections that no setting forbids; so a text that nests
too deep, is too long, or names a service is refused here. Keywords need no space around them (`trueSERVICE:x{}` is read as a
service), hence the search inside words and prefixes.
"""

import re
from itertools import pairwise

from kg.errors import UsageError
from kg.graph.tokens import Token, tokens

MAX_LENGTH = 100_000  # characters
MAX_DEPTH = 40  # brackets inside brackets
MAX_CHAIN = 200  # operators and group keywords in a row at one level, and prefix operators such as ! and -

_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"}
_LINKS = {"UNION", "OPTIONAL", "MINUS", "FILTER", "BIND", "VALUES", "GRAPH", "EXISTS", "NOT", "IN", "SELECT", "WHERE"}
_OPERATORS = set("|&!+-*/^=<>,?")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def check(query: str) -> None:
    """Returns where a query may be run; raises `UsageError` with the reason where it may not."""
    if len(query) > MAX_LENGTH:
        raise UsageError(f"The query is longer than {MAX_LENGTH} characters.")
    _check_tokens(tokens(query))
    unescaped = _ESCAPE.sub(_character, query)
    if unescaped != query:
        _check_tokens(tokens(unescaped))


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else " "


def _check_tokens(scanned: list[Token]) -> None:
    if any(_names_service(token) for token in scanned):
        raise UsageError("SERVICE is not allowed: a query may only read this graph.")
    update = next((token.text for token in scanned if token.kind == "word" and token.text.upper() in _UPDATES), None)
    if update:
        raise UsageError(f"{update.upper()} is not allowed: a query may only read.")
    if _depth(scanned) > MAX_DEPTH:
        raise UsageError(f"The query nests brackets more than {MAX_DEPTH} deep.")
    if _chain(scanned) > MAX_CHAIN:
        raise UsageError(f"The query chains more than {MAX_CHAIN} operators or groups.")


def _names_service(token: Token) -> bool:
    part = token.text.partition(":")[0] if token.kind == "name" else token.text if token.kind == "word" else ""
    return "service" in part.casefold()


def _depth(scanned: list[Token]) -> int:
    depth = deepest = 0
    for token in scanned:
        if token.text in ("{", "(", "["):
            depth += 1
            deepest = max(deepest, depth)
        elif token.text in ("}", ")", "]"):
            depth -= 1
    return deepest


def _chain(scanned: list[Token]) -> int:
    """How many operators and group keywords there are, the commas of plain lists aside."""
    count = sum(token.kind == "word" and token.text.upper() in _LINKS for token in scanned)
    for before, token in pairwise(scanned):
        count += token.kind == "mark" and token.text in _OPERATORS and not (token.text == "," and before.kind != "mark")
    return count
