"""Remnants of Markdown and HTML in text: blanked in place for rules, or folded away for values."""

import html
import re
import unicodedata

_STARS = re.compile(r"\*+")
_UNDERSCORES = re.compile(
    r"_(?<![\w\\]_)(_{0,2})(?=[^\s_])((?:[^_\n]|(?<=\w)_(?=\w)){1,300}?)(?<=[^\s_])(_{1,3})(?!\w)",
)
_HEADING = re.compile(r"#{1,6}(?=[ \t])")
_TAGS = (
    "a|b|blockquote|br|center|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|pre|s|small|span|strong|sub|sup|"
    "table|tbody|td|tfoot|th|thead|tr|u|ul"
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:[ \t][^<>\n]{{0,300}})?/?>|<!--[^>\n]{{0,300}}-->", re.IGNORECASE)
_SPACE_ENTITY = re.compile(r"&(?:nbsp|#160|#[xX][aA]0);")
_RULE_START = re.compile(r"[|\-]-")
_RULE_CHARACTERS = frozenset("|:- \t\r")
_ESCAPE = re.compile(r"\\([!-/:-@\[\]^_`{|}~])")


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _unmarked(match: re.Match[str]) -> str:
    return f" {' ' * len(match[1])}{match[2]}{' ' * len(match[3])}"


def _star(match: re.Match[str]) -> str:
    """Stars blanked where they touch a word and do not stand inside one; those of a bullet, a sum or an escape stay."""
    text, start, end = match.string, match.start(), match.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    alone = before.isspace() and after.isspace()
    inside = end - start == 1 and before.isalnum() and after.isalnum()
    return match[0] if alone or inside or before == "\\" else " " * (end - start)


def _hashes(match: re.Match[str]) -> str:
    """The `#`s blanked where a line begins with them, after three spaces at most."""
    before = match.string[max(0, match.start() - 4) : match.start()]
    at_start = "\n" in before or len(before) == match.start()
    return " " * len(match[0]) if at_start and not before.rpartition("\n")[2].strip() else match[0]


def _blank_table_rules(text: str) -> str:
    pieces, done = [], 0
    for match in _RULE_START.finditer(text):
        if match.start() < done:
            continue
        start = max(text.rfind("\n", 0, match.start()) + 1, done)
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        line = text[start:end]
        if "|" in line and _RULE_CHARACTERS.issuperset(line):
            pieces += [text[done:start], " " * (end - start)]
            done = end
    return "".join([*pieces, text[done:]])


def blank_markup(text: str) -> str:
    r"""`text` at the same length with remnants of Markdown and HTML replaced by spaces, so that offsets hold.

    Blanked: `**` and `*` and `_` of emphasis at word borders (not the underscores of `a_b_c.pdf`, not `2 * 3`, not
    the bullet `* `), the `#`s of headings, known HTML tags and comments, `&nbsp;`, and the rule lines of pipe tables
    (`|--|----|`). Kept: bullets (`-`, `·`, `•`), the pipes of table rows, other entities and backslash escapes
    (`14\_v1`), which `fold` resolves because resolving them changes the length.
    """
    if "*" in text:
        text = _STARS.sub(_star, text)
    if "_" in text:
        text = _UNDERSCORES.sub(_unmarked, text)
    if "#" in text:
        text = _HEADING.sub(_hashes, text)
    if "<" in text:
        text = _TAG.sub(_spaces, text)
    if "&" in text:
        text = _SPACE_ENTITY.sub(_spaces, text)
    if "|" in text and "-" in text:
        text = _blank_table_rules(text)
    return text


def fold(text: str) -> str:
    """`text` as a value: entities and backslash escapes resolved, white space collapsed and stripped, NFC.

    For text whose markup `blank_markup` has blanked.
    """
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def lower_same_length(text: str) -> str:
    """`text` in lower case, code point for code point; `İ`, the only letter whose lower case is longer, stays."""
    if "İ" in text:
        return "İ".join(part.lower() for part in text.split("İ"))
    return text.lower()
