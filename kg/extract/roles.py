"""What an agent does for an item: proposes it, has prepared it, or is to carry it on."""

import re

import msgspec

from kg.extract.reading import Reading
from kg.model.finding import Mention

_ADVERBS = (
    r"(?:\s+(?:i\ fællesskab|i\ samarbejde\ med\ \w+|herefter"
    r"|også|løbende|nu|derfor|således|i\ dag|endvidere|samtidig|fremover|fremadrettet|tidligere|desuden))*"
)
_AUX = rf"(?:{_ADVERBS}\s+(?:har|vil|skal|bør))?{_ADVERBS}"
_AFTER = (
    ("proposedBy", re.compile(r"\s+(?:indstiller|foreslår,? at|anbefaler,? at|indstillede|indstilling(?:en)?)\b")),
    (
        "preparedBy",
        re.compile(
            rf"""{_AUX}\s+(?:udarbejde[rt]?|udarbejdede|indhente[rt]?|indhentede|fremlægger|fremlægge|fremlagt
              |fremlagde|gennemført|gennemfører|beskrevet|foretaget|opgjort|afdækket|vurderer|analyseret
              |undersøgt|forberedt|udformet|kortlagt|evalueret)\b""",
            re.VERBOSE,
        ),
    ),
    (
        "responsible",
        re.compile(
            rf"""{_AUX}\s+(?:arbejde[r]?\s+(?:\w+\s+)?(?:videre|herefter)|arbejder\ videre|sørge[r]?\s+for
              |varetage[r]?|er\s+(?:tovholder|projektejer|ansvarlig|bindeled|projektleder
                |overordnet\ ansvarlig)|koordinere[r]?|står\s+for|forestår|følge[r]?\s+op|har\s+ansvaret
              |disponere[r]?|ønsker|ejer\s+projektet|udmønter|implementerer|igangsætter|afklarer|udfører
              |undersøger|vender\s+tilbage)\b""",
            re.VERBOSE,
        ),
    ),
)
_BEFORE = (
    (
        "proposedBy",
        re.compile(r"\b(?:indstiller|foreslår|anbefaler|indstillet af|indstilling(?:en)? (?:fra|af))\s+$", re.I),
    ),
    (
        "preparedBy",
        re.compile(
            r"""  \b(?:udarbejdet|fremlagt|forberedt|forelagt|udformet|gennemført|indhentet)\ af\s+$
            | \bsag\ fra\s+$
            | \b(?:sagsbehandler|fremlægges\ af)\s*:?\s+$""",
            re.IGNORECASE | re.VERBOSE,
        ),
    ),
    (
        "responsible",
        re.compile(
            r"""  \b(?:tovholder(?:\ er|\ for\ \w+\ er)?|projektejer(?:\ er)?|projektleder(?:\ er)?
              |ansvarlig(?:\ er)?)\s*:?\s+$
            | \bforankre[ts]\ i\s+$
            | \bvaretages\ fremover\ af\s+$""",
            re.IGNORECASE | re.VERBOSE,
        ),
    ),
)
# The last words of the patterns above, and of the next: the patterns are tried where one of them stands.
_LAST_WORDS = (
    "indstiller",
    "foreslår",
    "anbefaler",
    " af",
    " fra",
    "sagsbehandler",
    " er",
    " i",
    "tovholder",
    "projektejer",
    "projektleder",
    "ansvarlig",
    "arbejder",
)
_BRACKET = re.compile(r"\s*\([^)]{1,12}\)")
_CONTINUES = re.compile(r"\s+videre\b")
_WORKS = re.compile(r"\barbejder\s+$")
_BETWEEN = re.compile(r"\s*(?:,|og|samt|/|&|, og)\s*")
_LONGEST_GROUP = 6


def with_roles(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """The same mentions, those of units and people with the relation that the words around them give.

    Coordinated names ("VEC og BYC arbejder videre") share the relation of their group.
    """
    result = list(mentions)
    for group in _groups(reading, mentions):
        relation = _relation(reading, mentions[group[0]], mentions[group[-1]])
        if relation:
            for index in group:
                if mentions[index].kind in {"unit", "person", "abbreviation", "director"}:
                    result[index] = msgspec.structs.replace(mentions[index], relation=relation)
    return result


def _groups(reading: Reading, mentions: list[Mention]) -> list[list[int]]:
    groups: list[list[int]] = []
    for index, mention in enumerate(mentions):
        if groups and len(groups[-1]) < _LONGEST_GROUP:
            last = mentions[groups[-1][-1]]
            if mention.start >= last.end and _BETWEEN.fullmatch(reading.plain, last.end, mention.start):
                groups[-1].append(index)
                continue
        groups.append([index])
    return groups


def _relation(reading: Reading, first: Mention, last: Mention) -> str:
    end = min(len(reading.plain), last.end + 90)
    bracket = _BRACKET.match(reading.plain, last.end, end)
    after = bracket.end() if bracket else last.end
    for relation, pattern in _AFTER:
        if pattern.match(reading.plain, after, end):
            return relation
    before = reading.plain[max(0, first.start - 40) : first.start]
    if not before.rstrip(" \t\r\n:").lower().endswith(_LAST_WORDS):
        return ""
    for relation, pattern in _BEFORE:
        if pattern.search(before):
            return relation
    return "responsible" if _WORKS.search(before) and _CONTINUES.match(reading.plain, after, end) else ""
