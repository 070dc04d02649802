"""All commands, in the order in which a user meets them."""

import click

from kg import __version__
from kg.cli import build, demo, export, show, sparql, validate, why
from kg.cli.parameters import common_options, flag, speaking_context
from kg.messages import Say

COMMANDS = (demo, build, export, sparql, why, show, validate)


class _Commands(click.Group):
    """Lists its commands in their order, not by the alphabet."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(self.commands)


def make_commands(say: Say) -> click.Group:
    """The whole command line in one language."""
    group = _Commands(
        "kg",
        help=say("help.kg"),
        epilog=say("help.end"),
        params=[flag(say, "--version", _show_version), *common_options(say)],
        options_metavar=say("click.options"),
        subcommand_metavar=say("click.command"),
        add_help_option=False,
    )
    group.context_class = speaking_context(say)
    for module in COMMANDS:
        group.add_command(module.command(say))
    return group


def _show_version(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click calls it so
    if value:
        click.echo(f"sagsgraf {__version__}")
        context.exit()
