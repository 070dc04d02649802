"""Sums in Danish: a text in, the sums in whole kroner out."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.danish.money import find_sums, header_unit, parse_cell


def said(text: str) -> list[tuple[str, str]]:
    return [(one.as_written, one.value) for one in find_sums(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3,3 mio. kr.", "3300000"),
        ("4 mio.kr.", "4000000"),
        ("14,7 mio.", "14700000"),
        ("3.5 mio. kr.", "3500000"),
        ("1,2 mia. kr.", "1200000000"),
        ("1,2 milliarder", "1200000000"),
        ("2 millioner kroner", "2000000"),
        ("450 t. kr.", "450000"),
        ("450 t.kr.", "450000"),
        ("450 tkr", "450000"),
        ("450.000 kr.", "450000"),
        ("450.000\nkr.", "450000"),
        ("450\xa0000 kr.", "450000"),
        ("25 000 kr.", "25000"),
        ("1 200 500 kr.", "1200500"),
        ("29.340,00 kr.", "29340"),
        ("14.635,74 kr", "14635.74"),
        ("kr. 29.340", "29340"),
        ("kr.500", "500"),
        ("kr. 1.200,-", "1200"),
        ("1.200,- kr.", "1200"),
        ("1.200,-", "1200"),
        ("10.000 kroner", "10000"),
        ("DKK 5.000", "5000"),
        ("kr. 2,5 mio.", "2500000"),
        ("mio. kr. 2,5", "2500000"),
        ("tkr. 450", "450000"),
        ("1.000 kr.", "1000"),
        ("0 kr.", "0"),
        ("-500.000 kr.", "-500000"),
        ("–500.000 kr.", "-500000"),
        ("÷ 500 t.kr.", "-500000"),
        ("-kr. 500", "-500"),
        ("to millioner kr.", "2000000"),
        ("tyve mio. kr.", "20000000"),
        ("halvanden million", "1500000"),
    ],
)
def test_a_whole_text_that_is_one_sum(text: str, value: str) -> None:
    assert said(text) == [(text, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("på 200 kr. pr. deltager", [("200 kr.", "200")]),
        ("10 kr/år", [("10 kr", "10")]),
        ("100.000-150.000 kr.", [("100.000", "100000"), ("150.000 kr.", "150000")]),
        ("fra 2 til 3 mio. kr.", [("2", "2000000"), ("3 mio. kr.", "3000000")]),
        ("mellem 2 og 3 mio. kr.", [("2", "2000000"), ("3 mio. kr.", "3000000")]),
        ("punkt 2 og 3 mio. kr.", [("3 mio. kr.", "3000000")]),
        ("3-4.000 kr.", [("3", "3000"), ("4.000 kr.", "4000")]),
        (
            "4 mio. kr. i 2013 stigende til 6 mio. kr. i 2014 og 2015",
            [("4 mio. kr.", "4000000"), ("6 mio. kr.", "6000000")],
        ),
        ("i 2013 til 5 mio. kr.", [("5 mio. kr.", "5000000")]),
        ("i 2016 kr. 500", [("kr. 500", "500")]),
        ("pkt. 3 - 500 kr.", [("500 kr.", "500")]),
        ("- 500 kr. til frugt", [("500 kr.", "500")]),
        ("250 kr. 250 kr. 500 kr.", [("250 kr.", "250"), ("250 kr.", "250"), ("500 kr.", "500")]),
        ("250 kr.\t0 kr.\t500 kr.", [("250 kr.", "250"), ("0 kr.", "0"), ("500 kr.", "500")]),
        ("1 mio. kr. og fire millioner", [("1 mio. kr.", "1000000"), ("fire millioner", "4000000")]),
        ("**135.556 kr.**", [("135.556 kr.", "135556")]),
    ],
)
def test_sums_in_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "85 %", "faldet 0,9 %", "side 12", "i 2016", "kr. 2016", "kr. 5 pct.", "15/18107", "27.09.2016", "3 kreds",
        "450 tons",
        "skr 5", "2 mio. borgere", "5 mio. euro", "2,5 mio. m2", "2 t.", "tre kroner", "mange millioner",
    ],
)  # fmt: skip
def test_no_sums(text: str) -> None:
    assert said(text) == []


def test_rules_tell_how_a_sum_is_written() -> None:
    text = "100-150 kr., 3 mio. kr. og to millioner"
    assert [one.rule for one in find_sums(text)] == ["range", "kroner", "scaled", "words"]


def test_only_the_given_stretch_is_searched() -> None:
    text = "100 kr., 200 kr., 300 kr. og to millioner"
    assert [text[one.start : one.end] for one in find_sums(text, 8, 17)] == ["200 kr."]
    assert [one.value for one in find_sums(text, 26)] == ["2000000"]


@pytest.mark.parametrize(
    ("cell", "unit", "value"),
    [
        ("100.000", 1, "100000"),
        ("1.692.500", 1, "1692500"),
        (" 350 ", 1000, "350000"),
        ("-1.250", 1, "-1250"),
        ("- 500", 1, "-500"),
        ("(1.250)", 1, "-1250"),
        ("29.340,00", 1, "29340"),
        ("1,5", 1_000_000, "1500000"),
        ("1 250", 1, "1250"),
        ("208.250 kr.", 1000, "208250"),
        ("kr. 100,-", 1000, "100"),
        ("2,5 mio.", 1, "2500000"),
        ("0", 1000, "0"),
        ("-0", 1, "0"),
        ("85 %", 1, None),
        ("10-20", 1, None),
        ("-", 1, None),
        ("", 1, None),
        ("ca. 100", 1, None),
    ],
)
def test_a_cell(cell: str, unit: int, value: str | None) -> None:
    assert parse_cell(cell, unit) == value


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        *[(header, 1) for header in ("Ansøgt beløb", "Udgift 2017", "Budget 2016", "kr.", "Sum", "Pris pr. deltager",
          "Tilskud",
          "Bevilling", "Refusion", "Forbrug", "Indtægter", "Samlet udgift", "Økonomisk ramme")],
        *[(header, 1000) for header in ("1.000 kr.", "t.kr.", "i hele 1.000 kr.", "Udgifter i tusinde", "1.000",
          "Anlæg (tkr.)")],
        ("mio. kr.", 1_000_000),
        ("Beløb (i mio.)", 1_000_000),
        ("mia. kr.", 1_000_000_000),
        *[(header, None) for header in ("Antal", "Procent", "År", "Deltagere", "Kapacitet", "Forbrug i %", "Projekt",
          "Program",
          "Budgetopfølgning", "Side 1.000", "")],
    ],
)  # fmt: skip
def test_header_unit(header: str, unit: int | None) -> None:
    assert header_unit(header) == unit


def danish(number: Decimal, decimals: int) -> str:
    return f"{number:,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["{} kr.", "kr. {}", "{} kroner", "DKK {}", "{} kr"]))
def test_every_sum_is_read_back(number: Decimal, form: str) -> None:
    written = form.format(danish(number, 2))
    text = f"Der søges {written} til drift"
    (found,) = find_sums(text)
    assert Decimal(found.value) == number
    assert text[found.start : found.end] == found.as_written == written
    assert parse_cell(written) == found.value


@given(
    st.integers(1, 9999),
    st.integers(0, 9),
    st.sampled_from([("mio. kr.", 10**6), ("mia. kr.", 10**9), ("t.kr.", 1000)]),
)
def test_every_scaled_sum_is_read_back(whole: int, tenth: int, unit: tuple[str, int]) -> None:
    (found,) = find_sums(f"({whole},{tenth} {unit[0]})")
    assert Decimal(found.value) == Decimal(f"{whole}.{tenth}") * unit[1]


PIECES = st.sampled_from(
    ["1", "25", "000", "3,3", "1.200", ",-", "kr.", "kr", "mio.", "t.", "DKK", "-", "÷", "–", " ", " ", "\n",
     "til", "to", "millioner",
     "2016", "%", ".", ",", "(", "i", "\xa0"]
)  # fmt: skip


@given(st.lists(PIECES).map("".join) | st.text())
def test_every_span_reads_as_written(text: str) -> None:
    found = find_sums(text)
    assert found == sorted(found, key=lambda one: one.start)
    for one in found:
        assert text[one.start : one.end] == one.as_written
        assert "E" not in f"{one.value}"
        assert str(Decimal(one.value) + 0) == one.value or "." in one.value
