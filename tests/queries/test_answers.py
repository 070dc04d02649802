"""What every shipped question answers over the invented minutes, as a whole, and what the head of its file promises.

The rows are those of `Answer.dicts()`: dates in ISO form, lists as lists, IRIs without their base, and what is empty
left out. SAGSGRAF_UPDATE_GOLDEN=1 writes them anew; read the difference against the minutes.
"""

import datetime
import json
import os
import shlex
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from kg.api import Graph
from kg.model.fact import Literal
from kg.queries.ask import ask, bindings, run
from kg.queries.question import shipped_questions

AS_OF = "2025-01-14"
GIVEN: dict[str, dict[str, str]] = {
    "agent-items": {"agent": "CFE"},
    "agent-names": {"agent": "CFE"},
    "agent-with": {"agent": "Birthe Nordahl"},
    "body-meetings": {"body": "Direktionen"},
    "body-people": {"body": "Direktionen"},
    "body-themes": {"body": "Direktionen"},
    "case": {"case": "22/10457"},
    "case-related": {"case": "22/11803"},
    "drives": {"theme": "kultur og fritid"},
    "drives-items": {"unit": "CFE"},
    "find": {"words": "kunstig intelligens"},
    "gaps-cases": {},
    "gaps-containers": {},
    "gaps-decisions": {},
    "gaps-documents": {},
    "gaps-meetings": {},
    "gaps-sources": {},
    "loops": {"as_of": AS_OF},
    "loops-closed": {"as_of": AS_OF},
    "meeting": {"meeting": "Direktionen 2022-03-08"},
    "meeting-items": {"meeting": "Direktionen 2022-03-08"},
    "meeting-mentions": {"meeting": "Økonomiudvalget 2022-06-15"},
    "person-meetings": {"person": "Birthe Nordahl"},
    "tasks": {"as_of": AS_OF},
    "theme-items": {"theme": "kultur og fritid"},
    "votes": {},
}
EXPECTED = Path(__file__).parent / "expected"
UPDATE = os.environ.get("SAGSGRAF_UPDATE_GOLDEN") == "1"
QUESTIONS = shipped_questions()

every = pytest.mark.parametrize("name", QUESTIONS)


@every
def test_answer(graph_of: Callable[[str], Graph], name: str) -> None:
    graph = graph_of(name)
    answer = ask(graph, QUESTIONS[name], GIVEN[name], "da")
    rows = [_short(row, graph.manifest["base"]) for row in answer.dicts()]
    made = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    expected = EXPECTED / f"{name}.json"
    if UPDATE or not expected.exists():
        missing = not expected.exists()
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(made, encoding="utf-8", newline="\n")
        if missing and not UPDATE:
            pytest.fail(f"{expected.name} was missing: it is written now, review and commit it")
    assert rows == json.loads(expected.read_text("utf-8"))


def test_every_question_has_an_answer_that_is_not_empty_and_every_answer_a_question() -> None:
    assert set(GIVEN) == set(QUESTIONS)
    assert {path.stem for path in EXPECTED.glob("*.json")} == set(QUESTIONS)
    assert [path.stem for path in EXPECTED.glob("*.json") if not json.loads(path.read_text("utf-8"))] == []


@every
def test_the_head_says_everything_in_both_languages(name: str) -> None:
    question = QUESTIONS[name]
    assert question.title.da
    assert question.title.en
    assert "# title (da):" in question.text
    assert "# title (en):" in question.text
    for part in (*question.parameters, *(column for column in question.columns if column.kind != "iri")):
        assert part.label.da, part.name
        assert part.label.en, part.name


@every
def test_the_example_asks_this_question_with_its_parameters(name: str) -> None:
    question = QUESTIONS[name]
    words = shlex.split(question.example)
    assert words[:3] == ["kg", "ask", name]
    given = {word.removeprefix("--").replace("-", "_") for word in words[3:] if word.startswith("--")}
    assert given <= {each.name for each in question.parameters}
    assert {each.name for each in question.parameters if each.required} <= given


@every
def test_the_example_has_an_answer(graph_of: Callable[[str], Graph], name: str) -> None:
    words = shlex.split(QUESTIONS[name].example)[3:]
    given = {key[2:].replace("-", "_"): value for key, value in zip(words[::2], words[1::2], strict=True)}
    assert ask(graph_of(name), QUESTIONS[name], given).rows


@every
def test_columns_are_what_the_select_gives(asked: Graph, name: str) -> None:
    question = QUESTIONS[name]
    columns = [column.name for column in question.columns]
    assert len(set(columns)) == len(columns)
    terms = bindings(asked, question, GIVEN[name])
    variables = {each.variable: terms[each.name] for each in question.parameters if each.name in terms}
    found, _ = run(asked, question, question.sparql(frozenset(terms)), {**variables, "lang": Literal("da")})
    assert set(columns) <= set(found.columns)


@every
def test_evidence_head_shown_and_pivot_are_columns(name: str) -> None:
    question = QUESTIONS[name]
    kinds = {column.name: column.kind for column in question.columns}
    assert question.evidence
    assert {kinds[column] for column in question.evidence} == {"iri"}
    for part in (question.head, question.shown, question.pivot):
        assert set(part) <= {column for column, kind in kinds.items() if kind != "iri"}


@every
def test_lines_with_if_are_about_parameters(name: str) -> None:
    question = QUESTIONS[name]
    known = frozenset(each.name for each in question.parameters)
    assert "#if" not in question.sparql(frozenset()), "a line is about no parameter"
    assert question.sparql(known).count("\n") == question.text.count("\n")


def _short(row: dict, base: str) -> dict:
    return {key: _plain(value, base) for key, value in row.items() if value not in (None, ())}


def _plain(value: object, base: str) -> object:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, tuple):
        return list(value)
    return value.removeprefix(base) if isinstance(value, str) else value
