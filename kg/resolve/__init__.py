"""Mentions to Entities: which names mean the same agent, with score and reason; people's verdicts always win."""

from kg.resolve.hearing import Hearing, hear, spoken
from kg.resolve.resolve import resolve
from kg.resolve.verdicts import Verdicts, read_verdicts

__all__ = ["Hearing", "Verdicts", "hear", "read_verdicts", "resolve", "spoken"]
