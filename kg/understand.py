"""The stages that see one document: read, parse, extract. What they leave is a Record."""

from pathlib import Path

import msgspec

from kg.extract import Scheme, extract, find_introductions, reading
from kg.extract.authority import find_authority
from kg.layouts import parse
from kg.learn import extended
from kg.model.minutes import Meeting
from kg.model.record import Introduction, Record
from kg.model.source import Source
from kg.profiles import NONE, Profile, choose
from kg.readers import read


class How(msgspec.Struct, frozen=True):
    """How documents are understood. `profiles` are chosen among by what a text says; `forced` is used for every one."""

    scheme: Scheme = Scheme()
    profiles: tuple[Profile, ...] = ()
    forced: Profile | None = None


def understand_file(path: Path, relative: str, how: How) -> Record:
    """Read and understand one file. Raises `UnreadableError`."""
    return understand(read(path, relative), how)


def understand(source: Source, how: How, fallback: Profile = NONE, learned: Profile = NONE) -> Record:
    """Parse and extract. `fallback` is the profile for a text that names no authority; `learned` holds names that the corpus taught."""
    profile = how.forced if how.forced is not None else choose(source.text, how.profiles)
    profile = fallback if profile is NONE else profile
    authority = find_authority(source, profile)
    profile = extended(profile, learned)
    meeting, problems = parse(source, profile)
    findings = extract(source, meeting, profile, how.scheme)
    introductions = tuple(
        Introduction(mention.kind, mention.name, abbreviation, mention.start, start + len(abbreviation))
        for mention, abbreviation, start in find_introductions(reading(source, meeting, profile))
    )
    return Record(
        source.path, source.sha256, source.format, authority, without_closed(source.text, meeting), meeting, findings, introductions, problems
    )


def without_closed(text: str, meeting: Meeting) -> str:
    """The text with what stands in closed items blanked out, length for length; title and case number stay."""
    for item in meeting.items:
        if item.closed:
            keep = [(item.title.start, item.title.end)] + ([(item.case.start, item.case.end)] if item.case else [])
            body = "".join(
                char if char.isspace() or any(low <= place < high for low, high in keep) else " "
                for place, char in enumerate(text[item.start : item.end], item.start)
            )
            text = text[: item.start] + body + text[item.end :]
    return text
