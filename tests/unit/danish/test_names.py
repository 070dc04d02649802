"""Names of people: shape, initials, genitive."""

import pytest

from kg.danish.names import COMMON_FIRST_NAMES, initials, is_person_name, strip_genitive


def test_the_list_of_first_names_is_a_sorted_file_of_names() -> None:
    assert {"Anne", "Jens", "Søren", "Ole"} <= COMMON_FIRST_NAMES
    assert 300 < len(COMMON_FIRST_NAMES) < 1000
    assert all(name[0].isupper() and name.isalpha() for name in COMMON_FIRST_NAMES)


@pytest.mark.parametrize(
    "name",
    [
        "Anna Bodil Carlsen",
        "Anne-Mie Holm",
        "Karl von Ahlen",
        "Ole S. Bang",
        "Ole B",
        "Birte O'Brien",
        "Åse Ærenlund",
        "S. P. Holm",
    ],
)
def test_names_of_people(name: str) -> None:
    assert is_person_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "Ole", "ole bang", "IT-Centret", "Nordby Kommune", "Børne Udvalget", "BESLUTNING DIREKTIONEN",
        "Status på sagen",
        "Borgmester Ole Bang", "Tirsdag Aften", "Øvrige Sager", "Anna og Bodil", "Punkt 3",
        "Anna Bodil Carla Dorthe Else Frida",
        "von Ahlen", "", "Ny Skole", "Ole (formand)", "Dansk Industri",
    ],
)  # fmt: skip
def test_no_names_of_people(text: str) -> None:
    assert not is_person_name(text)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna Bodil Carlsen", ("ABC", "AC", "AB")),
        ("Anne-Mie Holm", ("AMH", "AH", "AM")),
        ("Ole Bang", ("OB",)),
        ("Karl von Ahlen", ("KA",)),
        ("Åse Ø. Lund", ("ÅØL", "ÅL", "ÅØ")),
        ("Ole", ()),
        ("", ()),
    ],
)
def test_initials(name: str, expected: tuple[str, ...]) -> None:
    assert initials(name) == expected


@pytest.mark.parametrize(
    ("genitive", "name"),
    [
        ("IT-Centrets", "IT-Centret"),
        ("ABC's", "ABC"),
        ("ABCs", "ABC"),
        ("Kommunes", "Kommune"),
        ("Nordby Kommunes", "Nordby Kommune"),
        ("Direktionens", "Direktionen"),
        ("Kulturudvalgets", "Kulturudvalget"),
        ("Lones", "Lone"),
        ("Ole Hansens", "Ole Hansen"),
        ("Jens'", "Jens"),
        ("Jens’", "Jens"),
        ("Borgmesterens", "Borgmesteren"),
    ],
)
def test_genitives(genitive: str, name: str) -> None:
    assert strip_genitive(genitive) == name


@pytest.mark.parametrize(
    "name",
    ["Jens", "Hans", "Ole Mads", "Aarhus", "Horsens", "Politis", "Danmarks", "IT-Centret", "Centre", "", "s", "MUS"],
)
def test_what_may_be_no_genitive_stays(name: str) -> None:
    assert strip_genitive(name) == name
