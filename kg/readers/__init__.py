"""File to Source: one reader per file type."""

from kg.readers.text import read

__all__ = ["read"]
