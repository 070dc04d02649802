"""Answers as files: nothing in them begins a formula or is markup, and types stay what they are."""

import csv
import datetime
import io
import json
import re
import zipfile
from decimal import Decimal

import pytest

from kg.model.said import Said
from kg.outputs.tables import FORMS, write_page
from kg.queries.answer import Answer, Page, row_type
from kg.queries.question import Column

COLUMNS = (
    Column("title", "text", Said("titel", "title")),
    Column("date", "date", Said("dato", "date")),
    Column("days", "days", Said("dage", "days")),
    Column("score", "score", Said("sikkerhed", "certainty")),
    Column("outcomes", "list", Said("udfald", "outcome")),
    Column("closed", "flag", Said("lukket", "closed")),
    Column("item", "iri", Said("item", "item")),
)
ROW = ("Budget", datetime.date(2022, 3, 8), -14, Decimal("0.95"), ("drøftet", "udsat"), True, "https://a/b")
EMPTY = (None, None, None, None, (), False, None)
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0"]


def page_of(*rows: tuple, names: tuple[str, ...] = ("loops",), note: Said = Said("", "")) -> Page:  # noqa: B008 - frozen
    make = row_type("loops", COLUMNS)
    made = tuple(make(*row) for row in rows)
    answers = tuple(
        Answer(name, Said("Åbne <løkker>", "Open <loops>"), COLUMNS, made, ((),) * len(made), note=note)
        for name in names
    )
    return Page("loops", Said("Løkker", "Loops"), answers)


def titled(*titles: str) -> Page:
    return page_of(*((title, *ROW[1:]) for title in titles))


def table(body: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode(), newline=""), delimiter=delimiter))


def sheets(body: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        return {name: parts.read(name).decode() for name in parts.namelist()}


# --- CSV and TSV


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_types_in_delimited_text(form: str, delimiter: str) -> None:
    rows = table(write_page(page_of(ROW, EMPTY), form, "da"), delimiter)
    assert rows == [
        ["title", "date", "days", "score", "outcomes", "closed", "item"],
        ["Budget", "2022-03-08", "-14", "0.95", "drøftet; udsat", "true", "https://a/b"],
        ["", "", "", "", "", "false", ""],
    ]


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_begins_a_formula(form: str, delimiter: str, text: str) -> None:
    rows = table(write_page(titled(text), form, "en"), delimiter)
    assert rows[1][0] == f"'{text}"


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
@pytest.mark.parametrize("text", ["a=1", "1-2", 'say "ja"', "a,b;c\td", "linje\nlinje", "'x", "Ærø"])
def test_other_text_stays_as_it_is(form: str, delimiter: str, text: str) -> None:
    assert table(write_page(titled(text), form, "en"), delimiter)[1][0] == text


def test_a_list_whose_first_begins_a_formula() -> None:
    page = page_of((*ROW[:4], ("=1", "b"), *ROW[5:]))
    assert table(write_page(page, "csv", "en"), ",")[1][4] == "'=1; b"


def test_delimited_text_has_the_first_answer_only() -> None:
    assert write_page(page_of(ROW, names=("loops", "tasks")), "csv", "en") == write_page(page_of(ROW), "csv", "en")


# --- JSON


def test_json_has_every_answer_with_its_columns_and_typed_rows() -> None:
    note = Said("Pr. i dag.", "As of today.")
    made = json.loads(write_page(page_of(ROW, EMPTY, names=("loops", "tasks"), note=note), "json", "da"))
    assert (made["page"], made["title"]) == ("loops", "Løkker")
    assert [answer["name"] for answer in made["answers"]] == ["loops", "tasks"]
    answer = made["answers"][0]
    assert answer["note"] == "Pr. i dag."
    assert answer["columns"][1] == {"name": "date", "kind": "date", "label": "dato"}
    assert answer["rows"][0] == {
        "title": "Budget",
        "date": "2022-03-08",
        "days": -14,
        "score": 0.95,
        "outcomes": ["drøftet", "udsat"],
        "closed": True,
        "item": "https://a/b",
    }
    assert answer["rows"][1]["title"] is None


@pytest.mark.parametrize("text", [*DANGEROUS, '"}]', "</script>", "\u2028\x01"])
def test_json_says_the_text_as_it_is(text: str) -> None:
    assert json.loads(write_page(titled(text), "json", "en"))["answers"][0]["rows"][0]["title"] == text


# --- Markdown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a|b", r"a\|b"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("&lt;", "&amp;lt;"),
        ("*b* _i_ `c`", r"\*b\* \_i\_ \`c\`"),
        ("[x](http://a)", r"\[x\](http://a)"),
        ("\\|", r"\\\|"),
        ("# x\n# y", r"\# x \# y"),
    ],
)
def test_what_markdown_or_html_would_obey_is_escaped(text: str, expected: str) -> None:
    lines = write_page(titled(text), "md", "en").decode().splitlines()
    assert lines[-1].startswith(f"| {expected} | 2022-03-08 | -14 | 0.95 | drøftet; udsat | ✓ |")


def test_markdown_has_titles_notes_and_no_iris() -> None:
    text = write_page(page_of(ROW, note=Said("Pr. i dag.", "As of today.")), "md", "en").decode()
    assert text.splitlines()[:7] == [
        "# Loops",
        "",
        "## Open &lt;loops&gt;",
        "",
        "As of today.",
        "",
        "| title | date | days | certainty | outcome | closed |",
    ]
    assert "https://a/b" not in text
    assert write_page(page_of(), "md", "da").decode().endswith("## Åbne &lt;løkker&gt;\n\n–\n")


# --- Excel


@pytest.mark.parametrize("text", [*DANGEROUS, "{=1}", "https://a/b", "mailto:a@b", "0123", "<f>1</f>"])
def test_a_sheet_has_no_formula_and_no_link(text: str) -> None:
    parts = sheets(write_page(titled(text), "xlsx", "en"))
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert not re.search(r"<f[ >/]", sheet)
    assert "hyperlink" not in sheet
    assert re.search(r'<c r="A2"[^>]* t="s">', sheet)  # a text, and nothing but a text
    assert not any("externalLink" in name for name in parts)


def test_dates_and_numbers_are_numbers() -> None:
    sheet = sheets(write_page(page_of(ROW, EMPTY), "xlsx", "da"))["xl/worksheets/sheet1.xml"]
    values = dict(re.findall(r'<c r="([A-Z]\d)"[^>]*><v>([^<]*)</v>', sheet))
    day = (datetime.date(2022, 3, 8) - datetime.date(1899, 12, 30)).days
    assert (values["B2"], values["C2"], values["D2"]) == (str(day), "-14", "0.95")
    assert {"A3", "B3", "C3", "D3", "E3", "G3"}.isdisjoint(values)


def test_every_answer_has_a_sheet_whose_name_excel_takes() -> None:
    parts = sheets(write_page(page_of(ROW, names=("loops", "a-name-that-is-longer-than-excel-takes")), "xlsx", "en"))
    assert re.findall(r'<sheet name="([^"]*)"', parts["xl/workbook.xml"]) == [
        "loops",
        "a-name-that-is-longer-than-exce",
    ]


def test_a_cell_that_is_longer_than_excel_takes_is_cut() -> None:
    parts = sheets(write_page(titled("x" * 40_000), "xlsx", "en"))
    assert "x" * 32_767 in parts["xl/sharedStrings.xml"]
    assert "x" * 32_768 not in parts["xl/sharedStrings.xml"]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_answer_gives_the_same_bytes(form: str) -> None:
    page = page_of(ROW, EMPTY, names=("loops", "tasks"))
    assert write_page(page, form, "da") == write_page(page, form, "da")
    assert write_page(page_of(), form, "da")


def test_a_workbook_does_not_say_when_it_was_made() -> None:
    core = sheets(write_page(page_of(ROW), "xlsx", "da"))["docProps/core.xml"]
    assert set(re.findall(r"\d{4}-\d\d-\d\d", core)) == {"2000-01-01"}
