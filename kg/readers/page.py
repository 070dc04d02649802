"""Any page of a web site: what stands in it beside the site's navigation, search, cookies and footers."""

import re
from typing import TYPE_CHECKING

from kg.readers.tree import Skips, is_hidden, write_tree
from kg.readers.writer import Writer

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_ROLES = frozenset("navigation search banner contentinfo menu menubar dialog alertdialog tooltip".split())
_TAGS = frozenset({"nav", "footer"})
_APART = re.compile(
    r"""(?:^|[\s_-])(?:cookie[\w-]*|consent[\w-]*|cybotcookie\w*|coi-banner|cc-(?:window|banner|overlay)
      |gdpr[\w-]*|(?:bread)?crumbs?|broedkrummer?|skip-?(?:to|link)[\w-]*
      |site-?(?:footer|nav)|page-?footer|main-?(?:menu|nav)[\w-]*|nav(?:bar|igation)?|share-?(?:buttons|links)?
      |social-?(?:media|links|icons|share|sharing)|some-?links|sr-only|visually-hidden|element-invisible|screen-reader[\w-]*|print-?link|dropdown-menu
      |pagination|pager|back-?to-?top|til-?toppen|readspeaker[\w-]*|language-?switcher|newsletter)(?:$|[\s_])""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAST = 200  # letters of what is called the main part of a page, to be believed
_OPENER_KEYS = ("aria-controls", "data-target", "data-bs-target")
_OPENERS = ",".join(f"[{key}]" for key in _OPENER_KEYS)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_POINT = re.compile(r"(?:(?:punkt|pkt\.?|sag)\s*)?\d{1,3}\s*[.:–-]?\s*[^\W\d]", re.I)
_SHORTEST = 4
_CAPTIONED = "h2,h3,h4,h5,h6,strong,b,dt,th"
_CAPTIONS = re.compile(r"(?:beslutning|indstilling|sagsfremstilling|resum[eé]|baggrund|beslutningstema)\b", re.I)
_TITLE_PARTS = re.compile(r"\s+[|»·]\s+")


def write_page(tree: "LexborHTMLParser", writer: Writer) -> None:
    """Write what a reader of the page came for."""
    root = main_part(tree)
    if root is None:
        return
    if root.css_first("h1") is None:
        _write_title(tree, writer)
    write_tree(root, writer, skipping(tree))


def skipping(tree: "LexborHTMLParser") -> Skips:
    """What of a page is passed over: what is the site's, and what is hidden for good."""
    opened, captioned = _opened(tree), _captioned(tree)
    return lambda node, attributes: (
        is_apart(node, attributes, captioned) or (is_hidden(attributes) and attributes.get("id") not in opened)
    )


def main_part(tree: "LexborHTMLParser") -> "LexborNode | None":
    """The element with the page's content: its one main part where that is more than a frame, else the body."""
    for selector in ("main", "[role=main]"):
        found = tree.css(selector)
        if len(found) == 1 and len(found[0].text(strip=True)) >= _LEAST:
            return found[0]
    return tree.body


def _opened(tree: "LexborHTMLParser") -> frozenset[str]:
    """The ids of what is folded away until a reader opens it: points of an agenda often are."""
    names = (
        name.strip().lstrip("#")
        for node in tree.css(_OPENERS)
        for key in _OPENER_KEYS
        for name in (node.attributes.get(key) or "").split()
    )
    return frozenset(name for name in names if name)


def is_apart(node: "LexborNode", attributes: dict[str, str | None], captioned: frozenset[str] = frozenset()) -> bool:
    """Whether an element is the site's and not the page's. What holds the page's main part or first heading is not."""
    if node.tag in {"html", "body", "main", "article"}:
        return False
    if node.tag == "button" or attributes.get("role") == "button":
        return not _opens_point(node, attributes, captioned)
    if node.tag not in _TAGS and attributes.get("role") not in _ROLES:
        named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if not named.strip() or not _APART.search(named):
            return False
    return node.css_first("main,article,h1") is None


def _opens_point(node: "LexborNode", attributes: dict[str, str | None], captioned: frozenset[str]) -> bool:
    """Whether a button is a heading that unfolds its section: round a heading, all of one, numbered as a point, or what
    it unfolds is of the `captioned` parts.
    """
    words, around = node.text(strip=True), node.parent
    if node.css_first("h1,h2,h3,h4,h5,h6") is not None:
        return True
    if around is not None and around.tag in _HEADINGS and around.text(strip=True) == words:
        return True
    names = {name.lstrip("#") for key in _OPENER_KEYS for name in (attributes.get(key) or "").split()}
    return bool(names) and (bool(_POINT.match(words)) or (len(words) > _SHORTEST and bool(names & captioned)))


def _captioned(tree: "LexborHTMLParser") -> frozenset[str]:
    """The ids of what holds a template's caption (*Beslutning*) as a heading: what unfolds it is a point's title."""
    found: set[str] = set()
    seen: set[int] = set()
    for part in tree.css(_CAPTIONED):
        node: LexborNode | None = part if _CAPTIONS.match(part.text(strip=True)) else None
        while node is not None and node.mem_id not in seen:
            seen.add(node.mem_id)
            found.add(node.attributes.get("id") or "")
            node = node.parent
    return frozenset(found - {""})


def _write_title(tree: "LexborHTMLParser", writer: Writer) -> None:
    """The title of a page without a first heading, without the site's name after it."""
    title = tree.css_first("h1") or tree.css_first("title")
    text = _TITLE_PARTS.split(title.text())[0] if title is not None else ""
    opened = writer.begin()
    writer.words(text)
    writer.end(opened, "heading", "1")
    writer.new_paragraph()
