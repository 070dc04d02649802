"""Case numbers (*sagsnumre*) as the systems of Danish authorities write them, and what only looks like one.

| system | example | grammar |
|---|---|---|
| Acadre | `14/32918` | year, slash, serial; its *documents* are the other way round: `222359/12` |
| eDoc | `2012-28504`, `2013-003869`, `2023-0123456` | year in four digits, serial |
| SBSYS | `01.02.03-P00-1-14`, `00.22.00-3584-18`, `01.02.03P00-0104` | KLE subject, facet, serial, year |
| regions | `1-31-72-306-20` | groups of a plan, serial, year |
| GetOrganized, WorkZone | `EMN-2025-003383`, `330-2018-3619`, `25-003374` | prefix or code, year, serial |

Six bare digits, and other serials, count only behind a label (*Sagsnr.*, *J.nr.*).
"""

import re

import msgspec

_YEAR = r"(?:19[6-9]|20[0-6])[0-9]"
_KLE = r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}"
_FORMS = (
    rf"{_KLE}-[A-ZÆØÅ][0-9]{{2}}-[0-9]{{1,6}}-[0-9]{{2}}",
    rf"{_KLE}-[0-9]{{1,6}}-[0-9]{{2}}",
    rf"{_KLE}[A-ZÆØÅ][0-9]{{2}}-[0-9]{{3,6}}",
    rf"[A-ZÆØÅ]{{2,5}}-{_YEAR}-[0-9]{{2,8}}",
    rf"[0-9]{{3}}-{_YEAR}-[0-9]{{2,8}}",
    r"[0-9]-[0-9]{2}-[0-9]{2}-[0-9]{1,6}-[0-9]{2}",
    rf"{_YEAR}-(?!{_YEAR}(?![0-9]))[0-9]{{3,8}}",  # 2024-2027 are years
    r"[0-9]{2}-[0-9]{5,8}",
    rf"(?:[0-9]{{2}}|{_YEAR})/[0-9]{{2,7}}",
)
# The beginning of a form and of nothing longer: no digit, word or sign of a number on either side.
_BEFORE = r"(?<![\w/.,:+-])"
_AFTER = r"(?![\w/]|[.,:+-]\w)"
_FORM = re.compile(rf"{_BEFORE}(?:{'|'.join(_FORMS)}){_AFTER}")
_PLAIN = re.compile(
    rf"(?:[0-9]{{4,8}}|[0-9](?:-[0-9]{{1,6}}){{2}}-[0-9]{{2}}|[0-9]{{2}}/[0-9]|{_YEAR}-[0-9]{{2,4}}){_AFTER}"
)
_LABEL = re.compile(
    r"""(?:åbent?|lukket)[ \t]*[-–|][ \t]*(?=[0-9]\S*[/-])
    | (?:(?:acadre[\ -]?)?(?:sags?(?:[\ -]*(?:nr|nummer|id|no)\b|\.\ ?nr\b|[\ -]?identifikation)?|esdh[\ -]?(?:sag|nr)
      |journal[\ -]*(?:nr|nummer)?|j\.?\ ?nr|jour\.?\ ?nr|eDoc[\ -]?sag(?:s?nr)?)\.?)[ \t]*(?:[:.|\t]
        |(?=[ \t]+\S*[0-9])|$)[ \t]*[:|]?[ \t]*""",
    re.IGNORECASE | re.VERBOSE,
)
_DOCUMENT = re.compile(
    r"(?:dok(?:ument)?|brev|bilag|løbe|løbenr|akt|id|faktura|tlf|telefon|cvr|matr|proj(?:ekt)?)[\w ]*\.?\s*"
    r"(?:nr\.?|nummer)?[\s:.]*$",
    re.IGNORECASE,
)


class CaseNumber(msgspec.Struct, frozen=True):
    """A case number and where it stands; `kle` is the subject of the KLE index that an SBSYS number begins with."""

    value: str
    start: int
    end: int
    kle: str = ""


def find_case_numbers(text: str, start: int = 0, end: int | None = None) -> list[CaseNumber]:
    """The numbers in `text[start:end]` that have a case number's form, in order; none that a word before it calls the
    number of a document, an invoice, a telephone or a project.
    """
    stop = len(text) if end is None else end
    return [
        _number(found)
        for found in _FORM.finditer(text, start, stop)
        if not _DOCUMENT.search(text[max(start, found.start() - 24) : found.start()])
    ]


def match_case_number(text: str, start: int = 0, *, labelled: bool = False) -> CaseNumber | None:
    """The case number that begins at `start`. Behind a label (`labelled`) a bare serial is one too: `150327`."""
    found = _FORM.match(text, start) or (_PLAIN.match(text, start) if labelled else None)
    return _number(found) if found else None


def match_label(text: str, start: int = 0) -> int | None:
    """Where the value begins, if at `start` stands a label of a case number: `Sagsnr.:`, `J.nr.`, `Sags ID`, `Sag:`."""
    found = _LABEL.match(text, start)
    return found.end() if found else None


def kle_of(number: str) -> str:
    """The KLE subject of an SBSYS case number: `01.02.03-P00-1-14` → `01.02.03`; empty for any other."""
    found = re.match(rf"{_KLE}(?=-)", number)
    return found[0] if found and _FORM.fullmatch(number) else ""


def _number(found: re.Match[str]) -> CaseNumber:
    return CaseNumber(found[0], found.start(), found.end(), kle_of(found[0]))
