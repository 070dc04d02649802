"""Tables on standard output, as wide as the terminal; elsewhere as wide as they are."""

import sys
from collections.abc import Sequence

_WIDE = 100_000


def show_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table. What the rows hold is text, never markup, and control characters do nothing."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    terminal = sys.stdout.isatty()
    console = Console(file=sys.stdout, width=None if terminal else _WIDE, highlight=False)
    table = Table(*(Text(_plain(name)) for name in columns), box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(_plain(cell)) for cell in row))
    console.print(table)


def _plain(text: str) -> str:
    """The text on one line and without control characters, which a terminal might obey."""
    return " ".join("".join(each if each.isprintable() or each.isspace() else "\ufffd" for each in text).split())
