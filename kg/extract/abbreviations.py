"""Abbreviations in running text, which only the corpus can explain, and the names that a text introduces them with."""

import re
from collections.abc import Iterable, Iterator

from kg.danish.names import strip_genitive
from kg.extract.reading import Reading
from kg.extract.units import CAPITAL
from kg.model.finding import Mention

_ABBREVIATION = re.compile(r"[A-ZÆØÅ](?<![\w./@-].)[A-ZÆØÅ0-9]{1,5}(?=(?:'?s)?(?![\w@]|-[a-z]*\d))")
# Abbreviations and words in capitals that are no units: things everybody shortens, organisations of the whole country, captions.
NOT_NAMES = frozenset(
    "IT EU HR PDF CVR CPR MED DKK SMS TV OBS NB II III IV VI VII PC USA UK MBTI ISO KLE ID URL LED WC APV EDB GIS ESDH EOJ GDPR LBK BEK KPI SFO PPR CEO FN AI MIO KR AUB OK TR AMR MUS LUS "
    "PKT NR STK JF DVS BL KL FOA KMD ATP BUPL DSB TDC COK SKI KK DK BBR SIS DS POC PMO ROI SLA RFP SKAL IKKE SOM OG DET ALLE MOMS "
    "BESLUTNING INDSTILLING REFERAT DIREKTIONEN BILAG LUKKET PUNKT DEN PLO OSV BEMÆRK VIGTIGT NY NYT TIL FRA MED".split()
)
_INTRODUCED = re.compile(r"\s*\(\s*([A-ZÆØÅ][A-ZÆØÅ0-9]{1,5})\s*\)")
_SUBJECT = re.compile(
    r"(?:\s+(?:har|vil|skal|bør|kan|fremover|løbende|herefter))*\s+(?:vurderer|indstiller|indstille|anbefaler|foreslår|udarbejder|udarbejdet?|fremlægger?|fremlagt|indhentet?|disponerer?|sørger?|varetager?|ønsker|følger op|arbejder|arbejde|undersøger?|orienterer|deltager|koordinerer?|står for|kontakter|gennemfører|afklarer?|beregner|redegør|vender tilbage)\b"
)


def find_abbreviations(reading: Reading) -> Iterator[Mention]:
    """Upper-case abbreviations; the rule says in what position each stands, which is what `resolve` weighs."""
    for hit in _ABBREVIATION.finditer(reading.plain):
        name = strip_genitive(hit[0])
        if name in NOT_NAMES:
            continue
        item = reading.item_at(hit.start())
        if item >= 0:
            yield Mention(item, "abbreviation", name, hit.start(), hit.start() + len(name), f"abbreviation-{_position(reading, hit)}")


def _position(reading: Reading, hit: re.Match[str]) -> str:
    before, after = reading.plain[max(0, hit.start() - 40) : hit.start()], reading.plain[hit.end() : hit.end() + 60]
    if before.endswith("(") and after.startswith(")"):
        return "after-person" if _PERSON_END.search(before[:-1]) else "in-brackets"
    if before.endswith(" fra "):
        if _PERSON_END.search(before[:-5]):
            return "after-person"
        if _AUTHORED.search(before):
            return "author"
    if re.search(r"\bmellem [A-ZÆØÅ]{2,4} og $", before):
        return "listed"
    if re.match(r"-?\s?(?:møde|temamøde|sag\b|punkt)", after, re.I) or re.search(r"\b(?:møde(?:t)? i|sag på|behandlet i|drøftet i|drøftes i|i)\s$", before) and re.match(r"\s(?:den|d\.)\s\d", after):
        return "meets"
    if re.match(r"\s(?:den |d\. ?)?\d{1,2}\. ?[a-zæøå]|\s(?:afholder|holder) møde", after):
        return "meets"
    if _SUBJECT.match(after):
        return "subject"
    if re.search(r"\b(?:mellem|hos|ved|og|samt|/)\s?$", before) or re.match(r"(?:\s(?:og|samt)\s|/)[A-ZÆØÅ]{2}", after):
        return "listed"
    if re.search(r"\b(?:til|af|fra)\s$", before) or re.match(r"\s[a-zæøå]+(?:er|de|te)\b", after):
        return "acting"
    return "bare"


_AUTHORED = re.compile(r"\b(?:ansøgning(?:en)?|sag(?:en)?|forslag(?:et)?|notat(?:et)?|oplæg(?:get)?|bemærkninger(?:ne)?|medarbejdere?|konsulent(?:er)?|repræsentant(?:er)?|bidrag) fra $")
_PERSON_END = re.compile(rf"{CAPITAL}[a-zæøåé]+ (?!Kommune|Region|Center|Udvalg|Forum){CAPITAL}[\wæøåé.-]*\s*$")


def find_introductions(reading: Reading, names: Iterable[Mention]) -> Iterator[tuple[Mention, str, int]]:
    """Those of `names` that their abbreviation follows, "Name (ABC)": the mention, the abbreviation and where that starts."""
    for mention in names:
        found = _INTRODUCED.match(reading.plain, mention.end)
        if found:
            yield mention, found[1], found.start(1)
