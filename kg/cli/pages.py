"""`kg case`, `kg loops` and the others: a question, or a page of them, by one word."""

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.parameters import make_command, option, store_option
from kg.errors import FINE, UsageError
from kg.messages import Say

if TYPE_CHECKING:
    from kg.graph.graph import Graph
    from kg.queries.answer import Page
    from kg.queries.question import Parameter

NAMES = ("case", "loops", "tasks", "drives", "find", "unit", "person", "theme", "body", "meeting", "gaps")
_DAYS = "SELECT (MIN(?date) AS ?first) (MAX(?date) AS ?last) { ?meeting sag:minutes ?document ; dcterms:date ?date }"
_TITLES = "SELECT DISTINCT ?title { ?item a sag:AgendaItem ; dcterms:title ?title }"
_FORMS = ("table", "csv", "tsv", "json", "md", "xlsx")


def command(say: Say, name: str) -> click.Command:
    """The command of the page `name`, one of `NAMES`; its options are what the page takes."""
    from kg.queries.pages import layout_of

    layout = layout_of(name)
    parameters = [_parameter(say, each, about=each.name == layout.about) for each in layout.parameters()]

    def run(say: Say, *, store: str, format: str | None, output: str | None, **given: Any) -> int:  # noqa: A002 - the option's name
        from kg.graph.graph import Graph
        from kg.queries.pages import page

        words = {key: " ".join(value) if isinstance(value, tuple) else value for key, value in given.items()}
        with Graph.open(store) as graph:
            found = page(graph, layout, words, say("code"))
            deliver(graph, found, say, format, output)
            say_empty(graph, found, words, say)
        return FINE

    return make_command(say, name, run, [*parameters, *answer_options(say), store_option(say)])


def answer_options(say: Say) -> list[click.Parameter]:
    """`--format` and `--output`."""
    return [
        option(say, "--format", text="help.answer.format", type=click.Choice(_FORMS), metavar="FORMAT"),
        option(say, "--output", text="help.answer.output", metavar="FILE"),
    ]


def _parameter(say: Say, each: "Parameter", *, about: bool) -> click.Parameter:
    if about or each.kind == "words":
        return click.Argument([each.name], nargs=-1, required=True, metavar=say(f"metavar.{each.name}"))
    name = f"--{each.name.replace('_', '-')}"
    if each.kind == "flag":
        return option(say, name, text=f"help.answer.{each.name}", is_flag=True, default=None)
    return option(say, name, text=f"help.answer.{each.name}", metavar=say(f"metavar.{each.name}"))


def deliver(graph: "Graph", page: "Page", say: Say, form: str | None, output: str | None) -> None:
    """Write a page with the sources of its rows: to a file in the form its ending says, else to standard output.

    Raises `UsageError` for a form that a file cannot have, or a terminal cannot show.
    """
    from kg.outputs.tables import FORMS, write_page

    form = form or (Path(output).suffix.removeprefix(".").lower() if output else "table")
    if form not in FORMS:
        if output:
            raise UsageError(say("wrong.answer-form", path=output, known=", ".join(f".{each}" for each in FORMS)))
        _show(graph, page, say)
        return
    body = write_page(_sourced(graph, page, say), form, say("code"))
    if output:
        Path(output).write_bytes(body)
    elif form == "xlsx" and sys.stdout.isatty():
        raise UsageError(say("wrong.binary"))
    else:
        sys.stdout.buffer.write(body)


def _show(graph: "Graph", page: "Page", say: Say) -> None:
    import msgspec

    from kg.cli.answers import show_page
    from kg.queries.written import as_written

    files = {Path(each["path"]).name: each["path"] for each in graph.manifest.get("documents", [])}
    page = msgspec.structs.replace(page, answers=tuple(as_written(graph, each) for each in page.answers))
    show_page(_sourced(graph, page, say), files, say)


def _sourced(graph: "Graph", page: "Page", say: Say) -> "Page":
    import msgspec

    from kg.places import Places
    from kg.queries.evidence import sources, with_sources

    place = partial(Places(graph.path, graph.manifest).place, say("code"))
    answers = tuple(
        with_sources(each, sources(graph, each), place) if any(each.nodes) else each for each in page.answers
    )
    return msgspec.structs.replace(page, answers=answers)


def say_empty(graph: "Graph", found: "Page", given: Mapping[str, Any], say: Say) -> None:
    """Where nothing answers, say on standard error what was looked for, of which days there are minutes, and for a
    search the titles that come closest.
    """
    from kg.queries.names import nearest

    if any(answer.rows for answer in found.answers):
        return
    asked = " ".join(f"{name}={value}" for name, value in given.items() if value not in (None, ""))
    first, last = next(iter(graph.query(_DAYS).values()))
    click.echo(say("answer.empty", asked=asked or "–", first=first, last=last), err=True)
    if "words" in given:
        close = nearest(str(given["words"]), (str(title) for (title,) in graph.query(_TITLES).values()))
        if close:
            click.echo(say("answer.nearest", close="; ".join(close)), err=True)


def named(parameters: tuple["Parameter", ...], given: Mapping[str, str]) -> dict[str, str]:
    """What was given by the names of the parameters, whichever of `-` and `_` they were written with."""
    known = {each.name.replace("_", "-"): each.name for each in parameters}
    return {known.get(name.replace("_", "-"), name): value for name, value in given.items()}
