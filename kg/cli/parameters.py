"""Making commands and their parameters: what several commands share, with help in the user's language."""

from collections.abc import Callable
from functools import partial
from typing import Any

import click
from click.core import ParameterSource

from kg.messages import LANGUAGES, Say

STORE = "output/store"
_EAGER: dict[str, Any] = {"is_flag": True, "expose_value": False, "is_eager": True}


def make_command(say: Say, name: str, run: Callable[..., int], parameters: list[click.Parameter]) -> click.Command:
    """The command `name`, which calls `run(say, **parameters)` and exits with what that returns."""
    command = click.Command(
        name,
        callback=partial(run, say),
        params=[*parameters, *common_options(say)],
        help=f"{say(f'help.{name}')}\n\n{say(f'help.{name}.long')}",
        short_help=say(f"help.{name}"),
        options_metavar=say("click.options"),
        add_help_option=False,
    )
    command.context_class = speaking_context(say)
    return command


def common_options(say: Say) -> list[click.Parameter]:
    """Options of every command. `--lang` and `--debug` are read before the commands are made."""
    return [
        click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=say("help.lang")),
        click.Option(["--debug"], is_flag=True, expose_value=False, help=say("help.debug")),
        flag(say, "--help", _show_help),
    ]


def flag(say: Say, name: str, callback: Callable[[click.Context, click.Parameter, bool], None]) -> click.Option:
    """A flag that does its work before anything else is looked at."""
    return click.Option([name], **_EAGER, callback=callback, help=say(f"help.{name.removeprefix('--')}"))


def action_command(
    say: Say, name: str, run: Callable[..., int], actions: tuple[str, ...], options: list[click.Parameter]
) -> click.Command:
    """A command that does one of several things with the files that it is given, and writes to `--output`."""
    return make_command(
        say,
        name,
        run,
        [
            click.Argument(["action"], type=click.Choice(actions), metavar="|".join(actions)),
            click.Argument(["paths"], nargs=-1, required=True, metavar="PATH..."),
            *options,
            option(say, "--output", text="help.answer.output", metavar="FILE"),
        ],
    )


def timeout_option(say: Say, text: str) -> click.Option:
    """`--timeout`, the seconds that reading a file may take; `text` is the key of its help."""
    seconds = click.FloatRange(min=0, min_open=True)
    return option(say, "--timeout", type=seconds, default=60.0, metavar="SECONDS", text=text)


def store_option(say: Say) -> click.Option:
    """`--store`, the folder of the graph."""
    return option(say, "--store", default=STORE, metavar="FOLDER")


def option(say: Say, name: str, *, text: str = "", **settings: Any) -> click.Option:
    """The option `name`, with the help text of the key `help.<name>`, or of `text`."""
    return click.Option([name], help=say(text or f"help.{name.removeprefix('--')}"), **settings)


def _show_help(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click calls it so
    if value and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()


def was_given(name: str) -> bool:
    """Whether the option stands on the command line, before the command or after it."""
    context: click.Context | None = click.get_current_context()
    while context is not None:
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            return True
        context = context.parent
    return False


def speaking_context(say: Say) -> type[click.Context]:
    """A context whose help has its headings in the user's language."""

    class Formatter(click.HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or f"{say('click.usage')} ")

        def write_heading(self, heading: str) -> None:
            super().write_heading(say(f"click.{heading}") if heading in ("Options", "Commands") else heading)

    return type("SpeakingContext", (click.Context,), {"formatter_class": Formatter})
