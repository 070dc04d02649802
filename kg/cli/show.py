"""`kg show`: what one stage made of one file."""

import sys
from pathlib import Path

import click

from kg.cli.choices import choose_profiles
from kg.cli.parameters import make_command, option
from kg.cli.problems import show_problems
from kg.errors import FINE, SagsgrafError, UnreadableError, UsageError
from kg.messages import Say

STAGES = ("source", "meeting", "findings", "facts")


def command(say: Say) -> click.Command:
    """`kg show FILE`."""
    return make_command(
        say,
        "show",
        run,
        [
            click.Argument(["file"], metavar="FILE"),
            option(say, "--stage", type=click.Choice(STAGES), default="meeting", metavar="STAGE"),
            option(say, "--text", is_flag=True),
            option(say, "--profile", text="help.profile.option", metavar="FILE|none"),
            option(say, "--themes", text="help.themes.option", metavar="FILE"),
            option(say, "--keep-personal-data", is_flag=True),
        ],
    )


def run(say: Say, *, file: str, stage: str, text: bool, keep_personal_data: bool, **options: str | None) -> int:
    """Write the value as JSON lines, or the text as read, in UTF-8, every line ending as it is."""
    if text and stage != "source":
        raise UsageError(say("wrong.text"))
    path = _one_file(file, say)
    from kg.settings import Settings
    from kg.stages import source_text, stage_lines, understand_alone

    profiles, forced = choose_profiles(options["profile"])
    themes = options["themes"] or ""
    settings = Settings(profiles=profiles, forced=forced, themes=themes, keep_personal_data=keep_personal_data)
    try:
        if text:
            sys.stdout.buffer.write(source_text(path, settings))
            return FINE
        record = understand_alone(path, settings)
    except UnreadableError as error:
        raise SagsgrafError(*(f"{file}: {error.said(language)}" for language in ("en", "da"))) from None
    for line in stage_lines(path, record, settings, stage):
        sys.stdout.buffer.write(line + b"\n")
    show_problems(record.problems, say)
    return FINE


def _one_file(name: str, say: Say) -> Path:
    path = Path(name)
    if path.is_dir():
        raise UsageError(say("wrong.folder", path=name))
    if not path.exists():
        raise UsageError(say("wrong.missing-file", path=name))
    return path
