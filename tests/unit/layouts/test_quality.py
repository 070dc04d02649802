"""What is odd about the shape of minutes, each with its line and what it is about."""

import pytest

from kg.layouts import parse
from kg.model.source import Source

HEAD = "REFERAT Vejudvalget d. 12-03-2024\n"


def problems(text):
    return [(one.message, one.line, one.values) for one in parse(Source("a.txt", "0", "text/plain", text))[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # neither a header nor points: no minutes at all, of which nothing more is said
        ("Tak for sidst.\n", [("no-minutes", 0, ())]),
        ("", [("no-minutes", 0, ())]),
        ("Punkt 1: Cykelstier\n", [("no-header", 1, ())]),
        (HEAD, [("no-points", 1, ())]),
    ],
)
def test_what_is_missing(text, expected):
    assert problems(text) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2, 3), []),
        # an extract may begin anywhere
        ((4, 5), []),
        ((1, 3), [("item-gap", 5, ("2",))]),
        ((1, 4), [("item-gap", 5, ("2",)), ("item-gap", 5, ("3",))]),
        ((1, 3, 5), [("item-gap", 5, ("2",)), ("item-gap", 7, ("4",))]),
    ],
)
def test_numbers_that_jump(numbers, expected):
    points = "\n".join(
        f"Punkt {number}: {title}\n" for number, title in zip(numbers, ("Stier", "Broer", "Salt"), strict=False)
    )
    assert problems(f"{HEAD}\n{points}") == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # 12 March 2024 was a Tuesday
        ("Referat fra Vejudvalget tirsdag den 12. marts 2024", []),
        ("Referat fra Vejudvalget onsdag den 12. marts 2024", [("weekday", 1, ("2024-03-12", "onsdag", "tirsdag"))]),
        ("Referat fra Vejudvalget mandag den 12. marts 2024", [("weekday", 1, ("2024-03-12", "mandag", "tirsdag"))]),
        (
            "REFERAT Vejudvalget d. 12-03-2024\n\nMødedato Fredag d. 12. marts 2024 kl. 9.30",
            [("weekday", 3, ("2024-03-12", "fredag", "tirsdag"))],
        ),
        (
            "\fReferat fra Vejudvalget onsdag den 12. marts 2024",
            [("weekday", 1, ("2024-03-12", "onsdag", "tirsdag"))],
        ),
        # a line that gives another date, and one that gives none
        ("REFERAT Vejudvalget d. 12-03-2024\n\nNæste møde: fredag den 5. april 2024", []),
        ("REFERAT Vejudvalget d. 12-03-2024\n\nKantinen har lukket om fredagen", []),
    ],
)
def test_a_weekday_that_the_date_was_not(lines, expected):
    assert problems(f"{lines}\n\nPunkt 1: Cykelstier\n") == expected


def test_a_weekday_in_a_point_is_not_the_header_s():
    assert problems(f"{HEAD}\nPunkt 1: Cykelstier\n\nMødet fredag den 12. marts 2024 var godt.\n") == []


def test_everything_that_is_odd_is_said():
    text = "Referat fra Vejudvalget onsdag den 12. marts 2024\n\nPunkt 1: Stier\n\nPunkt 3: Xq\ufffdzw\n"
    assert [message for message, _, _ in problems(text)] == ["item-gap", "weekday", "damaged-letters"]


@pytest.mark.parametrize(
    ("entries", "points", "expected"),
    [
        (("Stier", "Broer", "Salt"), ("Stier", "Broer", "Salt"), []),
        (("Stier", "Broer", "Salt"), ("Stier", "Salt"), [("contents-only", 5, ("Broer",))]),
        (("Stier", "Salt"), ("Stier", "Broer", "Salt"), [("not-in-contents", 10, ("Broer",))]),
        # each lacks what the other has, at different places
        (
            ("Stier", "Broer", "Salt"),
            ("Stier", "Salt", "Vejtræer"),
            [("contents-only", 5, ("Broer",)), ("not-in-contents", 13, ("Vejtræer",))],
        ),
        # spelled otherwise: case, damaged letters, cut off, words in another order, another wording at the same place
        (("Stier", "NYE BROER"), ("Stier", "Nye broer"), []),
        (("Stier", "Nye cykelstier i Ravnsø"), ("Stier", "Nye cykelst1er i Ravnsc"), []),
        (("Stier", "Nye cykelstier i Ravns…"), ("Stier", "Nye cykelstier i Ravnsø og langs åen"), []),
        (("Stier", "Budget 2031: broer"), ("Stier", "Broer - budget 2031"), []),
        (("Stier", "Broernes økonomi", "Salt"), ("Stier", "Økonomi for vore broer", "Salt"), []),
        # closed points are often in one of the two only, and are listed under another name
        (("Stier", "Lukket", "Salt"), ("Stier", "Salt"), []),
        (("Stier", "Salt"), ("Stier", "Lukket", "Salt"), []),
        (("Stier", "Personsag", "Salt"), ("Stier", "Lukket", "Salt"), []),
        # a list of something else, and one that is no list
        (("Stier", "Kort", "Tegning", "Tabel"), ("Stier", "Broer"), []),
        (("Stier",), ("Stier", "Broer"), []),
        # one name twice
        (("Stier", "Stier"), ("Stier", "Stier"), []),
        (("Stier", "Broer", "Broer"), ("Stier", "Broer"), [("contents-only", 6, ("Broer",))]),
    ],
)
def test_the_contents_list_and_the_points(entries, points, expected):
    listed = "\n".join(f"{title}.....\t{page}" for page, title in enumerate(entries, 3))
    said = "\n".join(f"\nPunkt {number}: {title}" for number, title in enumerate(points, 1))
    assert problems(f"{HEAD}\nIndhold\n{listed}\n\n{said}\n") == expected
