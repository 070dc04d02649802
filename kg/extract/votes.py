"""How members voted, in numbers and by name; and who put a remark on record."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kg.danish.markup import fold
from kg.danish.names import is_person_name, strip_genitive
from kg.danish.parties import NAMES
from kg.extract.asides import WHO, Aside, statements
from kg.extract.reading import Reading
from kg.model.finding import Mention, Outcome, Remark, Vote

_NUMERALS = (
    "ingen en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve"
)
_WORDS = {word: number for number, word in enumerate(_NUMERALS.split())} | {"én": 1, "et": 1, "ét": 1}
_N = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)})"
_MEMBERS = r"(?:\s(?:stemmer|medlemmer|stemme|medlem))?"
_BRACKET = r"(?:\s?\([^()\n]{1,120}\))?"
# "med 43 stemmer imod 7", "13 mod 8 stemmer": which side won is said by the word that came before
_AGAINST_EACH_OTHER = re.compile(
    rf"""\b(?P<one>{_N}{_MEMBERS}{_BRACKET}{_MEMBERS})\s(?:i?mod)\s(?P<other>{_N}\b{_MEMBERS}{_BRACKET})
      |\b(?P<yes>{_N}{_MEMBERS}{_BRACKET}\s(?:stemte\s)?for\b{_BRACKET})[^.\d]{{0,30}}?
        \b(?P<no>{_N}{_MEMBERS}{_BRACKET}\s(?:stemte\s)?i?mod\b{_BRACKET})
      |\bstemme(?:rne|tallene?|tal)?\s(?P<dash>\d{{1,3}}\s?[-–]\s?\d{{1,3}})\b""",
    re.VERBOSE | re.IGNORECASE,
)
_SAYS_BALLOT = re.compile(
    r"\bstem(?:me|te|t)|\bafstemning|\bflertal|\bmindretal|\btiltræde\b|\btilslutte sig\b|\b(?:kan|kunne) ikke\b", re.I
)
_LOST = re.compile(r"\b(?:forkast|faldt|bortfald|nedstemt|afvis|ikke\s(?:vedtaget|godkendt))", re.I)
_AMENDMENT = re.compile(r"\b(?:under)?ændringsforslag", re.I)
_AND_THEN = re.compile(r"\b(?:indstilling|hovedforslag|sag|punkt)\w*\s[^.\n]*\b(?:vedtag|godkend|tiltr)", re.I)
_ALL = re.compile(r"\b(?:enstemmigt?|i enighed|enigt|alle stemte for)\b", re.I)
# A side's name before its voters …
_HEADS = re.compile(
    r"""(?<![\wæøå])(?:
      (?P<abstained>(?:For\ og\ imod|[Hh]verken\ for\ eller\ i?mod)(?:\ (?:stemte|stemmer))?:?
        |(?:Undlod|Undlader|Undladt)(?:\ at\ stemme)?\s?:?|[Bb]lankt?(?:\ (?:stemte|stemmer))?\s?:
          |[Bb]lankt?\ (?:stemte|stemmer))
    | (?P<for>[Ff]or\ (?:\w{0,30}(?:forslaget|indstillingen)\ (?:fra\ \w{1,30}\ )?)?
        (?:stemte|stemmer)\b:?|(?:For|[Ss]temte?\ for)\s?(?::|(?=\(\d)))
    | (?P<against>(?:[Ii]mod|[Mm]od|[Hh]erimod|[Dd]erimod)[ ]
        (?:\w{0,30}(?:forslaget|indstillingen)\ (?:fra\ \w{1,30}\ )?)?(?:stemte|stemmer)\b:?
        |(?:Imod|Mod|[Ss]temte?\ i?mod)\s?(?::|(?=\(\d)))
    )""",
    re.VERBOSE,
)
# … and behind them.
_SOME = (
    rf"(?:\b(?:Et|Ét|et|ét)\s(?:\w+\s)?)?\b(?:[Ff]lertal|[Mm]indretal)(?:let)?(?:\s(?:i|af|blandt)\s[\wæøå]+)?"
    rf"(?:\s(?:på|med)\s{_N}(?:\smedlemmer)?)?(?:\s?\([^()\n]{{1,200}}\)|,?\s?(?:bestående\saf|ved|nemlig)\s{WHO}|,\s{WHO},?)?"
)
_BEHIND = re.compile(
    rf"""(?P<who>{_SOME}|[Ii]ngen(?:\smedlemmer)?|(?<!\w)(?i:{_N})\s(?:medlemmer|stemmer)?{_BRACKET}|{WHO})
      (?:\s*,\s[^.;\n]{{0,60}}?,|,?\s(?:der|som)\b)?\s?
      (?:(?P<abstained>(?:undlod|undlader|undladt|afholdt\ sig|afstod|stemte\ (?:ikke|blankt?|hverken))\b)
        |(?:stemte|stemmer|er|var)\s(?:\w+\s)?(?P<against>i?mod|nej)\b|(?:stemte|stemmer|er)\s(?P<for>for|ja)\b
        |(?P<refused>(?:kunne|kan)\s(?:derfor\s|dog\s)?ikke\s(?:\w+\s)?(?:tiltræde|tilslutte|godkende|støtte|anbefale|stemme|bakke))
        |(?P<joined>(?:kunne|kan)\s(?:tiltræde|tilslutte|støtte|godkende|anbefale)|tiltrådte|tiltræder|tilsluttede)
        |(?P<acted>godkend(?:te|er)|vedt(?:og|ager)|anbefal(?:er|ede)|indstill(?:er|ede)|beslutte(?:de|r))\b)""",
    re.VERBOSE,
)
# "stemte Enhedslisten imod"
_TURNED = re.compile(rf"\b(?:stemte|stemmer)\s(?P<who>{WHO})\s(?:(?P<against>i?mod)|(?P<for>for))\b")
# whose majority it was: "tiltrådt af et flertal (A, V)"
_BY_SOME = re.compile(rf"\b(?P<joined>tiltrådt|godkendt|vedtaget|anbefal\w+)\s(?:af|med)\s(?P<who>{_SOME})", re.I)
_NEITHER = re.compile(rf"\b(?P<n>{_N})(?:\s(?:stemmer|medlemmer|stemte))?\s(?:undlod|undlader|hverken|blanke?)\b", re.I)
_RESERVES = re.compile(rf"(?<![\w.'’-])(?P<who>{WHO})\s(?:tog|tager)\s(?:et\s)?forbehold\b[^.;\n]*")
_SIDES = {
    "for": "for",
    "joined": "for",
    "acted": "for",
    "against": "against",
    "refused": "against",
    "abstained": "abstained",
}
_REASON = re.compile(r",?\s(?:der|som|idet|fordi|da|med\s(?:den\s)?(?:bemærkning|begrundelse|henvisning))\b|;|\s-\s")
_COUNTED = re.compile(rf"\s*\(?\s*(?P<n>{_N})\b(?!\s*(?:\.\s*[a-zæøå\d]|/|(?:\w+\s)?(?:flertal|mindretal)))", re.I)
_COUNT_BEHIND = re.compile(
    r"\((?P<n>\d{1,3})(?:\s(?:stemmer|medlemmer))?\)\s*\.?\s*\Z|\b(?P<m>\d{1,3})\s(?:medlemmer|stemmer)\b"
)
_NAME = r"[A-ZÆØÅÉÖÄÜ][\wæøåéöäü'’-]*+"
_VOTER = re.compile(
    rf"""(?<![\wæøå.-])(?:
      (?P<party>{"|".join(re.escape(name) for name in NAMES)}|(?:Liste|Gruppe|Parti)\s[A-ZÆØÅ]{{1,2}}\b
        |[A-ZÆØÅ][\wæøå]*(?:listen|partiet)(?:\s(?!og\b)[A-ZÆØÅ][a-zæøå]+)?)(?=s?(?![\wæøå]))
    | (?P<person>{_NAME}(?:\s[A-ZÆØÅ]\.|\s(?:(?:von|van|de|af|la|el)\s)?{_NAME})+)(?:\s?\([^()\n]{{1,20}}\))?
    | (?P<letter>[A-ZÆØÅ])(?![\wæøå]|\.\s?[A-ZÆØÅ])
    )""",
    re.VERBOSE,
)


class _Said(msgspec.Struct):
    """One side of one ballot, as a statement has it."""

    side: str
    count: int
    voters: list[Mention]
    start: int
    end: int


def find_votes(reading: Reading, item: int, start: int, end: int, remarks: Sequence[Aside] = ()) -> tuple[Vote, ...]:
    """The ballot on the decision in `reading.plain[start:end]`, one Vote for each side that is told.

    Where several ballots are told (on amendments, then on the whole), the last counts; one on an amendment never does,
    nor who voted how right below it, nor what stands in `remarks`.
    """
    if not _SAYS_BALLOT.search(reading.plain, start, end) and not _HEADS.search(reading.plain, start, end):
        unanimous = _ALL.search(reading.plain, start, end)
        return (Vote("against", 0, (), *unanimous.span(), "votes-unanimous"),) if unanimous else ()
    ballot: dict[str, _Said] = {}
    moved = False
    for first, last in statements(reading, start, end):
        if _AMENDMENT.search(reading.plain, first, last) or any(each.start <= first < each.end for each in remarks):
            moved = not _AND_THEN.search(reading.plain, first, last)
            continue
        told = [each for each in _in_statement(reading.plain, item, first, last) if each.count >= 0 or each.voters]
        moved = moved and bool(told) and not _AND_THEN.search(reading.plain, first, last)
        for said in () if moved else told:
            ballot = _cast(ballot, said)
    return tuple(
        Vote(each.side, each.count, tuple(each.voters), each.start, each.end, "votes") for each in ballot.values()
    )


def _cast(ballot: dict[str, _Said], said: _Said) -> dict[str, _Said]:
    """The ballot with what one more statement says of it; a new ballot where the two cannot both hold."""
    names = {voter.name for voter in said.voters}
    elsewhere = any(names & {voter.name for voter in each.voters} for side, each in ballot.items() if side != said.side)
    before = ballot.get(said.side)
    if elsewhere or (before and before.count >= 0 <= said.count and before.count != said.count):
        return ballot if said.side == "abstained" else {said.side: said}
    if before is None:
        return {**ballot, said.side: said}
    known = {voter.name for voter in before.voters}
    before.voters += [voter for voter in said.voters if voter.name not in known]
    before.count = max(before.count, said.count)
    return ballot


def _in_statement(plain: str, item: int, first: int, last: int) -> Iterator[_Said]:
    counted = _AGAINST_EACH_OTHER.search(plain, first, last)
    if counted and (counted["dash"] or _SAYS_BALLOT.search(plain, first, last)):
        yield from _numbers(plain, item, counted, lost=bool(_LOST.search(plain, first, last)))
        if neither := _NEITHER.search(plain, counted.end(), last):
            yield _Said("abstained", _number(neither["n"]), [], *neither.span())
        return
    heads = list(_HEADS.finditer(plain, first, last))
    stops = [*(head.start() for head in heads[1:]), last]
    for head, stop in zip(heads, stops, strict=False):
        yield _side(plain, item, str(head.lastgroup), (head.end(), stop), (head.start(), stop))
    if heads and heads[0].start() - first < 4:
        return
    stop = heads[0].start() if heads else last
    for hit in [hit for pattern in (_BEHIND, _TURNED, _BY_SOME) for hit in pattern.finditer(plain, first, stop)]:
        side = _side_of(hit)
        if side:
            yield _side(plain, item, side, hit.span("who"), hit.span())


def _side_of(hit: re.Match[str]) -> str:
    """The side that a sentence's subject took; empty where it is a body, whose decision this is."""
    said = next(name for name in _SIDES if hit.groupdict().get(name))
    some = "flertal" in hit["who"].lower() or "mindretal" in hit["who"].lower()
    if said == "acted":
        return ("against" if "mindretal" in hit["who"].lower() else "for") if some else ""
    return "" if said in {"joined", "refused"} and _is_body(hit["who"]) else _SIDES[said]


def _is_body(who: str) -> bool:
    return bool(
        re.search(r"(?:udvalg|råd|bestyrelse|magistrat|repræsentation|direktion|forum)(?:en|et)?\b", who)
    ) and not ("flertal" in who.lower() or "mindretal" in who.lower())


def _numbers(plain: str, item: int, hit: re.Match[str], *, lost: bool) -> Iterator[_Said]:
    """Two numbers against each other: those of the winners come first, whichever side that was."""
    if hit["yes"]:
        lost = False
        one, other = _number(hit["yes"].split()[0]), _number(hit["no"].split()[0])
        ranges = [hit.span("yes"), hit.span("no")]
        named: list[list[Mention]] = [find_voters(plain, item, *each) for each in ranges]
    elif hit["dash"]:
        one, other = (int(each) for each in re.split(r"\s?[-–]\s?", hit["dash"]))
        ranges = [hit.span("dash")] * 2
        named = [[], []]
    else:
        one, other = _number(hit["one"].split()[0]), _number(hit["other"].split()[0].strip(".,"))
        ranges = [hit.span("one"), hit.span("other")]
        named = [find_voters(plain, item, *each) for each in ranges]
    sides = ("against", "for") if lost and one > other else ("for", "against")
    for side, count, voters, place in zip(sides, (one, other), named, ranges, strict=True):
        yield _Said(side, count, voters, *place)


def _side(plain: str, item: int, side: str, names: tuple[int, int], whole: tuple[int, int]) -> _Said:
    first, last = names
    reason = _REASON.search(plain, first, last)
    last = reason.start() if reason else last
    before = _COUNTED.match(plain, first, last)
    voters = find_voters(plain, item, first, last)
    each = re.findall(r"\((\d{1,3})\)", plain[first:last])
    behind = _COUNT_BEHIND.search(plain[first:last].rstrip())
    if re.match(r"\s*[Ii]ngen\b", plain[first:last]):
        count = 0
    elif before:
        count = _number(before["n"])
    elif len(each) > 1:
        count = sum(map(int, each)) if len(each) == len(voters) else -1
    else:
        count = int(behind["n"] or behind["m"]) if behind else -1
    return _Said(side, count, voters, *whole)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.get(word.casefold(), -1)


def find_voters(plain: str, item: int, start: int, end: int) -> list[Mention]:
    """The parties and people named between two offsets, in order; a letter behind a person is that person's party."""
    found: list[Mention] = []
    for hit in _VOTER.finditer(plain, start, end):
        kind = "person" if hit["person"] else "party"
        group = str(hit.lastgroup)
        name = " ".join(hit[group].split())
        if kind == "person":
            name = strip_genitive(name)
            if not is_person_name(name):
                continue
        found.append(Mention(item, kind, name, hit.start(group), hit.end(group), f"votes-{kind}"))
    return found


def find_remarks(reading: Reading, item: int, asides: Iterable[Aside]) -> tuple[Remark, ...]:
    """The remarks that were put on record beside a decision, and the reasons that a minority gave, with who it was."""
    remarks = []
    for aside in asides:
        if aside.kind == "remark" or aside.said:
            text = reading.plain[aside.start : aside.end]
            start, end = aside.start + len(text) - len(text.lstrip(" \t\r\n-–·•*")), aside.start + len(text.rstrip())
            until = re.compile(r":\s|,\sat\b|\bat\b|\n").search(reading.plain, start, end)
            by = find_voters(reading.plain, item, start, until.start() if until else min(end, start + 160))
            remarks.append(Remark(fold(reading.plain[start:end]), start, end, tuple(by)))
    return tuple(remarks)


def find_reserved(quiet: Reading, item: int, start: int, end: int) -> tuple[Remark, ...]:
    """The reservations (*forbehold*) that a sentence of the decision itself tells of; `quiet` is without its asides."""
    return tuple(
        Remark(fold(hit[0]), hit.start(), hit.end(), tuple(find_voters(quiet.plain, item, *hit.span("who"))))
        for hit in _RESERVES.finditer(quiet.plain, start, end)
    )


def outcome_of(plain: str, votes: Sequence[Vote]) -> Outcome | None:
    """What a ballot came to, where only the ballot says so: more for than against is approved, the reverse rejected."""
    sides = {vote.side: vote for vote in votes}
    one, other = sides.get("for"), sides.get("against")
    for vote, notation in ((one, "approved"), (other, "rejected")):
        if vote and "flertal" in plain[vote.start : vote.end].lower():
            return Outcome(notation, vote.start, vote.end, "outcome-votes")
    if one is None or other is None or one.count < 0 or other.count < 0 or one.count == other.count:
        return None
    won, notation = (one, "approved") if one.count > other.count else (other, "rejected")
    return Outcome(notation, won.start, won.end, "outcome-votes")
