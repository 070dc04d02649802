"""The JSON of FirstAgenda's public API: one meeting of `/api/agenda/dagsorden/{id}`."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from kg.errors import UnreadableError
from kg.readers.export import Export, ExportedPoint, Field, check_points, compose, moment
from kg.readers.reader import Content, Reader
from kg.readers.text import decode
from kg.readers.tree import write_html

_HEAD = re.compile(rb'[\xef\xbb\xbf\xff\xfe\s]*(?:\{\s*["}]|\[\s*[\[{\]"]|[{\[]\s*$)')

# `IsOpen` says whether the point is unfolded on the page: it is false of points that everybody may read.
_CLOSED = ("Lukket", "ErLukket", "IsClosed", "IsConfidential")


def _claims(head: bytes) -> bool:
    return bool(_HEAD.match(head.replace(b"\0", b"")))


def _read(data: bytes, _: str) -> Content:
    try:
        value = msgspec.json.decode(decode(data).lstrip("\ufeff"))
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise UnreadableError("json") from error
    export = _export(value)
    if export is None:
        raise UnreadableError("json-unknown")
    return compose(export, "application/json")


FIRSTAGENDA_JSON = Reader("firstagenda-json", (".json",), _claims, _read)


def _export(value: Any) -> Export | None:
    """The meeting that a decoded JSON text holds; None where it is something else."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, dict) or not isinstance(value.get("Dagsordenpunkter"), list):
        return None
    points = [each for each in value["Dagsordenpunkter"] if isinstance(each, dict)]
    check_points(len(points))
    meeting = _part(value, "Moede")
    date, time = moment(_text(meeting, "Dato", "MeetingBeginUtc"))
    return Export(
        body=_text(_part(value, "Udvalg"), "Navn", "Name"),
        date=date,
        time=time,
        place=_text(meeting, "Sted", "Location"),
        people=list(_people(meeting.get("Moededeltagere"))),
        title=_text(meeting, "Navn"),
        notes=[_written("Information", _text(meeting, "Description"))],
        points=[_point(each) for each in points],
    )


def _part(value: dict[str, Any], name: str) -> dict[str, Any]:
    part = value.get(name)
    return part if isinstance(part, dict) else {}


def _text(value: dict[str, Any], *names: str) -> str:
    """The first of some members that has a text or a number."""
    for name in names:
        text = value.get(name)
        if isinstance(text, str | int) and not isinstance(text, bool) and str(text).strip():
            return str(text).strip()
    return ""


def _parts(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _people(value: Any) -> Iterable[tuple[str, str]]:
    for each in _parts(value):
        away = each.get("Absent") is True or each.get("ParticipationCancelled") is True
        yield "absentee" if away else "member", _text(each, "Name", "Navn")


def _point(value: dict[str, Any]) -> ExportedPoint:
    attachments = _parts(value.get("Bilag")) or _parts(value.get("Documents"))
    return ExportedPoint(
        label=_text(value, "Punktnummer", "Number"),
        title=_text(value, "Navn", "Caption"),
        case=_text(value, "SagsNummer", "CaseNumber"),
        closed=any(value.get(name) is True for name in _CLOSED),
        fields=[_field(each) for each in _parts(value.get("Felter"))],
        attachments=[_text(each, "Navn", "Name", "Title") for each in attachments],
    )


def _field(value: dict[str, Any]) -> Field:
    return _written(_text(value, "Navn"), _text(value, "Html") or _text(value, "Tekst"))


def _written(caption: str, html: str) -> Field:
    return Field(caption if html else "", lambda writer: write_html(html, writer))
