"""Names of agents in running text: units, people, bodies, and the abbreviations that only the corpus can explain."""

import re
from collections.abc import Iterator

from kg.danish.names import COMMON_FIRST_NAMES, strip_genitive
from kg.extract.reading import Reading
from kg.model.finding import Mention

_CAP = r"[A-ZÆØÅÉÖÄÜ]"
# "Børne- og Ungerådgivningscentret": the last word carries the kind, words before it may leave theirs to it.
_SHARED = rf"(?:{_CAP}[\wæøå]*-(?:, ?\w+-)*,? ?(?:og|/) ?)?"
_NOUN = r"(?:[cC]ent(?:er|ret|eret)|[fF]orvaltning(?:en)?|[aA]fdeling(?:en)?|[eE]nhed(?:en)?|[sS]ekretariat(?:et)?|[sS]tab(?:en)?|magistratsafdeling(?:en)?|direktorat(?:et)?|myndighed(?:en)?|team(?:et)?)"
_UNIT = re.compile(
    rf"(?<![\w-])(?:{_SHARED}{_CAP}[\w-]*{_NOUN}|{_CAP}[a-zæøå]+(?:isk|ske|lig|ligt|elt|el|t) (?:Sekretariat|Afdeling|Stab|Center|Forvaltning|Enhed)|(?:[a-zæøå]{{2,}}-?)(?:afdelingen|forvaltningen|sekretariatet|jobcentret)|Borgerservice|Jobcenter\b)(?:s|'s)?(?![\w-])"
)
_HEAD = r"(?:Center|Centeret|Centret|Afdeling|Afdelingen|Magistratsafdeling|Magistratsafdelingen|Sekretariat|Sekretariatet|Enhed|Enheden|Stab|Staben|Forvaltning|Forvaltningen|Fagcenter|Team|Område|Området)"
_FOR = re.compile(rf"(?<![\w-]){_HEAD} for (?:{_CAP}[\w-]*)(?:(?:, | og | & |,? samt | )(?!{_CAP}[\w-]*{_NOUN}\b|{_HEAD} for |[A-ZÆØÅ]{{2,5}}\b){_CAP}[\w-]*)*(?:(?:, | og )(?:[a-zæøå]{{4,}}(?=[,.]| indstiller| anbefaler| foreslår| og)))*")
_GENERIC = re.compile(
    r"^(?:stabs|fag|stabs-/fag|det |dette |decentrale|kontakt|call|indkøbs|stor|by|shopping|data|test|videns|energi|pleje|kursus|konference|test|vaccine|kultur|idræts|sports|aktivitets|dag|rehabiliterings|messe|uddannelses|fritids|ungdoms|medborger|forsamlings|natur|miljø|genbrugs|lokal)?(?:center|centret|centeret|afdeling|afdelingen|enhed|enheden|forvaltning|forvaltningen|sekretariat|stab|staben|team|teamet|aftaleenhed|aftaleenheden|myndighed|myndigheden|statsforvaltningen|virksomhed|virksomheden|fagforvaltningen|opgørelsesenhed)s?$",
    re.I,
)
_BODY_NOUN = r"(?:udvalg(?:et)?|direktion(?:en)?|chefmøde(?:t)?|hoved-?med(?:-?udvalg(?:et)?)?|med-udvalg(?:et)?|kommunalbestyrelse(?:n)?|byråd(?:et)?|regionsråd(?:et)?|\w+(?<!om)råd(?:et)?|chefforum|\w*forum(?:met)?|chefgruppe(?:n)?|magistrat(?:en)?|ledelsesgruppe(?:n)?|lederkreds(?:en)?)"
_BODY = re.compile(
    rf"(?<![\w-])(?:(?:(?:\w+-(?:, ?\w+-)*,? og )?\w*{_BODY_NOUN}|\w+(?:iske?|lige?|ende) \w*forum)s?(?!\w)|"
    r"(?:direktions|byråds|chefforums?|udvalgs|kommunalbestyrelses)(?=-?(?:tema|ekstra|hel|halv)?(?:dags)?(?:møde|seminar|sag\b)))"
)
_NO_BODY = re.compile(r"^(?:fag|stående |politiske )?(?:udvalg|udvalget|forum|forummet|fora|råd|rådet|samråd|forråd|tilråd|fagudvalget|herreråd|varsråd|forudråd|medråd)s?$")
_ABBREVIATION = re.compile(r"(?<![\w./@-])[A-ZÆØÅ][A-ZÆØÅ0-9]{1,5}(?=(?:'?s)?(?![\w@]|-[a-z]*\d))")
NOT_NAMES = frozenset(
    "IT EU HR PDF CVR CPR MED DKK SMS TV OBS NB II III IV VI VII PC USA UK MBTI ISO KLE ID URL LED WC APV EDB GIS ESDH EOJ GDPR LBK BEK KPI SFO PPR CEO FN AI MIO KR AUB OK TR AMR MUS LUS "
    "PKT NR STK JF DVS BL KL FOA KMD ATP BUPL DSB TDC COK SKI KK DK BBR SIS DS POC PMO ROI SLA RFP SKAL IKKE SOM OG DET ALLE MOMS "
    "BESLUTNING INDSTILLING REFERAT DIREKTIONEN BILAG LUKKET PUNKT DEN PLO OSV BEMÆRK VIGTIGT NY NYT TIL FRA MED".split()
)
_PERSON = re.compile(
    rf"(?<![\w@./-]){_CAP}[a-zæøåéöäü]+(?:-{_CAP}[a-zæøåéöäü]+)?(?: (?:von|van|de|la|af) {_CAP}[\wæøåéöäü-]+| {_CAP}[a-zæøåéöäü]+(?:-{_CAP}[a-zæøåéöäü]+)?| {_CAP}\.?(?![\w]))+"
)
_PLACE_WORD = re.compile(r"^(?:kommune|center|centret|udvalg|råd|forum|vej|gade|allé|plads|torv|skole|stræde|park|hus|fond|a/s|aps|seminar|forening)s?$", re.I)
_ORG_WORD = re.compile(
    r"(?:kommune|center|centret|centeret|udvalg|råd|forum|forvaltning|afdeling|enhed|skole|seminar|direktion|bestyrelse|strategi|plan|politik|parken|gade|vej|hus|huset|forening|selskab|fond|bank|skov|allé|plads|by|torv|projekt|lov|pulje|puljen|service|office|business|program|region|aftale|møde|bilag|punkt|sag)s?$",
    re.I,
)
_TITLE_BEFORE = re.compile(
    r"(?:\b(?:[a-zæøå]*direktør|[a-zæøå]*chef|[a-zæøå]*leder|[a-zæøå]*konsulent|partner|borgmester|viceborgmester|[a-zæøå]*formand|rådmand|rådgiver|advokat|sekretær|sygeplejerske|jurist|arkitekt|professor|ejer)\s+)$",
    re.I,
)
_BESIDE = re.compile(r"\s*(?:,|og|samt|/|&)\s*")
_INTRODUCED = re.compile(r"\s*\(\s*([A-ZÆØÅ][A-ZÆØÅ0-9]{1,5})\s*\)")
_ORDINARY = re.compile(
    rf"(?<![\w-])({_CAP}[a-zæøå]{{2,}}) og ({_CAP}[a-zæøå]{{2,}})(?=(?: -[^-\n]{{3,40}}-)?(?: har| skal| vil)?(?: i (?:samarbejde|fællesskab)[^.]{{0,30}}?)?(?: fået)? (?:indstiller|udarbejde[rt]?|lavet?|laver|uddyber|fremlægger|fremlagt|vurderer|indhente[rt]|afholdt|afholder|undersøger|undersøgt|ansvaret|følger|foreslår|anbefaler|oplyser|gennemført|gennemfører)\b|\s\([A-ZÆØÅ]{{2,5}}\))"
)
# "(F)" is a party, "(HRC)" or "(Digitaliseringsenheden)" a unit; "er projektleder", "deltager" and the like are said of people only.
_BEHIND_PERSON = re.compile(
    r"\s*\((?:[A-ZÆØÅ]|[A-ZÆØÅ][A-ZÆØÅ0-9]{1,5}|[A-ZÆØÅ][\wæøå-]*(?:centret|centeret|center|enheden|afdelingen|forvaltningen|sekretariatet|staben))\)|"
    r"\s+(?:er|bliver|var) (?:tovholder|projektleder|projektejer|kontaktperson|sekretær|referent|formand|ordstyrer|ansvarlig|inhabil)\b|\s+(?:deltager|deltog|orienterede|orienterer|præsenterede|tiltrådte|fratræder)\b|, (?:[a-zæøå]*chef|[a-zæøå]*leder|[a-zæøå]*konsulent|[a-zæøå]*direktør|formand|næstformand)\b"
)
_SUBJECT = re.compile(
    r"(?:\s+(?:har|vil|skal|bør|kan|fremover|løbende|herefter))*\s+(?:vurderer|indstiller|indstille|anbefaler|foreslår|udarbejder|udarbejdet?|fremlægger?|fremlagt|indhentet?|disponerer?|sørger?|varetager?|ønsker|følger op|arbejder|arbejde|undersøger?|orienterer|deltager|koordinerer?|står for|kontakter|gennemfører|afklarer?|beregner|redegør|vender tilbage)\b"
)


def find_units(reading: Reading) -> Iterator[Mention]:
    """Units by the word that says what they are (`-centret`, `Center for …`, `-forvaltningen`), wherever an open item names one."""
    taken = -1
    hits = sorted([*_FOR.finditer(reading.plain), *_UNIT.finditer(reading.plain)], key=lambda hit: (hit.start(), -hit.end()))
    for hit in hits:
        name = strip_genitive(" ".join(hit[0].split()))
        if hit.start() < taken or _GENERIC.match(name):
            continue
        item = reading.item_at(hit.start())
        if item >= 0:
            taken = hit.end()
            yield Mention(item, "unit", name, hit.start(), hit.start() + len(hit[0].rstrip()), "unit-noun")


def find_ordinary_units(reading: Reading) -> Iterator[Mention]:
    """Units with ordinary names, by what they do: "Natur og Vand har udarbejdet …"; a second noun with a capital letter is a name."""
    for hit in _ORDINARY.finditer(reading.plain):
        item = reading.item_at(hit.start())
        if item >= 0 and not COMMON_FIRST_NAMES & {hit[1], hit[2]} and not _GENERIC.match(hit[2]):
            yield Mention(item, "unit", f"{hit[1]} og {hit[2]}", hit.start(), hit.end(2), "unit-subject", confidence=0.8)


def find_bodies(reading: Reading) -> Iterator[Mention]:
    """Bodies by the word that says what they are (`-udvalget`, `Byrådet`, `-forum`), in upper or lower case."""
    for hit in _BODY.finditer(reading.lower):
        if _NO_BODY.match(hit[0]):
            continue
        item = reading.item_at(hit.start())
        if item >= 0:
            name = reading.plain[hit.start() : hit.end()]
            yield Mention(item, "body", " ".join(name.split()), hit.start(), hit.end(), "body-noun")


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
_PERSON_END = re.compile(rf"{_CAP}[a-zæøåé]+ (?!Kommune|Region|Center|Udvalg|Forum){_CAP}[\wæøåé.-]*\s*$")


def find_introductions(reading: Reading) -> Iterator[tuple[Mention, str, int]]:
    """Names followed by their abbreviation, "Name (ABC)": the mention, the abbreviation and where that starts."""
    for mention in (*find_units(reading), *find_ordinary_units(reading), *find_bodies(reading)):
        found = _INTRODUCED.match(reading.plain, mention.end)
        if found:
            yield mention, found[1], found.start(1)


def find_people(reading: Reading) -> Iterator[Mention]:
    """People by full name: a common first name, a title before it, a unit in brackets after it, or company of such a name."""
    waiting: Mention | None = None
    sure: Mention | None = None
    for hit in _PERSON.finditer(reading.plain):
        item = reading.item_at(hit.start())
        if item < 0:
            continue
        mention = _person(reading, hit, item)
        certain = _certain(reading, mention) and not any(_PLACE_WORD.search(word) for word in mention.name.split())
        if certain:
            if waiting and _BESIDE.fullmatch(reading.plain, waiting.end, mention.start):
                yield waiting
            yield mention
            sure, waiting = mention, None
        elif any(_ORG_WORD.search(word) for word in mention.name.split()):
            waiting = None
        elif sure and _BESIDE.fullmatch(reading.plain, sure.end, mention.start):
            yield mention
            sure = mention
        else:
            waiting = mention


def _person(reading: Reading, hit: re.Match[str], item: int) -> Mention:
    start, end = hit.span()
    name = " ".join(hit[0].split())
    words = name.split()
    if words[0] not in COMMON_FIRST_NAMES and len(words) > 2 and words[1] in COMMON_FIRST_NAMES:
        start += hit[0].index(words[1])
        name = " ".join(words[1:])
    stripped = strip_genitive(name)
    if stripped != name and not re.search(r" [A-ZÆØÅ]\.?$", stripped):
        end -= len(name) - len(stripped)
        name = stripped
    return Mention(item, "person", name, start, end, "person-name")


def _certain(reading: Reading, mention: Mention) -> bool:
    first = mention.name.split()[0]
    if first in COMMON_FIRST_NAMES or first.partition("-")[0] in COMMON_FIRST_NAMES:
        return True
    if any(_ORG_WORD.search(word) for word in mention.name.split()):
        return False
    if _BEHIND_PERSON.match(reading.plain, mention.end):
        return True
    return bool(_TITLE_BEFORE.search(reading.plain, max(0, mention.start - 30), mention.start))


_POSTS = re.compile(r"(?<![\w-])(Borgmesteren|Viceborgmesteren|Kommunaldirektøren|Regionsrådsformanden|Regionsdirektøren)(?=s?(?![\w-]))")


def find_posts(reading: Reading) -> Iterator[Mention]:
    """Posts that one person holds, named without the holder."""
    for hit in _POSTS.finditer(reading.plain):
        item = reading.item_at(hit.start())
        if item >= 0:
            yield Mention(item, "person", hit[1], hit.start(), hit.end(), "person-post")
