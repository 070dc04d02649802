"""A profile's file to a Profile, or one sentence that says in which line it is wrong."""

import datetime
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from kg.errors import UsageError
from kg.messages.profiles import FAULTS
from kg.profiles.days import first_day, is_date, last_day
from kg.profiles.profile import Party, Person, Post, Profile, agents_of

_LARGEST = 4_000_000  # bytes; no authority has so much to say
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]|\[(?:\.\.\.)\]")
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("unknown-field", re.compile(r"Object contains unknown field `(?P<a>[^`]*)`")),
    ("missing-field", re.compile(r"Object missing required field `(?P<a>[^`]*)`")),
    ("wrong-kind", re.compile(r"Expected `(?P<a>[^`]*)`, got `(?P<b>[^`]*)`")),
)
_TOML_PLACE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")


class _Fault:
    """What is wrong: a key of `FAULTS`, what fills it, and at which path of the file (`units`, 1, `aliases`)."""

    def __init__(self, key: str, path: tuple[str | int, ...], *values: str) -> None:
        self.key, self.path, self.values = key, path, values


def load(path: Path) -> Profile:
    """Read the profile at `path` (UTF-8 TOML). Raises `UsageError`, one sentence with the line, where it is none."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path}: the profile cannot be read ({error.strerror}); give the path of a .toml file.",
            f"{path}: profilen kan ikke læses ({error.strerror}); giv stien til en .toml-fil.",
        ) from error
    return read_profile(data, str(path))


def read_profile(data: bytes, name: str) -> Profile:
    """The profile that the bytes of a file called `name` hold. Raises `UsageError`."""
    text = ""
    if len(data) > _LARGEST:
        raise _said(name, "", _Fault("too-large", ()))
    try:
        text = data.decode("utf-8-sig")
        profile = msgspec.convert(_plain(tomllib.loads(text)), Profile)
    except UnicodeDecodeError as error:
        raise _said(name, "", _Fault("not-utf-8", ())) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _TOML_PLACE.search(str(error))
        what = _TOML_PLACE.sub("", str(error)).rstrip(".")
        line = int(place[1]) if place and place[1] else len(text.splitlines())
        raise _error(name, line, "not-toml", (what[:1].lower() + what[1:],)) from error
    except msgspec.ValidationError as error:
        raise _said(name, text, _shaped(str(error))) from error
    for fault in _faults(profile):
        raise _said(name, text, fault)
    return profile


def _plain(value: Any) -> Any:
    """TOML's own dates as ISO texts, so that a date may be written with quotes or without."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat()[:10] if isinstance(value, datetime.date) else value


def _faults(profile: Profile) -> Iterator[_Fault]:
    """What is wrong with the values of a file whose form is right."""
    places = {"unit": "units", "body": "bodies", "person": "people"}
    counts = dict.fromkeys(places, 0)
    for kind, agent in agents_of(profile):
        path = (places[kind], counts[kind])
        counts[kind] += 1
        yield from _names(agent.name, agent.aliases, path)
        yield from _dates(agent.since, agent.until, path)
        for post in agent.posts if isinstance(agent, Person) else ():
            if isinstance(post, Post):
                yield from _dates(post.since, post.until, (*path, "posts"))
    for place, party in enumerate(profile.parties):
        yield from _party(party, ("parties", place))
    for pattern in profile.case_numbers:
        try:
            re.compile(pattern)
        except (re.error, RecursionError) as error:
            yield _Fault("no-pattern", ("case_numbers",), pattern, str(error))


def _names(name: str, aliases: tuple[str, ...], path: tuple[str | int, ...]) -> Iterator[_Fault]:
    if not name.strip():
        yield _Fault("empty-name", (*path, "name"))
    if any(not each.strip() for each in aliases):
        yield _Fault("empty-name", (*path, "aliases"))


def _party(party: Party, path: tuple[str | int, ...]) -> Iterator[_Fault]:
    yield from _names(party.name, party.aliases, path)
    if len(party.letter) > 2:
        yield _Fault("no-letter", (*path, "letter"), party.letter)


def _dates(since: str, until: str, path: tuple[str | int, ...]) -> Iterator[_Fault]:
    for key, date in (("from", since), ("to", until)):
        if date and not is_date(date):
            yield _Fault("no-date", (*path, key), date)
            return
    if since and until and first_day(since) > last_day(until):
        yield _Fault("ends-before", (*path, "to"), since, until)


def _shaped(message: str) -> _Fault:
    """What msgspec says of a value, as a fault: its message ends in the path (`$.units[0].aliases`)."""
    what, _, where = message.partition(" - at `")
    path = tuple(step[1] or int(step[2]) for step in _STEP.finditer(where.split("`")[0]) if step[1] or step[2])
    for key, shape in _SHAPES:
        found = shape.match(what)
        if found:
            values = tuple(found.groupdict().values())
            return _Fault(key, (*path, values[0]) if key == "unknown-field" else path, *values)
    return _Fault("wrong-shape", path, what)


def _said(name: str, text: str, fault: _Fault) -> UsageError:
    table, key, *_ = [*(step for step in fault.path if isinstance(step, str)), "", ""]
    key = key or table
    place = next((step + 1 for step in fault.path if isinstance(step, int)), 0)
    return _error(name, line_of(text, table, place, key), fault.key, fault.values)


def _error(name: str, line: int, key: str, values: tuple[str, ...]) -> UsageError:
    danish, english = (each.format(*values) for each in FAULTS[key])
    where = {"da": f", linje {line}", "en": f", line {line}"} if line else {"da": "", "en": ""}
    return UsageError(
        f"{name}{where['en']}: not a profile: {english}; docs/profiles.md describes the format.",
        f"{name}{where['da']}: ikke en profil: {danish}; docs/profiles.md beskriver formatet.",
    )


def line_of(text: str, table: str, place: int, key: str) -> int:
    """The line, from 1, of `key` in the `place`th table `[[table]]` (from 1; 0: the only one); that of the table where
    the key is not found, 0 where neither is.
    """
    inside, seen, found = not table or table == key, 0, 0
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[+\s*([\w-]+)", line)
        if header:
            seen += header[1] == table
            inside = header[1] == table and (not place or seen == place)
            found = number if inside and not found else found
        elif inside and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return number
    return found
