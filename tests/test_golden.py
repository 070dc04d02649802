"""What each stage makes of one example per layout, as a whole: a change of a rule shows here as a difference of lines.

The lines are those of `kg show`, made short: what is empty is left out, `{"value": v, "start": a, "end": b}` is written
`v @a-b`, full confidence is not said, and IRIs are written without their base. SAGSGRAF_UPDATE_GOLDEN=1 writes them
anew; review the difference.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.inputs import Input
from kg.profiles import shipped
from kg.settings import Settings
from kg.stages import stage_lines, understand_alone

EXAMPLES = Path(__file__).parents[1] / "examples" / "minutes"
FORMATS = Path(__file__).parent / "minutes" / "formats"
GOLDEN = Path(__file__).parent / "golden"
UPDATE = os.environ.get("SAGSGRAF_UPDATE_GOLDEN") == "1"
CASES = {
    "plain": "tvk-direktionen-2024-09-03.txt",
    "capitals": "tvk-direktionen-2025-01-14.txt",
    "markdown": "tvk-oekonomiudvalget-2024-03-20.txt",
    "firstagenda-json": "hammelby-byraad-2024-03-19.json",
    "firstagenda-page": "hammelby-teknik-2025-05-14.html",
    "edoc-xml": "hammelby-social-2013-06-04.edoc.xml",
    "sbsys-xml": "hammelby-it-2014-02-12.sbsys.xml",
    "page": "hammelby-kultur-2021-04-22.html",
    "sub-points": "hammelby-byraad-2025-06-18.txt",
}
SETTINGS = Settings(profiles=shipped())
BASE = SETTINGS.base_iri


@pytest.mark.parametrize("stage", ["meeting", "findings", "facts"])
@pytest.mark.parametrize("layout", CASES)
def test_stages(layout: str, stage: str) -> None:
    path = next(each for folder in (EXAMPLES, FORMATS) if (each := folder / CASES[layout]).exists())
    given = Input(path.name, str(path))
    made = "".join(_lines(stage, stage_lines(given, understand_alone(given, SETTINGS), SETTINGS, stage)))
    expected = GOLDEN / layout / f"{path.stem}.{stage}.jsonl"
    if UPDATE or not expected.exists():
        missing = not expected.exists()
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(made, encoding="utf-8", newline="\n")
        if missing and not UPDATE:
            pytest.fail(f"{expected.relative_to(GOLDEN)} was missing: it is written now, review and commit it")
    assert made.splitlines() == expected.read_text("utf-8").splitlines()


def test_every_expectation_belongs_to_a_case() -> None:
    known = {f"{layout}/{Path(name).stem}" for layout, name in CASES.items()}
    assert {
        path.relative_to(GOLDEN).as_posix().removesuffix(".jsonl").rpartition(".")[0]
        for path in GOLDEN.rglob("*.jsonl")
    } == known


def _lines(stage: str, lines: Iterable[bytes]) -> Iterable[str]:
    short = _fact if stage == "facts" else _short
    document = ""
    for line in lines:
        value = json.loads(line)
        if stage == "facts":
            document = document or value["graph"]
            value = json.loads(json.dumps(value).replace(f"{document}#", "#").replace(document, "DOCUMENT"))
        yield json.dumps(short(value), ensure_ascii=False).replace(BASE, "") + "\n"


def _short(value):
    """A value without what is empty; a text with its place as one string."""
    if isinstance(value, list):
        return [_short(each) for each in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"value", "start", "end"}:
        return f"{value['value']} @{value['start']}-{value['end']}"
    kept = {key: _short(each) for key, each in value.items() if not _is_usual(key, each)}
    if {"start", "end"} <= kept.keys():
        kept["at"] = f"{kept.pop('start')}-{kept.pop('end')}"
    return kept


def _is_usual(key, value):
    return value is None or value is False or value in ("", [], {}) or (key, value) == ("confidence", 1.0)


def _fact(fact):
    """[graph, subject, predicate, object, evidence …, reason]; literals are lists, the document's own graph is ""."""
    value = fact["object"]
    if isinstance(value, dict):
        said = (value["value"], value["datatype"], value["language"])
        value = [each for each in said if each not in ("", "xsd:string")]
    places = [_sure(f"{each['rule']} {each['start']}-{each['end']}", each["confidence"]) for each in fact["evidence"]]
    why = [_sure(f"{reason['en']} · {reason['da']}", fact["confidence"])] if (reason := fact["reason"]) else []
    graph = "" if fact["graph"] == "DOCUMENT" else fact["graph"]
    return [graph, fact["subject"], fact["predicate"], value, *places, *why]


def _sure(said, confidence):
    return said if confidence == 1.0 else f"{said} ({confidence:g})"
