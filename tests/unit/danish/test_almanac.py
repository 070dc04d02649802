"""Cells of a calendar of work: months, weekdays, times of day and what comes again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.danish.almanac import find_times, is_recurrence, parse_month, parse_month_year, parse_time, weekday_of


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("kl. 10:00", "10:00"),
        ("kl. 9", "09:00"),
        ("Kl. 15.45 og frem", "15:45"),
        ("kl 10", "10:00"),
        ("kl.09.00", "09:00"),
        ("16:15", "16:15"),
        ("kl. 13.00-15.00", "13:00"),
        ("10.00", "10:00"),
        ("10.00 - 12.00", "10:00"),
        ("kl. 25", None),
        ("klub 9", None),
        ("1:1 strategi", None),
        ("12:30:10", None),
        ("12-03-2024 16:30:00", "16:30"),
        ("beløbet er 10.00", None),
        ("", None),
    ],
)
def test_time_of_day(text: str, time: str | None) -> None:
    assert parse_time(text) == time


def test_times_stand_where_they_say() -> None:
    text = "Mødet begynder kl. 9.30 og slutter 16:15"
    assert [(text[one.start : one.end], one.time) for one in find_times(text)] == [
        ("kl. 9.30", "09:30"),
        ("16:15", "16:15"),
    ]
    assert [one.time for one in find_times(text, 23)] == ["16:15"]


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from([":", "."]))
def test_every_time_is_read_back(hour: int, minute: int, mark: str) -> None:
    assert parse_time(f"Tirsdag kl. {hour}{mark}{minute:02} i salen") == f"{hour:02}:{minute:02}"


@pytest.mark.parametrize(
    ("cell", "months", "year"),
    [
        ("September", [9], None),
        ("August/sept.", [8, 9], None),
        ("Februar, maj, august, okt., november", [2, 5, 8, 10, 11], None),
        ("Marts og oktober", [3, 10], None),
        ("Januar 2016", [1], 2016),
        ("Nov./dec. 2016", [11, 12], 2016),
        ("Medio august", [8], None),
        ("Medio", [], None),
        ("20. oktober", [], None),
        ("Maj Hansen", [], None),
        ("2016", [], None),
        ("marts: status", [], None),
        ("", [], None),
    ],
)
def test_months_of_a_cell(cell: str, months: list[int], year: int | None) -> None:
    assert parse_month_year(cell) == (months, year)
    assert parse_month(cell) == months


@pytest.mark.parametrize(
    ("text", "weekday"), [("Tirsdag", 1), ("mandag d. 3. maj", 0), ("Søndag", 6), ("dag", None), ("tirsdagens", None)]
)
def test_weekday(text: str, weekday: int | None) -> None:
    assert weekday_of(text) == weekday


@pytest.mark.parametrize(
    "cell",
    [
        "Kvartalsvis", "(kvartalsvis)", "(2. uge månedligt)", "3. møde i hver mdr.", "Månedligt", "Årligt",
        "hvert halvår",
        "løbende", "to gange årligt", "Hver uge", "1 gang pr. kvartal", "Halvårligt", "Februar, maj, august",
        "Marts og oktober",
        "Kvartalsvis (jan, april, juli, okt.)",
    ],
)  # fmt: skip
def test_what_comes_again(cell: str) -> None:
    assert is_recurrence(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "September",
        "August/sept.",
        "20. oktober",
        "1. halvår 2016",
        "Jan, feb, mar 2016",
        "hver især",
        "Medio/ultimo",
        "",
    ],
)
def test_what_comes_once(cell: str) -> None:
    assert not is_recurrence(cell)
