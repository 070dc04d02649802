"""All of it to Facts."""

from kg.describe.alignment import Alignment, Merged
from kg.describe.cards import make_cards, one_card_each
from kg.describe.closing import close
from kg.describe.context import Calendar, Context, Sitting
from kg.describe.corpus import describe_agents, describe_drives, describe_links, one_node
from kg.describe.document import describe
from kg.describe.entries import make_entries
from kg.describe.iris import DEFAULT_BASE, Iris
from kg.describe.meetings import make_calendar, sitting
from kg.describe.together import Placed, together

__all__ = [
    "DEFAULT_BASE",
    "Alignment",
    "Calendar",
    "Context",
    "Iris",
    "Merged",
    "Placed",
    "Sitting",
    "close",
    "describe",
    "describe_agents",
    "describe_drives",
    "describe_links",
    "make_calendar",
    "make_cards",
    "make_entries",
    "one_card_each",
    "one_node",
    "sitting",
    "together",
]
