"""`kg export`: the graph as a file, or a network of it for other programs."""

import sys
from pathlib import Path

import click

from kg.cli.network import NARROWING, choice_of, network_options
from kg.cli.parameters import make_command, option, store_option
from kg.errors import FINE, UsageError
from kg.messages import Say

FORMATS = ("ttl", "nt", "nq", "trig", "jsonld", "rdf")
NETWORKS = ("gexf", "graphml", "csv")


def command(say: Say) -> click.Command:
    """`kg export PATH`."""
    formats = click.Choice((*FORMATS, *NETWORKS))
    return make_command(
        say,
        "export",
        run,
        [
            click.Argument(["path"], metavar="PATH"),
            store_option(say),
            option(say, "--format", text="help.export.format", type=formats, metavar="FORMAT"),
            *network_options(say, None),
        ],
    )


def run(say: Say, *, path: str, store: str, format: str | None, of: str | None, **given: str | None) -> int:  # noqa: A002 - the option's name
    """Write the graph of `store`, or a network of it, to `path`."""
    from kg.graph.export import export
    from kg.graph.graph import Graph

    form = format or Path(path).suffix.removeprefix(".").lower()
    if form in NETWORKS:
        return _export_network(say, path, store, form, of, given)
    narrowed = [name for name in ("of", *NARROWING) if (of if name == "of" else given[name])]
    if narrowed:
        raise UsageError(say("network.not-export", name=f"--{narrowed[0]}", known=", ".join(f".{e}" for e in NETWORKS)))
    if format is None and path != "-" and form not in FORMATS:
        known = ", ".join(f".{each}" for each in (*FORMATS, *NETWORKS))
        raise UsageError(say("network.no-form", form=form, known=known))
    with Graph.open(store) as graph:
        if path == "-":
            export(graph, sys.stdout.buffer, format or "ttl")
        else:
            export(graph, Path(path), format or "")
    return FINE


def _export_network(say: Say, path: str, store: str, form: str, of: str | None, given: dict[str, str | None]) -> int:
    """Write a network; say what files were written where the user did not name them."""
    from kg.graph.graph import Graph
    from kg.outputs.exchange import as_xml, write_exchange
    from kg.pictures.network import read_network
    from kg.pictures.network.graph import as_graph

    if path == "-" and form == "csv":
        raise UsageError(say("network.two-tables"))
    with Graph.open(store) as graph:
        network = as_graph(read_network(graph, choice_of(of, given), say("code"), whole=True), say)
    if path == "-":
        sys.stdout.buffer.write(as_xml(network, form))
        return FINE
    written = write_exchange(network, Path(path), form)
    if written != [Path(path)]:
        click.echo("\n".join(map(str, written)))
    return FINE
