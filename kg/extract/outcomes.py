"""What a decision came to: the words by which Danish minutes say each outcome of the vocabulary."""

import re

from kg.extract.passed import find_passed
from kg.extract.places import line_start
from kg.model.finding import Outcome

# One pattern for each outcome, over lower-case text; the name of the rule is the notation itself.
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "noted",
        re.compile(
            r"""  \b(?:tage[st]|taget|toges|tog|tage)\b[^.]{0,120}?\btil\ (?:efterretning|orientering)
            | \btil\ (?:efterretning|orientering)\b
            | \bkvittere(?:de|r)\b | \bnotere(?:t|s)\b | \bnoterer?(?:de)?\ sig\b
            | \btog\ orienteringe?n?(?:erne)?\ til\ sig\b
            | \borienteringen\ (?:blev\ )?(?:taget|givet)\b
            | \borientering\ givet\b
            | \bad\ notam\b | \bblev\ orienteret\b
            | \borienterede(?:s)?\b""",
            re.VERBOSE,
        ),
    ),
    (
        "discussed",
        re.compile(
            r"""  \bdrøfte(?:de|t|des)\b
            | \bblev\ vendt\b
            | \b(?:en|kort)\ (?:kort\ )?vending\ af\b
            | \bred(?:e)?gjorde\b
            | \bvendte\b(?!\ tilbage)
            | \bvendt\b(?!\ tilbage)
            | \bevaluere(?:t|de|des)\b
            | \bdebattere(?:t|de|des)\b
            | \b(?:havde|fik|tog)\ en\ (?:\w+\ )?(?:drøftelse|debat|dialog|snak)\b
            | (?:\A|(?<=[\n.]\s)|(?<=\n))god\ (?:drøftelse|debat|dialog|snak)\b
            | \bgennemgået\b
            | \bgennemgik\b
            | \bdrøftelse(?:n|s)?\ (?:blev|fandt|af\ .{3,60}\ blev)""",
            re.VERBOSE,
        ),
    ),
    (
        "recommended",
        re.compile(
            r"""  \banbefal(?:es|er|ede|edes|et)\b(?!\ ikke)
            | (?<!overensstemmelse\ )\bmed\ (?:\w+\ )?anbefaling\b(?!\ af\b)
            | (?<!som\ )\bindstille(?:s|r|de|t|des)\b(?=[^.]{0,60}\b(?:til|over\ for|overfor|godkend\w*|vedtag\w*
              |tiltråd\w*|at)\b)
            | \bmed\ indstilling\ om\b
            | \bfremsendes\ med\ anbefaling\b""",
            re.VERBOSE,
        ),
    ),
    (
        "returned",
        re.compile(
            r"""  \bgenbehandl
            | \bgenoptage[st]\b
            | \bgenfremsætte
            | \bgenfremlægge
            | \btilbagesende
            | \bhjemvis
            | \breturnere
            | \b(?:bringes|tages|sættes)\ op\ igen\b
            | \bsend(?:e[rst]?|t|tes?)\ (?:\w+\ ){0,3}tilbage\b
            | \bsende[st]?\b[^.]{0,40}\bretur\b
            | \b(?:skal\ |bør\ |må\ )?udbygges\b
            | \btilbage\ (?:i|til|på)\ (?:\w*direktion|\w*udvalg|\w*råd|administration|forvaltning|chefforum
              |cent)
            | \b(?:forelægges|fremlægges|behandles|dagsordenssættes|drøftes|vender\ tilbage|kommer\ tilbage
              |sættes)\b[^.]{0,60}\b(?:på\ ny|igen|påny)\b
            | \bforny(?:et|ede?)\ (?:\w+\ )?(?:stilling|behandling|forelæggelse|sag)
            | \bomarbejde
            | \bskal\ (?:tilrettes|bearbejdes|kvalificeres|genforelægges)
            | \bgenforelægge""",
            re.VERBOSE,
        ),
    ),
    (
        "postponed",
        re.compile(
            r"""  \budsat(?:tes)?\b(?!\ (?:for|til\ (?:høring|salg))\b)
            | \budsættes?\b(?!\ (?:for|til\ salg)\b)
            | \budsatte\ (?:punktet|sagen|behandling|beslutning)
            | \bud(?:skudt|skydes|skød|skyde[sr]?)\b
            | \budsættelse\b
            | \boverføres\ til\ næste\b
            | \bpunktet\ (?:overføres|flyttes|rykkes)
            | \bikke\ nået\b
            | \bnåe(?:de|des|s)?\ ikke\b
            | \bafventer\b
            | \bafgøres\ (?:på|i)\b
            | \btages\ (?:\w+\ ){0,2}op\ på\ (?:et\ |det\ )?(?:næste|kommende|senere)\b
            | \b(?:bringes|tages|sættes)\ op\ igen\b
            | \b(?:punktet|sagen|behandlingen)\ (?:skubbes|flyttes|udskydes|rykkes)\b
            | \bblev\ ikke\ behandlet\b
            | \bat\ (?:udsætte|udskyde)\b
            | \bbehandles\ på\ (?:et\ )?næste\ (?:\w+\ )?møde\b
            | \bi\ bero\b
            | \bberostill""",
            re.VERBOSE,
        ),
    ),
    (
        "withdrawn",
        re.compile(
            r"""  \b(?:taget|tages|tog|toges|trukket|trækkes|udgår|udgik|udgået|fjernet|fjernes)\ (?:\w+\ ){0,2}(?:af
              |fra)\ dagsordenen\b
            # at the head of a sentence or part; looked back for, because a decision may begin there
            | (?:\A|(?<=\n)|(?<=\n\s)|(?<=[.:)·•*-]\s)|\b(?:punktet|sagen|emnet|forslaget)\ (?:\w+\ )?)
              (?:er\ |var\ |blev\ )?ud\ ?g(?:år|ik|ået)\b(?!\ fra\b)
            | (?:\A|(?<=\n)|(?<=[.:)·•*-]\s)|(?<=meddelte,\ at\ )|(?<=oplyste,\ at\ ))
              (?:dagsordenens\ )?(?:sag|punkt|pkt\.?)\ (?:nr\.?\ )?\d+\b
              [^.\n]{0,90}\bud(?:går|gik)(?=\s*(?:[.]|$)|,?\ og\b|,\ (?:da|idet)\b)
            | \btaget\ af\b\s*(?:[.]|$)
            | \btrukket(?:\ tilbage)?\b
            | \btrækkes\ tilbage\b
            | \bbortfald""",
            re.MULTILINE | re.VERBOSE,
        ),
    ),
    (
        "referred",
        re.compile(
            r"""  \b(?:over|videre|frem)send(?:es|t|te|tes|er)\b[^.]{0,60}?\btil\b(?!\ alle\b)
            | \b(?:over|videre|frem)?sende\ (?:sagen|punktet|forslaget|indstillingen|planen|den|det)\b[^.]{0,60}?\btil\b
            | \bviderefør(?:e|es|t|te|tes)\b[^.]{0,60}?\btil\b(?=[^.]{0,40}(?:udvalg|råd|direktion|bestyrelse
              |magistrat))
            | \bsend(?:es|t|te|tes)\b[^.]{0,60}?\b(?:i\ (?:\w+\ )?høring|til\b(?=[^.]{0,40}(?:høring|udvalg|råd
              |direktion|forum|magistrat
              |bestyrelse|ledelse|gruppe|møde|udtalelse|cf\b|[a-zæøå]{1,3}u\b|kb\b|by\b|-?med\b)))
            | \b(?:skal|bør|vil(?:\ blive)?|kan|må)\b[^.]{0,40}?\b(?:drøfte|behandle|forelægge|fremlægge
              |tage[s]?\ op|præsentere|vende)[st]?\b[^.]{0,40}?\b(?:i|for|til|på|af)\b
            | \b(?:forelægges|fremlægges|drøftes|behandles|præsenteres)\b\ (?:\w+\ ){0,3}?(?:i|for|af|på)\b
              (?!\ (?:forbindelse|samarbejde)\b)
              (?=[^.]{0,40}(?:udvalg|råd|direktion|forum|bestyrelse|ledelse|gruppe|møde|cf\b|[a-zæøå]{1,3}u\b|kb\b|by\b|-?med\b))
            | (?<!\bder\ )\bhenvis(?:es|t|te)\b[^.]{0,30}\btil\b
            | \bsende[rs]?\b[^.]{0,60}?\bi\ (?:\w+\ )?høring\b
            | \btages\ (?:\w+\ ){0,2}op\ (?:i|på)\b(?!\ (?:et\ |det\ )?(?:næste|kommende|senere|mødet?)\b)
            | \bgår\ (?:\w+\ ){0,2}til\b
            | \bbringes\ (?:videre\ )?til\b
            | \bfår\ (?:sagen|den)\ \b
            | \bløftes\ til\b
            | \bbegærede\ sagen\b
            | \bsender\ (?:den|det|sagen|punktet)\b[^.]{0,30}\btil\b
            | \bforelægges\ \w*(?:udvalg|råd|direktion|forum|bestyrelse|med\b)
            | \bskal\ (?:evt\.?\ |eventuelt\ )?(?:i|på|til|forbi)\ (?=[A-ZÆØÅa-zæøå-]*(?:udvalg|råd|direktion
                |forum|cf\b|hu\b|øu\b|by\b|bestyrelse))""",
            re.VERBOSE,
        ),
    ),
    (
        "rejected",
        re.compile(
            r"""  \bafvis(?:t|es|te|tes)\b
            | \bforkast
            | \bnedstemt\b
            | \b(?:sagen|indstillingen|\w*forslaget|\w*forslag)\b(?:\ \w+){0,2}\ (?:faldt|er\ faldet)\b
            | \b(?:kunne|kan)\ ikke\ opnås?\ (?:\w+\ )?flertal
            | \bopnå(?:ede|r)\ ikke\ (?:\w+\ )?flertal
            | ^[^\S\n]*+(?:forslaget\ )?(?:er\ )?faldet[^\S\n]*+[.]?[^\S\n]*+$
            | \bder\ (?:var|er)\ ikke\ (?:\w+\ )?(?:opbakning|flertal|stemning)\b
            | \bbesluttede\ (?:\w+\ )?ikke\ at\b
            | \bbeslutte(?:de|t|r)?,?\ at\b[^.]{0,140}?\bikke\ (?:skal|kan|vil|bør|må|ønskes|gennemføres
              |iværksættes|igangsættes|indføres|videreføres|ydes)\b
            | \bikke\ (?:godkendt|imødekommet|vedtaget|tiltrådt|bevilget)\b
            | \b(?:godkend|imødekom|tiltræd|tiltrådt|vedtag|vedtog)\w*\ ikke\b
            | \b(?:kan|kunne)\ (?:\w*(?:udvalget|rådet|bestyrelsen|direktionen)\ )?ikke\ (?:imødekomme|godkende|tiltræde
              |anbefale|tilslutte\ sig|støtte)s?\b
            | \b(?:siger|sagde|sige)\ nej\b
            | ^[^\S\n]*+(?:[-·•*]\s+)?(?:(?:ad|pkt\.?)\s*)?(?:\d+\s*[.):]\s*)?nej\b
            | \bvil\ ikke\ (?:gå|indføre|iværksætte|igangsætte|støtte|være\ med)\b
            | \bafsl(?:ag|og|ås|ået)\b
            | \banbefal\w*\ ikke\b
            | \bønske(?:r|de)\ ikke\b""",
            re.MULTILINE | re.VERBOSE,
        ),
    ),
)
_DECIDED = re.compile(
    r"""  \bbeslutte(?:de|t|r|des)\b
    | \bder\ var\ enighed\b
    | \baftal(?:t|te|es)\b
    | \bfastsat\b
    | \bvalgt(?:e|es)?\b
    | \budpeget\b
    | \budpegede\b
    | \bvalgte\b
    | \bpegede\ på\b
    | \bforetrækker\b""",
    re.VERBOSE,
)
# Said only where nothing is decided: beside a decision the same words add nothing.
_NOTED_ALONE = re.compile(
    r"""  \bingen\ (?:\w+\ )?bemærkninger\b
    | \bintet\ at\ bemærke\b
    | ^[^\S\n]*+(?:[-·•*]\s+)?(?:til\ )?orienter(?:ing|et)[^\S\n]*+[.]?[^\S\n]*+$
    | \borienterer\ om\b
    | \b(?:redegørelse|orientering|status)(?:n|en|sen)?\ (?:(?:om|fra|vedr\.?|vedrørende)\ [^.\n]{2,60}?\ )?
      (?:blev\ |er\ )?(?:givet|afgivet)\b""",
    re.VERBOSE | re.MULTILINE,
)
_NEXT_SENTENCE = re.compile(r"[.]\s+(?=\D)|\n\s*\n")


def find_outcomes(lower: str, start: int, end: int) -> tuple[Outcome, ...]:
    """The outcomes that `lower[start:end]`, a decision's text, states, in the order of the vocabulary's table.

    `approved_with_changes` replaces `approved`; `decided` is given only where the text says nothing more precise.
    """
    found: dict[str, Outcome] = {}
    line = line_start(lower, start)
    for notation, pattern in _PATTERNS:
        hit = pattern.search(lower, line, end)
        if hit:
            found[notation] = Outcome(notation, hit.start(), hit.end(), f"outcome-{notation}")
    _drop_shadowed(lower, found)
    passed = find_passed(lower, start, end)
    if passed:
        found[passed.notation] = passed
        _drop_changed(lower, found, passed)
    if not found and (noted := _NOTED_ALONE.search(lower, start, end)):
        return (Outcome("noted", noted.start(), noted.end(), "outcome-noted"),)
    if not found and lower[start:end].strip():
        hit = _DECIDED.search(lower, start, end)
        first, last = (hit.start(), hit.end()) if hit else _trimmed(lower, start, end)
        found["decided"] = Outcome("decided", first, last, "outcome-decided")
    return tuple(found.values())


def _drop_shadowed(lower: str, found: dict[str, Outcome]) -> None:
    """A word that stands inside another outcome's words is not an outcome of its own."""
    recommended, rejected = found.get("recommended"), found.get("rejected")
    if recommended and rejected and "anbefal" in lower[rejected.start : rejected.end]:
        del found["recommended"]
    referred, returned = found.get("referred"), found.get("returned")
    withdrawn = found.get("withdrawn")
    if withdrawn and rejected and rejected.end <= withdrawn.start and "." not in lower[rejected.end : withdrawn.start]:
        del found["withdrawn"]
    if referred and returned and referred.start <= returned.start < referred.end:
        del found["referred"]


def _drop_changed(lower: str, found: dict[str, Outcome], passed: Outcome) -> None:
    """What falls away or waits within the change with which something is approved ("dog således at pkt. 3 udgår")."""
    for notation in ("withdrawn", "postponed") if passed.notation == "approved_with_changes" else ():
        beside = found.get(notation)
        if beside and beside.start > passed.start and not _NEXT_SENTENCE.search(lower[passed.start : beside.start]):
            del found[notation]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    text = text[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())
