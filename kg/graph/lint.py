"""Checks that vocabulary, rules, themes and code speak of the same terms: `python -m kg.graph.lint [graph files]`."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from kg.errors import FINE, WITH_PROBLEMS
from kg.graph.prefixes import OWL, RDF, RDFS, SAG
from kg.ontology_files import SHAPES, THEMES, VOCABULARY, ontology_file

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DOMAIN_INCLUDES, _RANGE_INCLUDES = "https://schema.org/domainIncludes", "https://schema.org/rangeIncludes"
_TYPE = RDF + "type"
_CONCEPT, _NOTATION, _SCHEME = _SKOS + "Concept", _SKOS + "notation", _SKOS + "inScheme"
_NAMES = (RDFS + "label", _SKOS + "prefLabel")
_DEFINITIONS = (_SKOS + "definition", RDFS + "comment")
_PROPERTIES = (OWL + "ObjectProperty", OWL + "DatatypeProperty")
_DECLARED = (OWL + "Class", *_PROPERTIES, _CONCEPT, _SKOS + "ConceptScheme")
_LANGUAGES = ("da", "en")
_SPOKEN = re.compile(r'\b(?:sag:|SAG \+ ")([A-Za-z][\w-]*)')


class Report(msgspec.Struct, frozen=True):
    """What the linter found: `errors` must be mended, `unused` are terms that no code speaks of yet."""

    errors: tuple[str, ...]
    unused: tuple[str, ...]


class _Node(NamedTuple):
    """An IRI or a literal; `language` is empty where there is none."""

    value: str
    language: str = ""


class _File(NamedTuple):
    """The statements of one file: by subject, by predicate."""

    name: str
    about: dict[str, dict[str, list[_Node]]]

    def declared(self, kinds: Sequence[str] = _DECLARED) -> list[str]:
        """Whatever the file declares to be of one of these kinds, in order."""
        return sorted(subject for subject in self.about if {n.value for n in self.all(subject, _TYPE)} & set(kinds))

    def all(self, subject: str, *predicates: str) -> list[_Node]:
        """The objects that the file states for a subject."""
        return [node for predicate in predicates for node in self.about[subject].get(predicate, ())]


def _read(path: Path) -> _File:
    import pyoxigraph as ox

    file = _File(path.name, {})
    for quad in ox.parse(path=path):
        value = quad.object
        if isinstance(quad.subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
            node = _Node(value.value, (value.language or "") if isinstance(value, ox.Literal) else "")
            file.about.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(node)
    return file


def _terms(path: Path) -> set[str]:
    """Every term of the vocabulary that an RDF file speaks of, in whatever place."""
    import pyoxigraph as ox

    found: set[str] = set()
    for quad in ox.parse(path=path):
        nodes = (quad.subject, quad.predicate, quad.object)
        found |= {n.value for n in nodes if isinstance(n, ox.NamedNode) and n.value.startswith(SAG)}
    return found


def lint(
    vocabulary: Path, shapes: Path, themes: Path, sources: Iterable[Path] = (), graphs: Iterable[Path] = ()
) -> Report:
    """What is wrong with the three files, and with the terms of `sources` (code, queries) and `graphs` (RDF files).

    Raises `SyntaxError` where an RDF file does not parse, `OSError` where a file cannot be read.
    """
    words, concepts = _read(vocabulary), _read(themes)
    known = {term for term in words.declared() if term.startswith(SAG)}
    spoken = {path: _spoken(path) for path in sources}
    errors = [
        *_nameless(words),
        *_nameless(concepts),
        *_open_ended(words),
        *_notations(words),
        *_notations(concepts),
        *(
            error
            for path in (vocabulary, shapes, themes, *graphs)
            for error in _unknown(_terms(path), known, path.name)
        ),
        *(error for path, terms in spoken.items() for error in _unknown(terms, known, str(path))),
    ]
    said = set().union(*spoken.values()) if spoken else set()
    return Report(tuple(errors), tuple(_short(term) for term in sorted(known) if not _is_said(term, said)))


def code_files() -> list[Path]:
    """The package's own code and queries, in order."""
    package = Path(__file__).resolve().parents[1]
    return sorted(path for ending in ("*.py", "*.rq") for path in package.rglob(ending))


def _spoken(path: Path) -> set[str]:
    return {SAG + name for name in _SPOKEN.findall(path.read_text(encoding="utf-8"))}


def _nameless(file: _File) -> Iterator[str]:
    for subject in file.declared():
        for language in _LANGUAGES:
            if not _says(file, subject, _NAMES, language):
                yield f"{file.name}: {_short(subject)} has no label in {language}"
            if not _says(file, subject, _DEFINITIONS, language):
                yield f"{file.name}: {_short(subject)} has no definition in {language}"


def _says(file: _File, subject: str, predicates: Sequence[str], language: str) -> bool:
    return any(node.language == language and node.value.strip() for node in file.all(subject, *predicates))


def _open_ended(file: _File) -> Iterator[str]:
    """A property that does not say what it joins."""
    for subject in file.declared(_PROPERTIES):
        if not file.all(subject, RDFS + "domain", _DOMAIN_INCLUDES):
            yield f"{file.name}: {_short(subject)} has no domain"
        if not file.all(subject, RDFS + "range", _RANGE_INCLUDES):
            yield f"{file.name}: {_short(subject)} has no range"


def _notations(file: _File) -> Iterator[str]:
    taken: Counter[tuple[str, str]] = Counter()
    for subject in file.declared((_CONCEPT,)):
        notations, schemes = file.all(subject, _NOTATION), file.all(subject, _SCHEME)
        if len(notations) != 1:
            yield f"{file.name}: {_short(subject)} has {len(notations)} notations, not one"
        if len(schemes) != 1:
            yield f"{file.name}: {_short(subject)} is in {len(schemes)} schemes, not one"
        taken.update((scheme.value, notation.value) for scheme in schemes for notation in notations)
    for (scheme, notation), times in sorted(taken.items()):
        if times > 1:
            yield f"{file.name}: {times} concepts of {_short(scheme)} have the notation {notation}"


def _unknown(terms: set[str], known: set[str], where: str) -> Iterator[str]:
    for term in sorted(terms - known):
        if not _starts_some(term, known):
            yield f"{where}: {_short(term)} is not in the vocabulary"


def _starts_some(term: str, known: set[str]) -> bool:
    """Whether code makes the rest of a term itself, as a decision's outcome from its notation."""
    return term.endswith("-") and any(each.startswith(term) for each in known)


def _is_said(term: str, said: set[str]) -> bool:
    return term in said or any(start.endswith("-") and term.startswith(start) for start in said)


def _short(iri: str) -> str:
    return f"sag:{iri.removeprefix(SAG)}" if iri.startswith(SAG) else iri


def main(arguments: Sequence[str] = ()) -> int:
    """Lint the shipped files, the package's code and the graph files named; 0 where all is well, else 1."""
    vocabulary, shapes, themes = (ontology_file(name) for name in (VOCABULARY, SHAPES, THEMES))
    report = lint(vocabulary, shapes, themes, code_files(), [Path(name) for name in arguments])
    lines = [*report.errors, *(f"not used by any code yet: {term}" for term in report.unused)]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return WITH_PROBLEMS if report.errors else FINE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
