"""What is true of the answers whatever the minutes say: they stand on words, and the order of reading is nothing."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from kg.api import Graph, open_graph
from kg.graph.rows import Iri
from kg.inputs import find_inputs
from kg.model.fact import Literal
from kg.pipeline import build
from kg.profiles import NONE
from kg.queries.question import shipped_questions
from kg.settings import Settings

AS_OF = "2025-01-14"
CERTAIN = Decimal("0.95")
GIVEN: dict[str, dict[str, str]] = {
    "agent-items": {"agent": "Center for Ejendomme"},
    "agent-names": {"agent": "Center for Ejendomme"},
    "agent-with": {"agent": "Center for Ejendomme"},
    "body-meetings": {"body": "Økonomiudvalget"},
    "body-people": {"body": "Økonomiudvalget"},
    "body-themes": {"body": "Økonomiudvalget"},
    "case": {"case": "22/10457"},
    "case-related": {"case": "22/11803"},
    "find": {"words": "svømmehal"},
    "meeting": {"meeting": "Direktionen 2024-02-06"},
    "meeting-items": {"meeting": "Direktionen 2024-02-06"},
    "meeting-mentions": {"meeting": "Økonomiudvalget 2022-06-15"},
    "person-meetings": {"person": "Henrik Toftgaard"},
    "theme-items": {"theme": "økonomi"},
}
_REASON = "ASK { ?node sag:reason ?why }"
_QUOTED = "SELECT ?decision (COUNT(?item) AS ?quoting) { ?decision sag:quotedIn ?item } GROUP BY ?decision"
_OF_CASES = "SELECT DISTINCT ?number { ?case a sag:Case ; sag:caseNumber ?number } ORDER BY ?number"


@pytest.fixture(scope="module")
def reversed_(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Graph:
    """The graph of the same minutes, read one by one, the last file first."""
    store = tmp_path_factory.mktemp("reversed") / "store"
    for each in reversed(find_inputs([str(examples / "minutes")])[0]):
        build([each], store, Settings(forced=NONE, add=True))
    return open_graph(store)


@pytest.mark.parametrize("name", shipped_questions())
def test_every_row_leads_to_words_or_to_a_reason(graph_of: Callable[[str], Graph], name: str) -> None:
    asked = graph_of(name)
    answer = asked.ask(name, **GIVEN.get(name, {}))
    assert answer.rows
    for row, nodes, source in zip(answer.rows, answer.nodes, asked.sources(answer), strict=True):
        reasoned = any(asked.query(_REASON, {"node": Iri(node)}).values()[0][0] for node in nodes)
        assert reasoned or (source is not None and source.file and source.end > source.start), row


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("loops", {"as_of": AS_OF}),
        ("loops", {"as_of": "2022-06-30", "strict": True}),
        ("loops-closed", {"as_of": AS_OF}),
        ("tasks", {"as_of": AS_OF}),
        ("tasks", {"as_of": "2022-12-31", "open": True}),
        ("case", {"case": "22/10457"}),
        ("case", {"case": "24/01877"}),
        ("case-related", {"case": "22/11803"}),
        ("drives", {}),
        *((name, {}) for name in shipped_questions() if name.startswith("gaps-")),
    ],
)
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_order_of_reading_changes_no_answer(
    asked: Graph, reversed_: Graph, monkeypatch: pytest.MonkeyPatch, name: str, given: dict, language: str
) -> None:
    monkeypatch.setattr(asked, "language", language)
    monkeypatch.setattr(reversed_, "language", language)
    once, added = asked.ask(name, **given), reversed_.ask(name, **given)
    assert once.rows == added.rows
    assert asked.sources(once) == reversed_.sources(added)


def test_a_decision_that_later_points_quote_stands_once_in_its_case(asked: Graph) -> None:
    quoted = {str(decision) for decision, _ in asked.query(_QUOTED).values()}
    assert len(quoted) >= 4
    seen = Counter(
        row.decision for (number,) in asked.query(_OF_CASES).values() for row in asked.ask("case", case=str(number))
    )
    assert {decision: seen[decision] for decision in quoted} == dict.fromkeys(quoted, 1)


def test_a_decision_without_minutes_of_its_own_is_said_to_be_quoted(asked: Graph) -> None:
    found = [(str(row.date), row.quoted) for row in asked.ask("case", case="22/10457")]
    assert found == sorted(found)
    assert [date for date, quoted in found if quoted] == ["2023-01-31"]


@pytest.mark.parametrize("name", ["loops-closed", "tasks"])
def test_what_strict_closes_is_certain(asked: Graph, name: str) -> None:
    scores = [row.score for row in asked.ask(name, as_of=AS_OF) if row.score is not None]
    certain = [row.score for row in asked.ask(name, as_of=AS_OF, strict=True) if row.score is not None]
    assert min(scores) < CERTAIN
    assert certain == [score for score in scores if score >= CERTAIN]


def test_every_loop_is_either_open_or_closed_on_every_day(asked: Graph) -> None:
    for day in ("2022-03-08", "2022-06-15", "2023-02-21", "2024-09-03", AS_OF):
        for strict in (False, True):
            waiting = {row.decision for row in asked.ask("loops", as_of=day, strict=strict)}
            closed = {row.decision for row in asked.ask("loops-closed", as_of=day, strict=strict)}
            assert not waiting & closed
            assert waiting | closed == _deferred(asked, day)


def _deferred(graph: Graph, day: str) -> set[str]:
    asked_ = """SELECT DISTINCT ?decision { ?decision sag:outcome ?outcome ; dcterms:date ?date .
      FILTER (?outcome IN (sag:outcome-postponed, sag:outcome-returned, sag:outcome-referred) && ?date <= ?day) }"""
    return {str(decision) for (decision,) in graph.query(asked_, {"day": Literal(day, "xsd:date")}).values()}


@pytest.mark.parametrize("number", ["21/30044", "23/29517", "22/10457"])
def test_a_case_has_each_treatment_once_and_no_outcome_where_nothing_was_decided(asked: Graph, number: str) -> None:
    rows = asked.case(number).rows
    assert len({(row.item, row.decision) for row in rows}) == len(rows)
    for row in rows:
        if row.text is None:
            assert row.decision is None
            assert row.outcomes == row.referred_to == ()
