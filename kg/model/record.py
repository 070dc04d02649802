"""What the stages that see one document leave of it, for those that see the whole corpus."""

import msgspec

from kg.model.finding import Findings
from kg.model.minutes import Meeting
from kg.model.problem import Problem
from kg.model.source import Mark


class Introduction(msgspec.Struct, frozen=True):
    """A document says itself what an abbreviation stands for: "Name (ABC)". The range is that of the whole phrase."""

    kind: str
    name: str
    abbreviation: str
    start: int
    end: int


class Record(msgspec.Struct, frozen=True):
    """One document, understood. `authority` is empty where the document does not name it.

    `text` is the text as read, with the bodies of closed items blanked out length for length; `pages` and `marks` are
    the source's. `hidden` are the pages of which no picture may be shown.
    """

    path: str
    sha256: str
    format: str
    authority: str
    text: str
    meeting: Meeting
    findings: Findings
    introductions: tuple[Introduction, ...] = ()
    problems: tuple[Problem, ...] = ()
    pages: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    hidden: tuple[int, ...] = ()
