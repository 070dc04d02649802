"""The forms above boards and pictures: what they can be narrowed to."""

from collections.abc import Iterable

import msgspec

from kg.queries.names import look_up
from kg.serve.pages import Here
from kg.serve.pages.names import Thing

_KINDS = {"body": "body", "unit": "agent", "theme": "theme"}
OFS = ("units-themes", "cases", "people", "all")  # the networks that there are


class Field(msgspec.Struct, frozen=True):
    """Something to choose in the form above a board: `choices` are (value, text); without any it is a date."""

    name: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()


def fields(here: Here, names: Iterable[str]) -> list[Field]:
    """The form that narrows a board; a name that was typed into the address is the choice that it means."""
    return [
        Field(name, here.say(f"explorer.field.{name}"), _chosen(here, name), tuple(_choices(here, name)))
        for name in names
    ]


def _chosen(here: Here, name: str) -> str:
    value = here.given(name)
    if value and name in _KINDS:
        return look_up(here.graph, _KINDS[name], value).removeprefix(here.links.base)
    return value


def _choices(here: Here, name: str) -> Iterable[tuple[str, str]]:
    if name == "of":
        yield from ((each, here.say(f"explorer.of.{each}")) for each in OFS)
    kind = {"body": "body", "unit": "centre", "theme": "theme"}.get(name)
    if kind is None:
        return
    things: list[Thing] = here.directory.of_kind(kind)
    if kind != "theme":
        held = {item.body for item in here.items} | {driver for item in here.items for driver in item.drivers}
        things = [each for each in things if each.iri in held]
    for each in sorted(things, key=lambda one: (one.label.casefold(), one.iri)):
        yield each.iri.removeprefix(here.links.base), here.directory.side_by_side(each.iri)
    value = _chosen(here, name)
    if value and value not in {each.iri.removeprefix(here.links.base) for each in things}:
        yield value, here.directory.side_by_side(f"{here.links.base}{value}")
