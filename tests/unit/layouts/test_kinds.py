"""What a document is, by what it holds: minutes, an agenda, minutes in one piece, or no meeting at all."""

import pytest

from kg.layouts import parse
from kg.model.source import Source

PROPOSED = "Punkt 1: Cykelstier\n\nIndstilling\n\nAt stien anlægges.\n\nBeslutning\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"REFERAT Vejudvalget d. 12-03-2024\n\n{PROPOSED}Godkendt.\n", "minutes"),
        # an agenda without decisions is one, whatever it is called; with them it is minutes
        (f"REFERAT Vejudvalget d. 12-03-2024\n\n{PROPOSED}", "agenda"),
        (f"Dagsorden for Vejudvalget den 12-03-2024\n\n{PROPOSED}", "agenda"),
        (f"Dagsorden for Vejudvalget den 12-03-2024\n\n{PROPOSED}Godkendt.\n", "minutes"),
        # a decision of another day is only quoted
        (
            f"REFERAT Vejudvalget d. 12-03-2024\n\n{PROPOSED}Beslutning i Vejudvalget den 05-02-2024\n\nUdsat.\n",
            "agenda",
        ),
        # points in free text have no decision to miss
        ("Referat fra Vejforum 12-03-2024\n\n1. Nyt\nVejen er åben.\n\n2. Eventuelt\nIntet.\n", "minutes"),
    ],
)
def test_minutes_or_agenda(meeting_of, text, expected):
    assert meeting_of(text).kind == expected


@pytest.mark.parametrize(
    "text",
    [
        "Notat om cykelstier\n\n12-03-2024\n\nTil Vejudvalget\n\nVejen er smal.\n",
        "Bilag 1: Budget\n\nVejudvalget\n\nDato: 12-03-2024\n\n| Vej | 2024 |\n|---|---|\n| Åvej | 300 |\n",
        "Rapport\n\n1. Indledning\n\nVejen er smal.\n\n2. Metode\n\nVi målte.\n",
    ],
)
def test_an_attachment_is_no_meeting(text):
    meeting, _ = parse(Source("bilag-2024-03-12.txt", "0", "text/plain", text))
    assert meeting.date is None or meeting.body is None


def test_minutes_without_points_are_one_piece_that_can_be_searched():
    text = (
        "Referat af møde i Vejudvalget den 12. marts 2024\n\nTil stede: Alma Bruun\n\nVejen er smal.\nStien anlægges.\n"
    )
    meeting, problems = parse(Source("a.txt", "0", "text/plain", text))
    (item,) = meeting.items
    assert (meeting.body.value, meeting.date) == ("Vejudvalget", "2024-03-12")
    assert text[item.start : item.end] == text.strip()
    assert [problem.message for problem in problems] == ["no-points"]


def test_every_way_of_numbering_is_weighed(meeting_of):
    meeting = meeting_of("REFERAT Vejudvalget d. 12-03-2024\n\nPunkt 1: Stier\n\n1. At stien\n\nPunkt 2: Broer\n")
    assert (meeting.layout, meeting.header) == ("punkt", "title")
    best = max(meeting.fits, key=lambda fit: fit.worth)
    assert (best.layout, best.points) == ("punkt", 2)


def test_who_is_absent_throughout_is_absent_from_the_meeting(meeting_of):
    points = "".join(f"Punkt {n}: Sti {n}\n\nBeslutning\n\nGodkendt.\n\nAfbud: Eva Falk (A)\n\n" for n in (1, 2, 3))
    meeting = meeting_of(f"REFERAT Vejudvalget d. 12-03-2024\n\n{points}")
    assert [(one.name.value, one.role, one.party) for one in meeting.attendance] == [("Eva Falk", "absentee", "A")]
