"""The stages that see one document: read, parse, extract. What they leave is a Record."""

from kg.extract import Scheme, extract, find_introductions, find_names, reading
from kg.layouts import draft, parse
from kg.learn import extended
from kg.model.minutes import Meeting
from kg.model.problem import Problem
from kg.model.record import Introduction, Record
from kg.model.source import Source
from kg.profiles import NONE, Profile, meant_on, of_day
from kg.resolve.meant import meant, meant_body


def understand(
    source: Source, authority: str = "", profile: Profile = NONE, learned: Profile = NONE, scheme: Scheme | None = None
) -> Record:
    """Parse and extract the minutes of `authority`. `learned` holds names that other documents taught.

    The profile's names are those of the day of the meeting.
    """
    sheet = draft(source)
    meeting, problems = parse(source, profile, sheet)
    day = meeting.date or ""
    known = extended(of_day(profile, day), learned)
    document = reading(source, meeting, known, sheet.plain)
    names = find_names(document)
    introductions = tuple(
        Introduction(mention.kind, mention.name, abbreviation, mention.start, start + len(abbreviation) + 1)
        for mention, abbreviation, start in find_introductions(document, names)
    )
    findings = extract(document, scheme or Scheme(), names)
    names_of_day = meant_on(profile, day)
    findings, meeting = meant(findings, names_of_day), meant_body(meeting, names_of_day)
    text = without_closed(source.text, meeting)
    problems = (*problems, *_unread(source))
    return Record(
        source.path,
        source.sha256,
        source.format,
        authority,
        text,
        meeting,
        findings,
        introductions,
        problems,
        source.pages,
        source.marks,
        hidden_pages(source, meeting),
    )


def hidden_pages(source: Source, meeting: Meeting) -> tuple[int, ...]:
    """The pages of which no picture may be shown: those that the source hides, and those of closed items."""
    closed = {page for item in meeting.items if item.closed for page in source.pages_in(item.start, item.end)}
    return tuple(sorted({*source.hidden, *closed}))


def _unread(source: Source) -> tuple[Problem, ...]:
    """Pages that are pictures, which nobody read."""
    ends = (*source.pages, len(source.text))[1:]
    empty = {page for page, (start, end) in enumerate(zip(source.pages, ends, strict=False), 1) if start == end}
    unread = ", ".join(str(page) for page in source.hidden if page in empty)
    return (Problem(source.path, 0, "pictures", (unread,)),) if unread else ()


def without_closed(text: str, meeting: Meeting) -> str:
    """The text with what stands in closed items blanked out, length for length; heading and case number stay."""
    for item in meeting.items:
        if item.closed:
            heading = max(item.title.end, text.find("\n", item.start, item.end))
            keep = [(item.start, heading)] + ([(item.case.start, item.case.end)] if item.case else [])
            body = "".join(
                char if char.isspace() or any(low <= place < high for low, high in keep) else " "
                for place, char in enumerate(text[item.start : item.end], item.start)
            )
            text = text[: item.start] + body + text[item.end :]
    return text
