"""Sorted Turtle and TriG for people: one subject a paragraph, its type first, vocabulary terms by their prefix.

Works on the tokens of N-Triples, which are already escaped as Turtle wants them, so that most of the work is sorting.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from kg.graph.prefixes import PREFIXES, XSD

_TYPE = b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LOCAL = re.compile(rb"[A-Za-z][A-Za-z0-9_-]*")
# what Turtle lets stand without quotes, by datatype
_BARE = {
    f"<{XSD}integer>".encode(): re.compile(rb"[+-]?[0-9]+"),
    f"<{XSD}decimal>".encode(): re.compile(rb"[+-]?[0-9]*\.[0-9]+"),
    f"<{XSD}boolean>".encode(): re.compile(rb"true|false"),
}
_NAMESPACES = {b"<" + namespace.encode(): prefix.encode() for prefix, namespace in PREFIXES.items()}

Triple = tuple[bytes, bytes, bytes]
Names = dict[bytes, bytes]  # how each IRI met so far is written


def turtle(statements: Iterable[bytes]) -> bytes:
    """Turtle of N-Triples statements (`<s> <p> "o"`, no final dot), in any order, each written once.

    Subjects, predicates and objects come in the order of their bytes, `a` first. Only vocabulary namespaces are abbreviated,
    and only to names that need no escape; the header declares those that are used.
    """
    names: Names = {}
    body = b"\n".join(_paragraph(subject, triples, b"", names) for subject, triples in _subjects(statements))
    return _header(names) + body


def trig(statements: Iterable[bytes]) -> bytes:
    """TriG of N-Quads statements (`<s> <p> "o" <g>`, no final dot): the graphs in order, each as `turtle` would write it."""
    split = (statement.rpartition(b" ") for statement in sorted(set(statements)))
    graphs: dict[bytes, list[bytes]] = {}
    for triple, _, graph in split:
        graphs.setdefault(graph, []).append(triple)
    names: Names = {}
    body = b"\n".join(_graph(name, graphs[name], names) for name in sorted(graphs))
    return _header(names) + body


def _graph(name: bytes, statements: list[bytes], names: Names) -> bytes:
    paragraphs = b"\n".join(_paragraph(subject, triples, b"  ", names) for subject, triples in _subjects(statements))
    return b"GRAPH " + name + b" {\n" + paragraphs + b"}\n"


def _subjects(statements: Iterable[bytes]) -> Iterator[tuple[bytes, list[Triple]]]:
    triples = {_split(statement) for statement in statements}
    for subject, group in groupby(sorted(triples), key=itemgetter(0)):
        yield subject, list(group)


def _split(statement: bytes) -> Triple:
    subject, predicate, value = statement.split(b" ", 2)
    return subject, b"" if predicate == _TYPE else predicate, value  # an empty one sorts first


def _paragraph(subject: bytes, triples: list[Triple], margin: bytes, names: Names) -> bytes:
    lines = []
    for predicate, group in groupby(triples, key=itemgetter(1)):
        values = b", ".join([_value(value, names) for _, _, value in group])
        lines.append((_name(predicate, names) if predicate else b"a") + b" " + values)
    return margin + _name(subject, names) + b" " + (b" ;\n  " + margin).join(lines) + b" .\n"


def _value(token: bytes, names: Names) -> bytes:
    if token.startswith(b"<"):
        return _name(token, names)
    if not token.endswith(b">"):
        return token
    quoted, _, datatype = token.rpartition(b"^^")
    bare = _BARE.get(datatype)
    if bare and bare.fullmatch(quoted, 1, len(quoted) - 1):
        return quoted[1:-1]
    return quoted + b"^^" + _name(datatype, names)


def _name(token: bytes, names: Names) -> bytes:
    """`sag:item` for an IRI of a vocabulary, `<...>` for any other."""
    name = names.get(token)
    if name is None:
        name = names[token] = _abbreviated(token)
    return name


def _abbreviated(token: bytes) -> bytes:
    cut = max(token.rfind(b"#"), token.rfind(b"/")) + 1
    prefix = _NAMESPACES.get(token[:cut])
    if prefix is None or not _LOCAL.fullmatch(token, cut, len(token) - 1):
        return token
    return prefix + b":" + token[cut:-1]


def _header(names: Names) -> bytes:
    """The prefixes that were used."""
    used = {name.partition(b":")[0].decode() for name in names.values() if not name.startswith(b"<")}
    lines = [f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in sorted(used)]
    return ("".join(lines) + "\n" if lines else "").encode()
