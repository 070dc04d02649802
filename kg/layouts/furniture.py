"""Running headers and footers that a conversion left in the text: blanked, so that they stand in no sentence.

A page's furniture is known by a line that counts the pages (*Side 3 af 12*) and by lines that come again beside it.
"""

import re
from collections import Counter

from kg.danish.lines import Line, split_lines

_COUNTS = re.compile(
    r"(?P<beside>\S.{0,90}(?:\t|\s{3}|\|))?\W*(?:side|page|s\.)\s*:?\s*(?P<page>\d{1,4})(?:\s*(?:af|/|of)\s*\d{1,4})?\W*$",
    re.IGNORECASE,
)
# What a page of a web site offers to do, on a line of its own: saved or copied with the text.
_BUTTONS = re.compile(
    r"""(?im)^[ \t\xa0•·*-]{0,12}(?:(?:tilbage\ )?til\ (?:sidens\ )?top(?:pen)?|(?:tilbage\ )?til\ indholdsfortegnelsen?
      |udskriv(?:\ (?:hele\ )?(?:dagsord[e]?nen|referatet|siden|punktet))?|se\ alle\ bilag
      |(?:skip|spring|gå)\ til\ (?:hoved\ ?)?indhold(?:et)?
      |print(?:\ (?:siden|punktet))?|hent\ som\ (?:pdf|fil):?
      |kopier\ link(?:\ til\ punktet)?(?:[ \t]{0,9}[-–|][ \t]{0,9}print)?
      |fold\ alle\ (?:ud|punkter))[ \t\xa0]{0,12}$""",
    re.VERBOSE,
)
_REACH = 5  # lines of furniture above and below the page's number
_LEAST = 3  # pages that must show the same
_SHARE = 0.6
_DIGITS = re.compile(r"\d+")


def blank_buttons(plain: str) -> str:
    """`plain` at the same length with the lines blanked that are a page's buttons: *Til toppen*, *Udskriv*."""
    return _BUTTONS.sub(lambda found: " " * len(found[0]), plain)


def blank_furniture(plain: str) -> str:
    """`plain` at the same length with the furniture of all pages but the first blanked."""
    if not re.search(r"(?i)\bside\b|\bpage\b|\bs\. ?\d", plain):
        return plain
    lines = split_lines(plain)
    counted = _counted(lines)
    rising = [pair for before, pair in zip([(0, 0), *counted], counted, strict=False) if pair[1] > before[1]]
    if len(rising) < _LEAST:
        return plain
    pieces, done = [], 0
    for line in _furniture(lines, [index for index, _ in rising]):
        pieces += [plain[done : line.start], " " * (line.end - line.start)]
        done = line.end
    return "".join([*pieces, plain[done:]])


def _counted(lines: list[Line]) -> list[tuple[int, int]]:
    """The lines that count pages, each with its number: of those with words beside the number, the commonest alone."""
    found = [(index, match) for index, line in enumerate(lines) if (match := _COUNTS.match(line.text))]
    beside = Counter(_DIGITS.sub("0", match["beside"] or "") for _, match in found)
    usual = {"", *(words for words, _ in beside.most_common(1))}
    return [(index, int(match["page"])) for index, match in found if _DIGITS.sub("0", match["beside"] or "") in usual]


def _furniture(lines: list[Line], anchors: list[int]) -> list[Line]:
    """The lines to blank: beside most anchors stands the same line at the same distance, whatever its digits."""
    kept = {0}
    for step in (-1, 1):
        for distance in range(1, _REACH + 1):
            place = step * distance
            shapes = Counter(_shape(lines, anchor + place) for anchor in anchors)
            shape, count = shapes.most_common(1)[0]
            if not shape:
                continue
            if count < max(_LEAST, len(anchors) * _SHARE):
                break
            kept.add(place)
    common = {
        place: Counter(_shape(lines, anchor + place) for anchor in anchors).most_common(1)[0][0] for place in kept
    }
    found = {
        anchor + place
        for anchor in anchors[1:]
        for place in kept
        if place == 0 or _shape(lines, anchor + place) == common[place]
    }
    return [lines[index] for index in sorted(found)]


def _shape(lines: list[Line], index: int) -> str:
    return _DIGITS.sub("0", lines[index].text.strip()) if 0 <= index < len(lines) else ""
