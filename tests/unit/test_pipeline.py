"""Files into a graph: what becomes of one that changes or goes away between two looks at it."""

import hashlib

import pytest

from kg.extract import Scheme
from kg.inputs import Input
from kg.model.problem import Problem
from kg.pipeline import Given, understand_one
from kg.records import Records

TEXT = "REFERAT Vejudvalget d. 12-03-2024\n\nPunkt 1: Cykelstier\n\nBeslutning\n\nGodkendt.\n"


@pytest.fixture
def one(tmp_path):
    """One document to its record, as a build makes it of a file that was surveyed before."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    given = Given(Input("m/a.txt", str(path)), hashlib.sha256(path.read_bytes()).hexdigest(), "Klintevig Kommune")

    def understood(kept="", fingerprint="code"):
        each = Given(given.input, given.sha256, given.authority, kept=kept)
        return understand_one(each, Scheme(), tmp_path / "records", fingerprint, masked=False)

    return path, understood, Records(tmp_path / "records")


def test_a_file_as_it_was_surveyed_becomes_a_record(one):
    _, understood, records = one
    done = understood()
    assert done.problem is None
    assert records.read(done.key).text == TEXT


def test_a_file_that_is_another_by_now_is_said_to_have_changed(one):
    path, understood, _ = one
    path.write_text(TEXT.replace("Godkendt", "Udsat"), encoding="utf-8")
    done = understood()
    assert (done.key, done.problem) == ("", Problem("m/a.txt", 0, "unreadable-changed"))


@pytest.mark.parametrize("change", [lambda path: path.unlink(), lambda path: path.write_text("Noget helt andet.\n")])
def test_the_text_that_the_store_kept_serves_where_the_file_is_gone_or_another(one, change):
    path, understood, records = one
    kept = understood().key
    change(path)
    done = understood(kept=kept, fingerprint="other code")
    assert done.problem is None
    assert done.key != kept
    assert records.read(done.key).text == TEXT


def test_a_file_that_is_gone_and_of_which_nothing_is_kept_is_unreadable(one):
    path, understood, _ = one
    path.unlink()
    problem = understood().problem
    assert problem is not None
    assert problem.message.startswith("unreadable-")
    assert problem.message != "unreadable-changed"
