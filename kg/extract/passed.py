"""Whether a decision passes what was put to it, and whether with changes."""

import re

from kg.model.finding import Outcome

_APPROVED = re.compile(
    r"""\b(?:godkend(?:t|te|tes|es|er)|tiltr(?:åd|ådt|ådte|ådtes|ædes|æder)|(?:kan|kunne)\ (?:tiltræde
      |tilslutte\ sig)|vedt(?:aget|og|ages|oges)(?!,?\ at\ (?:udsætte|udskyde|sende|oversende|afvise|henvise|tage))
        |bevilge(?:t(?!\ (?:orlov|fritagelse))|de|des|s)|imødekomme(?:t|s)|imødekom|fulgt|følges|fulgte
        |tilslutte(?:de|r)\ sig|tilsluttet|accepter(?:et|ede
        |er)|bifaldt|bifaldes|(?:er|var)\ ok|(?:er|var)\ i\ orden|som\ indstillet|grønt\ lys
        |tilslutning\ til|(?:er|var)\ enige?\ i(?![^.]*\bmen\ ikke\b)
        |tilsagn\ givet
        |(?:gav|giver|sagt|sagde|siger)\ (?:ja|tilsagn)|bakke(?:r|de)\ op\ om|støtter\ indstillingen
        |kan\ stå\ inde\ for)\b(?!\s+ikke\b)""",
    re.VERBOSE,
)
_WITH_CHANGES = re.compile(
    r"""  med\ (?:\w+\ ){0,2}(?:justering|ændring|kommentar|bemærkning|tilføjelse|rettelse|præcisering|tilretning
      |forbehold|supplering)\w*
    | med\ den\ (?:\w+\ )?(?:bemærkning|ændring|tilføjelse|præcisering)
    | med\ de\ (?:faldne|følgende|nævnte)
    | (?:,?\ (?:idet|dog|men)|,\ i\ det)\b(?![^.\n]*\b(?:stemte|stemmer|undlod|undlader|forbehold|inhabil|ikke\ deltog
      |deltog\ ikke)\b)
    | under\ forudsætning\ af
    | på\ betingelse\ af
    | i\ (?:justeret|revideret|tilrettet|ændret)\ form
    | som\ ændringsforslag""",
    re.VERBOSE,
)
_CHANGED_ABOVE = re.compile(
    r"\bmed\ (?:denne|disse|ovenstående|nævnte)\ (?:tilføjelse|ændring|rettelse|præcisering)"
    r"|\bmed\ (?:tilføjelse|ændring|rettelse|præcisering)e?r?ne?\ (?:blev|er|godkend)"
)
_NOT_PASSED = re.compile(
    r"""(?:\bikke\b|\banbefal(?!ing(?:en|er)?\b)\w*|\bindstille[sr]\b|\bindstillede\b|\bskal\b|\bkan\b|\bvil\b|\bførst\b
      |\btidligere\b|\bsøges\b|\bnår\b|\bhvis\b|\bblive\b|\bafvente\w*|\bat\ få\b)(?:\([^()\n]{0,60}\)
      |[^.,;()]|,(?=\ at\b)){0,120}$""",
    re.VERBOSE,
)
_CLAUSE = 400


def find_passed(lower: str, start: int, end: int) -> Outcome | None:
    """`approved` or `approved_with_changes` where `lower[start:end]` states that something was passed, else None."""
    for hit in _APPROVED.finditer(lower, start, end):
        clause = max(lower.rfind(". ", start, hit.start()), lower.rfind("\n", start, hit.start()), start)
        if _NOT_PASSED.search(lower, max(clause, hit.start() - _CLAUSE), hit.start()):
            continue
        stop = lower.find(". ", hit.end(), end)
        changed = _WITH_CHANGES.search(lower, hit.end(), min(end, (stop if stop > 0 else end)))
        changed_above = _CHANGED_ABOVE.search(lower, clause, hit.start())
        notation = "approved_with_changes" if changed or changed_above else "approved"
        last = changed.end() if changed else hit.end()
        return Outcome(notation, hit.start(), last, f"outcome-{notation}")
    return None
