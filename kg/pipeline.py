"""The whole flow on one screen: files in, graph out.

read → parse → extract (each document by itself) → resolve → describe → link → load (all of them).
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from kg.corpus import Corpus
from kg.errors import UnreadableError
from kg.graph.expand import expand
from kg.graph.scheme import Vocabulary, read_vocabulary
from kg.graph.store import Generation, begin
from kg.inputs import Input
from kg.jobs import run
from kg.learn import is_empty, learn, used_in
from kg.model.fact import Described
from kg.model.problem import Problem
from kg.model.record import Record
from kg.profiles import NONE, Profile
from kg.readers import read
from kg.records import Records, how_fingerprint
from kg.resolve import Hearing, hear
from kg.report import Figures, Report, count_figures
from kg.settings import Settings
from kg.understand import How, understand

Progress = Callable[[str, int, int], None]


class Done(msgspec.Struct, frozen=True):
    """What one input came to: the key of its record, or the sentence that says why it has none."""

    input: Input
    sha256: str = ""
    key: str = ""
    authority: str = ""
    error: str = ""
    fallback: Profile = NONE


class Given(msgspec.Struct, frozen=True):
    """An input with what the rest of the corpus says about it."""

    input: Input
    fallback: Profile = NONE
    learned: Profile = NONE


Work = Callable[[Given], Done]


def build(inputs: list[Input], store: Path, settings: Settings, progress: Progress = lambda *_: None) -> Report:
    """Make the graph in `store` exactly that of `inputs` (and, with `settings.add`, of what it holds already)."""
    vocabulary = read_vocabulary(settings.themes)
    how = How(vocabulary.words, settings.profiles, settings.forced)
    records = Records(store / "records")
    with begin(store, fresh=settings.fresh) as new:
        known = {tuple(each[:2]): each for each in new.manifest.get("documents", [])}
        done = _understand(inputs, how, records, settings, progress)
        done += _kept(known, done, records) if settings.add else []
        problems = [Problem(each.input.relative, 0, "unreadable", (each.error,)) for each in done if each.error]
        unique, doubles = _unique([each for each in done if each.key])
        problems += doubles
        digest = _digest([each.key for each in unique], settings)
        if new.manifest.get("digest") == digest:
            return Report(msgspec.convert(new.manifest["figures"], Figures), _problems(new.manifest["problems"], problems), unchanged=True)
        corpus = Corpus([partial(records.read, each.key) for each in unique], _authorities(unique), settings, vocabulary.themes)
        figures, found = _load(corpus, new, vocabulary, progress)
        new.manifest.update(
            digest=digest,
            base=settings.base_iri,
            documents=[[each.input.relative, each.sha256, each.key, each.authority, each.input.path] for each in unique],
            figures=msgspec.to_builtins(figures),
            problems=msgspec.to_builtins(found),
        )
        records.prune({each.key for each in unique} | {each[2] for each in known.values()})
    return Report(figures, sorted([*problems, *found]))


def _understand(inputs: list[Input], how: How, records: Records, settings: Settings, progress: Progress) -> list[Done]:
    """A record for every input; those whose text names no authority get the one that most of the others are of."""
    fingerprint = how_fingerprint(how)
    work = partial(understand_one, how=how, folder=records.folder, fingerprint=fingerprint)
    done = []
    for each in run(work, [Given(each) for each in inputs], settings.jobs, _died):
        done.append(each)
        progress("read", len(done), len(inputs))
    done = _named(done, how, work, settings)
    return _taught(done, work, records, settings, progress)


def _named(done: list[Done], how: How, work: Work, settings: Settings) -> list[Done]:
    """The same with the majority's profile for documents whose text names no authority."""
    fallback = _fallback(done, how)
    if fallback is not NONE:
        nameless = [each.input for each in done if each.key and not each.authority]
        better = {each.input: each for each in run(work, [Given(each, fallback) for each in nameless], settings.jobs, _died)}
        done = [better.get(each.input, each) for each in done]
    return done


def _taught(done: list[Done], work: Work, records: Records, settings: Settings, progress: Progress) -> list[Done]:
    """The same, documents extracted once more where the corpus knows names in them that they could not know by themselves."""
    authorities = _authorities([each for each in done if each.key])
    hearings: dict[str, Hearing] = {}
    for each in done:
        if each.key:
            name = authorities[each.sha256]
            hear(records.read(each.key), hearings.setdefault(name, Hearing(name)))
    lessons = {name: learn(hearing) for name, hearing in hearings.items()}
    again = []
    for each in done:
        lesson = lessons[authorities[each.sha256]] if each.key else NONE
        used = used_in(records.read(each.key), lesson) if each.key and not is_empty([lesson]) else NONE
        if not is_empty([used]):
            again.append(Given(each.input, each.fallback, used))
    better = {}
    for each in run(work, again, settings.jobs, _died):
        better[each.input] = each
        progress("learn", len(better), len(again))
    return [better.get(each.input, each) for each in done]


def understand_one(given: Given, how: How, folder: Path, fingerprint: str) -> Done:
    """One input to its record, made now or kept from before; runs in a worker process."""
    records = Records(folder)
    try:
        source = read(Path(given.input.path), given.input.relative)
    except UnreadableError as error:
        return Done(given.input, error=str(error))
    key = records.key(source.sha256, given.input.relative, fingerprint, given.fallback, given.learned)
    record = records.read(key) if records.has(key) else understand(source, how, given.fallback, given.learned)
    if not records.has(key):
        records.write(key, record)
    return Done(given.input, source.sha256, key, record.authority, fallback=given.fallback)


def _died(given: Given) -> Done:
    return Done(given.input, error="the program broke off over this file")


def _fallback(done: list[Done], how: How) -> Profile:
    """The profile of the authority that most documents are of."""
    name = majority([each.authority for each in done if each.authority])
    return next((profile for profile in how.profiles if profile.authority and profile.authority.name == name), NONE)


def majority(names: list[str]) -> str:
    """The name that more than half of `names` are; empty where there is none."""
    if not names:
        return ""
    name, count = Counter(sorted(names)).most_common(1)[0]
    return name if count * 2 > len(names) else ""


def _authorities(done: list[Done]) -> dict[str, str]:
    """The authority of each document; one that does not name it is of the one that most others are of."""
    common = majority([each.authority for each in done if each.authority])
    return {each.sha256: each.authority or common for each in done}


def _unique(done: list[Done]) -> tuple[list[Done], list[Problem]]:
    """The same bytes once, under the first of their paths."""
    first: dict[str, Done] = {}
    problems = []
    for each in sorted(done, key=lambda one: (one.input.relative, one.sha256)):
        if each.sha256 in first:
            problems.append(Problem(each.input.relative, 0, "same-file", (first[each.sha256].input.relative,)))
        else:
            first[each.sha256] = each
    return list(first.values()), problems


def _kept(known: dict[tuple[str, str], list[str]], done: list[Done], records: Records) -> list[Done]:
    """What the store holds already and was not given again."""
    given = {each.input.path for each in done} | {each.sha256 for each in done}
    return [
        Done(Input(relative, path), sha, key, authority)
        for relative, sha, key, authority, path in known.values()
        if path not in given and sha not in given and records.has(key)
    ]


def _digest(keys: list[str], settings: Settings) -> str:
    return hashlib.sha256(msgspec.json.encode([keys, settings.base_iri, msgspec.to_builtins(settings.verdicts), settings.fingerprint])).hexdigest()


def _problems(kept: list[dict[str, object]], new: list[Problem]) -> list[Problem]:
    return sorted([*msgspec.convert(kept, list[Problem]), *new])


def _load(corpus: Corpus, new: Generation, vocabulary: Vocabulary, progress: Progress) -> tuple[Figures, list[Problem]]:
    """Describe everything and put into the store what differs from what it holds."""
    before: dict[str, str] = new.manifest.get("graphs", {})
    graphs: dict[str, str] = {}
    figures = Figures()
    for described in corpus.described():
        graphs[described.graph] = _put(described, before, new)
        figures = count_figures(figures, described)
        progress("load", len(graphs), corpus.size)
    concepts = f"{corpus.iris.base}graph/concepts"
    graphs[concepts] = hashlib.sha256("\n".join(vocabulary.triples).encode()).hexdigest()
    if before.get(concepts) != graphs[concepts]:
        new.replace(concepts, vocabulary.triples)
    for gone in sorted(set(before) - set(graphs)):
        new.remove(gone)
    new.manifest["graphs"] = graphs
    return figures, corpus.problems


def _put(described: Described, before: dict[str, str], new: Generation) -> str:
    digest = hashlib.sha256(msgspec.msgpack.encode(described)).hexdigest()
    if before.get(described.graph) != digest:
        new.replace(described.graph, expand(described))
    return digest


def records_of(store: Path, manifest: dict[str, list[list[str]]]) -> Iterator[Record]:
    """The records of a store's documents, for `kg show`."""
    records = Records(store / "records")
    return (records.read(each[2]) for each in manifest["documents"])
