"""The names of a day."""

import pytest

from kg.profiles.days import first_day, is_date, last_day, meant_on, of_day
from kg.profiles.profile import Body, Person, Post, Profile, Unit

TIMES = Profile(
    units=(
        Unit("Vejafdelingen", ("VA",), until="2014-06-30", renamed="Vej og Anlæg"),
        Unit("Vej og Anlæg", ("VA", "VOA"), since="2014-07-01"),
        Unit("Jobcentret", ("JC",)),
    ),
    bodies=(Body("Teknisk Udvalg", ("TU",)),),
    people=(
        Person("Ada Holm", ("AH",), posts=(Post("Borgmesteren", until="2017"), "Formanden"), until="2017"),
        Person("Bo Lind", posts=(Post("Borgmesteren", since="2018-01"),)),
    ),
)
ADA = dict.fromkeys(("Borgmesteren", "Formanden", "AH"), "Ada Holm")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2014-06-30", {"VA": "Vejafdelingen", **ADA}),
        ("2014-07-01", {"VA": "Vej og Anlæg", "VOA": "Vej og Anlæg", **ADA}),
        ("2018-01-01", {"VA": "Vej og Anlæg", "VOA": "Vej og Anlæg", "Borgmesteren": "Bo Lind"}),
        # on a day that nobody knows, only what always holds
        ("", {}),
    ],
)
def test_a_name_means_whoever_bears_it_on_the_day(day, expected):
    assert {name: each.agent for name, each in meant_on(TIMES, day).items()} == expected


def test_a_name_that_two_bear_on_one_day_means_neither():
    both = Profile(units=(Unit("Plan", ("P1",)), Unit("Park", ("P1",))))
    assert meant_on(both, "2020-01-01") == {}


def test_the_profile_of_a_day_has_the_names_of_that_day():
    before, after = of_day(TIMES, "2010-01-01"), of_day(TIMES, "2020-01-01")
    assert [unit.aliases for unit in before.units] == [("VA",), (), ("JC",)]
    assert [unit.aliases for unit in after.units] == [(), ("VA", "VOA"), ("JC",)]
    assert [person.posts for person in before.people] == [("Borgmesteren", "Formanden"), ()]
    assert [person.posts for person in after.people] == [(), ("Borgmesteren",)]
    # its own name is for every day: texts speak of the past too
    assert [unit.name for unit in after.units] == [unit.name for unit in TIMES.units]


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("2014-02", "2014-02-01", "2014-02-28"),
        ("2016-02-29", "2016-02-29", "2016-02-29"),
        ("", "", "9999"),
    ],
)
def test_a_date_may_be_a_year_a_month_or_a_day(date, first, last):
    assert (first_day(date), last_day(date)) == (first, last)


@pytest.mark.parametrize(
    ("text", "expected"), [("2014", True), ("2014-13", False), ("2014-02-31", False), ("1.2.14", False)]
)
def test_is_date(text, expected):
    assert is_date(text) is expected
