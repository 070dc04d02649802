"""Political groups that put something forward: "Liste A og SF stiller forslag om", "forslag fra Enhedslisten"."""

import re
from collections.abc import Iterator

from kg.danish.parties import NAMES
from kg.extract.places import find_literals
from kg.extract.reading import Reading
from kg.extract.votes import find_voters
from kg.model.finding import Mention

_PARTY = (
    rf"(?:{'|'.join(re.escape(name) for name in NAMES)}|(?:Liste|Gruppe)\ [A-ZÆØÅ]{{1,2}}\b"
    r"|[A-ZÆØÅ][\wæøå]*(?:listen|partiet)(?![\wæøå]))"
)
_ROW = rf"{_PARTY}(?:\ \([A-ZÆØÅ]\))?(?:(?:,\ |,?\ og\ |,?\ samt\ |/){_PARTY}(?:\ \([A-ZÆØÅ]\))?){{0,9}}"
_ACTS = r"""(?:s\ byrådsgruppe|s\ gruppe
  |\ (?:ved|v/)\ ?[A-ZÆØÅ][\w.-]*(?:\ [A-ZÆØÅ][\w.-]*){0,4})?,?\s(?:\w+\ )?
  (?:foreslår|foreslog|indstiller|stiller|stillede|fremsætter
  |fremsatte|fremlægger
  |anmoder\ om|har\ (?:stillet|fremsat|anmodet\ om|ønsket|bedt\ om)|anbefaler,?\ at)\b(?!\ ændringsforslag
    |\ spørgsmål|\ sig)"""
_SUBJECT = re.compile(rf"(?<![\w-])(?P<who>{_ROW}){_ACTS}", re.VERBOSE)
_VERBS = (
    "foreslår",
    "foreslog",
    "indstiller",
    "stille",
    "stillet",
    "frems",
    "fremlægger",
    "anmode",
    "ønsket",
    "bedt",
    "anbefaler",
)
_BEFORE = 160
_THING = re.compile(r"forslag|anmodning|initiativ|sag", re.IGNORECASE)
_FROM = re.compile(
    rf"""\b(?<!ændrings)(?:beslutnings|medlems|dagsordens)?(?:[Ff]orslag(?:et)?|[Aa]nmodning(?:en)?|[Ii]nitiativ(?:et)?|sag(?:en)?)
      \ (?:stillet\ |fremsat\ )?(?:fra|af)\ (?P<who>{_ROW})(?![\wæøå])""",
    re.VERBOSE | re.IGNORECASE,
)


def find_groups(reading: Reading) -> Iterator[Mention]:
    """The parties that put forward what open items are about, each as who proposes it."""
    plain, done = reading.plain, -1
    for verb in find_literals(plain, _VERBS):
        hits = _SUBJECT.finditer(plain, max(done, verb - _BEFORE, 0), min(len(plain), verb + 60))
        for hit in hits:
            done = max(done, hit.end("who"))
            yield from _parties(reading, *hit.span("who"))
    for place in find_literals(reading.lower, (" fra ", " af ")):
        if not _THING.search(plain, max(0, place - 40), place):
            continue
        found = _FROM.search(plain, max(0, place - 40), min(len(plain), place + 200))
        if found and found.start("who") <= place + 5:
            yield from _parties(reading, *found.span("who"))


def _parties(reading: Reading, start: int, end: int) -> Iterator[Mention]:
    item = reading.item_at(start)
    section = reading.section_at(reading.meeting.items[item], start) if item >= 0 else None
    # what a group moves while a point is decided is an amendment: it brought nothing before the meeting
    if item >= 0 and not (section and section.kind == "decision"):
        for voter in find_voters(reading.plain, item, start, end):
            if voter.kind == "party":
                yield Mention(item, "party", voter.name, voter.start, voter.end, "group-proposes", "proposedBy")
