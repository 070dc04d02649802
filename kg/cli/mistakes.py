"""What the user typed that no command can mean, as one sentence in the user's language."""

import click

from kg.messages import Say


def describe_mistake(error: click.UsageError, say: Say) -> str:
    """The sentence for a mistake that click found."""
    command = error.ctx.command_path if error.ctx else "kg"
    match error:
        case click.NoSuchOption():
            return say("wrong.option", name=error.option_name, command=command)
        case click.exceptions.NoSuchCommand():
            return say("wrong.command", name=error.command_name)
        case click.MissingParameter() if error.param:
            return say("wrong.missing", name=_name(error.param), command=command)
        case click.BadParameter() if error.param:
            return say("wrong.value", name=_name(error.param), wanted=_wanted(error.param, say), command=command)
        case _:
            return say("wrong.use", message=error.format_message(), command=command)


def _name(parameter: click.Parameter) -> str:
    return parameter.opts[0] if isinstance(parameter, click.Option) else str(parameter.metavar or parameter.name)


def _wanted(parameter: click.Parameter, say: Say) -> str:
    return ", ".join(parameter.type.choices) if isinstance(parameter.type, click.Choice) else say("wrong.number")
