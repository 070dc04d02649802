"""A text to its terms: what the index holds and a question asks for, so that inflection and case do not matter."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import tantivy

LONGEST = 64  # bytes of a word in UTF-8: what is longer is no word
_SHORTEST_BEGINNING = 5
# Twice, because it makes *budget* of *budgettet*, but *budg* of *budget*.
_STEMMED = {"lower": 0, "once": 1, "stem": 2}
_SHORTENED = re.compile(r"[bcdfgkmnpstvz][lr]\Z")


class Asked(NamedTuple):
    """A word of a question: its term, what its compounds begin with, and whether nearly every text has it (*og*).

    `svømmehallen` is the term `svømmehal`, with which compounds begin too; `skole` is the term `skol`, which would find
    too much, so that they begin with `skole`; a shorter word has none worth finding: "".
    """

    term: str
    beginning: str
    common: bool


def terms(text: str) -> list[str]:
    """The terms of a text in its order: words in lower case without their endings. Any text will do."""
    return [_term(each) for each in _analyzer("stem").analyze(_clean(text))]


def asked_words(text: str) -> list[Asked]:
    """The words of a question in their order, as they are looked for."""
    words, once = (_analyzer(kind).analyze(_clean(text)) for kind in ("lower", "once"))
    return [
        Asked(term, _beginning(term, stem, word), not _analyzer("stop").analyze(word))
        for term, stem, word in zip(terms(text), once, words, strict=True)
    ]


@lru_cache(maxsize=65536)
def word_terms(word: str) -> tuple[str, ...]:
    """The terms of a single word of a text, mostly one; remembered, because few words make up most of a text."""
    return tuple(terms(word))


def _beginning(*forms: str) -> str:
    """The first form, of a word from its term to itself, that is long enough."""
    if not forms[-1].isalpha():
        return ""
    return next((each for each in forms if len(each) >= _SHORTEST_BEGINNING), "")


@lru_cache(maxsize=65536)
def _term(stem: str) -> str:
    """One stem for *kørsel* and *kørslen*, and for *center* and *centre*: the stemmer leaves the second without its e.

    Of *-er* it takes the whole, so that only r is left to take.
    """
    if not _SHORTENED.search(stem):
        return stem
    return f"{stem[:-1]}el" if stem[-1] == "l" else stem[:-1]


def _clean(text: str) -> str:
    """The text with composed letters (å as one), and nothing that UTF-8 cannot hold."""
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())


@cache
def _analyzer(kind: str) -> "tantivy.TextAnalyzer":
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase())
    if kind == "stop":
        return builder.filter(Filter.stopword("danish")).build()
    builder = builder.filter(Filter.remove_long(LONGEST))
    for _ in range(_STEMMED[kind]):
        builder = builder.filter(Filter.stemmer("danish"))
    return builder.build()
