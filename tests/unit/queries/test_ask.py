"""Asking: what is given is only ever a term, whatever it looks like."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.api import Graph
from kg.errors import UsageError
from kg.queries.answer import Answer, Page
from kg.queries.ask import ask
from kg.queries.question import read_question, shipped_questions

HOSTILE = [
    '") } DELETE WHERE { ?s ?p ?o }',
    "'''} INSERT DATA { <a:b> <a:b> <a:b> } #",
    "<x> . ?s ?p ?o",
    "22/10457> } UNION { ?s ?p ?o",
    "_:b0",
    "?case_iri",
    '"',
    "'",
    "\\",
    "\\u0022 }",
    "a\nb\r\nc",
    "\x00",
    "\u202e\ufeff",
    "",
    " ",
    "*",
    "a AND (",
    "body:x",
    "\ud800",
]
ECHO = read_question(
    "# parameter: said text | sagt | said\n# column: back text | igen | back\n"
    "SELECT ?said (STR(?said) AS ?back) { BIND (1 AS ?one) }",
    "echo",
    "echo.rq",
)
# For each kind of parameter one question that takes it.
KINDS = {each.kind: (name, each.name) for name, question in shipped_questions().items() for each in question.parameters}


def tried(ask_, *arguments: str, **given_: str) -> tuple[Answer | Page | None, str]:
    """The answer, or the sentence that says why there is none; whatever else is raised is a failure."""
    try:
        return ask_(*arguments, **given_), ""
    except UsageError as error:
        return None, error.said("en") and error.said("da") and str(error)


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_text_is_only_ever_a_term(asked: Graph, kind: str) -> None:
    name, parameter = KINDS[kind]
    before = len(asked.store)
    for text in HOSTILE:
        others = {each.name: "svømmehal" for each in shipped_questions()[name].parameters if each.required}
        answer, error = tried(asked.ask, name, **{**others, parameter: text})
        assert "SPARQL" not in error, text  # it became no part of the question
        assert answer is None or (kind == "words" and len(answer) <= 20), text
    assert len(asked.store) == before


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=60), name=st.sampled_from(["case", "unit", "find", "theme", "person", "body", "meeting"]))
@example(text="22/10457", name="case")
@example(text="\ud800", name="unit")
@example(text="svømmehal OR (", name="find")
def test_whatever_is_asked_for_there_is_an_answer_or_one_sentence(asked: Graph, text: str, name: str) -> None:
    answer, error = tried(getattr(asked, name), text)
    assert error or isinstance(answer, Answer | Page)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=40))
@example(text='") } DELETE WHERE { ?s ?p ?o }')
@example(text="a\\nb\n\"\"\" '''\r")
@example(text="?said $said <said>")
def test_a_text_comes_back_as_it_went_in(asked: Graph, text: str) -> None:
    assert [row.back for row in ask(asked, ECHO, {"said": text})] == [text.strip()]


def test_what_is_not_given_goes_by_its_default(asked: Graph) -> None:
    loops = shipped_questions()["loops"]
    assert ask(asked, loops, {}).rows == ask(asked, loops, {"as_of": "2025-01-14", "strict": "nej"}).rows
    assert ask(asked, loops, {"body": None}).rows == ask(asked, loops, {}).rows


def test_the_day_of_latest_is_said(asked: Graph) -> None:
    assert ask(asked, shipped_questions()["loops"], {}).note.en == "As of 2025-01-14, the newest meeting in the graph."
    assert ask(asked, shipped_questions()["loops"], {"as_of": "2025"}).note.en == ""


def test_a_search_that_finds_only_some_words_says_so(asked: Graph) -> None:
    assert asked.find("kunstig intelligens").note.en == ""
    assert asked.find("svømmehal xyzzyplugh").note.en == "No item has all the words; these have some."


@pytest.mark.parametrize(
    ("name", "given_", "expected"),
    [
        ("case", {}, "The question case needs --case (case); such as: kg ask case --case 22/10457"),
        ("case", {"unit": "CFE"}, "The question case takes no unit; it takes: case, as_of."),
        ("case", {"case_iri": "x"}, "The question case takes no case_iri; it takes: case, as_of."),
    ],
)
def test_parameters_that_are_wrong_are_one_sentence(asked: Graph, name: str, given_: dict, expected: str) -> None:
    with pytest.raises(UsageError) as caught:
        ask(asked, shipped_questions()[name], given_)
    assert str(caught.value) == expected


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ({"body": "Økonomiudvalget"}, {"Økonomiudvalget"}),
        ({"body": "Direktionen", "from": "2023"}, {"Direktionen"}),
        ({"to": "2022-05"}, {"Direktionen"}),
        ({"from": "2022-06-15", "to": "2022-06-15"}, {"Økonomiudvalget"}),
    ],
)
def test_parameters_narrow_the_answer(asked: Graph, given_: dict, expected: set[str]) -> None:
    answer = asked.ask("loops-closed", **given_)
    assert {row.body for row in answer} == expected
    dates = [row.date.isoformat() for row in answer]
    assert all(given_.get("from", "")[:7] <= date <= given_.get("to", "9") + "-99" for date in dates)


@pytest.mark.parametrize(
    ("language", "expected"), [("da", {"udsat", "sendt tilbage"}), ("en", {"postponed", "returned"})]
)
def test_labels_are_in_the_language_asked_for(asked: Graph, language: str, expected: set[str]) -> None:
    found = ask(asked, shipped_questions()["loops"], {}, language)
    assert expected <= {outcome for row in found for outcome in row.outcomes}
