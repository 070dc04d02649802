"""An item that one document of a meeting closes stays closed in all of them."""

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from kg.model.finding import Findings
from kg.model.minutes import AgendaItem
from kg.model.record import Record


def close(record: Record, indices: frozenset[int]) -> Record:
    """A document as it is where others close some of its items: nothing of these but number, title, case and page."""
    if not indices:
        return record
    items = tuple(item.shut() if index in indices else item for index, item in enumerate(record.meeting.items))
    text = record.text
    for index in indices:
        text = _blanked(text, record.meeting.items[index])
    findings = {
        name: tuple(each for each in getattr(record.findings, name) if each.item not in indices)
        for name in Findings.__struct_fields__
    }
    return msgspec.structs.replace(
        record,
        text=text,
        meeting=msgspec.structs.replace(record.meeting, items=items),
        findings=Findings(**findings),
        introductions=tuple(
            each
            for each in record.introductions
            if not any(
                record.meeting.items[index].start <= each.start < record.meeting.items[index].end for index in indices
            )
        ),
        hidden=tuple(sorted({*record.hidden, *_pages(record, indices)})),
    )


def _pages(record: Record, indices: frozenset[int]) -> Iterator[int]:
    """The pages, from 1, on which closed items stand: no picture of them is shown."""
    for index in indices if record.pages else ():
        item = record.meeting.items[index]
        yield from range(bisect_right(record.pages, item.start), bisect_right(record.pages, max(item.end - 1, 0)) + 1)


def _blanked(text: str, item: AgendaItem) -> str:
    keep = [(item.start, item.title.end), *([(item.case.start, item.case.end)] if item.case else [])]
    body = "".join(
        char if char.isspace() or any(low <= place < high for low, high in keep) else " "
        for place, char in enumerate(text[item.start : item.end], item.start)
    )
    return text[: item.start] + body + text[item.end :]
