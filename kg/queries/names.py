"""What a person calls a thing of the graph, and which thing that is."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

import msgspec
from rapidfuzz import fuzz, process

from kg.errors import UsageError
from kg.graph.graph import Graph
from kg.graph.rows import Iri
from kg.model.said import Said

_ALIKE = 55  # of 100: what is less alike than this is no help as a suggestion
_MOST = 6
_LABELS = {
    "case": "?x a sag:Case ; sag:caseNumber ?label .",
    "unit": "?x a sag:Centre ; skos:prefLabel|skos:altLabel ?label .",
    "person": "?x a foaf:Person ; foaf:name|skos:altLabel ?label .",
    "party": "?x a sag:Party ; skos:prefLabel|skos:altLabel ?label .",
    "body": "?x a sag:Body ; skos:prefLabel|skos:altLabel ?label .",
    "theme": "?x skos:inScheme ?s ; skos:notation|skos:prefLabel ?label . FILTER (?s != sag:outcomes)",
    "outcome": "?x skos:inScheme sag:outcomes ; skos:notation|skos:prefLabel ?label .",
    "authority": "?x a sag:Municipality ; skos:prefLabel ?label .",
    "meeting": """?x a sag:Meeting ; dcterms:date ?date ; sag:body ?body . ?body skos:prefLabel|skos:altLabel ?name .
        BIND(CONCAT(STR(?name), " ", STR(?date)) AS ?label)""",
}
_BEST = """SELECT ?x ?best {
  { ?x skos:prefLabel|foaf:name|sag:caseNumber ?best }
  UNION { ?x dcterms:date ?date ; sag:body/skos:prefLabel ?body . BIND (CONCAT(STR(?body), " ", STR(?date)) AS ?best) }
} ORDER BY DESC(?best) LIMIT 1"""
_PARTS = {"agent": ("unit", "person"), "any": ("unit", "person", "body"), "voter": ("party", "person")}
_OF_ALL = ("theme", "outcome")  # these are no authority's own
_KINDS = {
    "case": Said("sag", "case"),
    "unit": Said("enhed", "centre"),
    "person": Said("person", "person"),
    "agent": Said("enhed eller person", "centre or person"),
    "any": Said("enhed, person eller organ", "centre, person or body"),
    "body": Said("organ", "body"),
    "party": Said("parti", "party"),
    "voter": Said("parti eller person", "party or person"),
    "theme": Said("emne", "theme"),
    "outcome": Said("udfald", "outcome"),
    "authority": Said("kommune", "authority"),
    "meeting": Said("møde", "meeting"),
}


class Named(msgspec.Struct, frozen=True, order=True):
    """A thing of the graph under one of its names; `plain` is that name as names are compared."""

    plain: str
    label: str
    iri: str


class UnknownNameError(UsageError):
    """Nothing of that kind has the name. `nearest` are the names that come closest, the best first."""

    nearest: tuple[str, ...] = ()


class AmbiguousNameError(UsageError):
    """Several things have the name. `choices` are their IRIs and labels, by label."""

    choices: tuple[tuple[str, str], ...] = ()


def plain(text: str) -> str:
    """A name as names are compared: words and figures only, in one case ("15/18107" and "15-18107" are alike)."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))


def names(graph: Graph, kind: str) -> tuple[Named, ...]:
    """Everything of a kind under each of its names; looked up once for each graph."""
    kept = graph.kept.get(f"names of {kind}")
    if kept is None:
        parts = _PARTS.get(kind, (kind,))
        found = {
            Named(plain(str(label)), str(label), str(iri))
            for part in parts
            for iri, label in graph.query(f"SELECT DISTINCT ?x ?label {{ {_LABELS[part]} }}").values()
        }
        kept = graph.kept[f"names of {kind}"] = tuple(sorted(found))
    return kept


def _iris(graph: Graph, kind: str) -> frozenset[str]:
    kept = graph.kept.get(f"iris of {kind}")
    if kept is None:
        kept = graph.kept[f"iris of {kind}"] = frozenset(each.iri for each in names(graph, kind))
    return kept


def look_up(graph: Graph, kind: str, name: str, authority: str = "") -> str:
    """The IRI of what a person calls `name`: by the name in full, by its end in the graph, or by words that only one
    thing has.

    `kind` is one of `kg.queries.question.NODES`; `authority` (an IRI) leaves out what is of others. Raises
    `UnknownNameError` with the nearest names, and `AmbiguousNameError` with the choices.
    """
    known = names(graph, kind)
    authority = "" if kind in _OF_ALL else authority
    base = graph.manifest.get("base") or ""
    for iri in (name, f"{base}{name}") if "/" in name or ":" in name else ():
        if iri in _iris(graph, kind) and (not authority or _is_of(iri, authority)):
            return iri
    if authority:
        known = tuple(each for each in known if _is_of(each.iri, authority))
    wanted = plain(name)
    same = [each for each in known if each.plain == wanted]
    if not same and wanted and kind == "meeting":
        same = _held(graph, [each for each in known if set(wanted.split()) <= set(each.plain.split())])
    elif not same and kind != "case":
        same = [each for each in known if wanted and set(wanted.split()) <= set(each.plain.split())]
    found = {each.iri: each.label for each in reversed(same)}
    if len(found) == 1:
        return next(iter(found))
    raise _ambiguous(graph, kind, name, found) if found else _unknown(kind, name, known)


def _is_of(iri: str, authority: str) -> bool:
    """Names are made under that of their authority."""
    return iri.startswith(f"{authority}/") or iri == authority


def _held(graph: Graph, found: list[Named]) -> list[Named]:
    """Those of several meetings that have minutes, where some have."""
    held = {str(iri) for (iri,) in graph.query("SELECT DISTINCT ?x { ?x a sag:Meeting ; sag:minutes ?d }").values()}
    return [each for each in found if each.iri in held] or found


def nearest(name: str, labels: Iterable[str]) -> tuple[str, ...]:
    """The labels that are most like a name, the best first."""
    found = process.extract(
        plain(name), sorted(set(labels)), scorer=fuzz.WRatio, processor=plain, limit=_MOST, score_cutoff=_ALIKE
    )
    return tuple(label for label, _, _ in found)


def _unknown(kind: str, name: str, known: Sequence[Named]) -> UnknownNameError:
    said, close = _KINDS[kind], nearest(name, (each.label for each in known))
    english, danish = f"No {said.en} in the graph is called {name}", f"Grafen har ingen {said.da} »{name}«"
    if close:
        error = UnknownNameError(
            f"{english}; the nearest names are: {'; '.join(close)}.", f"{danish}; det nærmeste er: {'; '.join(close)}."
        )
    else:
        error = UnknownNameError(f"{english}, nor anything like it.", f"{danish} og heller ikke noget, der ligner.")
    error.nearest = close
    return error


def _ambiguous(graph: Graph, kind: str, name: str, found: dict[str, str]) -> AmbiguousNameError:
    base = graph.manifest.get("base") or ""
    best_of = () if kind in _OF_ALL else found  # those have one in each language: say the one that was meant
    preferred = {iri: str(best) for iri in best_of for _, best in graph.query(_BEST, {"x": Iri(iri)}).values()}
    choices = tuple(sorted((preferred.get(iri, label), iri) for iri, label in found.items()))
    listed = "; ".join(f"{label} ({iri.removeprefix(base)})" for label, iri in choices[: 2 * _MOST])
    more = len(choices) - 2 * _MOST
    said = _KINDS[kind]
    error = AmbiguousNameError(
        f"{name} may be more than one {said.en}: {listed}{f' and {more} more' if more > 0 else ''}; write more of the"
        " name, or what stands in brackets.",
        f"»{name}« kan være mere end én {said.da}: {listed}{f' og {more} til' if more > 0 else ''}; skriv mere af"
        " navnet eller det, der står i parentes.",
    )
    error.choices = tuple((iri, label) for label, iri in choices)
    return error
