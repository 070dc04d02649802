"""Names of organisational units in running text."""

import re
from collections.abc import Iterator

from kg.danish.names import COMMON_FIRST_NAMES, strip_genitive
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
)
_NOUN = r"""(?:[cC]ent(?:er|ret|eret)|[fF]orvaltning(?:en)?|[aA]fdeling(?:en)?|[eE]nhed(?:en)?|[sS]ekretariat(?:et)?
  |(?<!ion)[sS]tab(?:en)?|magistratsafdeling(?:en)?|direktorat(?:et)?|myndighed(?:en)?|team(?:et)?)"""
_UNIT = re.compile(
    rf"""(?<![\w-])(?:
      # "Teknik- og Havnecentret": the last word carries the kind, words before it may leave theirs to it
      (?:{CAPITAL}[\wæøå]*-(?:,\ ?\w+-)*,?\ ?(?:og|/)\ ?)?{CAPITAL}[\w-]*{_NOUN}
      # "Teknisk Afdeling"
    | {CAPITAL}[a-zæøå]+(?:isk|ske|lig|ligt|elt|el|t)\ (?:Sekretariat|Afdeling|Stab|Center|Forvaltning|Enhed)
      # "lønafdelingen"
    | (?:[a-zæøå]{{2,}}-?)(?:afdelingen|forvaltningen|sekretariatet|jobcentret)
    | Borgerservice|Jobcenter\b
    )(?:s|'s)?(?![\w-])""",
    re.VERBOSE,
)
_HEAD = r"""(?:Center|Centeret|Centret|Afdeling|Afdelingen|Magistratsafdeling|Magistratsafdelingen|Sekretariat
  |Sekretariatet|Enhed|Enheden|Stab|Staben|Forvaltning|Forvaltningen|Fagcenter|Team|Område|Området)"""
# "Center for Job, Ydelse og Integration", up to where another unit's name begins; a last word may have no capital
_FOR = re.compile(
    rf"""(?<![\w-]){_HEAD}\ for\ (?:{CAPITAL}[\w-]*)
    (?:(?:,\ |\ og\ |\ &\ |,?\ samt\ |\ )(?!{CAPITAL}[\w-]*{_NOUN}\b|{_HEAD}\ for\ |[A-ZÆØÅ]{{2,5}}\b){CAPITAL}[\w-]*)*
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
    rf"""(?<![\w-])({CAPITAL}[a-zæøå]{{2,}})\ og\ ({CAPITAL}[a-zæøå]{{2,}})
    (?=(?:\ -[^-\n]{{3,40}}-)?(?:\ har|\ skal|\ vil)?(?:\ i\ (?:samarbejde|fællesskab)[^.]{{0,30}}?)?(?:\ fået)?
        \ {_DOES}\b
      |\s\([A-ZÆØÅ]{{2,5}}\))""",
    re.VERBOSE,
)


def find_units(reading: Reading) -> Iterator[Mention]:
    """Units by the word that says what they are (`-centret`, `Center for …`, `-forvaltningen`), wherever an open item
    names one.
    """
    plain, taken = reading.plain, -1
    headed = matches(_FOR, plain, _before(plain, " for "))
    hits = [*headed, *noun_phrases(_UNIT, plain, reading.lower, _NOUNS)]
    for hit in sorted(hits, key=lambda hit: (hit.start(), -hit.end())):
        name = strip_genitive(" ".join(hit[0].split()))
        if hit.start() < taken or _GENERIC.match(name):
            continue
        item = reading.item_at(hit.start())
        if item >= 0:
            taken = hit.end()
            yield Mention(item, "unit", name, hit.start(), hit.start() + len(hit[0].rstrip()), "unit-noun")


def find_ordinary_units(reading: Reading) -> Iterator[Mention]:
    """Units with ordinary names, by what they do: "Natur og Vand har udarbejdet …"; a second capital makes a name."""
    for hit in matches(_ORDINARY, reading.plain, _before(reading.plain, " og ")):
        item = reading.item_at(hit.start())
        own = any(_UNIT.fullmatch(word) for word in hit.groups())
        if item >= 0 and not own and not COMMON_FIRST_NAMES & {hit[1], hit[2]} and not _GENERIC.match(hit[2]):
            yield Mention(
                item, "unit", f"{hit[1]} og {hit[2]}", hit.start(), hit.end(2), "unit-subject", confidence=0.8
            )


def _before(plain: str, link: str) -> Iterator[int]:
    """The beginnings of the words with a capital letter that `link` joins to another such word."""
    for place in find_literals(plain, (link,)):
        if plain[place + len(link) : place + len(link) + 1].isupper():
            start = word_start(plain, place)
            if plain[start].isupper():
                yield start
