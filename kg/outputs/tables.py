"""Answers as files: CSV, TSV, JSON, Markdown and Excel. No cell can begin a formula, whatever the minutes say."""

import csv
import datetime
import io
from collections.abc import Callable
from decimal import Decimal

import msgspec

from kg.model.said import Said
from kg.queries.answer import Answer, Page, as_text
from kg.queries.values import Cell

FORMS = ("csv", "tsv", "json", "md", "xlsx")
# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), also in its wide forms.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_LONGEST = 32_767  # characters in a cell of Excel
_SHEET = 31  # characters in the name of a sheet
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # the same answer gives the same bytes


def write_page(page: Page, form: str, language: str) -> bytes:
    """A page as one of `FORMS`. CSV and TSV have its first answer only, the columns by their names in the question;
    JSON, Markdown and Excel have all of them.
    """
    return _WRITERS[form](page, language)


def _delimited(page: Page, delimiter: str) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([column.name for column in page.main.columns])
    writer.writerows([[harmless(value) for value in row] for row in page.main.rows])
    return out.getvalue().encode()


def harmless(value: Cell) -> str | int | Decimal:
    """A cell that begins no formula: text that would gets an apostrophe before it. Numbers stay numbers."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return value
    text = ("true" if value else "false") if isinstance(value, bool) else as_text(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(page: Page, _: str) -> bytes:
    return _delimited(page, ",")


def _tsv(page: Page, _: str) -> bytes:
    return _delimited(page, "\t")


def _json(page: Page, language: str) -> bytes:
    whole = {
        "page": page.name,
        "title": _in(page.title, language),
        "answers": [_described(answer, language) for answer in page.answers],
    }
    encoded = msgspec.json.Encoder(decimal_format="number").encode(whole)
    return msgspec.json.format(encoded, indent=1) + b"\n"


def _described(answer: Answer, language: str) -> dict[str, object]:
    return {
        "name": answer.name,
        "title": _in(answer.title, language),
        "note": _in(answer.note, language),
        "columns": [
            {"name": column.name, "kind": column.kind, "label": _in(column.label, language)}
            for column in answer.columns
        ],
        "rows": answer.dicts(),
    }


def _markdown(page: Page, language: str) -> bytes:
    parts = [f"# {_plain(_in(page.title, language))}"]
    for answer in page.answers:
        parts.append(f"## {_plain(_in(answer.title, language))}")
        parts += [_in(answer.note, language)] if answer.note.da else []
        parts.append(_markdown_table(answer, language) if answer.rows else "–")
    return ("\n\n".join(parts) + "\n").encode()


def _markdown_table(answer: Answer, language: str) -> str:
    heads = [_plain(_in(column.label, language)) for column in answer.shown]
    rows = [[_plain(as_text(value)) for value in row] for row in answer.cells(answer.shown)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows))


def _plain(text: str) -> str:
    """Text on one line, with nothing in it that Markdown or HTML would obey."""
    escaped = "".join(f"\\{each}" if each in "\\`*_[]#|~" else each for each in " ".join(text.split()))
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _xlsx(page: Page, language: str) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": _in(page.title, language), "created": _MADE.replace(tzinfo=None)})
        styles = {"head": book.add_format({"bold": True}), "date": book.add_format({"num_format": "yyyy-mm-dd"})}
        for answer in page.answers:
            sheet = book.add_worksheet(answer.name[:_SHEET])
            _fill(sheet, answer, styles, language)
    return out.getvalue()


def _fill(sheet: "object", answer: Answer, styles: dict[str, object], language: str) -> None:
    """One answer on one sheet: dates are dates, numbers numbers, and everything else is text and nothing but text."""
    write = sheet.write_string, sheet.write_datetime, sheet.write_number  # type: ignore[attr-defined]
    for place, column in enumerate(answer.columns):
        write[0](0, place, _in(column.label, language), styles["head"])
    for number, row in enumerate(answer.rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, datetime.date):
                write[1](number, place, datetime.datetime(value.year, value.month, value.day), styles["date"])  # noqa: DTZ001 - Excel knows no zones
            elif isinstance(value, int | Decimal) and not isinstance(value, bool):
                write[2](number, place, value)
            elif value not in (None, ()):
                write[0](number, place, as_text(value)[:_LONGEST])
    sheet.freeze_panes(1, 0)  # type: ignore[attr-defined]
    sheet.autofilter(0, 0, max(len(answer.rows), 1), len(answer.columns) - 1)  # type: ignore[attr-defined]


def _in(said: Said, language: str) -> str:
    return said.da if language == "da" else said.en


_WRITERS: dict[str, Callable[[Page, str], bytes]] = {
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "md": _markdown,
    "xlsx": _xlsx,
}
