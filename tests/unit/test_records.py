"""Records on disk."""

from kg.model.finding import Amount, Findings
from kg.model.minutes import Meeting
from kg.model.problem import Problem
from kg.model.record import Record
from kg.profiles import NONE, Profile
from kg.profiles.profile import Unit
from kg.records import Records, code_fingerprint

MEETING = Meeting("minutes", None, "2031-01-05", None, None, None, (), (), "plain")
FINDINGS = Findings(amounts=(Amount(0, "4500", "4.500 kr.", "maling", 3, 12, "kr"),))
RECORD = Record(
    "mappe/a.txt", "sha", "text/plain", "Klintevig Kommune", "Æøå ☃", MEETING, FINDINGS, (), (Problem("a", 1, "x"),)
)


def test_a_record_comes_back_as_it_was(tmp_path):
    records = Records(tmp_path / "store" / "records")
    assert not records.has("one")
    records.write("one", RECORD)
    assert records.has("one")
    assert records.read("one") == RECORD
    assert [path.name for path in records.folder.iterdir()] == ["one.record"]


def test_a_key_is_a_function_of_what_the_record_is_made_of(tmp_path):
    records = Records(tmp_path)
    key = records.key("sha", "a.txt", NONE)
    assert records.key("sha", "a.txt", Profile()) == key
    others = [
        ("sha", "b.txt", NONE),
        ("sha2", "a.txt", NONE),
        ("sha", "a.txt", Profile(units=(Unit("Strandcentret"),))),
    ]
    assert len({key, *(records.key(*each) for each in others)}) == 4


def test_what_is_not_needed_any_more_goes(tmp_path):
    records = Records(tmp_path)
    for key in ("one", "two"):
        records.write(key, RECORD)
    (tmp_path / "two.4711").write_bytes(b"left by a crash")
    records.prune({"two"})
    assert [path.name for path in tmp_path.iterdir()] == ["two.record"]


def test_the_fingerprint_is_that_of_the_code():
    assert len(code_fingerprint()) == 64
