"""An abbreviation whose letters do not stand at word heads, explained by the items in which it is named."""

from kg.model.entity import Name
from kg.resolve import Hearing, Verdicts, resolve


def heard(names: list[tuple[str, str, str, list[int]]]) -> Hearing:
    hearing = Hearing("Prøveby Kommune")
    for kind, name, rule, items in names:
        for item in items:
            hearing.hear(kind, name, rule, ("0" * 64, item, item + 1))
            hearing.note(kind, name, item)
    return hearing


def test_an_abbreviation_joins_the_one_unit_that_has_its_letters_and_shares_its_items() -> None:
    hearing = heard(
        [
            ("unit", "Affaldsafdelingen", "unit-noun", [1, 2, 3]),
            ("abbreviation", "AFN", "abbreviation-column", [2, 3]),
        ]
    )
    found = resolve([hearing], {}, Verdicts())
    entity = found.entities[found.of[Name("Prøveby Kommune", "abbreviation", "AFN")]]
    assert entity.label == "Affaldsafdelingen"
    assert [(reason.rule, reason.score) for reason in entity.reasons] == [("shared-contexts", 0.7)]


def test_an_abbreviation_that_shares_no_item_stays_a_unit_of_its_own() -> None:
    hearing = heard(
        [
            ("unit", "Affaldsafdelingen", "unit-noun", [1]),
            ("abbreviation", "AFN", "abbreviation-column", [2, 3]),
        ]
    )
    found = resolve([hearing], {}, Verdicts())
    assert found.entities[found.of[Name("Prøveby Kommune", "abbreviation", "AFN")]].label == "AFN"


def test_only_the_lowest_contexts_are_kept_whatever_their_order() -> None:
    up, down = Hearing("Prøveby Kommune"), Hearing("Prøveby Kommune")
    for number in range(500):
        up.note("unit", "Havnen", number)
        down.note("unit", "Havnen", 499 - number)
    assert up.contexts == down.contexts == {("unit", "Havnen"): set(range(200))}
