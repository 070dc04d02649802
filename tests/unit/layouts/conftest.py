"""Minutes as text in, their shape out."""

import pytest

from kg.layouts import parse
from kg.model.source import Source

HEAD = "REFERAT Vejudvalget d. 12-03-2024\n\n"


@pytest.fixture
def meeting_of():
    def read(text, name="moede.txt"):
        return parse(Source(name, "0" * 64, "text/plain", text))[0]

    return read


@pytest.fixture
def items_of(meeting_of):
    """The items of minutes whose points are given; a header is put before them."""

    def read(text):
        return meeting_of(HEAD + text).items

    return read


@pytest.fixture
def sections_of(items_of):
    """The sections of a single point whose text is given: (kind, text)."""

    def read(text):
        source = f"{HEAD}Punkt 1: Cykelstier\n\n{text}"
        (item,) = items_of(f"Punkt 1: Cykelstier\n\n{text}")
        return [(section.kind, " ".join(source[section.start : section.end].split())) for section in item.sections]

    return read
