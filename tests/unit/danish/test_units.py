"""Names of units: one key for all inflections, and what abbreviates them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.danish.units import abbreviation_score, definite_variants, unit_key


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (["IT-Centret", "IT-Centeret", "IT-Center", "IT-Centrets", "IT Centret", "it-centre"], "itcenter"),
        (["Havneforvaltningen", "Havneforvaltning", "HAVNEFORVALTNINGENS"], "havneforvaltning"),
        (["Kyst- og Strandudvalget", "Kyst & Strandudvalg", "Kyst og strandudvalgets"], "kystogstrandudvalg"),
        (["Center for Skov", "Centret for Skov", "Centeret for Skov's"], "centerforskov"),
        (["Byrådet", "Byrådets", "byråd"], "byråd"),
        (["Direktionen", "Direktion"], "direktion"),
        (["Kommunalbestyrelsen", "Kommunalbestyrelse"], "kommunalbestyrelse"),
    ],
)
def test_one_key_for_all_inflections(names: list[str], key: str) -> None:
    assert {unit_key(name) for name in names} == {key}


def test_different_units_have_different_keys() -> None:
    assert (
        len(
            {
                unit_key(name)
                for name in ("IT-Centret", "IT-Afdelingen", "HR-Afdelingen", "Centret", "Byrådet", "Byggecentret")
            }
        )
        == 6
    )


@pytest.mark.parametrize(
    ("name", "variants"),
    [
        ("IT-Centret", ("IT-Centret", "IT-Center", "IT-Centeret", "IT-Centre")),
        ("Havneafdeling", ("Havneafdeling", "Havneafdelingen")),
        ("STABEN", ("STABEN", "STAB")),
        ("Center for Skov", ("Center for Skov", "Centret for Skov", "Centeret for Skov", "Centre for Skov")),
        ("Skovgruppen", ("Skovgruppen", "Skovgruppe")),
        ("Skov og Strand", ("Skov og Strand",)),
    ],
)
def test_definite_variants(name: str, variants: tuple[str, ...]) -> None:
    assert definite_variants(name) == variants
    assert {unit_key(variant) for variant in variants} == {unit_key(name)}


@pytest.mark.parametrize(
    ("abbreviation", "name"),
    [
        ("ØU", "Økonomiudvalget"),
        ("SSU", "Social- og Sundhedsudvalget"),
        ("KB", "Kommunalbestyrelsen"),
        ("CF", "Chefforum"),
        ("HU", "Hovedudvalget"),
        ("ITC", "IT-Centret"),
        ("JC", "Jobcentret"),
        ("ØU", "økonomiudvalg"),
        ("SKC", "Skov- og Kystcentret"),
        ("CHIF", "Center for Havne og Intern Færgefart"),
        ("SURC", "Skov- og Ungerådgivningscentret"),
        ("TMF", "Teknik & Miljøforvaltningen"),
        ("ØBC", "Økonomi- og BorgerserviceCentret"),
    ],
)
def test_first_letters_of_words_and_parts(abbreviation: str, name: str) -> None:
    assert abbreviation_score(abbreviation, name) == 1.0


@pytest.mark.parametrize(
    ("abbreviation", "name", "low", "high"),
    [
        ("BY", "Byrådet", 0.7, 0.8),
        ("BYC", "Byggecentret", 0.9, 0.99),
        ("SUKC", "Sundheds- og Kystcentret", 0.9, 0.99),
        ("SC", "Skov- og Kystcentret", 0.6, 0.7),
        ("SOK", "Skov- og Kystcentret", 0.1, 0.7),
        ("STR", "Skov- og Kystcentret", 0.05, 0.5),
    ],
)
def test_less_than_all_first_letters_scores_less(abbreviation: str, name: str, low: float, high: float) -> None:
    assert low <= abbreviation_score(abbreviation, name) <= high


@pytest.mark.parametrize(
    ("abbreviation", "name"),
    [
        ("SCK", "Skov- og Kystcentret"),
        ("KC", "Skov- og Kystcentret"),
        ("JC", "Byggecentret"),
        ("S", "Skov- og Kystcentret"),
        ("", "Skov"),
        ("SK", ""),
        ("SKOV", "Skov"),
        ("ABCDEFGHI", "ABCDEFGHIJKL"),
    ],
)
def test_no_abbreviation(abbreviation: str, name: str) -> None:
    assert abbreviation_score(abbreviation, name) == 0.0


WORDS = st.lists(
    st.sampled_from(["Skov", "Kyst", "Havne", "Færge", "Park", "Mark"]), min_size=1, max_size=4, unique=True
)


@given(WORDS)
def test_the_first_letters_always_score_one(words: list[str]) -> None:
    name = "- og ".join(words) + "centret"
    assert abbreviation_score("".join(word[0] for word in words) + "C", name) == 1.0


@given(st.text(alphabet="SKHCOsæ. "), st.text(alphabet="SKHCcentrudvalgøæ -&"))
def test_scores_lie_between_nought_and_one(abbreviation: str, name: str) -> None:
    assert 0.0 <= abbreviation_score(abbreviation, name) <= 1.0


@given(st.text())
def test_any_text_has_a_key_and_itself_as_its_first_variant(name: str) -> None:
    assert definite_variants(name)[0] == name
    assert unit_key(name.upper()) == unit_key(name.upper().lower())
