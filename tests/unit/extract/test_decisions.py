"""Decisions: whose, when, their parts, and whom they refer a case to."""

import pytest


def test_a_decision_is_the_meetings_unless_its_caption_says_otherwise(said_by):
    text = "Beslutning i Direktionen den 05-02-2024\n\nAnbefalet.\n\nBeslutning\n\nGodkendt."
    first, second = said_by(text).decisions
    assert (first.body, first.date, first.quoted) == ("Direktionen", "2024-02-05", True)
    assert (second.body, second.date, second.quoted) == ("Vejudvalget", "2024-03-12", False)
    assert second.text == "Godkendt."


def test_the_first_word_of_a_decision_counts(said_by):
    whole, parted = said_by("Beslutning\n\nUdgår.\n\nBeslutning\n\n1. Udgår.\n2. Udgår.").decisions
    assert [outcome.notation for outcome in (*whole.outcomes, *parted.outcomes)] == ["withdrawn", "withdrawn"]


def test_an_empty_decision_is_none(said_by):
    assert said_by("Beslutning\n\nBilag\n\nKort.pdf").decisions == ()


def test_a_line_about_who_was_absent_is_no_part_of_the_decision(said_by):
    (decision,) = said_by("Beslutning\n\nGodkendt.\n\nAfbud: Eva Falk").decisions
    assert decision.text == "Godkendt."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. Stien anlægges.\n2. Broen udsættes.",
            [("", "Stien anlægges.", {"decided"}), ("", "Broen udsættes.", {"postponed"})],
        ),
        ("Ad 1) Godkendt.\nAd 2) Udsat.", [("", "Godkendt.", {"approved"}), ("", "Udsat.", {"postponed"})]),
        ("a) Godkendt.\nb) Afvist.", [("", "Godkendt.", {"approved"}), ("", "Afvist.", {"rejected"})]),
        ("- Godkendt.\n- Afvist.", [("", "Godkendt.", {"approved"}), ("", "Afvist.", {"rejected"})]),
        (
            "Stien\nStien blev godkendt.\n\nBroen\nBroen blev udsat.",
            [("Stien", "Stien blev godkendt.", {"approved"}), ("Broen", "Broen blev udsat.", {"postponed"})],
        ),
        ("Godkendt.", []),
        ("- Godkendt.", []),
    ],
)
def test_parts(said_by, text, expected):
    (decision,) = said_by(f"Beslutning\n\n{text}").decisions
    parts = [(part.heading, part.text, {outcome.notation for outcome in part.outcomes}) for part in decision.parts]
    assert parts == expected
    assert [part.position for part in decision.parts] == list(range(1, len(expected) + 1))


def test_a_decision_has_the_outcomes_of_its_parts(said_by):
    (decision,) = said_by("Beslutning\n\nUdvalget drøftede sagen.\n\n1. Godkendt.\n2. Udsat.").decisions
    assert {outcome.notation for outcome in decision.outcomes} == {"discussed", "approved", "postponed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fremsendes til Vejudvalget i henhold til beslutning i Byrådets møde.", ["Vejudvalget"]),
        ("Sagen oversendes til Økonomiudvalget.", ["Økonomiudvalget"]),
        ("Forslaget skal drøftes i Chefforum.", ["Chefforum"]),
        ("Udvalget anbefaler over for Byrådet, at stien anlægges.", ["Byrådet"]),
        # Økonomiudvalget only stands there
        ("Sagen oversendes til Byrådet. Økonomiudvalget har drøftet den.", ["Byrådet"]),
        ("Godkendt. Økonomiudvalget orienteres.", []),
        ("Anbefales over for Økonomiudvalget og Byrådet.", ["Økonomiudvalget", "Byrådet"]),
        ("Indstillingen blev anbefalet over for\nByrådet.", ["Byrådet"]),
    ],
)
def test_referrals(said_by, text, expected):
    (decision,) = said_by(f"Beslutning\n\n{text}").decisions
    assert [referral.name for referral in decision.referrals] == expected


def test_a_title_in_quotes_is_no_outcome(said_by):
    (decision,) = said_by(
        "Beslutning\n\nPunkt 8 ”Sager til orientering” rykkes op. Dagsordenen blev godkendt."
    ).decisions
    assert [outcome.notation for outcome in decision.outcomes] == ["approved"]


def test_for_a_named_proposal_voted(said_by):
    text = "For flertalsindstillingen fra VU stemte 7 (A, B)\nImod stemte 2 (C)\nGodkendt."
    (decision,) = said_by(f"Beslutning\n\n{text}").decisions
    assert {vote.side: vote.count for vote in decision.votes} == {"for": 7, "against": 2}
