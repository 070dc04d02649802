"""What a user's options come to: profiles, verdicts, themes and the rest as one `Settings`."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.messages import Say

if TYPE_CHECKING:
    from kg.profiles import Profile
    from kg.settings import Settings

_FILES_PER_JOB = 25  # fewer are read before another process has started


def choose_profiles(profile: str | None) -> "tuple[tuple[Profile, ...], Profile | None]":
    """The profiles to choose among and the one that is forced: those shipped and none, unless `profile` says otherwise.

    Raises `UsageError` for a file that is no profile.
    """
    from kg.profiles import NONE, load, shipped

    if profile is None:
        return shipped(), None
    if profile == "none":
        return (), NONE
    forced = load(Path(profile))
    return (forced,), forced


def choose_settings(say: Say, options: dict[str, Any], *, add: bool, jobs: int) -> "Settings":
    """The settings of a build. `options` are `profile`, `verdicts`, `themes` and `base_iri`, None where not given,
    `keep_personal_data`, `ocr` and, where it is not the usual one, `timeout`.
    """
    from kg.describe.iris import DEFAULT_BASE
    from kg.resolve.verdicts import Verdicts, read_verdicts
    from kg.settings import Settings

    profiles, forced = choose_profiles(options["profile"])
    base = options["base_iri"] or DEFAULT_BASE
    check_base(say, base)
    return Settings(
        profiles=profiles,
        forced=forced,
        verdicts=read_verdicts(Path(options["verdicts"])) if options["verdicts"] else Verdicts(),
        themes=options["themes"] or "",
        base_iri=base,
        jobs=jobs,
        add=add,
        keep_personal_data=options["keep_personal_data"],
        ocr=options["ocr"],
        seconds=options.get("timeout", Settings().seconds),
    )


def check_base(say: Say, base: str) -> None:
    """Raises `UsageError` where no name can begin with `base`."""
    scheme, colon, rest = base.partition(":")
    odd = any(each.isspace() or each in '<>"{}|^`\\' for each in base)
    if odd or not colon or not scheme.isalnum() or not rest.strip("/#") or not base.endswith(("/", "#")):
        raise UsageError(say("wrong.base", value=base))


def choose_jobs(asked: int | None, files: int) -> int:
    """How many processes: as asked, else one for every few files, and no more than there are processors."""
    return asked or max(1, min(os.cpu_count() or 1, files // _FILES_PER_JOB))
