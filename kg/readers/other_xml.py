"""XML of no exporter that is known: said, so that nobody takes its tags for minutes."""

from kg.readers.reader import Content, Reader
from kg.readers.xml_tree import is_xml, parse_xml, unknown_xml


def _read(data: bytes, _: str) -> Content:
    raise unknown_xml(parse_xml(data).tag)


OTHER_XML = Reader("xml", (".xml",), is_xml, _read)
