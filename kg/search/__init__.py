"""The full-text index: written with every generation of the store, and asked by words."""

from kg.search.find import Filters, Found, Hit, Matches, find
from kg.search.index import write_index

__all__ = ["Filters", "Found", "Hit", "Matches", "find", "write_index"]
