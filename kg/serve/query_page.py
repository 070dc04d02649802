"""The query page: an editor for SPARQL, with what one may ask at hand; the answers come from `/sparql` itself."""

from starlette.requests import Request
from starlette.responses import Response

from kg.graph.prefixes import PREFIXES
from kg.queries.question import shipped_questions
from kg.serve.site import language_of, render, say_of, site_of
from kg.web import script_json

# what the script says, by the names that it has for it
_SAYS = (
    "running", "rows", "row", "triples", "stopped", "failed", "yes", "no", "first", "few-nodes", "network-label",
    "subject", "predicate", "object", "empty",
)  # fmt: skip
EXAMPLES: tuple[tuple[str, str], ...] = (
    (
        "items",
        """SELECT ?date ?title ?item
WHERE {
  ?item a sag:AgendaItem ; dcterms:title ?title ; sag:closed false ; sag:meeting ?meeting .
  ?meeting dcterms:date ?date .
}
ORDER BY DESC(?date) ?item
LIMIT 25
""",
    ),
    (
        "network",
        """SELECT ?centre ?theme (COUNT(DISTINCT ?item) AS ?items)
WHERE {
  ?item sag:drivenBy ?centre ; sag:theme ?theme .
  ?centre a sag:Centre .
}
GROUP BY ?centre ?theme
ORDER BY DESC(?items)
LIMIT 100
""",
    ),
    (
        "sums",
        """SELECT ?sum ?written ?item ?evidence
WHERE {
  ?item sag:amount ?amount .
  ?amount schema:value ?sum ; sag:asWritten ?written ; sag:evidence ?evidence .
}
ORDER BY DESC(?sum)
LIMIT 25
""",
    ),
    (
        "outcomes",
        """SELECT ?outcome (COUNT(DISTINCT ?decision) AS ?decisions)
WHERE {
  ?decision a sag:Decision ; sag:outcome/skos:prefLabel ?outcome .
  FILTER (LANG(?outcome) = "LANGUAGE")
}
GROUP BY ?outcome
ORDER BY DESC(?decisions)
""",
    ),
    (
        "triples",
        """CONSTRUCT { ?item sag:previousTreatment ?before }
WHERE { ?item sag:previousTreatment ?before }
LIMIT 100
""",
    ),
    (
        "terms",
        """SELECT ?class (COUNT(DISTINCT ?thing) AS ?things)
WHERE { ?thing a ?class }
GROUP BY ?class
ORDER BY DESC(?things)
""",
    ),
)


def query_page(request: Request) -> Response:
    """The page; `?query=` (or `#query=`, which no server sees) is what stands in the editor."""
    say, language = say_of(request), language_of(request)
    examples = [
        (key, say(f"query.example.{key}"), f"# {say(f'query.about.{key}')}\n{text.replace('LANGUAGE', language)}")
        for key, text in EXAMPLES
    ]
    links = site_of(request).links
    data = {
        "endpoint": links.path("/sparql"),
        "base": links.base,
        "id": links.path("/id/"),
        "resource": links.path("/resource?iri="),
        "prefixes": PREFIXES,
        "examples": {key: text for key, _, text in examples},
        "texts": {key: say(f"query.{key}") for key in _SAYS},
    }
    questions = [
        (each.name, each.title.da if language == "da" else each.title.en) for each in shipped_questions().values()
    ]
    answer = render(
        request,
        "query.html",
        query=request.query_params.get("query", "") or examples[0][2],
        asked=bool(request.query_params.get("query")),
        examples=examples,
        prefixes=PREFIXES,
        questions=questions,
        data=script_json(data),
        limits=site_of(request).config,
        most_rows=f"{site_of(request).config.max_rows:,}".replace(",", "." if language == "da" else ","),
    )
    answer.headers["vary"] = "Accept, Accept-Language, Cookie"
    return answer
