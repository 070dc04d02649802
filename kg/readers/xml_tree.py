"""XML of exporters: parsed without document types and entities, within bounds."""

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, TreeBuilder

from kg.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_ELEMENTS = 500_000
DEEPEST = 200
_ROOT = re.compile(
    rb"[\xef\xbb\xbf\xff\xfe\s]*(?:<(?:\?[^>]*|!--.{0,2000}?--|![^>\[]*(?:\[[^\]]*\])?\s*)>\s*)*<([\w.:-]+)", re.S
)
_DECLARED = re.compile(rb"[\xef\xbb\xbf\xff\xfe\s]*<\?xml\b")


def root_of(head: bytes) -> str:
    """The name of the root element of an XML file that begins with `head`, without its prefix; empty for none."""
    found = _ROOT.match(head.replace(b"\0", b""))
    return found[1].rpartition(b":")[2].decode("latin-1") if found else ""


def is_xml(head: bytes) -> bool:
    """Whether a file says that it is XML."""
    return bool(_DECLARED.match(head.replace(b"\0", b"")))


class _Bounded(TreeBuilder):
    """Builds the tree, and refuses one that is deeper or larger than an export of a meeting."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = self.count = 0

    def start(self, tag: str, attributes: "Mapping[str, str]", /) -> Element:
        self.depth += 1
        self.count += 1
        if self.depth > DEEPEST or self.count > MOST_ELEMENTS:
            raise UnreadableError("too-complex")
        return super().start(tag.rpartition("}")[2], dict(attributes))

    def end(self, tag: str, /) -> Element:
        self.depth -= 1
        return super().end(tag.rpartition("}")[2])


def parse_xml(data: bytes) -> Element:
    """The root of `data`, its names without namespaces.

    Raises `UnreadableError` for what is broken, nested or numerous without bounds, or declares types or entities.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    if not data.strip():
        raise UnreadableError("empty")
    parser = DefusedXMLParser(target=_Bounded(), forbid_dtd=True)
    try:
        parser.feed(data)
        root = parser.close()
    except DefusedXmlException as error:
        raise UnreadableError("xml-entities") from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableError("xml") from error
    if not isinstance(root, Element):
        raise UnreadableError("xml")
    return root


def unknown_xml(root: str) -> UnreadableError:
    """That XML with this root is of no exporter that is known."""
    return UnreadableError("xml-unknown", root[:40])


def text_at(element: Element | None, path: str) -> str:
    """The text of the first element at `path`, stripped; empty where there is none."""
    found = element.find(path) if element is not None else None
    return (found.text or "").strip() if found is not None else ""
