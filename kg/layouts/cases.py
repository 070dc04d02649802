"""The case number of a point: under its heading, behind a label, or in brackets after its title."""

import re
from collections.abc import Sequence

from kg.danish.case_numbers import find_case_numbers, match_case_number, match_label
from kg.layouts.draft import Draft, piece
from kg.model.source import Text

_LINES = 12  # with words, below the heading, in which a label may stand
_BARE_LINES = 3  # in which a number may stand alone
_LONG = 100
_WIDE = 300
_SHORT = 40
_NEAR = 20  # letters in which the colon of a line of labels stands
_WORD = re.compile(r"(?<![\w.-])[^\W\d]")  # where a label may begin: "J.nr.: 00.01.00A00 Sag: 12/301"
_BRACKETS = re.compile(
    r"\s*[(\[]\s*(?:sag(?:s?(?:nr|id|nummer))?\.?\s*:?\s*)?(?P<number>[^()\[\]\s]{4,30})\s*[)\]]\s*$", re.I
)


def read_case(draft: Draft, first: int, last: int, patterns: tuple[re.Pattern[str], ...]) -> tuple[Text | None, int]:
    """The case number in the lines under a heading, and the line after which the point's own text begins.

    `patterns` are those of the authority's profile. A number without a label stands alone on one of the first lines;
    behind a label it may stand lower, in the same line, its next cell or the next line.
    """
    seen = 0
    for index in range(first, last):
        line = draft.lines[index]
        if not line.text.strip():
            continue
        found = _labelled(draft, index, last, patterns)
        if found:
            return found[0], found[1] if seen < _BARE_LINES else first
        if seen < _BARE_LINES:
            bare = _number(line.text, len(line.text) - len(line.text.lstrip(" \t|")), patterns, labelled=False)
            if bare and not line.text[bare[1] :].strip(" \t|"):
                return piece(draft.plain, line.start + bare[0], line.start + bare[1]), index + 1
        seen += 1
        if seen == _LINES or len(line.text) > _LONG:
            break
    return _on_a_line_of_its_own(draft, first, last, patterns), first


def cases_above(
    draft: Draft, headings: Sequence[tuple[int, int]], patterns: tuple[re.Pattern[str], ...]
) -> list[tuple[Text, int] | None]:
    """For each heading (its line, the line after it) the case number that stands alone right above it, and that line;
    none where a template sets it elsewhere: it must be so above the first heading and above most.
    """
    ends = [0, *(end for _, end in headings)]
    found = [_right_above(draft, line, end, patterns) for (line, _), end in zip(headings, ends, strict=False)]
    is_template = bool(found) and found[0] is not None and sum(map(bool, found)) * 2 > len(found)
    return found if is_template else [None] * len(found)


def _right_above(
    draft: Draft, heading: int, first: int, patterns: tuple[re.Pattern[str], ...]
) -> tuple[Text, int] | None:
    for index in range(heading - 1, max(first, heading - _BARE_LINES) - 1, -1):
        text = draft.lines[index].text
        if text.strip():
            return _alone(draft, index, patterns) if len(text) < _SHORT else None
    return None


def _alone(draft: Draft, index: int, patterns: tuple[re.Pattern[str], ...]) -> tuple[Text, int] | None:
    """The case number on line `index`, which has nothing beside it but its label."""
    line = draft.lines[index]
    bare = _number(line.text, len(line.text) - len(line.text.lstrip()), patterns, labelled=False)
    if bare and not line.text[bare[1] :].strip():
        return piece(draft.plain, line.start + bare[0], line.start + bare[1]), index
    labelled = match_label(line.text.strip()) is not None and _labelled(draft, index, index + 1, patterns)
    if labelled and not draft.plain[labelled[0].end : line.end].strip():
        return labelled[0], index
    return None


def _on_a_line_of_its_own(draft: Draft, first: int, last: int, patterns: tuple[re.Pattern[str], ...]) -> Text | None:
    """A label with its number that stand far down, and with nothing beside them: some templates end a point so."""
    for index in range(first, last):
        text = draft.lines[index].text
        if len(text) < _SHORT and match_label(text.strip()) is not None:
            found = _labelled(draft, index, last, patterns)
            if found and not draft.plain[found[0].end : draft.lines[found[1] - 1].end].strip():
                return found[0]
    return None


def _labelled(draft: Draft, index: int, last: int, patterns: tuple[re.Pattern[str], ...]) -> tuple[Text, int] | None:
    line = draft.lines[index]
    text = line.text[:_WIDE]
    words = list(_WORD.finditer(text))[: None if ":" in text[:_NEAR] else 1]
    labels = [end for word in words if (end := match_label(text, word.start())) is not None]
    for value in labels:
        found = _number(text, value, patterns, labelled=True)
        if found:
            return piece(draft.plain, line.start + found[0], line.start + found[1]), index + 1
    if not labels or text[labels[-1] :].strip(" \t|"):
        return None
    for below in range(index + 1, min(index + 3, last)):
        text = draft.lines[below].text
        if text.strip():
            found = _number(text, len(text) - len(text.lstrip()), patterns, labelled=True)
            if found and not text[found[1] :].strip():
                start = draft.lines[below].start
                return piece(draft.plain, start + found[0], start + found[1]), below + 1
            return None
    return None


def _number(text: str, start: int, patterns: tuple[re.Pattern[str], ...], *, labelled: bool) -> tuple[int, int] | None:
    """The range of the number that begins at `start`, by a profile's grammar or the common ones."""
    for pattern in patterns:
        own = pattern.match(text, start)
        if own:
            return own.start(), own.end()
    found = match_case_number(text, start, labelled=labelled)
    return (found.start, found.end) if found else None


def case_in_title(draft: Draft, title: Text) -> tuple[Text, Text] | None:
    """The title without the case number in brackets at its end, and that number."""
    text = draft.plain[title.start : title.end]
    found = _BRACKETS.search(text)
    if not found or not found.start():
        return None
    numbers = find_case_numbers(text, *found.span("number"))
    if len(numbers) != 1 or numbers[0].value != found["number"]:
        return None
    number = numbers[0]
    bare = piece(draft.plain, title.start, title.start + found.start())
    return bare, Text(number.value, title.start + number.start, title.start + number.end)
