"""Recommendations: who proposes, in whatever words."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vejcentret indstiller, at stien anlægges.", ["Vejcentret"]),
        # whatever the verb
        ("Vejcentret lægger op til, at stien anlægges.", ["Vejcentret"]),
        ("Det anbefales af Vejcentret, at stien anlægges.", ["Vejcentret"]),
        ("Fra Vejcentrets side foreslås, at stien anlægges.", ["Vejcentret"]),
        ("Vejcentret og BYX ønsker, at stien anlægges.", ["Vejcentret", "BYX"]),
        ("Anne Lindqvist foreslår, at stien anlægges.", ["Anne Lindqvist"]),
        # whom it is put to proposes nothing
        ("Vejcentret indstiller til Plancentret, at stien anlægges.", ["Vejcentret"]),
        ("Vejcentret indstiller over for Plancentret, at stien anlægges.", ["Vejcentret"]),
        ("Der indstilles overfor Plancentret, at stien anlægges.", []),
        ("Vejcentret har en plan for Plancentret, som foreslås.", ["Vejcentret"]),
        # nor does who is to act by what is proposed
        ("Vejcentret indstiller at Plancentret maler broen.", ["Vejcentret"]),
        ("Vejcentret indstiller planen til godkendelse. Plancentret maler broen.", ["Vejcentret"]),
        ("at Plancentret maler broen.", []),
        ("Vejcentret anmoder om Plancentrets hjælp.", ["Vejcentret"]),
        ("Vejcentret indstiller:\n\n- Plancentret maler broen.", ["Vejcentret"]),
        ("At Plancentret maler broen.", []),
        ("1. Plancentret maler broen.", []),
    ],
)
def test_who_stands_in_the_first_clause_proposes(said_by, text, expected):
    (recommendation,) = said_by(f"Indstilling\n\n{text}\n").recommendations
    assert [maker.name for maker in recommendation.makers] == expected


def test_nobody_proposes_outside_of_a_recommendation(said_by):
    findings = said_by("Sagsfremstilling\n\nVejcentret lægger op til, at stien anlægges.")
    assert findings.recommendations == ()
    assert [one.relation for one in findings.mentions if one.relation == "proposedBy"] == []


def test_a_list_on_the_caption_s_line_has_no_proposer(said_by):
    (recommendation,) = said_by("Indstilling: 1. Plancentret maler broen.\n").recommendations
    assert recommendation.makers == ()
