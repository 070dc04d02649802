"""All commands, in the order in which a user meets them."""

import click

from kg import __version__
from kg.cli import build, demo, export, show, sparql, validate, why
from kg.cli.parameters import common_options, speaking_context
from kg.messages import Say

COMMANDS = (demo, build, export, sparql, why, show, validate)


def make_commands(say: Say) -> click.Group:
    """The whole command line in one language."""
    group = click.Group(
        "kg",
        help=say("help.kg"),
        epilog=say("help.end"),
        params=[click.Option(["--version"], **_version(say)), *common_options(say)],
        options_metavar=say("click.options"),
        subcommand_metavar=say("click.command"),
        add_help_option=False,
    )
    group.context_class = speaking_context(say)
    group.list_commands = lambda _: list(group.commands)  # type: ignore[method-assign] - as listed, not by the alphabet
    for module in COMMANDS:
        group.add_command(module.command(say))
    return group


def _version(say: Say) -> dict[str, object]:
    def show_version(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click calls it so
        if value:
            click.echo(f"sagsgraf {__version__}")
            context.exit()

    return {
        "is_flag": True,
        "expose_value": False,
        "is_eager": True,
        "callback": show_version,
        "help": say("help.version"),
    }
