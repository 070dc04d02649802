"""Decisions in free text: minutes of boards and networks, whose points have no captions."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Referatet blev godkendt.\n", [("decision", "Referatet blev godkendt.")]),
        ("Bilag 1.\n\nGodkendt og underskrevet\n", [("lead", "Bilag 1."), ("decision", "Godkendt og underskrevet")]),
        ("Vejen er smal.\n\nBestyrelsen besluttede at udvide den.\nAlma Bruun følger op.\n",
         [("lead", "Vejen er smal."), ("decision", "Bestyrelsen besluttede at udvide den. Alma Bruun følger op.")]),
        ("Det blev aftalt, at Carl Dyhr spørger naboerne.\n",
         [("decision", "Det blev aftalt, at Carl Dyhr spørger naboerne.")]),
        ("Taget til efterretning.\n\nAfbud: Carl Dyhr\n",
         [("decision", "Taget til efterretning."), ("absence", "Carl Dyhr")]),
        # what is to be decided, was decided before, or is only told
        ("Regnskabet skal godkendes af nævnet.\n", [("lead", "Regnskabet skal godkendes af nævnet.")]),
        ("Bestyrelsen drøftede på sidste møde stien.\n", [("lead", "Bestyrelsen drøftede på sidste møde stien.")]),
        ("Godkendt af nævnet i maj.\n", [("lead", "Godkendt af nævnet i maj.")]),
        ("Alma Bruun orienterede om stien.\n", [("lead", "Alma Bruun orienterede om stien.")]),
    ],
)  # fmt: skip
def test_a_paragraph_that_decides_begins_the_decision(sections_of, text, expected):
    assert sections_of(text) == expected


def test_where_any_point_has_the_caption_free_text_decides_nothing(items_of):
    first, second = items_of("Punkt 1: Stier\n\nGodkendt.\n\nPunkt 2: Broer\n\nBeslutning\n\nUdsat.\n")
    assert [section.kind for item in (first, second) for section in item.sections] == ["lead", "decision"]


def test_an_agenda_decides_nothing(meeting_of):
    meeting = meeting_of("DAGSORDEN Vejudvalget d. 12-03-2024\n\nPunkt 1: Stier\n\nBestyrelsen besluttede stien.\n")
    assert [section.kind for item in meeting.items for section in item.sections] == ["lead"]


def test_a_closed_point_stays_closed(items_of):
    (closed,) = items_of("Punkt 1: Stier (Lukket)\n\nGodkendt.\n")
    assert closed.closed
    assert not closed.sections
