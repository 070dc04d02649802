"""What is closed (*lukket*) stays closed, whatever the format: of its body nothing is in what a build keeps."""

import re
from pathlib import Path

import msgspec
import pytest

from kg.inputs import Input
from kg.settings import Settings
from kg.stages import understand_alone

FORMATS = Path(__file__).parents[2] / "minutes" / "formats"
SECRETS = {
    "hammelby-byraad-2024-03-19.json": ("Købsprisen", "Vurdering af ejendommen"),
    "hammelby-teknik-2025-05-14.html": ("90.000", "Tilbuddet"),
    "hammelby-social-2013-06-04.edoc.xml": ("Klagen", "afvist"),
    "hammelby-it-2014-02-12.sbsys.xml": ("40.000", "Prisen"),
}


@pytest.mark.parametrize("name", SECRETS)
def test_nothing_of_a_closed_point_is_kept(name):
    record = understand_alone(Input(name, str(FORMATS / name)), Settings())
    assert [item.closed for item in record.meeting.items].count(True) == 1
    kept = msgspec.json.encode(record).decode()
    assert not [secret for secret in SECRETS[name] if secret in kept]
    assert re.search(r"Lukket|Klagesag|leverandør", kept)


@pytest.mark.parametrize("path", sorted(FORMATS.iterdir()), ids=lambda path: path.name)
def test_what_the_meeting_says_stands_in_the_text(path):
    record = understand_alone(Input(path.name, str(path)), Settings())
    meeting = record.meeting
    assert record.text[meeting.body.start : meeting.body.end] == meeting.body.value
    for item in meeting.items:
        for text in (item.title, *([item.case] if item.case else []), *item.attachments):
            assert record.text[text.start : text.end] == text.value
