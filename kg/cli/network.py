"""`kg network`: who and what the items tie together, as a page."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import __version__
from kg.cli.parameters import make_command, option, store_option
from kg.cli.timeline import output_option
from kg.errors import FINE
from kg.messages import Say

if TYPE_CHECKING:
    from kg.pictures.network import Choice

OFS = ("units-themes", "cases", "people", "all")
NARROWING = ("case", "unit", "theme", "from", "to")


def command(say: Say) -> click.Command:
    """`kg network`."""
    options = [*network_options(say, OFS[0]), output_option(say, "output/network.html"), store_option(say)]
    return make_command(say, "network", run, options)


def network_options(say: Say, default: str | None) -> list[click.Parameter]:
    """`--of` and what narrows a network."""
    of = option(say, "--of", text="help.network.of", type=click.Choice(OFS), default=default, metavar="KIND")
    return [of, *(option(say, f"--{e}", text=f"help.answer.{e}", metavar=say(f"metavar.{e}")) for e in NARROWING)]


def choice_of(of: str | None, given: dict[str, str | None]) -> "Choice":
    """What was asked for."""
    from kg.pictures.network import Choice

    words = {("from_" if name == "from" else name): given[name] or "" for name in NARROWING}
    return Choice(of=of or OFS[0], **words)


def run(say: Say, *, store: str, output: str, of: str, **given: str | None) -> int:
    """Write the network of what was asked for."""
    from kg.graph.graph import Graph
    from kg.pictures.files import made_of, write_file
    from kg.pictures.network import read_network
    from kg.pictures.network.page import network_page

    with Graph.open(store) as graph:
        network = read_network(graph, choice_of(of, given), say("code"))
        write_file(Path(output), network_page(network, say, about=made_of(graph, say, __version__)))
    click.echo(output)
    if not network.nodes:
        click.echo(say("network.empty"), err=True)
    return FINE
