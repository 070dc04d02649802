"""Names of organisational units in running text."""

import re
from collections.abc import Iterator

from kg.danish.names import COMMON_FIRST_NAMES, strip_genitive
from kg.extract.bodies import names_body
from kg.extract.places import find_literals, matches, noun_phrases, word_start
from kg.extract.reading import Reading
from kg.model.finding import Mention

CAPITAL = "[A-ZÆØÅÉÖÄÜ]"
_NOUNS = (
    "center",
    "centret",
    "centeret",
    "forvaltning",
    "afdeling",
    "enhed",
    "sekretariat",
    "stab",
    "direktorat",
    "myndighed",
    "team",
    "borgerservice",
    "koncern ",
    " kontor",
)
_NOUN = r"""(?:[cC]ent(?:er|ret|eret)|[fF]orvaltning(?:en)?|[aA]fdeling(?:en)?|[eE]nhed(?:en)?|[sS]ekretariat(?:et)?
  |(?<!ion)[sS]tab(?:en)?|magistratsafdeling(?:en)?|direktorat(?:et)?|myndighed(?:en)?|team(?:et)?)"""
_UNIT = re.compile(
    rf"""(?<![\w-])(?:
      # "Jobcenter Nordby"
      (?:Jobcenter|Borgercenter)\ {CAPITAL}[a-zæøå]{{2,}}(?!\ {CAPITAL})
    | # "Teknik- og Havnecentret": the last word carries the kind, words before it may leave theirs to it
      (?:{CAPITAL}[\wæøå]*-(?:,\ ?\w+-)*,?\ ?(?:og|/)\ ?)?{CAPITAL}[\w-]*{_NOUN}
      # "Teknisk Afdeling"
    | {CAPITAL}[a-zæøå]+(?:isk|ske|lig|ligt|elt|el|t)\ (?:Sekretariat|Afdeling|Stab|Center|Forvaltning|Enhed)
      # "Borgmesterens Afdeling"
    | {CAPITAL}[a-zæøå]{{3,}}s\ (?:Afdeling|Sekretariat|Stab|Forvaltning|Kontor)
      # "Koncern Økonomi"
    | Koncern\ {CAPITAL}[\w-]+(?:\ og\ {CAPITAL}[\w-]+)?
      # "lønafdelingen"
    | (?:[a-zæøå]{{2,}}-?)(?:afdelingen|forvaltningen|sekretariatet|jobcentret)
      # "Fritid og Borgerservice"
    | (?:{CAPITAL}[a-zæøå]+(?<!en)(?<!et)\ og\ )?Borgerservice|Jobcenter\b
    )(?:s|'s)?(?![\w-])""",
    re.VERBOSE,
)
_THEIRS = re.compile(
    r"""\s(?:indstilling|anbefaling|forslag|notat|vurdering|årshjul|redegørelse|oplæg|budget|medarbejdere|område|påtegning
      |høringssvar|bemærkninger|svar|besvarelse|opgaver|ledelse|drift)\w*""",
    re.VERBOSE,
)
_HEAD = r"""(?:Center|Centeret|Centret|Afdeling|Afdelingen|Magistratsafdeling|Magistratsafdelingen|Sekretariat
  |Sekretariatet|Enhed|Enheden|Stab|Staben|Forvaltning|Forvaltningen|Fagcenter|Team|Område|Området)"""
# "Center for Job, Ydelse og Integration", up to where another unit's name begins; a last word may have no capital
_FOR = re.compile(
    rf"""(?<![\w-]){_HEAD}\ for\s(?:{CAPITAL}[\w-]*)
    (?:(?:,\s|\ og\s|\ &\s|,?\ samt\s|\ )(?!{CAPITAL}[\w-]*{_NOUN}\b|{_HEAD}\ for\ |[A-ZÆØÅ]{{2,5}}\b){CAPITAL}[\w-]*)*
    (?:(?:,\ |\ og\ )(?:[a-zæøå]{{4,}}(?=[,.]|\ indstiller|\ anbefaler|\ foreslår|\ og)))*""",
    re.VERBOSE,
)
# Words that are units of no authority in particular, or no units at all (a call centre, a shopping centre).
_GENERIC = re.compile(
    r"""^(?:stabs|fag|stabs-/fag|det\ |dette\ |decentrale|kontakt|call|indkøbs|stor|by|shopping|data|test|videns|energi
      |pleje|kursus|konference|vaccine|kultur|idræts|sports|aktivitets|dag|rehabiliterings|messe|uddannelses|fritids|ungdoms
      |medborger|forsamlings|natur|miljø|genbrugs|lokal)?
    (?:center|centret|centeret|afdeling|afdelingen|enhed|enheden|forvaltning|forvaltningen|sekretariat|stab|staben|team
      |teamet|aftaleenhed|aftaleenheden|myndighed|myndigheden|statsforvaltningen|virksomhed|virksomheden
      |fagforvaltningen|opgørelsesenhed)s?$""",
    re.IGNORECASE | re.VERBOSE,
)
_DOES = r"""(?:indstiller|udarbejde[rt]?|lavet?|laver|uddyber|fremlægger|fremlagt|vurderer|indhente[rt]|afholdt|afholder
  |undersøger|undersøgt|ansvaret|følger|foreslår|anbefaler|oplyser|gennemført|gennemfører)"""
_ORDINARY = re.compile(
    rf"""(?<![\w-])({CAPITAL}[a-zæøå]{{2,}})\ (og|&)\ ({CAPITAL}[a-zæøå]{{2,}}?)
    (?=s?\ indstilling(?:en)?\b|(?:\ -[^-\n]{{3,40}}-)?(?:\ har|\ skal|\ vil)?(?:\ i\ (?:samarbejde
      |fællesskab)[^.]{{0,30}}?)?(?:\ fået)?
        \ {_DOES}\b
      |\s\([A-ZÆØÅ]{{2,5}}\))""",
    re.VERBOSE,
)
# "foreslår Natur og Vand, at"
_INVERTED = re.compile(
    rf"""(?:(?<=foreslår\ )|(?<=indstiller\ )|(?<=anbefaler\ )|(?<=vurderer\ ))
    ({CAPITAL}[a-zæøå]{{2,}})\ (og|&)\ ({CAPITAL}[a-zæøå]{{2,}})(?![\w-])""",
    re.VERBOSE,
)
# "Skole, Kultur og Fritid": what a line begins with belongs to the name
_ROW = re.compile(
    rf"(?:^|\n|\b(?i:direktør|chef|leder|direktion)(?:en)? for)[ \t]*((?:{CAPITAL}[a-zæøå]{{2,}}, ){{1,3}})\Z"
)
_LONGEST_ROW = 80


def find_units(reading: Reading) -> Iterator[Mention]:
    """Units by the word that says what they are (`-centret`, `Center for …`, `-forvaltningen`), wherever an open item
    names one.
    """
    plain, taken = reading.plain, -1
    headed = matches(_FOR, plain, _before(plain, " for ", " for\n"))
    hits = [*headed, *noun_phrases(_UNIT, plain, reading.lower, _NOUNS)]
    ordered = [
        (hit, strip_genitive(" ".join(hit[0].split())))
        for hit in sorted(hits, key=lambda hit: (hit.start(), -hit.end()))
    ]
    known = {name for _, name in ordered}
    for hit, name in ordered:
        if hit.start() < taken or _GENERIC.match(name):
            continue
        item = reading.item_at(hit.start())
        if item >= 0:
            taken = hit.end()
            end = hit.start() + len(hit[0].rstrip())
            bare = name[:-1] if name.endswith("s") and (name[:-1] in known or _THEIRS.match(plain, end)) else name
            yield Mention(item, "unit", bare, hit.start(), end, "unit-noun")


def find_ordinary_units(reading: Reading) -> Iterator[Mention]:
    """Units with ordinary names, by what they do: "Natur og Vand har udarbejdet …"; a second capital makes a name."""
    starts = sorted(set(_before(reading.plain, " og ", " & ")))
    for hit in (*matches(_ORDINARY, reading.plain, starts), *matches(_INVERTED, reading.plain, starts)):
        item = reading.item_at(hit.start())
        own = any(_UNIT.fullmatch(word) or names_body(word) for word in hit.groups())
        if item >= 0 and not own and not COMMON_FIRST_NAMES & {hit[1], hit[3]} and not _GENERIC.match(hit[3]):
            row = _ROW.search(reading.plain[max(0, hit.start() - _LONGEST_ROW) : hit.start()])
            before = row[1] if row else ""
            name = f"{before}{hit[1]} {hit[2]} {hit[3]}"
            yield Mention(item, "unit", name, hit.start() - len(before), hit.end(3), "unit-subject", confidence=0.8)


def _before(plain: str, *links: str) -> Iterator[int]:
    """The beginnings of the words with a capital letter that one of `links` joins to another such word."""
    for place in find_literals(plain, links):
        behind = plain[place + 1 : place + 8].split()[0:1]
        after = place + 1 + len(behind[0]) + 1 if behind else place
        if plain[after : after + 1].isupper():
            start = word_start(plain, place)
            if plain[start].isupper():
                yield start
