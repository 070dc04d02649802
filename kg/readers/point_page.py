"""Pages of one point each: sites that give every point of an agenda its own address (`…/møde-22042021/punkt-10`)."""

import datetime
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kg.danish.dates import find_dates, parse_time
from kg.readers.export import Export, ExportedPoint, Field
from kg.readers.page import main_part, skipping
from kg.readers.tree import write_tree

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_ANY_DAY = datetime.date(2000, 1, 1)
_NUMBER = re.compile(r"/(?:dagsordens?)?(?:punkt|pkt|sag)(?:-nr)?[-_]?(\d{1,4}[a-z]?)(?:[/?#-]|$)", re.I)
_BODY = re.compile(
    r"\b\w*(?:udvalg(?:et)?|råd(?:et)?|repræsentation(?:en)?|bestyrelse(?:n)?|kredsen|magistrat(?:en)?|direktion(?:en)?)$",
    re.IGNORECASE,
)
_CAPTIONS = re.compile(r"(?:beslutning|indstilling|sagsfremstilling|resum[eé]|problemstilling|baggrund)\b", re.I)
_FIELD = re.compile(r"(?:møde)?(?P<name>dato|tid(?:spunkt)?|sted)\s*:\s*(?P<value>[^\n]{3,120})", re.I)
_IN_BRACKETS = re.compile(r"\s*\((?P<case>\d{4}-\d{4,7})\)\s*$")
_ATTACHMENTS = "[class*=bilag] a, [id*=bilag] a, [class*=attachment] a, [class*=enclosure] a"


def read_point_page(tree: "LexborHTMLParser") -> Export | None:
    """The meeting of a page with its one point; None where the page is not one, or does not say of which meeting."""
    number = _NUMBER.search(unquote(_address(tree)))
    titles = [title for title in tree.css("h1") if title.text(strip=True)]
    captions = any(_CAPTIONS.match(each.text(strip=True)) for each in tree.css("h2,h3,h4"))
    if number is None or len(titles) != 1 or not captions:
        return None
    fields = _fields(tree)
    date = next((each.iso for each in find_dates(fields.get("dato", ""), _ANY_DAY) if each.precision == "day"), "")
    body = _body(tree)
    if not date or not body:
        return None
    return Export(
        body=body,
        date=date,
        time=parse_time(fields.get("tid") or fields.get("tidspunkt") or fields["dato"]) or "",
        place=fields.get("sted", ""),
        title="Referat" if "/referat/" in _address(tree).lower() else "Møde",
        points=[_point(tree, titles[0], number[1])],
    )


def _address(tree: "LexborHTMLParser") -> str:
    """The page's own address, as its head says it."""
    for selector, name in (("link[rel=canonical]", "href"), ("meta[property='og:url']", "content")):
        node = tree.css_first(selector)
        if node is not None and node.attributes.get(name):
            return node.attributes[name] or ""
    return ""


def _fields(tree: "LexborHTMLParser") -> dict[str, str]:
    text = tree.body.text(separator="\n") if tree.body is not None else ""
    found: dict[str, str] = {}
    for each in _FIELD.finditer(text):
        found.setdefault(each["name"].lower(), " ".join(each["value"].split()))
    return found


def _body(tree: "LexborHTMLParser") -> str:
    """The body that the trail of the page's place names, or a heading above the point's."""
    for node in tree.css("[class*=breadcrumb] li, [class*=breadcrumb] a, nav li, nav a, h2, h3"):
        text = " ".join(node.text().split())
        if len(text) < 90 and _BODY.search(text):
            return text
    words = [each for each in unquote(_address(tree)).split("/") if "-" not in each and _BODY.search(each)]
    return words[0] if words else ""


def _point(tree: "LexborHTMLParser", title: "LexborNode", label: str) -> ExportedPoint:
    name = " ".join(title.text().split())
    case = _IN_BRACKETS.search(name)
    root, skips = main_part(tree), skipping(tree)
    links = {each.mem_id: each for each in root.css(_ATTACHMENTS)} if root is not None else {}

    def without(node: "LexborNode", attributes: dict[str, str | None]) -> bool:
        return node.mem_id == title.mem_id or node.mem_id in links or skips(node, attributes)

    return ExportedPoint(
        label=label,
        title=name[: case.start()] if case else name,
        case=case["case"] if case else "",
        fields=[Field("", lambda writer: write_tree(root, writer, without))] if root is not None else [],
        attachments=[" ".join(each.text().split()) for each in links.values()],
    )
