"""Offsets as line numbers."""

from pathlib import Path

import msgspec
import pytest

from kg.model.finding import Findings
from kg.model.minutes import Meeting
from kg.model.record import Record
from kg.places import Places
from kg.records import Records

MEETING = Meeting("minutes", None, None, None, None, None, (), (), "none")
SHA = "0123456789abcdef" * 4
IRI = f"https://example.org/id/document/{SHA[:16]}"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "records").mkdir()
    record = Record("a.txt", SHA, "text/plain", "", "én\r\nto\nøre", MEETING, Findings())
    (tmp_path / "records" / "k.record").write_bytes(msgspec.msgpack.encode(record))
    return Places(tmp_path, {"documents": [{"sha256": SHA, "keys": ["gone", "k"]}]})


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (3, 1), (4, 2), (6, 2), (7, 3), (9, 3)])
def test_the_line_of_an_offset(places: Places, offset: int, line: int) -> None:
    assert places.line(IRI, offset) == line


def test_a_document_that_is_gone_has_no_line(places: Places) -> None:
    assert places.line("https://example.org/id/document/ffffffffffffffff", 3) == 0


def test_a_place_in_a_file_with_pages_says_its_page(tmp_path):
    record = Record("a.pdf", SHA, "application/pdf", "", "Et\nTo\nTre\n", MEETING, Findings(), pages=(0, 3))
    Records(tmp_path / "records").write("k", record)
    places = Places(tmp_path, {"documents": [{"sha256": SHA, "keys": ["k"]}]})
    assert [places.page(IRI, offset) for offset in (0, 2, 3, 9)] == [1, 1, 2, 2]
    assert (places.place("da", IRI, 6), places.place("en", IRI, 6)) == ("3 (s. 2)", "3 (p. 2)")
