"""Whom a recommendation is put to, in order."""

import pytest

from kg.extract import extract, reading
from kg.extract.themes import Scheme
from kg.layouts import parse
from kg.model.source import Source
from kg.profiles import NONE

HEAD = "REFERAT Vejudvalget d. 12-03-2031\n\nPunkt 1: Cykelstier\n\nIndstilling\n\n"


def receivers(text):
    source = Source("moede.txt", "0" * 64, "text/plain", f"{HEAD}{text}\n\nBeslutning\n\nGodkendt.\n")
    meeting, _ = parse(source)
    return [
        each.name
        for found in extract(reading(source, meeting, NONE), Scheme()).recommendations
        for each in found.receivers
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vejafdelingen indstiller til Økonomiudvalget, at stien anlægges.", ["Økonomiudvalget"]),
        (
            "Vejafdelingen indstiller til Økonomiudvalget at anbefale over for Kommunalbestyrelsen, at stien anlægges.",
            ["Økonomiudvalget", "Kommunalbestyrelsen"],
        ),
        (
            "Det indstilles til Teknisk Udvalg at anbefale Økonomiudvalget at\nindstille til Byrådet at bygge.",
            ["Teknisk Udvalg", "Økonomiudvalget", "Byrådet"],
        ),
        (
            "Vejafdelingen indstiller via Økonomiudvalget til Byrådet, at stien anlægges.",
            ["Økonomiudvalget", "Byrådet"],
        ),
        ("Vejafdelingen anbefaler over for Økonomiudvalget og Byrådet, at vi bygger.", ["Økonomiudvalget", "Byrådet"]),
        # who recommends, and what is recommended, is no receiver
        ("Økonomiudvalget indstiller, at stien anlægges.", []),
        ("Vejafdelingen indstiller, at Byrådet anlægger stien.", []),
        ("Vejafdelingen indstiller til Byrådet, at Økonomiudvalget betaler.", ["Byrådet"]),
        ("At stien anlægges som drøftet i Økonomiudvalget.", []),
    ],
)
def test_whom_a_recommendation_is_put_to(text, expected):
    assert receivers(text) == expected
