"""What a typed query may ask, decided before any parser sees it.

The parser recurses as deep as the text nests, and `SERVICE` opens connections that no setting forbids; so a text that
nests too deep, is too long, or names a service is refused here. `FROM` may stay: it picks graphs of the store and
fetches nothing.
"""

import re
from collections.abc import Sequence

from kg.errors import UsageError
from kg.graph.protocol import RefusedError
from kg.graph.tokens import Token, tokens

# Far below what was seen to exhaust a stack of 8 MB: 1,000 nested calls or EXISTS, 5,000 BINDs in a row.
MAX_LENGTH = 100_000  # characters
MAX_DEPTH = 40  # brackets inside brackets
MAX_BRACKETS = 1_000  # brackets, one inside another or one after another
MAX_OPERATORS = 1_000  # in all, for each may nest in the one before

_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"}
_OPENING, _CLOSING, _OPERATORS = set("{(["), set("})]"), set("|&!+-*/^")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def check(query: str) -> None:
    """Returns where a query may be run; raises `UsageError` with the reason where it may not (`RefusedError` where it
    would change the graph or ask another server).

    The text is looked at as it stands and with its `u` escapes resolved, since readers of SPARQL differ in where
    those count.
    """
    if len(query) > MAX_LENGTH:
        raise UsageError(
            f"The query is longer than {MAX_LENGTH} characters.", f"Spørgsmålet har over {MAX_LENGTH} tegn."
        )
    for text in dict.fromkeys((query, _ESCAPE.sub(_character, query))):
        _check_tokens(tokens(text))


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else " "


def _check_tokens(scanned: Sequence[Token]) -> None:
    if any(_names_service(token) for token in scanned):
        raise RefusedError(
            "SERVICE is not allowed: a query may only read this graph.",
            "SERVICE er ikke tilladt: et spørgsmål må kun læse denne graf.",
        )
    update = next((token.text for token in scanned if token.kind == "word" and token.text.upper() in _UPDATES), None)
    if update:
        raise RefusedError(
            f"{update.upper()} is not allowed: a query may only read.",
            f"{update.upper()} er ikke tilladt: et spørgsmål må kun læse.",
        )
    if _depth(scanned) > MAX_DEPTH:
        raise UsageError(
            f"The query nests brackets more than {MAX_DEPTH} deep.",
            f"Spørgsmålet har parenteser i mere end {MAX_DEPTH} lag.",
        )
    if sum(token.text in _OPENING for token in scanned) > MAX_BRACKETS:
        raise UsageError(
            f"The query has more than {MAX_BRACKETS} brackets.", f"Spørgsmålet har over {MAX_BRACKETS} parenteser."
        )
    if sum(token.text in _OPERATORS for token in scanned) > MAX_OPERATORS:
        raise UsageError(
            f"The query has more than {MAX_OPERATORS} operators.", f"Spørgsmålet har over {MAX_OPERATORS} operatorer."
        )


def _names_service(token: Token) -> bool:
    """Keywords need no space around them: `trueSERVICE` and `SERVICEex:here` are both a service to the parser."""
    part = token.text.partition(":")[0] if token.kind == "name" else token.text if token.kind == "word" else ""
    return "service" in part.casefold()


def _depth(scanned: Sequence[Token]) -> int:
    depth = deepest = 0
    for token in scanned:
        if token.text in _OPENING:
            depth += 1
            deepest = max(deepest, depth)
        elif token.text in _CLOSING:
            depth -= 1
    return deepest
