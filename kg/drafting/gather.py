"""What a folder of minutes says of its authority: names, posts, parties, captions and case numbers, with counts."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from kg.corpus import Corpus
from kg.danish.names import strip_genitive
from kg.extract import Scheme
from kg.first_look import limits_of, look_at
from kg.inputs import Input
from kg.jobs import run
from kg.model.entity import Name, Resolution
from kg.model.problem import Problem
from kg.model.record import Record
from kg.privacy import mask
from kg.profiles import NONE
from kg.reading import needs_care, read_input
from kg.resolve.hearing import bodies, mentions, spoken
from kg.settings import Settings
from kg.survey import decide
from kg.understand import understand

_SURE_ALIAS = 0.9
_CAPTION = re.compile(r"^[ \t]*([A-ZÆØÅ][^\n.:;!?\d\t]{2,38}[^\s.:;!?,\d]):?[ \t]*$", re.MULTILINE)
_CAPTION_WORDS = 5
_CASE_LINE = re.compile(r"(?:[A-ZÆØÅ]{1,6}[ -]?)?\d[\dA-Z./ -]{3,24}")
_POSTS = (
    "borgmester viceborgmester rådmand kommunaldirektør regionsdirektør regionsrådsformand stadsdirektør byrådssekretær"
).split()
_ALONE = re.compile(rf"\b(?:{'|'.join(post.capitalize() for post in _POSTS)})en\b")
_POST = re.compile(rf"\b((?i:{'|'.join(_POSTS)})) ((?:[A-ZÆØÅ][\wæøåé.-]+ ){{1,3}}[A-ZÆØÅ][\wæøåé-]+)")
_PARTY = re.compile(
    r"\b((?:Liste |Borgerlisten |Lokallisten )?[A-ZÆØÅ][\wæøå]+(?: [\wæøå-]+){0,2}) ?\((?:liste )?([A-ZÆØÅ])\)"
)
_PARTY_WORD = re.compile(r"list|parti|demokrat|folke|venstre|radikale|konservative|liberal|alternativ", re.IGNORECASE)
_LETTER = re.compile(r"[a-zæøå.] \(([A-ZÆØÅ])\)")


class Agent(msgspec.Struct, frozen=True, order=True):
    """An agent as the documents name it: `aliases` are those that are sure, `doubtful` those that are not.

    `documents` and `times` say how many name it, and how often.
    """

    kind: str
    label: str
    aliases: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    documents: int = 0
    times: int = 0


class Held(msgspec.Struct, frozen=True, order=True):
    """A post and somebody whom the documents name with it, from the first to the last day on which they do."""

    post: str
    person: str
    first: str
    last: str
    times: int


class Gathered(msgspec.Struct, frozen=True):
    """All that was found; every tuple is sorted. Counts are of documents unless they are called `times`."""

    authority: str
    others: tuple[tuple[str, int], ...] = ()
    documents: int = 0
    first: str = ""
    last: str = ""
    agents: tuple[Agent, ...] = ()
    posts: tuple[Held, ...] = ()
    parties: tuple[tuple[str, str, int], ...] = ()
    letters: tuple[tuple[str, int], ...] = ()
    captions: tuple[tuple[str, int, int], ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()
    unread_numbers: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()


def understand_all(
    inputs: list[Input], jobs: int = 1, scheme: Scheme | None = None
) -> tuple[list[tuple[str, Record]], list[Problem]]:
    """Every readable document with its authority, without any profile, and why others cannot be read."""
    settings = Settings(jobs=jobs)
    surveys = look_at(inputs, [], "", settings).surveys
    authorities = decide(surveys)
    problems = [each.problem for each in surveys if each.problem]
    readable = [(each.input, authorities[each.input]) for each in surveys if each.problem is None]
    records: dict[str, tuple[str, Record]] = {}
    limits = limits_of(settings) if any(needs_care(given) for given, _ in readable) else None
    work = partial(_understood, scheme=scheme)
    for (_, authority), record in zip(readable, run(work, readable, jobs, _nothing, limits), strict=True):
        if record is not None:
            records.setdefault(record.sha256, (authority, record))
    return [records[key] for key in sorted(records)], problems


def _understood(given: tuple[Input, str], scheme: Scheme | None) -> Record | None:
    return understand(mask(read_input(given[0])), given[1], scheme=scheme)


def _nothing(_: tuple[Input, str], __: str) -> Record | None:
    return None


def gather(inputs: list[Input], jobs: int = 1) -> Gathered:
    """What the documents say of the authority that most of them are of."""
    documents, problems = understand_all(inputs, jobs)
    counted = Counter(authority for authority, _ in documents)
    authority = min(counted, key=lambda name: (-counted[name], name), default="")
    records = [record for name, record in documents if name == authority]
    dates = sorted(record.meeting.date for record in records if record.meeting.date)
    resolution = Corpus([partial(_same, each) for each in records], Settings(forced=NONE), {}).resolve()
    agents = tuple(sorted(_agents(records, resolution)))
    numbers = Counter(_shape(item.case.value) for each in records for item in each.meeting.items if item.case)
    unread = Counter(shape for each in records for shape in _unread_numbers(each))
    return Gathered(
        authority,
        tuple(sorted((name, count) for name, count in counted.items() if name != authority)),
        len(records),
        dates[0] if dates else "",
        dates[-1] if dates else "",
        agents,
        tuple(sorted(_posts(records, agents))),
        tuple(sorted(_parties(records))),
        tuple(sorted(_letters(records).items())),
        tuple(sorted(_captions(records))),
        tuple(sorted(numbers.items())),
        tuple(sorted(unread.items())),
        tuple(sorted(problems)),
    )


def _same(record: Record) -> Record:
    return record


def _agents(records: list[Record], resolution: Resolution) -> Iterator[Agent]:
    documents: Counter[int] = Counter()
    times: Counter[int] = Counter()
    for record in records:
        named = [(each.kind, spoken(each.kind, each.name)) for each in mentions(record.findings)]
        named += [("body", spoken("body", name)) for name, _, _ in bodies(record)]
        named += [("person", each.name.value) for each in record.meeting.attendance]
        found = [
            each for kind, name in named if (each := resolution.of.get(Name(record.authority, kind, name), -1)) >= 0
        ]
        times.update(found)
        documents.update(set(found))
    for place, entity in enumerate(resolution.entities):
        sure: dict[str, bool] = {}
        for reason in entity.reasons:
            for name in {reason.name, reason.other} & set(entity.alternatives):
                # the program knows inflections by itself
                if reason.rule != "same-word":
                    sure[name] = sure.get(name, False) or reason.score >= _SURE_ALIAS
        label = strip_genitive(entity.label) if entity.kind != "person" else entity.label
        if label != entity.label and label in entity.alternatives:
            sure.pop(label, None)
        else:
            label = entity.label
        yield Agent(
            entity.kind,
            label,
            tuple(sorted(name for name, is_sure in sure.items() if is_sure)),
            tuple(sorted(name for name, is_sure in sure.items() if not is_sure)),
            documents[place],
            times[place],
        )


def _posts(records: list[Record], agents: Iterable[Agent]) -> Iterator[Held]:
    """Posts that stand for a person somewhere, with the known names that stand behind them elsewhere."""
    people = {each.label for each in agents if each.kind in {"person", "director"}}
    alone = {post for record in records for post in _ALONE.findall(record.text)}
    seen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record in records:
        for found in _POST.finditer(record.text):
            words = found[2].split()
            name = next((" ".join(words[:n]) for n in range(len(words), 1, -1) if " ".join(words[:n]) in people), "")
            if name and _definite(found[1]) in alone:
                seen[_definite(found[1]), name].append(record.meeting.date or "")
    for (post, person), days in seen.items():
        dated = sorted(day for day in days if day) or [""]
        yield Held(post, person, dated[0], dated[-1], len(days))


def _definite(post: str) -> str:
    return f"{post.lower().capitalize()}en"


def _parties(records: list[Record]) -> Iterator[tuple[str, str, int]]:
    """Letters with the names before them that look like those of parties and lists."""
    counted: Counter[tuple[str, str]] = Counter()
    for record in records:
        found = {(hit[2], hit[1]) for hit in _PARTY.finditer(record.text) if _PARTY_WORD.search(hit[1])}
        counted.update(found)
    return ((letter, name, count) for (letter, name), count in counted.items())


def _letters(records: list[Record]) -> Counter[str]:
    """Letters in brackets behind names, by how many documents have them."""
    return Counter(letter for each in records for letter in set(_LETTER.findall(each.text)))


def _captions(records: list[Record]) -> Iterator[tuple[str, int, int]]:
    """Short lines by themselves inside items that no caption was read as: (line, times, documents)."""
    times: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for record in records:
        found = list(_lines_alone(record))
        times.update(found)
        documents.update(set(found))
    return ((line, times[line], documents[line]) for line in times)


def _lines_alone(record: Record) -> Iterator[str]:
    for item in record.meeting.items if record.text else ():
        known = [(each.caption.start, each.caption.end) for each in item.sections]
        known += [(each.start, each.end) for each in (item.title, *item.attachments)]
        for found in () if item.closed else _CAPTION.finditer(record.text, item.title.end, item.end):
            line = found[1]
            alone = record.text[max(0, found.start() - 2) : found.start()].endswith("\n\n") or line.isupper()
            known_line = any(low < found.end() and found.start() < high for low, high in known)
            if alone and not known_line and len(line.split()) <= _CAPTION_WORDS:
                yield " ".join(line.split()).lower()


def _unread_numbers(record: Record) -> Iterator[str]:
    """Shapes of lines right under titles that look like case numbers and were not read as such."""
    for item in record.meeting.items:
        if item.case is None:
            rest = record.text[item.title.end : item.end].lstrip().partition("\n")[0].strip()
            if _CASE_LINE.fullmatch(rest):
                yield _shape(rest)


def _shape(number: str) -> str:
    """The shape of a number as a regular expression: two digits, `/` and five digits for `14/32918`."""
    pieces = re.findall(r"\d+|\D+", number)
    return "".join(rf"\d{{{len(each)}}}" if each.isdigit() else re.escape(each) for each in pieces)
