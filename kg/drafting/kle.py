"""A user's own copy of KLE, KL's subject index, to concepts: the XML of KLE-Online, or the JSON of its API.

Nothing of KLE is part of this package: it is under KL's licence. The reader goes by the shape alone: whatever has a
number such as `01`, `01.02` or `01.02.03` and a title is a subject, however the elements around it are called.
"""

import datetime
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from kg.errors import UsageError
from kg.graph.skos import Concept

BASE = "http://www.kle-online.dk/emneplan/"
_LARGEST = 200_000_000  # bytes
_DEEPEST = 60
_NUMBER = re.compile(r"\d\d(?:\.\d\d){0,2}")
_NUMBERED = ("nr", "nummer", "number")
_TITLED = ("titel", "title", "navn", "name", "tekst")
_KEYWORDS = ("stikord", "soegeord", "søgeord", "keyword")
_BEGUN = ("oprettet", "ikraft", "created")
_ENDED = ("udgaaet", "udgået", "bortfald", "ophoer", "ophør", "expired")
_IN_GENERAL = re.compile(r"[,:]? (?:generelt|i almindelighed|mv\.?|m\.v\.|o\.l\.)$|\s*\([^)]*\)", re.IGNORECASE)
_DAY = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<d2>\d\d?)[-./](?P<m2>\d\d?)[-./](?P<y2>\d{4})")
_MOST_WORDS = 3
_SHORTEST = 4


class Node(msgspec.Struct):
    """An element or a key: its name in small letters, the text in it, what is below it."""

    name: str
    text: str = ""
    below: list["Node"] = []


def read_kle(path: Path) -> list[Concept]:
    """The subjects of the file at `path`, by number. Raises `UsageError`, one sentence, where it holds none."""
    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    except OSError as error:
        raise _wrong(path, f"cannot be read ({error.strerror})", f"kan ikke læses ({error.strerror})") from error
    concepts = list(_concepts(_tree(path, data)))
    if not concepts:
        raise _wrong(path, "no subject with a number and a title", "intet emne med et nummer og en titel")
    return concepts


def _wrong(path: Path, english: str, danish: str) -> UsageError:
    return UsageError(
        f"{path}: {english}; give KLE as XML or JSON, as KL publishes it.",
        f"{path}: {danish}; giv KLE som XML eller JSON, som KL udgiver den.",
    )


def _tree(path: Path, data: bytes) -> Node:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        try:
            return _of_json("", json.loads(data.decode("utf-8-sig")), 0)
        except (ValueError, RecursionError) as error:
            raise _wrong(path, "broken JSON", "JSON, der er gået i stykker") from error
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return _of_xml(fromstring(data, forbid_dtd=True), 0)
    except (ParseError, ValueError, DefusedXmlException, LookupError) as error:
        raise _wrong(path, "neither XML nor JSON that can be read", "hverken XML eller JSON, der kan læses") from error


def _of_json(name: str, value: Any, depth: int) -> Node:
    node = Node(name.lower(), "", [])
    if depth > _DEEPEST:
        return node
    if isinstance(value, dict):
        for key, each in value.items():
            several = each if isinstance(each, list) else [each]
            node.below += [_of_json(str(key), one, depth + 1) for one in several]
    elif isinstance(value, list):
        node.below = [_of_json(name, each, depth + 1) for each in value]
    elif value is not None:
        node.text = " ".join(str(value).split())
    return node


def _of_xml(element: Any, depth: int) -> Node:
    name = str(element.tag).rpartition("}")[2].lower()
    node = Node(name, " ".join((element.text or "").split()), [])
    node.below = [Node(str(key).lower(), str(value), []) for key, value in element.attrib.items()]
    if depth <= _DEEPEST:
        node.below += [_of_xml(each, depth + 1) for each in element]
    return node


def _field(node: Node, endings: tuple[str, ...]) -> str:
    """The text of the first thing right below a node whose name ends so."""
    return next((each.text for each in node.below if each.name.endswith(endings) and each.text), "")


def _number(node: Node) -> str:
    number = _field(node, _NUMBERED)
    return number if _NUMBER.fullmatch(number) else ""


def _is_keyword(node: Node) -> bool:
    return node.name.startswith(_KEYWORDS)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for each in node.below:
        yield from _walk(each)


def _own(node: Node) -> Iterator[Node]:
    """What is said below a subject of itself, not of the subjects below it."""
    for each in node.below:
        if not _number(each) or _is_keyword(each):
            yield each
            yield from _own(each)


def _concepts(root: Node) -> Iterator[Concept]:
    subjects: dict[str, Node] = {}
    keywords: dict[str, dict[str, None]] = defaultdict(dict)
    for node in _walk(root):
        number = _number(node)
        if number and _is_keyword(node):
            keywords[number][_field(node, _TITLED) or node.text] = None
        elif number and _field(node, _TITLED):
            subjects.setdefault(number, node)
            keywords[number].update(dict.fromkeys(_keywords_of(node)))
    for number, node in sorted(subjects.items()):
        yield _concept(number, node, tuple(keywords[number]), subjects)


def _keywords_of(node: Node) -> Iterator[str]:
    for each in _own(node):
        if _is_keyword(each):
            yield from (one.text for one in _walk(each) if one.text and not _NUMBER.fullmatch(one.text))


def _concept(number: str, node: Node, keywords: tuple[str, ...], subjects: dict[str, Node]) -> Concept:
    title = _field(node, _TITLED)
    above = number.rpartition(".")[0]
    ended = _date(node, _ENDED)
    # of a subject that is no longer in use only old numbers speak
    words = () if ended else tuple(sorted({word for each in (title, *keywords) if (word := _word(each))}))
    return Concept(
        iri_of(number), BASE, number, title, words,
        broader=iri_of(above) if above in subjects else "",
        issued=_date(node, _BEGUN),
        ended=ended,
    )  # fmt: skip


def iri_of(number: str) -> str:
    """The address of a subject: `01.02` → `…/01/02/`."""
    return f"{BASE}{number.replace('.', '/')}/"


def _word(text: str) -> str:
    """A title or keyword as a word that signals it; empty where it is too short or too long to be said as it is."""
    word = _IN_GENERAL.sub("", text).strip(" .,").lower()
    fits = len(word) >= _SHORTEST and len(word.split()) <= _MOST_WORDS and word[:1].isalnum()
    return word if fits else ""


def _date(node: Node, names: tuple[str, ...]) -> str:
    """The day that a field of such a name says, ISO; empty where none does."""
    for each in _own(node):
        found = _DAY.match(each.text) if any(name in each.name for name in names) else None
        if found:
            year, month, day = found.group("y", "m", "d") if found["y"] else found.group("y2", "m2", "d2")
            try:
                return datetime.date(int(year), int(month), int(day)).isoformat()
            except ValueError:
                return ""
    return ""
