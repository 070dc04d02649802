"""`kg serve`: the explorer and the SPARQL endpoint, for the browser; of a folder of minutes, the graph first."""

import os
import re
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.parameters import make_command, option, store_option, was_given
from kg.errors import FINE, UsageError
from kg.messages import Say

if TYPE_CHECKING:
    from kg.serve.config import Config

_HOST = "127.0.0.1"
_POSITIVE = click.IntRange(min=1)
_BUILD = {"profile": None, "verdicts": None, "themes": None, "base_iri": None, "keep_personal_data": False,
          "ocr": False}  # fmt: skip


def command(say: Say) -> click.Command:
    """`kg serve [FOLDER]`."""
    return make_command(
        say,
        "serve",
        run,
        [
            click.Argument(["folder"], required=False, metavar="[FOLDER]"),
            click.Option(
                ["-p", "--port"], type=click.IntRange(0, 65535), default=8000, metavar="PORT", help=say("help.port")
            ),
            click.Option(["-o", "--open/--no-open", "open_"], default=None, help=say("help.open")),
            option(say, "--host", default=_HOST, metavar="HOST"),
            option(say, "--allow-host", multiple=True, metavar="NAME"),
            option(say, "--base-path", default="", metavar="PATH"),
            option(say, "--cors", default="*", metavar="ORIGIN"),
            option(say, "--timeout", type=click.FloatRange(min=0, min_open=True), default=10.0, metavar="SECONDS"),
            option(say, "--max-rows", text="help.serve.max-rows", type=_POSITIVE, default=100_000, metavar="COUNT"),
            option(say, "--memory", text="help.serve.memory", type=_POSITIVE, default=1_024, metavar="MEGABYTES"),
            option(say, "--workers", type=_POSITIVE, default=2, metavar="COUNT"),
            store_option(say),
        ],
    )


def run(
    say: Say,
    *,
    folder: str | None,
    port: int,
    open_: bool | None,
    host: str,
    store: str,
    **options: object,
) -> int:
    """Build where there is something to build, and serve until the program is told to stop; the exit code."""
    from kg.graph.sparql import check_memory
    from kg.graph.store import current_generation
    from kg.serve.server import address_of, listen, serve

    base_path = _base_path(str(options["base_path"]), say)
    if was_given("memory"):
        check_memory(Path(store), int(str(options["memory"])))
    made = listen(host, port)
    built = False
    if folder and current_generation(Path(folder)) is not None:
        store = folder
    elif folder:
        built = _build(folder, store, say)
    address = address_of(made, host, base_path)

    def ready() -> None:
        click.echo(address)
        _say_where(host, say)
        if open_ or (open_ is None and built):  # some browsers return when they are closed
            threading.Thread(target=_open, args=(address,), daemon=True).start()

    serve(_config(store, host, base_path, options, say), made, ready, debug=was_given("debug"))
    return FINE


def _base_path(given: str, say: Say) -> str:
    """A path that begins with a slash and ends in none; empty for the root."""
    path = given.strip("/")
    if not re.fullmatch(r"[A-Za-z0-9._~/-]*", path) or "//" in path:
        raise UsageError(say("serve.base-path", path=given))
    return f"/{path}" if path else ""


def _build(folder: str, store: str, say: Say) -> bool:
    """Build the graph of a folder of minutes, saying what `kg build` says."""
    from kg.cli.build import build_again, figure_lines
    from kg.cli.choices import choose_jobs, choose_settings
    from kg.cli.problems import show_problems
    from kg.cli.progress import show_progress
    from kg.inputs import find_inputs

    files, passed_over = find_inputs([folder])
    if not files:
        show_problems(passed_over, say)
        raise UsageError(say("wrong.nothing"))
    settings = choose_settings(say, dict(_BUILD), add=False, jobs=choose_jobs(None, len(files)))
    with show_progress(say, quiet=False) as progress:
        report = build_again(files, Path(store), settings, progress, say)
    show_problems(sorted([*passed_over, *report.problems]), say)
    for line in figure_lines(report, say):
        click.echo(line, err=True)
    click.echo(say("unchanged" if report.unchanged else "built", store=store), err=True)
    return True


def _config(store: str, host: str, base_path: str, options: dict[str, object], say: Say) -> "Config":
    from kg.graph.sparql import checked_timeout
    from kg.serve.config import Config

    allowed = options["allow_host"]
    names = tuple(str(each) for each in allowed) if isinstance(allowed, tuple) else ()
    own = () if host in ("0.0.0.0", "::") else (f"[{host}]" if ":" in host else host,)  # noqa: S104 - compared, not bound
    return Config(
        store=Path(store),
        language=say("code") if was_given("lang") else "",
        base_path=base_path,
        hosts=(*names, *own),
        cors=str(options["cors"]),
        timeout=checked_timeout(float(str(options["timeout"]))),
        max_rows=int(str(options["max_rows"])),
        memory=int(str(options["memory"])),
        workers=int(str(options["workers"])),
    )


def _say_where(host: str, say: Say) -> None:
    """Who can reach the server, and how it is stopped."""
    if host in ("localhost", "::1") or host.startswith("127."):
        click.echo(say("serve.loopback"), err=True)
    else:
        click.echo(say("serve.everyone", host=host), err=True)


def _open(address: str) -> None:
    """Show the address in the browser; on a machine without a screen there is none to show it in."""
    import webbrowser

    screen = (
        os.name == "nt"
        or sys.platform == "darwin"
        or any(os.environ.get(each) for each in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))
    )
    if screen:
        webbrowser.open(address)
