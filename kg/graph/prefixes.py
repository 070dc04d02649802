"""The namespaces that the graph speaks, and the two ways between `sag:item` and its full IRI."""

from functools import lru_cache

SAG = "https://w3id.org/sagsgraf/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"

PREFIXES: dict[str, str] = {
    "besluit": "http://data.vlaanderen.be/ns/besluit#",
    "besluitvorming": "https://data.vlaanderen.be/ns/besluitvorming#",
    "dcterms": "http://purl.org/dc/terms/",
    "dossier": "https://data.vlaanderen.be/ns/dossier#",
    "eli-dl": "http://data.europa.eu/eli/eli-draft-legislation-ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "oparl": "https://schema.oparl.org/1.1/",
    "org": "http://www.w3.org/ns/org#",
    "owl": OWL,
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": RDFS,
    "sag": SAG,
    "schema": "https://schema.org/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": XSD,
}


@lru_cache(maxsize=1 << 16)
def full_iri(term: str) -> str:
    """The full IRI of a CURIE with a known prefix; any other term, such as an IRI of data, comes back as it is."""
    prefix, _, local = term.partition(":")
    namespace = PREFIXES.get(prefix)
    return term if namespace is None or local.startswith("//") else namespace + local


def short_name(iri: str) -> str:
    """The CURIE of an IRI in a known namespace (`sag:item`); any other IRI comes back as it is."""
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _PREFIX_OF.get(iri[:cut])
    return iri if prefix is None or cut == len(iri) else f"{prefix}:{iri[cut:]}"


_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}
