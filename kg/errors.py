"""What a user can get wrong: each error is one sentence to a person and knows its exit code."""

FINE = 0
WITH_PROBLEMS = 1
WRONG_USE = 2


class SagsgrafError(Exception):
    """Stops a command with one sentence that says what was found and what to do."""

    exit_code = WITH_PROBLEMS


class UsageError(SagsgrafError):
    """The command was called with something that cannot be meant: a folder that is not there, an unknown format."""

    exit_code = WRONG_USE


class UnreadableError(SagsgrafError):
    """One file could not be read; the others still can."""


class StoreError(SagsgrafError):
    """The store on disk cannot be used as it is: missing, of an older format, or out of room."""
