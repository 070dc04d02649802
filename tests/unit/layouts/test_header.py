"""What stands before the first point: whose meeting, when, where, and who was there."""

import pytest


@pytest.mark.parametrize(
    ("text", "body", "date", "kind"),
    [
        ("REFERAT Vejudvalget d. 12-03-2024\n", "Vejudvalget", "2024-03-12", "minutes"),
        ("Referat af møde i Vejudvalget den 12. marts 2024\n", "Vejudvalget", "2024-03-12", "minutes"),
        ("# Referat fra Vejudvalget tirsdag den 12. marts 2024\n", "Vejudvalget", "2024-03-12", "minutes"),
        ("Dagsorden for Vejudvalget den 12-03-2024\n", "Vejudvalget", "2024-03-12", "agenda"),
        (
            "Referat\n\nPlan- og Byggeudvalget\n\nMødedato: 12. marts 2024\n",
            "Plan- og Byggeudvalget",
            "2024-03-12",
            "minutes",
        ),
        ("Forum: Vejforum\nDato: 12-03-2024\n", "Vejforum", "2024-03-12", "minutes"),
    ],
)
def test_body_date_and_kind(meeting_of, text, body, date, kind):
    meeting = meeting_of(text + "\nPunkt 1: Cykelstier\n")
    assert (meeting.body and meeting.body.value, meeting.date, meeting.kind) == (body, date, kind)


def test_time_and_place(meeting_of):
    fields = "Mødedato Tirsdag d. 12. marts 2024 kl. 9.30\n\nMødested Lokale 4\n\n"
    meeting = meeting_of(f"REFERAT Vejudvalget d. 12-03-2024\n\n{fields}Punkt 1: Stier\n")
    assert (meeting.start_time.value, meeting.place.value) == ("09:30", "Lokale 4")


def people(meeting):
    return [(one.name.value, one.role) for one in meeting.attendance]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "Deltagere: Alma Bruun, Carl Dyhr og Eva Falk",
            [("Alma Bruun", "member"), ("Carl Dyhr", "member"), ("Eva Falk", "member")],
        ),
        # a name that wraps over a line
        (
            "Deltagere: Alma Bruun, Carl\nDyhr, Eva Falk",
            [("Alma Bruun", "member"), ("Carl Dyhr", "member"), ("Eva Falk", "member")],
        ),
        # one a line
        ("Til stede:\n- Alma Bruun\n- Carl Dyhr", [("Alma Bruun", "member"), ("Carl Dyhr", "member")]),
        # a role in brackets, a party letter
        ("Deltagere: Alma Bruun (A), Carl Dyhr (referent)", [("Alma Bruun", "member"), ("Carl Dyhr", "secretary")]),
        ("Deltagere: borgmester Alma Bruun, Carl Dyhr (afbud)", [("Alma Bruun", "member"), ("Carl Dyhr", "absentee")]),
        ("Afbud: Carl Dyhr", [("Carl Dyhr", "absentee")]),
        ("Afbud: Ingen", []),
        ("Gæster: Eva Falk\n\nReferent: Carl Dyhr", [("Eva Falk", "guest"), ("Carl Dyhr", "secretary")]),
        ("Stedfortræder: Eva Falk", [("Eva Falk", "substitute")]),
    ],
)
def test_attendance(meeting_of, lines, expected):
    meeting = meeting_of(f"REFERAT Vejudvalget d. 12-03-2024\n\n{lines}\n\nPunkt 1: Cykelstier\n")
    assert people(meeting) == expected


def test_a_missing_header_is_read_from_the_captions_of_decisions(meeting_of):
    meeting = meeting_of("Punkt 1: Cykelstier\n\nBeslutning i Vejudvalget den 12-03-2024\n\nGodkendt.\n")
    assert (meeting.body.value, meeting.date) == ("Vejudvalget", "2024-03-12")


def test_a_date_is_read_from_the_file_name_at_last(meeting_of):
    assert meeting_of("Punkt 1: Cykelstier\n", name="vej-2024-03-12.txt").date == "2024-03-12"
    assert meeting_of("Punkt 1: Cykelstier\n", name="vej-2024-13-12.txt").date is None
