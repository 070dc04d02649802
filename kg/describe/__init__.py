"""All of it to Facts."""

from kg.describe.alignment import Alignment, Merged, align, merge
from kg.describe.cards import make_cards
from kg.describe.context import Calendar, Context, Sitting, make_calendar, sitting
from kg.describe.corpus import describe_agents, describe_drives, describe_links, one_node
from kg.describe.document import describe
from kg.describe.entries import make_entries
from kg.describe.iris import DEFAULT_BASE, Iris

__all__ = [
    "DEFAULT_BASE",
    "Alignment",
    "Calendar",
    "Context",
    "Iris",
    "Merged",
    "Sitting",
    "align",
    "describe",
    "describe_agents",
    "describe_drives",
    "describe_links",
    "make_calendar",
    "make_cards",
    "make_entries",
    "merge",
    "one_node",
    "sitting",
]
