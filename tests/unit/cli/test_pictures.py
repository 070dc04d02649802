"""`kg timeline` and `kg matrix`, narrowed to what one body treated."""

import re
from pathlib import Path

import pytest

from kg.cli import main

NAMES = {"Direktionen", "Økonomiudvalget"}


@pytest.mark.parametrize("command", ["timeline", "matrix"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_picture_of_what_one_body_treated(example_store: Path, tmp_path: Path, command: str, language: str) -> None:
    written = {}
    for name in ("", "Direktionen", "økonomiudvalget"):
        path = tmp_path / "picture.html"
        narrowed = ["--body", name] if name else []
        given = ["--lang", language, command, *narrowed, "-o", str(path), "--store", str(example_store)]
        assert main(given) == 0
        written[name] = path.read_text("utf-8")
    assert re.search(r"<h1[^>]*>.*Direktionen", written["Direktionen"])
    assert re.search(r"<h1[^>]*>.*Økonomiudvalget", written["økonomiudvalget"])
    assert bodies(written[""]) == NAMES
    assert bodies(written["Direktionen"]) == {"Direktionen"}
    assert bodies(written["økonomiudvalget"]) == {"Økonomiudvalget"}


def bodies(page: str) -> set[str]:
    """Those that the items of a picture were treated by."""
    return set(re.findall(r'"body":\s*"([^"]*)"', page))


def test_a_body_that_is_none_is_one_sentence(example_store: Path, tmp_path: Path, capfd) -> None:
    for command in ("timeline", "matrix"):
        given = [command, "--body", "Havrådet", "-o", str(tmp_path / "x.html"), "--store", str(example_store)]
        assert main(given) != 0
        assert "Havrådet" in capfd.readouterr().err
    assert not (tmp_path / "x.html").exists()
