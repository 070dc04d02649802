"""Sums of money and what each is for."""

import pytest


def sums(findings):
    return [(amount.value, amount.as_written, amount.label) for amount in findings.amounts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stien koster 3,3 mio. kr.", [("3300000", "3,3 mio. kr.", "Stien koster 3,3 mio. kr.")]),
        # nothing is no sum; nor is a table's unit
        ("Stien koster 0 kr.", []),
        ("Beløb i 1.000 kr.", []),
    ],
)
def test_in_sentences(said_by, text, expected):
    assert sums(said_by(f"Sagsfremstilling\n\n{text}")) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # the header names the currency
        (
            "Post\tKr.\nStien\t29.340,00\nBroen\t1.200",
            [("29340", "29.340,00", "Stien (Kr.)"), ("1200", "1.200", "Broen (Kr.)")],
        ),
        # the header names the thousands
        ("Post\t1.000 kr.\nStien\t450", [("450000", "450", "Stien (1.000 kr.)")]),
        # the line above does
        ("Beløb i 1.000 kr.\nPost\t2024\nStien\t450", [("450000", "450", "Stien (2024)")]),
        # the column is one of sums
        ("Post\tPris\nStien\t450", [("450", "450", "Stien (Pris)")]),
        # columns that count something else
        ("Post\tAntal\nStien\t450", []),
        ("Post\tÅrsværk\nStien\t4", []),
    ],
)
def test_in_tables(said_by, table, expected):
    assert sums(said_by(f"Økonomi\n\n{table}\n")) == expected


def test_a_sum_in_the_name_of_an_attachment_is_none(said_by):
    assert sums(said_by("Beslutning\n\nGodkendt.\n\nBilag\n\nTilbud på 500 kr.\n")) == []


@pytest.mark.parametrize(
    ("caption", "table", "expected"),
    [
        # bare thousands are sums under the caption
        ("Økonomi", "Post\t2024\nStien\t450.000", [("450000", "450.000", "Stien (2024)")]),
        ("Sagsfremstilling", "Post\t2024\nStien\t450.000", []),
        # ... or where a row's label names the currency
        (
            "Sagsfremstilling",
            "Post\t2024\nStien, kr.\t450.000\nBroen, kr.\t29.340",
            [("450000", "450.000", "Stien, kr. (2024)"), ("29340", "29.340", "Broen, kr. (2024)")],
        ),
        # whatever is written in another way is counted, not paid
        ("Økonomi", "Post\t2024\nStien\t450", []),
        ("Økonomi", "Post\tAntal\nStien\t450.000", []),
        ("Økonomi", "Post\t2024\nStien\t0", []),
    ],
)
def test_bare_thousands(said_by, caption, table, expected):
    assert sums(said_by(f"{caption}\n\n{table}\n")) == expected
