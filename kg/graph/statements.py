"""Statements as the store gives them back: lines of N-Triples or N-Quads, with the datatypes that the store lost put right.

Oxigraph keeps numbers by value. A whole number comes back as `xsd:integer` and a decimal without its point; the vocabulary
promises `xsd:nonNegativeInteger` for the offsets of evidence, and a decimal reads better as `1.0`.
"""

import re

_OFFSET = re.compile(
    rb'(<http://www\.w3\.org/ns/oa#(?:start|end)> "[0-9]+"\^\^<http://www\.w3\.org/2001/XMLSchema#)integer>'
)
_WHOLE_DECIMAL = re.compile(rb'( "-?[0-9]+)("\^\^<http://www\.w3\.org/2001/XMLSchema#decimal>)')


def statements(dump: bytes) -> list[bytes]:
    """The statements of an N-Triples or N-Quads dump, sorted, each once, without the final dot."""
    return sorted({line[:-2] for line in _restored(dump)})


def triples_of(quads: bytes) -> list[bytes]:
    """The triples of an N-Quads dump of named graphs, sorted, each once whatever graphs hold it, without the final dot."""
    return sorted({line[: line.rindex(b" <")] for line in _restored(quads)})


def _restored(dump: bytes) -> list[bytes]:
    text = _OFFSET.sub(rb"\1nonNegativeInteger>", dump)
    return _WHOLE_DECIMAL.sub(rb"\1.0\2", text).splitlines()
