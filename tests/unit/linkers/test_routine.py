"""Which titles are routine."""

import pytest

from kg.linkers.routine import bare, routine


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Økonomiopfølgning", "økonomiopfølgning"),
        ("Økonomiopfølgning 05-01-2031", "økonomiopfølgning"),
        ("Økonomiopfølgning 2. kvartal 2031", "økonomiopfølgning"),
        ("Økonomifølgning", "økonomiopfølgning"),  # damaged
        ("HUSKELISTE - 5. januar", "huskeliste"),
        ("Eventuelt.", "eventuelt"),
        ("Ny lystbådehavn", ""),
        ("Økonomiopfølgning på lystbådehavnen", ""),
        ("Eventyr", ""),
    ],
)
def test_routine(title, expected):
    assert routine(title) == expected


def test_a_bare_title_is_the_same_from_meeting_to_meeting():
    assert bare("Møder, 3. april 2031 (1/4)") == bare("Møder 17. juni 2032 (2/4)") == "møder"
