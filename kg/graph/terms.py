"""Terms as N-Triples writes them: the form in which triples travel from facts to store and from store to files."""

import re
from functools import lru_cache

from kg.graph.prefixes import full_iri
from kg.model.fact import Literal

# RFC 3987: whatever may not stand in an IRI (beyond the basic plane nothing is worth the rare ranges), or a % that
# starts no
# escape
_ILLEGAL_IN_IRI = re.compile(
    r"[^!#-;=?-Z_a-z~\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]|%(?![0-9A-Fa-f]{2})",
)
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_NEEDS_ESCAPE = re.compile(r'[\\"\n\r\t]')


@lru_cache(maxsize=1 << 16)
def iri_token(term: str) -> str:
    """`<...>` for a CURIE or a full IRI; characters that no IRI may hold are percent-encoded."""
    iri = full_iri(term)
    return f"<{_ILLEGAL_IN_IRI.sub(_percent, iri)}>"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def literal_token(literal: Literal) -> str:
    """The quoted and escaped value, with its language or datatype where it is not plain text."""
    value = literal.value
    quoted = f'"{value.translate(_ESCAPES)}"' if _NEEDS_ESCAPE.search(value) else f'"{value}"'
    if literal.language:
        return f"{quoted}@{literal.language}"
    return quoted if literal.datatype == "xsd:string" else f"{quoted}^^{iri_token(literal.datatype)}"


def decimal_token(number: float) -> str:
    """A number of at most three decimals as `xsd:decimal`."""
    digits = f"{number:.3f}".rstrip("0")
    return literal_token(Literal(digits + "0" if digits.endswith(".") else digits, "xsd:decimal"))


def object_token(value: str | Literal) -> str:
    """The token of a fact's object, be it a literal, a CURIE or an IRI."""
    return literal_token(value) if isinstance(value, Literal) else iri_token(value)
