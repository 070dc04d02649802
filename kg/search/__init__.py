"""The full-text index: written with every generation of the store, and asked by words."""

from kg.search.find import Filters, Found, Hit, find
from kg.search.index import write_index

__all__ = ["Filters", "Found", "Hit", "find", "write_index"]
