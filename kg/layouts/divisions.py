"""Where a document passes from its open to its closed part (*Lukket dagsorden*) or to a supplement.

Numbering may begin anew there; what stands in the closed part is closed, whatever its points' titles say.
"""

import re
from bisect import bisect_right

import msgspec

from kg.layouts.draft import Draft

_LINE = re.compile(
    r"""\W*(?:(?P<closed>lukket|lukkede|fortroligt?|fortrolige|ikke[ -]offentlige?)|(?P<open>åben|åbent|åbne
        |offentligt?|offentlige)
      |(?P<more>tillægs?))[ -]?(?:dagsorden|referat|punkter|del|protokol|sager|møde|beslutningsprotokol
        |dagsordenspunkter)\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
# "Til behandling - for lukkede døre", and no sentence about one point
_DOORS = re.compile(
    r"""\W*(?!.*\b(?:punktet|sagen|mødet|behandle[sr]|behandledes|blev|bliver|er|var|skal|kan|afholdes|afholdt)\b)
      (?:[a-zæøå]{2,20}\W{1,4}){0,4}(?:for|bag)\ (?:(?P<closed>lukkede)|åbne)\ døre\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_MOST = 3  # a line that comes more often is a running header
_NEAR = 25  # lines below a division in which numbering may begin anew


class Divisions(msgspec.Struct, frozen=True):
    """The lines at which a part begins, and whether it is a closed one."""

    lines: tuple[int, ...] = ()
    closed: tuple[bool, ...] = ()

    def is_closed(self, line: int) -> bool:
        """Whether a line stands in a closed part."""
        place = bisect_right(self.lines, line) - 1
        return place >= 0 and self.closed[place]

    def restarts(self, line: int) -> bool:
        """Whether a part begins shortly above a line."""
        place = bisect_right(self.lines, line) - 1
        return place >= 0 and line - self.lines[place] <= _NEAR


def find_divisions(draft: Draft, first: int) -> Divisions:
    """The divisions from line `first` on."""
    found: dict[str, list[tuple[int, bool]]] = {}
    for index in range(first, len(draft.lines)):
        text = draft.lines[index].text
        match = (_LINE.match(text) or _DOORS.match(text)) if 8 < len(text) < 60 else None
        if match:
            found.setdefault(text.strip().lower(), []).append((index, bool(match["closed"])))
    kept = sorted(each for places in found.values() if len(places) <= _MOST for each in places)
    return Divisions(tuple(line for line, _ in kept), tuple(closed for _, closed in kept))
