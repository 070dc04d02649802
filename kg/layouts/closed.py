"""Whether a point was treated behind closed doors (*Lukket*): by its heading, or by a line of its own below that."""

import re
from collections.abc import Iterable

_SAYS = r"(?:lukket|lukkede|fortroligt?|ikke[ -]offentligt?)"
_OF = r"(?:punkt(?:er)?|pkt\.?|sag(?:er)?|dagsorden(?:spunkt)?|møde|behandling)"
# Lukket (sag | punkt | dagsorden | møde), alone, in brackets, before a colon or a dash, after one or a comma, or at the
# end in capitals: the heading decides (FirstAgenda, Acadre). "Skolen i Sundby lukket" is about a school; with a sign
# before the last word it may be, and then the point is closed all the same.
_TITLE = re.compile(
    rf"""  ^\W*{_SAYS}(?:\s+{_OF})?\s*(?:$|[]:()–-])
    | ^\W*lukket\ (?:punkt|pkt\.|sag)\s
    | [(\[](?:{_SAYS}(?:\ {_OF})?|(?:behandles\ )?(?:for|bag)\ lukkede\ døre)[)\]]\W*$
    | \blukket\ (?:punkt|sag|dagsorden|behandling)\W*$
    | (?:\s[-–—/|]|[,;:])\s?(?:lukket|fortroligt?)(?:\s(?:punkt|sag|behandling))?\W*$
    | \s(?-i:LUKKET|FORTROLIGT?)\W*$
    | \btavshedspligt(?:en)?\ (?:er\ )?ikke\ (?:fraveget|ophævet)\W*$
    | ^\W*\(L\)\s""",
    re.IGNORECASE | re.VERBOSE,
)
# What exporters print on a line below the heading: "Lukket punkt", "Åben/lukket: Lukket".
_LINE = re.compile(
    rf"""\W*(?:(?:(?:punkt|sags|møde|behandlings)?type|[åa]ben/lukket|[åa]bent/lukket|offentlighed)\ ?:\s+)?
        {_SAYS}(?:\s{{1,3}}(?:punkt|sag|behandling))?\W*$
      | \W*{_SAYS}\s*[-–:|]\s*[\w./-]{{0,16}}\d[\w./-]{{1,16}}\W*$
      | \W*sags?\W{{0,2}}(?:nr|nummer|id)\b[^\n]{{1,100}}\s{_SAYS}(?:\s{{1,3}}(?:punkt|sag))?\W*$
      | \W*(?:punktet|sagen|dette\ punkt)\ (?:behandles|behandledes|blev\ behandlet|er)\ (?:som\ )?
        (?:(?:for|bag)\ lukkede\ døre|på\ (?:et\ )?lukket\ møde|på\ lukket\ dagsorden
          |(?:et\ )?lukket(?:\ punkt|\ sag)?)\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_FIRST = 4  # lines with words, below the heading, among which one may close the point
_LONGEST = 140


def is_closed(title: str) -> bool:
    """Whether a heading says that its point was treated behind closed doors."""
    return bool(_TITLE.search(title))


def says_only_closed(text: str) -> bool:
    """Whether a line says that its point is closed, and nothing of what it is about."""
    return len(text) <= _LONGEST and bool(_LINE.match(text))


def is_closed_below(lines: Iterable[str]) -> bool:
    """Whether one of the first `lines` below a heading says so of what follows; where nothing does, it is a heading of
    the closed part.
    """
    written = 0
    said = False
    for line in lines:
        if not line.strip():
            continue
        if said:
            return True
        if written == _FIRST:
            return False
        written += 1
        said = says_only_closed(line)
    return False
