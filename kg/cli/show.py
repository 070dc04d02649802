"""`kg show`: what one stage made of one file."""

import sys

import click

from kg.cli.choices import choose_profiles
from kg.cli.parameters import make_command, option
from kg.cli.problems import show_problems
from kg.errors import FINE, UnreadableError, UsageError
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
            option(say, "--profile", metavar="FILE|none"),
            option(say, "--themes", metavar="FILE"),
        ],
    )


def run(say: Say, *, file: str, stage: str, text: bool, profile: str | None, themes: str | None) -> int:
    """Write the value as JSON lines, or the text as read, in UTF-8, every line ending as it is."""
    if text and stage != "source":
        raise UsageError(say("wrong.text"))
    path = _one_file(file, say)
    from kg.graph.scheme import read_vocabulary
    from kg.readers import read
    from kg.settings import Settings
    from kg.stages import stage_lines
    from kg.understand import How, understand

    try:
        source = read(path, path.name)
    except UnreadableError as error:
        raise UnreadableError(f"{file}: {error}") from None
    if text:
        sys.stdout.buffer.write(source.text.encode("utf-8", "surrogatepass"))
        return FINE
    vocabulary = read_vocabulary(themes or "")
    profiles, forced = choose_profiles(profile)
    record = understand(source, How(vocabulary.words, profiles, forced))
    settings = Settings(profiles=profiles, forced=forced, themes=themes or "")
    for line in stage_lines(source, record, settings, vocabulary.themes, stage):
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
