"""`kg demo`: the graph of the examples, and what it can do."""

import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import __version__
from kg.cli.build import figure_lines
from kg.cli.parameters import make_command
from kg.cli.problems import show_problems
from kg.cli.progress import show_progress
from kg.errors import FINE, UsageError
from kg.messages import Say

if TYPE_CHECKING:
    from kg.graph.rows import Rows

_WIDTH = 100


def command(say: Say) -> click.Command:
    """`kg demo [FOLDER]`."""
    return make_command(
        say, "demo", run, [click.Argument(["folder"], required=False, default="output", metavar="[FOLDER]")]
    )


def run(say: Say, *, folder: str) -> int:
    """Build, show the history of one case, write the graph and a page, and say where they are."""
    from kg.demo import holds_another, make_demo

    target = Path(folder)
    if holds_another(target):
        raise UsageError(say("wrong.demo", folder=folder))
    with show_progress(say, quiet=False) as progress:
        made = make_demo(target, progress, say, __version__)
    show_problems(made.report.problems, say)
    click.echo("\n".join(figure_lines(made.report, say)))
    click.echo("\n" + say("demo.history", case=made.case) + "\n")
    for line in history_lines(made.history, min(_WIDTH, shutil.get_terminal_size((_WIDTH, 0)).columns)):
        click.echo(line)
    click.echo(say("demo.made", turtle=made.turtle, page=made.page, store=made.store))
    return FINE


def history_lines(history: "Rows", width: int) -> Iterator[str]:
    """A paragraph for each treatment: when and where, the title, what was decided, and the words of it."""
    for row in history.dicts():
        yield f"{row['date']}  {row['body']}, {row['item']}: {row['title']}"
        said = f"[{row['outcome']}] {row['decision']}" if row["decision"] else "–"
        yield textwrap.fill(said, width, initial_indent=" " * 12, subsequent_indent=" " * 12)
        yield ""
