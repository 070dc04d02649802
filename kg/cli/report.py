"""`kg report`: all pictures and lists as a folder of pages that link to each other."""

from pathlib import Path

import click

from kg import __version__
from kg.cli.parameters import make_command, store_option
from kg.errors import FINE
from kg.messages import Say


def command(say: Say) -> click.Command:
    """`kg report`."""
    default = "output/report"
    output = click.Option(
        ["-o", "--output"], default=default, metavar="FOLDER", help=say("help.report.output", default=default)
    )
    return make_command(say, "report", run, [output, store_option(say)])


def run(say: Say, *, store: str, output: str) -> int:
    """Write the report."""
    from kg.graph.graph import Graph
    from kg.pictures.files import check_folder, write_folder
    from kg.pictures.report import FILES, report_pages

    folder = Path(output)
    check_folder(folder, FILES)  # before the work is done
    with Graph.open(store) as graph:
        write_folder(folder, report_pages(graph, say, __version__), FILES)
    click.echo(folder / "index.html")
    return FINE
