"""What stands beside a decision: absence, votes, remarks. None of it is the outcome."""

import pytest


def _outcomes(decision):
    return {outcome.notation for outcome in decision.outcomes}


@pytest.mark.parametrize(
    ("line"),
    [
        "Afbud: Eva Falk (A), Per Lund (V)",
        "Afbud fra Eva Falk",
        "Fraværende: Eva Falk",
        "Ikke til stede: Eva Falk",
        "Eva Falk deltog ikke i behandlingen af sagen.",
        "Eva Falk (A) og Per Lund (V) var fraværende.",
        "Per Lund (V) var inhabil og deltog ikke i behandlingen.",
        "Per Lund var forhindret i at deltage i udvalgets behandling af sagen.",
        "Per Lund erklærede sig inhabil og forlod lokalet.",
        "Som stedfortræder for Eva Falk deltog Ole Bang.",
        "Følgende deltog ikke i behandlingen af punktet:",
        "Følgende deltog ikke i behandlingen af punktet:\nEva Falk (A)\nPer Lund (V)",
        "Afbud:\nEva Falk, Per Lund",
        "Fraværende:\n\nEva Falk\nPer Lund",
        "Ikke til stede under punktet: Eva Falk.",
        "Eva Falk (V) fraværende.",
        "I stedet for Eva Falk deltog Per Lund.",
        "Afbud fra Eva Falk. Per Lund deltog i stedet for Eva Falk.",
        "Eva Falk deltog under pkt. 1-2 og delvis under pkt. 3.",
        "Der var ingen afbud til mødet.",
        "Følgende udeblev uden afbud: Eva Falk og Per Lund.",
        "Eva Falk udeblev uden afbud.",
        "Eva Falk (A), 1. næstformand og Per Lund (V), formand deltog ikke i Vejrådets behandling af sagen.",
    ],
)
def test_who_was_absent_is_no_part_of_a_decision(said_by, line):
    (decision,) = said_by(f"Beslutning\n\nBroen males ikke.\n\n{line}\n").decisions
    assert decision.text == "Broen males ikke."
    assert said_by(f"Beslutning\n\n{line}\n").decisions == ()


@pytest.mark.parametrize(
    "line",
    [
        "Fraværende:",
        "Fraværende: Eva Falk (A)",
        "Afbud fra: Eva Falk",
        "Afbud fra Eva Falk stedfortræder Per Lund\n\nAfbud fra Bo Lund",
        "Ikke til stede: Eva Falk, Per Lund",
        "Eva Falk (A) var fraværende.",
        "Afbud:\nEva Falk\nPer Lund",
    ],
)
def test_who_was_absent_at_the_head_is_no_part_of_a_decision(said_by, line):
    (decision,) = said_by(f"Beslutning\n\n{line}\n\nGodkendt.\n").decisions
    assert (decision.text, _outcomes(decision)) == ("Godkendt.", {"approved"})


@pytest.mark.parametrize("text", ["Fraværende elever indberettes.", "Afbud koster 50 kr.", "Udvalget deltog ikke."])
def test_words_of_absence_in_a_decision_of_their_own(said_by, text):
    (decision,) = said_by(f"Beslutning\n\n{text}\n").decisions
    assert decision.text == text


@pytest.mark.parametrize(
    ("text", "outcomes", "votes"),
    [
        ("Vedtaget med 43 stemmer imod 7.", "approved", {"for": (43, []), "against": (7, [])}),
        ("Vedtaget med 6 stemmer (A, F) mod 3 (V).", "approved", {"for": (6, ["A", "F"]), "against": (3, ["V"])}),
        ("Vedtaget med stemmerne 4-1.", "approved", {"for": (4, []), "against": (1, [])}),
        ("Forslaget blev forkastet med 15 stemmer mod 10.", "rejected", {"for": (10, []), "against": (15, [])}),
        (
            "Godkendt. For stemte A, B og C. Imod stemte (V), (O).",
            "approved",
            {"for": (-1, ["A", "B", "C"]), "against": (-1, ["V", "O"])},
        ),
        (
            "For: 12 (A, F, V). Imod: 3 (Ø). Undlod: 1",
            "approved",
            {"for": (12, ["A", "F", "V"]), "against": (3, ["Ø"]), "abstained": (1, [])},
        ),
        (
            "Et flertal (8 medlemmer: A, V) stemte for. Et mindretal (Ø) stemte imod.",
            "approved",
            {"for": (8, ["A", "V"]), "against": (-1, ["Ø"])},
        ),
        (
            "Afstemning: For stemte: A og B. Imod stemte: O.\nIndstillingen er dermed vedtaget.",
            "approved",
            {"for": (-1, ["A", "B"]), "against": (-1, ["O"])},
        ),
        ("Indstillingen godkendt. Venstre undlod at stemme.", "approved", {"abstained": (-1, ["Venstre"])}),
        (
            "Et flertal tiltrådte indstillingen. Eva Falk kunne ikke tiltræde indstillingen.",
            "approved",
            {"against": (-1, ["Eva Falk"])},
        ),
        ("Udvalget kunne ikke tiltræde indstillingen.", "rejected", {}),
        (
            "For stemte Eva Falk (A), Per Lund (V) og Ole Bang. Ingen stemte imod. Godkendt.",
            "approved",
            {"for": (-1, ["Eva Falk", "Per Lund", "Ole Bang"]), "against": (0, [])},
        ),
        ("Enstemmigt godkendt.", "approved", {"against": (0, [])}),
        ("Forslaget blev vedtaget. For stemte 13.", "approved", {"for": (13, [])}),
        (
            "Byrådet godkender. Lasse P. N. Olsen kan ikke godkende.",
            "approved",
            {"against": (-1, ["Lasse P. N. Olsen"])},
        ),
        ("Godkendt, idet Dansk Folkeparti stemte imod.", "approved", {"against": (-1, ["Dansk Folkeparti"])}),
        ("Tiltrådt, dog stemte Enhedslisten imod.", "approved", {"against": (-1, ["Enhedslisten"])}),
        ("Tiltrådt med undtagelse af V, der stemte imod.", "approved", {"against": (-1, ["V"])}),
        (
            "Et flertal bestående af Venstre (5) og SF (2) godkender indstillingen. Enhedslisten (1) stemmer imod.",
            "approved",
            {"for": (7, ["Venstre", "SF"]), "against": (1, ["Enhedslisten"])},
        ),
        (
            "Tiltrådt af et flertal (A, V). Imod stemte O.",
            "approved",
            {"for": (-1, ["A", "V"]), "against": (-1, ["O"])},
        ),
        (
            "Vedtaget med 15 stemmer for, 3 imod og 2 undlod at stemme.",
            "approved",
            {"for": (15, []), "against": (3, []), "abstained": (2, [])},
        ),
        (
            "Udvalget indstiller med 5 stemmer for (A, F) og 2 imod (V) til Byrådet, at planen godkendes.",
            "recommended",
            {"for": (5, ["A", "F"]), "against": (2, ["V"])},
        ),
        (
            "Mindretallet (Ø) indstiller, at sagen afvises.\nFlertallet (A, V) indstiller, at sagen godkendes.",
            "recommended",
            {"against": (-1, ["Ø"]), "for": (-1, ["A", "V"])},
        ),
        (
            "Det af Ø stillede ændringsforslag blev forkastet med 30 stemmer imod 21.\nIndstillingen blev godkendt.",
            "approved",
            {},
        ),
        ("Ændringsforslaget blev forkastet med 30 stemmer imod 21.", "rejected", {}),
        (
            (
                "Venstre stillede følgende ændringsforslag:\n\nBroen males.\n\nTo medlemmer stemte for.\n\n\n\n"
                "Ændringsforslaget blev forkastet."
            ),
            "rejected",
            {"for": (2, [])},
        ),
        # a ballot on an amendment is not the one on the decision
        (
            "Et ændringsforslag fra V fik 2 stemmer for og 9 imod. Indstillingen vedtaget med 9 stemmer mod 2.",
            "approved",
            {"for": (9, []), "against": (2, [])},
        ),
        ("Godkendt for 2024.", "approved", {}),
        (
            (
                "Venstre stillede følgende ændringsforslag:\n\nSagen udsættes.\n\nTo medlemmer (V og O) stemte for. "
                "7 medlemmer stemte imod.\n\nÆndringsforslaget faldt.\n\nIndstillingen blev godkendt."
            ),
            "approved",
            {},
        ),
        (
            (
                "Ændringsforslaget blev forkastet.\nFor stemte O.\nImod stemte A og V.\n\n"
                "Indstillingen blev godkendt.\nImod stemte Ø."
            ),
            "approved",
            {"against": (-1, ["Ø"])},
        ),
        (
            "Ændringsforslaget faldt, og indstillingen blev vedtaget. For stemte A. Imod stemte V.",
            "approved rejected",
            {"for": (-1, ["A"]), "against": (-1, ["V"])},
        ),
        # the agenda is no person who puts something on record
        ("Dagsordenen blev godkendt, og brevet optages som protokolbemærkning.", "approved", {}),
    ],
)
def test_how_members_voted(said_by, text, outcomes, votes):
    (decision,) = said_by(f"Beslutning\n\n{text}\n").decisions
    assert _outcomes(decision) == set(outcomes.split())
    assert {vote.side: (vote.count, [each.name for each in vote.voters]) for vote in decision.votes} == votes


@pytest.mark.parametrize(
    ("text", "outcomes", "remark", "by"),
    [
        (
            "Vedtaget. Liste A ønskede tilført protokollen, at broen burde være udsat.",
            "approved",
            "Liste A ønskede tilført protokollen, at broen burde være udsat.",
            ["Liste A"],
        ),
        (
            "Godkendt.\n\nProtokolbemærkning fra SF: Sagen burde være afvist.\nDen er dyr.",
            "approved",
            "Protokolbemærkning fra SF: Sagen burde være afvist. Den er dyr.",
            ["SF"],
        ),
        (
            'Godkendt.\nMindretalsudtalelse: "Enhedslisten kan ikke godkende planen. Den er dyr."',
            "approved",
            'Mindretalsudtalelse: "Enhedslisten kan ikke godkende planen. Den er dyr."',
            [],
        ),
        (
            "Taget til efterretning. Eva Falk (Ø) bemærkede til protokollen, at sagen blev afvist i maj.",
            "noted",
            "Eva Falk (Ø) bemærkede til protokollen, at sagen blev afvist i maj.",
            ["Eva Falk"],
        ),
        (
            "Anbefales, idet Ø og F tager forbehold for sagen.",
            "recommended",
            "Ø og F tager forbehold for sagen",
            ["Ø", "F"],
        ),
        (
            'Venstres byrådsgruppe ønskede følgende ført til referat: "Vi er imod."\n\nUdsat.',
            "postponed",
            'Venstres byrådsgruppe ønskede følgende ført til referat: "Vi er imod."',
            ["Venstre"],
        ),
        (
            "Godkendt. Venstre tog forbehold vedrørende trafikken.",
            "approved",
            "Venstre tog forbehold vedrørende trafikken.",
            ["Venstre"],
        ),
    ],
)
def test_what_was_put_on_record(said_by, text, outcomes, remark, by):
    (decision,) = said_by(f"Beslutning\n\n{text}\n").decisions
    assert _outcomes(decision) == {outcomes}
    assert [(each.text, [who.name for who in each.by]) for each in decision.remarks] == [(remark, by)]


def test_parts_are_those_of_the_decision_not_of_the_ballot(said_by):
    (decision,) = said_by("Beslutning\n\nGodkendt.\n\n- For: A, B\n- Imod: C\n").decisions
    assert decision.parts == ()
    assert [vote.side for vote in decision.votes] == ["for", "against"]
