"""The names of bodies where they stand as such: in headings, headers and captions, not in running text."""

import re

from kg.danish.names import strip_genitive

# What the noun of a body ends in: -udvalg, Byråd, Kommunalbestyrelsen, Borgerrepræsentationen, Magistraten …
_NOUN = r"""(?:udvalg|(?<!om)råd|bestyrelse|direktion|forum|chefgruppe|ledelse|magistrat|nævn|kommission
  |borgerrepræsentation|repræsentantskab|ledergruppe|direktørgruppe|styregruppe|chefmøde|ledermøde|lederkreds|chefkreds
  |komite|komité|hovedmed|\bmed|forsamling|ledelsesgruppe|delegation|arbejdsgruppe|kontaktråd|møde|kollegium|kreds)"""
_ENDING = r"(?:et|en|met|t|n)?(?:s)?"
_ENDS = re.compile(rf"{_NOUN}{_ENDING}(?![\w-])", re.IGNORECASE | re.VERBOSE)
_NAMED = re.compile(rf"[\w§-]{{0,60}}{_NOUN}{_ENDING}(?![\w-])", re.IGNORECASE | re.VERBOSE)
_PERIOD = re.compile(r"[\s,]*\(?(?:19|20)\d\d\s*[-–/]\s*(?:19|20)?\d\d\)?\s*$")
_JOINED = r"(?:[A-ZÆØÅ§][\w§.’'-]*|[a-zæøå]+-|og|for|i|&|af|vedr\.|stk\.|\d+,?)"
# "Teknisk Udvalg", "Sundheds- og Omsorgsudvalget", "Udvalget for Børn, Unge og Kultur"
_NAME = re.compile(
    rf"""(?:{_JOINED},?\ ){{0,8}}[\w§-]{{0,60}}{_NOUN}{_ENDING}(?![\w-])
      (?:\ (?:for|vedrørende|vedr\.|om|på)\ [A-ZÆØÅ][\w-]*(?:(?:,\ |\ og\ |-,\ |-\ og\ |\ )[A-ZÆØÅ][\w-]*){{0,6}})?""",
    re.IGNORECASE | re.VERBOSE,
)
# "Udvalg for regional udvikling": a field in small letters, and no word that can be a verb
_FIELD = re.compile(
    r"(?:Underu|U)dvalg(?:et)?s?\ (?:for|vedrørende)\ "
    r"(?:(?!\w*(?:ede|[^l]te|er|es)\b|(?:at|den|blev|har|vil|skal|i|til)\b)"
    r"[a-zæøåé]{2,30}[,-]?\ ){0,6}(?!\w*(?:ede|[^l]te|er|es)\b)[a-zæøåé]{4,30}"
)
# "Nordby Kommune – Økonomiudvalget", "Nordby Kommune, Byrådet": whose, and what.
_OWNER = re.compile(
    r"^(?:[A-ZÆØÅ][\w.-]*(?: (?:og |i )?[A-ZÆØÅ][\w.-]*)* Kommune|Region [A-ZÆØÅ]\w+)s?\s*"
    r"(?:[–—,:|/]|\s-\s|\s)\s*(?=\S)"
)
_GENERIC = frozenset(
    "udvalg udvalget rådet bestyrelsen mødet møde forum forummet gruppen møder udvalgsmøde udvalgsmødet".split()
)
# What stands around the name in the title of a document.
_BEFORE = re.compile(
    r"""\s*(?:(?:ordinært|ekstraordinært|ordinære|ekstraordinære|konstituerende|fælles|virtuelt|det|den|til|fra|af|for|i
      |møde|mødet|mødereferat
      |dagsordener\ og\ referater|referat(?:er)?|dagsorden(?:er)?|beslutningsprotokol|nr\.|\d+\.?
      |år|(?:19|20)\d\d\s?[-–/]\s?(?:19|20)?\d\d)\s+)*""",
    re.IGNORECASE | re.VERBOSE,
)
# "Byrådsmøde", "Udvalgsmødet": the body is the head of the word.
_OF_BODY = re.compile(r"(?<=\w{3})(?P<of>s-?(?:møde|mødet|mødereferat))$", re.I)
# "Byrådets beslutning i mødet", "Ældrerådets møde"
_OWN = re.compile(
    r"(?<=[nt]s)\ (?:beslutning(?:er)?|møde[tr]?|mødereferat|referat)(?:\ (?:i|på|fra|af)\ møde[tr]?)?$", re.I
)
# "Børne- og Skoleudvalget møde": a word of its own behind the name.
_MEETS = re.compile(r"(?<=\w)\s+møde[t]?$", re.I)
# The heads of a table's columns: "Udvalg Dato Type".
_COLUMNS = re.compile(r"udvalg(?:\s+(?:møde)?(?:dato|type|tid|tidspunkt|sted|status|hent))+")
_LONGEST = 100


def names_body(text: str) -> bool:
    """Whether a word in `text` is the noun of a body: `Teknisk Udvalg`, `Byrådets møde`."""
    if not _ENDS.search(text):  # most lines: what comes before the noun is not tried at each letter
        return False
    found = _NAMED.search(text)
    while found and found[0].lower() in {"møde", "mødet", "møder", "områdets"}:
        found = _NAMED.search(text, found.end())
    return found is not None


def is_body(text: str) -> bool:
    """Whether `text` is the name of a body and nothing else."""
    name = text.strip()
    return len(text) <= _LONGEST and text[:1].isupper() and bool(_NAME.fullmatch(name) or _FIELD.fullmatch(name))


def is_generic(text: str) -> bool:
    """Whether `text` only says *the committee*, whichever that is."""
    bare = text.strip().lower()
    return bare in _GENERIC or _COLUMNS.fullmatch(bare) is not None or _BEFORE.fullmatch(bare + " ") is not None


def bare_body(text: str) -> tuple[int, int]:
    """The range of a body's name alone in `text`: without *møde i*, the authority before it, the period behind it
    (*2022-2025*) and the genitive's s.
    """
    start, end = 0, len(text.rstrip(" ,;:–—-"))
    owner = _OWNER.match(text)
    if owner and names_body(text[owner.end() :]):
        start = owner.end()
    before = _BEFORE.match(text, start, end)
    if before and names_body(text[before.end() : end]):
        start = before.end()
    period = _PERIOD.search(text[:end])
    if period and period.start() > start:
        end = period.start()
    end = start + len(text[start:end].rstrip(" ,;:–—-"))
    own = _OWN.search(text[start:end])
    if own:
        end = start + own.start()
    meets = _MEETS.search(text[start:end])
    if meets and is_body(text[start : start + meets.start()]):
        end = start + meets.start()
    meeting = _OF_BODY.search(text[start:end])
    if meeting:
        return start, start + meeting.start("of")
    name = text[start:end]
    bare = strip_genitive(name.lower() if name.isupper() else name)
    return (start, start + len(bare)) if bare else (start, end)
