"""New themes out of what the scheme does not cover: the words of titles of items without a theme, by their stems."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kg.danish.slug import slug
from kg.danish.words import stem
from kg.graph.skos import Concept

if TYPE_CHECKING:
    from kg.graph.graph import Graph
    from kg.model.record import Record

SCHEME = "https://example.org/themes"
_UNCOVERED = """
SELECT ?item ?title {
  ?item a sag:AgendaItem ; sag:closed false ; dcterms:title ?title .
  FILTER NOT EXISTS { ?item sag:theme ?theme }
} ORDER BY ?item"""
_WORD = re.compile(r"[^\W\d_]{4,60}")
_SHORTEST = 4
_EXAMPLES = 3
# Words that titles of any matter have: what is done with it, and the small words between.
_SAYS_NOTHING = frozenset(
    (
        "øvrige godkendelse orientering status drøftelse beslutning behandling indstilling evaluering forslag oplæg "
        "notat redegørelse rapport plan planer sag sager punkt møde mødet møder referat dagsorden bilag tillæg "
        "ansøgning henvendelse anmodning anbefaling udkast vedtagelse endelig endeligt foreløbig fremtidig fremtidige "
        "ændring ændringer ændret opfølgning afrapportering gennemgang præsentation igangsættelse etablering "
        "fastsættelse udpegning udarbejdelse revision eventuelt meddelelser nyt siden sidst lukket åben åbent "
        "vedrørende vedr angående samt efter inden under over uden mellem gennem ifølge hvordan hvorfor hvilke dette "
        "denne disse deres vores hele alle andre anden andet andres flere kommune kommunen kommunens kommuner region "
        "regionen udvalg udvalget byråd byrådet direktion direktionen centre center centret afdeling forvaltning "
        "administrationen projekt projektet arbejde arbejdet proces processen område områder området opgave opgaver "
        "indsats indsatser model modeller ramme rammer krav behov mulighed muligheder fase første tredje januar "
        "februar marts april juni juli august september oktober november december mandag tirsdag onsdag torsdag "
        "fredag blandt ekstra nye kort lang stor store små ens fælles generel generelle særlig særlige"
    ).split()
)


class Group(msgspec.Struct, frozen=True):
    """Words of one stem that titles without a theme have: the commonest, all of them, how many items, some examples."""

    word: str
    forms: tuple[str, ...]
    items: int
    examples: tuple[tuple[str, str], ...]


def uncovered_in(graph: "Graph") -> list[tuple[str, str]]:
    """The open items of a graph that have no theme: (end of the IRI, title)."""
    base = graph.manifest.get("base", "")
    return [(str(item).removeprefix(base), str(title)) for item, title in graph.query(_UNCOVERED).values()]


def uncovered_of(records: Iterable["Record"]) -> list[tuple[str, str]]:
    """The open items of documents that have no theme: (file and number, title)."""
    found = []
    for record in records:
        themed = {theme.item for theme in record.findings.themes}
        for index, item in enumerate(record.meeting.items):
            if not item.closed and index not in themed:
                found.append((f"{Path(record.path).name}#{item.number}", item.title.value))
    return found


def suggest(items: Iterable[tuple[str, str]], least: int = 2) -> list[Group]:
    """Groups of words that stand in the titles of at least `least` items, the commonest first."""
    holding: dict[str, set[tuple[str, str]]] = defaultdict(set)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    words = [(item, set(_words(item[1]))) for item in items]
    heads = _heads({word for _, several in words for word in several})
    for item, several in words:
        for word in several:
            holding[heads[word]].add(item)
            written[heads[word]][word] += 1
    groups = [_group(written[head], sorted(held)) for head, held in holding.items() if len(held) >= least]
    return sorted(groups, key=lambda group: (-group.items, group.word))


def _group(written: Counter[str], items: list[tuple[str, str]]) -> Group:
    forms = sorted(written, key=lambda form: (-written[form], len(form), form))
    return Group(forms[0], tuple(sorted(forms)), len(items), tuple(items[:_EXAMPLES]))


def _words(title: str) -> Iterator[str]:
    """The words of a title that may say what it is about: no names, which have a capital inside a title."""
    for found in _WORD.finditer(title):
        first = not title[: found.start()].strip(" -–:,.0123456789")
        word = found[0].lower()
        is_name = found[0][0].isupper() and not first
        if not is_name and word not in _SAYS_NOTHING and stem(word) not in _STEMS:
            yield word


_STEMS = frozenset(map(stem, _SAYS_NOTHING))


def _heads(words: set[str]) -> dict[str, str]:
    """The group of each word: the shortest stem that it begins with and that stands as a word itself (`havn` of
    `havnepladsen`).
    """
    short = {stem(word) for word in words if len(stem(word)) >= _SHORTEST}
    return {
        word: next((word[:n] for n in range(_SHORTEST, len(word) + 1) if word[:n] in short), word) for word in words
    }


def as_concepts(groups: Iterable[Group]) -> list[Concept]:
    """The groups as themes of a scheme of one's own, to be corrected."""
    return [
        Concept(
            f"{SCHEME}/{slug(group.word)}",
            SCHEME,
            slug(group.word),
            group.word,
            group.forms,
            note=f"{group.items}: {'; '.join(title for _, title in group.examples)}",
        )
        for group in groups
    ]
