"""What each stage makes of one file, as lines of JSON: for whoever debugs or extends."""

from collections.abc import Iterator

import msgspec

from kg.corpus import Corpus
from kg.model.record import Record
from kg.model.source import Source
from kg.settings import Settings

STAGES = ("source", "meeting", "findings", "facts")


def stage_lines(
    source: Source, record: Record, settings: Settings, themes: dict[str, str], stage: str
) -> Iterator[bytes]:
    """The value after `stage` as JSON lines in UTF-8, without line ends.

    `source` is one line; `meeting` one for the meeting and one for each item; `findings` one for each finding, in
    reading order by kind; `facts` one for each fact, with the named graph it stands in. `record` is what was understood
    of `source`.
    """
    match stage:
        case "source":
            yield msgspec.json.encode(source)
        case "meeting":
            yield msgspec.json.encode({"meeting": msgspec.structs.replace(record.meeting, items=())})
            yield from (msgspec.json.encode({"item": item}) for item in record.meeting.items)
        case "findings":
            for kind in record.findings.__struct_fields__:
                yield from (msgspec.json.encode({kind: found}) for found in getattr(record.findings, kind))
        case "facts":
            corpus = Corpus([lambda: record], {record.sha256: record.authority}, settings, themes)
            for described in corpus.described():
                for fact in described.facts:
                    yield msgspec.json.encode({"graph": described.graph, **msgspec.to_builtins(fact)})
