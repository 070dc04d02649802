"""What an exporter says of a meeting, whatever its format, and the one way in which it is written as a document."""

import datetime
import re
from collections.abc import Callable, Sequence

import msgspec

from kg.errors import UnreadableError
from kg.readers.reader import Content
from kg.readers.writer import Writer

MOST_POINTS = 2_000
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip
_PERIOD = re.compile(r"\s*\(?(?:\d{4}\s*[-–]\s*\d{4}|\d{4}\s*[-–]\s*\d{2})\)?\s*$")
_CAPTIONS = {
    "member": "Deltagere", "guest": "Gæster", "secretary": "Sekretær", "substitute": "Stedfortrædere",
    "absentee": "Afbud",
}  # fmt: skip
_MOMENT = (
    re.compile(r"\s*(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ](?P<time>\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?"),
    re.compile(r"\s*(?P<d>\d{1,2})[-./](?P<m>\d{1,2})[-./](?P<y>\d{4})(?:[T ]+(?:kl[. ]*)?(?P<time>\d{1,2}[:.]\d\d))?"),
)


class Field(msgspec.Struct, frozen=True):
    """A captioned piece of a point; without a caption it is text only. `write` writes its content."""

    caption: str
    write: Callable[[Writer], None]
    level: int = 3


class ExportedPoint(msgspec.Struct, frozen=True):
    """A point of the agenda; `label` as written, `closed` where the export keeps closed points apart."""

    label: str
    title: str
    case: str = ""
    closed: bool = False
    fields: Sequence[Field] = ()
    attachments: Sequence[str] = ()


class Export(msgspec.Struct, frozen=True):
    """One meeting. `date` is ISO and `time` HH:MM, both empty where the export says neither; `kind` is `minutes`,
    `agenda` or, where its points decide that, empty; `title` is what the export calls the document. `people` are
    (role, name); `others` (caption, text) and `notes` of the head.
    """

    body: str
    date: str = ""
    time: str = ""
    place: str = ""
    kind: str = ""
    title: str = ""
    people: Sequence[tuple[str, str]] = ()
    others: Sequence[tuple[str, str]] = ()
    notes: Sequence[Field] = ()
    points: Sequence[ExportedPoint] = ()


def moment(text: str) -> tuple[str, str]:
    """Date (ISO) and time (HH:MM) of an export's time stamp, as it is written there; empty for what it does not say."""
    for pattern in _MOMENT:
        found = pattern.match(text)
        if found:
            try:
                day = datetime.date(int(found["y"]), int(found["m"]), int(found["d"]))
            except ValueError:
                return "", ""
            hour, _, minute = (found["time"] or "").replace(".", ":").partition(":")
            is_time = bool(minute) and int(hour) < 24 and int(minute) < 60 and (hour, minute) != ("00", "00")
            return day.isoformat(), f"{int(hour):02}:{minute}" if is_time else ""
    return "", ""


def check_points(count: int) -> None:
    """Raises `UnreadableError` for more points than a meeting can have."""
    if count > MOST_POINTS:
        raise UnreadableError("too-many-points", f"{count}", f"{MOST_POINTS}")


def compose(export: Export, kind: str) -> Content:
    """Write `export` as a document of media type `kind`: the head, then each point with its fields and attachments."""
    check_points(len(export.points))
    writer = Writer()
    _write_head(export, writer)
    for point in export.points:
        _write_point(point, writer)
    return writer.content(kind)


def _write_head(export: Export, writer: Writer) -> None:
    title = export.title or {"minutes": "Referat", "agenda": "Dagsorden"}.get(export.kind, "Møde")
    opened = writer.begin()
    writer.marked(title, "kind", export.kind) if export.kind else writer.words(title)
    period = _PERIOD.search(export.body)
    if export.body:
        writer.words(": ")
        writer.marked(export.body[: period.start()] if period else export.body, "body")
        writer.words(" " + export.body[period.start() :] if period else "")
    writer.end(opened, "heading", "1")
    writer.new_paragraph()
    if export.date:
        _caption("Mødedato", writer)
        day = datetime.date.fromisoformat(export.date)
        writer.marked(f"{day.day}. {_MONTHS[day.month - 1]} {day.year}", "date", export.date)
    if export.time:
        writer.words(" kl. ")
        writer.marked(export.time.replace(":", "."), "start-time", export.time)
    if export.place:
        _caption("Mødested", writer)
        writer.marked(export.place, "place")
    for caption, text in export.others:
        if text.strip():
            _caption(caption, writer)
            writer.words(text)
    _write_people(export.people, writer)
    for note in export.notes:
        _write_field(note, writer)


def _caption(caption: str, writer: Writer) -> None:
    writer.new_line()
    writer.words(f"{caption}: ")


def _write_people(people: Sequence[tuple[str, str]], writer: Writer) -> None:
    for role, caption in _CAPTIONS.items():
        names = [name for each, name in people if each == role and name.strip()]
        if names:
            _caption(caption, writer)
        for place, name in enumerate(names):
            if place:
                writer.words(", ")
            writer.marked(name, role)


def _write_point(point: ExportedPoint, writer: Writer) -> None:
    writer.new_paragraph()
    item = writer.begin()
    heading = writer.begin()
    if point.label.strip():
        writer.words("Punkt ")
        writer.marked(point.label, "number")
        writer.words(": ")
    writer.marked(point.title or "(uden titel)", "title")
    writer.end(heading, "heading", "2")
    writer.new_line()
    if point.case.strip():
        writer.words("Sagsnr.: ")
        writer.marked(point.case, "case")
        writer.new_line()
    if point.closed:
        writer.marked("Lukket punkt", "closed")
        writer.new_line()
    for field in point.fields:
        _write_field(field, writer)
    _write_attachments(point.attachments, writer)
    writer.end(item, "item")
    writer.new_paragraph()


def _write_field(field: Field, writer: Writer) -> None:
    writer.new_paragraph()
    if field.caption.strip():
        writer.marked(field.caption, "heading", str(field.level))
        writer.after_heading()
    field.write(writer)
    writer.new_paragraph()


def _write_attachments(titles: Sequence[str], writer: Writer) -> None:
    titles = [title for title in titles if title.strip()]
    if not titles:
        return
    writer.new_paragraph()
    writer.marked("Bilag", "heading", "3")
    writer.after_heading()
    for title in titles:
        writer.bullet("- ")
        writer.marked(title, "attachment")
        writer.new_line()
