"""FirstAgenda's publication pages: known by what their parts are called, since each authority has its own skin."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from kg.danish.dates import find_dates, parse_time
from kg.readers.export import Export, ExportedPoint, Field, check_points
from kg.readers.page import is_apart
from kg.readers.tree import write_tree

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from kg.readers.writer import Writer

_ANY_DAY = datetime.date(2000, 1, 1)
_POINTS = (
    ".punktrow",
    "[id^=punktrow]",
    ".dagsordenpunkt",
    ".dagsordens-punkt",
    ".agenda-item",
    ".agendaitem",
    ".agenda-point",
    ".punkt-row",
)
_TITLE = ".overskrift, .punkt-titel, .punkttitel, [id^=overskrift]"
_HEAD = ".udvalg, .dato, .dagsordeninfo, h1"
_TITLES = (".overskrift", ".punkt-titel", ".punkttitel", ".titel", ".title", "h1", "h2", "h3", "h4")
_NUMBERS = (".punktnummer", ".punkt-nummer", ".punktnr", ".agenda-item-number", ".number", ".nummer", ".label")
_CASES = (".sagsnummer", ".sagsnr", ".sags-nummer", ".case-number", ".casenumber")
_BODIES = (".details", ".punkt", "#sagsfremstillingContainer", ".punkt-indhold", ".content", ".agenda-item-content")
_ATTACHMENTS = ".bilag-link, a[data-type=bilag], .bilag a, .enclosure a, a[href*='/bilag/']"
_LABEL = re.compile(r"(?:punkt|pkt\.?|sag)?\s*([\w.]{1,6}?)\s*[.:]?\s*$", re.I)
_IN_TITLE = re.compile(r"\s*(?:punkt|pkt\.?)?\s*(\d{1,3}[a-zæøå]?)\s*[.:–-]\s+(?=\S)", re.I)
_KIND = re.compile(r"\b(referat|protokol|dagsorden)", re.I)
_AWAY = re.compile(r"\s*(?:afbud|fraværende|ikke til stede)\b[\s:]*", re.I)
_NAMES = re.compile(r"[,;\n]")


def read_publication(tree: "LexborHTMLParser") -> Export | None:
    """The meeting of a publication page; None where the page has not the parts of one."""
    if tree.body is None:
        return None
    rows = _rows(tree)
    check_points(len(rows))
    points = [point for row in rows if (point := _point(row)) is not None]
    body = _first(tree.body, (".udvalg", ".committee", ".udvalgsnavn"))
    date = _first(tree.body, (".dato", ".moededato", ".meeting-date", "time[datetime]"))
    if not points or not (body or date):
        return None
    day, time = _moment(tree)
    return Export(
        body=body,
        date=day,
        time=time,
        place=_first(tree.body, (".sted:not(.sted-container)", ".sted", ".moedested", ".meeting-place")),
        title=_title(tree.body),
        people=list(_people(tree)),
        points=points,
    )


def _rows(tree: "LexborHTMLParser") -> list["LexborNode"]:
    """The elements that hold a point each: of the first kind of which there are any with a heading."""
    for selector in _POINTS:
        found = _all(tree.body, selector)
        known = {row.mem_id for row in found}
        outer = [row for row in found if not any(each.mem_id in known for each in _around(row))]
        rows = [row for row in outer if row.css_first(",".join(_TITLES)) is not None]
        if rows:
            return rows
    return _rows_around(_all(tree.body, _TITLE), _all(tree.body, _HEAD))


def _all(node: "LexborNode | None", selector: str) -> list["LexborNode"]:
    """The elements that a selector finds, each once: one that two of its parts fit comes twice."""
    return list({each.mem_id: each for each in node.css(selector)}.values()) if node is not None else []


def _rows_around(titles: list["LexborNode"], head: list["LexborNode"]) -> list["LexborNode"]:
    """For each title the largest element with it and no other, short of what holds the page's own head."""
    check_points(len(titles))
    known = {title.mem_id for title in titles}
    shared = Counter(each.mem_id for title in titles for each in _around(title))
    shared.update(2 * [each.mem_id for node in head if node.mem_id not in known for each in _around(node)])
    return [[title, *takewhile(lambda each: shared[each.mem_id] == 1, _around(title))][-1] for title in titles]


def _around(node: "LexborNode") -> Iterator["LexborNode"]:
    """The elements around a node, the nearest first, within the body."""
    parent = node.parent
    while parent is not None and parent.tag not in {"body", "main", "html"}:
        yield parent
        parent = parent.parent


def _words(node: "LexborNode | None") -> str:
    return " ".join(node.text(separator=" ").split()) if node is not None else ""


def _first(node: "LexborNode", selectors: tuple[str, ...]) -> str:
    """The words of the first element that has any, by the first selector that finds one."""
    for selector in selectors:
        for found in node.css(selector):
            if text := _words(found):
                return text
    return ""


def _moment(tree: "LexborHTMLParser") -> tuple[str, str]:
    for node in tree.css(".dato, .moededato, .meeting-date, .tid, .tidspunkt, time, h1"):
        text = _words(node)
        day = next((found.iso for found in find_dates(text, _ANY_DAY) if found.precision == "day"), "")
        if day:
            return day, parse_time(text) or ""
    return "", ""


def _title(body: "LexborNode") -> str:
    """What the page calls itself: minutes or an agenda. Many pages say the one and are the other."""
    found = _KIND.search(_first(body, ("h1.dato", "h1", ".title", "h2")))
    return found[1].capitalize() if found else ""


def _people(tree: "LexborHTMLParser") -> Iterator[tuple[str, str]]:
    for selector, role in ((".deltagere", "member"), (".afbud", "absentee"), (".fravaerende", "absentee")):
        for node in tree.css(selector):
            for line in _NAMES.split(node.text(separator="\n")):
                away = _AWAY.match(line)
                name = line[away.end() :].strip() if away else line.strip()
                if name:
                    yield "absentee" if away else role, " ".join(name.split())


def _point(row: "LexborNode") -> ExportedPoint | None:
    title = _first(row, _TITLES)
    if not title:
        return None
    label = _LABEL.match(_first(row, _NUMBERS))
    in_title = None if label else _IN_TITLE.match(title)
    body = next((found for selector in _BODIES if (found := row.css_first(selector)) is not None), None)
    return ExportedPoint(
        label=label[1] if label else in_title[1] if in_title else "",
        title=title[in_title.end() :] if in_title else title,
        case=_first(row, _CASES),
        fields=[Field("", lambda writer: _write_body(body, writer))] if body is not None else [],
        attachments=[_words(link) for link in _all(row, _ATTACHMENTS)],
    )


def _write_body(body: "LexborNode", writer: "Writer") -> None:
    """The text of a point, without what the parts of its own say: case number and attachments, with their caption."""
    known = {node.mem_id for node in body.css(",".join((*_CASES, ".overskrift", _ATTACHMENTS)))}
    known |= {each.mem_id for link in body.css(_ATTACHMENTS) if (each := _list_of(link)) is not None}

    def skips(node: "LexborNode", attributes: dict[str, str | None]) -> bool:
        if known and node.tag in {"h2", "h3", "h4"} and _words(node).rstrip(":").lower() == "bilag":
            return True
        return node.mem_id in known or is_apart(node, attributes) or "hidden" in attributes

    write_tree(body, writer, skips)


def _list_of(link: "LexborNode") -> "LexborNode | None":
    parent = link.parent
    while parent is not None and parent.tag in {"li", "span", "td", "tr"}:
        parent = parent.parent
    return parent if parent is not None and parent.tag in {"ul", "ol"} else None
