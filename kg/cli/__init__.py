"""The command line: `main` runs it. The only package that prints."""

from kg.cli.main import main

__all__ = ["main"]
