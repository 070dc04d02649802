"""`kg show`: what one stage made of one file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.choices import choose_profiles
from kg.cli.parameters import make_command, option, timeout_option
from kg.cli.problems import show_problems
from kg.errors import FINE, SagsgrafError, UnreadableError, UsageError
from kg.messages import TEXTS, Say

if TYPE_CHECKING:
    from kg.inputs import Input
    from kg.model.minutes import Meeting

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
            option(say, "--ocr", is_flag=True),
            timeout_option(say, "help.show-timeout"),
        ],
    )


def run(
    say: Say,
    *,
    file: str,
    stage: str,
    text: bool,
    keep_personal_data: bool,
    ocr: bool,
    timeout: float,
    **options: str | None,
) -> int:
    """Write the value as JSON lines, or the text as read, in UTF-8, every line ending as it is."""
    if text and stage != "source":
        raise UsageError(say("wrong.text"))
    given = _one_file(file, say)
    from kg.settings import Settings
    from kg.stages import shown

    profiles, forced = choose_profiles(options["profile"])
    themes = options["themes"] or ""
    settings = Settings(
        profiles=profiles,
        forced=forced,
        themes=themes,
        keep_personal_data=keep_personal_data,
        ocr=ocr,
        seconds=timeout,
    )
    try:
        found = shown(given, settings, stage, text=text)
    except UnreadableError as error:
        raise SagsgrafError(*(f"{file}: {error.said(language)}" for language in ("en", "da"))) from None
    for line in found.lines:
        sys.stdout.buffer.write(line if text else line + b"\n")
    if stage == "meeting" and found.meeting:
        click.echo(layout_line(Path(given.relative).name, found.meeting, say), err=True)
    show_problems(found.problems, say)
    return FINE


def layout_line(path: str, meeting: "Meeting", say: Say) -> str:
    """How the points were told apart, what the next best way was worth, and where the header's facts stand."""
    header = say(f"layout.header.{meeting.header}")
    style = f"layout.{meeting.layout}"
    if style not in TEXTS or meeting.layout == "none":
        return say("layout.none", path=path, header=header)
    fits = {fit.layout: fit for fit in meeting.fits}
    chosen = fits.pop(meeting.layout, None)
    second = max(fits.values(), key=lambda fit: fit.worth, default=None)
    others = ""
    if second and second.worth > 0:
        others = say(
            "layout.next", style=say(f"layout.{second.layout}"), points=second.points, worth=f"{second.worth:g}"
        )
    worth = f"{chosen.worth:g}" if chosen else "1"
    points = len(meeting.items)
    return say("layout.chosen", path=path, points=points, style=say(style), worth=worth, others=others, header=header)


def _one_file(name: str, say: Say) -> "Input":
    from kg.inputs import find_input, is_archive

    if Path(name).is_dir() or is_archive(Path(name)):
        raise UsageError(say("wrong.folder", path=name))
    given = find_input(name)
    if given is None:
        raise UsageError(say("wrong.missing-file", path=name))
    return given
