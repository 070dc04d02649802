"""Treatments over time, a lane for each body: a page to send to a colleague, or a part of another page."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from kg.messages import Say
from kg.pictures.items import Link, Shown, no_links
from kg.pictures.timeline.bars import Meeting, meetings
from kg.pictures.timeline.draw import draw
from kg.pictures.timeline.marks import SIGNS, TONES, Sign, sign_name
from kg.pictures.timeline.place import promises_due
from kg.pictures.timeline.read import Promise, Timeline, Treatment, read_timeline
from kg.pictures.timeline.scale import shortened_label
from kg.pictures.timeline.shapes import GUTTER, WIDTH, Drawing
from kg.pictures.timeline.tables import Cell, Head, Table, table_of
from kg.pictures.timeline.words import days_of, items_of
from kg.web import Around, environment, standalone

__all__ = ["SCRIPTS", "STYLES", "Timeline", "read_timeline", "timeline_page", "timeline_title", "timeline_view"]

_TITLE = 120  # characters of a case's title in that of the page
STYLES = ("timeline.css",)
SCRIPTS = ("timeline.js",)


class Note(msgspec.Struct, frozen=True):
    """A remark on a treatment; `open` if it says that something is still open. With an address, a link."""

    text: str
    open: bool = False
    href: str = ""


class Task(msgspec.Struct, frozen=True):
    """A promise as the list has it; `more` is who and when."""

    title: str
    state: str
    status: str
    more: str


class Entry(msgspec.Struct, frozen=True):
    """A treatment as the list has it. Its `shown` has addresses."""

    shown: Shown
    tone: str
    sign: Sign
    where: str
    since: str
    notes: tuple[Note, ...]
    taken: tuple[Note, ...]
    promises: tuple[Task, ...]


class Group(msgspec.Struct, frozen=True):
    """A meeting as the list has it; `tones` are those of its items, with how many have them."""

    mark: int
    year: str
    date: str
    name: str
    count: str
    tones: tuple[tuple[str, int], ...]


class Key(msgspec.Struct, frozen=True):
    """A line of the legend: what looks so, and how often."""

    text: str
    count: int
    sign: Sign | None = None
    tone: str = ""


class Legend(msgspec.Struct, frozen=True):
    """What the marks, tones, lines and flags of the picture mean."""

    signs: tuple[Key, ...]
    tones: tuple[Key, ...]
    lines: tuple[str, ...]
    flags: tuple[str, ...]


def timeline_page(timeline: Timeline, say: Say, links: tuple[tuple[str, str], ...] = (), about: str = "") -> str:
    """The whole page as one file; `links` and `about` as in `Around`."""
    body, data = timeline_view(timeline, say)
    around = Around(data=data, styles=STYLES, scripts=SCRIPTS, links=links, about=about)
    return standalone(timeline_title(timeline, say), body, say, around)


def timeline_title(timeline: Timeline, say: Say) -> str:
    """What the timeline is of: a case with the title of its last treatment, a unit or a theme, or all meetings."""
    if timeline.kind == "case" or timeline.container:
        last = "" if timeline.container or not timeline.treatments else timeline.treatments[-1].shown.title
        return f"{say('timeline.case', case=timeline.name)}{': ' if last else ''}{shortened_label(last, _TITLE)}"
    if timeline.kind == "items":
        return say("timeline.of", name=timeline.name)
    return f"{say('timeline.all')}: {timeline.name}" if timeline.name else say("timeline.all")


def timeline_view(
    timeline: Timeline, say: Say, link: Link = no_links, source: str = "page-data"
) -> tuple[str, dict[str, Any]]:
    """The HTML of a timeline, and the data that its page must hold in `<script type="application/json" id=SOURCE>`.

    `link` gives the addresses of items and of places in documents, by their IRIs. The page needs `base.css`,
    `timeline.css`, `common.js` and `timeline.js`; several timelines on a page need a `source` each.
    """
    linked = [msgspec.structs.replace(each, shown=_linked(each.shown, link)) for each in timeline.treatments]
    timeline = msgspec.structs.replace(timeline, treatments=tuple(linked))
    drawing = draw(timeline, say)
    found = meetings(timeline) if timeline.kind == "meetings" else []
    html = environment("kg.pictures").get_template("timeline.html").render(
        say=say, timeline=timeline, drawing=drawing, source=source, gutter=GUTTER, fits=WIDTH,
        brief=timeline.kind != "case",
        legend=_legend(timeline, drawing, found, say),
        treatments=[_entry(timeline, each, say, link) for each in timeline.treatments] if not found else [],
        meetings=[_group(mark, each, say) for mark, each in enumerate(found)],
        table=_meeting_table(found, say) if found else table_of(timeline, say, link),
    )  # fmt: skip
    return html, {"texts": {"item": say("page.item")}, "marks": list(_marks(timeline, found, say))}


def _linked(shown: Shown, link: Link) -> Shown:
    href, place = (link(each) if each else "" for each in (shown.href, shown.source_href))
    return msgspec.structs.replace(shown, href=href, source_href=place)


def _marks(timeline: Timeline, found: list[Meeting], say: Say) -> Iterator[dict[str, Any]]:
    """What can be chosen, in the order of its numbers: a heading, a remark and the items behind."""
    for meeting in found:
        yield {"head": f"{meeting.date} {meeting.name}", "items": [each.shown for each in meeting.treatments]}
    if found:
        return
    for each in timeline.treatments:
        yield {"head": f"{each.date} {each.shown.body}", "items": [each.shown]}
    for due in promises_due(timeline) if timeline.kind == "case" else ():
        task = _task(due.promise, say)
        yield {"head": task.title, "note": f"{task.status} · {task.more}", "items": [due.treatment.shown]}


def _entry(timeline: Timeline, each: Treatment, say: Say, link: Link) -> Entry:
    sign = SIGNS[sign_name(each.notations, closed=each.closed)]
    number = f"{say('page.item')} {each.shown.number}" if each.shown.number else ""
    case = each.shown.case if timeline.kind != "case" else ""
    since = "" if each.since is None else say("timeline.later", days=days_of(each.since, say))
    return Entry(
        each.shown, sign.tone, sign, " · ".join(part for part in (each.shown.body, number, case) if part),
        since if timeline.kind == "case" else "", tuple(_notes(timeline, each, say)),
        tuple(
            Note(
                say(
                    "timeline.taken", days=days_of(one.days, say), date=one.date, body=one.body, number=one.number,
                    title=one.title,
                ),
                href=link(one.item),
            )
            for one in each.taken
        ),
        tuple(_task(task, say) for task in each.promises),
    )  # fmt: skip


def _notes(timeline: Timeline, each: Treatment, say: Say) -> Iterator[Note]:
    if each.open is not None:
        yield Note(say("timeline.open", days=days_of(each.open, say)), open=True)
    if each.quoted:
        yield Note(say("timeline.quoted"))
    if each.closed:
        yield Note(say("timeline.closed"))
    if each.since is not None and timeline.kind != "case":
        yield Note(say("timeline.since", days=days_of(each.since, say)))


def _task(task: Promise, say: Say) -> Task:
    due = say("timeline.due-on", due=task.due) if task.due else ""
    return Task(task.title, task.state, task.status, " · ".join([*task.responsible, *([due] if due else [])]))


def _group(mark: int, each: Meeting, say: Say) -> Group:
    tones = each.tones()
    counted = tuple((tone, tones[tone]) for tone in TONES if tones[tone])
    return Group(mark, each.date[:4], each.date, each.name, items_of(len(each.treatments), say), counted)


def _legend(timeline: Timeline, drawing: Drawing, found: list[Meeting], say: Say) -> Legend:
    if found:
        tones = sum((each.tones() for each in found), Counter())
        keys = tuple(Key(say(f"timeline.tone.{tone}"), tones[tone], tone=tone) for tone in TONES if tones[tone])
        return Legend((), keys, (), ())
    names = [sign_name(each.notations, closed=each.closed) for each in timeline.treatments]
    labels = {"closed": say("timeline.closed"), "none": say("timeline.no-outcome")}
    for each in timeline.treatments:
        labels |= dict(zip(each.notations, each.shown.outcomes, strict=False))
    counts = Counter(names)
    return Legend(
        tuple(Key(labels[name], counts[name], SIGNS[name]) for name in SIGNS if counts[name]),
        (),
        _kinds((each.kind for each in drawing.lines), ("next", "taken", "open")),
        _kinds((each.state for each in drawing.flags), ("open", "overdue", "done", "recurs")),
    )


def _kinds(found: Iterable[str], order: tuple[str, ...]) -> tuple[str, ...]:
    seen = set(found)
    return tuple(each for each in order if each in seen)


def _meeting_table(found: list[Meeting], say: Say) -> Table:
    keys = ("date", "body", "count", *(f"tone.{tone}" for tone in TONES))
    rows = []
    for each in found:
        tones = each.tones()
        counts = [Cell(str(tones[tone] or ""), "figure") for tone in TONES]
        rows.append((Cell(each.date, "date"), Cell(each.name), Cell(str(len(each.treatments)), "figure"), *counts))
    return Table(tuple(Head(say(f"timeline.{key}"), key not in ("date", "body")) for key in keys), tuple(rows))
