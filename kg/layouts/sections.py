"""The captioned sections of one point."""

import datetime
import re

import msgspec

from kg.layouts.absence import split_absence, tells_absence
from kg.layouts.attachments import BUTTON
from kg.layouts.caption import Caption, read_caption
from kg.layouts.draft import Draft, piece
from kg.layouts.treatments import is_of_point, read_treatment
from kg.model.minutes import Section
from kg.model.source import Text

_STRONG = {"background", "recommendation", "decision", "presentation", "history"}
# Captions that a decision's own sub-headings use as well.
_WEAK = {"process", "announcement", "consequences", "information", "assessment", "economy", "policy"}
_TOLD = {"history", "decision"}
# "Administrationen indstiller, at …" opens a recommendation where no caption does.
_RECOMMENDS = re.compile(
    r"\s*(?:Det|[A-ZÆØÅ][^.:;?!]{1,90}?)\s(?:indstiller|indstilles|anbefaler|foreslår|foreslås)"
    r"(?:\s+(?:det\s+)?(?:til|over for|overfor|at)\b|[,:]|\s*$)"
)


_LISTED = re.compile(r"\s*(?!at\b|\d{1,2}[.)]\s+at\b)(?!.{140}).*[^\s.:;,]\s*$", re.I)
# "Det indstilles:" below the caption "Indstilling" is its first line.
_SAYS = re.compile(r"det (?:indstilles|foreslås)|(?:administrationen|forvaltningen|direktionen) indstiller", re.I)


def read_sections(
    draft: Draft, first: int, last: int, day: datetime.date, captions: dict[str, str]
) -> tuple[Section, ...]:
    """Cut lines `first` to `last` (exclusive) into sections; what stands before the first caption is the `lead`."""
    start = draft.lines[first].start if first < last else len(draft.plain)
    end = draft.lines[last - 1].end if first < last else start
    found = _without_listed(draft, _captions(draft, first, last, day, captions), end)
    if not any(caption.kind == "recommendation" for caption in found):
        found = _with_recommendation(draft, first, last, found)
    stop = _begin(draft, found[0]) if found else end
    sections = [Section("lead", Text("", start, start), start, stop)]
    stops = [*(_begin(draft, caption) for caption in found[1:]), end]
    for caption, stop in zip(found, stops, strict=False):
        whole = Section(caption.kind, caption.text, caption.body_start, stop, caption.body, caption.date)
        sections.extend(split_absence(draft, whole) if caption.kind == "decision" else [whole])
    return tuple(
        section for section in sections if section.kind != "lead" or draft.plain[section.start : section.end].strip()
    )


def _begin(draft: Draft, caption: Caption) -> int:
    """Where a caption begins, with the bullet of a list before it."""
    start = caption.text.start
    while start and draft.plain[start - 1] in " \t":
        start -= 1
    return start - 1 if start and draft.plain[start - 1] in "•·" else caption.text.start


def _captions(draft: Draft, first: int, last: int, day: datetime.date, captions: dict[str, str]) -> list[Caption]:
    found: list[Caption] = []
    past = 0
    for index in range(first, last):
        if draft.lines[index].start < past:
            continue
        told = bool(found) and found[-1].kind in _TOLD
        caption = read_caption(draft, index, day, captions) or read_treatment(draft, index, day)
        if caption and caption.kind == "decision" and tells_absence(draft.lines[index].text):
            continue
        if caption and caption.loose and not (told and (caption.kind == "decision" or found[-1].loose)):
            if not _is_own(draft, caption, day, range(index + 1, last), captions):
                continue
            caption = msgspec.structs.replace(caption, loose=False)
        if caption and found and found[-1].kind == "attachments" and _below_button(draft, index):
            continue
        if caption and not (found and _inside(found[-1], caption)):
            found.append(caption)
            past = caption.body_start
    return found


def _is_own(draft: Draft, caption: Caption, day: datetime.date, below: range, captions: dict[str, str]) -> bool:
    """Whether *Vejudvalget, 12-03-2024, pkt. 4* heads this meeting's own decision: of its day, with text below it."""
    if caption.kind != "decision" or caption.date != day.isoformat() or not is_of_point(caption.text.value):
        return False
    index = next((place for place in below if draft.lines[place].text.strip()), None)
    return index is not None and not (read_caption(draft, index, day, captions) or read_treatment(draft, index, day))


def _below_button(draft: Draft, index: int) -> bool:
    """Whether the line above is a page's button (*PDF*): then a line is an attachment's title, whatever it says."""
    above = next(
        (line.text.strip() for line in reversed(draft.lines[max(0, index - 2) : index]) if line.text.strip()), ""
    )
    return BUTTON.fullmatch(above) is not None and not above.isdigit()


def _with_recommendation(draft: Draft, first: int, last: int, found: list[Caption]) -> list[Caption]:
    """The captions and, before the first decision, the line that recommends by its verb alone."""
    stop = next((caption.text.start for caption in found if caption.kind in _TOLD), None)
    for index in range(first, last):
        line = draft.lines[index]
        if stop is not None and line.start >= stop:
            break
        if _RECOMMENDS.match(line.text):
            start = line.start + len(line.text) - len(line.text.lstrip())
            if all(caption.body_start <= start for caption in found if caption.text.start <= start):
                caption = Caption("recommendation", piece(draft.plain, start, start), start, 0)
                return sorted([*found, caption], key=lambda each: each.text.start)
            break
    return found


def _without_listed(draft: Draft, captions: list[Caption], end: int) -> list[Caption]:
    """The captions without words that are titles in a list of attachments (*Tidsplan*): in a closing list, where no
    section of text follows, or before the point's title, which Acadre repeats below the list.
    """
    stops = [*(caption.text.start for caption in captions[1:]), end]
    opened = [
        caption.kind in _STRONG and not _is_title(draft, captions, place, stops[place])
        for place, caption in enumerate(captions)
    ]
    for place, caption in enumerate(captions):
        if caption.kind != "attachments":
            continue
        if not any(opened[place + 1 :]):
            return captions[: place + 1]
        if len(captions) > place + 2 and _is_listed(draft, captions[place + 1], captions[place + 2]):
            return [*captions[: place + 1], *captions[place + 2 :]]
    return captions


def _is_title(draft: Draft, captions: list[Caption], place: int, end: int) -> bool:
    """Whether a caption may be an attachment's title (*Indstilling*): its kind stood above, and below stand no
    sentences.
    """
    caption = captions[place]
    if caption.kind == "decision" or all(each.kind != caption.kind for each in captions[:place]):
        return False
    below = draft.plain[caption.body_start : end].split("\n")
    return all(_LISTED.match(line) for line in below if line.strip())


def _is_listed(draft: Draft, caption: Caption, following: Caption) -> bool:
    """Whether a caption below a list of attachments has nothing below it but one line that is no sentence: a title."""
    text = draft.plain[caption.body_start : following.text.start].strip()
    is_title = bool(text) and "\n" not in text and text[-1] not in ".:;" and not text.lower().startswith("ingen")
    return caption.kind in _WEAK and following.kind in _STRONG and is_title


def _inside(current: Caption, caption: Caption) -> bool:
    """Whether a caption is a sub-heading of the decision that stands open: a deeper Markdown heading, or a weak word
    without one.
    """
    if current.kind == "recommendation":
        return caption.kind == "recommendation" and _SAYS.match(caption.text.value) is not None
    if current.kind != "decision":
        return False
    if current.level:
        return caption.level == 0 or caption.level > current.level
    return caption.kind in _WEAK
