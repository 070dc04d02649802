"""Problems as sentences: file, line, what was found and what to do."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kg.errors import FINE, WITH_PROBLEMS
from kg.messages import Say
from kg.messages.problems import is_loss

if TYPE_CHECKING:
    from kg.model.problem import Problem


def problem_line(problem: "Problem", say: Say) -> str:
    """`file:line: sentence`, as compilers write it, so that editors find the place; a mere note says that it is one."""
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    note = "" if is_loss(problem.message) else f"{say('note')}: "
    return f"{place}: {note}{say(f'problem.{problem.message}', *problem.values)}"


def show_problems(problems: "Sequence[Problem]", say: Say) -> None:
    """Every problem on standard error."""
    for problem in problems:
        click.echo(problem_line(problem, say), err=True)


def exit_code(problems: "Sequence[Problem]") -> int:
    """1 where something that was given is not in the graph; notes leave it at 0."""
    return WITH_PROBLEMS if any(is_loss(problem.message) for problem in problems) else FINE
