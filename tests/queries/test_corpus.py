"""What the questions answer over the annotated corpus: by case numbers and dates, as those who know the cases say."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kg.api import Graph, open_graph
from kg.inputs import find_inputs
from kg.pipeline import build
from kg.profiles import shipped
from kg.settings import Settings

AS_OF = "2016-12-31"


@pytest.fixture(scope="module")
def corpus(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    store = tmp_path_factory.mktemp("corpus") / "store"
    build(find_inputs([str(shared / "corpus")])[0], store, Settings(profiles=shipped()))
    with open_graph(store) as graph:
        yield graph


def points(answer) -> set[tuple[str, int]]:
    return {(row.date.isoformat(), row.number) for row in answer}


def test_the_history_of_a_case_is_every_treatment_in_order(corpus: Graph) -> None:
    rows = corpus.ask("case", case="15/18107").rows
    assert [row.date for row in rows] == [datetime.date(2015, 9, 29), datetime.date(2015, 11, 2)]
    assert rows[1].days == 34


@pytest.mark.parametrize(("case", "other"), [("15/18107", "15/26566"), ("14/20118", "16/17415")])
def test_a_case_is_related_to_another_number_and_the_other_to_it(corpus: Graph, case: str, other: str) -> None:
    assert other in {row.case for row in corpus.ask("case-related", case=case)}
    assert case in {row.case for row in corpus.ask("case-related", case=other)}


def test_numbers_that_collect_unrelated_points(corpus: Graph) -> None:
    assert {"14/32918", "12/32140", "15/26452"} <= {row.case for row in corpus.ask("gaps-containers")}


def test_a_point_that_nothing_took_up_is_open(corpus: Graph) -> None:
    assert ("2016-09-13", 6) in points(corpus.ask("loops", as_of=AS_OF))


def test_a_point_that_was_taken_up_and_postponed_again(corpus: Graph) -> None:
    waiting, closed = corpus.ask("loops", as_of=AS_OF), corpus.ask("loops-closed", as_of=AS_OF)
    assert ("2015-09-15", 3) not in points(waiting)
    [row] = [row for row in closed if (row.date.isoformat(), row.number) == ("2015-09-15", 3)]
    assert (row.later_date.isoformat(), row.later_number) == ("2015-09-29", 3)
    assert ("2015-09-29", 3) in points(waiting)


def test_what_is_only_likely_closes_nothing_for_the_strict(corpus: Graph) -> None:
    closed = corpus.ask("loops-closed", as_of=AS_OF)
    [row] = [row for row in closed if (row.date.isoformat(), row.number) == ("2015-09-29", 4)]
    assert (row.later_date.isoformat(), row.later_number) == ("2016-09-13", 5)
    assert row.score < Decimal("0.95")
    assert ("2015-09-29", 4) not in points(corpus.ask("loops", as_of=AS_OF))
    assert ("2015-09-29", 4) in points(corpus.ask("loops", as_of=AS_OF, strict=True))
