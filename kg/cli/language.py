"""Danish or English: decided before the commands are made, because their help is in that language too."""

import os
from collections.abc import Mapping, Sequence

_VARIABLES = ("KG_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """`da` or `en`: as `--lang` says, else the first of KG_LANG, LC_ALL, LC_MESSAGES, LANG, else the system."""
    asked = _asked(arguments)
    if asked in ("da", "en"):
        return asked
    locale = next((environment[name] for name in _VARIABLES if environment.get(name)), "") or _system()
    return "da" if locale.casefold().startswith("da") else "en"


def is_flagged(arguments: Sequence[str], flag: str) -> bool:
    """Whether `flag` stands among the arguments, before any `--`."""
    return flag in _options(arguments)


def _asked(arguments: Sequence[str]) -> str:
    options = _options(arguments)
    for place, argument in enumerate(options):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang":
            return options[place + 1] if place + 1 < len(options) else ""
    return ""


def _options(arguments: Sequence[str]) -> list[str]:
    end = list(arguments).index("--") if "--" in arguments else len(arguments)
    return list(arguments[:end])


def _system() -> str:
    """The name of Windows' language, such as `da_DK` or `Danish_Denmark`; elsewhere the variables have told all."""
    if os.name != "nt":
        return ""
    import locale

    return locale.getlocale()[0] or ""
