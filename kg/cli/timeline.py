"""`kg timeline`: treatments over time as a page."""

from pathlib import Path

import click

from kg import __version__
from kg.cli.parameters import make_command, option, store_option
from kg.errors import FINE
from kg.messages import Say

_KINDS = {"case": "case", "unit": "agent", "theme": "theme", "body": "body"}


def command(say: Say) -> click.Command:
    """`kg timeline`."""
    names = (*_KINDS, "from", "to")
    narrowing = [option(say, f"--{each}", text=f"help.answer.{each}", metavar=say(f"metavar.{each}")) for each in names]
    return make_command(
        say, "timeline", run, [*narrowing, output_option(say, "output/timeline.html"), store_option(say)]
    )


def output_option(say: Say, default: str) -> click.Option:
    """`-o`, where the page goes."""
    return click.Option(["-o", "--output"], default=default, metavar="FILE", help=say("help.page", default=default))


def run(say: Say, *, store: str, output: str, **given: str | None) -> int:
    """Write the timeline of what was asked for."""
    from kg.graph.graph import Graph
    from kg.pictures.files import made_of, write_file
    from kg.pictures.timeline import read_timeline, timeline_page
    from kg.queries.names import look_up

    with Graph.open(store) as graph:
        about = {name: look_up(graph, kind, given[name] or "") for name, kind in _KINDS.items() if given[name]}
        timeline = read_timeline(graph, say, **about, since=given["from"] or "", until=given["to"] or "")
        write_file(Path(output), timeline_page(timeline, say, about=made_of(graph, say, __version__)))
    click.echo(output)
    if not timeline.treatments:
        click.echo(say("timeline.empty"), err=True)
    return FINE
