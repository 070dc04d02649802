"""What the corpus teaches about names."""

import pytest

from kg.learn import extended, is_empty, learn, used_in
from kg.model.finding import Findings
from kg.model.minutes import Meeting
from kg.model.record import Record
from kg.profiles import NONE, Profile
from kg.profiles.profile import Person, Unit
from kg.resolve import Hearing


def _heard(*units, roster=()):
    hearing = Hearing("Klintevig Kommune", roster=set(roster))
    for each in units:
        name, rule = each.split(":")
        hearing.hear("unit", name, rule, ("hash", 0, len(name)))
    return hearing


@pytest.mark.parametrize(
    ("mentions", "learned"),
    [
        # who recommends, and who acts as only a unit does, is a unit, whatever its name
        (["Strand og Klint:recommendation-subject"], ["Strand og Klint"]),
        (["Strand og Klint:unit-subject"], ["Strand og Klint"]),
        # a column of units may hold anything: twice is sure
        (["Strand og Klint:unit-column-only"], []),
        (["Strand og Klint:unit-column-only", "Strand og Klint:unit-column-only"], ["Strand og Klint"]),
        # a short word means too many things
        (["Drift:recommendation-subject"], []),
        (["Klintedrift:recommendation-subject"], ["Klintedrift"]),
        # what its noun gives away needs no teaching
        (["Strandcentret:unit-noun"], []),
    ],
)
def test_units_that_only_their_place_gives_away(mentions, learned):
    assert [unit.name for unit in learn(_heard(*mentions)).units] == learned


@pytest.mark.parametrize(
    ("roster", "people"),
    [
        (["Jens Moss"], [("Jens Moss", ("Jens",))]),
        # two spellings of one person
        (["Jens Moss", "Jens Ager Moss"], [("Jens Ager Moss", ("Jens",)), ("Jens Moss", ())]),
        # two people of one first name
        (["Jens Moss", "Jens Krat"], [("Jens Krat", ()), ("Jens Moss", ())]),
        # a first name that may be any word
        (["Klint Moss"], [("Klint Moss", ())]),
        (["Jens"], [("Jens", ("Jens",))]),
    ],
)
def test_people_by_first_name_where_it_is_one_person_s(roster, people):
    assert [(person.name, person.aliases) for person in learn(_heard(roster=roster)).people] == people


LEARNED = Profile(
    units=(Unit("Strand og Klint"), Unit("Havn og Vand")),
    people=(Person("Jens Moss", ("Jens",)), Person("Tora Lind", ())),
)


def _record(text):
    meeting = Meeting("minutes", None, None, None, None, None, (), (), "plain")
    return Record("a.txt", "sha", "text/plain", "", text, meeting, Findings())


@pytest.mark.parametrize(
    ("text", "units", "people"),
    [
        ("Strand og Klint følger op.", ["Strand og Klint"], []),
        ("Stranden og klinten.", [], []),
        ("Strand er ikke Klint.", [], []),
        ("Jens følger op med Tora Lind.", [], ["Jens Moss", "Tora Lind"]),
        ("Tora følger op.", [], []),  # her first name is not known to be hers alone
        ("Ingen følger op.", [], []),
    ],
)
def test_only_what_a_document_s_words_use_is_given_back(text, units, people):
    used = used_in(_record(text), LEARNED)
    assert [unit.name for unit in used.units] == units
    assert [person.name for person in used.people] == people
    assert is_empty([used]) is (not units and not people)


def test_what_a_profile_says_is_not_learned_again():
    profile = Profile(units=(Unit("Klintecentret", ("Strand og Klint",)),), people=(Person("Jens Krat", ("Jens",)),))
    known = extended(profile, LEARNED)
    assert [unit.name for unit in known.units] == ["Klintecentret", "Havn og Vand"]
    assert [person.name for person in known.people] == ["Jens Krat", "Tora Lind"]
    assert extended(NONE, LEARNED) == LEARNED


def test_what_is_learned_of_a_persons_names_comes_to_what_the_profile_says():
    profile = Profile(people=(Person("Ada Holm", ("AH",)), Person("Bo Lind", ("Bo",))))
    learned = Profile(people=(Person("Ada Holm", ("Ada",)), Person("Bodil Lund", ("Bo",))))
    assert extended(profile, learned).people == (Person("Ada Holm", ("AH", "Ada")), Person("Bo Lind", ("Bo",)))
