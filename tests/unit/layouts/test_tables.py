"""Tables of tab- or pipe-separated lines, and the lines that govern their rows."""

import pytest


@pytest.fixture
def rows_of(items_of):
    """The tables of a point as lists of rows of cells."""

    def read(text):
        (item,) = items_of(f"Punkt 1: Cykelstier\n\n{text}")
        return [[[cell.value for cell in row] for row in table.rows] for table in item.tables]

    return read


@pytest.mark.parametrize("line", ["April", "april 2024", "Maj:", "Faste punkter", "Gentages", "Hvert år i maj"])
def test_a_governing_line_is_a_row_of_its_own(rows_of, line):
    assert rows_of(f"Dato\tEmne\n{line}\n4.\tStien\n") == [[["Dato", "Emne"], [line], ["4.", "Stien"]]]


@pytest.mark.parametrize("line", ["Aprilvejr", "I april males broen.", "April 24", "Broen males.", "Faste. Punkter"])
def test_any_other_line_parts_two_tables(rows_of, line):
    assert rows_of(f"Dato\tEmne\n{line}\n4.\tStien\n") == [[["Dato", "Emne"]], [["4.", "Stien"]]]


def test_a_month_above_a_table_is_no_row(rows_of):
    assert rows_of("April\n4.\tStien\n") == [[["4.", "Stien"]]]


def test_blank_lines_part_nothing(rows_of):
    assert rows_of("Dato\tEmne\n\nApril\n\n4.\tStien\n") == [[["Dato", "Emne"], ["April"], ["4.", "Stien"]]]
