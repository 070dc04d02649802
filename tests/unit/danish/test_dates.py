"""Dates in Danish: a text and the day of the meeting in, the dates out."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.danish.dates import Found, find_dates

ANCHOR = datetime.date(2021, 9, 14)

MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
SHORT = "jan. febr. mar. apr. maj jun. jul. aug. sept. okt. nov. dec.".split()


def said(text: str, anchor: datetime.date = ANCHOR) -> list[tuple[str, str, str]]:
    return [(text[one.start : one.end], one.iso, one.rule) for one in find_dates(text, anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mødet den 20. oktober 2020 om", ("20. oktober 2020", "2020-10-20", "day")),
        ("den 4. OKTOBER 2020", ("4. OKTOBER 2020", "2020-10-04", "day")),
        ("d. 4.oktober, 2020", ("4.oktober, 2020", "2020-10-04", "day")),
        ("Forum 28 august", ("28 august", "2021-08-28", "day-inferred")),
        ("den 20.\noktober 2020", ("20.\noktober 2020", "2020-10-20", "day")),
        ("REFERAT d. 27-09-2020", ("27-09-2020", "2020-09-27", "numeric")),
        ("(27.09.2020)", ("27.09.2020", "2020-09-27", "numeric")),
        ("1/9-2020", ("1/9-2020", "2020-09-01", "numeric")),
        ("1/9 2020", ("1/9 2020", "2020-09-01", "numeric")),
        ("1/9/2020", ("1/9/2020", "2020-09-01", "numeric")),
        ("1/9-20", ("1/9-20", "2020-09-01", "numeric")),
        ("01.09.20", ("01.09.20", "2020-09-01", "numeric")),
        ("2020-09-27", ("2020-09-27", "2020-09-27", "iso")),
        ("den 3. november.", ("3. november", "2021-11-03", "day-inferred")),
        ("(5. nov.).", ("5. nov.", "2021-11-05", "day-inferred")),
        ("den 27.9", ("27.9", "2021-09-27", "day-month")),
        ("pr. den 1.10. i år", ("1.10", "2021-10-01", "day-month")),
        ("senest 1/10", ("1/10", "2021-10-01", "day-month")),
        ("udvalgsmødet 27.9 om", ("27.9", "2021-09-27", "day-month")),
        ("i juni 2019", ("juni 2019", "2019-06", "month")),
        ("maj 2020", ("maj 2020", "2020-05", "month")),
        ("Jan. 2022", ("Jan. 2022", "2022-01", "month")),
        ("i juni otte forslag", ("juni", "2021-06", "month-inferred")),
        ("til oktober", ("oktober", "2021-10", "month-inferred")),
        ("i 2012", ("2012", "2012", "year")),
        ("siden 2012,", ("2012", "2012", "year")),
        ("i forårs 2012", None),
        # the subject that a case number begins with
        ("01.02.05-P16-8-16", None),
        ("01.02.05P16-0008", None),
    ],
)
def test_one_date(text: str, expected: tuple[str, str, str] | None) -> None:
    assert said(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("medio 2011", ("medio 2011", "2011", "year")),
        ("ultimo 2015", ("ultimo 2015", "2015", "year")),
        ("med udgangen af 2018", ("2018", "2018", "year")),
        ("primo marts 2014", ("primo marts 2014", "2014-03", "month")),
        ("medio\naugust 2011", ("medio\naugust 2011", "2011-08", "month")),
        ("ultimo august", ("ultimo august", "2021-08", "month-inferred")),
        ("i foråret 2020", ("foråret 2020", "2020", "season")),
        ("efteråret 2015", ("efteråret 2015", "2015", "season")),
        ("i efteråret", ("efteråret", "2021", "season")),
        ("1. halvår 2020", ("1. halvår 2020", "2020", "half-year")),
        ("i 2. kvartal 2017", ("2. kvartal 2017", "2017", "quarter")),
        ("i uge 43", ("uge 43", "2021-10", "week")),
        ("uge 2, 2020", ("uge 2, 2020", "2020-01", "week")),
    ],
)
def test_vague_dates_say_so(text: str, expected: tuple[str, str, str]) -> None:
    assert said(text) == [expected]
    assert find_dates(text, ANCHOR)[0].vague


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22.-23. august 2019", [("22.-23. august 2019", "2019-08-22"), ("23. august 2019", "2019-08-23")]),
        ("17-18. november", [("17-18. november", "2021-11-17"), ("18. november", "2021-11-18")]),
        ("28. august til 2. september", [("28. august", "2021-08-28"), ("2. september", "2021-09-02")]),
        ("28. december - 3. januar 2020", [("28. december", "2019-12-28"), ("3. januar 2020", "2020-01-03")]),
        (
            "fra den 28. december 2018 til den 3. januar",
            [("28. december 2018", "2018-12-28"), ("3. januar", "2019-01-03")],
        ),
        ("01-09-2020 til 03-09-2020", [("01-09-2020", "2020-09-01"), ("03-09-2020", "2020-09-03")]),
        ("fra september til november 2020", [("september", "2020-09"), ("november 2020", "2020-11")]),
        ("juli 2019 – juni 2020", [("juli 2019", "2019-07"), ("juni 2020", "2020-06")]),
        ("April-juni 2018", [("April-juni 2018", "2018-04"), ("juni 2018", "2018-06")]),
    ],
)
def test_the_second_end_of_a_range_is_a_range_end(text: str, expected: list[tuple[str, str]]) -> None:
    assert [one[:2] for one in said(text)] == expected
    assert [one.rule == "range-end" for one in find_dates(text, ANCHOR)] == [False, True]


def test_days_that_share_a_month_are_no_range() -> None:
    assert [(iso, rule) for _, iso, rule in said("6., 13. og 20. oktober 2020")] == [
        ("2020-10-06", "day"),
        ("2020-10-13", "day"),
        ("2020-10-20", "day"),
    ]
    assert [iso for _, iso, _ in said("mellem den 3. og den 5. maj 2020")] == ["2020-05-03", "2020-05-05"]


@pytest.mark.parametrize(
    "text",
    [
        "15/18107", "14/32918", "09/22035", "sag 12/3214", "1/9 til hver", "med 1/9 af", "14,7 mio.", "3.5", "27.9",
        "afsnit 3.5", "den 3.5 pct.", "§ 3", "pkt. 3", "43 59 10 00", "dok. 48935-15", "plan_051015.ppt", "2015/2016",
        "i 2015/2016", "i 2014-2017", "budget 2014-2017", "version 2.1.2", "kl. 10.00", "mødet 10.15",
        "31. februar 2020",
        "den 31-04-2020", "29. februar 2021", "den 0.5", "2012", "budget 2017", "punkt 4 møder", "i 2000 kr.",
        "20. decembermøder", "uge 54", "3. udgave", "6.\tMarts", "til Maj", "i alt 2012",
    ],
)  # fmt: skip
def test_no_dates(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "anchor", "iso"),
    [
        ("den 5. februar", "2020-02-10", "2020-02-05"),
        ("den 12. december", "2020-01-14", "2019-12-12"),
        ("den 12. januar", "2020-12-14", "2021-01-12"),
        ("jf. udvalgets sag 5. december", "2020-09-01", "2019-12-05"),
        ("(jf. BY-sag 5.12 om)", "2020-09-01", "2019-12-05"),
        ("Udvalget drøftede forslaget den 5. februar", "2020-09-01", "2020-02-05"),
        ("Næste møde holdes den 5. februar", "2020-09-01", "2021-02-05"),
        ("Sagen var god. Den 5. februar", "2020-09-01", "2021-02-05"),
        ("29. februar", "2021-03-01", "2020-02-29"),
        ("Udvalget har i marts besluttet", "2020-09-13", "2020-03"),
    ],
)
def test_a_missing_year_is_inferred(text: str, anchor: str, iso: str) -> None:
    assert [one.iso for one in find_dates(text, datetime.date.fromisoformat(anchor))] == [iso]


def test_only_the_given_stretch_is_searched_and_offsets_are_those_of_the_text() -> None:
    text = "den 1. maj 2020 og den 2. juni 2020 og i juli 2020"
    assert [text[one.start : one.end] for one in find_dates(text, ANCHOR, 15, 38)] == ["2. juni 2020"]


def test_dates_come_in_reading_order() -> None:
    text = "i marts, den 1. maj, i juni og 2. juli 2020, i foråret"
    assert [one.iso[5:7] for one in find_dates(text, ANCHOR)] == ["03", "05", "06", "07", ""]


WRITTEN = {
    "long": lambda d: f"{d.day}. {MONTHS[d.month - 1]} {d.year}",
    "upper": lambda d: f"{d.day}. {MONTHS[d.month - 1].upper()} {d.year}",
    "short": lambda d: f"{d.day}. {SHORT[d.month - 1]} {d.year}",
    "dashes": lambda d: f"{d:%d-%m-%Y}",
    "dots": lambda d: f"{d:%d.%m.%Y}",
    "single digits": lambda d: f"{d.day}.{d.month}.{d.year}",
    "slash dash": lambda d: f"{d.day}/{d.month}-{d.year}",
    "slash space": lambda d: f"{d.day}/{d.month} {d.year}",
    "slashes": lambda d: f"{d.day}/{d.month}/{d.year}",
    "iso": lambda d: d.isoformat(),
}
DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 12, 31))


@given(
    DAYS,
    st.sampled_from(sorted(WRITTEN)),
    st.sampled_from(["den ", "d. ", "(", "mødet ", "\t"]),
    st.sampled_from([".", ")", ", ", "\n"]),
)
def test_every_written_form_is_read_back(date: datetime.date, form: str, before: str, after: str) -> None:
    written = WRITTEN[form](date)
    text = before + written + after
    (found,) = find_dates(text, ANCHOR)
    assert (found.iso, found.precision) == (date.isoformat(), "day")
    assert text[found.start : found.end] == written


@given(DAYS, st.integers(-170, 170))
def test_a_day_without_a_year_is_the_nearest(anchor: datetime.date, distance: int) -> None:
    date = anchor + datetime.timedelta(days=distance)
    if (date.month, date.day) != (2, 29):
        assert [one.iso for one in find_dates(f"{date.day}. {MONTHS[date.month - 1]}", anchor)] == [date.isoformat()]


PIECES = st.sampled_from(
    [*MONTHS, *SHORT, "den", "d.", "i", "til", "-", "–", "og", "medio", "uge", "2016", "1", "12", "31.", "3.",
     "27.9", "14,7", "15/18107",
     "kr.", "\n", "\t", ".", ",", "/", "foråret", "1. halvår", "kl. 10.00", "\xa0", "jf.", "ikke"]
)  # fmt: skip


@given(st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join) | st.text())
def test_every_span_reads_as_a_date(text: str) -> None:
    found = find_dates(text, ANCHOR)
    assert found == sorted(found, key=lambda one: one.start)
    for one in found:
        assert isinstance(one, Found)
        written = text[one.start : one.end]
        assert written == written.strip()
        assert written
        assert re.fullmatch(
            {"day": r"\d{4}-\d\d-\d\d", "month": r"\d{4}-\d\d", "year": r"\d{4}"}[one.precision], one.iso
        )
        if one.precision == "day":
            assert str(int(one.iso[8:])) in written


def test_a_bulleted_list_of_dates_is_no_range() -> None:
    found = find_dates("- 9. april\n- 14. januar", datetime.date(2016, 3, 1))
    assert [(each.iso, each.rule) for each in found] == [("2016-04-09", "day-inferred"), ("2016-01-14", "day-inferred")]
