"""Statements as the store gives them back: lines of N-Triples, with the datatypes that the store lost put right.

Oxigraph keeps numbers by value. A whole number comes back as `xsd:integer` and a decimal without its point; the
vocabulary promises `xsd:nonNegativeInteger` for the offsets of evidence, and a decimal reads better as `1.0`.
"""

import re

_OFFSET = re.compile(
    rb'(<http://www\.w3\.org/ns/oa#(?:start|end)> "[0-9]+"\^\^<http://www\.w3\.org/2001/XMLSchema#)integer>'
)
_WHOLE_DECIMAL = re.compile(rb'( "-?[0-9]+)("\^\^<http://www\.w3\.org/2001/XMLSchema#decimal>)')


def statements(dump: bytes) -> list[bytes]:
    """The statements of an N-Triples dump, sorted, each once, without the final dot."""
    text = _OFFSET.sub(rb"\1nonNegativeInteger>", dump)
    text = _WHOLE_DECIMAL.sub(rb"\1.0\2", text)
    return sorted({line[:-2] for line in text.splitlines()})
