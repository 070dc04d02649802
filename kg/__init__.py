"""Sagsgraf: Danish public minutes in, a knowledge graph out, every fact with the words it came from."""

__version__ = "0.1.0"
