"""What a user can get wrong: each error is one sentence to a person, in two languages, and knows its exit code."""

from kg.messages.problems import PROBLEMS

FINE = 0
WITH_PROBLEMS = 1
WRONG_USE = 2


class SagsgrafError(Exception):
    """Stops a command with one sentence that says what was found and what to do.

    `str(error)` is the English one; without a Danish one, as where the sentence is in the user's language already, it
    serves for both.
    """

    exit_code = WITH_PROBLEMS

    def __init__(self, english: str, danish: str = "") -> None:
        """`english` and `danish` are the same sentence."""
        super().__init__(english, danish or english)

    def __str__(self) -> str:
        """The sentence in English."""
        return self.said("en")

    def said(self, language: str) -> str:
        """The sentence in `language`: `da`, or else English."""
        english, danish = self.args
        return str(danish if language == "da" else english)


class UsageError(SagsgrafError):
    """The command was called with something that cannot be meant: a folder that is not there, an unknown format."""

    exit_code = WRONG_USE


class UnreadableError(SagsgrafError):
    """One file could not be read; the others still can. `key` and `values` are those of the Problem that says so."""

    def __init__(self, key: str, *values: str) -> None:
        """`key` is that of a sentence of `kg.messages.problems` without its `unreadable-`, `values` what fills it."""
        super().__init__(key)
        self.args = (key, *values)  # what makes it again in another process

    @property
    def key(self) -> str:
        """The key of the Problem: `unreadable-empty`."""
        return f"unreadable-{self.args[0]}"

    @property
    def values(self) -> tuple[str, ...]:
        """What fills the sentence."""
        return self.args[1:]

    def said(self, language: str) -> str:
        """The sentence in `language`: `da`, or else English."""
        return PROBLEMS[self.key][language != "da"].format(*self.values)


class StoreError(SagsgrafError):
    """The store on disk cannot be used as it is: missing, of an older format, or out of room."""
