"""What an agent does for an item, by the words around it."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vejcentret indstiller, at stien anlægges.", ["proposedBy"]),
        ("Sagen er indstillet af Vejcentret", ["proposedBy"]),
        ("Vejcentret har udarbejdet en plan.", ["preparedBy"]),
        ("Planen er udarbejdet af Vejcentret", ["preparedBy"]),
        ("Vejcentret arbejder videre med planen.", ["responsible"]),
        ("Vejcentret (VEX) har i samarbejde med naboer udarbejdet planen.", ["preparedBy", "mentions"]),
        ("Herefter arbejder Vejcentret videre.", ["responsible"]),
        ("Tovholder: Vejcentret", ["responsible"]),
        ("Opgaven er forankret i Vejcentret", ["responsible"]),
        ("Vejcentret ligger ved åen.", ["mentions"]),
        # those who are named together do it together
        ("Vejcentret og Plancentret arbejder videre.", ["responsible", "responsible"]),
    ],
)
def test_roles(said_by, sentence, expected):
    assert [one.relation for one in said_by(f"Sagsfremstilling\n\n{sentence}").mentions] == expected


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("Vejcentret indstiller, at stien anlægges.", ["Vejcentret"]),
        ("Administrationen indstiller, at stien anlægges.", ["Administrationen"]),
        ("Økonomi og Personale indstiller, at stien anlægges.", ["Økonomi og Personale"]),
        ("Det indstilles, at stien anlægges.", []),
    ],
)
def test_who_makes_a_recommendation(said_by, text, makers):
    (recommendation,) = said_by(f"Indstilling\n\n{text}").recommendations
    assert [maker.name for maker in recommendation.makers] == makers


def test_the_parts_of_a_recommendation(said_by):
    text = "Vejcentret indstiller,\n\n1. at stien anlægges\n2. at broen males\n"
    (recommendation,) = said_by(f"Indstilling\n\n{text}").recommendations
    assert [(part.position, part.text) for part in recommendation.parts] == [
        (1, "at stien anlægges"),
        (2, "at broen males"),
    ]
