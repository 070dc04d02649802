"""What the styles of an OpenDocument text say: bold, hidden, heading, and how the levels of a list are numbered."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import msgspec

from kg.readers.numbers import written

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DEEPEST = 20
_HEAVY = frozenset({"bold", "600", "700", "800", "900"})
_BULLET = "-"


class Level(msgspec.Struct, frozen=True):
    """How one level of a list is written; `form` is `-` for a bullet and empty where nothing is written."""

    form: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1

    def label(self, counts: list[int], levels: dict[int, "Level"]) -> str:
        """What stands before a point, with a space after it; `counts` are the numbers of the levels down to its own."""
        if not self.form:
            return ""
        if self.form == _BULLET:
            return f"{_BULLET} "
        deepest = len(counts)
        numbers = [
            written(counts[place - 1], levels[place].form if place in levels else "1")
            for place in range(max(1, deepest - self.shown + 1), deepest + 1)
            if place == deepest or levels.get(place, self).form not in {"", _BULLET}
        ]
        return f"{self.before}{'.'.join(numbers)}{self.after}".strip() + " "


class _Style(msgspec.Struct, frozen=True):
    parent: str = ""
    bold: bool | None = None
    hidden: bool | None = None
    in_list: str | None = None


class Styles:
    """The styles of a document by their names: those of `content.xml` and of `styles.xml`."""

    def __init__(self, *roots: Element) -> None:
        """`roots` are the roots of both."""
        self._known: dict[tuple[str, str], _Style] = {}
        self.lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        for root in roots:
            for element in root.iter():
                if element.tag == f"{STYLE}style":
                    key = (element.get(f"{STYLE}family", ""), element.get(f"{STYLE}name", ""))
                    self._known[key] = _style(element)
                elif element.tag == f"{TEXT}list-style":
                    self.lists[element.get(f"{STYLE}name", "")] = dict(_levels(element))
                elif element.tag == f"{TEXT}outline-style":
                    self.outline = dict(_levels(element))

    def _chain(self, family: str, name: str) -> list[_Style]:
        found: list[_Style] = []
        while (family, name) in self._known and len(found) < _DEEPEST:
            found.append(self._known[family, name])
            name = found[-1].parent
        return found

    def bold(self, family: str, name: str) -> bool | None:
        """Whether a style sets text in bold; None where it says nothing of it."""
        return next((each.bold for each in self._chain(family, name) if each.bold is not None), None)

    def hidden(self, family: str, name: str) -> bool:
        """Whether a style hides text."""
        return next((each.hidden for each in self._chain(family, name) if each.hidden is not None), False)

    def list_of(self, paragraph: str) -> str:
        """The list style that a style gives its paragraphs; empty for none."""
        return next((each.in_list for each in self._chain("paragraph", paragraph) if each.in_list is not None), "")


def _style(element: Element) -> _Style:
    properties = element.find(f"{STYLE}text-properties")
    weight = None if properties is None else properties.get(f"{_FO}font-weight")
    display = None if properties is None else properties.get(f"{TEXT}display")
    return _Style(
        element.get(f"{STYLE}parent-style-name", ""),
        None if weight is None else weight in _HEAVY,
        None if display is None else display == "none",
        element.get(f"{STYLE}list-style-name"),
    )


def _levels(element: Element) -> Iterator[tuple[int, Level]]:
    for each in element:
        bullet = each.tag == f"{TEXT}list-level-style-bullet"
        yield (
            count(each.get(f"{TEXT}level"), 10),
            Level(
                _BULLET if bullet else each.get(f"{STYLE}num-format", ""),
                each.get(f"{STYLE}num-prefix", ""),
                each.get(f"{STYLE}num-suffix", ""),
                count(each.get(f"{TEXT}start-value"), 10**9),
                count(each.get(f"{TEXT}display-levels"), 10),
            ),
        )


def count(said: str | None, most: int) -> int:
    """A number as an attribute says it: 1 where it says none, `most` at most."""
    return min(int(said[:9]), most) if said and said.isascii() and said.isdecimal() else 1
