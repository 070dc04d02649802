"""`kg build`: files and folders of minutes in, the graph out."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.choices import choose_jobs, choose_settings
from kg.cli.parameters import make_command, option, store_option, timeout_option
from kg.cli.problems import exit_code, problem_line, show_problems
from kg.cli.progress import Progress, show_progress
from kg.errors import UsageError
from kg.messages import Say
from kg.messages.problems import is_loss

if TYPE_CHECKING:
    from kg.inputs import Input
    from kg.model.problem import Problem
    from kg.report import Report
    from kg.settings import Settings


def command(say: Say) -> click.Command:
    """`kg build INPUT...`."""
    return make_command(
        say,
        "build",
        run,
        [
            click.Argument(["inputs"], nargs=-1, required=True, metavar="INPUT..."),
            store_option(say),
            option(say, "--add", is_flag=True),
            option(say, "--profile", text="help.profile.option", metavar="FILE|none"),
            option(say, "--verdicts", metavar="FILE"),
            option(say, "--themes", text="help.themes.option", metavar="FILE"),
            option(say, "--base-iri", metavar="IRI"),
            option(say, "--keep-personal-data", is_flag=True),
            option(say, "--ocr", is_flag=True),
            option(say, "--jobs", type=click.IntRange(min=1), metavar="N"),
            timeout_option(say, "help.build-timeout"),
            option(say, "--quiet", is_flag=True),
            option(say, "--json", is_flag=True),
        ],
    )


def run(
    say: Say,
    *,
    inputs: tuple[str, ...],
    store: str,
    add: bool,
    jobs: int | None,
    quiet: bool,
    json: bool,
    **options: Any,
) -> int:
    """Build, and say what was found and what is wrong; the exit code."""
    from kg.inputs import find_inputs

    files, passed_over = find_inputs(inputs)
    if not files:
        show_problems(passed_over, say)
        raise UsageError(say("wrong.nothing"))
    settings = choose_settings(say, options, add=add, jobs=choose_jobs(jobs, len(files)))
    with show_progress(say, quiet=quiet or json) as progress:
        report = build_again(files, Path(store), settings, progress, say)
    problems = sorted([*passed_over, *report.problems])
    if json:
        click.echo(as_json(report, problems, say))
    else:
        show_problems(problems, say)
        _show_figures(report, problems, store, say, quiet=quiet)
    return exit_code(problems)


def build_again(files: "list[Input]", store: Path, settings: "Settings", progress: Progress, say: Say) -> "Report":
    """Build; where the store is of an older format, say so and build it from the beginning.

    With `settings.add` the `FormatError` is raised: what the old store held is not among these files.
    """
    import msgspec

    from kg.graph.manifest import FormatError
    from kg.pipeline import build

    try:
        return build(files, store, settings, progress)
    except FormatError as error:
        if settings.add:
            raise
        click.echo(say("older", reason=error.said(say("code"))), err=True)
        return build(files, store, msgspec.structs.replace(settings, fresh=True), progress)


def as_json(report: "Report", problems: "list[Problem]", say: Say) -> str:
    """Figures and problems, each problem also as the sentence a person reads."""
    import msgspec

    said = [
        {**msgspec.structs.asdict(problem), "loss": is_loss(problem.message), "sentence": problem_line(problem, say)}
        for problem in problems
    ]
    whole = {"figures": report.figures, "unchanged": report.unchanged, "problems": said}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()


def _show_figures(report: "Report", problems: "list[Problem]", store: str, say: Say, *, quiet: bool) -> None:
    losses = len({problem.path for problem in problems if is_loss(problem.message)})
    if losses:
        click.echo(say("loss" if losses == 1 else "losses", count=losses), err=True)
    if quiet:
        return
    for line in figure_lines(report, say):
        click.echo(line)
    click.echo(say("unchanged" if report.unchanged else "built", store=store), err=True)


def figure_lines(report: "Report", say: Say) -> list[str]:
    """A line for each kind of thing that was found: how many, and what."""
    import msgspec

    figures: dict[str, int] = msgspec.structs.asdict(report.figures)
    width = len(str(max(figures.values())))
    return [f"{count:>{width}}  {say(f'figure.{name}')}" for name, count in figures.items()]
