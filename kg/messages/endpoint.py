"""What the SPARQL endpoint says."""

ENDPOINT: dict[str, tuple[str, str]] = {}
