"""The index as a build makes it: with the graph, of the same documents, and as whole as it."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
import tantivy

from kg.errors import StoreError
from kg.graph.store import current_generation, generation_folder
from kg.inputs import find_inputs
from kg.model.entry import Entry
from kg.pipeline import build
from kg.privacy import MASK
from kg.search import Filters, find, index, write_index
from kg.settings import Settings

MAIL = "ida@eksempel.dk"
HEAD = "REFERAT Vejudvalget d. {}\n\nMødedato\n\n{}\n\n"
NOISE = (
    HEAD.format("12-03-2024", "12-03-2024") + "Punkt 1: Støj ved Havnen\n\n24/00117\n\nSagsfremstilling\n\n"
    "Støjmålingerne viser meget. Skriv til ida@eksempel.dk.\n\n"
    "Beslutning i Vejudvalget den 12-03-2024\n\nUdsat.\n\n"
    "Punkt 2: Lukket\n\n24/00118\n\nSagsfremstilling\n\nHemmelighedsfuldt grundkøb.\n"
)
PATHS = (
    HEAD.format("09-04-2024", "09-04-2024")
    + "Punkt 1: Cykelstier\n\n24/00200\n\nSagsfremstilling\n\nStierne er slidte.\n\n"
    "Beslutning i Vejudvalget den 09-04-2024\n\nGodkendt.\n"
)


@pytest.fixture
def made(tmp_path):
    """`made()` builds a folder with two documents; `made.search()` is the current generation's folder."""

    class Made:
        minutes, store = tmp_path / "minutes", tmp_path / "store"

        def __call__(self, **settings):
            build(find_inputs([str(self.minutes)])[0], self.store, Settings(**settings))

        def folder(self) -> Path:
            number = current_generation(self.store)
            assert number is not None
            return generation_folder(self.store, number)

        def titles(self, words: str, **filters) -> list[str]:
            return [hit.title for hit in find(self.folder(), words, filters=Filters(**filters)).hits]

    Made.minutes.mkdir()
    for name, text in (("a.txt", NOISE), ("b.txt", PATHS)):
        (Made.minutes / name).write_text(text, encoding="utf-8")
    return Made()


def held_in(folder: Path) -> str:
    """Every term of an index, and every text that it keeps."""
    searcher = tantivy.Index.open(str(folder / "search")).searcher()
    kept = [searcher.doc(address)["shown"][0].decode("utf-8", "replace") for _, address in everything(searcher)]
    return "\n".join(
        [*kept, *(term for name in index.TEXTS for term, _ in searcher.terms_with_prefix(name, ""))]
    ).lower()


def everything(searcher: tantivy.Searcher) -> list:
    return searcher.search(tantivy.Query.all_query(), 1_000).hits


def test_a_build_makes_the_index(made):
    made()
    assert made.titles("støjmåling") == ["Støj ved Havnen"]
    assert made.titles("24/00200") == ["Cykelstier"]
    assert made.titles("slidte", outcome=("approved",), since="2024-04") == ["Cykelstier"]
    (hit,) = find(made.folder(), "målinger støjmålinger meget").hits
    assert NOISE.replace(MAIL, MASK * len(MAIL))[hit.start : hit.end] == hit.snippet


def test_a_document_that_is_gone_is_forgotten(made):
    made()
    (made.minutes / "a.txt").unlink()
    made()
    assert made.titles("støj") == []
    assert made.titles("cykelsti") == ["Cykelstier"]


def test_a_document_that_is_added_is_found_with_the_others(made):
    made()
    (made.minutes / "c.txt").write_text(NOISE.replace("12-03", "14-05").replace("Havnen", "Skolen"), encoding="utf-8")
    made()
    assert made.titles("støj") == ["Støj ved Skolen", "Støj ved Havnen"]


def test_a_build_that_changes_nothing_leaves_the_index(made):
    made()
    before = made.folder()
    made()
    assert made.folder() == before
    assert made.titles("støj") == ["Støj ved Havnen"]


@pytest.mark.parametrize(
    "breaks", ["kg.corpus.Corpus._agents", "kg.search.index._document", "kg.graph.store.Generation._finish"]
)
def test_a_build_that_fails_leaves_the_old_index_and_nothing_else(made, monkeypatch, breaks):
    made()
    before, kept = made.folder(), sorted(path.name for path in (made.store / "generations").iterdir())
    (made.minutes / "a.txt").unlink()

    def broken(*_):
        raise OSError("no space left")

    with monkeypatch.context() as patched:
        patched.setattr(breaks, broken)
        with pytest.raises((StoreError, OSError), match="no space left"):
            made()
    assert made.folder() == before
    assert sorted(path.name for path in (made.store / "generations").iterdir()) == kept
    assert made.titles("støj") == ["Støj ved Havnen"]
    made()
    assert made.titles("støj") == []


def test_what_a_closed_item_says_is_nowhere_in_the_index(made):
    made()
    assert made.titles("hemmelighedsfuldt") == made.titles("grundkøb") == []
    assert made.titles("24/00118") == ["Lukket"]
    held = held_in(made.folder())
    assert "støjmåling" in held
    assert "støjmålingerne viser" in held  # so that it would be seen
    assert "hemmelighedsfuld" not in held
    assert "grundkøb" not in held


def test_personal_data_is_masked_in_the_index_and_old_indexes_are_forgotten(made):
    made(keep_personal_data=True)
    assert made.titles("ida@eksempel.dk") == ["Støj ved Havnen"]
    made()
    assert made.titles("eksempel") == []
    (only,) = made.store.rglob("search")
    assert "eksempel" not in held_in(only.parent)


def test_entries_that_wait_leave_nothing_behind(tmp_path):
    entry = Entry("i", "d", 0, "Støj.", "Emne", "2024-01-01", "a", "b", 1)
    with suppress(KeyError), write_index(tmp_path) as add:
        add(entry)
        raise KeyError
    assert list(tmp_path.iterdir()) == []
    with write_index(tmp_path) as add:
        add(entry)
    assert [path.name for path in tmp_path.iterdir()] == ["search"]


def test_the_search_engine_is_imported_only_when_there_is_something_to_search():
    code = "import sys, kg.search, kg.pipeline, kg.cli.main; sys.exit('tantivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=300).returncode == 0
