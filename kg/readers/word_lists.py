"""The numbers that Word sets before paragraphs and does not write into them."""

import re
from typing import Any

import msgspec

from kg.readers.numbers import written
from kg.readers.word_styles import Styles, W, number_of, switch, value_of

_FORMS = {
    "decimalZero": "01",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_DEEPEST = 9


class _Level(msgspec.Struct, frozen=True):
    start: int
    form: str
    text: str
    keeps: bool  # does not begin again below a higher level
    digits: bool  # writes the numbers of all levels in digits
    style: str


class Lists:
    """The lists of one document; asking for a label counts, so labels are asked for once, in the order of the text."""

    def __init__(self, root: Any, styles: Styles) -> None:
        """`root` is the `w:numbering` element, None where the document has none."""
        self._kinds: dict[str, dict[int, _Level]] = {}
        self._linked: dict[str, str] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()
        self._styles = styles
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        for element in root.iterchildren(f"{W}abstractNum"):
            identifier = element.get(f"{W}abstractNumId", "")
            self._kinds[identifier] = dict(map(_level, element.iterchildren(f"{W}lvl")))
            link = value_of(element, "numStyleLink")
            if link:
                self._linked[identifier] = link
        for element in root.iterchildren(f"{W}num"):
            starts = {}
            for each in element.iterchildren(f"{W}lvlOverride"):
                start = number_of(each, "startOverride")
                if start is not None:
                    starts[int(each.get(f"{W}ilvl", "0")[:2])] = start
            self._lists[element.get(f"{W}numId", "")] = (value_of(element, "abstractNumId") or "", starts)

    def label(self, style: str, properties: Any) -> str:
        """What Word prints before a paragraph of `style` with `properties` of its own (`w:pPr`, or None).

        A space follows it: `3. `, `b) `, `- `. Empty where Word prints nothing.
        """
        own = None if properties is None else properties.find(f"{W}numPr")
        by_style, level_by_style = self._styles.in_list(style)
        identifier = value_of(own, "numId") or by_style
        if not identifier or identifier not in self._lists:
            return ""
        kind, starts = self._lists[identifier]
        levels = self._levels(kind)
        level = number_of(own, "ilvl")
        if level is None:
            level = next((place for place, each in levels.items() if each.style == style), level_by_style or 0)
        if level not in levels or level >= _DEEPEST:
            return ""
        self._count(kind, levels, level, self._restart(identifier, level, starts))
        return self._written(kind, levels, level)

    def _levels(self, kind: str) -> dict[int, _Level]:
        """The levels of a list; those of the list that a style stands for where it only names that style."""
        for _ in range(3):
            if self._kinds.get(kind) or kind not in self._linked:
                break
            linked, _ = self._styles.in_list(self._linked[kind])
            kind = self._lists.get(linked or "", ("", {}))[0]
        return self._kinds.get(kind, {})

    def _restart(self, identifier: str, level: int, starts: dict[int, int]) -> int | None:
        if level not in starts or (identifier, level) in self._restarted:
            return None
        self._restarted.add((identifier, level))
        return starts[level]

    def _count(self, kind: str, levels: dict[int, _Level], level: int, restart: int | None) -> None:
        counts = self._counts.setdefault(kind, {})
        if restart is not None:
            counts[level] = restart
        else:
            counts[level] = counts[level] + 1 if level in counts else levels[level].start
        for deeper in [each for each in counts if each > level]:
            if not levels[deeper].keeps:
                del counts[deeper]

    def _written(self, kind: str, levels: dict[int, _Level], level: int) -> str:
        this, counts = levels[level], self._counts[kind]
        if this.form == "bullet":
            return "- "

        def number(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            if place not in levels:
                return ""
            form = "1" if this.digits else levels[place].form
            return written(counts.get(place, levels[place].start), form) if form != "none" else ""

        text = re.sub(r"%([1-9])", number, this.text).strip()
        return f"{text} " if text else ""


def _level(element: Any) -> tuple[int, _Level]:
    place = element.get(f"{W}ilvl", "0")
    form = value_of(element, "numFmt") or "decimal"
    start = number_of(element, "start")
    hidden = switch(element.find(f"{W}rPr"), "vanish")
    return int(place) if place.isdecimal() else 0, _Level(
        1 if start is None else start,
        form if form in {"bullet", "none"} else _FORMS.get(form, "1"),
        "" if hidden else value_of(element, "lvlText") or "",
        value_of(element, "lvlRestart") == "0",
        bool(switch(element, "isLgl")),
        value_of(element, "pStyle") or "",
    )
