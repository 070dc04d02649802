"""The only package that speaks RDF: facts become triples, triples a store, and the store answers and is written out."""
