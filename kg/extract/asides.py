"""What stands in a decision's text beside the decision: who was absent, how a minority voted, what was put on record.

None of it is the decision's outcome. Each rule reads one sentence from its beginning, so that the words of a decision
("Godkendt, idet …") are never taken for an aside.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from kg.extract.reading import Reading
from kg.layouts.absence import DECIDES, POST

_NAME = r"[A-ZÆØÅÉÖÄÜ][\wæøåéöäü.'’-]*+"
_GROUP = r"\([^()\n]{1,60}\)"
WHO = (
    rf"(?:{_NAME}|{_GROUP})"
    rf"(?:(?:,\s?(?:(?:og|samt)\s)?|\s(?:og|samt|&)\s|\s|/)(?:{_NAME}|{_GROUP}|(?:von|van|de|af|la|el)\b|{POST})){{0,40}}+"
)
"""Names of people and parties in a row: "Alma Bruun (A), Venstre og (Ø)"."""
_MINORITY = (
    r"(?:Et|Ét|Et\s+enigt)?\s*[Mm]indretal(?:let)?(?:\s+(?:i|på|af)\s+[\wæøå]+)?"
    rf"(?:\s*,?\s*(?:bestående\s+af|ved|nemlig)\s+{WHO}|\s*{_GROUP}|\s*,\s*{WHO},?)?"
)
_START = r"[\s\-–·•*]*+(?:(?:[Aa]d\.?\s*)?\d{1,2}\s?[.:)]\s+)?"
# A body or a case in the place of a name: what it does, or what is done to it, is the decision.
_BODY = re.compile(
    r"""\b\w*(?:udvalg(?:et)?|råd(?:et)?|bestyrelse(?:n)?|direktion(?:en)?|magistrat(?:en)?|repræsentation(?:en)?
      |forum(?:met)?|forvaltning(?:en)?|administration(?:en)?|kommune(?:n)?|region(?:en)?|flertal(?:let)?
      |dagsorden(?:en)?|referat(?:et)?|indstilling(?:en)?|sag(?:en)?|punkt(?:et)?|forslag(?:et)?|beslutning(?:en)?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ABSENT_HEAD = re.compile(
    rf"""{_START}(?:
      (?:[Aa]fbud|AFBUD|[Ff]raværende|FRAVÆRENDE|[Ff]orfald|[Ii]kke\ (?:til\ stede|mødt|deltagende)|[Ii]nhabil(?:e
        |itet)?
        |[Uu]deblevet|[Ss]tedfortrædere?|[Ss]uppleant(?:er)?|[Mm]eldt\ afbud)
      \s*(?:[^.:\n]{{0,40}}:|–|-\s|(?:fra|var|havde|med|uden)\b|(?={_NAME}))
    | [Ii]\sstedet\sfor\s{WHO}\s(?:deltog|deltager|mødte|indtrådte)
    | (?:[Ff]ølgende|[Nn]edenstående|[Ii]ngen)(?:\s\w+){{0,2}}?\s(?:deltog\ ikke|var\ fraværende|var\ inhabile?
      |havde\ (?:meldt\ )?afbud
        |meldte\ afbud|forlod|udeblev|er\ fraværende|har\ meldt\ afbud)
    | [Ss]om\s(?:stedfortræder|suppleant)(?:\sfor\s{WHO})?\s(?:deltog|mødte|indtrådte)
    | [Dd]er\s(?:var|er)\s(?:ingen\s|ikke\s)?(?:meldt\s)?afbud\b
    )""",
    re.VERBOSE,
)
_LEFT = r"""(?:deltog\ (?:dog\ |derfor\ |herefter\ )?ikke|deltager\ ikke|har\ ikke\ deltaget|havde\ ikke|mødte\ ikke
  |(?:var|er)\ (?:\w+\ ){0,2}(?:fraværende|forhindret|inhabile?|bortrejst|syg)\b|(?:var|er)\ ikke\ (?:til\ stede|mødt)
  |blev\ (?:erklæret|anset\ for)\ inhabile?|(?:erklærede|meldte)\ sig\ inhabile?|forlod\b
  |gik\ (?:før|under|inden|fra)\b|(?:havde|har|meldte|har\ meldt|havde\ meldt)\ (?:meldt\ )?afbud|indtrådte|ankom\b
  |deltog\ (?:kun\ |delvist?\ )?(?:under|fra|til\ og\ med)\ (?:pkt\.?|punkt(?:erne)?|sag)\ \d
  |udeblev\b|kom\ til\ stede|(?:fraværende|inhabil|afbud)\b|deltog\ (?:ikke|i\ stedet|som\ (?:stedfortræder|suppleant)
    |fra\ kl|til\ kl)|afløste)"""
_ABSENT = re.compile(rf"{_START}(?P<who>{WHO}),?\s(?:{_LEFT})", re.VERBOSE)
_ONLY_NAMES = re.compile(rf"[\s\-–·•*]*+(?P<who>{WHO})[\s.;,]*+\Z")
_VOTE_HEAD = re.compile(
    rf"""{_START}(?:(?:[Aa]fstemning(?:en|sresultat)?|[Ss]temmer?)\s*:\s*)?(?:
      (?:For|Imod|Mod|Hverken\ for\ eller\ imod|For\ og\ imod|Blankt?)\ (?:stemte|stemmer)\b
    | (?:For|Imod|Mod|Undlod|Undladt|Undlader|Blankt?|Hverken\ for\ eller\ imod|Ikke\ stemt|[Ss]temte?\ (?:for|imod))
        (?:\ at\ stemme)?\s*(?::|\(\d)
    | Undlod\ at\ stemme\b
    | (?:Ingen|Herimod|Derimod)\ (?:stemte|stemmer|undlod|undlader)\b
    )""",
    re.VERBOSE,
)
_COUNT = r"(?:\d{1,3}|[EeÉé]t|[Tt]o|[Tt]re|[Ff]ire|[Ff]em|[Ss]eks|[Ss]yv|[Oo]tte|[Nn]i)"
_VOTED = re.compile(
    rf"""{_START}(?P<who>{WHO}|{_MINORITY}|{_COUNT}\ (?:medlem(?:mer)?|stemmer)(?:\ {_GROUP})?)
      (?:\s*,\s[^.;\n]{{0,80}}?,)?\s
      (?:stemte|stemmer|undlod|undlader|afholdt\ sig|afstod|(?:tog|tager|tog\ et|tager\ et)\ forbehold
      |(?:kunne|kan)\ (?:derfor\ |dog\ )?ikke\ (?:\w+\ )?(?:tiltræde|tilslutte|godkende|støtte|anbefale|stemme
        |bakke|medvirke|gå\ ind)
      |(?:kunne|kan)\ (?:tiltræde|tilslutte|støtte)|var\ imod|er\ imod|(?:ønskede|ønsker)\ ikke\ at\ (?:tiltræde
        |godkende|støtte|deltage))""",
    re.VERBOSE,
)
_MINOR = re.compile(rf"{_START}(?:{_MINORITY})\s")
_REMARK_HEAD = re.compile(
    rf"""{_START}(?:[Pp]rotokolbemærkning(?:er)?|PROTOKOLBEMÆRKNING(?:ER)?|[Pp]rotokoltilførsel|[Mm]indretals(?:udtalelse|indstilling|standpunkt)
      |[Ss]ær(?:udtalelse|standpunkt)|(?:[Bb]emærkning(?:er)?|[Tt]ilførsel)\ til\ (?:protokol(?:len)?|referatet)
        |[Tt]il\ protokol(?:len)?)\b
      (?=\s*(?::|\(|fra|ved|af|bemærke|anføre|\n|{_NAME}))""",
    re.VERBOSE,
)
_ON_RECORD = re.compile(
    r"""\b(?:til\ (?:protokol|referat)(?:s|len|et)?|i\ protokollen|tilført?\ (?:protokol|referat)\w*|(?:tilført
      |optaget|indført)\ \w*\ ?protokol\w*
      |protokoller(?:et|e|es)|mindretalsudtalelse|protokolbemærkning(?:er)?|særudtalelse|følgende\ (?:udtalelse
        |bemærkning(?:er)?))\b""",
    re.VERBOSE,
)
_SUBJECT = re.compile(rf"{_START}(?P<who>{WHO}|{_MINORITY})\s")
_RESERVES = re.compile(r"\b(?:tog|tager)\s(?:et\s)?forbehold\b")
_WITH_REMARK = re.compile(r"\bmed\s(?:den\s|følgende\s)?(?:bemærkning(?:en|er)?|begrundelse(?:n)?)\b")
_LONGEST_REMARK = 4000
_SHORTEST_DECISION = len("Vedtaget")
_DECIDES = re.compile(
    rf"""{_START}(?:godkend|indstillingen|forslaget|sagen|punktet|udvalget|byrådet|kommunalbestyrelsen|regionsrådet|vedt[ao]g|tiltr[åæ]d
      |anbefal|afvist|forkast|udsat|herefter|drøftet|taget\ til|et\ flertal|\w*udvalget|\w*bestyrelsen)""",
    re.VERBOSE | re.IGNORECASE,
)
_AMENDED = re.compile(
    r"(?i)\bændringsforslag\w*\b[^.\n]{0,200}?\b(?:forkast|faldt|nedstemt|afvis|vedtaget|bortfald|godkendt|tiltrådt|trukket)"
)
# "Venstre stillede følgende ændringsforslag:", and below it what it says
_MOVED = re.compile(
    r"(?i)\b(?:stille(?:de|r)|fremsatte|fremsætter)\s(?:et\s|følgende\s)?(?:under)?ændringsforslag\b[^.\n]{0,80}:\s*\Z"
)
_BEHIND_LETTER = re.compile(
    r"""(?<=[\s(,][A-ZÆØÅ])\.\s+(?=(?:Imod|For|Mod|Undlod|Hverken|Ingen|Blank|Et|Indstilling|Forslag|Sag|Punkt|Herefter|Dermed
      |Afbud|Fraværende|Følgende|Godkendt|Vedtaget|Tiltrådt|Udvalg|By|Kommunalbestyrelse|Region|Magistrat|Der|Det|Beslutning)\w*\b)""",
    re.VERBOSE,
)
_OPENING, _CLOSING = '"“”»', '"”“«'


class Aside(msgspec.Struct, frozen=True):
    """A stretch of a decision's text: `kind` is `absence`, `vote` or `remark`; a vote may be a remark too (`said`)."""

    kind: str
    start: int
    end: int
    said: bool = False


def find_asides(reading: Reading, start: int, end: int) -> tuple[Aside, ...]:
    """The asides of the decision that stands in `reading.plain[start:end]`, in order, none inside another."""
    found: list[Aside] = []
    for first, last in statements(reading, start, end):
        if found and first < found[-1].end:
            continue
        aside = _aside(reading.plain, first, last, end, found[-1] if found else None)
        if aside:
            found.append(aside)
    return _with_decision(reading.plain, start, end, found)


def _with_decision(plain: str, start: int, end: int, found: list[Aside]) -> tuple[Aside, ...]:
    """The asides; where nothing but amendments is told, they are the decision."""
    amended = [aside for aside in found if aside.kind == "amendment"]
    rest = [aside for aside in found if aside.kind != "amendment"]
    if not amended:
        return tuple(found)
    own = without(plain, found)[start:end]
    return tuple(found) if len("".join(own.split())) > _SHORTEST_DECISION else tuple(rest)


def statements(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges of the sentences between two offsets; a full stop behind a party's letter ends one as well."""
    for first, last in reading.sentences(start, end):
        bounds = [first, *(stop.end() for stop in _BEHIND_LETTER.finditer(reading.plain, first, last)), last]
        yield from pairwise(bounds)


def _aside(plain: str, first: int, last: int, end: int, before: Aside | None) -> Aside | None:
    if before and _goes_on(plain, first, last, before):
        return Aside(before.kind, first, last)
    if _is_absence(plain, first, last):
        return Aside("absence", first, last)
    if _is_remark(plain, first, last):
        return Aside("remark", first, _remark_end(plain, first, last, end))
    if _AMENDED.search(plain, first, last):
        return Aside("amendment", first, last)
    if _MOVED.search(plain, first, last):
        return Aside("amendment", first, _remark_end(plain, first, last, end))
    if _VOTE_HEAD.match(plain, first, last) or _by_some(_VOTED, plain, first, last) or _MINOR.match(plain, first, last):
        said = bool(_RESERVES.search(plain, first, last) or _WITH_REMARK.search(plain, first, last))
        return Aside("vote", first, last, said)
    return None


def _is_absence(plain: str, first: int, last: int) -> bool:
    return bool(_ABSENT_HEAD.match(plain, first, last)) or _by_some(_ABSENT, plain, first, last)


def _goes_on(plain: str, first: int, last: int, before: Aside) -> bool:
    """Whether a line holds only names, below "Afbud:", "Imod stemte" or "Følgende deltog ikke i behandlingen:"."""
    open_ended = before.kind != "remark" and not plain[before.end : first].strip()
    return (
        open_ended
        and plain[before.start : before.end].rstrip()[-1:] != "."
        and not DECIDES.match(plain, first, last)
        and _by_some(_ONLY_NAMES, plain, first, last)
    )


def _by_some(pattern: re.Pattern[str], plain: str, first: int, last: int) -> bool:
    """Whether a sentence says something of members, and not of a body."""
    hit = pattern.match(plain, first, last)
    return bool(hit) and not _BODY.search(hit["who"].replace("mindretal", ""))  # type: ignore[index]


def _is_remark(plain: str, first: int, last: int) -> bool:
    if _REMARK_HEAD.match(plain, first, last):
        return True
    return bool(_ON_RECORD.search(plain, first, last)) and _by_some(_SUBJECT, plain, first, last)


def _remark_end(plain: str, first: int, last: int, end: int) -> int:
    """Where a remark ends: with its sentence, or, behind a colon, with its quotation or its paragraph."""
    sentence = plain[first:last].rstrip()
    colon = plain.find(":", first, min(last, first + 160))
    if colon < 0:
        return last
    begin = colon + 1
    while begin < end and plain[begin].isspace():
        begin += 1
    stop = min(end, first + _LONGEST_REMARK)
    if begin < stop and plain[begin] in _OPENING:
        closing = min((at for mark in _CLOSING if (at := plain.find(mark, begin + 1, stop)) > 0), default=-1)
        if closing > 0:
            return max(closing + 1, min(last, stop)) if closing < last else closing + 1
    return max(_paragraph_end(plain, begin, stop), first + len(sentence))


def _paragraph_end(plain: str, begin: int, stop: int) -> int:
    """The end of the lines from `begin` on, up to a blank one or one that begins as a decision does."""
    place = begin
    while True:
        line = plain.find("\n", place, stop)
        if line < 0:
            return stop
        following = plain[line + 1 : min(stop, line + 200)]
        if not following.partition("\n")[0].strip() or _DECIDES.match(following):
            return line
        if _ABSENT_HEAD.match(following) or _VOTE_HEAD.match(following) or _REMARK_HEAD.match(following):
            return line
        place = line + 1


def without(plain: str, asides: Iterator[Aside] | tuple[Aside, ...] | list[Aside]) -> str:
    """The text with asides blanked out, length for length; `asides` in order."""
    pieces, done = [], 0
    for aside in asides:
        pieces += [plain[done : aside.start], _blank(plain[aside.start : aside.end])]
        done = aside.end
    return "".join([*pieces, plain[done:]])


def _blank(text: str) -> str:
    return "".join(letter if letter.isspace() else " " for letter in text)
