"""What each stage makes of one file by itself, as lines of JSON: for whoever debugs or extends."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec

from kg.corpus import Corpus
from kg.errors import UnreadableError
from kg.first_look import limits_of, lost
from kg.graph.scheme import read_vocabulary
from kg.inputs import Input
from kg.jobs import run
from kg.model.minutes import Meeting
from kg.model.problem import Problem
from kg.model.record import Record
from kg.model.source import Source
from kg.privacy import mask
from kg.reading import read_input
from kg.settings import Settings
from kg.survey import assign, decide, signals_of, survey_of
from kg.understand import understand


class Shown(msgspec.Struct, frozen=True):
    """A stage of one file: its lines, or its text; its meeting, where it was understood; what is odd about it."""

    lines: tuple[bytes, ...]
    meeting: Meeting | None = None
    problems: tuple[Problem, ...] = ()


def shown(given: Input, settings: Settings, stage: str, *, text: bool = False) -> Shown:
    """What `stage_lines` makes of one file, or with `text` its text alone. As in a build a process of its own reads it,
    in bounds of time and memory. Raises `UnreadableError`.
    """
    work = partial(_shown, settings=settings, stage=stage, text=text)
    (found,) = run(work, [given], 1, partial(_given_up, settings), limits_of(settings))
    return found


def _shown(given: Input, settings: Settings, stage: str, *, text: bool) -> Shown:
    if text:
        return Shown((source_text(given, settings),))
    record = understand_alone(given, settings)
    return Shown(tuple(stage_lines(given, record, settings, stage)), record.meeting, record.problems)


def _given_up(settings: Settings, given: Input, reason: str) -> Shown:
    raise UnreadableError(reason, *lost(given, reason, settings).values)


def _input(given: Input | Path) -> Input:
    """A path is that of a file which lies in no archive."""
    return given if isinstance(given, Input) else Input(given.name, str(given))


def source_of(given: Input | Path, settings: Settings) -> Source:
    """A file as every stage sees it: personal data masked unless kept. Raises `UnreadableError`."""
    source = read_input(_input(given), ocr=settings.ocr)
    return source if settings.keep_personal_data else mask(source)


def source_text(given: Input | Path, settings: Settings) -> bytes:
    """The text of a file, which all offsets index, in UTF-8 with its line ends as they are.

    Raises `UnreadableError`.
    """
    return source_of(given, settings).text.encode("utf-8", "surrogatepass")


def understand_alone(given: Input | Path, settings: Settings) -> Record:
    """One file, understood as if it were the only one. Raises `UnreadableError`."""
    given = _input(given)
    read = read_input(given, ocr=settings.ocr)
    found = decide([survey_of(given, read, signals_of(settings.profiles))])[given]
    authority, profile = assign(found, settings)
    source = read if settings.keep_personal_data else mask(read)
    return understand(source, authority, profile, scheme=read_vocabulary(settings.themes).words)


def stage_lines(given: Input | Path, record: Record, settings: Settings, stage: str) -> Iterator[bytes]:
    """The value after `stage` as JSON lines in UTF-8, without line ends. `record` is what was understood of `given`.

    `source` is one line; `meeting` one for the meeting and one for each item; `findings` one for each finding, in
    reading order by kind; `facts` one for each fact, with the named graph that it stands in.
    """
    match stage:
        case "source":
            yield msgspec.json.encode(source_of(given, settings))
        case "meeting":
            yield msgspec.json.encode({"meeting": msgspec.structs.replace(record.meeting, items=())})
            yield from (msgspec.json.encode({"item": item}) for item in record.meeting.items)
        case "findings":
            for kind in record.findings.__struct_fields__:
                yield from (msgspec.json.encode({kind: found}) for found in getattr(record.findings, kind))
        case "facts":
            corpus = Corpus([lambda: record], settings, read_vocabulary(settings.themes).themes)
            for described in corpus.described():
                for fact in described.facts:
                    yield msgspec.json.encode({"graph": described.graph, **msgspec.to_builtins(fact)})
