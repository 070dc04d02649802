"""Parties by letter and by name."""

import pytest

from kg.danish.parties import NATIONAL, party_label, party_letter


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("A", "Socialdemokratiet"),
        ("(A)", "Socialdemokratiet"),
        ("Liste A", "Socialdemokratiet"),
        ("Socialdemokraterne", "Socialdemokratiet"),
        ("SF", "Socialistisk Folkeparti"),
        ("de konservative", "Det Konservative Folkeparti"),
        # a letter that no party has is a local list's; any other name stays
        ("L", "Liste L"),
        ("Liste TF", "Liste TF"),
        ("Borgerlisten", "Borgerlisten"),
    ],
)
def test_one_name_for_each_party(written, label):
    assert party_label(written) == label


def test_an_authority_names_its_own_lists():
    own = {"L": "Lokallisten Havnby"}
    assert [party_label(name, own) for name in ("L", "(L)", "Liste L", "V")] == [*["Lokallisten Havnby"] * 3, "Venstre"]


def test_no_name_is_of_two_parties():
    names = [name.casefold() for letter, known in NATIONAL.items() for name in (letter, *known)]
    assert len(names) == len(set(names))
    assert all(party_letter(known[0]) == letter for letter, known in NATIONAL.items())
    assert party_letter("Borgerlisten") == ""
