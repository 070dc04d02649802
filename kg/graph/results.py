"""An answer in the standard formats: rows in those of SPARQL, or short for a terminal; triples in those of RDF."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

import msgspec

from kg.graph.prefixes import PREFIXES, full_iri, short_name
from kg.graph.rows import Iri, Rows, Term, shown, token
from kg.graph.turtle import turtle
from kg.model.fact import Literal

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPARQL_XML = "http://www.w3.org/2005/sparql-results#"


def write_rows(rows: Rows, form: str, *, asked: bool = False) -> bytes:
    """Rows as `csv`, `tsv`, `json` or `xml` (the W3C's SPARQL 1.1 result formats) or `table` (JSON rows of short
    strings).

    `asked` says that the rows are the answer to an ASK, which JSON and XML write in a form of its own.
    """
    if asked and form in ("json", "xml"):
        return _truth(rows, form)
    return ROW_WRITERS[form](rows)


def _csv(rows: Rows) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(rows.columns)
    writer.writerows([["" if term is None else term.value for term in row] for row in rows])
    return out.getvalue().encode()


def _tsv(rows: Rows) -> bytes:
    lines = ["\t".join(f"?{name}" for name in rows.columns)]
    lines += ["\t".join("" if term is None else token(term) for term in row) for row in rows]
    return "".join(line + "\n" for line in lines).encode()


def _json(rows: Rows) -> bytes:
    bindings = [
        {name: _json_term(term) for name, term in zip(rows.columns, row, strict=True) if term is not None}
        for row in rows
    ]
    return msgspec.json.encode({"head": {"vars": rows.columns}, "results": {"bindings": bindings}}) + b"\n"


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, Iri):
        blank = term.value.startswith("_:")
        return {"type": "bnode" if blank else "uri", "value": term.value.removeprefix("_:")}
    described = {"type": "literal", "value": term.value}
    if term.language:
        described["xml:lang"] = term.language
    elif term.datatype != "xsd:string":
        described["datatype"] = full_iri(term.datatype)
    return described


def read_rows(body: bytes) -> Rows:
    """The rows that the JSON form holds; an ASK is one column `answer`."""
    found = msgspec.json.decode(body)
    if "boolean" in found:
        return Rows(("answer",), ((Literal(str(found["boolean"]).lower(), "xsd:boolean"),),))
    columns = tuple(found["head"]["vars"])
    rows = tuple(
        tuple(_term(each[name]) if name in each else None for name in columns) for each in found["results"]["bindings"]
    )
    return Rows(columns, rows)


def _term(described: dict[str, str]) -> Term:
    if described["type"] != "literal":
        return Iri(described["value"] if described["type"] == "uri" else f"_:{described['value']}")
    if "xml:lang" in described:
        return Literal(described["value"], "", described["xml:lang"])
    return Literal(described["value"], short_name(described.get("datatype", "xsd:string")))


def _xml(rows: Rows) -> bytes:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in rows.columns)
    results = "".join(
        "<result>"
        + "".join(_xml_binding(name, term) for name, term in zip(rows.columns, row, strict=True) if term is not None)
        + "</result>\n"
        for row in rows
    )
    return _xml_document(f"<head>{head}</head>\n<results>\n{results}</results>")


def _xml_binding(name: str, term: Term) -> str:
    described = _json_term(term)
    value = escape(NOT_XML.sub("\ufffd", term.value.removeprefix("_:") if described["type"] == "bnode" else term.value))
    extra = "".join(f" {key}={quoteattr(described[key])}" for key in ("xml:lang", "datatype") if key in described)
    kind = described["type"]
    return f"<binding name={quoteattr(name)}><{kind}{extra}>{value}</{kind}></binding>"


def _xml_document(inside: str) -> bytes:
    return f'<?xml version="1.0"?>\n<sparql xmlns="{_SPARQL_XML}">\n{inside}\n</sparql>\n'.encode()


def _truth(rows: Rows, form: str) -> bytes:
    truth = bool(rows.values()[0][0])
    if form == "json":
        return msgspec.json.encode({"head": {}, "boolean": truth}) + b"\n"
    return _xml_document(f"<head/>\n<boolean>{str(truth).lower()}</boolean>")


def _table(rows: Rows) -> bytes:
    return msgspec.json.encode({"columns": rows.columns, "rows": [[shown(term) for term in row] for row in rows]})


ROW_WRITERS: dict[str, Callable[[Rows], bytes]] = {
    "table": _table,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "xml": _xml,
}


def write_triples(lines: Sequence[bytes], form: str) -> bytes:
    """Sorted N-Triples statements (`<s> <p> "o"`, no final dot) as `ttl`, `nt`, `jsonld` or `rdf` (RDF/XML)."""
    return TRIPLE_WRITERS[form](lines)


def _n_triples(lines: Sequence[bytes]) -> bytes:
    return b"".join([line + b" .\n" for line in lines])


def _json_ld(lines: Sequence[bytes]) -> bytes:
    import pyoxigraph as ox

    quads = ox.parse(_n_triples(lines), format=ox.RdfFormat.N_TRIPLES)
    return ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.JSON_LD) or b""


def _rdf_xml(lines: Sequence[bytes]) -> bytes:
    """RDF/XML; the few control characters that XML cannot hold (a form feed, say) become U+FFFD."""
    import pyoxigraph as ox

    quads = ox.parse(_n_triples(lines), format=ox.RdfFormat.N_TRIPLES)
    text = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.RDF_XML, prefixes=PREFIXES) or b""
    return NOT_XML.sub("\ufffd", text.decode()).encode()


TRIPLE_WRITERS: dict[str, Callable[[Sequence[bytes]], bytes]] = {
    "ttl": turtle,
    "nt": _n_triples,
    "jsonld": _json_ld,
    "rdf": _rdf_xml,
}
