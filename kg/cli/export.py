"""`kg export`: the graph as a file."""

import sys
from pathlib import Path

import click

from kg.cli.parameters import make_command, option, store_option
from kg.errors import FINE
from kg.messages import Say

FORMATS = ("ttl", "nt", "nq", "trig", "jsonld", "rdf")


def command(say: Say) -> click.Command:
    """`kg export PATH`."""
    formats = click.Choice(FORMATS)
    return make_command(
        say,
        "export",
        run,
        [
            click.Argument(["path"], metavar="PATH"),
            store_option(say),
            option(say, "--format", text="help.export.format", type=formats, metavar="FORMAT"),
        ],
    )


def run(_: Say, *, path: str, store: str, format: str | None) -> int:  # noqa: A002 - the option's name
    """Write the graph of `store` to `path`."""
    from kg.graph.export import export
    from kg.graph.graph import Graph

    with Graph.open(store) as graph:
        if path == "-":
            export(graph, sys.stdout.buffer, format or "ttl")
        else:
            export(graph, Path(path), format or "")
    return FINE
