"""A profile's file: what it may hold, and the one sentence that says what is wrong with it."""

import pytest

from kg.errors import UsageError
from kg.profiles import load, shipped
from kg.profiles.load import line_of, read_profile
from kg.profiles.profile import Party, Person, Post, Unit

WHOLE = """
case_numbers = ['KV \\d{4}']

[authority]
name = "Klintevig Kommune"
aliases = ["KVK"]

[[units]]
name = "Vejafdelingen"
aliases = ["VA"]
from = 2010-01-01
to = "2014-06"
renamed = "Vej og Anlæg"

[[people]]
name = "Ada Holm"
posts = ["Formanden", { title = "Borgmesteren", from = "2018", to = "2021" }]
party = "Q"

[[parties]]
letter = "Q"
name = "Klintevig Listen"

[captions]
recommendation = ["det foreslår vi"]
"""


def test_a_whole_profile():
    profile = read_profile(WHOLE.encode(), "k.toml")
    assert profile.units == (
        Unit("Vejafdelingen", ("VA",), since="2010-01-01", until="2014-06", renamed="Vej og Anlæg"),
    )
    assert profile.people == (Person("Ada Holm", posts=("Formanden", Post("Borgmesteren", "2018", "2021")), party="Q"),)
    assert profile.parties == (Party("Klintevig Listen", "Q"),)
    assert profile.party_names == {"Q": "Klintevig Listen", "Klintevig Listen": "Klintevig Listen"}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[[units]]\nname = "A"\n\n[[units]]\nname = "B"\nalias = ["C"]', 6, "there is no field “alias”"),
        ("[[units]]\n\n[[units]]\nname = 7", 1, "the field “name” is missing"),
        ('[[units]]\nname = "A"\naliases = "B"', 3, "expected array here, not str"),
        ('[[units]]\nname = ""', 2, "a name is empty"),
        ('[[units]]\nname = "A"\nfrom = "1. maj 2014"', 3, "“1. maj 2014” is no date"),
        ('[[bodies]]\nname = "A"\nfrom = "2015"\nto = "2014"', 4, "it ends (2014) before it begins (2015)"),
        ('[[people]]\nname = "A"\nposts = [{title = "B", to = "2014-02-30"}]', 3, "“2014-02-30” is no date"),
        ('[[parties]]\nname = "A"\nletter = "ABC"', 3, "“ABC” is no letter of a party"),
        ("case_numbers = ['(']", 1, "“(” is no regular expression"),
        ('[authority]\nname = "A"\nname = "B"', 3, "it is not TOML"),
        ("x = " + "[" * 2000, 1, "it is not TOML"),
    ],
)
def test_a_fault_is_said_in_one_sentence_with_its_line(text, line, said):
    with pytest.raises(UsageError) as error:
        read_profile(text.encode(), "k.toml")
    for language in ("en", "da"):
        sentence = error.value.said(language)
        assert "\n" not in sentence
        assert sentence.startswith(f"k.toml, {'line' if language == 'en' else 'linje'} {line}: ")
    assert said in error.value.said("en")


@pytest.mark.parametrize(("data", "said"), [(b"\xff\xfe", "UTF-8"), (b" " * 4_000_001, "too large")])
def test_bytes_that_are_no_profile(data, said):
    with pytest.raises(UsageError, match=said):
        read_profile(data, "k.toml")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path / "none.toml")


def test_the_line_of_a_key():
    text = '[captions]\na = 1\n\n[[units]]\nname = "x"\n[[units]]\n  aliases = []'
    assert line_of(text, "units", 2, "aliases") == 7
    assert line_of(text, "units", 2, "name") == 6
    assert line_of(text, "captions", 0, "a") == 2
    assert line_of(text, "people", 1, "name") == 0


def test_the_shipped_profiles_are_profiles():
    assert [profile.authority.name for profile in shipped() if profile.authority]
