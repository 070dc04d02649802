"""Any number of invented Danish minutes whose truth is known.

    python -m benchmarks.generator FOLDER --count N --seed S --size B [--gold FOLDER]

Document `i` is a function of the seed, `i` and the size alone, however many are generated. Every `world.SITTINGS`
documents are of one municipality, with cases that run over its meetings and bodies: a case that a document takes up
may have begun in an earlier one and may end in a later one, which `previous` and `next` of the gold's items name.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import msgspec

from benchmarks.chance import dice, pick
from benchmarks.draft import Draft, Gold, gold
from benchmarks.layouts import LAYOUTS, Minutes, plain
from benchmarks.model import Municipality, Person, Sitting
from benchmarks.world import SITTINGS, municipality
from benchmarks.writer import filler, write

JUDGE = [
    *("meeting", "attendee", "item", "page", "case", "attachment", "decision", "outcome", "referral", "part"),
    *("proposer", "driver", "unit", "person", "theme", "reference", "task", "followup", "amount", "merge"),
]
"""The kinds of facts whose truth the generator knows, by the scorer's names."""


class Generated(msgspec.Struct, frozen=True):
    """A document: base name, text with its line endings as they are, and what it says, as the gold annotations do."""

    name: str
    text: str
    gold: Gold


def generate(count: int, seed: int = 0, size: int = 15_000) -> Iterator[Generated]:
    """`count` documents of `size` bytes on average (in UTF-8; never less than the facts of a meeting need)."""
    for i in range(count):
        yield document(seed, i, size)


def document(seed: int, i: int, size: int = 15_000) -> Generated:
    """The document with this index, from 0, of the series with this seed."""
    place = municipality(seed, i // SITTINGS)
    rng = dice(f"{seed}-{i}")
    sitting = place.sittings[i % SITTINGS]
    layout = pick(rng, LAYOUTS)
    items = write(place, i % SITTINGS, rng, damaged=rng.random() < 0.25)
    present = () if layout is plain else _present(rng, sitting)
    minutes = Minutes(sitting, items, present, place.secretary)
    wanted = int(size * (0.75 + 0.5 * rng.random()))
    _fill(rng, items, wanted - len("\n\n".join(layout(minutes)).encode()))
    text = "\n\n" + "\n\n".join(layout(minutes))
    if rng.random() < 0.05:
        text = text.replace("\n", "\r\n")
    return Generated(sitting.file, text, _gold(place, sitting, items, present))


def _present(rng: Random, sitting: Sitting) -> tuple[Person, ...]:
    members = sitting.body.members
    away = pick(rng, members) if rng.random() < 0.2 else None
    return tuple(p for p in members if p is not away)


def _fill(rng: Random, items: list[Draft], missing: int) -> None:
    """Spread what is missing in bytes over the open cases, the most of it over few."""
    cases = [item for item in items if item.entry.kind == "case"]
    weights = [rng.random() ** 2 + 0.1 for _ in cases]
    for item, weight in zip(cases, weights, strict=True):
        share = int(missing * weight / sum(weights))
        for paragraph in filler(rng, item.about, share):
            item.presentation.insert(int(rng.random() * (len(item.presentation) + 1)), paragraph)


def _gold(place: Municipality, sitting: Sitting, items: list[Draft], present: tuple[Person, ...]) -> Gold:
    attendees = [{"name": list(p.names), "role": "member"} for p in present]
    if present:
        attendees.append({"name": list(place.secretary.names), "role": "secretary"})
    return {
        "document": sitting.file,
        "judge": JUDGE,
        "municipality": [f"{place.name} Kommune", place.name],
        "referral_allowed": [list(b.names) for b in place.bodies],
        "meeting": {
            "body": list(sitting.body.names),
            "date": sitting.day.isoformat(),
            "time": sitting.time,
            "place": sitting.place,
            "attendees": attendees,
        },
        "items": [gold(item) for item in items],
    }


def save(made: Iterator[Generated], folder: Path, gold_folder: Path | None = None) -> int:
    """Write the documents (and their gold) into folders, made where missing; how many there were."""
    count = 0
    for folder_ in filter(None, (folder, gold_folder)):
        folder_.mkdir(parents=True, exist_ok=True)
    for count, one in enumerate(made, 1):  # noqa: B007 - the last number is the answer
        (folder / one.name).write_bytes(one.text.encode())
        if gold_folder:
            path = (gold_folder / one.name).with_suffix(".json")
            path.write_text(json.dumps(one.gold, ensure_ascii=False, indent=1), encoding="utf-8")
    return count


def main() -> None:
    """Write a folder of invented minutes."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.generator", description="Write invented Danish minutes."
    )
    parser.add_argument("folder", type=Path, help="where the texts go")
    parser.add_argument("--count", type=int, default=200, help="how many documents (default 200)")
    parser.add_argument("--seed", type=int, default=0, help="the same seed gives the same bytes (default 0)")
    parser.add_argument("--size", type=int, default=15_000, help="bytes per document on average (default 15000)")
    parser.add_argument("--gold", type=Path, help="where the annotations go, one JSON file a document")
    options = parser.parse_args()
    count = save(generate(options.count, options.seed, options.size), options.folder, options.gold)
    sys.stderr.write(f"{count} documents in {options.folder}\n")


if __name__ == "__main__":
    main()
