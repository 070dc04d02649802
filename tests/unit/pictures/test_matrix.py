"""The matrix: its numbers are those of `kg drives`, and its colours say how many."""

import pytest

from kg.api import open_graph
from kg.messages import speaker
from kg.pictures.items import Shown
from kg.pictures.matrix import level, matrix_page, matrix_title, matrix_view, ranges, read_matrix, steps
from kg.pictures.matrix.read import Counted, Matrix, Named
from kg.queries.ask import ask
from kg.queries.names import look_up
from kg.queries.question import shipped_question

DA, EN = speaker("da"), speaker("en")


def counted(matrix: Matrix) -> dict[tuple[str, str, int], int]:
    return {
        (matrix.rows[row].iri, matrix.columns[column].iri, year): count
        for (row, column, year), count in matrix.counts.items()
        if year
    }


def drives(graph, **given: str) -> dict[tuple[str, str, int], int]:
    answer = ask(graph, shipped_question("drives"), given)
    return {(row.unit_iri, row.theme_iri, row.year): row.items for row in answer}


def test_the_numbers_are_those_of_drives(asked) -> None:
    found = counted(read_matrix(asked, EN))
    assert len(found) > 30
    assert found == drives(asked)


def test_also_of_one_centre_one_theme_and_a_period(asked) -> None:
    unit, theme = look_up(asked, "agent", "CFE"), look_up(asked, "theme", "economy")
    assert counted(read_matrix(asked, EN, unit=unit)) == drives(asked, unit="CFE")
    assert counted(read_matrix(asked, EN, theme=theme)) == drives(asked, theme="economy")
    body = look_up(asked, "body", "Økonomiudvalget")
    assert counted(read_matrix(asked, EN, body=body)) == drives(asked, body="Økonomiudvalget")
    period = {"from": "2022-05", "to": "2023"}
    assert counted(read_matrix(asked, EN, since="2022-05", until="2023")) == drives(asked, **period)


def test_all_years_together_are_the_sum(asked) -> None:
    found = read_matrix(asked, EN)
    for (row, column, year), count in found.counts.items():
        if year == 0:
            assert count == sum(found.counts.get((row, column, each), 0) for each in found.years)


def test_a_total_counts_an_item_once(asked) -> None:
    found = read_matrix(asked, EN)
    cells = sum(count for (_, _, year), count in found.counts.items() if not year)
    assert found.row_total(0) <= sum(count for (row, _, year), count in found.counts.items() if not year and row == 0)
    assert len(found.items) < cells
    assert sum(found.column_total(place) for place in range(len(found.columns))) <= cells


def test_rows_and_columns_are_in_order_and_none_is_empty(asked) -> None:
    found = read_matrix(asked, DA)
    assert [each.label for each in found.rows] == sorted(each.label for each in found.rows)
    assert all(found.row_total(place) for place in range(len(found.rows)))
    assert all(found.column_total(place) for place in range(len(found.columns)))
    assert "økonomi" in [each.label for each in found.columns]
    assert matrix_title(found, DA) == "Hvem driver hvad"


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (0, []),
        (1, [(3, "1")]),
        (3, [(4, "1"), (5, "2"), (6, "3")]),
        (29, [(1, "1–2"), (2, "3"), (3, "4–5"), (4, "6–9"), (5, "10–17"), (6, "18–29")]),
    ],
)
def test_the_legend_covers_every_count_once(most: int, expected: list[tuple[int, str]]) -> None:
    assert ranges(steps(most)) == expected


@pytest.mark.parametrize("most", [1, 2, 6, 7, 100, 12_345])
def test_more_items_are_never_paler(most: int) -> None:
    found = steps(most)
    levels = [level(count, found) for count in range(most + 1)]
    assert levels == sorted(levels)
    assert levels[0] == 0
    assert all(1 <= each <= 6 for each in levels[1:])
    assert most == 1 or levels[-1] == 6


def test_every_number_is_written_in_its_cell(asked) -> None:
    found = read_matrix(asked, EN)
    html, data = matrix_view(found, EN)
    cells = [count for (_, _, year), count in found.counts.items() if not year]
    assert html.count('<td data-column="') - len(found.columns) == len(found.rows) * len(found.columns)
    assert sum(html.count(f'<button type="button">{count}</button>') for count in set(cells)) == len(cells)
    assert len(data["items"]) == len(found.items)
    assert " style=" not in html


def test_an_explorer_gets_links_and_a_file_none(asked) -> None:
    found = read_matrix(asked, EN)
    _, linked = matrix_view(found, EN, lambda iri: f"/of?{iri}")
    _, bare = matrix_view(found, EN)
    assert linked["items"][0]["shown"].href.startswith("/of?https://")
    assert {each["shown"].href for each in bare["items"]} == {""}


def test_no_items_are_one_sentence() -> None:
    html, _ = matrix_view(Matrix("", (), (), (), ()), EN)
    assert "No centre drives a theme here." in html
    assert "<table" not in html


@pytest.mark.parametrize("hostile", ["<script>x</script>", '"><img src=x onerror=y>', "\u202ehavn", "Å" * 10_000])
def test_hostile_words_are_words(hostile: str) -> None:
    item = Counted(Shown("2024-01-01", hostile, 1, hostile, words=hostile), 2024, (0,), (0,))
    page = matrix_page(Matrix("", (Named("x", hostile),), (Named("y", hostile),), (2024,), (item,)), EN)
    assert page.count("<script") == 2  # its data and its own
    assert "<img" not in page


def test_the_same_graph_gives_the_same_bytes(example_store) -> None:
    pages = set()
    for _ in range(2):
        with open_graph(example_store) as graph:
            pages.add(matrix_page(read_matrix(graph, EN), EN))
    assert len(pages) == 1
