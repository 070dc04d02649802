"""The local explorer and the SPARQL endpoint: one store, read-only, for the browser and for programs."""
