"""The first look: files are converted once, where it can be stopped, and not at all where the store knows them."""

import io
import zipfile

import docx
import pytest

import kg
from kg import first_look
from kg.first_look import look_at
from kg.inputs import find_inputs
from kg.jobs import Limits
from kg.model.problem import Problem
from kg.pipeline import build
from kg.settings import Settings
from kg.survey import Survey

MINUTES = """Referat Havneudvalget d. 03-05-2024

Punkt 1: Ny mole

Beslutning
Godkendt.
"""


def word(text: str = MINUTES) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "a.docx").write_bytes(word())
    return tmp_path / "m"


def built(folder, **settings):
    inputs, problems = find_inputs([str(folder)])
    report = build(inputs, folder.parent / "store", Settings(**settings))
    return report, [*problems, *report.problems]


@pytest.mark.parametrize(("reason", "values"), [("too-slow", ("7",)), ("too-much-memory", ()), ("broke-off", ())])
def test_a_file_that_cannot_be_read_in_bounds_costs_the_others_nothing(folder, monkeypatch, reason, values):
    (folder / "b.docx").write_bytes(word("noget helt andet"))

    def run(work, given, _jobs, died, limits):
        assert limits == Limits(7.0, first_look._MEMORY)
        return [died(each, reason) if each.relative == "b.docx" else work(each) for each in given]

    monkeypatch.setattr(first_look, "run", run)
    report, problems = built(folder, seconds=7.0)
    assert report.figures.meetings == 1
    assert problems == [Problem("b.docx", 0, f"unreadable-{reason}", values)]


def test_text_is_read_here_and_all_else_where_it_can_be_stopped(folder, monkeypatch):
    (folder / "a.docx").unlink()
    (folder / "b.txt").write_text(MINUTES)
    bounds = []
    monkeypatch.setattr(
        first_look, "run", lambda work, given, _jobs, _died, limits: bounds.append(limits) or map(work, given)
    )
    for name, data in [("b.txt", b"x"), ("wrong.txt", word()), ("large.txt", b"x" * 2_000_000)]:
        (folder / name).write_bytes(data)
        list(look_at(find_inputs([str(folder / name)])[0], [], "", Settings()).surveys)
    assert [each is not None for each in bounds] == [False, True, True]


def test_a_converted_file_is_handed_on(folder):
    inputs, _ = find_inputs([str(folder)])
    seen = look_at(inputs, [], "", Settings())
    assert list(seen.contents) == [seen.surveys[0].sha256]


def test_what_does_not_fit_is_read_again(folder, monkeypatch):
    monkeypatch.setattr(first_look, "_MOST_HELD", 0)
    assert look_at(find_inputs([str(folder)])[0], [], "", Settings()).contents == {}
    assert built(folder)[0].figures.meetings == 1


def test_what_the_store_knows_is_not_read_again(folder, monkeypatch):
    assert built(folder)[0].figures.meetings == 1
    (folder / "a.docx").rename(folder / "b.docx")
    monkeypatch.setattr(first_look, "run", lambda _work, values, *_: [_unread(each) for each in values])
    report, problems = built(folder)
    assert (report.figures.meetings, problems) == (1, [])
    (folder / "b.docx").write_bytes(word(MINUTES + "Mødet sluttede."))
    with pytest.raises(Exception, match="could be read"):
        built(folder)


def _unread(given):
    return Survey(given, problem=Problem(given.relative, 0, "unreadable-empty")), b""


def test_files_in_archives_are_documents_like_others(folder):
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr("x/a.docx", (folder / "a.docx").read_bytes())
        archive.writestr("x/b.txt", MINUTES.replace("03-05", "04-06"))
    report, problems = built(folder)
    assert (report.figures.documents, report.figures.meetings) == (2, 2)
    assert problems == [Problem("c.zip/x/a.docx", 0, "same-file", ("a.docx",))]
    with kg.open(folder.parent / "store") as graph:
        found = graph.query("SELECT ?path WHERE { ?document sag:path ?path }")
    assert {path.value for (path,) in found} == {"a.docx", "c.zip/x/b.txt"}


def test_add_keeps_what_archives_held(folder):
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr("b.txt", MINUTES.replace("03-05", "04-06"))
    built(folder)
    (folder / "c.zip").unlink()
    (folder / "a.docx").unlink()
    (folder / "d.txt").write_text(MINUTES.replace("03-05", "05-06"))
    assert built(folder, add=True)[0].figures.meetings == 3
