"""The catalogues: every text in both languages, with the same places to fill; none that code asks for is missing."""

import re
import string
from pathlib import Path

import pytest

import kg
from kg.messages import TEXTS, sentence
from kg.messages.problems import LOSSES, PROBLEMS, is_loss

CODE = "\n".join(path.read_text("utf-8") for path in sorted(Path(kg.__file__).parent.rglob("*.py")))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_a_text_has_the_same_places_in_both_languages(key: str) -> None:
    danish, english = TEXTS[key]
    assert places(danish) == places(english)
    assert danish
    assert english
    assert danish != english or key == "code"


@pytest.mark.parametrize("key", sorted(PROBLEMS))
def test_a_problem_is_a_sentence(key: str) -> None:
    for text in PROBLEMS[key]:
        assert text[0].isupper() or text[0] == "{"
        assert text.endswith(".")


@pytest.mark.parametrize(
    ("pattern", "prefix"),
    [
        (r'\bProblem\([^\n]*?, "([a-z-]+)"', "problem."),
        (r'\bprogress\("([a-z]+)"', "progress."),
        (r'\bsay\("([a-zA-Z.-]+)"', ""),
    ],
)
def test_every_key_that_the_code_names_has_its_text(pattern: str, prefix: str) -> None:
    named = {prefix + key for key in re.findall(pattern, CODE)}
    assert named
    assert named <= set(TEXTS)


def test_every_figure_of_a_build_has_its_word() -> None:
    from kg.report import Figures

    assert {f"figure.{name}" for name in Figures.__struct_fields__} <= set(TEXTS)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("da", "Filen er nøjagtig den samme som a.txt og tæller kun én gang."),
        ("en", "The file is exactly the same as a.txt and counts once."),
        ("de", "The file is exactly the same as a.txt and counts once."),
    ],
)
def test_a_sentence_is_filled_in_the_language(language: str, expected: str) -> None:
    assert sentence(language, "problem.same-file", "a.txt") == expected


@pytest.mark.parametrize(
    ("key", "lost"),
    [
        ("no-header", True),
        ("no-reader", True),
        ("unreadable-empty", True),
        ("same-file", False),
        ("damaged-letters", False),
    ],
)
def test_a_loss_is_told_from_a_note(key: str, lost: bool) -> None:
    assert is_loss(key) == lost


def test_losses_are_problems() -> None:
    assert set(PROBLEMS) >= LOSSES
