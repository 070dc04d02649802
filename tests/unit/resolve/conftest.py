"""Names as the documents of one invented authority give them, and the agents that they come to."""

from collections.abc import Callable, Iterable

import pytest

from kg.model.entity import Entity, Resolution
from kg.profiles import NONE, Profile
from kg.resolve import Hearing, Verdicts, resolve

AUTHORITY = "Klintevig Kommune"
Heard = Callable[..., Hearing]
Agents = Callable[..., list[set[str]]]


def _heard(*names: str, board: Iterable[str] = (), roster: Iterable[str] = (), said: Iterable[str] = ()) -> Hearing:
    hearing = Hearing(AUTHORITY)
    for place, each in enumerate(names):
        kind, name, rule = [*each.split(":"), "a-rule"][:3]
        hearing.hear(kind, name, rule, ("hash", place, place + len(name)))
    for name in (*board, *roster):
        hearing.hear("person", name, "attendance", ("hash", 0, len(name)))
    hearing.board.update(board)
    hearing.roster.update(board, roster)
    for each in said:
        kind, name, abbreviation = each.split(":")
        hearing.introductions[kind, name, abbreviation] = ("hash", 10, 30)
    return hearing


@pytest.fixture
def heard() -> Heard:
    """What was heard: names as `kind:name` or `kind:name:rule`, introductions as `kind:name:abbreviation`."""
    return _heard


@pytest.fixture
def resolved() -> Callable[..., Resolution]:
    """The agents behind what was heard."""

    def resolved(hearing: Hearing, profile: Profile = NONE, verdicts: Verdicts | None = None) -> Resolution:
        return resolve([hearing], {hearing.authority: profile}, verdicts or Verdicts())

    return resolved


@pytest.fixture
def agents(resolved: Callable[..., Resolution]) -> Agents:
    """The names of each agent, and nothing else; an agent of one name is a set of one."""

    def agents(hearing: Hearing, profile: Profile = NONE, verdicts: Verdicts | None = None) -> list[set[str]]:
        return [_names(entity) for entity in resolved(hearing, profile, verdicts).entities]

    return agents


def _names(entity: Entity) -> set[str]:
    return {entity.label, *entity.alternatives}
