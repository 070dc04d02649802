"""`kg demo`: the graph of the examples, and what it can do."""

from pathlib import Path

import click

from kg.cli.build import figure_lines
from kg.cli.parameters import make_command
from kg.cli.problems import show_problems
from kg.cli.progress import show_progress
from kg.cli.tables import show_table
from kg.errors import FINE, UsageError
from kg.messages import Say


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
        made = make_demo(target, progress, say)
    show_problems(made.report.problems, say)
    click.echo("\n".join(figure_lines(made.report, say)))
    click.echo("\n" + say("demo.history", case=made.case) + "\n")
    show_table(made.history.columns, [[str(cell) for cell in row] for row in made.history.values()])
    click.echo("\n" + say("demo.made", turtle=made.turtle, page=made.page, store=made.store))
    return FINE
