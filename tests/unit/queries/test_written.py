"""Numbers as people read them."""

from kg.model.said import Said
from kg.queries.answer import Answer, row_type
from kg.queries.question import Column
from kg.queries.written import as_written


class Labelled:
    """A graph of two items, of which the second has a label."""

    def __init__(self) -> None:
        self.kept = {"labels of items": {"m/item/4": "2.1"}}


def answer(**cells):
    columns = tuple(
        Column(name, "iri" if "/" in str(value) else "number", Said("", "")) for name, value in cells.items()
    )
    return Answer("x", Said("", ""), columns, (row_type("x", columns)(*cells.values()),), ((),))


def test_an_item_with_a_label_is_called_by_it():
    (row,) = as_written(Labelled(), answer(number=4, item="m/item/4", later_number=5, later="m/item/5")).rows
    assert (row.number, row.later_number) == ("2.1", 5)


def test_what_is_of_no_item_stays():
    assert as_written(Labelled(), answer(number=4)) == answer(number=4)
