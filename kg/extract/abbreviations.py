"""Abbreviations in running text, which only the corpus can explain, and the names that a text introduces them with."""

import re
from collections.abc import Iterable, Iterator

from kg.danish.names import strip_genitive
from kg.extract.reading import Reading
from kg.extract.units import CAPITAL
from kg.model.finding import Mention

_ABBREVIATION = re.compile(r"[A-ZÆØÅ](?<![\w./@-].)[A-ZÆØÅ0-9]{1,5}(?=(?:'?s)?(?![\w@]|-[a-z]*\d))")
# Abbreviations and words in capitals that are no units: things everybody shortens, organisations of the whole
# country, captions.
NOT_NAMES = frozenset(
    (
        # abbreviations of things, posts and laws
        "IT PDF CVR CPR MED DKK SMS TV OBS NB II III IV VI VII PC MBTI ISO KLE ID URL LED WC APV EDB GIS ESDH "
        "EOJ GDPR LBK BEK KPI CEO AI MIO KR OK TR AMR MUS LUS BL DS POC PMO ROI SLA RFP "
        # organisations of everybody's, and what every municipality has
        "KL FOA ATP BUPL SKI KK DK BBR SIS PLO KMD SF DF UP EU FN USA UK AUB HR SFO PPR "
        # words in capitals
        "SKAL IKKE SOM OG DET ALLE MOMS BESLUTNING INDSTILLING REFERAT DIREKTIONEN BILAG LUKKET PUNKT DEN "
        "BEMÆRK VIGTIGT NY NYT TIL FRA OSV PKT NR STK JF DVS "
    ).split()
)
_INTRODUCED = re.compile(r"\s*\(\s*([A-ZÆØÅ][A-ZÆØÅ0-9]{1,5})\s*\)")
_AUTHORED = re.compile(
    r"""\b(?:ansøgning(?:en)?|sag(?:en)?|forslag(?:et)?|notat(?:et)?|oplæg(?:get)?|bemærkninger(?:ne)?
      |medarbejdere?|konsulent(?:er)?|repræsentant(?:er)?|bidrag)\ fra\ $""",
    re.VERBOSE,
)
_PERSON_END = re.compile(rf"{CAPITAL}[a-zæøåé]+ (?!Kommune|Region|Center|Udvalg|Forum){CAPITAL}[\wæøåé.-]*\s*$")
_SUBJECT = r"""(?:\s+(?:har|vil|skal|bør|kan|fremover|løbende|herefter))*\s+
  (?:vurderer|indstiller|indstille|anbefaler|foreslår|udarbejder|udarbejdet?|fremlægger?|fremlagt|indhentet?|disponerer?|sørger?
  |varetager?|ønsker|følger\ op|arbejder|arbejde|undersøger?|orienterer|deltager|koordinerer?|står\ for|kontakter
  |gennemfører|afklarer?|beregner|redegør|vender\ tilbage)\b"""
# Where an abbreviation may stand: the position, what comes before and what after; the first that fits holds.
_POSITIONS: tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...] = tuple(
    (position, re.compile(before, re.VERBOSE) if before else None, re.compile(after, re.VERBOSE) if after else None)
    for position, before, after in (
        ("listed", r"\bmellem\ [A-ZÆØÅ]{2,4}\ og\ $", ""),
        ("meets", "", r"-?\s?(?i:møde|temamøde|sag\b|punkt)"),
        (
            "meets",
            r"\b(?:møde(?:t)?\ i|sag\ på|behandlet\ i|drøftet\ i|drøftes\ i|i)\s$",
            r"\s(?:[a-zæøå]+dag\s)?(?:den|d\.)\s\d",
        ),
        (
            "meets",
            "",
            r"""\s(?:[a-zæøå]+dag\ )?(?:den\ |d\.\ ?)?\d{1,2}\.\ ?[a-zæøå]
              |\s(?:[A-ZÆØÅ]\w+\s)?(?:(?:afholder|holder)\ møde|mødes\b)""",
        ),
        ("subject", "", _SUBJECT),
        ("listed", r"\b(?:mellem|hos|ved|og|samt|/)\s?$", ""),
        ("listed", "", r"(?:\s(?:og|samt)\s|/)[A-ZÆØÅ]{2}"),
        ("acting", r"\b(?:til|af|fra)\s$", ""),
        ("acting", "", r"\s[a-zæøå]+(?:er|de|te)\b"),
    )
)


def find_abbreviations(reading: Reading) -> Iterator[Mention]:
    """Upper-case abbreviations; the rule says in what position each stands, which is what `resolve` weighs."""
    for hit in _ABBREVIATION.finditer(reading.plain):
        name = strip_genitive(hit[0])
        if name in NOT_NAMES:
            continue
        item = reading.item_at(hit.start())
        if item >= 0:
            yield Mention(
                item,
                "abbreviation",
                name,
                hit.start(),
                hit.start() + len(name),
                f"abbreviation-{_position(reading.plain, hit.start(), hit.end())}",
            )


def _position(plain: str, start: int, end: int) -> str:
    before, after = plain[max(0, start - 40) : start], plain[end : end + 60]
    if before.endswith("(") and after.startswith(")"):
        return "after-person" if _PERSON_END.search(before[:-1]) else "in-brackets"
    if before.endswith(" fra "):
        if _PERSON_END.search(before[:-5]):
            return "after-person"
        if _AUTHORED.search(before):
            return "author"
    for position, left, right in _POSITIONS:
        if (left is None or left.search(before)) and (right is None or right.match(after)):
            return position
    return "bare"


def find_introductions(reading: Reading, names: Iterable[Mention]) -> Iterator[tuple[Mention, str, int]]:
    """Those of `names` that an abbreviation follows, "Name (ABC)": the mention, the abbreviation, where it starts."""
    for mention in names:
        found = _INTRODUCED.match(reading.plain, mention.end)
        if found:
            yield mention, found[1], found.start(1)
