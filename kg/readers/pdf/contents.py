"""Lists of contents: a page's number that stands beside the first line of a title, while the title goes on below it."""

import re

import msgspec

from kg.readers.pdf.lines import Line

_ROW = re.compile(r"(?P<words>(?:(?!\t)[\W\d_])*+[^\W\d_][^\t]*+)\t(?P<number>\d{1,4})")
_NUMBERED = re.compile(r"\W*(?:(?:punkt|pkt\.?|sag|bilag)\s*)?\d{1,3}[a-z]?[.:)\s]", re.IGNORECASE)
_LEAST_ROWS = 3  # of a list
_FULL = 0.8  # of the longest line: a title that goes on fills its first


class Printed(msgspec.Struct):
    """A line of the text. `apart` says that something parts it from the line before."""

    text: str
    page: int
    apart: bool
    line: Line


def numbers_last(printed: list[Printed]) -> list[Printed]:
    """The lines, where a list of contents has titles over two lines with the number behind the second."""
    rows = [_ROW.fullmatch(each.text) for each in printed]
    counts: dict[int, int] = {}
    longest: dict[int, float] = {}
    for each, row in zip(printed, rows, strict=True):
        if row:
            counts[each.page] = counts.get(each.page, 0) + 1
            longest[each.page] = max(longest.get(each.page, 0.0), each.line.cells[0].right)
    for place, row in enumerate(rows[:-1]):
        first, second = printed[place], printed[place + 1]
        if (
            row
            and counts[first.page] >= _LEAST_ROWS
            and first.line.cells[0].right > _FULL * longest[first.page]
            and _goes_on(first, second)
            and (place + 2 == len(rows) or rows[place + 2] or printed[place + 2].apart)
        ):
            first.text, second.text = row["words"], f"{second.text}\t{row['number']}"
    return printed


def _goes_on(first: Printed, second: Printed) -> bool:
    return (
        first.page == second.page
        and not second.apart
        and "\t" not in second.text
        and not _NUMBERED.match(second.text)
        and second.line.left > first.line.left - 1
        and abs(second.line.size - first.line.size) < 0.5
        and second.line.bold == first.line.bold
    )
