"""From the arguments to an exit code: the commands, and what is said when one fails."""

import os
import sys
from collections.abc import Sequence

import click

from kg.cli.commands import make_commands
from kg.cli.language import choose_language, is_flagged
from kg.cli.mistakes import describe_mistake
from kg.errors import FINE, WITH_PROBLEMS, WRONG_USE, SagsgrafError
from kg.messages import Say, speaker

INTERRUPTED = 130  # 128 + SIGINT, as shells have it
BROKEN = 70  # EX_SOFTWARE: the fault is the program's


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `kg` with these arguments (by default those of the process); its exit code. Raises with `--debug` only."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = choose_language(given, os.environ)
    say = speaker(language)
    _write_utf8()
    try:
        code = _run(given, say)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return FINE
    except KeyboardInterrupt:
        _complain(say("stopped"))
        return INTERRUPTED
    except click.UsageError as error:
        _complain(describe_mistake(error, say))
        return WRONG_USE
    except SagsgrafError as error:
        _complain(error.said(language))
        return error.exit_code
    except Exception as error:
        if is_flagged(given, "--debug"):
            raise
        return _explain(error, say)
    return code


def _run(arguments: list[str], say: Say) -> int:
    group = make_commands(say)
    try:
        with group.make_context("kg", arguments or ["--help"]) as context:
            code = group.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return code if isinstance(code, int) else FINE


def _explain(error: Exception, say: Say) -> int:
    """One sentence for what nobody expected: the system refused something, or the program is at fault."""
    if isinstance(error, OSError):
        _complain(say("no-file", reason=error))
        return WITH_PROBLEMS
    _complain(say("unexpected", kind=type(error).__name__, error=error))
    return BROKEN


def _complain(text: str) -> None:
    click.echo(f"kg: {text}", err=True)


def _write_utf8() -> None:
    """Results are UTF-8 wherever they go; Windows would write its own encoding into a pipe."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Nobody reads any more: keep Python from saying so once more when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
