"""`kg profile`: a profile drafted from minutes, or checked."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.choices import choose_jobs
from kg.cli.parameters import action_command, option
from kg.cli.problems import show_problems
from kg.errors import FINE, WITH_PROBLEMS, UsageError
from kg.messages import Say

if TYPE_CHECKING:
    from kg.drafting.check import Finding
    from kg.model.problem import Problem

ACTIONS = ("init", "check")


def command(say: Say) -> click.Command:
    """`kg profile init MINUTES…` and `kg profile check FILE [MINUTES…]`."""
    return action_command(
        say, "profile", run, ACTIONS, [option(say, "--jobs", type=click.IntRange(min=1), metavar="N")]
    )


def run(say: Say, *, action: str, paths: tuple[str, ...], output: str | None, jobs: int | None) -> int:
    """Draft a profile, or say what is odd about one."""
    if action == "init":
        return _init(say, paths, output, jobs)
    return _check(say, paths[0], paths[1:], jobs)


def _init(say: Say, paths: Sequence[str], output: str | None, jobs: int | None) -> int:
    from kg.drafting.gather import gather
    from kg.drafting.profile import draft_profile
    from kg.inputs import find_inputs

    files, passed_over = find_inputs(paths)
    found = gather(files, choose_jobs(jobs, len(files)))
    problems = sorted([*passed_over, *found.problems])
    show_problems(problems, say)
    if not found.documents:
        raise UsageError(say("wrong.nothing"))
    draft = draft_profile(found, say)
    if output is None or output == "-":
        click.echo(draft, nl=False)
    else:
        Path(output).write_text(draft, "utf-8", newline="\n")
    return _code(problems)


def _check(say: Say, name: str, paths: Sequence[str], jobs: int | None) -> int:
    from kg.drafting.check import conflicts, unused
    from kg.drafting.gather import understand_all
    from kg.inputs import find_inputs
    from kg.profiles import load

    profile = load(Path(name))
    text = Path(name).read_text("utf-8-sig")
    odd = conflicts(profile, text)
    notes: list[Finding] = []
    if paths:
        files, passed_over = find_inputs(paths)
        documents, problems = understand_all(files, choose_jobs(jobs, len(files)))
        show_problems(sorted([*passed_over, *problems]), say)
        notes = unused(profile, text, [record for _, record in documents])
    for finding in odd:
        click.echo(_line(name, finding, say))
    for finding in notes:
        click.echo(_line(name, finding, say, note=True))
    if not odd and not notes:
        click.echo(say("check.fine", path=name))
    return WITH_PROBLEMS if odd else FINE


def _line(name: str, finding: "Finding", say: Say, *, note: bool = False) -> str:
    place = f"{name}:{finding.line}" if finding.line else name
    return f"{place}: {say('note') + ': ' if note else ''}{say(f'check.{finding.key}', *finding.values)}"


def _code(problems: "Sequence[Problem]") -> int:
    from kg.cli.problems import exit_code

    return exit_code(problems)
