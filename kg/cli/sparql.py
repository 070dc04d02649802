"""`kg sparql`: a question to the graph."""

import sys
from functools import partial
from pathlib import Path

import click

from kg.cli.parameters import make_command, option, store_option
from kg.cli.tables import show_table
from kg.errors import FINE, UsageError
from kg.messages import Say

FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl", "nt", "jsonld", "rdf")
_POSITIVE = click.IntRange(min=1)


def command(say: Say) -> click.Command:
    """`kg sparql QUERY`."""
    return make_command(
        say,
        "sparql",
        run,
        [
            click.Argument(["query"], metavar="QUERY|FILE.rq|-"),
            option(say, "--format", text="help.sparql.format", type=click.Choice(FORMATS), metavar="FORMAT"),
            option(say, "--timeout", type=click.FloatRange(min=0, min_open=True), default=10.0, metavar="SECONDS"),
            option(say, "--max-rows", text="help.sparql.max-rows", type=_POSITIVE, metavar="COUNT"),
            option(say, "--memory", text="help.sparql.memory", type=_POSITIVE, metavar="MEGABYTES"),
            store_option(say),
        ],
    )


def run(
    say: Say,
    *,
    query: str,
    format: str | None,  # noqa: A002 - the option's name
    timeout: float,
    max_rows: int | None,
    memory: int | None,
    store: str,
) -> int:
    """Write the answer to the question."""
    from kg.graph import sparql

    text = read_question(query, say)
    form = format or default_format(text, terminal=sys.stdout.isatty())
    ask = partial(
        sparql.run,
        Path(store),
        text,
        timeout=timeout,
        max_rows=max_rows or sparql.MAX_ROWS,
        memory=memory or sparql.MEMORY,
    )
    if form == "table":
        found = sparql.read_table(ask("table"))
        show_table(found.columns, found.rows)
        count = len(found.rows)
        click.echo(say("row" if count == 1 else "rows", count=count), err=True)
    else:
        sys.stdout.buffer.write(ask(form).body)
    return FINE


def read_question(argument: str, say: Say) -> str:
    """The text of a question: standard input (`-`), a file that is there or ends in .rq, or the argument itself."""
    if argument == "-":
        return _decoded(sys.stdin.buffer.read(), "-", say)
    if argument.endswith(".rq") or _is_file(argument):
        try:
            return _decoded(Path(argument).read_bytes(), argument, say)
        except OSError as error:
            raise UsageError(say("wrong.query", path=argument, reason=error.strerror)) from None
    return argument


def _decoded(data: bytes, path: str, say: Say) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(say("wrong.query", path=path, reason="UTF-8")) from None


def _is_file(argument: str) -> bool:
    try:
        return Path(argument).is_file()
    except (OSError, ValueError):  # a question may be too long for a path, or hold what no path can
        return False


def default_format(query: str, *, terminal: bool) -> str:
    """A table for a person; for a program csv, or Turtle where the answer is triples."""
    from kg.graph.tokens import tokens

    if terminal:
        return "table"
    words = (token.text.upper() for token in tokens(query) if token.kind == "word")
    form = next((word for word in words if word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")), "")
    return "ttl" if form in ("CONSTRUCT", "DESCRIBE") else "csv"
