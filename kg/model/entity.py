"""Which names mean the same agent, and why."""

import msgspec


class Name(msgspec.Struct, frozen=True, order=True):
    """One way in which an authority's minutes write an agent. `kind` is that of a `Mention`."""

    authority: str
    kind: str
    name: str


class Reason(msgspec.Struct, frozen=True, order=True):
    """Why `name` and `other` are one agent: the rule, a score of 0-1, and the words that show it where a text does.

    `document`, `start` and `end` give the place of those words; `document` is empty where no single place shows it.
    """

    name: str
    other: str
    rule: str
    score: float
    document: str = ""
    start: int = 0
    end: int = 0


class Entity(msgspec.Struct, frozen=True):
    """One agent under all its names.

    `kind` is `unit`, `body`, `person`, `director`, `organisation` or `party`.
    """

    authority: str
    kind: str
    label: str
    alternatives: tuple[str, ...]
    slug: str
    reasons: tuple[Reason, ...] = ()


class Resolution(msgspec.Struct, frozen=True):
    """Every name of the corpus with its entity; a name that turned out to name no agent is missing."""

    entities: tuple[Entity, ...] = ()
    of: dict[Name, int] = {}

    def get(self, authority: str, kind: str, name: str) -> Entity | None:
        """The entity that `name` means among `authority`'s names of that kind."""
        place = self.of.get(Name(authority, kind, name))
        return None if place is None else self.entities[place]
