"""Names of organisational units: their inflections, one key for all of them, and what abbreviates them."""

import re

# Each noun of units: indefinite, definite, and further forms in use.
_NOUNS: tuple[tuple[str, ...], ...] = (
    ("center", "centret", "centeret", "centre"),
    ("forvaltning", "forvaltningen"),
    ("afdeling", "afdelingen"),
    ("enhed", "enheden"),
    ("sekretariat", "sekretariatet"),
    ("stab", "staben"),
    ("udvalg", "udvalget"),
    ("råd", "rådet"),
    ("direktion", "direktionen"),
    ("bestyrelse", "bestyrelsen"),
    ("styrelse", "styrelsen"),
    ("forum", "forummet"),
    ("gruppe", "gruppen"),
    ("kontor", "kontoret"),
    ("nævn", "nævnet"),
    ("team", "teamet"),
    ("kommission", "kommissionen"),
    ("kommune", "kommunen"),
    ("region", "regionen"),
    ("ledelse", "ledelsen"),
    ("område", "området"),
    ("institution", "institutionen"),
    ("skole", "skolen"),
)
_FORMS: dict[str, tuple[str, ...]] = {form: forms for forms in _NOUNS for form in forms}
_NOUN = re.compile(rf"({'|'.join(sorted(_FORMS, key=len, reverse=True))})(?=s?$)")
# Words that Danish compounds in the names of units are made of: where one begins, an abbreviation may take a letter.
_PARTS = (
    "affald analyse anlæg arbejds bad barn beredskab beskæftigelse bibliotek bolig borger by byg byrå børn børne "
    "dagtilbud digitalisering drift ejendom energi erhverv familie forebyggelse forsyning fritid fritids genbrug "
    "handicap havn hjemmepleje hoved idræt indkøb innovation integration it job jura klima kommunal kommunikation "
    "kultur land ledelse ledelses løn miljø musik myndighed natur omsorg park personale plan pleje plejehjem "
    "politik projekt psykiatri rehabilitering ressource rådgivning service skole social socialt strategi sundhed "
    "sundheds sygepleje tandpleje teknik trafik turisme udbud uddannelse udvikling udviklings ungdom unge vej "
    "velfærd visitation voksen ydelse ældre økonomi "
).split()
_PART = re.compile("|".join(sorted(_PARTS, key=len, reverse=True)))
_SMALL_WORDS = frozenset("og for i af til med de den det på om & samt".split())
_WORD = re.compile(r"[^\W_]+|&")
_START, _RUN, _TRUNCATED, _INSIDE = 1.0, 0.8, 0.75, 0.2
_SHORTEST, _LONGEST = 2, 8
_TOO_LONG = 120  # letters: no name of a unit


def _singular(word: str) -> str:
    """A lower-cased word with the unit noun at its end, and a genitive s after it, brought to the indefinite."""
    match = _NOUN.search(word)
    return word[: match.start()] + _FORMS[match[1]][0] if match else word


def unit_key(name: str) -> str:
    """One key for every inflection, genitive, hyphenation and case of a unit's name.

    `IT-Centeret`, `IT-Centret`, `IT-Center`, `IT Centrets` → `itcenter`; *&* counts as *og*, `TVK's` as `TVK`.
    """
    lower = re.sub(r"['’´]s?\b", "", name.lower())
    return "".join("og" if word == "&" else _singular(word) for word in _WORD.findall(lower))


def definite_variants(name: str) -> tuple[str, ...]:
    """`name` in every inflection of its unit noun, itself first: `IT-Centret` → `IT-Center`, `IT-Centeret` …

    The noun is that of the last word which has one, else of the first (`Center for Vej`). Its case is kept. A name
    without such a noun has one variant, itself.
    """
    words = [(word.start(), word.end()) for word in re.finditer(r"[^\W_]+", name)]
    for start, end in [*reversed(words[-1:]), *words[:1]]:
        match = _NOUN.search(name[start:end].lower())
        if match:
            written = name[start + match.start(1) : start + match.end(1)]
            rest = name[start + match.end(1) :]
            forms = [name[: start + match.start(1)] + _like(written, form) + rest for form in _FORMS[match[1]]]
            return tuple(dict.fromkeys([name, *forms]))
    return (name,)


def _like(written: str, form: str) -> str:
    if written.isupper():
        return form.upper()
    return form.capitalize() if written[0].isupper() else form


def abbreviation_score(abbr: str, name: str) -> float:
    """How well `abbr` abbreviates `name`, 0-1.

    1.0: its letters are, in order, the first letters of the words and compound parts of `name`, with none of the words
    and no final unit noun left out (`SHC`, *Skole- og Havnecentret*). A letter that goes on from the one before it
    (`BYC`, *Byggecentret*) counts a little less, letters merely in order inside words far less, words without a
    letter in proportion. 0: a letter is missing or out of order, or the first letters differ.
    """
    letters = re.sub(r"[\W_]", "", abbr).lower()
    if not _SHORTEST <= len(letters) <= _LONGEST:
        return 0.0
    text, starts, required = _starts(name)
    if not text.startswith(letters[0]) or not len(letters) < len(text) < _TOO_LONG:
        return 0.0
    best = max(_score(letters, text, starts, required), 0.0)
    if text.startswith(letters) and len(_WORD.findall(name)) == 1:
        best = max(best, _TRUNCATED)
    return round(best, 3)


def _starts(name: str) -> tuple[str, frozenset[int], frozenset[int]]:
    """The letters of `name` in lower case, joined; where words and parts begin; which of these may not be left out."""
    text, starts, required = "", set(), set()
    for match in _WORD.finditer(name):
        word = match[0]
        place = len(text)
        text += word.lower() if word != "&" else "og"
        starts.add(place)
        if word.lower() in _SMALL_WORDS:
            continue
        required.add(place)
        noun = _NOUN.search(word.lower())
        if noun and noun.start():
            required.add(place + noun.start())
        starts.update(place + part.start() for part in _PART.finditer(word.lower()))
        starts.update(place + at for at, letter in enumerate(word) if letter.isupper())
    return text, frozenset(starts | required), frozenset(required)


def _score(letters: str, text: str, starts: frozenset[int], required: frozenset[int]) -> float:
    """The best alignment of `letters` to `text`: the mean worth of the letters times the share of required starts hit.

    `ways` maps where the last letter was put to (worth so far, required starts hit, in a run from a start).
    """
    ways: dict[int, tuple[float, int, bool]] = {0: (_START, 1, True)}
    for letter in letters[1:]:
        further: dict[int, tuple[float, int, bool]] = {}
        for place, (worth, hits, running) in ways.items():
            for at in _places(letter, text, place + 1):
                run = running and at == place + 1
                gain = _START if at in starts else _RUN if run else _INSIDE
                way = (worth + gain, hits + (at in required), run or at in starts)
                further[at] = max(further.get(at, way), way, key=lambda w: (w[1], w[0]))
        ways = further
    return max((worth / len(letters) * hits / len(required) for worth, hits, _ in ways.values()), default=0.0)


def _places(letter: str, text: str, start: int) -> list[int]:
    return [at for at in range(start, len(text)) if text[at] == letter]
