"""Readable, stable pieces of identifiers."""

import hashlib
import re
import unicodedata

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
# Letters that Unicode does not decompose, each by its usual transliteration.
_OTHERS = str.maketrans({"đ": "d", "ð": "d", "þ": "th", "ł": "l", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n"})
_APOSTROPHES = str.maketrans("", "", "'’‘´`")
_GAP = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """The slug of `text`: casefolded, æ→ae ø→oe å→aa, others to ASCII, `-` between words, nothing else.

    An apostrophe joins (`TVK's` → `tvks`). A text without a letter or digit that ASCII can show (`—`, `日本`) gets
    `x` and the first eight hex digits of its SHA-256, so that two such names do not become one. Never empty; a slug
    is its own slug.
    """
    folded = unicodedata.normalize("NFC", text).translate(_APOSTROPHES).casefold()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", folded).translate(_DANISH)).casefold()
    ascii_like = "".join(c for c in plain if not unicodedata.combining(c)).translate(_DANISH).translate(_OTHERS)
    return _GAP.sub("-", ascii_like).strip("-") or "x" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
