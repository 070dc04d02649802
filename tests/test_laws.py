"""What holds of every graph: bytes, evidence, closed items, and what a change changes."""

import itertools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.generator import generate
from kg.graph.graph import Graph
from kg.graph.scheme import read_vocabulary
from kg.graph.shapes import validate
from kg.inputs import find_inputs
from kg.model.source import Source
from kg.pipeline import build
from kg.privacy import mask
from kg.profiles import shipped
from kg.readers import read
from kg.settings import Settings
from kg.understand import understand

EXAMPLES = Path(__file__).parents[1] / "examples" / "minutes"
SETTINGS = Settings(profiles=shipped())
Build = Callable[..., Path]


def nquads(store: Path) -> bytes:
    with Graph.open(store) as graph:
        return b"\n".join(graph.quads())


def built(store: Path, *given: Path, **changes: object) -> Path:
    inputs, _ = find_inputs([str(each) for each in given])
    build(inputs, store, msgspec.structs.replace(SETTINGS, **changes))
    return store


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, and generated minutes of another authority."""
    folder = tmp_path_factory.mktemp("minutes")
    shutil.copytree(EXAMPLES, folder / "examples")
    (folder / "generated").mkdir()
    for each in generate(8, seed=11, size=5_000):
        (folder / "generated" / each.name).write_bytes(each.text.encode())
    return folder


@pytest.fixture(scope="module")
def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.*") if path.is_file())


@pytest.fixture(scope="module")
def store(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("store") / "store", *files)


@pytest.fixture(scope="module")
def few(folder: Path) -> list[Path]:
    """Documents that hang together by cases, people and units, few enough to be built many times."""
    return sorted((folder / "examples").iterdir())[:4]


@pytest.fixture(scope="module")
def of_few(few: list[Path], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return nquads(built(tmp_path_factory.mktemp("few") / "store", *few))


# --- the same files, the same bytes


def test_two_processes_make_the_same_graph_as_one(store: Path, files: list[Path], tmp_path: Path) -> None:
    assert nquads(built(tmp_path / "store", *files, jobs=2)) == nquads(store)


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_hash_seed_decides_nothing(few: list[Path], of_few: bytes, tmp_path: Path, seed: str) -> None:
    arguments = [sys.executable, "-m", "kg", "build", *map(str, few), "--store", str(tmp_path / "store"), "--quiet"]
    subprocess.run(arguments, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert nquads(tmp_path / "store") == of_few


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(data=st.data())
def test_the_way_to_a_set_of_files_decides_nothing(few, of_few, tmp_path_factory, data) -> None:
    """At once or one by one, in any order, some of them twice."""
    store = tmp_path_factory.mktemp("way") / "store"
    order = data.draw(st.permutations(few))
    steps = sorted(data.draw(st.sets(st.integers(1, len(few) - 1))))
    for start, end in zip([0, *steps], [*steps, len(few)], strict=True):
        built(store, *order[start - data.draw(st.integers(0, start)) : end], add=True)
    assert nquads(store) == of_few


def test_a_folder_is_the_files_in_it(few: list[Path], of_few: bytes, tmp_path: Path) -> None:
    (tmp_path / "minutes").mkdir()
    for path in few:
        shutil.copy(path, tmp_path / "minutes")
    assert nquads(built(tmp_path / "store", tmp_path / "minutes")) == of_few


def test_a_file_that_comes_and_goes_leaves_nothing(
    few: list[Path], of_few: bytes, files: list[Path], tmp_path: Path
) -> None:
    store = built(tmp_path / "store", *few)
    built(store, *files[-3:], add=True)
    assert nquads(store) != of_few
    assert nquads(built(store, *few)) == of_few


def test_building_twice_changes_nothing(few: list[Path], tmp_path: Path) -> None:
    store = built(tmp_path / "store", *few)
    inputs, _ = find_inputs([str(each) for each in few])
    assert build(inputs, store, SETTINGS).unchanged


# --- a change changes what it must


def _digests(store: Path) -> dict[str, str]:
    with Graph.open(store) as graph:
        return {name.partition("/id/")[2]: digest for name, digest in graph.manifest["graphs"].items()}


def test_a_changed_file_changes_its_own_graph_and_what_depends_on_several(few: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "minutes"
    shutil.copytree(few[0].parent, folder)
    store = built(tmp_path / "store", folder)
    before = _digests(store)
    changed = folder / few[1].name
    old = read(changed, "").sha256[:16]
    text = changed.read_text("utf-8")
    changed.write_text(text.replace("Sagsfremstilling\n", "Sagsfremstilling\n\nDet regnede.\n", 1), "utf-8")
    after = _digests(built(store, folder))
    differing = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert {f"document/{old}", f"document/{read(changed, '').sha256[:16]}"} <= differing
    assert {name for name in differing if name.startswith("document/")} == {
        f"document/{old}",
        f"document/{read(changed, '').sha256[:16]}",
    }


def test_a_removed_file_is_forgotten(few: list[Path], tmp_path: Path) -> None:
    store = built(tmp_path / "store", *few)
    built(store, *few[1:])
    gone = read(few[0], "").sha256[:16]
    assert gone.encode() not in nquads(store)
    assert not [path for path in (store / "records").iterdir() if gone.encode() in path.read_bytes()]


# --- several documents of one meeting

SOURCES = Path(__file__).parent / "queries" / "sources"


def test_a_further_document_of_a_meeting_comes_changes_and_goes(tmp_path: Path) -> None:
    """Each of three documents: the graph is each time as if it had never been there, or never been otherwise."""
    folder = tmp_path / "minutes"
    shutil.copytree(SOURCES, folder)
    whole = nquads(built(tmp_path / "whole", folder))
    store = built(tmp_path / "store", folder)
    for path in sorted(folder.iterdir()):
        text = path.read_text("utf-8")
        path.unlink()
        assert nquads(built(store, folder)) == nquads(built(tmp_path / f"without-{path.name}", folder)) != whole
        path.write_text(text.replace("Færgens", "Færgernes").replace("30/101", "30/102"), "utf-8")
        assert nquads(built(store, folder)) == nquads(built(tmp_path / f"other-{path.name}", folder)) != whole
        path.write_text(text, "utf-8")
        assert nquads(built(store, folder)) == whole


def test_the_order_in_which_documents_of_a_meeting_come_decides_nothing(tmp_path: Path) -> None:
    whole = nquads(built(tmp_path / "whole", SOURCES))
    for number, order in enumerate(itertools.permutations(sorted(SOURCES.iterdir()))):
        for path in order:
            store = built(tmp_path / f"store-{number}", path, add=True)
        assert nquads(store) == whole


def test_three_documents_of_one_meeting_are_one_meeting_with_one_value_of_each(tmp_path: Path) -> None:
    several = "SELECT ?x {{ ?x a {} ; {} ?one , ?two FILTER (?one != ?two) }}"
    with Graph.open(built(tmp_path / "store", SOURCES)) as graph:
        assert validate(graph).violations == ()
        assert len(graph.query("SELECT ?d { ?m a sag:Meeting ; sag:minutes ?d }")) == 3
        for kind, single in (
            *(("sag:AgendaItem", each) for each in ("dcterms:title", "sag:closed", "sag:case", "sag:number")),
            *(("sag:Meeting", each) for each in ("sag:startTime", "sag:place", "sag:body")),
            ("sag:Decision", "sag:text"),
        ):
            assert graph.query(f"SELECT ?x {{ ?x a {kind} ; {single} ?one }}").rows
            assert not graph.query(several.format(kind, single)).rows, single


# --- evidence


def test_every_evidence_is_the_words_of_its_document(store: Path, files: list[Path]) -> None:
    texts = {path.name: mask(read(path, path.name)).text for path in files}
    with Graph.open(store) as graph:
        evidence = _column(graph, "SELECT DISTINCT ?e { ?e a sag:Evidence }")
        rows = graph.query(
            """SELECT ?e ?name ?start ?end ?exact {
                 ?e oa:start ?start ; oa:end ?end ; oa:exact ?exact ; sag:rule ?rule ; sag:in/sag:fileName ?name }"""
        ).rows
    assert evidence
    assert {row[0] for row in rows} == evidence
    wrong = [row for row in rows if texts[row[1].value][int(row[2].value) : int(row[3].value)] != row[4].value]
    assert not wrong


def _column(graph: Graph, query: str) -> set[object]:
    return {row[0] for row in graph.query(query).rows}


@pytest.mark.parametrize("kind", ["Decision", "Recommendation", "Task", "Amount", "Mention", "Attachment", "Part"])
def test_every_node_of_these_kinds_has_evidence(store: Path, kind: str) -> None:
    with Graph.open(store) as graph:
        assert graph.query(f"SELECT ?x {{ ?x a sag:{kind} }} LIMIT 1").rows
        assert not graph.query(f"SELECT ?x {{ ?x a sag:{kind} MINUS {{ ?x sag:evidence/oa:exact ?said }} }}").rows


@pytest.mark.parametrize(
    ("kind", "predicate"),
    [
        *(
            ("sag:AgendaItem", each)
            for each in ("sag:number", "dcterms:title", "sag:closed", "sag:case", "sag:theme", "sag:refersTo")
        ),
        *(("sag:AgendaItem", each) for each in ("sag:previousTreatment", "sag:relatedTo")),
        *(("sag:Decision", each) for each in ("sag:outcome", "sag:referredTo", "sag:deferredTo")),
    ],
)
def test_every_statement_of_these_kinds_has_evidence(store: Path, kind: str, predicate: str) -> None:
    with Graph.open(store) as graph:
        assert graph.query(f"SELECT ?x {{ ?x a {kind} ; {predicate} ?y }} LIMIT 1").rows
        without = graph.query(
            f"""SELECT ?x ?y {{ ?x a {kind} ; {predicate} ?y
                MINUS {{ ?s rdf:subject ?x ; rdf:predicate {predicate} ; rdf:object ?y ;
                            sag:evidence/oa:exact ?said }} }}"""
        )
    assert not without.rows


def test_every_agent_of_an_item_has_a_mention(store: Path) -> None:
    with Graph.open(store) as graph:
        without = graph.query(
            """SELECT ?i ?a { ?i a sag:AgendaItem ; sag:mentions ?a
                 MINUS { ?m a sag:Mention ; sag:item ?i ; sag:agent ?a } }"""
        )
    assert not without.rows


def test_every_other_name_and_every_derived_link_says_why(store: Path) -> None:
    with Graph.open(store) as graph:
        for predicate in ("skos:altLabel", "sag:previousTreatment", "sag:relatedTo", "sag:deferredTo"):
            without = graph.query(
                f"""SELECT ?x ?y {{ ?x {predicate} ?y
                    MINUS {{ ?s rdf:subject ?x ; rdf:predicate {predicate} ; rdf:object ?y ;
                                sag:reason ?why ; sag:confidence ?c }}
                    FILTER(!isLiteral(?y) || EXISTS {{ ?x org:subOrganizationOf ?z }}) }}"""
            )
            assert not without.rows, predicate


# --- closed items

SECRET = "Zyxavildt"
_CLOSED = re.compile(r"(?m)^(?:#+ )?(?:\*\*)?Punkt \d+: Lukket(?:\*\*)?[ ]*\n(?:\n\d\d/\d+[ ]*\n)?")
_LEAKS = [
    f"\n{SECRET} er hemmelig.\n",
    f"\nSagsfremstilling\n\n{SECRET}centret ({SECRET.upper()}) har udarbejdet et notat til 4,5 mio. kr.\n",
    f"\nBeslutning Direktionen den 08-03-2022\n\n{SECRET}udvalget godkendte. Sendes til {SECRET}udvalget.\n",
    f"\nBilag\n\n{SECRET}\n\n{SECRET} 2\n",
    f"\n## **Bilag**\n\n- {SECRET}\n",
    f"\n**Indstilling**\n\n{SECRET}centret indstiller, at {SECRET} Madsen ansættes.\n",
    f"\n{SECRET}\t{SECRET}centret\tHver måned\n\n| {SECRET} | {SECRET} |\n",
    f"\nDirektionen behandlede {SECRET} den 1. februar 2022, sag 22/99{SECRET}.\n",
    f"{SECRET}\n",
]


def _with_secrets(text: str, leaks: list[str]) -> str:
    return _CLOSED.sub(lambda found: found[0] + "".join(leaks), text)


@settings(max_examples=40, deadline=None)
@given(
    name=st.sampled_from(sorted(path.name for path in EXAMPLES.iterdir() if _CLOSED.search(path.read_text("utf-8")))),
    leaks=st.lists(st.sampled_from(_LEAKS), min_size=1, max_size=4),
)
def test_nothing_of_a_closed_item_is_in_its_record(name: str, leaks: list[str]) -> None:
    text = _with_secrets((EXAMPLES / name).read_text("utf-8"), leaks)
    assert SECRET in text
    record = understand(Source(name, "0" * 64, "text/plain", text), scheme=read_vocabulary().words)
    assert SECRET.casefold() not in msgspec.json.encode(record).decode().casefold()
    assert len(record.text) == len(text)


def test_a_text_without_its_closed_items_is_understood_alike() -> None:
    """What the store kept of a file may stand in for it when the file is gone."""
    words = read_vocabulary().words
    texts = [path.read_text("utf-8") for path in sorted(EXAMPLES.iterdir())]
    for text in [*texts, *(each.text for each in generate(12, seed=5, size=4_000))]:
        record = understand(Source("a.txt", "0" * 64, "text/plain", text), scheme=words)
        assert understand(Source("a.txt", "0" * 64, "text/plain", record.text), scheme=words) == record


def test_nothing_of_a_closed_item_is_in_the_store(tmp_path: Path) -> None:
    (tmp_path / "minutes").mkdir()
    count = 0
    for path in sorted(EXAMPLES.iterdir()):
        text = _with_secrets(path.read_text("utf-8"), _LEAKS[:-1])
        count += text.count(SECRET)
        (tmp_path / "minutes" / path.name).write_text(text, "utf-8")
    assert count
    store = built(tmp_path / "store", tmp_path / "minutes")
    assert SECRET.casefold().encode() not in nquads(store).lower()
    holding = [
        path for path in store.rglob("*") if path.is_file() and SECRET.casefold().encode() in path.read_bytes().lower()
    ]
    assert not holding


# --- the shapes

_POINTS = "Punkt 1: Lystbådehavn\n\n30/101\n\nBilag\n\nOplæg\n\nBeslutning\n\nUdsat.\n\nPunkt 2: Lukket\n\n30/9\n"
_HEAD = "Direktionen d. 05-01-2031\n\n"
_ODD = {
    "minutes.txt": f"REFERAT {_HEAD}Mødedato 5. januar 2031 kl. 09:00\n\nMødested Øst\n\n{_POINTS}",
    "again.txt": f"REFERAT {_HEAD}Mødested Vest\n\n{_POINTS.replace('Lystbådehavn', 'Lystbåde-havn')}",
    "agenda.txt": f"DAGSORDEN {_HEAD}Mødested Nord\n\n{_POINTS.replace('Lystbådehavn', 'Skoler')}",
    "evening.txt": f"REFERAT {_HEAD}Mødedato 5. januar 2031 kl. 19:00\n\n{_POINTS}",
    "later.txt": f"REFERAT Direktionen d. 09-02-2031\n\n{_POINTS}Beslutning Direktionen den 05-01-2031\n\nUdsat.\n",
    "bodiless.txt": f"REFERAT d. 05-01-2031\n\n{_POINTS}",
    "dateless.txt": f"REFERAT Direktionen\n\n{_POINTS}",
    "headless.txt": _POINTS,
    "pointless.txt": "REFERAT Direktionen d. 05-03-2031\n\nIngen punkter.\n",
    "letter.txt": "Kære alle\n\nTak for sidst.\n",
    "titleless.txt": "REFERAT Direktionen d. 05-04-2031\n\nPunkt 1:\n\n30/101\n\nPunkt 1:\n\nPunkt 3: Lukket\n",
}


def test_the_shapes_find_nothing_wrong(store: Path) -> None:
    with Graph.open(store) as graph:
        assert validate(graph).violations == ()


def test_nor_in_odd_documents(tmp_path: Path) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    for name, text in _ODD.items():
        (folder / name).write_text(text, "utf-8")
    with Graph.open(built(tmp_path / "store", folder)) as graph:
        assert validate(graph).violations == ()
        assert len(graph.query("SELECT ?d { ?d a sag:Document }")) == len(_ODD)
