"""All that a user reads, in Danish and in English.

Each catalogue maps a key to a pair (Danish, English). `{name}` is filled with a value of that name, `{0}` with the
first value of a Problem.
"""

from collections.abc import Callable
from functools import partial

from kg.messages.differences import DIFFERENCES
from kg.messages.endpoint import ENDPOINT
from kg.messages.explorer import EXPLORER
from kg.messages.explorer_tools import EXPLORER_TOOLS
from kg.messages.help import HELP
from kg.messages.layouts import LAYOUTS
from kg.messages.pages import PAGES
from kg.messages.pictures import PICTURES
from kg.messages.problems import PROBLEMS
from kg.messages.profiles import PROFILES
from kg.messages.reports import REPORTS
from kg.messages.words import WORDS

LANGUAGES = ("da", "en")

Say = Callable[..., str]

TEXTS: dict[str, tuple[str, str]] = {
    **HELP,
    **WORDS,
    **PAGES,
    **PICTURES,
    **REPORTS,
    **PROFILES,
    **EXPLORER,
    **EXPLORER_TOOLS,
    **ENDPOINT,
    **LAYOUTS,
    **{f"problem.{key}": texts for key, texts in PROBLEMS.items()},
    **{f"differs.{key}": texts for key, texts in DIFFERENCES.items()},
}


def sentence(language: str, key: str, *values: object, **named: object) -> str:
    """The text of `key` in `language` (`da`, else English), filled. Raises `KeyError` for an unknown key."""
    return TEXTS[key][language != "da"].format(*values, **named)


def speaker(language: str) -> Say:
    """`sentence` in one language: `say("help.build")`."""
    return partial(sentence, language)
