"""The store folder: generations, and the file that names the current one."""

import shutil
from pathlib import Path

import msgspec
import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.graph.graph import Graph
from kg.graph.manifest import FORMAT, FormatError
from kg.graph.store import begin, current_generation, open_store

A, B = "https://x.dk/a", "https://x.dk/b"


def triple(value: str) -> str:
    return f'<https://x.dk/s> <https://x.dk/p> "{value}"'


def put(path: Path, *, fresh: bool = False, **graphs: str) -> None:
    with begin(path, fresh=fresh) as new:
        for name, value in graphs.items():
            new.replace(f"https://x.dk/{name}", [triple(value)])


def generations(path: Path) -> list[str]:
    return sorted(each.name for each in (path / "generations").iterdir())


def held(path: Path) -> list[str]:
    with Graph.open(path) as graph:
        return [line.decode().replace("https://x.dk/", "") for line in graph.quads()]


def test_a_build_adds_replaces_and_removes(tmp_path: Path) -> None:
    put(tmp_path, a="1", b="2")
    assert held(tmp_path) == ['<s> <p> "1" <a>', '<s> <p> "2" <b>']
    with begin(tmp_path) as new:
        new.replace(A, [triple("3")])
        new.remove(B)
        new.remove("https://x.dk/none")
        assert new.graphs() == {A}
    assert held(tmp_path) == ['<s> <p> "3" <a>']


def test_the_last_word_on_a_graph_counts(tmp_path: Path) -> None:
    with begin(tmp_path) as new:
        new.replace(A, [triple("1")])
        new.replace(A, [triple("2")])
        new.replace(B, [triple("1")])
        new.remove(B)
    assert held(tmp_path) == ['<s> <p> "2" <a>']


def asked(path: Path) -> list[str]:
    with Graph.open(path) as graph:
        return sorted(str(value) for (value,) in graph.query("SELECT ?o { ?s ?p ?o }").values())


def test_a_triple_that_two_graphs_hold_counts_once_until_neither_holds_it(tmp_path: Path) -> None:
    put(tmp_path, a="same", b="same", c="other")
    assert asked(tmp_path) == ["other", "same"]
    with begin(tmp_path) as new:
        new.remove(A)
    assert asked(tmp_path) == ["other", "same"]
    with begin(tmp_path) as new:
        new.remove(B)
    assert asked(tmp_path) == ["other"]


def test_a_triple_that_moves_between_graphs_stays(tmp_path: Path) -> None:
    put(tmp_path, a="1", b="2")
    with begin(tmp_path) as new:
        new.replace(B, [triple("1")])
        new.replace(A, [triple("2")])
    assert asked(tmp_path) == ["1", "2"]
    with begin(tmp_path) as new:
        new.replace(A, [triple("1")])
        new.remove(B)
    assert asked(tmp_path) == ["1"]


def test_batches_make_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.store._BATCH", 2)
    with begin(tmp_path) as new:
        for number in range(9):
            new.replace(f"https://x.dk/{number % 4}", [triple(str(number)), triple("same")])
    assert [line for line in held(tmp_path) if "same" not in line] == [
        '<s> <p> "5" <1>',
        '<s> <p> "6" <2>',
        '<s> <p> "7" <3>',
        '<s> <p> "8" <0>',
    ]


def test_the_manifest_comes_back(tmp_path: Path) -> None:
    with begin(tmp_path) as new:
        assert new.manifest == {}
        new.manifest["documents"] = {"a.txt": [1, "x"]}
    with begin(tmp_path) as new:
        assert new.manifest == {"documents": {"a.txt": [1, "x"]}}
    assert open_store(tmp_path)[1] == {"documents": {"a.txt": [1, "x"]}}


def test_nothing_changed_makes_no_generation(tmp_path: Path) -> None:
    put(tmp_path, a="1")
    with begin(tmp_path) as new:
        new.manifest.setdefault("x", 1)
        del new.manifest["x"]
    assert current_generation(tmp_path) == 1
    assert generations(tmp_path) == ["1"]


def test_a_build_that_raises_has_not_happened(tmp_path: Path) -> None:
    put(tmp_path, a="1")
    with pytest.raises(ZeroDivisionError), begin(tmp_path) as new:  # noqa: PT012 - the block is what is tested
        new.replace(A, [triple("2")])
        new.graphs()
        raise ZeroDivisionError
    assert held(tmp_path) == ['<s> <p> "1" <a>']
    assert generations(tmp_path) == ["1"]


def test_a_triple_that_cannot_be_read_stops_the_build(tmp_path: Path) -> None:
    put(tmp_path, a="1")
    with pytest.raises(SyntaxError), begin(tmp_path) as new:
        new.replace(A, ["no triple"])
    assert held(tmp_path) == ['<s> <p> "1" <a>']


def test_a_fresh_build_forgets_everything(tmp_path: Path) -> None:
    put(tmp_path, a="1")
    put(tmp_path, fresh=True, b="2")
    assert held(tmp_path) == ['<s> <p> "2" <b>']


def test_the_current_and_the_previous_generation_stay(tmp_path: Path) -> None:
    for number in range(5):
        put(tmp_path, a=str(number))
    assert generations(tmp_path) == ["4", "5"]


def test_what_a_crash_left_is_cleaned(tmp_path: Path) -> None:
    put(tmp_path, a="1")
    left = tmp_path / "generations" / "2" / "graph"
    left.mkdir(parents=True)
    (left / "half").write_bytes(b"x")
    put(tmp_path, b="2")
    assert held(tmp_path) == ['<s> <p> "1" <a>', '<s> <p> "2" <b>']


def test_an_open_graph_stays_what_it_was(tmp_path: Path) -> None:
    put(tmp_path, a="1")
    with Graph.open(tmp_path) as graph:
        for number in range(2, 6):
            put(tmp_path, a=str(number))
        assert graph.query("SELECT ?o { ?s ?p ?o }").values() == [("1",)]
        assert not graph.is_current()


def test_two_builders_at_once_are_one_sentence(tmp_path: Path) -> None:
    with begin(tmp_path), pytest.raises(StoreError, match="Another build"), begin(tmp_path):
        pass


def test_no_store_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no graph in .*kg build"):
        open_store(tmp_path / "none")


@pytest.mark.parametrize(("version", "age"), [(FORMAT - 1, "an older"), (FORMAT + 1, "a newer")])
def test_another_format_is_one_sentence_and_a_fresh_build(tmp_path: Path, version: int, age: str) -> None:
    put(tmp_path, a="1")
    manifest = tmp_path / "generations" / "1" / "manifest.json"
    manifest.write_bytes(msgspec.json.encode({"format": version, "content": {}}))
    with pytest.raises(FormatError, match=f"{age} version"):
        open_store(tmp_path)
    with pytest.raises(FormatError, match=f"{age} version"), begin(tmp_path):
        pass
    put(tmp_path, fresh=True, a="2")
    assert held(tmp_path) == ['<s> <p> "2" <a>']


@pytest.mark.parametrize("damage", ["manifest.json", "graph/CURRENT"])
def test_a_damaged_store_is_one_sentence(tmp_path: Path, damage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.store._PAUSE", 0)
    put(tmp_path, a="1")
    (tmp_path / "generations" / "1" / damage).write_bytes(b"?")
    with pytest.raises(StoreError, match="build it again"):
        open_store(tmp_path)


def test_a_current_that_names_nothing_is_one_sentence(tmp_path: Path) -> None:
    put(tmp_path, a="1")
    (tmp_path / "CURRENT").write_bytes(b"latest")
    with pytest.raises(StoreError, match="CURRENT"):
        open_store(tmp_path)


def test_an_opening_that_fails_by_chance_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, a="1")
    opened = ox.Store.read_only
    failures = iter([OSError("Corruption"), OSError("Corruption")])

    class Flaky:
        @staticmethod
        def read_only(path: str) -> ox.Store:
            for failure in failures:
                raise failure
            return opened(path)

    monkeypatch.setattr("kg.graph.store._PAUSE", 0)
    monkeypatch.setattr(ox, "Store", Flaky)
    assert open_store(tmp_path)[2] == 1


def test_a_disk_that_refuses_is_one_sentence_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, a="1")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.replace", refuse)
        with pytest.raises(StoreError, match=r"No space left.*unchanged"):
            put(tmp_path, a="2")
    assert held(tmp_path) == ['<s> <p> "1" <a>']
    assert generations(tmp_path) == ["1"]


def test_a_store_that_was_deleted_and_built_again_holds_another_graph(tmp_path: Path) -> None:
    path = tmp_path / "store"
    put(path, a="1")
    with Graph.open(path) as graph:
        shutil.rmtree(path)
        assert not graph.is_current()
        put(path, a="2")
        assert current_generation(path) == graph.generation
        assert not graph.is_current()
