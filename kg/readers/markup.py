"""HTML parsed into a tree, unless it is nested or numerous beyond anything that a page is."""

import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.errors import UnreadableError

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_TAG = re.compile(r"<(?:(!--)|(/?)([a-zA-Z][a-zA-Z0-9-]{0,30}))")
# Tags without an end, and those that end by themselves where the next one begins.
_ENDLESS = frozenset(
    "area base br col embed hr img input link meta param source track wbr html head body p li dt dd tr td th thead "
    "tbody tfoot option optgroup colgroup rb rt rp".split()
)
_RAW = frozenset({"script", "style", "textarea", "title", "noscript", "template"})
_MOST_TAGS = 600_000
_DEEPEST = 1_000
_MOST_STEPS = 50_000_000  # a parser looks through the open elements at each tag


def parse_html(html: str) -> "LexborHTMLParser":
    """The tree of `html`. Raises `UnreadableError` where it would take a parser without bounds."""
    from selectolax.lexbor import LexborHTMLParser

    if html.count("<") > _MOST_TAGS or not _is_bounded(html):
        raise UnreadableError("too-complex")
    return LexborHTMLParser(html)


def _is_bounded(html: str) -> bool:
    """Whether no more elements stand open at a time than pages have, at one place and over the whole."""
    opened: Counter[str] = Counter()
    depth = steps = place = 0
    while found := _TAG.search(html, place):
        comment, ends, name = found.groups()
        name = (name or "").lower()
        place = _after(html, found, "-->" if comment else f"</{name}" if name in _RAW and not ends else "")
        if comment or name in _ENDLESS or name in _RAW:
            continue
        if not ends:
            opened[name] += 1
            depth += 1
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
        steps += depth
        if depth > _DEEPEST or steps > _MOST_STEPS:
            return False
    return True


def _after(html: str, found: re.Match[str], end: str) -> int:
    """Where the next tag may begin: after `end`, where what stands before it is no markup."""
    if not end:
        return found.end()
    stop = html.find(end, found.end())
    return stop + len(end) if stop >= 0 else len(html)
