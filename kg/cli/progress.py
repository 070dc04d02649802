"""How far a build has come: a bar on standard error, where a person looks at it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kg.messages import Say

Progress = Callable[[str, int, int], None]


@contextmanager
def show_progress(say: Say, *, quiet: bool) -> Iterator[Progress]:
    """Gives a function of (stage, done, total); with `quiet`, or without a terminal, it draws nothing."""
    if quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(say(f"progress.{stage}"), total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield advance
