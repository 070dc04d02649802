"""`kg matrix`: centres × themes, by year, as a page."""

from pathlib import Path

import click

from kg import __version__
from kg.cli.parameters import make_command, option, store_option
from kg.cli.timeline import output_option
from kg.errors import FINE
from kg.messages import Say


def command(say: Say) -> click.Command:
    """`kg matrix`."""
    names = ("body", "from", "to")
    narrowing = [option(say, f"--{each}", text=f"help.answer.{each}", metavar=say(f"metavar.{each}")) for each in names]
    return make_command(say, "matrix", run, [*narrowing, output_option(say, "output/matrix.html"), store_option(say)])


def run(say: Say, *, store: str, output: str, **given: str | None) -> int:
    """Write the matrix."""
    from kg.graph.graph import Graph
    from kg.pictures.files import made_of, write_file
    from kg.pictures.matrix import matrix_page, read_matrix
    from kg.queries.names import look_up

    with Graph.open(store) as graph:
        body = look_up(graph, "body", given["body"]) if given["body"] else ""
        matrix = read_matrix(graph, say, body=body, since=given["from"] or "", until=given["to"] or "")
        write_file(Path(output), matrix_page(matrix, say, about=made_of(graph, say, __version__)))
    click.echo(output)
    if not matrix.items:
        click.echo(say("matrix.empty"), err=True)
    return FINE
