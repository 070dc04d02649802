"""Names joined into agents, one reason at a time, unless a person said that two of them differ."""

from collections.abc import Iterable

from kg.model.entity import Reason
from kg.resolve.verdicts import Verdicts, pair

Key = tuple[str, str]


class Clusters:
    """A union of names that remembers why; a name is a (kind, name)."""

    def __init__(self, verdicts: Verdicts) -> None:
        """Nothing is joined yet."""
        self._verdicts = verdicts
        self._parent: dict[Key, Key] = {}
        self._members: dict[Key, list[Key]] = {}
        self.reasons: dict[Key, list[Reason]] = {}

    def add(self, key: Key) -> None:
        """Make a name known."""
        if key not in self._parent:
            self._parent[key] = key
            self._members[key] = [key]
            self.reasons[key] = []

    def __contains__(self, key: Key) -> bool:
        """Whether a name is known."""
        return key in self._parent

    def root(self, key: Key) -> Key:
        """The name that stands for all that are one with `key`."""
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def members(self, key: Key) -> list[Key]:
        """All names that are one with `key`."""
        return self._members[self.root(key)]

    def join(self, a: Key, b: Key, reason: Reason) -> bool:
        """Make two names one for a reason; False where a person said that some names of theirs differ."""
        self.add(a)
        self.add(b)
        first, second = sorted((self.root(a), self.root(b)))
        if first == second:
            return True
        if self._verdicts.different and self._forbidden(first, second):
            return False
        self._parent[second] = first
        self._members[first] += self._members.pop(second)
        self.reasons[first] += [*self.reasons.pop(second), reason]
        return True

    def _forbidden(self, a: Key, b: Key) -> bool:
        return any(
            pair(one[1], other[1]) in self._verdicts.different for one in self._members[a] for other in self._members[b]
        )

    def roots(self) -> Iterable[Key]:
        """One name for each agent, in order."""
        return sorted(self._members)
