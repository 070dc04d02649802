"""The whole flow on one screen: files in, graph out.

survey (whose minutes are these?) → read → parse → extract (each document by itself) → learn (and extract again what the corpus
taught names for) → resolve → describe → link → load.
"""

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from kg.corpus import Corpus
from kg.errors import UnreadableError
from kg.extract import Scheme
from kg.graph.expand import expand
from kg.graph.scheme import read_vocabulary
from kg.graph.store import Generation, begin
from kg.inputs import Input
from kg.jobs import run
from kg.learn import is_empty, learn, used_in
from kg.model.fact import Described
from kg.model.problem import Problem
from kg.profiles import NONE, Profile
from kg.readers import read
from kg.records import Records, code_fingerprint
from kg.report import Figures, Report
from kg.resolve import Hearing, hear
from kg.settings import Settings
from kg.survey import Survey, decide, profile_of, signals_of, survey
from kg.understand import understand

Progress = Callable[[str, int, int], None]


class Given(msgspec.Struct, frozen=True):
    """An input, whose it is, and what the rest of the corpus taught about its names."""

    input: Input
    sha256: str
    authority: str
    profile: Profile = NONE
    learned: Profile = NONE


class Done(msgspec.Struct, frozen=True):
    """What one input came to: the key of its record, or the sentence that says why it has none."""

    given: Given
    key: str = ""
    error: str = ""


def build(inputs: list[Input], store: Path, settings: Settings, progress: Progress = lambda *_: None) -> Report:
    """Make the graph in `store` exactly that of `inputs` (and, with `settings.add`, of what it holds already).

    Raises `StoreError` where the store cannot be written, and `UsageError` for settings that cannot be read.
    """
    vocabulary = read_vocabulary(settings.themes)
    with begin(store, fresh=settings.fresh) as new:
        records = Records(store / "records")
        surveys, kept = _survey(inputs, new, settings, progress)
        given, problems = _give(surveys, settings)
        digest = _digest([each for each in given], kept, settings)
        if new.manifest.get("digest") == digest:
            return Report(msgspec.convert(new.manifest["figures"], Figures), msgspec.convert(new.manifest["problems"], list[Problem]), unchanged=True)
        done = _understand(given, vocabulary.words, records, settings, progress)
        problems += [Problem(each.given.input.relative, 0, "unreadable", (each.error,)) for each in done if each.error]
        keys = sorted([each.key for each in done if each.key] + [key for each in kept for key in each["keys"][-1:]])
        corpus = Corpus([partial(records.read, key) for key in keys], settings, vocabulary.themes)
        new.manifest["graphs"] = _load(corpus, new, vocabulary.triples, progress)
        problems = sorted([*problems, *corpus.problems])
        new.manifest.update(digest=digest, base=settings.base_iri, figures=msgspec.to_builtins(corpus.figures), problems=msgspec.to_builtins(problems))
        new.manifest["documents"] = [*kept, *_documents(done)]
        records.prune({key for each in new.manifest["documents"] for key in each["keys"]})
    return Report(corpus.figures, problems)


def _survey(inputs: list[Input], new: Generation, settings: Settings, progress: Progress) -> tuple[list[Survey], list[dict]]:  # type: ignore[type-arg]
    """Look at every input; with `add`, also which documents of the store were not given again."""
    look = partial(survey, signals=signals_of(settings.profiles))
    surveys = []
    for each in run(look, inputs, settings.jobs, lambda one: Survey(one, error="the program broke off over this file")):
        surveys.append(each)
        progress("survey", len(surveys), len(inputs))
    given = {each.input.path for each in surveys} | {each.sha256 for each in surveys}
    before = new.manifest.get("documents", []) if settings.add else []
    return surveys, [each for each in before if each["path"] not in given and each["sha256"] not in given]


def _give(surveys: list[Survey], settings: Settings) -> tuple[list[Given], list[Problem]]:
    """Every readable input once with its authority and profile; the same bytes under a second name are said."""
    authorities = decide(surveys)
    problems = [Problem(each.input.relative, 0, "unreadable", (each.error,)) for each in surveys if each.error]
    first: dict[str, Given] = {}
    for each in sorted((each for each in surveys if not each.error), key=lambda one: (one.input.relative, one.sha256)):
        if each.sha256 in first:
            problems.append(Problem(each.input.relative, 0, "same-file", (first[each.sha256].input.relative,)))
            continue
        authority = authorities[each.input]
        profile = settings.forced if settings.forced is not None else profile_of(authority, settings.profiles)
        first[each.sha256] = Given(each.input, each.sha256, authority, profile)
    return list(first.values()), problems


def _understand(given: list[Given], scheme: Scheme, records: Records, settings: Settings, progress: Progress) -> list[Done]:
    """A record for every document; those in which the corpus knows more names than they could are extracted once more."""
    work = partial(understand_one, scheme=scheme, folder=records.folder, fingerprint=_fingerprint(scheme))
    done = []
    for each in run(work, given, settings.jobs, _died):
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
    for each in run(work, again, settings.jobs, _died):
        better[each.given.input] = each
        progress("learn", len(better), len(again))
    return [better.get(each.given.input, each) for each in done]


def understand_one(given: Given, scheme: Scheme, folder: Path, fingerprint: str) -> Done:
    """One document to its record, made now or kept from before; runs in a worker process."""
    records = Records(folder)
    key = records.key(given.sha256, given.input.relative, given.authority, given.profile, given.learned, fingerprint)
    if not records.has(key):
        try:
            source = read(Path(given.input.path), given.input.relative)
        except UnreadableError as error:
            return Done(given, error=str(error))
        records.write(key, understand(source, given.authority, given.profile, given.learned, scheme))
    return Done(given, key)


def _died(given: Given) -> Done:
    return Done(given, error="the program broke off over this file")


def _fingerprint(scheme: Scheme) -> str:
    return hashlib.sha256(code_fingerprint().encode() + msgspec.json.encode(scheme)).hexdigest()


def _digest(given: list[Given], kept: list[dict], settings: Settings) -> str:  # type: ignore[type-arg]
    what = [[msgspec.to_builtins(each) for each in given], kept, settings.base_iri, settings.fingerprint, settings.verdicts, code_fingerprint()]
    return hashlib.sha256(msgspec.json.encode(msgspec.to_builtins(what), order="deterministic")).hexdigest()


def _documents(done: list[Done]) -> list[dict[str, object]]:
    """What the manifest keeps of each document, to find it again."""
    return [
        {"path": each.given.input.path, "relative": each.given.input.relative, "sha256": each.given.sha256, "authority": each.given.authority, "keys": [each.key]}
        for each in done
        if each.key
    ]


def _load(corpus: Corpus, new: Generation, concepts: tuple[str, ...], progress: Progress) -> dict[str, str]:
    """Describe everything and put into the store what differs from what it holds; returns a digest of each graph."""
    before: dict[str, str] = new.manifest.get("graphs", {})
    graphs: dict[str, str] = {}
    for described in corpus.described():
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
