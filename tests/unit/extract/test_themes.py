"""Themes by the words of a scheme."""

import pytest

from kg.extract import Scheme

SCHEME = Scheme(
    (("traffic", "cykel", True), ("traffic", "vej", False), ("housing", "-bolig", True), ("economy", "budget", True))
)


def themes(findings):
    return [theme.notation for theme in findings.themes]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        # a word of the title is enough; a body's words need weight
        ("Cykelstier", "Intet.", ["traffic"]),
        ("Sagen", "Cykel.", []),
        ("Sagen", "Cykel og cykelsti og cykler og cykelbro.", ["traffic"]),
        # a word matches at a word's head, one with a hyphen at its tail
        ("Motorcykelløb", "Intet.", []),
        ("Ungdomsboliger", "Intet.", ["housing"]),
        ("Boligform", "Intet.", []),
        # a short word is a whole word
        ("Vejret", "Intet.", []),
        # the title decides over the body
        ("Budget", "Cykel, cykel, cykel.", ["economy"]),
    ],
)
def test_themes(findings_of, title, text, expected):
    points = f"Punkt 1: {title}\n\nSagsfremstilling\n\n{text}\n"
    assert themes(findings_of(points, scheme=SCHEME)) == expected


def test_captions_and_names_of_units_signal_nothing(findings_of):
    scheme = Scheme((("planning", "sagsfremstilling", True), ("traffic", "vejcentret", True)))
    points = "Punkt 1: Intet\n\nSagsfremstilling\n\nVejcentret og Vejcentret og Vejcentret.\n"
    assert themes(findings_of(points, scheme=scheme)) == []


def test_without_a_scheme_there_are_no_themes(findings_of):
    assert themes(findings_of("Punkt 1: Cykelstier\n")) == []
