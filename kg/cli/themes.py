"""`kg themes`: KLE made ready for `kg build --themes`, or new themes proposed."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.choices import choose_jobs
from kg.cli.parameters import action_command, option
from kg.cli.tables import plain_text, show_table
from kg.errors import FINE, UsageError
from kg.messages import Say

if TYPE_CHECKING:
    from kg.drafting.suggest import Group

ACTIONS = ("import", "suggest")
_FORMS = 6  # of a group, in a table


def command(say: Say) -> click.Command:
    """`kg themes import FILE` and `kg themes suggest STORE|MINUTES…`."""
    turtle = option(say, "--turtle", is_flag=True)
    least = option(say, "--least", type=click.IntRange(min=1), default=2, metavar="N")
    return action_command(say, "themes", run, ACTIONS, [turtle, least])


def run(say: Say, *, action: str, paths: tuple[str, ...], turtle: bool, least: int, output: str | None) -> int:
    """Write the concepts of KLE as Turtle, or propose themes."""
    from kg.graph.skos import concepts_turtle

    if action == "import":
        from kg.drafting.kle import read_kle

        if len(paths) > 1:
            raise UsageError(say("themes.one-file"))
        _write(concepts_turtle(read_kle(Path(paths[0]))), output)
        return FINE
    from kg.drafting.suggest import as_concepts, suggest

    groups = suggest(_uncovered(paths), least)
    if turtle:
        _write(concepts_turtle(as_concepts(groups)), output)
    elif not groups:
        click.echo(say("themes.none"), err=True)
    else:
        _show(groups, say)
    return FINE


def _uncovered(paths: tuple[str, ...]) -> list[tuple[str, str]]:
    """The items without a theme of a store, or of minutes read with the shipped themes."""
    from kg.drafting.suggest import uncovered_in, uncovered_of
    from kg.graph.graph import Graph
    from kg.graph.store import current_generation

    if len(paths) == 1 and Path(paths[0]).is_dir() and current_generation(Path(paths[0])):
        with Graph.open(paths[0]) as graph:
            return uncovered_in(graph)
    from kg.drafting.gather import understand_all
    from kg.graph.scheme import read_vocabulary
    from kg.inputs import find_inputs

    files, _ = find_inputs(paths)
    documents, _ = understand_all(files, choose_jobs(None, len(files)), read_vocabulary().words)
    return uncovered_of(record for _, record in documents)


def _show(groups: "list[Group]", say: Say) -> None:
    columns = [say(f"themes.{name}") for name in ("word", "items", "forms", "examples")]
    rows = [
        (
            each.word,
            str(each.items),
            ", ".join(each.forms[:_FORMS]),
            "; ".join(f"{plain_text(title)} ({item})" for item, title in each.examples),
        )
        for each in groups
    ]
    show_table(columns, rows)


def _write(data: bytes, output: str | None) -> None:
    if output is None or output == "-":
        sys.stdout.buffer.write(data)
    else:
        Path(output).write_bytes(data)
