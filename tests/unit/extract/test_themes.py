"""Themes by the words of a scheme, by where they stand, and by the numbers of cases."""

import pytest

from kg.extract import Scheme
from kg.extract.signals import find_compounds, find_hits, subject_of

SCHEME = Scheme(
    (
        ("traffic", "cykel", True),
        ("traffic", "vej", False),
        ("traffic", "vejbump", True),
        ("traffic", "bus", True),
        ("housing", "-bolig", True),
        ("economy", "budget", True),
        ("schools", "skole", True),
        ("culture", "bibliotek", True),
        ("waste", "affaldssortering", True),
        ("planning", "helhedsplan", True),
        ("housing", "helhedsplan", False),
    ),
    (("05", "traffic"), ("05.07.02", "waste"), ("00", "government")),
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
        # a short word is a whole word, or the first part of a common compound
        ("Vejret", "Intet.", []),
        ("Busordningen", "Intet.", ["traffic"]),
        ("Buskads", "Intet.", []),
        # the title decides over the body
        ("Budget", "Cykel, cykel, cykel.", ["economy"]),
        # a long word counts inside a compound of the title, and in other inflections
        ("Hovedbiblioteket", "Intet.", ["culture"]),
        ("Sagen", "Hovedbiblioteket, hovedbiblioteket og hovedbiblioteket.", []),
        ("Affaldssorteringerne", "Intet.", ["waste"]),
        # what stands behind a place says where, unless nothing else says what
        ("Budget i skolen", "Intet.", ["economy"]),
        ("Nye låse i skolen", "Intet.", ["schools"]),
        ("Budget for skolen", "Intet.", ["economy", "schools"]),
        # an address and a committee say nothing
        ("Budget for Gl. Skolevej 4", "Intet.", ["economy"]),
        ("Budget fra Skoleudvalget", "Intet.", ["economy"]),
        # of words that begin at one place the longest counts
        ("Vejbump", "Intet.", ["traffic"]),
    ],
)
def test_themes(findings_of, title, text, expected):
    points = f"Punkt 1: {title}\n\nSagsfremstilling\n\n{text}\n"
    assert themes(findings_of(points, scheme=SCHEME)) == expected


def test_a_recommendation_says_more_than_a_body(findings_of):
    body = "Punkt 1: Sagen\n\nSagsfremstilling\n\nCykelstien.\n"
    asked = "Punkt 1: Sagen\n\nIndstilling\n\nCykelstien godkendes.\n"
    assert themes(findings_of(body, scheme=SCHEME)) == []
    assert themes(findings_of(asked, scheme=SCHEME)) == ["traffic"]


def test_a_word_repeated_says_less_each_time(findings_of):
    scheme = Scheme((("a", "alfa", True), ("b", "beta", True), ("b", "bravo", True), ("b", "brisk", True)))
    points = "Punkt 1: Sagen\n\nSagsfremstilling\n\nAlfa alfa alfa alfa. Beta bravo brisk.\n"
    assert themes(findings_of(points, scheme=scheme)) == ["b"]


def test_a_word_of_several_themes_says_less_of_each(findings_of):
    points = "Punkt 1: Sagen\n\nSagsfremstilling\n\nHelhedsplan. Cykelsti. Skole. Skole. Skole.\n"
    found = {theme.notation: theme.score for theme in findings_of(points, scheme=SCHEME).themes}
    assert list(found) == ["schools"]
    twice = "Punkt 1: Sagen\n\nSagsfremstilling\n\nHelhedsplan. Helhedsplan. Helhedsplan.\n"
    assert themes(findings_of(twice, scheme=SCHEME)) == []


def test_the_words_of_a_theme_are_whole_words(findings_of):
    findings = findings_of("Punkt 1: Nyt om cykelstierne\n\nSagsfremstilling\n\nIntet.\n", scheme=SCHEME)
    (theme,) = findings.themes
    assert (theme.rule, theme.end - theme.start) == ("theme-words", len("cykelstierne"))


def test_captions_and_names_of_units_signal_nothing(findings_of):
    scheme = Scheme((("planning", "sagsfremstilling", True), ("traffic", "vejcentret", True)))
    points = "Punkt 1: Intet\n\nSagsfremstilling\n\nVejcentret og Vejcentret og Vejcentret.\n"
    assert themes(findings_of(points, scheme=scheme)) == []


def test_without_a_scheme_there_are_no_themes(findings_of):
    assert themes(findings_of("Punkt 1: Cykelstier\n")) == []


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        # subject, kind, serial, year; the longest number that the scheme knows
        ("05.01.02-P20-7-31", [("traffic", True)]),
        ("05.07.02-G01-12-31", [("waste", True)]),
        ("05.01.02-3584-31", [("traffic", True)]),
        # a field in general, or government in general, only supports
        ("05.00.00-A00-1-31", [("traffic", False)]),
        ("00.22.00-3584-31", [("government", False)]),
        ("09.01.02-P20-7-31", []),
        # other systems' numbers begin otherwise
        ("14/32918", []),
        ("05.01.2031", []),
        ("2031-05.01", []),
    ],
)
def test_the_subject_of_a_case_number(case, expected):
    assert list(subject_of(case, SCHEME)) == expected


def test_a_case_number_gives_its_theme(findings_of):
    findings = findings_of("Punkt 1: Sagen\n\n05.01.02-P20-7-31\n\nSagsfremstilling\n\nIntet.\n", scheme=SCHEME)
    assert [(theme.notation, theme.rule) for theme in findings.themes] == [("traffic", "theme-number")]


def test_hits_and_compounds_lie_where_the_word_stands():
    text = "busser og hovedbiblioteket"
    (hit,) = find_compounds(text, 0, len(text), SCHEME)
    assert text[hit.start : hit.end] == "bibliotek"
    open_words = "et budget for skolen"
    assert [open_words[each.start : each.end] for each in find_hits(open_words, SCHEME)] == ["budget", "skole"]
