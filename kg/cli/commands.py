"""All commands, in the order in which a user meets them."""

from importlib import import_module

import click

from kg import __version__
from kg.cli import pages
from kg.cli.parameters import common_options, flag, speaking_context
from kg.messages import Say

# each is a module of this package with `command(say)`; those of `pages.NAMES` are made by one
NAMES = (
    "demo",
    "build",
    "serve",
    *pages.NAMES,
    "network",
    "timeline",
    "matrix",
    "report",
    "why",
    "ask",
    "sparql",
    "export",
    "show",
    "profile",
    "themes",
    "validate",
)


class _Commands(click.Group):
    """Lists the commands in their order, by name and one line; only the one that is asked for is imported."""

    def __init__(self, say: Say) -> None:
        super().__init__(
            "kg",
            commands={name: click.Command(name, short_help=say(f"help.{name}")) for name in NAMES},
            help=say("help.kg"),
            epilog=say("help.end"),
            params=[flag(say, "--version", _show_version), *common_options(say)],
            options_metavar=say("click.options"),
            subcommand_metavar=say("click.command"),
            add_help_option=False,
        )
        self.context_class = speaking_context(say)
        self._say = say

    def list_commands(self, _: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, _, rest = super().resolve_command(context, arguments)
        return name, load_command(str(name), self._say), rest


def make_commands(say: Say) -> click.Group:
    """The whole command line in one language."""
    return _Commands(say)


def load_command(name: str, say: Say) -> click.Command:
    """One command, whole. `name` is one of `NAMES`."""
    if name in pages.NAMES:
        return pages.command(say, name)
    command: click.Command = import_module(f"kg.cli.{name}").command(say)
    return command


def _show_version(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click calls it so
    if value:
        click.echo(f"sagsgraf {__version__}")
        context.exit()
