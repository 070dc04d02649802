"""What the SPARQL endpoint says."""

ENDPOINT: dict[str, tuple[str, str]] = {
    "endpoint.no-query": (
        "Der er intet spørgsmål: send det som »query«.",
        "There is no question: send it as “query”.",
    ),
    "endpoint.several": (
        "Der er flere spørgsmål: send ét ad gangen som »query«.",
        "There is more than one question: send one at a time as “query”.",
    ),
    "endpoint.utf8": (
        "Forespørgslen kan ikke læses: den skal være UTF-8.",
        "The request cannot be read: it must be UTF-8.",
    ),
    "endpoint.form": (
        "Forespørgslen kan ikke læses: den har for mange felter.",
        "The request cannot be read: it has too many fields.",
    ),
    "endpoint.update": (
        "Grafen kan kun læses: her kan intet ændres.",
        "The graph can only be read: nothing can be changed here.",
    ),
    "endpoint.method": (
        "{method} kan ikke bruges her: brug {allowed}.",
        "{method} is not a method that works here: use {allowed}.",
    ),
    "endpoint.media": (
        "»{media}« kan et spørgsmål ikke sendes som: brug application/x-www-form-urlencoded eller {direct}.",
        "A question cannot be sent as “{media}”: use application/x-www-form-urlencoded or {direct}.",
    ),
    "endpoint.too-long": (
        "Forespørgslen fylder for meget: højst {most} byte.",
        "The request is too large: {most} bytes at most.",
    ),
    "endpoint.slow": (
        "Forespørgslen kom ikke i tide: den må højst tage {seconds} sekunder.",
        "The request did not come in time: it may take {seconds} seconds at most.",
    ),
    "endpoint.accept": (
        "Svaret kan ikke sendes i den ønskede form: vælg en af {offered}.",
        "The answer cannot be sent in the form that was asked for: choose one of {offered}.",
    ),
    "endpoint.graph-iri": (
        "»{iri}« er ikke en fuld IRI, som en graf kan hedde.",
        "“{iri}” is not a full IRI, as graphs are named by.",
    ),
    "endpoint.graph-which": (
        "Sig, hvilken graf det gælder: »?default« eller »?graph=« og dens IRI.",
        "Say which graph is meant: “?default”, or “?graph=” and its IRI.",
    ),
    "endpoint.graph-unknown": ("Der er ingen graf, der hedder {iri}.", "There is no graph called {iri}."),
    "endpoint.busy": (
        "Der sendes for meget på én gang: prøv igen om lidt.",
        "Too much is being sent at once: try again in a moment.",
    ),
    "endpoint.service": ("Grafen af referaterne", "The graph of the minutes"),
    "endpoint.graphs": (
        "{count} navngivne grafer: hvad hvert dokument siger, og hvad de siger tilsammen. Standardgrafen har det hele.",
        "{count} named graphs: what each document says, and what they say together. The default graph has all of it.",
    ),
}
