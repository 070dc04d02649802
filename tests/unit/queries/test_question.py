"""The head of a question's file: what is read from it, and what is said where it cannot be."""

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.model.said import Said
from kg.queries.question import Column, Parameter, questions_of, read_question

HEAD = """# title (da): Sager
# title (en): Cases
# parameter: body body? | organ | body
# parameter: as_of to = latest | pr. | as of
# parameter: case case | sag | case
# column: date date | dato | date
# column: case iri
# evidence: case
# head: date
# shown: date
# pivot: date date
# example: kg ask cases --case 22/10457
#
# What is said below is for people: column widths and parameter lists do not matter.
SELECT ?case ?date {
  ?case a sag:Case .
  ?meeting sag:body ?body_iri .  #if body
}
"""


def test_everything_in_the_head_is_read() -> None:
    question = read_question(HEAD, "cases", "cases.rq")
    assert question.title == Said("Sager", "Cases")
    assert question.parameters == (
        Parameter("body", "body", Said("organ", "body"), optional=True),
        Parameter("as_of", "to", Said("pr.", "as of"), default="latest"),
        Parameter("case", "case", Said("sag", "case")),
    )
    assert [each.required for each in question.parameters] == [False, False, True]
    assert [each.variable for each in question.parameters] == ["body_iri", "as_of", "case_iri"]
    assert question.columns == (
        Column("date", "date", Said("dato", "date")),
        Column("case", "iri", Said("case", "case")),
    )
    assert (question.evidence, question.head, question.shown, question.pivot) == (
        ("case",),
        ("date",),
        ("date",),
        ("date", "date"),
    )
    assert question.example == "kg ask cases --case 22/10457"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("", Said("mine", "mine")),
        ("# title (da): Sager\n", Said("Sager", "Sager")),
        ("# title (en): Cases\n", Said("Cases", "Cases")),
        ("#title (en):Cases  \n", Said("Cases", "Cases")),
    ],
)
def test_a_file_needs_no_head(head: str, title: Said) -> None:
    question = read_question(head + "SELECT * { ?s ?p ?o }", "mine", "mine.rq", shipped=False)
    assert question.title == title
    assert (question.parameters, question.columns, question.shipped) == ((), (), False)


@pytest.mark.parametrize(
    ("given", "kept"),
    [(set(), False), ({"body"}, True), ({"bo"}, False), ({"case", "body"}, True)],
)
def test_a_line_with_if_is_there_where_its_parameter_is_given(given: set[str], kept: bool) -> None:
    text = read_question(HEAD, "cases", "cases.rq").sparql(frozenset(given))
    assert ("?meeting sag:body" in text) is kept
    assert "?case a sag:Case" in text


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("# parameter: body", "NAME TYPE | dansk | English"),
        ("# parameter: body body | organ", "NAME TYPE | dansk | English"),
        ("# parameter: body planet | organ | body", "NAME TYPE | dansk | English"),
        ("# parameter: as-of to | pr. | as of", "NAME TYPE | dansk | English"),
        ("# column: date", "NAME KIND | dansk | English"),
        ("# column: date day | dato | date", "NAME KIND | dansk | English"),
        ("# column: date date | dato", "NAME KIND | dansk | English"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str, form: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_question(f"# title (en): x\n{line}\nSELECT * {{}}", "mine", "folder/mine.rq")
    assert caught.value.said("en").startswith(
        f"folder/mine.rq:2: this line of the question's head cannot be read; write {form}"
    )
    assert caught.value.said("da").startswith("folder/mine.rq:2: denne linje i spørgsmålets hoved kan ikke læses")


def test_a_folder_of_questions(tmp_path: Path) -> None:
    (tmp_path / "b.rq").write_text("\ufeff# title (da): Æbler\nSELECT * { ?s ?p ?o }", "utf-8")
    (tmp_path / "a.rq").write_text("SELECT * { ?s ?p ?o }", "utf-8")
    (tmp_path / "notes.txt").write_text("# column: wrong", "utf-8")
    found = questions_of(tmp_path)
    assert list(found) == ["a", "b"]
    assert found["b"].title.da == "Æbler"
    assert not found["a"].shipped


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the questions cannot be read"):
        questions_of(tmp_path / "none")


def test_a_file_that_is_not_utf8_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.rq").write_bytes("# title (da): Æbler".encode("latin-1"))
    with pytest.raises(UsageError, match=r"give a folder with \.rq files in UTF-8"):
        questions_of(tmp_path)
