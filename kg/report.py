"""What a build found, and what went wrong."""

import msgspec

from kg.model.problem import Problem


class Figures(msgspec.Struct, frozen=True):
    """How many of each a build found."""

    documents: int = 0
    meetings: int = 0
    items: int = 0
    cases: int = 0
    decisions: int = 0
    centres: int = 0
    people: int = 0
    themes: int = 0
    tasks: int = 0


class Report(msgspec.Struct, frozen=True):
    """What a build did. `unchanged` where there was nothing to do."""

    figures: Figures
    problems: list[Problem]
    unchanged: bool = False
