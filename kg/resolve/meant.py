"""Names whose meaning depends on the day, put as the profile says that they were meant on the day of the meeting."""

from typing import Any

import msgspec

from kg.model.finding import Decision, Findings, Mention, Reference
from kg.model.minutes import Meeting
from kg.profiles.days import Name
from kg.resolve.hearing import spoken

_OPEN = {"abbreviation", "organisation"}  # kinds that may turn out to be any


def meant(findings: Findings, names: dict[str, Name]) -> Findings:
    """The findings with each name of `names` put as the agent that it means; places and words stay as they are."""
    return _put(findings, names) if names else findings


def meant_body(meeting: Meeting, names: dict[str, Name]) -> Meeting:
    """The meeting with its body under the name that the profile prefers."""
    name = _body(meeting.body.value, names) if meeting.body else ""
    if not meeting.body or name == meeting.body.value:
        return meeting
    return msgspec.structs.replace(meeting, body=msgspec.structs.replace(meeting.body, value=name))


def _put(value: Any, names: dict[str, Name]) -> Any:
    if isinstance(value, tuple):
        return tuple(_put(each, names) for each in value)
    if isinstance(value, Mention):
        return _mention(value, names)
    if not isinstance(value, msgspec.Struct):
        return value
    changed = {
        field: _put(old, names) for field in value.__struct_fields__ if isinstance(old := getattr(value, field), tuple)
    }
    if isinstance(value, Decision | Reference):
        changed["body"] = _body(value.body, names)
    return msgspec.structs.replace(value, **changed)


def _mention(mention: Mention, names: dict[str, Name]) -> Mention:
    name = names.get(spoken(mention.kind, mention.name))
    kind = "person" if mention.kind == "director" else mention.kind
    if name is None or (name.kind != kind and kind not in _OPEN):
        return mention
    return msgspec.structs.replace(mention, kind=name.kind, name=name.agent)


def _body(body: str, names: dict[str, Name]) -> str:
    name = names.get(spoken("body", body))
    return name.agent if name and name.kind == "body" else body
