"""Something a person should know about a file: it never stops the rest."""

import msgspec


class Problem(msgspec.Struct, frozen=True, order=True):
    """One sentence about one file.

    `line` counts from 1; 0 means the file as a whole. `message` is a key of `kg.messages`, filled with `values`,
    so that it can be said in Danish and in English.
    """

    path: str
    line: int
    message: str
    values: tuple[str, ...] = ()
