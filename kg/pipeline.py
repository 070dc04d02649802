"""The whole flow on one screen: files in, graph out.

survey (whose minutes are these?) → read → parse → extract, each document by itself → learn, and extract again where the
corpus taught names → resolve → describe → link → load.
"""

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from kg.corpus import Corpus
from kg.errors import UnreadableError
from kg.extract import Scheme
from kg.first_look import Kept, Seen, limits_of, look_at, lost, nothing_read, seeing, takes_care
from kg.graph.expand import expand
from kg.graph.scheme import Vocabulary, read_vocabulary
from kg.graph.store import Generation, begin, forget_older, stored_manifest
from kg.inputs import Input
from kg.jobs import run
from kg.learn import is_empty, learn, used_in
from kg.model.fact import Described
from kg.model.problem import Problem
from kg.model.source import Source
from kg.privacy import mask
from kg.profiles import NONE, Profile
from kg.reading import read_input, unpack
from kg.records import Records, code_fingerprint
from kg.report import Figures, Report
from kg.resolve import Hearing, hear
from kg.search import write_index
from kg.settings import Settings
from kg.survey import Survey, assign, decide
from kg.understand import understand

Progress = Callable[[str, int, int], None]


class Given(msgspec.Struct, frozen=True):
    """An input, whose it is, and what the rest of the corpus taught about its names.

    `kept` is the key of a record that the store holds of it: its text serves where the file is gone. `content` is the
    source as it was read already, packed; empty where it is to be read.
    """

    input: Input
    sha256: str
    authority: str
    profile: Profile = NONE
    learned: Profile = NONE
    kept: str = ""
    content: bytes = b""


class Done(msgspec.Struct, frozen=True):
    """What one input came to: the key of its record (and of the one from before it was taught), or why it has none."""

    given: Given
    key: str = ""
    problem: Problem | None = None
    before: str = ""


def build(inputs: list[Input], store: Path, settings: Settings, progress: Progress = lambda *_: None) -> Report:
    """Make the graph in `store` exactly that of `inputs` (and, with `settings.add`, of what it holds already).

    Raises `StoreError` where the store cannot be written, and `UsageError` for settings that cannot be read.
    """
    vocabulary = read_vocabulary(settings.themes)
    stored = stored_manifest(store)
    # Hard links would carry the words that were kept into the new generation.
    forget = bool(stored.get("personal_data")) and not settings.keep_personal_data
    with begin(store, fresh=settings.fresh or forget) as new:
        records = Records(store / "records")
        documents = msgspec.convert(stored.get("documents", []), list[Kept])
        seen = look_at(inputs, documents, new.manifest.get("seeing", ""), settings, progress)
        surveys = seen.surveys
        given, problems = _give(seen, {each.sha256: each.keys[-1] for each in documents}, settings)
        if not given:
            raise nothing_read(problems)
        digest = _digest(given, problems, settings, vocabulary)
        if new.manifest.get("digest") == digest:
            return Report(
                msgspec.convert(new.manifest["figures"], Figures),
                msgspec.convert(new.manifest["problems"], list[Problem]),
                unchanged=True,
            )
        done = _understand(given, vocabulary.words, records, settings, progress)
        problems += [each.problem for each in done if each.problem]
        corpus = Corpus(
            [partial(records.read, key) for key in sorted(each.key for each in done if each.key)],
            settings,
            vocabulary.themes,
        )
        new.manifest["graphs"] = _load(corpus, new, vocabulary.triples, progress)
        problems = sorted([*problems, *corpus.problems])
        new.manifest.update(
            digest=digest,
            base=settings.base_iri,
            personal_data=settings.keep_personal_data,
            figures=msgspec.to_builtins(corpus.figures),
            problems=msgspec.to_builtins(problems),
            shut=dict(sorted(corpus.shut.items())),
        )
        kept = _documents(done, surveys)
        new.manifest["seeing"] = seeing(settings)
        new.manifest["documents"] = msgspec.to_builtins(kept)
    # Only now: until the new generation was current, the old one needed its records.
    records.prune({key for each in kept for key in each.keys})
    if forget:
        forget_older(store)
    return Report(corpus.figures, problems)


def _give(seen: Seen, kept: dict[str, str], settings: Settings) -> tuple[list[Given], list[Problem]]:
    """Every readable input once with its authority and profile; the same bytes under a second name are said."""
    authorities = decide(seen.surveys)
    problems = [each.problem for each in seen.surveys if each.problem]
    first: dict[str, Given] = {}
    readable = [each for each in seen.surveys if each.problem is None]
    for each in sorted(readable, key=lambda one: (one.input.relative, one.sha256)):
        if each.sha256 in first:
            problems.append(Problem(each.input.relative, 0, "same-file", (first[each.sha256].input.relative,)))
            continue
        authority, profile = assign(authorities[each.input], settings)
        first[each.sha256] = Given(
            each.input,
            each.sha256,
            authority,
            profile,
            kept=kept.get(each.sha256, ""),
            content=seen.contents.get(each.sha256, b""),
        )
    return list(first.values()), problems


def _understand(
    given: list[Given], scheme: Scheme, records: Records, settings: Settings, progress: Progress
) -> list[Done]:
    """A record for every document; those in which the corpus knows more names are extracted once more."""
    fingerprint = _fingerprint(scheme)
    work = partial(
        understand_one,
        scheme=scheme,
        folder=records.folder,
        fingerprint=fingerprint,
        masked=not settings.keep_personal_data,
        ocr=settings.ocr,
    )

    def has(each: Given) -> bool:
        return records.has(_key(each, records, fingerprint, masked=not settings.keep_personal_data, ocr=settings.ocr))

    done = []
    for each in _run(work, given, has, settings):
        done.append(each)
        progress("read", len(done), len(given))
    hearings: dict[str, Hearing] = {}
    for each in done:
        if each.key:
            hear(records.read(each.key), hearings.setdefault(each.given.authority, Hearing(each.given.authority)))
    lessons = {name: learn(hearing) for name, hearing in hearings.items()}
    again = []
    for each in done:
        used = used_in(records.read(each.key), lessons[each.given.authority]) if each.key else NONE
        if not is_empty([used]):
            again.append(msgspec.structs.replace(each.given, learned=used))
    better: dict[Input, Done] = {}
    for each in _run(work, again, has, settings):
        better[each.given.input] = each
        progress("learn", len(better), len(again))
    return [_after(each, better.get(each.given.input)) for each in done]


def _run(
    work: Callable[[Given], Done], given: list[Given], has: Callable[[Given], bool], settings: Settings
) -> Iterator[Done]:
    """`work` of each, in order, bounded where one that has no record might take long."""
    careful = any(takes_care(each.input, each.content) and not has(each) for each in given)
    done = run(
        work,
        given,
        settings.jobs,
        lambda each, reason: Done(each, problem=lost(each.input, reason, settings)),
        limits_of(settings) if careful else None,
    )
    for one, each in zip(given, done, strict=True):
        yield msgspec.structs.replace(each, given=one)


def _after(first: Done, second: Done | None) -> Done:
    return first if second is None else msgspec.structs.replace(second, before=first.key)


def understand_one(
    given: Given, scheme: Scheme, folder: Path, fingerprint: str, *, masked: bool, ocr: bool = False
) -> Done:
    """One document to its record, made now or kept from before; runs in a worker process."""
    records = Records(folder)
    bare = msgspec.structs.replace(given, content=b"")  # nobody wants it back
    key = _key(given, records, fingerprint, masked=masked, ocr=ocr)
    if not records.has(key):
        try:
            source = _source(given, records, ocr=ocr)
        except UnreadableError as error:
            return Done(bare, problem=Problem(given.input.relative, 0, error.key, error.values))
        source = mask(source) if masked else source
        records.write(key, understand(source, given.authority, given.profile, given.learned, scheme))
    return Done(bare, key)


def _key(given: Given, records: Records, fingerprint: str, *, masked: bool, ocr: bool) -> str:
    return records.key(
        given.sha256, given.input.relative, given.authority, given.profile, given.learned, fingerprint, masked, ocr
    )


def _source(given: Given, records: Records, *, ocr: bool) -> Source:
    """The file as read; where it is gone or another by now, the text that the store kept of it."""
    if given.content:
        return msgspec.structs.replace(unpack(given.content), path=given.input.relative)
    try:
        source = read_input(given.input, ocr=ocr)
        if source.sha256 == given.sha256:
            return source
    except UnreadableError:
        if not given.kept:
            raise
    if not given.kept:
        raise UnreadableError("changed")
    record = records.read(given.kept)
    return Source(record.path, record.sha256, record.format, record.text, record.pages, record.marks, (), record.hidden)


def _fingerprint(scheme: Scheme) -> str:
    return hashlib.sha256(code_fingerprint().encode() + msgspec.json.encode(scheme)).hexdigest()


def _digest(given: list[Given], problems: list[Problem], settings: Settings, vocabulary: Vocabulary) -> str:
    """A digest of all that a build depends on: the same again means that there is nothing to do."""
    chosen = msgspec.structs.replace(settings, jobs=1, add=False, fresh=False, themes="", seconds=0.0)
    what = [
        [msgspec.structs.replace(each, kept="", content=b"") for each in given],
        problems,
        chosen,
        vocabulary,
        code_fingerprint(),
    ]
    plain = msgspec.to_builtins(what, order="deterministic")
    return hashlib.sha256(msgspec.json.encode(plain)).hexdigest()


def _documents(done: list[Done], surveys: list[Survey]) -> list[Kept]:
    """What the manifest keeps of each document, to find it again."""
    seen = {each.sha256: each for each in reversed(surveys) if each.sha256}
    return [
        Kept(
            each.given.sha256,
            each.given.input.place if each.given.input.members else each.given.input.path,
            [key for key in (each.before, each.key) if key],
            seen[each.given.sha256],
        )
        for each in done
        if each.key
    ]


def _load(corpus: Corpus, new: Generation, concepts: tuple[str, ...], progress: Progress) -> dict[str, str]:
    """Describe and index everything, and put into the store what differs there; returns a digest of each graph."""
    before: dict[str, str] = new.manifest.get("graphs", {})
    graphs: dict[str, str] = {}
    with write_index(new.folder) as index:
        for described in corpus.described(index):
            graphs[described.graph] = _put(described, before, new)
            progress("load", len(graphs), corpus.size)
    name = f"{corpus.iris.base}graph/concepts"
    graphs[name] = hashlib.sha256("\n".join(concepts).encode()).hexdigest()
    if before.get(name) != graphs[name]:
        new.replace(name, concepts)
    for gone in sorted(set(before) - set(graphs)):
        new.remove(gone)
    return graphs


def _put(described: Described, before: dict[str, str], new: Generation) -> str:
    digest = hashlib.sha256(msgspec.msgpack.encode(described)).hexdigest()
    if before.get(described.graph) != digest:
        new.replace(described.graph, expand(described))
    return digest
