"""Sorted Turtle and TriG for people: one subject a paragraph, its type first, vocabulary terms by their prefix.

Works on the tokens of N-Triples, which are already escaped as Turtle wants them, so that most of the work is sorting.
"""

import re
from collections.abc import Iterable, Iterator

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

_LESS_THAN, _QUOTE = b'<"'

Names = dict[bytes, bytes]  # how each IRI met so far is written


def turtle(statements: Iterable[bytes]) -> bytes:
    """Turtle of N-Triples statements (`<s> <p> "o"`, no final dot), in any order, each written once.

    Subjects, predicates and objects come in the order of their bytes, `a` first. Only vocabulary terms are abbreviated,
    and only to names that need no escape; the header declares those that are used.
    """
    names: Names = {}
    body = b"\n".join(_paragraphs(sorted(set(statements)), names))
    return _header(names) + body


def trig(statements: Iterable[bytes]) -> bytes:
    """TriG of N-Quads statements (`<s> <p> "o" <g>`, no final dot): the graphs in order, each as `turtle` would write
    it.
    """
    names: Names = {}
    graphs: dict[bytes, list[bytes]] = {}
    for statement in sorted(set(statements)):
        triple, _, graph = statement.rpartition(b" ")
        graphs.setdefault(graph, []).append(triple)
    body = b"\n".join(_graph(name, graphs[name], names) for name in sorted(graphs))
    return _header(names) + body


def _graph(name: bytes, triples: list[bytes], names: Names) -> bytes:
    """One block, indented: a line break is always between tokens, for literals hold theirs escaped."""
    paragraphs = [b"  " + each.replace(b"\n  ", b"\n    ") for each in _paragraphs(triples, names)]
    return b"GRAPH " + name + b" {\n" + b"\n".join(paragraphs) + b"}\n"


def _paragraphs(triples: Iterable[bytes], names: Names) -> Iterator[bytes]:
    """A paragraph for each subject of sorted triples. One flat loop, because it runs for every triple of the graph."""
    subject = predicate = b""
    types: list[bytes] = []
    others: list[bytes] = []
    for triple in triples:
        new_subject, new_predicate, value = triple.split(b" ", 2)
        if new_subject != subject:
            if subject:
                yield _paragraph(subject, types, others, names)
            subject, predicate, types, others = new_subject, b"", [], []
        if value[0] == _LESS_THAN:
            written = names.get(value) or _name(value, names)
        else:
            written = value if value[-1] == _QUOTE else _literal(value, names)
        if new_predicate == _TYPE:
            types.append(written)
        elif new_predicate == predicate:
            others += (b", ", written)
        else:
            predicate = new_predicate
            others += (b" ;\n  ", names.get(predicate) or _name(predicate, names), b" ", written)
    if subject:
        yield _paragraph(subject, types, others, names)


def _paragraph(subject: bytes, types: list[bytes], others: list[bytes], names: Names) -> bytes:
    if types:
        return b"".join((_name(subject, names), b" a ", b", ".join(types), *others, b" .\n"))
    return b"".join((_name(subject, names), b" ", *others[1:], b" .\n"))


def _literal(token: bytes, names: Names) -> bytes:
    """A literal as Turtle writes it: numbers and truth bare where their form allows, datatypes by their prefix."""
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
    used = {name.partition(b":")[0].decode() for name in names.values() if name[0] not in b"<_"}
    lines = [f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in sorted(used)]
    return ("".join(lines) + "\n" if lines else "").encode()
