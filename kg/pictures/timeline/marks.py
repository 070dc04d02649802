"""What an outcome looks like: a tone and a shape for each, so that neither colour nor shape says it alone."""

from collections.abc import Iterable

import msgspec

# What an item is marked by is the first of these that its decision has: what leaves something open comes first.
_ORDER = (
    "postponed", "returned", "referred", "rejected", "withdrawn", "approved_with_changes", "approved", "recommended",
    "decided", "noted", "discussed",
)  # fmt: skip
TONES = ("good", "calm", "warn", "bad", "none")


class Sign(msgspec.Struct, frozen=True):
    """`tone` is one of `TONES`; `path` is drawn within 9 pixels of (0, 0), `hollow` if only as an outline."""

    tone: str
    path: str
    hollow: bool = False


_CIRCLE = "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z"
SIGNS: dict[str, Sign] = {
    "approved": Sign("good", _CIRCLE),
    "approved_with_changes": Sign("good", f"{_CIRCLE}M0 -4.8a4.8 4.8 0 0 0 0 9.6z"),
    "decided": Sign("good", "M-6.5 -6.5h13v13h-13z"),
    "recommended": Sign("good", "M-6 5.5L0 -7.5L6 5.5z"),
    "noted": Sign("calm", "M-6 -6h12v12h-12z", hollow=True),
    "discussed": Sign("calm", _CIRCLE, hollow=True),
    "postponed": Sign("warn", "M0 -8.5L8.5 0L0 8.5L-8.5 0z"),
    "returned": Sign("warn", "M6 -7.5v15L-7.5 0z"),
    "referred": Sign("warn", "M-6 -7.5v15L7.5 0z"),
    "rejected": Sign("bad", "M-7.5 -5l2.5-2.5L0 -2.5l5 -5l2.5 2.5L2.5 0l5 5l-2.5 2.5L0 2.5l-5 5l-2.5 -2.5L-2.5 0z"),
    "withdrawn": Sign("bad", "M-8 -2.8h16v5.6h-16z"),
    "closed": Sign("none", "M-5.5 -1h11v7.5h-11zM-3.5 -1v-2a3.5 3.5 0 0 1 7 0v2h-2v-2a1.5 1.5 0 0 0 -3 0v2z"),
    "none": Sign("none", "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"),
}


def sign_name(notations: Iterable[str], *, closed: bool = False) -> str:
    """Which of `SIGNS` an item with these outcomes has."""
    found = set(notations)
    return "closed" if closed else next((each for each in _ORDER if each in found), "none")
