"""Tables on standard output, as wide as the terminal (`COLUMNS`, else 120 characters, where there is none)."""

import shutil
import sys
from collections.abc import Sequence

_WIDTH = 120


def show_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table. What the rows hold is text, never markup, and control characters do nothing."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = shutil.get_terminal_size((_WIDTH, 0)).columns
    console = Console(file=sys.stdout, width=width, highlight=False)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in columns:
        table.add_column(Text(plain_text(name)), overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain_text(cell)) for cell in row))
    console.print(table)


def plain_text(text: str) -> str:
    """The text on one line and without control characters, which a terminal might obey."""
    return " ".join("".join(each if each.isprintable() or each.isspace() else "\ufffd" for each in text).split())
