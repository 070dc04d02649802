"""The layouts of minutes: plain with all after *Sagsfremstilling*, capitals with attachments first, Markdown."""

import textwrap
from collections.abc import Callable, Iterable
from datetime import date

import msgspec

from benchmarks.draft import Draft
from benchmarks.model import Body, Decision, Person, Sitting
from benchmarks.words import MONTHS, WEEKDAYS

EMPTY = ("Retsgrundlag", "Politik/Plan", "Information", "Høring", "Vurdering")


class Minutes(msgspec.Struct, frozen=True):
    """What a layout sets: a meeting, its items, and who was there (nobody where that is not told)."""

    sitting: Sitting
    items: list[Draft]
    present: tuple[Person, ...]
    secretary: Person


def plain(minutes: Minutes) -> list[str]:
    """The layout of 2013, as blocks between blank lines. Who was there is not told."""
    sitting, items = minutes.sitting, minutes.items
    blocks = [*_head(sitting), f"Mødested {sitting.place}", "Indholdsfortegnelse", "\n".join(_contents(items))]
    for item in items:
        blocks += [f"Punkt {item.number}: {item.heading}", item.entry.number]
        if item.entry.kind == "closed":
            continue
        blocks += ["Sagsfremstilling", *item.background, *item.presentation]
        if item.entry.kind == "case":
            blocks += ["Økonomi", *(item.economy or ["Ingen bemærkninger"])]
            for caption in EMPTY:
                blocks += [caption, "Ingen bemærkninger"]
        blocks += _captioned("Indstilling", item.recommendation)
        blocks += _decisions(item, lambda b, d: f"Beslutning i {b.name} den {d:%d-%m-%Y}")
        blocks += _captioned("Bilag", _printed(item))
    return blocks


def capitals(minutes: Minutes) -> list[str]:
    """The layout of 2015, as blocks between blank lines."""
    sitting, items = minutes.sitting, minutes.items
    contents = ["| | |", "|--|----|", *(f"| {line} |" for line in _contents(items, " | "))]
    blocks = [*_head(sitting), f"Mødested {sitting.place}"]
    if minutes.present:
        blocks.append(f"Mødedeltagere {_people(minutes)}")
    blocks += ["Indholdsfortegnelse", "\n".join(contents)]
    for item in items:
        blocks += [f"Punkt {item.number}: {item.heading}", item.entry.number]
        if item.entry.kind == "closed":
            continue
        blocks += [*_captioned("Bilag", _printed(item)), item.entry.title]
        blocks += [*_captioned("Baggrund", item.background), *_captioned("INDSTILLING", item.recommendation)]
        blocks += _decisions(item, lambda b, d: f"BESLUTNING {b.name.upper()} DEN {d:%d-%m-%Y}")
        blocks += [*_captioned("Sagsfremstilling", item.presentation), *_captioned("ØKONOMI", item.economy)]
    return blocks


def markdown(minutes: Minutes) -> list[str]:
    """The layout of 2016, as blocks between blank lines; tables with pipes on even days, with tabs on odd ones."""
    sitting, items = minutes.sitting, minutes.items
    head, held = _head(sitting)
    blocks = [
        "# " + head,
        held.replace("Mødedato", "**Mødedato**          "),
        f"**Mødested**            {sitting.place}",
    ]
    if minutes.present:
        people = textwrap.wrap(f"**Mødedeltagere**   {_people(minutes)}", 88, break_on_hyphens=False)
        blocks.append("  \n".join(people))
        blocks += [f"**Afbud**   {p.full}" for p in sitting.body.members if p not in minutes.present]
    blocks += ["## **Indholdsfortegnelse**", "\n".join(_contents(items))]
    for item in items:
        title = f"Punkt {item.number}: {item.heading}"
        blocks += [f"## **{title}**" if item.number % 4 else f"## {title}", item.entry.number]
        if item.entry.kind == "closed":
            continue
        blocks += _captioned("### **Baggrund**", item.background)
        blocks += _captioned("### **Indstilling**", item.recommendation)
        blocks += _decisions(item, lambda b, d: f"### **Beslutning {b.name} den {d:%d-%m-%Y}**")
        table = _tabs if sitting.day.day % 2 else _pipes
        blocks += _captioned("### **Sagsfremstilling**", map(table, item.presentation))
        blocks += _captioned("### **Økonomi**", map(table, item.economy))
        blocks += _captioned("### **Bilag**", _printed(item))
    return blocks


LAYOUTS: tuple[Callable[[Minutes], list[str]], ...] = (plain, capitals, markdown)


def _head(sitting: Sitting) -> tuple[str, str]:
    day = sitting.day
    held = f"{WEEKDAYS[day.weekday()]} d. {day:%d}. {MONTHS[day.month - 1]} {day.year} kl. {sitting.time}"
    return f"REFERAT {sitting.body.name} d. {day:%d-%m-%Y}", f"Mødedato {held}"


def _people(minutes: Minutes) -> str:
    return ", ".join([*(p.full for p in minutes.present), f"{minutes.secretary.full} (sekretær)"])


def _contents(items: list[Draft], between: str = "\t") -> list[str]:
    return [f"{item.entry.title}.....{between}{item.page}" for item in items]


def _printed(item: Draft) -> list[str]:
    return [printed for _, printed in item.attachments]


def _captioned(caption: str, blocks: Iterable[str]) -> list[str]:
    found = list(blocks)
    return [caption, *found] if found else []


def _decisions(item: Draft, caption: Callable[[Body, date], str]) -> list[str]:
    blocks: list[str] = []
    decision: Decision
    for body, day, decision in item.decisions:
        blocks += [caption(body, day), "\n".join(decision.lines)]
    return blocks


def _tabs(block: str) -> str:
    return block


def _pipes(block: str) -> str:
    """A table of tabs as a table of pipes; any other block as it is."""
    if "\t" not in block:
        return block
    head, *rows = ["| " + line.replace("\t", " | ") + " |" for line in block.split("\n")]
    return "\n".join([head, "|" + "---|" * (head.count("|") - 1), *rows])
