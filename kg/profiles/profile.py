"""What differs between authorities, as data: names and grammars that no rule could know.

A profile is a TOML file; `docs/profiles.md` describes it. It improves what is found and is never needed.
"""

import tomllib
from pathlib import Path

import msgspec

from kg.errors import UsageError


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An organisational unit under all its names."""

    name: str
    aliases: tuple[str, ...] = ()


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that meets and decides, under all its names."""

    name: str
    aliases: tuple[str, ...] = ()


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Someone whose name or initials the minutes use. `posts` are titles that stand for the person (`Borgmesteren`)."""

    name: str
    aliases: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    director: bool = False


class Authority(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The authority itself; `signals` are words that show that a document is its."""

    name: str
    aliases: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that one profile says. `captions` maps a section's kind to further captions (lower case)."""

    authority: Authority | None = None
    units: tuple[Unit, ...] = ()
    bodies: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()
    captions: dict[str, tuple[str, ...]] = {}
    case_numbers: tuple[str, ...] = ()


NONE = Profile()


def load(path: Path) -> Profile:
    """Read the profile at `path` (UTF-8 TOML). Raises `UsageError` when it is missing or not a profile."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Profile)
    except OSError as error:
        raise UsageError(
            f"{path}: the profile cannot be read ({error.strerror}); give the path of a .toml file.",
            f"{path}: profilen kan ikke læses ({error.strerror}); giv stien til en .toml-fil.",
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise UsageError(
            f"{path}: not a profile: {error}; docs/profiles.md describes the format.",
            f"{path}: ikke en profil: {error}; docs/profiles.md beskriver formatet.",
        ) from error


def shipped() -> tuple[Profile, ...]:
    """The profiles that come with the package, by file name."""
    return tuple(load(path) for path in sorted(Path(__file__).parent.glob("*.toml")))
