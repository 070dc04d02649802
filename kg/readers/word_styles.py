"""What the styles of a Word document say of a paragraph: heading, bold, hidden, its place in a numbered list."""

import re
from typing import Any

import msgspec

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off"})
_BODY_LEVEL = 9  # of `w:outlineLvl`, whose 0 is the first heading
_MOST_LEVELS = 6
_HEADING = re.compile(r"(?:heading|overskrift)\s*([1-9])", re.I)
_TITLE = re.compile(r"title|titel", re.I)
_DEEPEST = 20  # styles that build on styles


class Style(msgspec.Struct, frozen=True):
    """One style: None where it leaves a thing to the style that it is `based_on`."""

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    bold: bool | None = None
    hidden: bool | None = None


class Styles:
    """The styles of a document by their identifiers."""

    def __init__(self, root: Any) -> None:
        """`root` is the `w:styles` element, None where the document has none."""
        self._known: dict[str, Style] = {}
        self._chains: dict[str, list[Style]] = {}
        self.default = ""
        for element in () if root is None else root.iterchildren(f"{W}style"):
            identifier = element.get(f"{W}styleId", "")
            self._known[identifier] = _style(element)
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true", "on"}:
                self.default = identifier

    def chain(self, identifier: str) -> list[Style]:
        """A style and those that it builds on, itself first."""
        if identifier not in self._chains:
            found: list[Style] = []
            name = identifier
            while name in self._known and len(found) < _DEEPEST:
                found.append(self._known[name])
                name = found[-1].based_on
            self._chains[identifier] = found
        return self._chains[identifier]

    def level(self, identifier: str, properties: Any) -> int:
        """The heading level of a paragraph of a style with `properties` of its own (`w:pPr`, or None); 0 for none."""
        own = number_of(properties, "outlineLvl")
        chain = self.chain(identifier)
        outline = own if own is not None else next((each.outline for each in chain if each.outline is not None), None)
        if outline is not None:
            return min(outline + 1, _MOST_LEVELS) if outline < _BODY_LEVEL else 0
        for each in chain:
            found = _HEADING.fullmatch(each.name)
            if found:
                return min(int(found[1]), _MOST_LEVELS)
        return 1 if any(_TITLE.fullmatch(each.name) for each in chain) else 0

    def is_bold(self, *identifiers: str) -> bool:
        """Whether the first of the styles that says anything of it says that text is bold."""
        return next((each.bold for one in identifiers for each in self.chain(one) if each.bold is not None), False)

    def is_hidden(self, *identifiers: str) -> bool:
        """Whether the first of the styles that says anything of it says that text is hidden."""
        return next((each.hidden for one in identifiers for each in self.chain(one) if each.hidden is not None), False)

    def in_list(self, identifier: str) -> tuple[str | None, int | None]:
        """The list and the level in it that a style gives its paragraphs."""
        chain = self.chain(identifier)
        return (
            next((each.list_id for each in chain if each.list_id is not None), None),
            next((each.list_level for each in chain if each.list_level is not None), None),
        )


def _style(element: Any) -> Style:
    paragraph, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    in_list = None if paragraph is None else paragraph.find(f"{W}numPr")
    return Style(
        value_of(element, "name") or "",
        value_of(element, "basedOn") or "",
        number_of(paragraph, "outlineLvl"),
        value_of(in_list, "numId"),
        number_of(in_list, "ilvl"),
        switch(run, "b"),
        switch(run, "vanish"),
    )


def value_of(parent: Any, name: str) -> str | None:
    """The value of a property among the children of `parent` (or None); None where it is not given."""
    found = None if parent is None else parent.find(W + name)
    value = None if found is None else found.get(f"{W}val")
    return None if value is None else str(value)


def number_of(parent: Any, name: str) -> int | None:
    """The same as a number; None also where it is none."""
    value = value_of(parent, name)
    return int(value) if value is not None and re.fullmatch(r"\d{1,9}", value, re.ASCII) else None


def switch(properties: Any, name: str) -> bool | None:
    """Whether a property is on; None where nothing is said of it."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else found.get(f"{W}val", "1") not in _OFF
