"""The first look at all inputs: what the store knows is not read again, the rest where reading can be stopped."""

import hashlib
from collections.abc import Callable
from functools import partial

import msgspec

from kg.errors import SagsgrafError, UnreadableError
from kg.inputs import Input
from kg.jobs import Limits, run
from kg.messages import sentence
from kg.model.problem import Problem
from kg.readers import source_from
from kg.reading import bytes_of, is_converted, needs_care, pack
from kg.records import code_fingerprint
from kg.settings import Settings
from kg.survey import Survey, signals_of, survey_of

_MEMORY = 3_000_000_000  # bytes of a process that reads what others wrote
_OCR = 20  # times as long
_MOST_HELD = 100_000_000  # bytes of packed sources that a build holds, so that no file is converted twice
_LARGE = 300_000  # bytes of one of them: large enough to be understood where that can be stopped

Progress = Callable[[str, int, int], None]


class Kept(msgspec.Struct, frozen=True):
    """What the manifest holds of a document: how it looked at first, and its records' keys, the last one final."""

    sha256: str
    path: str
    keys: list[str]
    survey: Survey


class Seen(msgspec.Struct, frozen=True):
    """How all inputs look, and the packed sources of those that were converted, by the hashes of their files."""

    surveys: list[Survey]
    contents: dict[str, bytes]


def look_at(
    inputs: list[Input], stored: list[Kept], seen_by: str, settings: Settings, progress: Progress = lambda *_: None
) -> Seen:
    """A look at every input; with `settings.add` also at what the store holds and was not given again.

    `stored` is what the store holds, as it was seen with `seen_by`, which `seeing` gave then.
    """
    known = {each.sha256: each.survey for each in stored} if seen_by == seeing(settings) else {}
    surveys = {each: seen for each in inputs if (seen := _known(each, known))}
    fresh = [each for each in inputs if each not in surveys]
    contents: dict[str, bytes] = {}
    held = 0
    looks = run(
        partial(_look, signals=signals_of(settings.profiles), ocr=settings.ocr),
        fresh,
        settings.jobs,
        lambda given, reason: (Survey(given, problem=lost(given, reason, settings)), b""),
        limits_of(settings) if any(map(needs_care, fresh)) else None,
    )
    for survey, packed in looks:
        surveys[survey.input] = survey
        if packed and held + len(packed) <= _MOST_HELD:
            contents[survey.sha256] = packed
            held += len(packed)
        progress("survey", len(surveys), len(inputs))
    found = [surveys[each] for each in inputs]
    given = {each.input.path for each in found} | {each.sha256 for each in found}
    before = [each.survey for each in stored if settings.add and not {each.survey.input.path, each.sha256} & given]
    return Seen([*found, *before], contents)


def seeing(settings: Settings) -> str:
    """A digest of all that a first look depends on beside the file."""
    said = msgspec.json.encode([code_fingerprint(), signals_of(settings.profiles), settings.ocr])
    return hashlib.sha256(said).hexdigest()


def _known(given: Input, known: dict[str, Survey]) -> Survey | None:
    if not known:
        return None
    try:
        survey = known.get(hashlib.sha256(bytes_of(given)).hexdigest())
    except UnreadableError:
        return None
    return msgspec.structs.replace(survey, input=given) if survey else None


def _look(given: Input, signals: tuple[tuple[str, str], ...], *, ocr: bool) -> tuple[Survey, bytes]:
    """One input, seen; and its source, packed, where it took more than decoding. Runs in a worker."""
    try:
        data = bytes_of(given)
        source = source_from(data, given.relative, ocr=ocr)
    except UnreadableError as error:
        return Survey(given, problem=Problem(given.relative, 0, error.key, error.values)), b""
    return survey_of(given, source, signals), pack(source) if is_converted(data) else b""


def takes_care(given: Input, packed: bytes) -> bool:
    """Whether an input is worked on where that can be stopped; `packed` is its source, if it was read already."""
    return len(packed) > _LARGE if packed else needs_care(given)


def limits_of(settings: Settings) -> Limits:
    """What one input may take."""
    return Limits(_seconds(settings), _MEMORY)


def _seconds(settings: Settings) -> float:
    """Reading pictures takes seconds a page."""
    return settings.seconds * (_OCR if settings.ocr else 1)


def lost(given: Input, reason: str, settings: Settings) -> Problem:
    """Why there is nothing of an input whose worker was lost."""
    values = (f"{_seconds(settings):g}",) if reason == "too-slow" else ()
    return Problem(given.relative, 0, f"unreadable-{reason}", values)


def nothing_read(problems: list[Problem]) -> SagsgrafError:
    """The error of a build of which no file could be read: what is wrong with the first says it best."""
    count = len(problems)
    return SagsgrafError(
        f"None of the files ({count}) could be read; the graph is as it was.{_first(problems, 'en')}",
        f"Ingen af filerne ({count}) kunne læses; grafen er, som den var.{_first(problems, 'da')}",
    )


def _first(problems: list[Problem], language: str) -> str:
    said = [f" {each.path}: {sentence(language, f'problem.{each.message}', *each.values)}" for each in problems[:1]]
    return "".join(said)
