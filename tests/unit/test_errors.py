"""Every error is one sentence in English and in Danish, also after it has crossed into another process."""

import ast
import pickle
from pathlib import Path

import pytest

import kg
from kg.errors import SagsgrafError, StoreError, UnreadableError, UsageError

ERRORS = {"SagsgrafError", "UsageError", "StoreError", "FormatError"}


def test_an_error_is_said_in_english_unless_danish_is_asked_for() -> None:
    error = UsageError("There is no graph.", "Der er ingen graf.")
    assert (str(error), error.said("en"), error.said("da")) == (
        "There is no graph.",
        "There is no graph.",
        "Der er ingen graf.",
    )


def test_a_sentence_without_danish_serves_for_both() -> None:
    assert StoreError("No room.").said("da") == "No room."


def test_an_unreadable_file_is_said_by_key_and_values() -> None:
    error = UnreadableError("too-large", "31", "20")
    assert (error.key, error.values) == ("unreadable-too-large", ("31", "20"))
    assert str(error).startswith("The file has 31 MB, and minutes have at most 20 MB")
    assert error.said("da").startswith("Filen fylder 31 MB")


@pytest.mark.parametrize("error", [UsageError("one", "en"), UnreadableError("encoding", "UTF-8"), SagsgrafError("one")])
def test_another_process_says_the_same(error: SagsgrafError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.said("en"), again.said("da")) == (type(error), error.said("en"), error.said("da"))


def raised():
    """Every call in the package that makes an error from a sentence of its own, with its place."""
    for path in sorted(Path(kg.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                yield f"{path.name}:{node.lineno}", node


def test_every_sentence_has_its_danish() -> None:
    found = dict(raised())
    in_users_language = [place for place, node in found.items() if ast.unparse(node.args[0]).startswith("say(")]
    in_one = [
        place
        for place, node in found.items()
        if len(node.args) < 2 and not isinstance(node.args[0], ast.Starred) and place not in in_users_language
    ]
    assert len(found) > 30
    assert in_one == []
