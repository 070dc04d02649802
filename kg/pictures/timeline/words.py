"""Numbers of days and items in words."""

from kg.messages import Say


def days_of(days: int | None, say: Say) -> str:
    """`1 day`, `97 days`; empty for None."""
    if days is None:
        return ""
    return say("timeline.day") if days == 1 else say("timeline.days", days=days)


def items_of(items: int, say: Say) -> str:
    """`1 item`, `7 items`."""
    return say("timeline.item") if items == 1 else say("timeline.items", items=items)
