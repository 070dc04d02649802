"""Words that a line end divides, put together again: `sund-/hedsvæsen`, `ikke-/planlagte`, `Sundheds-/og`."""

import re
from collections.abc import Set as AbstractSet

_HEAD = re.compile(r"(?P<word>[^\W_]+(?:-[^\W_]+)*)-$")
_TAIL = re.compile(r"(?P<word>[^\W_]+)[^\s\t]*")
_JOINERS = frozenset("og eller samt til hhv henholdsvis".split())
# What keeps its hyphen before a word in lower case.
_PREFIXES = frozenset("ikke ex non pro anti semi quasi e it ph tv pc cd dvd co sms web app hr bus uv ai eu".split())


def joined(head: str, tail: str, words: AbstractSet[str]) -> tuple[str, str] | None:
    """A line that ends in a hyphen and the next one, with the divided word whole on the first; None where none is.

    `words` are those of the whole document in lower case, also those with hyphens.
    """
    first, rest = _HEAD.search(head), _TAIL.match(tail)
    if not first or not rest:
        return None
    after = tail[rest.end() :].lstrip(" ")
    if rest["word"].lower() in _JOINERS:
        return f"{head} {rest[0]}", after
    start = head[: first.start()]
    return f"{start}{_word(first['word'], rest['word'], words)}{rest[0][len(rest['word']) :]}", after


def _word(head: str, tail: str, words: AbstractSet[str]) -> str:
    """The whole word: without the hyphen, unless it belongs."""
    hyphened, whole = f"{head}-{tail}", head + tail
    last = head.rpartition("-")[2]
    if not tail[0].islower() or not last[-1].islower() or last.lower() in _PREFIXES or len(last) < 2:
        return hyphened
    if hyphened.lower() in words and whole.lower() not in words:
        return hyphened
    return whole
