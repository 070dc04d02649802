"""What a document is: minutes, an agenda, or neither; by what it holds rather than by what it is called."""

from collections.abc import Sequence

from kg.layouts.header import Header
from kg.model.minutes import AgendaItem

_PROPOSES = frozenset(("recommendation", "presentation", "background", "competence"))


def kind_of(plain: str, header: Header, items: Sequence[AgendaItem]) -> str:
    """`agenda` where no point has a decision of this meeting though the template has captions, else `minutes`.

    Minutes whose points are free text have no captions; an agenda may quote the decisions of earlier meetings.
    """
    opened = [item for item in items if not item.closed]
    if any(_decides(plain, header, item) for item in opened):
        return "minutes"
    if header.kind == "agenda":
        return "agenda"
    proposing = [item for item in opened if any(section.kind in _PROPOSES for section in item.sections)]
    return "agenda" if proposing and len(proposing) * 2 >= len(opened) else "minutes"


def _decides(plain: str, header: Header, item: AgendaItem) -> bool:
    return any(
        section.kind == "decision"
        and section.date in {None, header.date}
        and any(sign.isalnum() for sign in plain[section.start : section.end])
        for section in item.sections
    )
