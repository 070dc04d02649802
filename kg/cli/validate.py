"""`kg validate`: the graph against the rules that data must keep."""

import click

from kg.cli.parameters import make_command, store_option
from kg.errors import FINE, WITH_PROBLEMS, WRONG_USE, SagsgrafError
from kg.messages import Say


def command(say: Say) -> click.Command:
    """`kg validate`."""
    return make_command(say, "validate", run, [store_option(say)])


def run(say: Say, *, store: str) -> int:
    """Print every broken rule. 0 where there is none, 1 where there are some, 2 where nothing could be checked."""
    from kg.graph.graph import Graph
    from kg.graph.shapes import validate

    try:
        with Graph.open(store) as graph:
            report = validate(graph)
    except SagsgrafError as error:
        click.echo(f"kg: {error.said(say('code'))}", err=True)
        return WRONG_USE
    for violation in report.violations:
        parts = (violation.focus, violation.path, violation.value, violation.said(say("code")))
        click.echo("  ".join(part for part in parts if part))
    count = len(report.violations)
    text = say("valid") if report.conforms else say("violation" if count == 1 else "violations", count=count)
    click.echo(text, err=True)
    return FINE if report.conforms else WITH_PROBLEMS
