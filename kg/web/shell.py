"""One self-contained HTML file: styles, scripts and data inside, and a policy that lets nothing else in.

Whatever the graph holds is data here: Jinja2 escapes it, and JSON for scripts cannot end the script that it stands in.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from kg.messages import Say

if TYPE_CHECKING:
    from jinja2 import Environment

_VIS = "lib/vis-9.1.2"
STYLES = ("base.css",)
SCRIPTS = ("common.js",)


@cache
def asset(name: str) -> str:
    """The text of a style or script: a file of `kg/web/static`, or one that pyvis carries (`vis-network.min.js`)."""
    if name.startswith("vis-network"):
        return files("pyvis").joinpath(_VIS, name).read_text("utf-8")
    return files(__package__).joinpath("static", name).read_text("utf-8")


@cache
def environment(*packages: str) -> "Environment":
    """Templates of these packages, the first that has one, then of this one. Everything put into them is escaped."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    loaders = [PackageLoader(package) for package in (*packages, __package__)]
    return Environment(
        loader=ChoiceLoader(loaders), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def script_json(value: object) -> str:
    """JSON that may stand in a script element: nothing in it can end the script, begin a comment or break a line."""
    text = msgspec.json.encode(value, order="deterministic").decode()
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


class Around(msgspec.Struct, frozen=True):
    """What stands around the body of a page.

    `data`, if any, is what scripts find in `#page-data`. `styles` and `scripts` name assets, which come after those
    that all pages have; `links` are (address, text) of the pages beside this one, and `here` the address of this one
    among them; `about` says in the footer what the page was made of.
    """

    data: object = None
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    about: str = ""
    here: str = ""


def standalone(title: str, body: str, say: Say, around: Around) -> str:
    """A whole page as one file. `body` is HTML that a template made."""
    style = "\n".join(asset(name) for name in (*STYLES, *around.styles))
    script = "\n".join(asset(name) for name in (*SCRIPTS, *around.scripts))
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; base-uri 'none';"
        " form-action 'none'"
    )
    data = None if around.data is None else script_json(around.data)
    template = environment().get_template("standalone.html")
    return template.render(
        title=title, body=body, say=say, style=style, script=script, around=around, data=data, policy=policy
    )


def _hash(text: str) -> str:
    """The source expression of an inline element (Content Security Policy Level 3, section 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
