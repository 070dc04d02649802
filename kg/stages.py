"""What each stage makes of one file by itself, as lines of JSON: for whoever debugs or extends."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from kg.corpus import Corpus
from kg.graph.scheme import read_vocabulary
from kg.inputs import Input
from kg.model.record import Record
from kg.model.source import Source
from kg.privacy import mask
from kg.reading import read_input
from kg.settings import Settings
from kg.survey import assign, decide, signals_of, survey_of
from kg.understand import understand


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
