"""The words by which items are compared: stems of the longer words, and so the heads of compounds."""

import functools
import re
from collections import Counter

_WORD = re.compile(r"[a-zæøåéü]{5,}|\b[a-z]\d{2}\b|\bit\b")
_STEM = 6
_MOST = 40
_ALIKE = 0.7
_FORM = 7  # letters: "kommunen" is none, "kommunikation" is one
COMMON_TERMS = frozenset(
    word[:6]
    for word in "denne dette disse deres eller efter under mellem samme andre anden andet første samt igen over skulle "
    "kunne ville blive bliver blevet været hvor hvordan hvilke hvilken "
    "kommun direktio sagen sager punkt punktet beslutni indstill sagsfrem baggrund bilag forslag drøftels drøftes "
    "godkend godkende godkendt orienter møde mødet center centret "
    "administ forvaltn udvalg udvalget byråd byrådet forbinde forhold videre herunder således derfor behov arbejde "
    "arbejdet område områder muligt mulighed yderlig følgende "
    "økonomi bemærkni ingen vurderin borger borgere borgerne foreslås endvider derudove kommunen kommunes kommuner "
    "kommuna ledere arbejdes notat status frem forskell fortsat medarbej "
    "januar februar marts april juni juli august septembe oktober november december årlige "
    "forelægg fremlagt fremlægg foreligg udarbejd behandle behandlin tidliger inden bedre flere mange større hvert "
    "hvorfor mindre stadig sammen gennem løbende".split()
)


# Words that say in which form something is to come, or that somebody is to see to it, and nothing of what it is about.
_FORMS = frozenset(
    word[:_FORM]
    for word in "notat notatet oplæg oplægget oversigt udkast redegørelse afrapportering præsentation særskilt status "
    "tilbage vender undersøger sørger udsender indhenter koordinerer indkalder ønsker ønskes efterspurgte "
    "fremsendes kommende første næste eventuelt inden senest foreligge fortsat yderligere endelig supplerende "
    "opfølgning udarbejder udarbejdes orientering orienteres drøftelse drøftes forslag godkendelse godkendt "
    "beslutning indstilling punktet sagen sager kommune kommunen kommunens direktionen udvalget udvalg møde "
    "mødet bilag denne dette disse eller efter under skulle kunne ville blive bliver blevet hvordan fremlægges "
    "forelægges behandles".split()
)


@functools.lru_cache(maxsize=65_536)
def topic_words(title: str) -> tuple[str, ...]:
    """The words of a title that say what it is about, in lower case, each once, by alphabet."""
    return tuple(sorted({word for word in _WORD.findall(title.lower()) if word[:_FORM] not in _FORMS}))


def same_word(one: str, other: str) -> bool:
    """Whether two words are one, inflected or compounded: "revision", "revisionens"; not "budgetår", "budgetloft"."""
    if one[:_STEM] != other[:_STEM]:
        return False
    least = min(len(one), len(other))
    head = next((place for place in range(least) if one[place] != other[place]), least)
    return head >= _ALIKE * least


@functools.lru_cache(maxsize=300_000)
def _pair(term: str, count: int) -> tuple[str, int]:
    """One pair for all items that have it: a corpus has many items and few words."""
    return term, count


def count_terms(lower: str) -> tuple[tuple[str, int], ...]:
    """The stems of a lower-case text with their counts, the most frequent first, ties by alphabet."""
    counted: Counter[str] = Counter(word[:_STEM] for word in _WORD.findall(lower))
    kept = [_pair(term, count) for term, count in counted.items() if term not in COMMON_TERMS]
    return tuple(sorted(kept, key=lambda pair: (-pair[1], pair[0]))[:_MOST])
