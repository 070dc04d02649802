"""Which of the store's graphs a question sees."""

import msgspec


class Dataset(msgspec.Struct, frozen=True):
    """The graphs of the store that a question sees in place of those that it names: merged as its default graph, and by
    name. Nothing is fetched; a graph that the store has not is empty.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
