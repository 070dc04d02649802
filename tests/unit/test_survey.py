"""Whose minutes a document is."""

import pytest

from kg.inputs import Input
from kg.model.problem import Problem
from kg.profiles import NONE, Profile
from kg.profiles.profile import Authority
from kg.settings import Settings
from kg.survey import Survey, assign, decide, named_in, profile_of, signals_of, survey

OWN, NEIGHBOUR = "Klintevig Kommune", "Ravnsø Kommune"
EMPTY = Problem("m/a.txt", 0, "unreadable-empty")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Klintevig Kommune skal spare.", {OWN: 2}),
        ("Klintevig Kommunes budget. Klintevig Byråds møder", {OWN: 4}),
        ("Klintevig Kommune (KVK) indgår aftalen.", {OWN: 3}),
        # a neighbour is visited, compared and worked with
        ("Erfaringer fra Ravnsø Kommune", {NEIGHBOUR: 1}),
        ("Klintevig Kommune og Ravnsø Kommune", {OWN: 2, NEIGHBOUR: 1}),
        # the word before the name is no part of it
        ("Når Klintevig Kommune sparer", {OWN: 2}),
        ("Ny Klintevig Kommune", {"Ny Klintevig Kommune": 2}),
        ("Vester Klintevig Kommune", {"Vester Klintevig Kommune": 2}),
        ("Region Sjælland betaler.", {"Region Sjælland": 1}),
        ("Den Kommune, i kommunen", {}),
    ],
)
def test_named_in(text, expected):
    assert named_in(text) == expected


def _seen(path, head="", **named):
    return Survey(
        Input(path, path), "sha", tuple(sorted((f"{name} Kommune", weight) for name, weight in named.items())), head
    )


@pytest.mark.parametrize(
    ("surveys", "expected"),
    [
        # what the folder's documents name together decides, also for one that names a neighbour more often than itself
        (
            [_seen("m/a.txt", Klintevig=4), _seen("m/b.txt", Klintevig=2, Ravnsø=5), _seen("m/c.txt", Klintevig=2)],
            [OWN, OWN, OWN],
        ),
        # ... and for one that names nobody
        ([_seen("m/a.txt", Klintevig=4), _seen("m/b.txt")], [OWN, OWN]),
        # a document whose own words are strong is its own authority's, in whatever folder
        (
            [_seen("m/a.txt", Klintevig=9), _seen("m/b.txt", Klintevig=1, Ravnsø=8), _seen("m/c.txt", Klintevig=9)],
            [OWN, NEIGHBOUR, OWN],
        ),
        # so is one whose head names it
        ([_seen("m/a.txt", Klintevig=9), _seen("m/b.txt", NEIGHBOUR, Klintevig=1, Ravnsø=2)], [OWN, NEIGHBOUR]),
        ([_seen("m/a.txt", Klintevig=9), _seen("m/b.txt", NEIGHBOUR, Klintevig=3, Ravnsø=2)], [OWN, OWN]),
        # one document alone does not decide, however often it names a neighbour
        (
            [
                _seen("m/a.txt", Ravnsø=50),
                _seen("m/b.txt", Klintevig=3),
                _seen("m/c.txt", Klintevig=3),
                _seen("m/d.txt"),
            ],
            [NEIGHBOUR, OWN, OWN, OWN],
        ),
        # folders are told apart
        (
            [_seen("k/a.txt", Klintevig=4), _seen("r/b.txt", Ravnsø=4), _seen("r/c.txt", Klintevig=2, Ravnsø=2)],
            [OWN, NEIGHBOUR, NEIGHBOUR],
        ),
        # a folder that names nobody is like most others; one mention is none
        ([_seen("k/a.txt", Klintevig=4), _seen("r/b.txt", Ravnsø=1)], [OWN, OWN]),
        ([_seen("k/a.txt", Klintevig=4), _seen("r/b.txt", Ravnsø=4), _seen("x/c.txt")], [OWN, NEIGHBOUR, ""]),
        ([_seen("m/a.txt")], [""]),
        # one mention in a head is enough for those beside it, where nobody else is named anywhere
        ([_seen("m/a.txt", OWN, Klintevig=1), _seen("m/b.txt")], [OWN, OWN]),
        ([_seen("m/a.txt", OWN, Klintevig=1), _seen("x/b.txt")], [OWN, ""]),
        ([_seen("m/a.txt", OWN, Klintevig=1), _seen("m/b.txt"), _seen("x/c.txt", Ravnsø=1)], [OWN, "", ""]),
        ([_seen("m/a.txt", Klintevig=1), _seen("m/b.txt")], ["", ""]),
        # what cannot be read is nobody's
        ([Survey(Input("m/a.txt", "m/a.txt"), problem=EMPTY), _seen("m/b.txt", Klintevig=4)], [None, OWN]),
    ],
)
def test_decide(surveys, expected):
    found = decide(surveys)
    assert [found.get(each.input) for each in surveys] == expected
    assert decide(surveys[::-1]) == found


PROFILE = Profile(authority=Authority(OWN, signals=("Klintevig", "klintevig.example")))


def test_signals_of_a_profile_count_for_its_authority(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Klintevig sparer. Se klintevig.example. Erfaringer fra Ravnsø Kommune.", encoding="utf-8")
    given = Input("a.txt", str(path))
    without, with_signals = survey(given, ()), survey(given, signals_of([PROFILE, NONE]))
    assert without.named == ((NEIGHBOUR, 1),)
    assert with_signals.named == ((OWN, 2), (NEIGHBOUR, 1))
    assert decide([with_signals]) == {given: OWN}


def test_the_head_is_what_its_first_lines_name(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Ravnsø Kommune\n\nReferat\n" + "Klintevig Kommune sparer.\n" * 40, encoding="utf-8")
    assert survey(Input("a.txt", str(path)), ()).head == OWN
    path.write_text("Ravnsø Kommune\n\nReferat\n" + " " * 400 + "Klintevig Kommune sparer.\n" * 40, encoding="utf-8")
    assert survey(Input("a.txt", str(path)), ()).head == NEIGHBOUR


def test_a_file_that_cannot_be_read_is_said(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    assert survey(Input("m/a.txt", str(path)), ()).problem == EMPTY


@pytest.mark.parametrize(
    ("forced", "found", "expected"),
    [
        (None, OWN, (OWN, PROFILE)),
        (None, NEIGHBOUR, (NEIGHBOUR, NONE)),
        # a profile that is given for all is right about all
        (PROFILE, NEIGHBOUR, (OWN, PROFILE)),
        (PROFILE, "", (OWN, PROFILE)),
        # ... where it names an authority
        (NONE, NEIGHBOUR, (NEIGHBOUR, NONE)),
    ],
)
def test_assign(forced, found, expected):
    assert assign(found, Settings(profiles=(PROFILE,), forced=forced)) == expected


def test_the_profile_of_an_authority():
    assert profile_of(OWN, [NONE, PROFILE]) is PROFILE
    assert profile_of(NEIGHBOUR, [PROFILE]) is NONE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an authority that exists has its official name, however it is spelt
        ("Århus Kommune bygger.", {"Aarhus Kommune": 2}),
        ("Bornholms Regionskommune", {"Bornholms Regionskommune": 2}),
        ("Borgmester Odense Kommune", {"Odense Kommune": 2}),
        # ... and other words that name it
        ("Mødet er på Odense Rådhus, se www.odense.dk.", {"Odense Kommune": 2}),
    ],
)
def test_authorities_that_exist_are_known(text, expected):
    assert named_in(text) == expected


@pytest.mark.parametrize(
    ("folder", "name", "text", "expected"),
    [
        # where the text names nobody, the path may
        ("minutes", "odense-byraad-2031.txt", "Referat", "Odense Kommune"),
        ("viborg", "a.txt", "Referat", "Viborg Kommune"),
        # what the text names often is surer
        ("minutes", "odense-rejse.txt", "Klintevig Kommune og Klintevig Byråd. " * 5, OWN),
        ("minutes", "a.txt", "Referat", ""),
    ],
)
def test_a_path_is_a_weak_signal(tmp_path, folder, name, text, expected):
    (tmp_path / folder).mkdir()
    path = tmp_path / folder / name
    path.write_text(text, encoding="utf-8")
    given = Input(name, str(path))
    assert decide([survey(given, ())]) == {given: expected}


def test_documents_of_several_authorities_in_one_folder_go_by_their_names(tmp_path):
    names = ("odense-1.txt", "odense-2.txt", "viborg-1.txt")
    for name in names:
        (tmp_path / name).write_text(f"Referat {name}", encoding="utf-8")
    given = [Input(name, str(tmp_path / name)) for name in names]
    assert list(decide([survey(each, ()) for each in given]).values()) == [
        "Odense Kommune",
        "Odense Kommune",
        "Viborg Kommune",
    ]


def test_a_profile_is_found_by_every_name_of_its_authority():
    other = Profile(authority=Authority("Klintevig Kommune", aliases=("Gammel Klintevig Kommune",)))
    assert profile_of("Gammel Klintevig Kommune", [other]) is other
    assert assign("Gammel Klintevig Kommune", Settings(profiles=(other,))) == (OWN, other)
    assert signals_of([other]) == (("Gammel Klintevig Kommune", OWN),)
    assert profile_of("", [other]) is NONE
    spelt = Profile(authority=Authority("Århus Kommune"))
    assert profile_of("Aarhus Kommune", [spelt]) is spelt


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        # a region's committee visits a municipality
        ("Dagsorden\nmøde i Udvalg for regional udvikling\nden 3. maj 2023\ni Odense Kommune, Rådhuset\n", ""),
        ("Regionsrådet 24-11-2020\n\n1. Grusgrav i Odense Kommune\n", ""),
        # a municipality that hears from a region
        ("Byrådet\n\n1. Svar fra Regionsrådet\n", "Odense Kommune"),
    ],
)
def test_a_region_is_not_the_municipality_that_it_speaks_of(tmp_path, head, expected):
    path = tmp_path / "referat.txt"
    path.write_text(f"{head}\nStien ligger i Odense Kommune. Odense Kommune er hørt.\n", encoding="utf-8")
    given = Input(path.name, str(path))
    assert decide([survey(given, ())]) == {given: expected}
