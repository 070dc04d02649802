"""`kg ask`: any question by its name, the shipped ones or one's own."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.pages import answer_options, deliver, named, say_empty
from kg.cli.parameters import make_command, option, store_option
from kg.cli.tables import show_table
from kg.errors import FINE, UsageError
from kg.messages import Say

if TYPE_CHECKING:
    from kg.graph.graph import Graph
    from kg.queries.answer import Page
    from kg.queries.question import Parameter, Question


def command(say: Say) -> click.Command:
    """`kg ask NAME --parameter value ...`."""
    made = make_command(
        say,
        "ask",
        run,
        [
            click.Argument(["name"], required=False, metavar="NAME"),
            click.Argument(["rest"], nargs=-1, type=click.UNPROCESSED, metavar=say("metavar.parameters")),
            option(say, "--list", is_flag=True),
            option(say, "--queries", metavar="FOLDER"),
            *answer_options(say),
            store_option(say),
        ],
    )
    made.ignore_unknown_options = True
    return made


def run(  # noqa: PLR0913 - what click gives
    say: Say,
    *,
    name: str | None,
    rest: tuple[str, ...],
    list: bool,  # noqa: A002 - the option's name
    queries: str | None,
    format: str | None,  # noqa: A002 - the option's name
    output: str | None,
    store: str,
) -> int:
    """Ask, or list what can be asked."""
    from kg.graph.graph import Graph
    from kg.queries.question import questions_of, shipped_questions

    known = {**shipped_questions(), **(questions_of(Path(queries)) if queries else {})}
    if list or name is None:
        show_table(_columns(say), [_listed(each, say) for each in known.values()])
        return FINE
    with Graph.open(store) as graph:
        given = _given(rest, say)
        found = _asked(graph, known, name, given, say)
        deliver(graph, found, say, format, output)
        say_empty(graph, found, given, say)
    return FINE


def _columns(say: Say) -> list[str]:
    return [say("ask.name"), say("ask.title"), say("ask.parameters")]


def _listed(question: "Question", say: Say) -> tuple[str, str, str]:
    title = question.title.da if say("code") == "da" else question.title.en
    return question.name, title, " ".join(_named(each) for each in question.parameters)


def _named(parameter: "Parameter") -> str:
    option = f"--{parameter.name.replace('_', '-')}"
    return option if parameter.required else f"[{option}]"


def _asked(graph: "Graph", known: dict[str, "Question"], name: str, given: dict[str, str], say: Say) -> "Page":
    """A question's answer as a page of one; a page where only that has the name."""
    from kg.queries.answer import Page
    from kg.queries.ask import ask
    from kg.queries.pages import LAYOUTS, layout_of, page

    if name in known:
        question = known[name]
        answer = ask(graph, question, named(question.parameters, given), say("code"))
        return Page(name, question.title, (answer,))
    if name in {each.name for each in LAYOUTS}:
        layout = layout_of(name)
        return page(graph, layout, named(layout.parameters(), given), say("code"))
    raise _unknown(name, [*known, *(each.name for each in LAYOUTS)], say)


def _unknown(name: str, known: list[str], say: Say) -> UsageError:
    from kg.queries.names import nearest

    close = nearest(name, known)
    return UsageError(say("wrong.question", name=name, close=", ".join(close) if close else "–"))


def _given(rest: tuple[str, ...], say: Say) -> dict[str, str]:
    """`--name value`, `--name=value` and a `--flag` alone, by name."""
    given: dict[str, str] = {}
    waiting = ""  # the name that the next word may be the value of
    for word in rest:
        if word.startswith("--") and len(word) > 2:
            name, equals, value = word[2:].partition("=")
            given[name] = value if equals else "true"
            waiting = "" if equals else name
        elif waiting:
            given[waiting], waiting = word, ""
        else:
            raise UsageError(say("wrong.parameter", word=word))
    return given
